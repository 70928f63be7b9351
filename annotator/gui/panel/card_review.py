"""What reviewers said about a claim, as a row of its card: the verdict, the consensus' words, comments.

Called by the plan of a card; knows no widget. A press on a chip opens all of it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.gui.panel.chip import ChipFace
from annotator.gui.panel.display import Display
from annotator.gui.panel.planned import PlannedChip, PlannedRow
from annotator.gui.review.words import cause_word, verdict_word
from annotator.gui.theme import Theme
from annotator.records import ClaimRecord


def review_rows(claim: ClaimRecord, display: Display, theme: Theme) -> list[PlannedRow]:
    """One row where anything was said, else none."""
    about = display.said.get(claim.id)
    if about is None:
        return []
    translate = QCoreApplication.translate
    chips = []
    if about.reviews:
        latest = about.reviews[0]
        reviewer = display.annotators.get(latest.annotator)
        name = reviewer.name if reviewer is not None else translate("Card", "somebody")
        words = verdict_word(latest.verdict)
        why = cause_word(latest.cause) if latest.cause else ""
        said = translate("Card", "Review: {verdict} by {name}. {reason}").format(
            verdict=words, name=name, reason=latest.reason or why
        )
        colour = theme.warn if latest.verdict == "rejected" else theme.ok
        soft = " · ".join(filter(None, (name, why)))
        chips.append(PlannedChip(ChipFace(words, square=colour, soft=soft, name=said), "review"))
    if about.comments:
        count = len(about.comments)
        words = translate("Card", "1 comment") if count == 1 else translate("Card", "{count} comments")
        chips.append(PlannedChip(ChipFace(words.format(count=count)), "review"))
    return [PlannedRow(translate("Card", "Review"), tuple(chips))]
