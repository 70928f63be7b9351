"""The tabs of the screens in the top bar: a name and its key each; the one that is shown is marked.

Made by the top bar out of the commands that show a screen. Painted here, since a button of Qt's has one
text in one colour.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from annotator.gui.dress import current_theme
from annotator.gui.theme import MEDIUM, RADIUS, SMALL, TIGHT, scaled

KEY_SIZE = 0.82
"""Of the key's letters, as a part of the name's."""


class ScreenTab(QAbstractButton):
    """One tab."""

    def __init__(self, action: QAction, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._key = ""
        self.setText(name)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)

    def show_key(self, key: str) -> None:
        """The key that shows the screen, "" where it has none."""
        self._key = key
        self.setToolTip(f"{self._action.toolTip()} ({key})" if key else self._action.toolTip())
        self.updateGeometry()

    def _fonts(self) -> tuple[QFont, QFont]:
        name, key = QFont(self.font()), QFont(self.font())
        # As wide when it is marked as when it is not: nothing moves.
        name.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium)
        key.setPointSizeF(key.pointSizeF() * KEY_SIZE)
        return name, key

    def _widths(self) -> tuple[float, float]:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        _, key = self._fonts()
        return QFontMetricsF(bold).horizontalAdvance(self.text()), QFontMetricsF(key).horizontalAdvance(self._key)

    def sizeHint(self) -> QSize:
        return self._size(sum(self._widths()) + scaled(TIGHT))

    def minimumSizeHint(self) -> QSize:
        """The name alone: the key gives way."""
        return self._size(self._widths()[0])

    def _size(self, inside: float) -> QSize:
        return QSize(round(inside) + 2 * MEDIUM, round(QFontMetricsF(self.font()).height()) + 2 * scaled(7))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = current_theme()
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accentbg" if self.isChecked() else "line"))
            painter.drawRoundedRect(inside, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(theme.colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside, RADIUS, RADIUS)
        name, key = self._fonts()
        wide, _ = self._widths()
        painter.setFont(name)
        painter.setPen(theme.colour("accent" if self.isChecked() else "ink"))
        painter.drawText(QRectF(MEDIUM, 0, wide + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(key)
        painter.setPen(theme.colour("accent" if self.isChecked() else "faint"))
        if self.width() < self.sizeHint().width():
            return
        left = MEDIUM + wide + scaled(TIGHT)
        painter.drawText(QRectF(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self._key)


class ScreenTabs(QWidget):
    """The row of tabs; not there at all where there is one screen only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: dict[str, ScreenTab] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SMALL // 2)

    def add(self, screen_id: str, action: QAction, name: str) -> None:
        """One more tab, at the right of the others."""
        tab = ScreenTab(action, name, self)
        self._tabs[screen_id] = tab
        self._group.addButton(tab)
        self._row.addWidget(tab)

    def show_key(self, screen_id: str, key: str) -> None:
        """The key of a tab."""
        self._tabs[screen_id].show_key(key)

    def mark(self, screen_id: str) -> None:
        """Mark the tab of the screen that is shown."""
        self._tabs[screen_id].setChecked(True)

    def set_open(self, is_open: bool) -> None:
        """Show the tabs while a project is open."""
        self.setVisible(is_open and len(self._tabs) > 1)
