"""Undo and redo as a person meets them: asked about first when the step lies far from what is on screen.

Called by the main window. Shows what was taken back; a step in conflict can be passed over.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QWidget

from annotator.errors import AnnotatorError, UndoConflict
from annotator.gui.dates import day_in_words
from annotator.gui.language import filled, tr, translated
from annotator.gui.open_project import OpenProject
from annotator.queries.history import NextStep, next_step
from annotator.store.step_labels import step_label

Outcome = tuple[NextStep | None, str, dict[str, Any] | None]
"""The step, why it is asked about first ("" when it is not), and the step's row once it was taken."""

ANYWHERE = "anywhere"
"""In place of an article's id: marks of all articles are looked at."""


class Undoing:
    """Undo and redo of one open project."""

    def __init__(self, window: QWidget, project: OpenProject, say: Any) -> None:
        """say: takes a short sentence for the status line."""
        self._window = window
        self._project = project
        self._say = say
        self._asking = False

    def run(self, *, redo: bool) -> None:
        """Take the last step back or do it again, after all that was asked for before; ask where that is due."""
        shown = self._project.screens.shown
        here = ANYWHERE if shown.all_articles else shown.article_id()
        # Looked at and taken back in one turn of the writer: no key pressed meanwhile can come between.
        self._project.jobs.write(
            lambda: self._take_at_hand(redo, here), partial(self._answered, redo), partial(self._failed, redo)
        )

    def _take_at_hand(self, redo: bool, here: str | None) -> Outcome:
        """On the writer's thread: the step, why it must be asked about first, else what was taken."""
        store = self._project.store
        with store.read() as session:
            step = next_step(session, store.annotator, redo=redo)
        if step is None or (reason := _reason_to_ask(step, here)):
            return step, "" if step is None else reason, None
        return step, "", (store.redo if redo else store.undo)(origin=self)

    def _answered(self, redo: bool, outcome: Outcome) -> None:
        step, reason, taken = outcome
        if step is None:
            self._say(tr("There is nothing to do again.") if redo else tr("There is nothing to undo."))
        elif taken is not None:
            self._done(redo, step, taken)
        elif not self._asking:
            self._asking = True
            agreed = self._agreed(redo, step, reason)
            self._asking = False
            if agreed:
                self._invert(redo, step, None)

    def _agreed(self, redo: bool, step: NextStep, reason: str) -> bool:
        from annotator.gui.dialogs.confirm import Confirm

        title = tr("Do “{label}” again?") if redo else tr("Undo “{label}”?")
        confirm = tr("Do it again") if redo else tr("Undo")
        return Confirm.ask(self._window, filled(title, label=translated(step_label(step.label))), reason, confirm)

    def _invert(self, redo: bool, step: NextStep | None, pass_over: int | None) -> None:
        store = self._project.store
        self._project.jobs.write(
            lambda: (store.redo if redo else store.undo)(origin=self, pass_over=pass_over),
            partial(self._done, redo, step),
            partial(self._failed, redo),
        )

    def _done(self, redo: bool, step: NextStep | None, taken: dict[str, Any]) -> None:
        sentence = tr("Done again: {label}") if redo else tr("Undone: {label}")
        self._say(sentence.format(label=translated(step_label(taken["label"]))))
        if step is not None:
            chosen = redo or step.took_away
            self._project.screens.shown.show_mark(step.record, step.articles, choose=chosen)

    def _failed(self, redo: bool, error: Exception) -> None:
        if not isinstance(error, AnnotatorError):
            raise error
        if not isinstance(error, UndoConflict):
            self._project.jobs.refused.emit(translated(str(error)))
            return
        from annotator.gui.dialogs.confirm import Choice, Confirm

        answer = Confirm.choose(
            self._window,
            tr("This step is in conflict"),
            translated(str(error)),
            [Choice("pass over", tr("Pass it over"), "primary")],
        )
        if answer == "pass over":
            self._invert(redo, None, error.step)


def _reason_to_ask(step: NextStep, here: str | None) -> str:
    """Why this step is asked about first; empty when it is at hand. here: the open article's id, or ANYWHERE."""
    if step.batch:
        return tr("This step changed {rows} entries at once.").format(rows=QLocale().toString(step.rows))
    moment = datetime.fromisoformat(step.at.replace("Z", "+00:00"))
    if moment.astimezone().date() != datetime.now(UTC).astimezone().date():
        local = moment.astimezone()
        day = day_in_words(QDate(local.year, local.month, local.day))
        return tr("This step was done on {day}.").format(day=day)
    if step.articles and here not in (ANYWHERE, *step.articles):
        return tr("This step lies in another article.")
    return ""
