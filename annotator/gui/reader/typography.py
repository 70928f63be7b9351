"""What each kind of paragraph looks like: its font, the pitch of its lines, its indent and its air.

Called by the column when the article, the font or the screen changes. All lengths are device-independent
pixels; all of them follow from the size of the reading font, so that one setting scales the whole page.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from annotator.gui.theme import INTERFACE_FONTS, READING_FONTS, interface_scale
from annotator.records import BlockKind

_SAMPLE = "The committee will decide in December on the harbour fees, two of its members have said. "
"""Ordinary English: its mean advance is what "70 characters a line" is measured by."""
_NAME = 11
"""Letters of a topic's name that stand on one line of the margin."""


@dataclass(frozen=True, slots=True)
class Typography:
    """What the reader may choose: font family ("" for the default), size in points, pitch, column width.

    A column for 75 characters has lines of about 70, as words do not fill them to the end.
    """

    family: str = ""
    size: float = 13.0
    line_spacing: float = 1.65
    column_characters: int = 75


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of paragraph is set."""

    font: QFont
    pitch: float
    indent: float
    before: float
    after: float
    advance: float
    """Mean width of a character, from which the height of an unseen paragraph is estimated."""


class PageStyle:
    """The styles of all kinds of paragraphs under one typography."""

    def __init__(self, typography: Typography) -> None:
        self.typography = typography
        body = _font(typography, 1.0)
        self.em = float(QFontMetricsF(body).height()) / 1.36
        em, pitch = self.em, typography.line_spacing
        self._styles: dict[BlockKind, Style] = {
            "title": _style(_font(typography, 1.52, bold=True), 1.3, 0, 0, 0.45 * em),
            "standfirst": _style(_font(typography, 1.06), pitch, 0, 0, 0.95 * em),
            "heading": _style(_font(typography, 1.15, bold=True), 1.35, 0, 0.9 * em, 0.4 * em),
            "paragraph": _style(body, pitch, 0, 0, 0.86 * em),
            "quote": _style(body, pitch, 1.5 * em, 0, 0.86 * em),
            "item": _style(body, pitch, 1.5 * em, 0, 0.4 * em),
        }
        self.column_width = self._styles["paragraph"].advance * typography.column_characters
        self.small = interface_font(typography.size * 0.75)
        # A larger interface has larger labels, but never as large as what is read.
        self.label = interface_font(typography.size * min(0.64 * interface_scale(), 0.9))
        self.names_width = round(QFontMetricsF(self.label).horizontalAdvance("n") * _NAME)
        """What the margin holds beside the stripes, in pixels."""

    def __getitem__(self, kind: BlockKind) -> Style:
        return self._styles[kind]

    @property
    def kinds(self) -> tuple[BlockKind, ...]:
        """All kinds of paragraphs."""
        return tuple(self._styles)


def interface_font(size: float) -> QFont:
    """The font of labels beside the text, `size` in points."""
    font = QFont(list(INTERFACE_FONTS))
    font.setPointSizeF(size)
    return font


def _font(typography: Typography, factor: float, *, bold: bool = False) -> QFont:
    families = [typography.family] if typography.family else []
    font = QFont([*families, *READING_FONTS])
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(typography.size * factor)
    if bold:
        font.setWeight(QFont.Weight.Bold)
    return font


def _style(font: QFont, spacing: float, indent: float, before: float, after: float) -> Style:
    metrics = QFontMetricsF(font)
    # The spacing counts in ems of the font; 1.36 is the height of a usual serif's letters with both lengths.
    pitch = round(max(metrics.height() / 1.36 * spacing, metrics.height()))
    advance = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
    return Style(font, pitch, round(indent), round(before), round(after), advance)
