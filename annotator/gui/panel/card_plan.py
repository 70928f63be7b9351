"""What stands on the card of a claim, row by row, before anything is painted.

Called by the card for the claim that it is to show. Turns a record into faces of chips; knows no widget.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from annotator.gui.commands import BY_ID
from annotator.gui.labels import key_text
from annotator.gui.panel.card_fields import answered_rows, field_rows
from annotator.gui.panel.card_review import review_rows
from annotator.gui.panel.chip import ChipFace
from annotator.gui.panel.display import Display
from annotator.gui.panel.planned import PlannedChip, PlannedRow, Target
from annotator.gui.panel.words import (
    CERTAINTIES,
    QUOTATIONS,
    certainty_word,
    quotation_word,
    role_word,
    stance_word,
)
from annotator.gui.theme import Theme
from annotator.records import ClaimRecord, ClaimSpeaker, ClaimTopic
from annotator.sentences import in_quotes

_SHOWN = 4
"""Chips of a row on a card that is not the current one; the rest is a number."""


def quote_of(claim: ClaimRecord) -> str:
    """The words of all parts in text order."""
    return " … ".join(part.quote for part in claim.parts)


def rows_of(
    claim: ClaimRecord, display: Display, theme: Theme, *, current: bool, editable: bool, keyed: bool = True
) -> list[PlannedRow]:
    """The rows of a card: all with their choices on the current card of one's own, else what is set.

    keyed: the keys of the text act on this claim, and are shown beside the labels.
    """
    translate = QCoreApplication.translate
    speakers = [_speaker(speaker, index, display, theme) for index, speaker in enumerate(claim.speakers)]
    topics = [_topic(topic, index, display) for index, topic in enumerate(claim.topics)]
    if current and editable:
        speakers.append(_add("add_speaker", translate("Card", "Add a speaker")))
        topics.append(_add("add_topic", translate("Card", "Add a topic")))
        key = key_shown if keyed else _no_key
        linking = "" if claim.proposition else key("proposition")
        add_cue = _add("add_cue", translate("Card", "Set the cue"))
        return [
            PlannedRow(translate("Card", "Speaker"), tuple(speakers), key("speaker")),
            PlannedRow(translate("Card", "Cue"), _cue(claim) or (add_cue,), "" if claim.cue else key("cue")),
            PlannedRow(translate("Card", "Topic"), tuple(topics), key("topic")),
            PlannedRow(translate("Card", "Kind"), _quotations(claim, key)),
            PlannedRow(translate("Card", "Certainty"), _certainties(claim), key("certainty")),
            PlannedRow(translate("Card", "Asserts"), _proposition(claim, display), linking),
            *field_rows(display.fields_of("claim"), claim.fields),
            *review_rows(claim, display, theme),
        ]
    kept = len(speakers) + len(topics) if current else _SHOWN
    said_how = [quotation_word(claim.quotation)] if claim.quotation else []
    if claim.certainty and not current:
        said_how.append(translate("Card", "Certainty: {value}").format(value=certainty_word(claim.certainty)))
    # One chip, so that a line never begins with the dot.
    kind = [_words(" · ".join(said_how), "quotation" if claim.quotation else "certainty")] if said_how else []
    rows = []
    if speakers:
        rows.append(PlannedRow(translate("Card", "Speaker"), tuple(_cut(speakers, kept))))
    if current and claim.cue:
        rows.append(PlannedRow(translate("Card", "Cue"), _cue(claim)))
    # Behind a number of topics left out, one word more would read as a part of it.
    beside = kind if len(topics) <= kept else []
    if topics:
        rows.append(PlannedRow(translate("Card", "Topic"), (*_cut(topics, kept), *beside)))
    if kind and not (topics and beside):
        rows.append(PlannedRow(translate("Card", "Kind"), tuple(kind)))
    if current and claim.certainty:
        rows.append(PlannedRow(translate("Card", "Certainty"), (_words(certainty_word(claim.certainty)),)))
    if current and claim.proposition:
        rows.append(PlannedRow(translate("Card", "Asserts"), _proposition(claim, display)))
    said = review_rows(claim, display, theme)
    return [*rows, *answered_rows(claim, display), *said] if current else [*rows, *said]


def key_shown(command: str) -> str:
    """The key of a command as it is now; empty where it has none."""
    keys = BY_ID[command].keys
    return key_text(keys[0]) if keys else ""


def _no_key(_command: str) -> str:
    return ""


def _cut(chips: list[PlannedChip], kept: int) -> list[PlannedChip]:
    if len(chips) <= kept:
        return chips
    more = QCoreApplication.translate("Card", "{count} more").format(count=len(chips) - kept)
    return [*chips[:kept], _words(more)]


def _speaker(speaker: ClaimSpeaker, index: int, display: Display, theme: Theme) -> PlannedChip:
    name = display.speaker_name(speaker.speaker)
    words = display.mention_words(speaker.mention)
    soft = in_quotes(words) if name and words and words != name else ""
    before = ""
    if speaker.role != "says":
        before = QCoreApplication.translate("Card", "{role}:").format(role=role_word(speaker.role))
    shown = name or (words and in_quotes(words)) or QCoreApplication.translate("Card", "someone")
    said = QCoreApplication.translate("Card", "Speaker: {name}, {role}").format(
        name=shown, role=role_word(speaker.role)
    )
    spoken = f"{said}, {in_quotes(words)}" if words and name else said
    face = ChipFace(shown, "value", theme.mention if name else theme.faint, before, soft, name=spoken)
    return PlannedChip(face, "speaker", index)


def _topic(topic: ClaimTopic, index: int, display: Display) -> PlannedChip:
    name = display.topic_name(topic.topic) or "?"
    said = QCoreApplication.translate("Card", "Topic: {name}, {stance}").format(
        name=" › ".join(display.topic_path(topic.topic)) or name, stance=stance_word(topic.stance)
    )
    face = ChipFace(
        name,
        square=display.topic_colour(topic.topic),
        stance=topic.stance,
        stance_word=stance_word(topic.stance) if topic.stance else "",
        name=said,
    )
    return PlannedChip(face, "topic", index)


def _cue(claim: ClaimRecord) -> tuple[PlannedChip, ...]:
    """The words that show that somebody says it, such as “said”; nothing where none are marked."""
    words = " … ".join(part.quote for part in claim.cue)
    said = QCoreApplication.translate("Card", "Cue: {words}").format(words=words)
    return (PlannedChip(ChipFace(words, name=said), "cue"),) if words.strip() else ()


def _quotations(claim: ClaimRecord, key: Callable[[str], str]) -> tuple[PlannedChip, ...]:
    said = QCoreApplication.translate("Card", "Quotation: {kind}")
    chips = []
    for value in QUOTATIONS:
        word = quotation_word(value)
        face = ChipFace(word, "choice", chosen=claim.quotation == value, name=said.format(kind=word), key=key(value))
        chips.append(PlannedChip(face, "quotation", value=value))
    return tuple(chips)


def _certainties(claim: ClaimRecord) -> tuple[PlannedChip, ...]:
    said = QCoreApplication.translate("Card", "Certainty: {value}")
    chips = []
    for value in CERTAINTIES:
        word = certainty_word(value)
        face = ChipFace(word, "choice", chosen=claim.certainty == value, name=said.format(value=word))
        chips.append(PlannedChip(face, "certainty", value=value))
    return tuple(chips)


def _proposition(claim: ClaimRecord, display: Display) -> tuple[PlannedChip, ...]:
    """What the claim asserts in common with others, or the plus that links it."""
    if claim.proposition is None:
        return (_add("add_proposition", QCoreApplication.translate("Card", "Link to a proposition")),)
    text = display.propositions.get(claim.proposition, "?")
    said = QCoreApplication.translate("Card", "Proposition: {text}").format(text=text)
    return (PlannedChip(ChipFace(text, name=said), "proposition"),)


def _add(target: Target, name: str) -> PlannedChip:
    return PlannedChip(ChipFace("+", "add", name=name), target)


def _words(words: str, value: str = "") -> PlannedChip:
    return PlannedChip(ChipFace(words, "plain"), "words", value=value)
