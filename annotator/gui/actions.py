"""Commands as Qt actions: each of the table's commands with its key, its icon and what it is connected to.

Made by the main window. Commands of a place, such as the text, act only while that has the focus; they stay
enabled and say by `refused` what is missing, since a key that does nothing teaches nothing. Commands of the window are
greyed while what they need is not there, and their tool tip says why; in an open menu all are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from annotator.gui.commands import BY_ID, COMMANDS, Command, why_not
from annotator.gui.labels import key_text

Missing = Callable[[str], str | None]
_CONTEXTS = {
    "window": Qt.ShortcutContext.WindowShortcut,
    # Whatever of the card has the focus.
    "amending": Qt.ShortcutContext.WidgetWithChildrenShortcut,
}


class Actions(QObject):
    """All actions of one window, by command id."""

    refused = Signal(str)

    def __init__(
        self,
        window: QWidget,
        handlers: Mapping[str, Callable[[], object]],
        missing: Missing,
        switches: Mapping[str, Callable[[], bool]],
    ) -> None:
        """missing: for a command's `needs`, the need that is not met, or None. switches: whether what the command
        shows and hides is shown now; menus tick it.
        """
        super().__init__(window)
        self._missing, self._switches = missing, switches
        self._by_id: dict[str, QAction] = {}
        self._shown: dict[str, str | None] = {}
        for command in COMMANDS:
            action = QAction(self)
            action.setObjectName(command.id)
            action.setCheckable(command.id in switches)
            # The icon would stand where the tick belongs.
            action.setIconVisibleInMenu(command.id not in switches)
            anywhere = command.where == "window"
            action.setShortcutContext(_CONTEXTS.get(command.where, Qt.ShortcutContext.WidgetShortcut))
            action.triggered.connect(lambda _=False, c=command: self._run(c, handlers[c.id]))
            self._by_id[command.id] = action
            if anywhere:
                window.addAction(action)
        self.take_keys()
        self.refresh()

    def take_keys(self) -> None:
        """The keys as they are now, in menus and on the keyboard."""
        for command in COMMANDS:
            action = self._by_id[command.id]
            action.setText(_with_key(command))
            action.setShortcuts([QKeySequence(key) for key in command.keys])
        # The sentences why something cannot be done name keys too.
        self._shown.clear()

    def __getitem__(self, command_id: str) -> QAction:
        return self._by_id[command_id]

    def give(self, where: str, widget: QWidget) -> None:
        """Let the commands of one place ("text", …; see `Command.where`) act while this widget has the focus."""
        for command in COMMANDS:
            if command.where == where:
                widget.addAction(self._by_id[command.id])

    def why_not(self, command: Command) -> str:
        """The sentence that says why a command cannot be run now; "" when it can."""
        lacking = self._lacking(command)
        return "" if lacking is None else why_not(lacking)

    def grey(self, ids: Iterable[str]) -> None:
        """Grey what cannot be done now of these, those of a place too, and tick what is shown: a menu opens."""
        self._tick()
        for id_ in ids:
            self._by_id[id_].setEnabled(self._lacking(BY_ID[id_]) is None)

    def wake(self, ids: Iterable[str]) -> None:
        """The menu is gone: commands of a place act on their keys again, and say what is missing."""
        for id_ in ids:
            if BY_ID[id_].where != "window":
                self._by_id[id_].setEnabled(True)

    def _lacking(self, command: Command) -> str | None:
        # Whose role does not allow it need not be told what else is missing.
        return (self._missing(command.may) if command.may else None) or self._missing(command.needs)

    def _run(self, command: Command, handler: Callable[[], object]) -> None:
        lacking = self._lacking(command)
        if lacking is None:
            handler()
        else:
            self.refused.emit(why_not(lacking))
        # Qt has turned the tick by itself, also where nothing was shown or hidden.
        self._tick()

    def _tick(self) -> None:
        for id_, is_shown in self._switches.items():
            self._by_id[id_].setChecked(is_shown())

    def refresh(self) -> None:
        """Grey what cannot be done now, and say why."""
        self._tick()
        needs = {command.needs for command in COMMANDS} | {command.may for command in COMMANDS}
        lacking_now = {need: self._missing(need) for need in needs}
        for command in COMMANDS:
            lacking = lacking_now[command.may] or lacking_now[command.needs]
            if self._shown.get(command.id, "") == lacking:
                # Every action that is told anything is painted and announced anew wherever it stands.
                continue
            self._shown[command.id] = lacking
            action = self._by_id[command.id]
            tip = command.explanation if lacking is None else why_not(lacking)
            action.setToolTip(tip)
            action.setStatusTip(tip)
            if command.where == "window":
                action.setEnabled(lacking is None)


def _with_key(command: Command) -> str:
    """The label, and behind a tab the key where menus would not call it what the sheet of keys calls it."""
    if not command.keys:
        return command.label
    shown = key_text(command.keys[0])
    qts = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return command.label if shown == qts else f"{command.label}\t{shown}"
