"""Dresses windows, dialogs and strips beyond the one style sheet: sizes of headings, caps, zones, strips.

Called once by each widget that stands for itself; after that the widget follows the theme and the size
of the interface by itself. Holds no colours of its own: all of them are tokens of the theme.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from string import Template

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from annotator.gui.theme import RADIUS, Theme, current_theme, mixed

__all__ = ["current_theme", "dress", "repolish"]

_SHEET = """
QLabel[kind="huge"] { font-size: ${huge}pt; font-weight: 700; }
QLabel[kind="large"] { font-size: ${large}pt; font-weight: 600; }
QLabel[kind="lead"] { font-size: ${lead}pt; color: $soft; }
QLabel[kind="section"] { color: $soft; font-weight: 600; }
QLabel[kind="small"] { color: $faint; font-size: ${small}pt; }
QLabel[kind="warn"] { color: $warn; }
QLabel[kind="ok"] { color: $ok; }
QLabel[kind="cap"] { background: $card; color: $soft; border: 1px solid $line; border-bottom: 2px solid $line;
    border-radius: 4px; padding: 0px 5px; font-size: ${small}pt; }
QLabel:disabled { color: $faint; }
QPushButton[kind="action"] { background: $card; border: 1px solid $line; border-radius: ${radius}px;
    padding: 0; text-align: left; }
QPushButton[kind="action"]:hover { background: $accentbg; border-color: $accent; }
QPushButton[kind="action"]:focus { border: 2px solid $focus; }
QToolButton[kind="bare"] { background: transparent; border: 2px solid transparent; border-radius: 5px;
    padding: 2px; min-height: 16px; }
QToolButton[kind="bare"]:hover { background: $selection; }
QToolButton[kind="bare"]:focus { border-color: $focus; }
QToolButton[kind="step"] { padding: 5px 8px; min-width: 14px; font-weight: 600; }
QToolButton[kind="step"]:focus { padding: 4px 7px; }
QPushButton[kind="segment"] { padding: 5px 16px; }
QFrame[kind="drop"] { background: transparent; border: 2px dashed $line; border-radius: ${radius}px; }
QFrame[kind="drop"][hot="true"] { background: $accentbg; border: 2px solid $accent; }
QFrame#findBar { background: $pane; border: none; border-bottom: 1px solid $line; }
QFrame#topBar { background: $pane; border: none; border-bottom: 1px solid $line; }
QFrame#topBar QMenuBar { border: none; background: transparent; padding: 0; }
QFrame#status { background: $pane; border: none; border-top: 1px solid $line; }
QFrame[kind="work"] { background: $pane; border: none; border-top: 1px solid $line; }
QFrame[kind="strip"] { border: none; border-bottom: 1px solid $line; background: $accentbg; }
QFrame[kind="strip"][tone="warning"] { background: $claim; }
QFrame[kind="strip"][tone="error"] { background: $warn_ground; }
QTableView::item { padding: 6px 8px; }
QAbstractSpinBox QLineEdit { padding: 0; border: none; min-height: 0; background: transparent; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
"""


def repolish(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose dynamic property has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _sheet(theme: Theme, points: float) -> str:
    ground = mixed(QColor(theme.card), QColor(theme.warn), 0.14).name()
    sizes = {"small": 0.88, "lead": 1.12, "large": 1.42, "huge": 2.15}
    scaled = {name: round(points * factor, 2) for name, factor in sizes.items()}
    values = {**asdict(theme), "radius": RADIUS, "warn_ground": ground}
    return Template(_SHEET).substitute(values, **scaled)


class _Dresser(QObject):
    """Follows the theme on behalf of one widget."""

    def __init__(self, widget: QWidget, dressed: Callable[[Theme], None] | None) -> None:
        super().__init__(widget)
        self._widget = widget
        self._dressed = dressed
        self._worn: tuple[str, float] = ("", 0.0)
        self.dress()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.ApplicationFontChange)
        if event.type() in kinds and self._wanted() != self._worn:
            # Not at once: a style sheet that is set while one is being set would be lost.
            QTimer.singleShot(0, self, self.dress)
        return super().eventFilter(watched, event)

    def _wanted(self) -> tuple[str, float]:
        return current_theme().name, QApplication.font().pointSizeF()

    def dress(self) -> None:
        wanted = self._wanted()
        if wanted == self._worn:
            return
        self._worn = wanted
        theme = current_theme()
        self._widget.setStyleSheet(_sheet(theme, wanted[1]))
        if self._dressed is not None:
            self._dressed(theme)


def dress(widget: QWidget, dressed: Callable[[Theme], None] | None = None) -> None:
    """Dress a widget and keep it dressed. `dressed` is told the theme now and whenever it changes."""
    _Dresser(widget, dressed)
