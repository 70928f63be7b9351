"""The sheet of keys: what every key does, by group, in columns; a filter finds one by its name or key.

Opened by "?". Made from the table of commands, so that it cannot differ from what the keys do.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from annotator.gui.commands import COMMANDS, GROUPS, Command
from annotator.gui.dialogs.frame import DesignedDialog, emptied
from annotator.gui.labels import key_cap, key_text, label
from annotator.gui.theme import SMALL, TIGHT, WIDE, interface_font, scaled

COLUMN_WIDTH = 330
KEYS_WIDTH = 138
ROW_HEIGHT = 18
"""All in pixels at the usual size of the interface."""
SMALL_LETTERS = 0.88
"""Of the letters on a cap beside others; see the style sheet of dialogs."""
CAP_ROOM = 13
"""Around the letters of a cap, in pixels."""


def group_text(group: str) -> str:
    """The name of a group of commands, translated."""
    texts = {
        "Project": QCoreApplication.translate("Commands", "Project"),
        "Articles": QCoreApplication.translate("Commands", "Articles"),
        "Reading": QCoreApplication.translate("Commands", "Reading"),
        "Tagging": QCoreApplication.translate("Commands", "Tagging"),
        "Claim": QCoreApplication.translate("Commands", "Claim"),
        "Marks": QCoreApplication.translate("Commands", "Marks"),
        "Review": QCoreApplication.translate("Commands", "Review"),
        "View": QCoreApplication.translate("Commands", "View"),
        "Help": QCoreApplication.translate("Commands", "Help"),
    }
    return texts[group]


def commands_found(wanted: str) -> dict[str, list[Command]]:
    """Commands with keys, by group, whose name or key holds what is wanted; empty groups are left out."""
    needle = wanted.strip().casefold()
    found: dict[str, list[Command]] = {}
    for group in GROUPS:
        commands = [each for each in COMMANDS if each.group == group and each.keys and _matches(each, needle)]
        if commands:
            found[group] = commands
    return found


def _matches(command: Command, needle: str) -> bool:
    keys = [key_text(each).casefold() for each in command.keys]
    return needle in command.label.casefold() or needle in keys or any(needle in each for each in keys)


def pitch() -> int:
    """From one row to the next, in pixels; it grows with the interface."""
    return scaled(ROW_HEIGHT) + TIGHT


class WholeRows(QScrollArea):
    """A scroll area that shows whole rows: its foot stays free where the next row has no room."""

    def __init__(self) -> None:
        super().__init__()
        self.verticalScrollBar().valueChanged.connect(self._settle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many rows as there is room for."""
        super().resizeEvent(event)
        self.setViewportMargins(0, 0, 0, self.contentsRect().height() % pitch())
        self.verticalScrollBar().setSingleStep(pitch())

    def _settle(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if value != bar.maximum():
            bar.setValue(round(value / pitch()) * pitch())


class KeysSheet(DesignedDialog):
    """Groups stand in as many columns as fit; what does not fit scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "")
        self.setWindowTitle(self.tr("All keys"))
        self.heading.setText(self.tr("All keys"))
        self.explain(self.tr("Single letters act while the text has the focus, never while you type in a field."))
        self.open_at(1120, 760)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter by name or key"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _text: self._fill())
        self.content.addWidget(self.filter)
        self._columns = 0
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(WIDE)
        holder = QWidget()
        holder.setLayout(self._row)
        self.area = WholeRows()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(holder)
        self.area.setAccessibleName(self.tr("Keys by group"))
        self.content.addWidget(self.area, 1)
        self.nothing = label(self.tr("No key matches the filter."), "soft")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.content.addWidget(self.nothing)
        self.add_button(self.tr("Close"), self.accept, kind="primary", default=True)
        QShortcut(QKeySequence("Ctrl+W"), self, self.accept)
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        if self._fitting() != self._columns:
            self._fill()

    def _fitting(self) -> int:
        return max(1, min(4, (self.width() - 2 * WIDE) // scaled(COLUMN_WIDTH)))

    def _fill(self) -> None:
        self._columns = self._fitting()
        emptied(self._row)
        found = commands_found(self.filter.text())
        self.nothing.setVisible(not found)
        self.area.setVisible(bool(found))
        heights = [0] * self._columns
        groups: list[dict[str, list[Command]]] = [{} for _ in heights]
        for group, commands in found.items():
            lowest = heights.index(min(heights))
            heights[lowest] += len(commands) + 2
            groups[lowest][group] = commands
        for some in groups:
            self._row.addWidget(_column(some), 1)


def _column(groups: dict[str, list[Command]]) -> QWidget:
    widget = QWidget()
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    # A row stays free between two groups, so that the rows of all columns stand side by side.
    layout.setSpacing(pitch() + TIGHT)
    widest = max((_keys_width(each) for commands in groups.values() for each in commands), default=0)
    for group, commands in groups.items():
        layout.addWidget(_group(group, commands, max(widest, scaled(KEYS_WIDTH))))
    layout.addStretch(1)
    return widget


def _keys_width(command: Command) -> int:
    """What the caps of its keys take, in pixels; all groups of a column leave as much."""
    letters = interface_font()
    letters.setPointSizeF(letters.pointSizeF() * SMALL_LETTERS)
    metrics, words = QFontMetrics(letters), list(dict.fromkeys(key_text(each) for each in command.keys[:2]))
    return sum(metrics.horizontalAdvance(each) + CAP_ROOM for each in words) + TIGHT * (len(words) - 1)


def _group(group: str, commands: list[Command], width: int) -> QWidget:
    widget = QWidget()
    grid = QGridLayout(widget)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SMALL)
    grid.setVerticalSpacing(TIGHT)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, width)
    for row in range(len(commands) + 1):
        grid.setRowMinimumHeight(row, scaled(ROW_HEIGHT))
    grid.addWidget(label(group_text(group), "section"), 0, 0, 1, 2)
    for row, command in enumerate(commands, start=1):
        caps = QWidget()
        # As high as a line of words: level with the first where a name takes two.
        caps.setFixedHeight(scaled(ROW_HEIGHT))
        keys = QHBoxLayout(caps)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(TIGHT)
        for each in dict.fromkeys(key_text(each) for each in command.keys[:2]):
            keys.addWidget(key_cap(each))
        keys.addStretch(1)
        grid.addWidget(caps, row, 0, Qt.AlignmentFlag.AlignTop)
        text = label(command.label, wrapped=True)
        text.setToolTip(command.explanation)
        grid.addWidget(text, row, 1)
    return widget
