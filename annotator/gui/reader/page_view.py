"""A scroll area over one page: what is in view, how far down, in which theme and typography.

The base of the reader, which adds cursor, marks and mouse. Keeps the text that is read in place when
heights turn out different from their estimates, when the window changes its width and when fonts change.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from annotator.gui.reader.annotator_lanes import AnnotatorLanes
from annotator.gui.reader.overview import WIDTH, Overview
from annotator.gui.reader.page import Page
from annotator.gui.reader.painting import Scene
from annotator.gui.reader.scroll_position import ScrollPosition
from annotator.gui.reader.spots import Highlight, Spots
from annotator.gui.reader.typography import PageStyle, Typography
from annotator.gui.reader.window_painter import WindowPainter
from annotator.gui.theme import LIGHT, Theme
from annotator.records import ArticleRecord

NO_ARTICLE = ArticleRecord(
    id="", title="", byline=None, published=None, source=None, url=None, language=None, text="", sha256="",
    revision=1, earlier=(), blocks=(), links=(), file=None, retrieved=None, meta={},
)  # fmt: skip


class PageView(QAbstractScrollArea):
    """A page that scrolls. Offsets are code points of its text."""

    scrolled = Signal(int)
    """The offset at the top edge of the window."""

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setViewportMargins(0, 0, WIDTH, 0)
        self._style = PageStyle(Typography())
        self._following = False
        self._kept: tuple[int, float] | None = None
        self._overview = Overview(self)
        self._overview.jumped.connect(self._jump_to_share)
        self._scene = Scene()
        self._theme = theme
        self._painter = WindowPainter(theme, self._style)
        self._set_page(Page(NO_ARTICLE, (), self._style))
        self.set_theme(theme)
        self.verticalScrollBar().valueChanged.connect(self._bar_moved)

    def _set_page(self, page: Page) -> None:
        page.resize(self.viewport().width(), self._style)
        self.page = page
        self._position = ScrollPosition(page, self.viewport().height())
        self._kept = None
        self._overview.set_marks(len(page.article.text), page.marks.records())
        self._overview.set_spots(Spots(), ())

    def text(self) -> str:
        """The article's text."""
        return self.page.article.text

    def set_theme(self, theme: Theme) -> None:
        """Paint in this palette."""
        self._theme = theme
        self._overview.set_colours(theme, self._scene.topics)
        self._painter = WindowPainter(theme, self._style)
        # The strip below the scroll bar is the page's too.
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.colour("card"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.viewport().update()

    def set_typography(self, font_family: str, size_pt: float, line_spacing: float, column_width_chars: int) -> None:
        """Set the reading font ("" for the default), its size in points, line pitch in ems, line length."""
        self._style = PageStyle(Typography(font_family, size_pt, line_spacing, column_width_chars))
        self._painter = WindowPainter(self._theme, self._style)
        self._lay_out_again()

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """What a stretch of the text covers in the viewport; several boxes for lines and mixed directions."""
        return [box.translated(0, -self._position.value) for box in self.page.rectangles(start, end)]

    def screen_rectangle(self, start: int, end: int) -> QRect:
        """Where a stretch stands on the screen, its first box."""
        boxes = self.rectangles(start, end)
        if not boxes:
            return QRect()
        box = boxes[0].toAlignedRect()
        return QRect(self.viewport().mapToGlobal(box.topLeft()), box.size())

    # What is shown beside marks ----------------------------------------------------------------

    def show_hits(self, hits: Spots, hit: tuple[int, int] | None = None) -> None:
        """Show what was found in the text; hit: the one that was gone to."""
        self._scene.hits, self._scene.hit = hits, hit
        self._overview.set_spots(hits, self._scene.highlights)
        self.viewport().update()

    def show_empty(self, empty: Spots) -> None:
        """Show in the margin which paragraphs hold nothing to tag."""
        self._scene.empty = empty
        self.viewport().update()

    def show_highlights(self, highlights: Sequence[Highlight]) -> None:
        """Show where the user's highlighters are set."""
        self._scene.highlights = highlights
        self._overview.set_spots(self._scene.hits, highlights)
        self.viewport().update()

    def show_versions(self, lanes: AnnotatorLanes, differing: Spots) -> None:
        """Show who marked what in lanes beside the text, and the words that not all versions cover."""
        self._scene.lanes, self._scene.differing = lanes, differing
        self.viewport().update()

    # Scrolling ----------------------------------------------------------------

    def to_page(self, point: QPointF) -> QPointF:
        """A point of the viewport as a point of the page."""
        return QPointF(point.x(), point.y() + self._position.value)

    def beyond_edge(self, point: QPointF) -> float:
        """How far a point lies above (negative) or below the viewport; 0 within."""
        height = self.viewport().height()
        return min(point.y(), 0.0) + max(point.y() - height, 0.0)

    def scroll_to(self, offset: int) -> None:
        """Bring the line of an offset to the top third of the window."""
        self._position.show_at(offset, self.viewport().height() * 0.25)
        self._moved()

    def top_offset(self) -> int:
        """The offset at which the first line in view begins."""
        return self._position.first_offset()

    def scroll_by(self, pixels: float) -> None:
        """Scroll by pixels as they are on the screen."""
        self._position.move(pixels)
        self._moved()

    def scroll_pages(self, pages: float) -> None:
        """Scroll by windows; two lines of the last one stay in view."""
        self.scroll_by(pages * (self.viewport().height() - 2 * self._style["paragraph"].pitch))

    def scroll_to_end(self, *, end: bool) -> None:
        """Go to the beginning or the end of the article."""
        if end:
            self._position.go_to_end()
        else:
            self._position.jump(0.0)
        self._moved()

    def _bring_into_view(self, start: int, end: int | None = None) -> None:
        """Scroll as little as needed, so that a stretch stands clear of the window's edges."""
        number = self.page.column.number_of(start)
        visible = {shown for shown, _ in self._position.visible()}
        if number not in visible:
            self.scroll_to(start)
            return
        height, air = self.viewport().height(), 2 * self._style["paragraph"].pitch
        top = self.page.line_of(start)[0] - self._position.value
        bottom = self.page.line_of(max(start, (end or start) - 1))[1] - self._position.value
        if top < air or bottom - top > height - 2 * air:
            self.scroll_by(top - air)
        elif bottom > height - air:
            self.scroll_by(bottom - height + air)

    def _jump_to_share(self, share: float) -> None:
        self._position.show_at(round(share * len(self.text())), self.viewport().height() / 2)
        self._moved()

    def _bar_moved(self, value: int) -> None:
        if self._following:
            return
        distance = value - self._position.value
        if value == self.verticalScrollBar().maximum():
            self._position.go_to_end()
        elif abs(distance) < 3 * self.viewport().height():
            self._position.move(distance)
        else:
            self._position.jump(value)
        self._moved()

    def _moved(self) -> None:
        self._kept = None
        self._follow_page()
        self.scrolled.emit(self.top_offset())

    def _follow_page(self) -> None:
        """Scroll bar, overview and picture follow the position."""
        self._following = True
        self._position.settle()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, round(self._position.limit))
        # Where all of the text is in view, there is nothing to take hold of.
        bar.setEnabled(self._position.limit >= 1)
        bar.setPageStep(height)
        bar.setSingleStep(round(self._style["paragraph"].pitch))
        bar.setValue(round(self._position.value))
        self._following = False
        total = max(self.page.total(), 1.0)
        first = self._position.value / total
        self._overview.set_view(first, min(first + height / total, 1.0))
        self.viewport().update()

    def _lay_out_again(self) -> None:
        """Another width or other fonts: the line that was on top stays where it is."""
        if self._kept is None:
            offset = self._position.first_offset()
            self._kept = offset, self.page.line_of(offset)[0] - self._position.value
        self._position.height = self.viewport().height()
        self.page.resize(self.viewport().width(), self._style)
        self._position.show_at(*self._kept)
        self._follow_page()

    # Events ----------------------------------------------------------------

    def _repaint_paragraphs(self, numbers: set[int]) -> None:
        width = self.viewport().width()
        for number, top in self._position.visible():
            if number in numbers:
                height = self.page.column.height(number)
                self.viewport().update(QRectF(0, top, width, height + 1).toAlignedRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painter.paint(self.viewport(), event.rect(), self.page, self._position, self._scene)

    def resizeEvent(self, event: QResizeEvent) -> None:
        area = self.viewport().geometry()
        self._overview.setGeometry(area.right() + 1, area.top(), WIDTH, area.height())
        self._lay_out_again()
