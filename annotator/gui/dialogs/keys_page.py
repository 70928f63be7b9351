"""A page of the settings: the keys of every command, and how to give it others.

Made by the settings dialog. Says by `changed` what the user chose; what two commands want at once is said
before it is done, and done only when the user says so again. It sets no shortcut itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.gui import keymap
from annotator.gui.commands import BY_ID, COMMANDS, GROUPS, Command
from annotator.gui.dialogs.keys_sheet import group_text
from annotator.gui.flow import Flow
from annotator.gui.labels import key_text, label
from annotator.gui.language import filled
from annotator.gui.theme import LARGE, MEDIUM, SMALL, scaled
from annotator.gui.whole_rows import ShowsWholeRows

_ID = int(Qt.ItemDataRole.UserRole)
_CHANGED = "•"
NEW_KEY_WIDTH = 180
"""In pixels at the usual size of the interface."""


class _Commands(ShowsWholeRows, QTreeWidget):
    """The list."""


class KeysPage(QWidget):
    """All commands by group; below them the keys of the chosen one are edited."""

    changed = Signal(object)
    """Id of a command -> the keys that the user gave it."""

    def __init__(self, chosen: dict[str, list[str]], topic_keys: Mapping[str, str] | None = None) -> None:
        """topic_keys: a key that takes a topic in its list -> the topic's name."""
        super().__init__()
        self._topic_keys = {key.casefold(): name for key, name in (topic_keys or {}).items()}
        self._chosen = {id_: list(keys) for id_, keys in chosen.items()}
        self._rows: dict[str, QTreeWidgetItem] = {}
        self._headings: list[QTreeWidgetItem] = []
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter by name or key"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _text: self._narrow())
        self.view = _Commands()
        self.new_key = QKeySequenceEdit()
        self.new_key.setMaximumSequenceLength(1)
        self.new_key.setClearButtonEnabled(True)
        self.new_key.setAccessibleName(self.tr("Press the new key"))
        for inner in self.new_key.findChildren(QLineEdit):
            inner.setAccessibleName(self.new_key.accessibleName())
        self.new_key.keySequenceChanged.connect(lambda _sequence: self._weigh())
        self.said = label("", "soft", wrapped=True)
        self.use = self._button(self.tr("Use this key"), self._use)
        self.also = self._button(self.tr("Add to the others"), self._add)
        self.usual = self._button(self.tr("Usual keys"), self._back_to_usual)
        self.none = self._button(self.tr("No key"), self._take_away)
        self._set_up_view()
        self._lay_out()
        self._chosen_changed()

    def _button(self, words: str, then: object) -> QPushButton:
        made = QPushButton(words)
        made.setAutoDefault(False)
        made.clicked.connect(then)
        return made

    def _set_up_view(self) -> None:
        view = self.view
        view.setColumnCount(2)
        view.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAccessibleName(self.tr("Commands and their keys"))
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        view.header().setStretchLastSection(False)
        view.setIndentation(0)
        view.show_whole_rows()
        bold = QFont(view.font())
        bold.setWeight(QFont.Weight.DemiBold)
        for group in GROUPS:
            heading = QTreeWidgetItem(view, [group_text(group), ""])
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            heading.setFont(0, bold)
            self._headings.append(heading)
            for command in COMMANDS:
                if command.group == group:
                    row = QTreeWidgetItem(heading, [command.label, ""])
                    row.setData(0, _ID, command.id)
                    row.setToolTip(0, command.explanation)
                    self._rows[command.id] = row
            heading.setExpanded(True)
        view.currentItemChanged.connect(lambda _now, _before: self._chosen_changed())
        self._show_all()

    def _lay_out(self) -> None:
        keys = QHBoxLayout()
        keys.setSpacing(SMALL)
        keys.addWidget(label(self.tr("New key")))
        self.new_key.setMinimumWidth(scaled(NEW_KEY_WIDTH))
        keys.addWidget(self.new_key, 1)
        buttons = Flow()
        buttons.hold((self.use, self.also, self.usual, self.none))
        keys.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, LARGE, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self.filter)
        column.addWidget(self.view, 1)
        column.addLayout(keys)
        column.addWidget(self.said)

    # What is shown ------------------------------------------------------------------------------------

    def show_keys(self, chosen: dict[str, list[str]]) -> None:
        """Show what the settings say; nothing is told."""
        self._chosen = {id_: list(keys) for id_, keys in chosen.items()}
        keymap.use(COMMANDS, self._chosen)
        self._show_all()
        self._chosen_changed()

    def _show_all(self) -> None:
        for id_, row in self._rows.items():
            keys = ", ".join(key_text(key) for key in BY_ID[id_].keys)
            row.setText(1, f"{keys} {_CHANGED}".strip() if id_ in self._chosen else keys)

    def _narrow(self) -> None:
        needle = self.filter.text().strip().casefold()
        for id_, row in self._rows.items():
            words = f"{BY_ID[id_].label}\n{row.text(1)}".casefold()
            row.setHidden(needle not in words)
        for heading in self._headings:
            heading.setHidden(all(row.isHidden() for row in self._rows.values() if row.parent() is heading))

    def select(self, command_id: str) -> None:
        """Choose a command in the list."""
        self.view.setCurrentItem(self._rows[command_id])

    def _command(self) -> Command | None:
        item = self.view.currentItem()
        return BY_ID.get(str(item.data(0, _ID))) if item is not None else None

    def _chosen_changed(self) -> None:
        self.new_key.clear()
        self._weigh()

    def _prompt(self) -> None:
        """What the empty field asks for; Qt puts its own words there whenever the field is emptied."""
        for inner in self.new_key.findChildren(QLineEdit):
            inner.setPlaceholderText(self.tr("Press a key"))

    def _key(self) -> str:
        return str(self.new_key.keySequence().toString(QKeySequence.SequenceFormat.PortableText))

    def _weigh(self) -> None:
        """What the key that was pressed would do, before it is done."""
        command, key = self._command(), self._key()
        able = command is not None and bool(key) and key not in keymap.RESERVED
        self.new_key.setEnabled(command is not None)
        self._prompt()
        self.use.setEnabled(able)
        self.also.setEnabled(able and command is not None and bool(command.keys))
        self.usual.setEnabled(command is not None and command.id in self._chosen)
        self.none.setEnabled(command is not None and bool(command.keys))
        self.use.setText(self.tr("Use this key"))
        if command is None:
            self.said.setText(self.tr("Choose a command to change its keys."))
            return
        if key in keymap.RESERVED:
            self.said.setText(self.tr("{key} moves the focus everywhere and cannot be used.").format(key=key))
            return
        rivals = keymap.holders(key, command, COMMANDS) if key else []
        if rivals:
            self.use.setText(self.tr("Take it for this"))
        said = self._loss(key, rivals) if rivals else command.explanation
        self.said.setText(" ".join([said, *self._elsewhere(command, key)]))

    def _loss(self, key: str, rivals: Sequence[keymap.Keyed]) -> str:
        """From which commands the key would be taken: from all of them, so all are named."""
        if len(rivals) == 1:
            return filled(
                self.tr("{key} is the key of “{other}”, which would lose it."), key=key_text(key), other=rivals[0].label
            )
        names = ", ".join(filled(self.tr("“{name}”"), name=each.label) for each in rivals)
        return filled(self.tr("{key} is the key of {others}; they would lose it."), key=key_text(key), others=names)

    def _elsewhere(self, command: Command, key: str) -> Iterator[str]:
        """What the key does where the command does not have it: in fields, and in the list of topics."""
        if command.where == "window" and keymap.is_kept_by_fields(key):
            yield filled(self.tr("While you type in a field, {key} stays with the field."), key=key_text(key))
        if topic := self._topic_keys.get(key.casefold()):
            said = self.tr("In the list of topics, {key} takes “{topic}”.")
            yield filled(said, key=key_text(key), topic=topic)

    # What is done -------------------------------------------------------------------------------------

    def _use(self) -> None:
        command, key = self._command(), self._key()
        if command is not None and key:
            self._give(command, [key])

    def _add(self) -> None:
        command, key = self._command(), self._key()
        if command is not None and key:
            self._give(command, [*command.keys, key])

    def _give(self, command: Command, keys: list[str]) -> None:
        for rival in keymap.holders(self._key(), command, COMMANDS):
            kept = [key for key in keymap.keys_of(rival) if keymap.portable(key) != self._key()]
            self._chosen[rival.id] = kept
        self._chosen[command.id] = list(dict.fromkeys(keys))
        self._tell()

    def _back_to_usual(self) -> None:
        command = self._command()
        if command is None:
            return
        given_back = {keymap.portable(key) for key in command.keys} - set(map(keymap.portable, command.usual_keys))
        del self._chosen[command.id]
        for id_, keys in list(self._chosen.items()):
            # Those from which the keys were taken have them again.
            usual = BY_ID[id_].usual_keys
            back = [key for key in usual if key not in keys and keymap.portable(key) in given_back]
            if back:
                self._chosen[id_] = [key for key in usual if key in keys or key in back] + [
                    key for key in keys if key not in usual
                ]
        self._tell()
        lost = [key for key in command.usual_keys if key not in command.keys]
        if lost:
            said = self.tr("{keys} belongs to another command now; give that one its usual keys first.")
            self.said.setText(said.format(keys=", ".join(map(key_text, lost))))

    def _take_away(self) -> None:
        command = self._command()
        if command is not None:
            self._chosen[command.id] = []
            self._tell()

    def _tell(self) -> None:
        self._chosen = {id_: keys for id_, keys in self._chosen.items() if tuple(keys) != BY_ID[id_].usual_keys}
        self.show_keys(self._chosen)
        # The button that was pressed may be disabled now; one goes on in the list.
        self.view.setFocus()
        self.changed.emit({id_: list(keys) for id_, keys in self._chosen.items()})
