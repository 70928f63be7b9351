"""The thin bar at the right: where in the whole article the marks lie, and which part is in view.

Made by the view. Kind is told by place and width as well as by colour: claims over the whole width,
mentions at the left, passages at the right; hits of a search stand outside the bar at its right, what a
highlighter is set on at its left. A click jumps. Counts marks by row, so that one changed mark
changes two numbers and no list is walked again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from annotator.gui.reader.long_lanes import topics_of
from annotator.gui.reader.spots import Highlight, Spots
from annotator.gui.theme import LIGHT, Theme
from annotator.records import ClaimRecord, MarkRecord, MentionRecord

WIDTH = 21
_ROWS = 400
MOST_SEEN = 0.35
"""How dense the ground of what is in view is, where the contrast is high."""
_MANY = 1000
"""More marks than this are counted after the text has been painted."""
Tick = tuple[int, str]
"""Kind and topic of a tick; the greater kind is painted later."""
_MENTION: Tick = (0, "")
_PASSAGE = 1
_CLAIM: Tick = (2, "")


class Overview(QWidget):
    """Ticks for marks by their place in the text."""

    jumped = Signal(float)
    """A click: the share of the text, from 0 to 1, to go to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._topics: Mapping[str, QColor] = {}
        self._length = 1
        self._rows: dict[int, Counter[Tick]] = {}
        self._uncounted: Collection[MarkRecord] | None = None
        self._view = (0.0, 1.0)
        self._hits = Spots()
        self._highlights: Sequence[Highlight] = ()
        self._picture: QPixmap | None = None
        self.setToolTip(self.tr("Marks and hits in the whole article. Click to go there."))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def set_colours(self, theme: Theme, topics: Mapping[str, tuple[str, str]]) -> None:
        """Paint in this palette; topics: id -> name and colour."""
        self._theme = theme
        self._topics = {topic: QColor(colour) for topic, (_, colour) in topics.items()}
        self._repaint_all()

    def set_marks(self, length: int, marks: Collection[MarkRecord]) -> None:
        """Show the marks of a text of `length` code points."""
        self._length = max(length, 1)
        self._uncounted = marks
        self._rows = {}
        self._repaint_all()

    def _count_later(self) -> None:
        """Count thousands of marks when the text has been painted; a few at once, now that the bar is."""
        if self._uncounted is not None and len(self._uncounted) > _MANY:
            QTimer.singleShot(0, self, self._counted)
        else:
            self._count()

    def _counted(self) -> None:
        self._count()
        self._repaint_all()

    def _count(self) -> None:
        """Count the marks by row, in bulk; `replace` does the same for one."""
        if self._uncounted is None:
            return
        marks, self._uncounted, self._rows = self._uncounted, None, {}
        rows = [min(mark.parts[0].start * _ROWS // self._length, _ROWS - 1) for mark in marks]
        for (row, tick), count in Counter(zip(rows, map(_tick, marks), strict=True)).items():
            self._rows.setdefault(row, Counter())[tick] = count

    def replace(self, before: MarkRecord | None, after: MarkRecord | None) -> None:
        """One mark was made (before is None), changed, or deleted (after is None)."""
        self._count()
        for mark, change in ((before, -1), (after, 1)):
            if mark is None:
                continue
            row, tick = min(mark.parts[0].start * _ROWS // self._length, _ROWS - 1), _tick(mark)
            ticks = self._rows.setdefault(row, Counter())
            ticks[tick] += change
            if not ticks[tick]:
                del ticks[tick]
            self._repaint_row(row)

    def set_view(self, first: float, last: float) -> None:
        """The share of the page that is in view, from 0 to 1."""
        if (first, last) != self._view:
            self._view = (first, last)
            self.update()

    def set_spots(self, hits: Spots, highlights: Sequence[Highlight]) -> None:
        """Show where hits of a search are, and where highlighters are set."""
        self._hits, self._highlights = hits, highlights
        self._repaint_all()

    # Painting ----------------------------------------------------------------

    def _bar(self) -> QRectF:
        return QRectF(6, 10, 9, max(self.height() - 20, 1))

    def _row_box(self, row: int) -> QRectF:
        bar = self._bar()
        return QRectF(bar.left(), round(bar.top() + row / _ROWS * (bar.height() - 5)), bar.width(), 4)

    def _repaint_all(self) -> None:
        self._picture = None
        self.update()

    def _repaint_row(self, row: int) -> None:
        """Rows lie closer than ticks are high, so the neighbours are painted again as well."""
        if self._picture is None:
            return
        box = self._row_box(row)
        painter = QPainter(self._picture)
        painter.setClipRect(box)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(box, Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        near = max(6, round(6 * _ROWS / max(self.height(), 1)))
        self._paint_rows(painter, range(max(row - near, 0), min(row + near + 1, _ROWS)))
        painter.end()
        self.update(box.toAlignedRect())

    def _paint_rows(self, painter: QPainter, rows: Iterable[int]) -> None:
        claim, mention = self._theme.colour("claim_line"), self._theme.colour("mention")
        unknown = self._theme.colour("faint")
        bar = self._bar()
        left, right, step = bar.left(), bar.right(), (bar.height() - 5) / _ROWS
        ticks = ((kind, topic, row) for row in rows for kind, topic in self._rows.get(row, ()))
        for kind, topic, row in sorted(ticks):
            top = round(bar.top() + row * step)
            if kind == _CLAIM[0]:
                painter.fillRect(QRectF(left + 1, top, 7, 4), claim)
            elif kind == _MENTION[0]:
                painter.fillRect(QRectF(left, top, 3, 2), mention)
            else:
                painter.fillRect(QRectF(right - 3, top, 3, 4), self._topics.get(topic, unknown))

    def _paint_spots(self, painter: QPainter) -> None:
        """Outside the bar, and each row once, however many hits it holds."""
        bar = self._bar()
        columns = [(bar.left() - 5, each.spots, QColor(each.colour)) for each in self._highlights]
        for left, spots, colour in (*columns, (bar.right() + 1, self._hits, self._theme.colour("hit_line"))):
            for row in {min(start * _ROWS // self._length, _ROWS - 1) for start, _ in spots.stretches}:
                painter.fillRect(QRectF(left, self._row_box(row).top() + 1, 4, 2), colour)

    def _layer(self) -> QPixmap:
        """The ticks alone, on nothing; kept while only the part in view changes."""
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        self._count_later()
        if self._picture is None or self._picture.size() != size:
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            self._paint_spots(painter)
            self._paint_rows(painter, range(_ROWS))
            painter.end()
        return self._picture

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("card"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = self._bar()
        painter.setBrush(self._theme.colour("bg"))
        painter.drawRoundedRect(bar, 4, 4)
        first, last = self._view
        if last - first < 1:
            seen = QRectF(bar.left(), bar.top() + first * bar.height(), 9, (last - first) * bar.height())
            ground = self._theme.colour("line")
            # Lines are as dark as ink where the contrast is high; the marks must be seen on what is in view.
            ground.setAlphaF(MOST_SEEN if self._theme.name.startswith("contrast") else 1.0)
            painter.setBrush(ground)
            painter.drawRoundedRect(seen, 4, 4)
        painter.drawPixmap(0, 0, self._layer())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._jump(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._jump(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _jump(self, position: QPointF) -> None:
        bar = self._bar()
        self.jumped.emit(min(max((position.y() - bar.top()) / bar.height(), 0.0), 1.0))


def _tick(mark: MarkRecord) -> Tick:
    if type(mark) is ClaimRecord:
        return _CLAIM
    if type(mark) is MentionRecord:
        return _MENTION
    return _PASSAGE, topics_of(mark)[0]
