"""Undo and redo as a person meets them: asked about first when the step lies far from what is on screen.

Called by the main window. Shows what was taken back; a step in conflict can be passed over.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtWidgets import QWidget

from annotator.errors import UndoConflict
from annotator.gui.dialogs.confirm import Choice, Confirm
from annotator.gui.open_project import OpenProject
from annotator.queries.history import NextStep, next_step


def _tr(text: str) -> str:
    return QCoreApplication.translate("Undoing", text)


class Undoing:
    """Undo and redo of one open project."""

    def __init__(self, window: QWidget, project: OpenProject, say: Any) -> None:
        """say: takes a short sentence for the status line."""
        self._window = window
        self._project = project
        self._say = say

    def run(self, *, redo: bool) -> None:
        """Look at the next step, ask where that is due, and take it back or do it again."""
        name = self._project.store.annotator
        self._project.jobs.ask(
            lambda session: next_step(session, name, redo=redo), partial(self._found, redo), key="next step"
        )

    def _found(self, redo: bool, step: NextStep | None) -> None:
        if step is None:
            self._say(_tr("There is nothing to do again.") if redo else _tr("There is nothing to undo."))
        elif not (reason := self._reason_to_ask(step)) or self._agreed(redo, step, reason):
            self._invert(redo, step, None)

    def _reason_to_ask(self, step: NextStep) -> str:
        """Why this step is asked about first; empty when it is at hand."""
        if step.batch:
            return _tr("This step brought in {rows} rows at once.").format(rows=QLocale().toString(step.rows))
        moment = datetime.fromisoformat(step.at.replace("Z", "+00:00"))
        if moment.astimezone().date() != datetime.now(UTC).astimezone().date():
            local = moment.astimezone()
            day = QLocale().toString(QDate(local.year, local.month, local.day), QLocale.FormatType.LongFormat)
            return _tr("This step was done on {day}.").format(day=day)
        record = self._project.screen.opened.record
        if step.articles and (record is None or record.id not in step.articles):
            return _tr("This step lies in another article.")
        return ""

    def _agreed(self, redo: bool, step: NextStep, reason: str) -> bool:
        title = _tr("Do “{label}” again?") if redo else _tr("Undo “{label}”?")
        confirm = _tr("Do it again") if redo else _tr("Undo")
        return Confirm.ask(self._window, title.format(label=step.label), reason, confirm)

    def _invert(self, redo: bool, step: NextStep, pass_over: int | None) -> None:
        store = self._project.store
        self._project.jobs.write(
            lambda: (store.redo if redo else store.undo)(origin=self, pass_over=pass_over),
            partial(self._done, redo, step),
            partial(self._failed, redo, step),
        )

    def _done(self, redo: bool, step: NextStep, taken: dict[str, Any]) -> None:
        sentence = _tr("Done again: {label}") if redo else _tr("Undone: {label}")
        self._say(sentence.format(label=taken["label"]))
        record = self._project.screen.opened.record
        if step.articles and record is not None and record.id not in step.articles:
            self._project.screen.step(step.articles[0])

    def _failed(self, redo: bool, step: NextStep, error: Exception) -> None:
        if not isinstance(error, UndoConflict):
            self._project.jobs.refused.emit(str(error))
            return
        answer = Confirm.choose(
            self._window,
            _tr("This step is in conflict"),
            str(error),
            [Choice("pass over", _tr("Pass it over"), "primary")],
        )
        if answer == "pass over":
            self._invert(redo, step, error.step)
