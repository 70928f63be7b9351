"""The quoted words of a claim, set in the reading font and shortened to a number of lines.

Called by the cards. Right-to-left words begin at the right, as they do in the article.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from annotator.gui.theme import READING_FONTS, interface_scale
from annotator.text.direction import is_right_to_left

_SPACING = 1.45
_USUAL_HEIGHT = 1.36
_LONGEST_LINE = 400
"""UTF-16 units that are looked at for the shortened last line."""


def reading_font() -> QFont:
    """The font of the quote: that of the article, somewhat smaller; it grows with the interface."""
    font = QFont(list(READING_FONTS))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(10.5 * interface_scale())
    return font


class Quote:
    """Words that are laid out once for a width and painted as often as needed."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._metrics = QFontMetricsF(font)
        # 1.36 is the usual height of a serif with both lengths; scripts that need more get more.
        self.pitch = round(max(self._metrics.height() / _USUAL_HEIGHT * _SPACING, self._metrics.height()))
        self._layouts: list[QTextLayout] = []
        self._key: tuple[str, int, int] | None = None
        self.height = 0
        self.shortened = False
        self.marked: Sequence[tuple[int, int]] = ()
        """Stretches that stand on a ground of their own, in UTF-16 units of the words; not on a shortened last line."""

    def lay_out(self, words: str, width: int, lines: int) -> int:
        """Break the words into at most `lines` lines of `width` pixels; returns the height in pixels."""
        key = (words, width, lines)
        if key == self._key:
            return self.height
        self._key = key
        words = words.replace("\n", " ")
        layout, ends = self._broken(words, width, lines)
        units = len(words.encode("utf-16-le", "surrogatepass")) // 2
        self._layouts = [layout]
        self.shortened = bool(ends) and ends[-1] < units
        count = len(ends)
        if self.shortened:
            begin = ends[-2] if count > 1 else 0
            layout, _ = self._broken(words, width, count - 1)
            self._layouts = [layout] if count > 1 else []
            self._layouts.append(self._last_line(words, begin, width, count - 1))
        self.height = count * self.pitch
        return self.height

    def paint(self, painter: QPainter, left: float, top: float, colour: QColor, ground: QColor) -> None:
        """Draw the words with their upper left corner there; ground: of what is marked."""
        painter.setPen(colour)
        for number, layout in enumerate(self._layouts):
            whole = number == 0 and not (self.shortened and len(self._layouts) == 1)
            layout.draw(painter, QPointF(left, top), [_grounded(*each, ground) for each in self.marked if whole])

    def _broken(self, words: str, width: int, lines: int) -> tuple[QTextLayout, list[int]]:
        layout = QTextLayout(words, self._font)
        layout.setTextOption(_option(words))
        layout.setCacheEnabled(True)
        ends: list[int] = []
        layout.beginLayout()
        while len(ends) < lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, len(ends) * self.pitch + (self.pitch - line.height()) / 2))
            ends.append(line.textStart() + line.textLength())
        layout.endLayout()
        return layout, ends

    def _last_line(self, words: str, begin: int, width: int, number: int) -> QTextLayout:
        rest = words.encode("utf-16-le", "surrogatepass")[2 * begin : 2 * (begin + _LONGEST_LINE)]
        text = self._metrics.elidedText(rest.decode("utf-16-le", "replace"), Qt.TextElideMode.ElideRight, width)
        layout = QTextLayout(text, self._font)
        layout.setTextOption(_option(words))
        layout.beginLayout()
        line = layout.createLine()
        if line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * self.pitch + (self.pitch - line.height()) / 2))
        layout.endLayout()
        return layout


def _grounded(start: int, end: int, ground: QColor) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, end - start
    letters = QTextCharFormat()
    letters.setBackground(ground)
    made.format = letters
    return made


def _option(words: str) -> QTextOption:
    # Told outright: the shortened last line may begin with a number or a foreign name.
    turned = is_right_to_left(words)
    option = QTextOption(Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if turned else Qt.LayoutDirection.LeftToRight)
    return option
