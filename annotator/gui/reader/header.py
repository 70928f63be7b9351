"""What stands at the head of an article and is not its text: byline, outlet, date and host.

Called by the page for its height and by the painter. The title is the text's own first line; only an
article whose text has no title line gets its title from here, and then nobody can select it.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from annotator.gui.dates import published_in_words
from annotator.records import ArticleRecord
from annotator.text.direction import is_right_to_left

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


def details_of(article: ArticleRecord) -> str:
    """The line below the title: what is known of byline, outlet, date and host."""
    host = (urlsplit(article.url).hostname or "").removeprefix("www.") if article.url else ""
    source = article.source if article.source != host else ""
    known = (article.byline, source, published_in_words(article.published), host)
    return " · ".join(part for part in known if part)


class Header:
    """The lines at the head of one article, measured for one width."""

    def __init__(self, article: ArticleRecord, *, has_title: bool) -> None:
        self.title = "" if has_title else article.title
        self.details = details_of(article)
        # They stand below the title, on the side on which it begins.
        turned = is_right_to_left(article.title)
        self._side = Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft
        self.title_height = 0.0
        self.details_height = 0.0
        self._width = 0.0

    def measure(self, title_font: QFont, small_font: QFont, width: float) -> None:
        """Work out the heights, in pixels, for a width."""
        self._title_font, self._small_font, self._width = title_font, small_font, width
        self.title_height = _height(self.title, title_font, width) + 8 if self.title else 0.0
        self.details_height = _height(self.details, small_font, width) + 16 if self.details else 8.0

    def paint_title(self, painter: QPainter, x: float, y: float, ink: QColor) -> None:
        """Paint the title of an article whose text has none; painting nothing else."""
        self._draw(painter, self.title, self._title_font, QRectF(x, y, self._width, self.title_height), ink)

    def paint_details(self, painter: QPainter, x: float, y: float, soft: QColor) -> None:
        """Paint the line below the title."""
        place = QRectF(x, y, self._width, self.details_height)
        self._draw(painter, self.details, self._small_font, place, soft)

    def _draw(self, painter: QPainter, text: str, font: QFont, place: QRectF, colour: QColor) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(place, int(_WRAP | self._side), text)


def _height(text: str, font: QFont, width: float) -> float:
    return float(QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 10_000), int(_WRAP), text).height())
