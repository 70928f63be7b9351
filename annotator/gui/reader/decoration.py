"""What is drawn around the letters of one paragraph: worked out once, painted many times.

Called by the view for a paragraph that comes into view or whose marks changed. Turns stretches of text
into strips on lines, lanes and margin stripes; colours are the painter's. What depends on the current
mark or the selection is not in here, so stepping from mark to mark works nothing out again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.gui.reader.laid_paragraph import LaidParagraph, Strip
from annotator.gui.reader.lanes import pack_lanes, segments, sweep_lanes
from annotator.gui.reader.long_lanes import LongLanes, topics_of
from annotator.gui.reader.marks_index import MarksIndex, Span, SpanRole
from annotator.records import Link

LANE = 3.0
"""Pixels from one underline to the next: two of line, one of air."""
FREE_LANES = 2
"""Underlines that fit below a line before its neighbours have to make room."""


class Tint(NamedTuple):
    """A strip under claims, all of whose marks are named; several marks are nested or overlap."""

    strip: Strip
    marks: tuple[str, ...]


class Stroke(NamedTuple):
    """An underline: solid, dotted or thin by its role, in its lane."""

    strip: Strip
    lane: int
    role: SpanRole
    mark: str
    annotator: str = ""


class Colouring(NamedTuple):
    """Letters in the colour of a role: the stretch in UTF-16 units of the paragraph."""

    start: int
    end: int
    role: SpanRole
    mark: str


class Stripe(NamedTuple):
    """A topic beside the text: from line to line, in a lane counted away from the text.

    above, below: the marked passage goes on in the paragraph before or after this one.
    """

    topic: str
    first: int
    last: int
    lane: int
    above: bool
    below: bool
    marks: tuple[str, ...]


@dataclass(slots=True)
class Decoration:
    """Everything around the letters of one paragraph."""

    tints: list[Tint] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    colourings: list[Colouring] = field(default_factory=list)
    links: list[Strip] = field(default_factory=list)
    stripes: list[Stripe] = field(default_factory=list)
    depths: dict[int, int] = field(default_factory=dict)
    """Lanes of underlines below each line."""


def decorate(laid: LaidParagraph, marks: MarksIndex, links: Sequence[Link], long_lanes: LongLanes) -> Decoration:
    """Work out the decoration of a laid paragraph and make the room that its underlines need.

    long_lanes: the margin lanes of marks that run over several paragraphs, so that their stripes do not
    jump from lane to lane between paragraphs.
    """
    paragraph = laid.paragraph
    spans = marks.overlapping(paragraph.start, max(paragraph.end, paragraph.start + 1))
    made = Decoration()
    for start, end, names in segments(span for span in spans if span.role == "claim"):
        made.tints.extend(Tint(strip, names) for strip in laid.strips(start, end))
    _underline(made, laid, [span for span in spans if span.role != "passage"], marks)
    for link in links:
        if link.start < paragraph.end and paragraph.start < link.end:
            made.links.extend(laid.strips(link.start, link.end))
    made.stripes = _stripes(laid, marks, spans, long_lanes)
    extra = [max(0, made.depths.get(number, 0) - FREE_LANES) * LANE for number in range(len(laid.lines))]
    while extra and not extra[-1]:
        extra.pop()
    laid.place(tuple(extra))
    return made


def _underline(made: Decoration, laid: LaidParagraph, spans: Sequence[Span], marks: MarksIndex) -> None:
    paragraph = laid.paragraph
    within = [(max(span.start, paragraph.start), min(span.end, paragraph.end)) for span in spans]
    lanes = pack_lanes(within)
    for span, (start, end), lane in zip(spans, within, lanes, strict=True):
        record = marks.record(span.mark)
        annotator = record.annotator if record is not None else ""
        for strip in laid.strips(start, end):
            made.strokes.append(Stroke(strip, lane, span.role, span.mark, annotator))
            made.depths[strip.line] = max(made.depths.get(strip.line, 0), lane + 1)
        if span.role != "claim" or paragraph.kind == "standfirst":
            made.colourings.append(Colouring(laid.units(start), laid.units(end), span.role, span.mark))
    # Claims first: the grey letters of a standfirst turn to ink on a tint, names and cues keep their colour.
    made.colourings.sort(key=lambda colouring: colouring.role != "claim")


class _Reach(NamedTuple):
    topic: str
    first: int
    last: int
    mark: str
    above: bool
    below: bool


def _reaches(laid: LaidParagraph, marks: MarksIndex, spans: Sequence[Span]) -> list[_Reach]:
    paragraph = laid.paragraph
    found: list[_Reach] = []
    for span in spans:
        if span.role not in ("claim", "passage"):
            continue
        first = laid.line_of(span.start)
        last = laid.line_of(min(span.end, paragraph.end) - 1) if span.end > paragraph.start else first
        above, below = span.start < paragraph.start, span.end > paragraph.end + 1
        for topic in topics_of(marks.record(span.mark)):
            found.append(_Reach(topic, first, max(first, last), span.mark, above, below))
    return found


def _stripes(laid: LaidParagraph, marks: MarksIndex, spans: Sequence[Span], long_lanes: LongLanes) -> list[Stripe]:
    """Marks of one topic that touch in the margin become one stripe; long ones keep their own lane."""
    fixed: list[Stripe] = []
    by_topic: dict[str, list[_Reach]] = {}
    for reach in _reaches(laid, marks, spans):
        lane = long_lanes.lane(reach.mark, reach.topic)
        if lane is None:
            by_topic.setdefault(reach.topic, []).append(reach)
        else:
            fixed.append(Stripe(reach.topic, reach.first, reach.last, lane, reach.above, reach.below, (reach.mark,)))
    loose: list[Stripe] = []
    for topic, reaches in by_topic.items():
        reaches.sort(key=lambda reach: (reach.first, reach.last))
        for reach in reaches:
            before = loose[-1] if loose and loose[-1].topic == topic else None
            if before is not None and reach.first <= before.last + 1:
                names = before.marks if reach.mark in before.marks else (*before.marks, reach.mark)
                loose[-1] = before._replace(last=max(before.last, reach.last), marks=names)
            else:
                loose.append(Stripe(topic, reach.first, reach.last, 0, False, False, (reach.mark,)))
    base = 1 + max((stripe.lane for stripe in fixed), default=-1)
    lanes = sweep_lanes([(stripe.first, stripe.last + 1) for stripe in loose])
    return fixed + [stripe._replace(lane=base + lane) for stripe, lane in zip(loose, lanes, strict=True)]
