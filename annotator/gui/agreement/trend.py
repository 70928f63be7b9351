"""How agreement went from month to month, drawn: a line with its interval around it, one point a month.

Made by the view of agreement, which shows the same figures as a table below it. Nothing here computes one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from annotator.gui.agreement.values import value_text
from annotator.gui.dress import current_theme
from annotator.gui.language import tr
from annotator.gui.theme import RADIUS, Theme, interface_font, scaled

HEIGHT = 152
LEFT, RIGHT, TOP, BOTTOM = 44, 24, 16, 30
"""Around the field with the line, in pixels at the usual size of the interface."""
POINT = 4.0
WHISKER = 5.0
NEAR = 28
LEAST_SPAN = 0.2
BAND = 0.16
"""How strongly the ground between the ends of two intervals is tinted."""


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """month: how many months after the year 0. name: below the axis. says: all there is to say of it."""

    month: int
    name: str
    value: float
    interval: tuple[float, float] | None
    says: str


class TrendChart(QWidget):
    """Left and Right go from month to month; what one holds is said at the pointer, and read out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points: list[TrendPoint] = []
        self.current = -1
        self.setAccessibleName(tr("Agreement from month to month"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(320), scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(200), scaled(HEIGHT))

    def show_points(self, points: Sequence[TrendPoint]) -> None:
        """Show these, in the order of time."""
        self.points = list(points)
        self.current = len(self.points) - 1
        self.setAccessibleDescription(". ".join(each.says for each in self.points))
        self.update()

    # Where things are ---------------------------------------------------------------------------

    def lowest(self) -> float:
        """The value at the foot of the field: a whole tenth, with room below all that is drawn."""
        values = [each.value for each in self.points] + [each.interval[0] for each in self.points if each.interval]
        least = min(values, default=0.0)
        return min(floor(least * 10) / 10, 1.0 - LEAST_SPAN)

    def field(self) -> QRectF:
        """The part in which the line is drawn."""
        box = QRectF(self.rect())
        return box.adjusted(scaled(LEFT), scaled(TOP), -scaled(RIGHT), -scaled(BOTTOM))

    def place(self, point: TrendPoint, value: float | None = None) -> QPointF:
        """Where a value of a month is drawn: its own if no other is given."""
        field, first, last = self.field(), self.points[0].month, self.points[-1].month
        share = (point.month - first) / (last - first) if last > first else 0.5
        return QPointF(field.left() + share * field.width(), self._height(point.value if value is None else value))

    def _height(self, value: float) -> float:
        field, low = self.field(), self.lowest()
        return field.bottom() - (value - low) / (1.0 - low) * field.height()

    # What it draws ------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else "line"), 2 if self.hasFocus() else 1))
        painter.setBrush(theme.colour("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        if self.points:
            small = interface_font()
            small.setPointSizeF(small.pointSizeF() * 0.885)
            painter.setFont(small)
            self._paint_axis(painter, theme)
            self._paint_names(painter, theme, small)
            self._paint_intervals(painter, theme.colour("accent"))
            self._paint_line(painter, theme)
        painter.end()

    def _paint_axis(self, painter: QPainter, theme: Theme) -> None:
        field, low = self.field(), self.lowest()
        step = 0.1 if 1.0 - low < 0.45 else 0.2 if 1.0 - low < 1.1 else 0.5
        number = 0
        while (value := 1.0 - number * step) > low - 0.001:
            height = self._height(value)
            painter.setPen(QPen(theme.colour("line"), 1, Qt.PenStyle.SolidLine if number else Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(field.left(), height), QPointF(field.right(), height))
            painter.setPen(theme.colour("faint"))
            box = QRectF(0, height - scaled(8), field.left() - scaled(8), scaled(16))
            side = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(box, side, value_text(value, decimals=1))
            number += 1

    def _paint_names(self, painter: QPainter, theme: Theme, font: QFont) -> None:
        """Names of months, the last one always, of the others those that have room."""
        metrics, top = QFontMetricsF(font), self.field().bottom() + scaled(6)
        free = float(self.width())
        painter.setPen(theme.colour("soft"))
        for point in reversed(self.points):
            width = metrics.horizontalAdvance(point.name)
            left = min(self.place(point).x() - width / 2, self.width() - width - scaled(8))
            if left + width < free and left > scaled(4):
                painter.drawText(
                    QRectF(left, top, width + 1, scaled(18)), int(Qt.AlignmentFlag.AlignCenter), point.name
                )
                free = left - scaled(12)

    def _paint_intervals(self, painter: QPainter, colour: QColor) -> None:
        ground = QColor(colour)
        ground.setAlphaF(BAND)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        for one, other in pairwise(self.points):
            if one.interval and other.interval:
                ends = [self.place(one, one.interval[1]), self.place(other, other.interval[1])]
                ends += [self.place(other, other.interval[0]), self.place(one, one.interval[0])]
                painter.drawPolygon(QPolygonF(ends))
        painter.setPen(QPen(colour, 1.25))
        for each in self.points:
            if each.interval:
                low, high = self.place(each, each.interval[0]), self.place(each, each.interval[1])
                painter.drawLine(low, high)
                for end in (low, high):
                    painter.drawLine(end - QPointF(scaled(WHISKER), 0), end + QPointF(scaled(WHISKER), 0))

    def _paint_line(self, painter: QPainter, theme: Theme) -> None:
        accent = theme.colour("accent")
        painter.setPen(QPen(accent, 2))
        places = [self.place(each) for each in self.points]
        for one, other in pairwise(places):
            painter.drawLine(one, other)
        for number, place in enumerate(places):
            chosen = number == self.current
            painter.setBrush(accent if chosen else theme.colour("card"))
            size = scaled(POINT) + (1.5 if chosen else 0)
            painter.drawEllipse(place, size, size)

    # What is pointed at -------------------------------------------------------------------------

    def choose(self, number: int) -> None:
        """Point at a month, and say what it holds there."""
        if 0 <= number < len(self.points) and number != self.current:
            self.current = number
            self.update()

    def say(self) -> None:
        """Show what the month holds that is pointed at."""
        if 0 <= self.current < len(self.points):
            point = self.points[self.current]
            QToolTip.showText(self.mapToGlobal(self.place(point).toPoint()), point.says, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.choose(self.current + step)
            self.say()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        nearest = min(
            enumerate(self.points),
            key=lambda each: abs(self.place(each[1]).x() - event.position().x()),
            default=None,
        )
        if nearest is not None and abs(self.place(nearest[1]).x() - event.position().x()) <= scaled(NEAR):
            self.choose(nearest[0])
            self.say()
        else:
            QToolTip.hideText()

    def leaveEvent(self, event: QEvent) -> None:
        QToolTip.hideText()
        super().leaveEvent(event)
