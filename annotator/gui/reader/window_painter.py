"""Painting what is in view: the head of the article, its paragraphs, the margin, the line of the focus.

Called by the view's paint event. Paints only what the event asks for.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from annotator.gui.reader.annotator_lanes import LanePainter
from annotator.gui.reader.margin import MarginPainter
from annotator.gui.reader.page import TOP, Page
from annotator.gui.reader.painting import ParagraphPainter, Scene
from annotator.gui.reader.scroll_position import ScrollPosition
from annotator.gui.reader.typography import PageStyle
from annotator.gui.theme import Theme

_NAMES_FROM = 4.0
"""Air between the window's edge and the names of the topics."""


class WindowPainter:
    """Paints the reader in one theme and one typography."""

    def __init__(self, theme: Theme, style: PageStyle) -> None:
        self._theme = theme
        self._style = style
        self._paragraphs = ParagraphPainter(theme)
        self._margin = MarginPainter(style.label, theme)
        self._lanes = LanePainter(theme, style.label)

    def paint(self, viewport: QWidget, region: QRect, page: Page, position: ScrollPosition, scene: Scene) -> None:
        """Paint the region of the viewport that needs it."""
        painter = QPainter(viewport)
        painter.setClipRect(region)
        painter.fillRect(region, self._theme.colour("card"))
        self._paint_head(painter, page, position)
        names_from = _NAMES_FROM if page.labelled else None
        for number, top in position.visible():
            height = page.column.height(number)
            # Underlines of the last line and outlines reach a little over the paragraph's own box.
            if top - 6 > region.bottom() or top + height + 6 < region.top():
                continue
            laid, decoration = page.laid(number)
            place = QPointF(page.left, round(top))
            together = scene.together()
            if scene.lanes is None:
                self._margin.paint(painter, laid, decoration, place, scene.topics, together, names_from)
            else:
                self._lanes.paint(painter, laid, scene.lanes, place, names_from)
            self._paragraphs.paint(painter, laid, decoration, place, scene)
        if scene.has_focus:
            # The outline of the sentence says it as well; a frame around a page would stay in the eye.
            painter.fillRect(0, 0, viewport.width(), 2, self._theme.colour("focus"))
        painter.end()

    def _paint_head(self, painter: QPainter, page: Page, position: ScrollPosition) -> None:
        header, x, top = page.header, page.left, -position.value
        if header.title:
            header.paint_title(painter, x, top + TOP, self._theme.colour("ink"))
            details = top + TOP + header.title_height
        else:
            details = top + page.top(0) + page.column.height(0) - header.details_height
        if -header.details_height < details < position.height:
            header.paint_details(painter, x, details, self._theme.colour("soft"))
