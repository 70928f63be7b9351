"""Invented marks of several annotators over few words, so that nearly everything overlaps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from annotator.records import ClaimRecord, ClaimSpeaker, ClaimTopic, MarkRecord, MentionRecord, Part

TEXT = "Two ships a month go to Wessel, she said, and those ships do not come back."
MOMENT = "2026-01-05T10:00:00Z"
Span = tuple[int, int]


def parts(spans: Sequence[Span]) -> tuple[Part, ...]:
    """Parts of `TEXT`."""
    return tuple(Part(start, end, TEXT[start:end]) for start, end in spans)


def claim(id_: str, annotator: str, *spans: Span, article: str = "a", **values: Any) -> ClaimRecord:
    """A claim over the spans; `topics` and `speakers` by name."""
    return ClaimRecord(
        id=id_,
        article=article,
        revision=1,
        annotator=annotator,
        parts=parts(spans),
        cue=parts(values.get("cue", ())),
        speakers=tuple(ClaimSpeaker(each) for each in values.get("speakers", ())),
        topics=tuple(ClaimTopic(each) for each in values.get("topics", ())),
        quotation=values.get("quotation"),
        certainty=None,
        proposition=None,
        note=values.get("note", ""),
        fields={},
        origins=(),
        codebook=0,
        created=MOMENT,
        updated=MOMENT,
    )


def mention(id_: str, annotator: str, *spans: Span, article: str = "a", speaker: str | None = None) -> MentionRecord:
    """A mention over the spans."""
    return MentionRecord(id_, article, 1, annotator, parts(spans), speaker, "", {}, (), 0, MOMENT, MOMENT)


@st.composite
def spans(draw: st.DrawFn) -> list[Span]:
    """One or two parts in the first words, in order, apart."""
    ends = sorted(draw(st.sets(st.integers(0, 14), min_size=2, max_size=4)))
    pairs = list(zip(ends[::2], ends[1::2], strict=False))
    return pairs[: len(ends) // 2]


@st.composite
def marks_of(draw: st.DrawFn, annotators: Sequence[str], *, most: int = 5) -> list[MarkRecord]:
    """Up to `most` claims and mentions of each annotator, in up to two articles."""
    made: list[MarkRecord] = []
    for who in annotators:
        for number in range(draw(st.integers(0, most))):
            where = draw(st.sampled_from(["a", "a", "b"]))
            words, id_ = draw(spans()), f"{who}-{number}"
            if draw(st.integers(0, 3)) == 0:
                made.append(mention(id_, who, *words, article=where, speaker=draw(st.sampled_from([None, "mira"]))))
            else:
                topics = draw(st.sets(st.sampled_from(["fees", "silt"]), max_size=1))
                speakers = draw(st.sets(st.sampled_from(["mira"]), max_size=1))
                made.append(claim(id_, who, *words, article=where, topics=topics, speakers=speakers))
    return made
