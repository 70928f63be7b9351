"""What was decided differently from oneself: one's own marks that the consensus does not hold as they are.

Opened by a command of the window. A line leads to the mark in the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from annotator.agreement.differences import differences
from annotator.gui.dialogs.frame import DesignedDialog
from annotator.gui.dress import current_theme
from annotator.gui.labels import label
from annotator.gui.language import filled
from annotator.gui.lines_view import Line, LinesView
from annotator.gui.review.words import cause_word, kind_word, said_words, verdict_word
from annotator.queries.annotators import annotator_named, annotators
from annotator.queries.articles import article_titles
from annotator.queries.review_queue import names_of, said_apart
from annotator.queries.reviews import DecidedDifferently, decided_differently
from annotator.records import ClaimRecord

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow
    from annotator.queries import Session


class DifferentlyDialog(DesignedDialog):
    """The marks, by article and place."""

    def __init__(self, lines: list[Line], parent: QWidget | None = None) -> None:
        super().__init__(parent, "")
        self.heading.setText(self.tr("Decided differently from me"))
        self.setWindowTitle(self.heading.text())
        self.explain(self.tr("Your tags that reviewers rejected or amended, and the consensus. Enter goes there."))
        self.list = LinesView(current_theme(), self.heading.text(), framed=True)
        self.list.set_lines(lines)
        self.content.addWidget(self.list, 1)
        empty = label(self.tr("Nothing was decided differently from you."), "soft", wrapped=True)
        self.content.addWidget(empty)
        self.list.setVisible(bool(lines))
        empty.setVisible(not lines)
        self.add_button(self.tr("Close"), self.reject, kind="primary")
        self.open_at(680, 520)
        self.list.setFocus()


def show_differently(window: MainWindow) -> None:
    """Ask for the list and show it."""
    project = window.project
    if project is None:
        return
    name = project.store.annotator

    def question(session: Session) -> list[Line]:
        people = {each.id: each.name for each in annotators(session)}
        found = decided_differently(session, annotator_named(session, name))
        titles, names = article_titles(session, {each.mark.article for each in found}), names_of(session)
        return [_line(each, people, titles, names) for each in found]

    def show(lines: list[Line]) -> None:
        dialog = DifferentlyDialog(lines, window)

        def go(line: Line) -> None:
            dialog.accept()
            if line.mark is not None and line.article is not None:
                window.show_mark(line.mark, line.article)

        dialog.list.opened.connect(go)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    project.jobs.ask(question, show, key="decided differently")


def _line(each: DecidedDifferently, people: dict[str, str], titles: dict[str, str], names: dict[str, str]) -> Line:
    words = " … ".join(part.quote for part in each.mark.parts)
    translate = QCoreApplication.translate
    said = translate("Review", "{verdict} by {name}").format(
        verdict=verdict_word(each.review.verdict), name=people.get(each.review.annotator, "?")
    )
    cause = cause_word(each.review.cause) if each.review.cause else ""
    kept = ""
    if each.consensus is not None and each.consensus.parts != each.mark.parts:
        kept = filled(
            translate("Review", "consensus: “{words}”"), words=" … ".join(part.quote for part in each.consensus.parts)
        )
    elif isinstance(each.consensus, ClaimRecord) and isinstance(each.mark, ClaimRecord):
        # The words are the same: it is something else that was decided.
        kept = ", ".join(
            f"{kind_word(kind)}: {said_words(kind, said_apart(kind, each.mark, each.consensus, names), ' → ')}"
            for kind in differences([each.mark, each.consensus], 1, {})
        )
    below = " · ".join(filter(None, (said, cause, each.review.reason, kept, titles.get(each.mark.article, ""))))
    return Line(" ".join(words.split()), below, each.mark.article, each.mark.id)
