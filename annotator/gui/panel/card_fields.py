"""The codebook's own fields as rows of chips, and what a press on one answers.

Called for the cards of claims, the strip of other marks and the dialog of an article; knows no widget.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from annotator.gui.language import filled
from annotator.gui.panel.chip import ChipFace
from annotator.gui.panel.display import Display
from annotator.gui.panel.planned import PlannedChip, PlannedRow
from annotator.records import ClaimRecord, FieldRecord

YES, NO = "yes", "no"
"""Values of the chips of a field that is answered by yes or no."""
_LONGEST = 24
"""Letters of a label beside the chips; the whole question is what a screen reader says."""


def field_rows(asked: Sequence[FieldRecord], answers: Mapping[str, Any]) -> list[PlannedRow]:
    """A row for each field that is asked, with its choices."""
    return [PlannedRow(_label(each), _chips(each, answers.get(each.key))) for each in asked]


def answered_rows(claim: ClaimRecord, display: Display) -> list[PlannedRow]:
    """The answers alone, on a card that cannot be changed."""
    rows = []
    for each in display.fields_of("claim"):
        if (answer := claim.fields.get(each.key)) is not None:
            rows.append(PlannedRow(_label(each), (PlannedChip(ChipFace(answer_words(answer), "plain"), "words"),)))
    return rows


def pressed(field: FieldRecord, answer: Any, value: str) -> object:
    """The answer after a press on the chip of a choice; the chosen one is taken away again."""
    if field.kind == "yes_no":
        wanted = value == YES
        return None if answer is wanted else wanted
    if field.kind == "choices":
        chosen = list(answer) if isinstance(answer, list) else []
        return [each for each in chosen if each != value] if value in chosen else [*chosen, value]
    return None if answer == value else value


def written(field: FieldRecord, text: str) -> object:
    """The answer that a text stands for: a number where one is asked for, else the text. Raises ValueError."""
    text = text.strip()
    if field.kind != "number" or not text:
        return text or None
    number, fits = QLocale().toDouble(text)
    if not fits:
        number = float(text.replace(",", "."))
    return int(number) if number == int(number) else number


def answer_words(answer: Any) -> str:
    """An answer as people read it."""
    if isinstance(answer, bool):
        return QCoreApplication.translate("Card", "yes") if answer else QCoreApplication.translate("Card", "no")
    if isinstance(answer, list):
        return ", ".join(str(each) for each in answer)
    return f"{answer:g}" if isinstance(answer, float) else str(answer)


def _label(field: FieldRecord) -> str:
    return field.title if len(field.title) <= _LONGEST else field.title[: _LONGEST - 1].rstrip() + "…"


def _chips(field: FieldRecord, answer: Any) -> tuple[PlannedChip, ...]:
    if field.kind in ("text", "number"):
        return (_written_chip(field, answer),)
    if field.kind == "yes_no":
        choices = [(YES, answer_words(True), answer is True), (NO, answer_words(False), answer is False)]
    else:
        chosen = answer if isinstance(answer, list) else [answer]
        choices = [(each, each, each in chosen) for each in field.choices]
        # An answer by a choice that the codebook no longer has is shown, and can be taken away.
        choices += [(str(each), str(each), True) for each in chosen if each is not None and each not in field.choices]
    return tuple(
        PlannedChip(
            ChipFace(words, "choice", chosen=is_chosen, name=f"{field.title}: {words}"),
            "answer",
            value=value,
            field=field.key,
        )
        for value, words, is_chosen in choices
    )


def _written_chip(field: FieldRecord, answer: Any) -> PlannedChip:
    if answer is None:
        name = filled(QCoreApplication.translate("Card", "Answer “{question}”"), question=field.title)
        return PlannedChip(ChipFace("+", "add", name=name), "written", field=field.key)
    words = answer_words(answer)
    return PlannedChip(ChipFace(words, name=f"{field.title}: {words}"), "written", value=words, field=field.key)
