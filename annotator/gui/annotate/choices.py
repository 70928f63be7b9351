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


MOST_NAMED = 4
"""Speakers whose names merely hold the words; with more the words are too common to tell anything."""
AROUND_NAMES = ' \t\n“”„‟‘‚"«»‹›()[],;:'
"""What is selected along with a name and is no part of it; the ’ may be one."""
FEWEST_CAPITALS = 2
"""Words that begin with one: a single one may begin a sentence."""
LONGEST_OFFER = 60
"""Characters: longer words are no name."""


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


def names_of(speakers: Iterable[SpeakerRecord]) -> list[tuple[str, str]]:
    """All names and aliases as `speakers_called` compares them, each with the id of who is called so."""
    known = [each for each in speakers if each.merged_into is None]
    return [(_plain(name), each.id) for each in known for name in (each.name, *each.aliases)]


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


def called_first(items: list[PickerItem], ids: Sequence[str], section: str) -> list[PickerItem]:
    """The same items, those of these ids before all others and under a heading of their own."""
    by_id = {each.id: each for each in items}
    first = [by_id[id_]._replace(section=section) for id_ in ids if id_ in by_id]
    return [*first, *(each for each in items if each.id not in ids)]


def speakers_called(words: str, names: Iterable[tuple[str, str]]) -> list[str]:
    """Ids of the speakers whom these words of a text name: by the whole of a name or alias, else by the longest
    that stands in them word for word ("Mayor Jonas Feld" names Jonas Feld), else by a part of a name ("Feld").

    names: `names_of`.
    """
    plain = _plain(words)
    wanted = f" {plain} "
    best: dict[str, None] = {}
    holding: dict[str, None] = {}
    longest = 0
    for name, id_ in names:
        if SHORTEST_NAME <= len(name) >= longest and f" {name} " in wanted:
            best = best if len(name) == longest else {}
            best[id_] = None
            longest = len(name)
        elif len(plain) >= SHORTEST_NAME and wanted in f" {name} ":
            holding[id_] = None
    return list(best) or (list(holding) if len(holding) <= MOST_NAMED else [])


def offered_name(words: str, names: Iterable[tuple[str, str]]) -> str | None:
    """The new name that these words may be: one line, not too long, and nobody's yet."""
    name = " ".join(words.split())
    if not name or len(name) > LONGEST_OFFER or "\n" in words.strip() or not any(map(str.isalpha, name)):
        return None
    plain = _plain(name)
    return None if any(plain == known for known, _ in names) else name


def is_somebody_new(name: str, names: Iterable[tuple[str, str]]) -> bool:
    """Whether words read like the name of a person whom nobody known shares a word with: two capitals or more.

    Scripts without capitals do not tell; then somebody known stays the first choice.
    """
    words = name.split()
    capitals = [word for word in words if word[0].isupper()]
    if len(capitals) < FEWEST_CAPITALS or capitals[0] != words[0]:
        return False
    own = set(_plain(name).split())
    return all(own.isdisjoint(known.split()) for known, _ in names)


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
