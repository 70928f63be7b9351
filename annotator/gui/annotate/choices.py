"""The lists that S and T open: which speakers and topics are offered, in which order.

This article's first, then those used last, then all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from annotator.gui.matching import PATH_PARTING
from annotator.gui.panel.display import Display
from annotator.gui.panel.words import speaker_kind_word
from annotator.gui.picker_model import PickerItem
from annotator.records import ClaimRecord, MarkRecord, MentionRecord, PassageRecord, SpeakerRecord

SHORTEST_NAME = 3
"""Characters: a shorter name stands in too many words to be meant."""


def section_titles() -> tuple[str, str, str]:
    """What stands above this article's, those used last, and all the others; translated."""
    return (
        QCoreApplication.translate("Choices", "In this article"),
        QCoreApplication.translate("Choices", "Used last"),
        QCoreApplication.translate("Choices", "All"),
    )


def everybody(speakers: Iterable[SpeakerRecord]) -> list[PickerItem]:
    """All speakers that were not merged away, by name: the end of every list. 20,000 take 40 ms, so it is made
    once for all lists, off the window's thread.
    """
    rest = section_titles()[2]
    known = sorted([(each.name.casefold(), each.id, each) for each in speakers if each.merged_into is None])
    return [_speaker_item(each, rest) for _, _, each in known]


def _speaker_item(speaker: SpeakerRecord, section: str) -> PickerItem:
    place = speaker.affiliations[0].organisation if speaker.affiliations else ""
    detail = place or ("" if speaker.kind == "person" else speaker_kind_word(speaker.kind))
    return PickerItem(speaker.id, speaker.name, detail, speaker.aliases, section=section)


def speaker_choices(
    marks: Iterable[MarkRecord], recent: Iterable[str], display: Display, rest: Sequence[PickerItem]
) -> list[PickerItem]:
    """This article's speakers, those used last, and then all the others, each once, in the contract's order.

    rest: `everybody`.
    """
    here: dict[str, int] = {}
    for mark in marks:
        if isinstance(mark, ClaimRecord):
            named = [each.speaker for each in mark.speakers]
        else:
            named = [mark.speaker] if isinstance(mark, MentionRecord) else []
        for id_ in named:
            if id_:
                here[id_] = here.get(id_, 0) + 1
    first = sorted(here, key=lambda id_: (-here[id_], display.speaker_name(id_).casefold()))
    order = _in_order(first, recent, (), display.speaker_name)
    known = [(display.speakers.get(id_), section) for id_, section in order]
    items = [_speaker_item(each, section) for each, section in known if each is not None and each.merged_into is None]
    shown = {each.id for each in items}
    return [*items, *(each for each in rest if each.id not in shown)]


def speaker_called(words: str, speakers: Iterable[SpeakerRecord]) -> str | None:
    """The speaker whom these words of a text name: by the whole of a name or alias, else by the longest that stands
    in them word for word ("Mayor Jonas Feld" names Jonas Feld); None where nobody or several are named so.
    """
    wanted = f" {_plain(words)} "
    best: set[str] = set()
    longest = 0
    for each in speakers:
        if each.merged_into is not None:
            continue
        for name in (each.name, *each.aliases):
            plain = _plain(name)
            if len(plain) < max(longest, SHORTEST_NAME) or f" {plain} " not in wanted:
                continue
            best = best | {each.id} if len(plain) == longest else {each.id}
            longest = len(plain)
    return best.pop() if len(best) == 1 else None


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def topic_choices(marks: Iterable[MarkRecord], recent: Iterable[str], display: Display) -> list[PickerItem]:
    """All topics that were neither merged away nor retired, each once, in the contract's order."""
    here: dict[str, int] = {}
    for mark in marks:
        if isinstance(mark, ClaimRecord):
            about = [each.topic for each in mark.topics]
        else:
            about = [mark.topic] if isinstance(mark, PassageRecord) else []
        for id_ in about:
            here[id_] = here.get(id_, 0) + 1
    first = sorted(here, key=lambda id_: (-here[id_], display.topic_name(id_).casefold()))
    items = []
    for id_, section in _in_order(first, recent, display.topics, display.topic_name):
        topic = display.topics.get(id_)
        if topic is not None and topic.merged_into is None and not topic.retired:
            items.append(
                PickerItem(
                    id=id_,
                    name=PATH_PARTING.join(display.topic_path(id_)),
                    key=topic.key or "",
                    colour=display.topic_colour(id_),
                    section=section,
                )
            )
    return items


def _in_order(
    first: list[str], recent: Iterable[str], everything: Iterable[str], name: Callable[[str | None], str]
) -> list[tuple[str, str]]:
    here, last, rest = section_titles()
    order: dict[str, str] = dict.fromkeys(first, here)
    for id_ in recent:
        order.setdefault(id_, last)
    for id_ in sorted(everything, key=lambda each: name(each).casefold()):
        order.setdefault(id_, rest)
    return list(order.items())
