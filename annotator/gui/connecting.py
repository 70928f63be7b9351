"""Connecting a window to the team's database, and what is said when the connection breaks and comes back.

`Connecting` belongs to the commands of a window; `Line` to an open project. All connecting is done in
the background: a server that does not answer stops nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from annotator.errors import AnnotatorError, ProjectError
from annotator.gui.language import filled, tr, translated
from annotator.records import Changes
from annotator.settings import acting_annotator
from annotator.store import Store
from annotator.store.database import is_url

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.gui.dialogs.connect_dialog import ConnectDialog, ConnectWish
    from annotator.gui.main_window import MainWindow
    from annotator.gui.open_project import OpenProject


class Connecting:
    """The form and its two wishes."""

    def __init__(self, window: MainWindow, opened: Callable[[Store], None]) -> None:
        """opened: what is done with the store of a team's database."""
        self._window = window
        self._opened = opened
        self.dialog: ConnectDialog | None = None

    def ask(self, address: str = "", sentence: str = "") -> None:
        """Show the form; address: what it is filled with, sentence: why it is shown."""
        # Loaded when somebody connects: most starts are on a file.
        from annotator.actions.team import fields_of_address
        from annotator.gui.dialogs.connect_dialog import ConnectDialog, ConnectWish

        address = address or next((each for each in self._window.settings.recent if is_url(each)), "")
        known = ConnectWish(user=self._window.settings.annotator)
        if address:
            known = ConnectWish(**fields_of_address(address))
        self.dialog = dialog = ConnectDialog(self._window, known, sentence)
        dialog.test_wanted.connect(self._test)
        dialog.open_wanted.connect(self._open)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _start(self, wish: ConnectWish, then: Callable[[Store], None], *, keep: bool) -> None:
        annotator = acting_annotator(None, self._window.settings)

        from annotator.actions.team import connect_to_team

        def work(_report: object) -> Store:
            return connect_to_team(
                wish.host, wish.port, wish.database, wish.user, wish.password,
                verified=wish.verified, keep=keep, annotator=annotator,
            )  # fmt: skip

        self._window.background.start(tr("Connecting"), work, then, self._refused)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, AnnotatorError):
            raise error
        if self.dialog is not None:
            self.dialog.show_result(translated(str(error)), good=False)

    def _test(self, wish: ConnectWish) -> None:
        def tested(store: Store) -> None:
            name, who, role = store.name, store.annotator, store.role
            store.close()
            said = filled(tr("All is well: the project “{name}” is there."), name=name)
            if role is not None:
                said += " " + tr("You are {who}, a {role}.").format(who=who, role=_role(role))
            if self.dialog is not None:
                self.dialog.show_result(said, good=True)

        self._start(wish, tested, keep=False)

    def _open(self, wish: ConnectWish) -> None:
        def connected(store: Store) -> None:
            if self.dialog is not None:
                self.dialog.accept()
            self._opened(store)

        self._start(wish, connected, keep=wish.keep)

    def not_opened(self, address: str, error: Exception) -> None:
        """A team's database known by its address did not open: the form says why, and can be mended."""
        if not isinstance(error, ProjectError):
            raise error
        self.ask(address, translated(str(error)))


def _role(role: str) -> str:
    """A role in words."""
    words: dict[str, Any] = {"coder": tr("coder"), "reviewer": tr("reviewer"), "manager": tr("manager")}
    return str(words[role])


class Line(QObject):
    """Says when the connection of an open project breaks, and what to do when it is back: ask again."""

    def __init__(self, window: MainWindow, project: OpenProject) -> None:
        super().__init__(window)
        self._window = window
        self._project = project
        project.bridge.lost.connect(self._lost)
        project.bridge.found.connect(self._found)

    def _lost(self, sentence: str) -> None:
        self._window.status.say_away()
        self._window.messages.show_message(sentence, "warning")

    def _found(self) -> None:
        self._window.messages.clear()
        self._window.status.say_saved(read_only=self._project.store.read_only)
        self._window.hint(tr("The connection is back."))
        # What was asked for in vain meanwhile is asked for again.
        self._project.bridge.changed.emit(Changes("", 0, everything=True))
