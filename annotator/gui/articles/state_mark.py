"""The state of an article as a shape and a colour: ring, half disc, disc, disc with a tick; a ring with a
stroke through it where there was nothing to tag.

Called by the rows of the list. The shapes alone tell the states apart.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from annotator.gui.theme import Theme
from annotator.records import State

STATE_MARK = 11.0
"""Diameter in pixels at the usual size of the interface."""


def paint_state(painter: QPainter, theme: Theme, state: State, box: QRectF, *, empty: bool = False) -> None:
    """Paint the shape of a state into a square box. empty: finished, as there was nothing to tag."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(1, 1, -1, -1)
    if state == "new":
        painter.setPen(QPen(theme.colour("faint"), 1.8))
        painter.drawEllipse(inner)
    elif state == "in_progress":
        painter.setPen(QPen(theme.colour("accent"), 1.8))
        painter.drawEllipse(inner)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawPie(inner, 90 * 16, 180 * 16)
    elif empty and state == "finished":
        painter.setPen(QPen(theme.colour("ok"), 1.8))
        painter.drawEllipse(inner)
        painter.drawLine(inner.bottomLeft(), inner.topRight())
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ok"))
        grown = box.adjusted(-1.5, -1.5, 1.5, 1.5) if state == "reviewed" else box
        painter.drawEllipse(grown)
        if state == "reviewed":
            _paint_tick(painter, theme, grown)


def _paint_tick(painter: QPainter, theme: Theme, box: QRectF) -> None:
    pen = QPen(theme.colour("card"), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    side = box.width()
    points = ((0.28, 0.53), (0.44, 0.68), (0.73, 0.35))
    painter.drawPolyline(QPolygonF([box.topLeft() + QPointF(x * side, y * side) for x, y in points]))


def state_word(state: State, *, empty: bool = False) -> str:
    """A state in words. empty: finished, as there was nothing to tag."""
    translate = QCoreApplication.translate
    if empty and state == "finished":
        return translate("State", "Finished, nothing to tag")
    return {
        "new": translate("State", "New"),
        "in_progress": translate("State", "In progress"),
        "finished": translate("State", "Finished"),
        "reviewed": translate("State", "Reviewed"),
    }[state]
