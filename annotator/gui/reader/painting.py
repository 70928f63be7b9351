"""Painting a paragraph with everything around its letters.

Called by the view for each paragraph in view, in this order: margin, tints, highlighters, hits of a search,
selection, outline of the sentence, underlines, links, letters, the thread of the current mark. So letters
are never covered, and each kind of mark has a form of its own: claims are tinted with a solid line, mentions
are underlined in blue, cues dotted, passages a stripe beside the text, links a hairline; a hit of a search
has a box, the stroke of a highlighter covers the feet of the letters.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextLayout

from annotator.gui.reader.annotator_lanes import AnnotatorLanes
from annotator.gui.reader.decoration import LANE, Colouring, Decoration, Tint
from annotator.gui.reader.edges import handles_of, place_of
from annotator.gui.reader.laid_paragraph import LaidParagraph, Strip
from annotator.gui.reader.marks_index import Span
from annotator.gui.reader.outline import outline_of
from annotator.gui.reader.spots import Highlight, Spots
from annotator.gui.theme import Theme, mixed

_FADED = 0.45
"""How much is left of what does not belong to the current mark."""


RING = 23.5
"""Pixels from the text to the middle of the ring beside a paragraph that holds nothing to tag."""


def felt(theme: Theme, colour: str) -> QColor:
    """What a highlighter's colour looks like on the page: thin enough that the letters stay readable."""
    card = theme.colour("card")
    return mixed(card, QColor(colour), 0.4 if card.lightnessF() > 0.5 else 0.2)


def felt_edge(theme: Theme, colour: str) -> QColor:
    """The line that ends a highlighter's stroke: on a dark page, and on claims there, the thin colour alone is lost."""
    return mixed(theme.colour("card"), QColor(colour), 0.85)


@dataclass(slots=True)
class Scene:
    """What is painted beside the marks themselves: current mark, selection, sentence, topics' colours."""

    current: str | None = None
    pieces: Sequence[Span] = ()
    selection: tuple[int, int] | None = None
    sentence: tuple[int, int] | None = None
    caret: int = 0
    has_focus: bool = False
    topics: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    hits: Spots = field(default_factory=Spots)
    hit: tuple[int, int] | None = None
    """Of the hits, the one that was gone to."""
    highlights: Sequence[Highlight] = ()
    empty: Spots = field(default_factory=Spots)
    """Paragraphs in which there was nothing to tag."""
    edges: Sequence[tuple[int, int]] = ()
    """The parts of the mark whose ends can be dragged, as they would lie now."""
    dragged: Sequence[tuple[int, int]] = ()
    """The same while an end is being dragged."""
    differing: Spots = field(default_factory=Spots)
    """Words that some of the versions compared cover and others do not."""
    colleagues: Collection[str] = ()
    """Annotators whose marks have thinner lines than one's own beside them."""
    lanes: AnnotatorLanes | None = None
    """One lane an annotator, in place of the topics' stripes."""

    def together(self) -> frozenset[str]:
        """The marks that stand out: the current one and those that belong to it."""
        return frozenset(piece.mark for piece in self.pieces)


