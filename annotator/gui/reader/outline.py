"""Soft outlines around stretches of text that run over several lines.

Called by the painter for the sentence under the cursor. Pure geometry: rectangles in, a path with
rounded corners out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF


def outline_of(rectangles: Sequence[QRectF], around: float, radius: float) -> QPainterPath:
    """One outline around rectangles that stand line below line, `around` pixels outside of them.

    Lines that share some width are joined; lines that do not stay apart.
    """
    boxes = [box.adjusted(-around, -around, around, around) for box in rectangles]
    for upper, lower in pairwise(boxes):
        if lower.top() > upper.bottom() and _share_width(upper, lower):
            middle = round((upper.bottom() + lower.top()) / 2)
            upper.setBottom(middle)
            lower.setTop(middle)
    union = QPainterPath()
    for box in boxes:
        path = QPainterPath()
        path.addRect(box)
        union = union.united(path)
    rounded = QPainterPath()
    for polygon in union.simplified().toSubpathPolygons():
        _add_rounded(rounded, polygon, radius)
    return rounded


def _share_width(first: QRectF, second: QRectF) -> bool:
    return first.left() < second.right() and second.left() < first.right()


def _add_rounded(path: QPainterPath, polygon: QPolygonF, radius: float) -> None:
    points = _corners([polygon.at(index) for index in range(polygon.size())])
    if len(points) < 3:
        return
    for index, corner in enumerate(points):
        before, after = points[index - 1], points[(index + 1) % len(points)]
        entry, leave = _towards(corner, before, radius), _towards(corner, after, radius)
        if index:
            path.lineTo(entry)
        else:
            path.moveTo(entry)
        path.quadTo(corner, leave)
    path.closeSubpath()


def _corners(points: list[QPointF]) -> list[QPointF]:
    """The points at which the outline turns: no doubles, no points in the middle of an edge."""
    kept: list[QPointF] = []
    for point in points:
        if not kept or (point - kept[-1]).manhattanLength() > 0.5:
            kept.append(point)
    if len(kept) > 1 and (kept[0] - kept[-1]).manhattanLength() <= 0.5:
        kept.pop()
    return [
        point
        for index, point in enumerate(kept)
        if not _is_straight(kept[index - 1], point, kept[(index + 1) % len(kept)])
    ]


def _is_straight(first: QPointF, middle: QPointF, last: QPointF) -> bool:
    upright = abs(first.x() - middle.x()) < 0.5 and abs(middle.x() - last.x()) < 0.5
    level = abs(first.y() - middle.y()) < 0.5 and abs(middle.y() - last.y()) < 0.5
    return upright or level


def _towards(corner: QPointF, other: QPointF, distance: float) -> QPointF:
    way = other - corner
    length = max(abs(way.x()), abs(way.y()))
    share = min(distance, length / 2) / length if length else 0.0
    return corner + way * share