class ParagraphPainter:
    """Paints paragraphs in one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        colour = theme.colour
        self.ink, self.soft, self.card = colour("ink"), colour("soft"), colour("card")
        self._line, self._accent = colour("line"), colour("accent")
        self._claim, self._selected = colour("claim"), colour("selected")
        self._chosen = colour("accentbg")
        self._stroke = {
            "claim": colour("claim_line"),
            "mention": colour("mention"),
            "cue": colour("cue"),
        }
        self._selection, self._focus = colour("selection"), colour("focus")
        self._ok = colour("ok")
        self._hit, self._hit_line = colour("hit"), colour("hit_line")
        self._differs = colour("differs")
        self._letters = {
            "mention": _letters(colour("mention")),
            "cue": _letters(colour("cue")),
            "claim": _letters(self.ink),
        }
        # Both colours have enough contrast, so what lies between them has it too.
        self._back = {
            "mention": _letters(mixed(colour("mention"), self.ink, 0.6)),
            "cue": _letters(mixed(colour("cue"), self.ink, 0.6)),
            "claim": _letters(self.ink),
        }

    def paint(
        self,
        painter: QPainter,
        laid: LaidParagraph,
        decoration: Decoration,
        place: QPointF,
        scene: Scene,
    ) -> None:
        """Paint one paragraph with its top left corner at `place`."""
        painter.save()
        painter.translate(place)
        together = scene.together()
        self._paint_form(painter, laid)
        if scene.empty.within(laid.paragraph.start, max(laid.paragraph.end, laid.paragraph.start + 1)):
            self._paint_empty(painter, laid)
        for tint in decoration.tints:
            painter.fillRect(_box(laid, tint.strip, decoration), self._tint(tint, scene, together))
        self._paint_partners(painter, laid, decoration, scene)
        self._paint_differing(painter, laid, decoration, scene)
        self._paint_highlights(painter, laid, scene)
        self._paint_hits(painter, laid, scene)
        for start, end in scene.dragged or (() if scene.selection is None else (scene.selection,)):
            for strip in laid.strips(start, end):
                painter.fillRect(_box(laid, strip, None), self._selection)
        if scene.sentence is not None:
            self._paint_sentence(painter, laid, decoration, scene)
        self._paint_strokes(painter, laid, decoration, scene, together)
        self._paint_links(painter, laid, decoration)
        painter.setPen(self.soft if laid.paragraph.kind == "standfirst" else self.ink)
        # Colours are drawn over, never set as formats: those would cut words apart before they are shaped.
        colours = [self._range(colouring, together) for colouring in decoration.colourings]
        laid.layout.draw(painter, QPointF(0, 0), colours)
        if scene.pieces:
            self._paint_thread(painter, laid, decoration, scene.pieces)
        self._paint_caret(painter, laid, scene)
        if scene.edges:
            self._paint_handles(painter, laid, scene)
        painter.restore()

    # The form of the paragraph ----------------------------------------------------------------

    def _paint_form(self, painter: QPainter, laid: LaidParagraph) -> None:
        """The bar of a quotation, the bullet of an item; on the side where the text begins."""
        indent, kind = laid.style.indent, laid.paragraph.kind
        if kind not in ("quote", "item") or not laid.lines:
            return
        right_to_left = laid.right_to_left
        if kind == "quote":
            x = laid.width + indent - 3.0 if right_to_left else 0.0
            top, bottom = laid.lines[0].letters_top, laid.lines[-1].letters_bottom
            painter.fillRect(QRectF(x, top, 3.0, bottom - top), mixed(self._line, self.soft, 0.25))
            return
        size = max(5.0, indent / 5)
        x = laid.width + indent * 0.45 if right_to_left else indent * 0.55 - size
        line = laid.lines[0]
        middle = line.baseline - (line.baseline - line.letters_top) * 0.34
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.soft)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawEllipse(QRectF(x, middle - size / 2, size, size))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_empty(self, painter: QPainter, laid: LaidParagraph) -> None:
        """Beside the first line a ring with a stroke through it: looked at, nothing to tag."""
        line = laid.lines[0]
        middle, radius = QPointF(-RING, (line.letters_top + line.letters_bottom) / 2), 5.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ok, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius, radius)
        painter.drawLine(middle + QPointF(-radius, radius), middle + QPointF(radius, -radius))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    # What is no mark ----------------------------------------------------------------

    def _paint_highlights(self, painter: QPainter, laid: LaidParagraph, scene: Scene) -> None:
        """As a felt pen would do it: over the feet of the letters, so that a claim's tint stays what it is."""
        for highlight in scene.highlights:
            colour, edge = felt(self.theme, highlight.colour), felt_edge(self.theme, highlight.colour)
            for stretch in highlight.spots.within(laid.paragraph.start, laid.paragraph.end):
                for strip in laid.strips(*stretch):
                    line = laid.lines[strip.line]
                    top = line.baseline - (line.baseline - line.letters_top) * 0.34
                    width, bottom = strip.right - strip.left, line.baseline + 3
                    painter.fillRect(QRectF(strip.left, top, width, bottom - top), colour)
                    if self.theme.dark:
                        painter.fillRect(QRectF(strip.left, round(bottom) - 2, width, 2.0), edge)

    def _paint_differing(self, painter: QPainter, laid: LaidParagraph, decoration: Decoration, scene: Scene) -> None:
        """What not all versions cover: a ground of its own, over the claims' tints."""
        for stretch in scene.differing.within(laid.paragraph.start, laid.paragraph.end):
            for strip in laid.strips(*stretch):
                painter.fillRect(_box(laid, strip, decoration), self._differs)

    def _paint_hits(self, painter: QPainter, laid: LaidParagraph, scene: Scene) -> None:
        """A box around each hit; the one that was gone to is filled and has a strong edge."""
        hits = scene.hits.within(laid.paragraph.start, laid.paragraph.end)
        if not hits:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for hit in hits:
            chosen = hit == scene.hit
            painter.setPen(QPen(self._hit_line, 2.0 if chosen else 1.0))
            painter.setBrush(self._hit if chosen else mixed(self.card, self._hit, 0.5))
            boxes = [_box(laid, strip, None) for strip in laid.strips(*hit)]
            if boxes:
                painter.drawPath(outline_of(boxes, 1.0, 3.0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    # Tints and letters ----------------------------------------------------------------

    def _paint_partners(self, painter: QPainter, laid: LaidParagraph, decoration: Decoration, scene: Scene) -> None:
        """A light ground behind cue and mention that belong to the current claim, or behind another current mark."""
        beside = mixed(self.card, self._claim, 0.75)
        for piece in scene.pieces:
            # Of a mention or a passage that is current its own words stand out.
            own = piece.mark == scene.current and piece.role != "cue"
            ground = self._chosen if own else beside
            if piece.role != "claim" and piece.start < laid.paragraph.end and laid.paragraph.start < piece.end:
                for strip in laid.strips(piece.start, piece.end):
                    painter.fillRect(_box(laid, strip, decoration), ground)

    def _tint(self, tint: Tint, scene: Scene, together: frozenset[str]) -> QColor:
        depth = len(tint.marks)
        if scene.current in tint.marks:
            return mixed(self._selected, self._stroke["claim"], 0.10 * min(depth - 1, 3))
        base = mixed(self._claim, self._selected, min(0.55 * (depth - 1), 1.0))
        return mixed(self.card, base, _FADED) if together and not together.intersection(tint.marks) else base

    def _range(self, colouring: Colouring, together: frozenset[str]) -> QTextLayout.FormatRange:
        back = together and colouring.mark not in together
        made = QTextLayout.FormatRange()
        made.start, made.length = colouring.start, colouring.end - colouring.start
        made.format = (self._back if back else self._letters)[colouring.role]
        return made

    # Lines ----------------------------------------------------------------

    def _paint_strokes(
        self,
        painter: QPainter,
        laid: LaidParagraph,
        decoration: Decoration,
        scene: Scene,
        together: frozenset[str],
    ) -> None:
        for stroke in decoration.strokes:
            strip = stroke.strip
            y = laid.lines[strip.line].letters_bottom + stroke.lane * LANE
            colour = self._stroke[stroke.role]
            if together and stroke.mark not in together:
                colour = mixed(self.card, colour, _FADED)
            if stroke.role == "cue":
                pen = QPen(colour, 2.0, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
                pen.setDashPattern([0.05, 1.9])
                painter.setPen(pen)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.drawLine(QLineF(strip.left + 1, y + 1, strip.right - 1, y + 1))
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            else:
                height = 1.0 if stroke.annotator in scene.colleagues else 2.0
                painter.fillRect(QRectF(strip.left, round(y), strip.right - strip.left, height), colour)

    def _paint_links(self, painter: QPainter, laid: LaidParagraph, decoration: Decoration) -> None:
        for strip in decoration.links:
            y = round(laid.lines[strip.line].baseline + 2)
            painter.fillRect(QRectF(strip.left, y, strip.right - strip.left, 1.0), self._accent)

    def _paint_sentence(self, painter: QPainter, laid: LaidParagraph, decoration: Decoration, scene: Scene) -> None:
        assert scene.sentence is not None
        boxes = [_box(laid, strip, decoration) for strip in laid.strips(*scene.sentence)]
        if not boxes:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._focus if scene.has_focus else mixed(self.card, self._focus, 0.45)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline_of(boxes, 3.0, 4.0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_caret(self, painter: QPainter, laid: LaidParagraph, scene: Scene) -> None:
        """Where a selection by keys would begin; at the sentence's start the outline says it already."""
        if not scene.has_focus or scene.selection is not None or scene.sentence is None:
            return
        if scene.caret == scene.sentence[0]:
            return
        for strip in laid.strips(scene.caret, scene.caret + 1):
            line = laid.lines[strip.line]
            x = strip.right if laid.right_to_left else strip.left
            height = line.letters_bottom - line.letters_top
            painter.fillRect(QRectF(round(x) - 1.0, line.letters_top, 2.0, height), self._accent)

    def _paint_handles(self, painter: QPainter, laid: LaidParagraph, scene: Scene) -> None:
        """At each end of each part a bar with a knob: above for the start, below for the end."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for handle in handles_of(list(scene.edges)):
            place = place_of(laid, handle)
            if place is None:
                continue
            painter.fillRect(QRectF(place.x - 1, place.top, 2, place.bottom - place.top), self._accent)
            painter.setPen(QPen(self.card, 1.5))
            painter.setBrush(self._accent)
            y = place.top if handle.edge == "start" else place.bottom
            painter.drawEllipse(QPointF(place.x, y), 4.5, 4.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_thread(
        self, painter: QPainter, laid: LaidParagraph, decoration: Decoration, pieces: Sequence[Span]
    ) -> None:
        """The thin line that joins the parts, the cue and the speaker's mention of the current claim."""
        paragraph = laid.paragraph
        here = [p for p in pieces if p.start < paragraph.end and paragraph.start < p.end]
        first, last = pieces[0], max(pieces, key=lambda piece: piece.end)
        if len(pieces) < 2 or last.end <= paragraph.start or paragraph.end < first.start:
            return
        colour = self._stroke["claim"]
        reached = here[0].end if here else paragraph.end
        for piece in here[1:]:
            for strip in laid.strips(reached, piece.start) if reached < piece.start else ():
                y = round(laid.lines[strip.line].letters_bottom) + 1
                painter.fillRect(QRectF(strip.left, y, strip.right - strip.left, 1.0), colour)
            reached = max(reached, piece.end)
        above, below = first.start < paragraph.start, last.end > paragraph.end
        if above or below:
            self._paint_join(painter, laid, [laid.line_of(piece.start) for piece in here], above, below)

    def _paint_join(
        self, painter: QPainter, laid: LaidParagraph, lines: Sequence[int], above: bool, below: bool
    ) -> None:
        """Beside the text: down from the paragraph above, with a branch to each line that holds a piece."""
        x = laid.width + laid.style.indent + 10.0 if laid.right_to_left else -11.0
        middles = [(laid.lines[line].letters_top + laid.lines[line].letters_bottom) / 2 for line in sorted(set(lines))]
        top = 0.0 if above else middles[0]
        bottom = laid.height if below else middles[-1]
        colour = self._stroke["claim"]
        painter.fillRect(QRectF(x, top, 1.0, bottom - top), colour)
        for middle in middles:
            painter.fillRect(QRectF(x - 5.0 if laid.right_to_left else x, middle, 6.0, 1.0), colour)


def _box(laid: LaidParagraph, strip: Strip, decoration: Decoration | None) -> QRectF:
    """A strip as high as its letters; with a decoration also over the underlines below them."""
    line = laid.lines[strip.line]
    lanes = decoration.depths.get(strip.line, 0) if decoration is not None else 0
    bottom = line.letters_bottom + max(0, lanes - 1) * LANE
    return QRectF(strip.left, line.letters_top, strip.right - strip.left, bottom - line.letters_top)


def _letters(colour: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour)
    return made
