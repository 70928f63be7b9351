"""Invented projects for hypothesis: whole annotation sets in which everything fits together.

`annotation_sets()` gives the records of a set in the contract's order, without the end line. Texts and names
are as wild as a person or another program could make them; ids, offsets and references are sound.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from hypothesis import strategies as st

from annotator.actions.spans import is_visible
from annotator.records import (
    Affiliation,
    AnnotatorKind,
    AnnotatorRecord,
    ArticleRecord,
    AssignmentRecord,
    Block,
    BlockKind,
    Cause,
    Certainty,
    ClaimRecord,
    ClaimSpeaker,
    ClaimTopic,
    CodebookRecord,
    CommentRecord,
    FieldKind,
    FieldRecord,
    FieldTarget,
    Link,
    MentionRecord,
    Part,
    PassageRecord,
    ProgressRecord,
    PropositionRecord,
    Purpose,
    Quotation,
    Record,
    ReviewRecord,
    Revision,
    Role,
    SetRecord,
    SpeakerKind,
    SpeakerRecord,
    Stance,
    State,
    TopicRecord,
    Verdict,
)
from annotator.text import normalise, sha256_of

MOMENTS = ("2026-01-05T10:00:00Z", "2026-02-11T08:30:12.000417Z", "2027-12-31T23:59:59.5Z")

_ALPHABET = st.one_of(
    st.sampled_from("abc =+-@'\"\t\n.,;|“”’é\u0301عبשל\u200f\u00a0\ufeff😀👩🏽‍🚒한日"),
    st.characters(codec="utf-8", exclude_characters="\0"),
)

words = st.text(_ALPHABET, max_size=12)
"""A name or a note: anything that can be typed or pasted."""

texts = st.text(_ALPHABET, min_size=1, max_size=80).map(normalise).filter(str.strip)
"""A normalised text of an article: no reader takes a file that holds blanks alone."""

moments = st.sampled_from(MOMENTS)

MARKS: dict[str, Any] = {"mention": MentionRecord, "claim": ClaimRecord, "passage": PassageRecord}

_dates = st.sampled_from([None, "2024", "2024-05", "2024-05-01"])

free_fields = st.dictionaries(
    words,
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**53), 2**53)
        | st.floats(allow_nan=False, allow_infinity=False)
        | words,
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words, inner, max_size=2),
        max_leaves=3,
    ),
    max_size=2,
)
"""Values of a project's own fields, known or not."""


@st.composite
def parts(draw: st.DrawFn, text: str, *, least: int = 1, most: int = 3) -> tuple[Part, ...]:
    """Parts in a text, in order, never empty or overlapping; code points."""
    ends = draw(st.sets(st.integers(0, len(text)), min_size=2 * least, max_size=2 * most)) if len(text) else set()
    spots = sorted(ends)
    spots = spots[: len(spots) // 2 * 2]
    pairs = zip(spots[::2], spots[1::2], strict=True)
    return tuple(Part(start, end, text[start:end]) for start, end in pairs)


@st.composite
def articles(draw: st.DrawFn, identity: str) -> ArticleRecord:
    """An article with blocks, links and perhaps earlier texts."""
    text = draw(texts)
    present = draw(st.integers(1, 3))
    earlier = [(number, draw(texts)) for number in range(1, present)]
    ends = [len(line) for line in text.split("\n")]
    starts = [sum(ends[:number]) + number for number in range(len(ends))]
    kinds = st.sampled_from(get_args(BlockKind))
    blocks = [Block(draw(kinds), start, start + end) for start, end in zip(starts, ends, strict=True) if end]
    return ArticleRecord(
        id=identity,
        title=draw(words),
        byline=draw(st.none() | words),
        published=draw(_dates),
        source=draw(st.none() | words),
        url=draw(st.none() | words),
        language=draw(st.sampled_from([None, "en", "ar"])),
        text=text,
        sha256=sha256_of(text),
        revision=present,
        earlier=tuple(Revision(n, old, sha256_of(old), draw(st.none() | moments)) for n, old in earlier),
        blocks=tuple(blocks),
        links=tuple(draw(st.lists(st.just(Link(0, len(text), "https://example.org/")), max_size=1))),
        file=draw(st.none() | words),
        retrieved=draw(st.none() | moments),
        meta=draw(free_fields),
    )


@st.composite
def annotation_sets(draw: st.DrawFn) -> list[Record]:
    """The records of a whole set, in the contract's order, without the end line."""
    annotators = [
        AnnotatorRecord(f"annotator-{n}", draw(words), draw(words), "#7b5bb8", kind)
        for n, kind in enumerate(draw(st.lists(st.sampled_from(get_args(AnnotatorKind)), min_size=1, max_size=3)))
    ]
    topics = _topics(draw)
    speakers = _speakers(draw)
    texts_of = [draw(articles(f"article-{n}")) for n in range(draw(st.integers(1, 3)))]
    propositions = [
        PropositionRecord(f"proposition-{n}", draw(words), draw(words)) for n in range(draw(st.integers(0, 2)))
    ]
    common: list[Record] = [
        SetRecord("annotator-set", 1, "project-1", draw(words), draw(moments), "annotator 0.1.0"),
        *(
            CodebookRecord(n, draw(words), draw(moments), draw(st.none() | st.just("annotator-0")))
            for n in range(draw(st.integers(0, 2)))
        ),
        *annotators,
        *_fields(draw),
        *topics,
        *speakers,
        *texts_of,
        *propositions,
    ]
    marks = _marks(draw, annotators, topics, speakers, texts_of, propositions)
    return [*common, *marks, *_remarks(draw, annotators, marks), *_states(draw, annotators, texts_of)]


def _topics(draw: st.DrawFn) -> list[TopicRecord]:
    """A tree: every topic lies under an earlier one or none; a merged one points at the first."""
    made: list[TopicRecord] = []
    for number in range(draw(st.integers(1, 4))):
        parent = draw(st.sampled_from([None, *(each.id for each in made)]))
        into = draw(st.sampled_from([None, "topic-0"])) if number else None
        made.append(
            TopicRecord(
                f"topic-{number}",
                draw(words),
                parent,
                number,
                draw(words),
                draw(words),
                draw(words),
                draw(st.sampled_from([None, "#3b7dd8"])),
                draw(st.sampled_from([None, "p"])),
                draw(st.booleans()),
                into,
            )
        )
    return made


def _speakers(draw: st.DrawFn) -> list[SpeakerRecord]:
    kinds = st.sampled_from(get_args(SpeakerKind))
    affiliation = st.builds(Affiliation, words, st.none() | words, _dates, _dates)
    return [
        SpeakerRecord(
            f"speaker-{number}",
            draw(words),
            draw(kinds),
            tuple(draw(st.lists(words, max_size=2))),
            tuple(draw(st.lists(affiliation, max_size=2))),
            draw(free_fields),
            draw(words),
            "speaker-0" if number and draw(st.booleans()) else None,
        )
        for number in range(draw(st.integers(1, 3)))
    ]


def _fields(draw: st.DrawFn) -> list[FieldRecord]:
    kinds = st.sampled_from(get_args(FieldKind))
    targets = st.sampled_from(get_args(FieldTarget))
    return [
        FieldRecord(
            f"field-{number}",
            draw(words),
            draw(kinds),
            tuple(draw(st.lists(words, max_size=2))),
            tuple(draw(st.lists(targets, max_size=2, unique=True))),
            number,
        )
        for number in range(draw(st.integers(0, 2)))
    ]


def _marks(
    draw: st.DrawFn,
    annotators: Sequence[AnnotatorRecord],
    topics: Sequence[TopicRecord],
    speakers: Sequence[SpeakerRecord],
    texts_of: Sequence[ArticleRecord],
    propositions: Sequence[PropositionRecord],
) -> list[Any]:
    """Mentions, then claims, then passages; some of a revision that the article had before."""
    topic_ids = st.sampled_from([each.id for each in topics])
    speaker_ids = st.none() | st.sampled_from([each.id for each in speakers])
    proposition_ids = st.sampled_from([None, *(each.id for each in propositions)])
    made: dict[str, list[Any]] = {"mention": [], "claim": [], "passage": []}
    for kind, marks in made.items():
        for number in range(draw(st.integers(0, 3))):
            article = draw(st.sampled_from(texts_of))
            old = [(each.revision, each.text) for each in article.earlier]
            revision, text = draw(st.sampled_from([(article.revision, article.text), *old]))
            who = draw(st.sampled_from(annotators)).id
            first: tuple[Any, ...] = (f"{kind}-{number}", article.id, revision, who, draw(parts(text)))
            last: tuple[Any, ...] = (draw(words), draw(free_fields), (), number, draw(moments), draw(moments))
            if kind == "claim":
                named = [each.id for each in made["mention"] if each.article == article.id]
                own = _claim(draw, text, speaker_ids, named, topic_ids, proposition_ids)
            else:
                own = (draw(speaker_ids if kind == "mention" else topic_ids),)
            marks.append(MARKS[kind](*first, *own, *last))
        marks.sort(key=lambda mark: (mark.article, mark.parts[0].start, mark.id))
    return [mark for marks in made.values() for mark in marks]


def _claim(
    draw: st.DrawFn,
    text: str,
    speaker_ids: st.SearchStrategy[str | None],
    mentions: Sequence[str],
    topic_ids: st.SearchStrategy[str],
    proposition_ids: st.SearchStrategy[str | None],
) -> tuple[Any, ...]:
    """What only claims have, from cue to proposition."""
    roles = st.sampled_from(get_args(Role))
    said = st.builds(ClaimSpeaker, speaker_ids, roles, st.sampled_from([None, *mentions]))
    about = st.builds(ClaimTopic, topic_ids, st.none() | st.sampled_from(get_args(Stance)))
    return (
        draw(parts(text, least=0, most=1).filter(lambda cue: all(is_visible(part.quote) for part in cue))),
        tuple(draw(st.lists(said, max_size=2))),
        tuple(draw(st.lists(about, max_size=2))),
        draw(st.none() | st.sampled_from(get_args(Quotation))),
        draw(st.none() | st.sampled_from(get_args(Certainty))),
        draw(proposition_ids),
    )


def _remarks(draw: st.DrawFn, annotators: Sequence[AnnotatorRecord], marks: Sequence[Any]) -> list[Record]:
    """Reviews and comments; also on marks that were deleted since."""
    targets = st.sampled_from(["deleted-mark", *(each.id for each in marks)])
    who = st.sampled_from([each.id for each in annotators])
    causes = st.none() | st.sampled_from(get_args(Cause))
    verdicts = st.sampled_from(get_args(Verdict))
    reviews = [
        ReviewRecord(
            f"review-{n}",
            draw(targets),
            draw(who),
            draw(verdicts),
            draw(words),
            draw(causes),
            draw(st.booleans()),
            draw(st.none() | targets),
            draw(moments),
        )
        for n in range(draw(st.integers(0, 2)))
    ]
    comments = [
        CommentRecord(
            f"comment-{n}",
            draw(targets),
            f"comment-{n - 1}" if n else None,
            draw(who),
            draw(words),
            draw(moments),
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    return [*reviews, *comments]


def _states(draw: st.DrawFn, annotators: Sequence[AnnotatorRecord], texts_of: Sequence[ArticleRecord]) -> list[Record]:
    """Progress and assignments, at most one for each article and annotator."""
    pairs = [(article.id, annotator.id) for article in texts_of for annotator in annotators]
    states = st.sampled_from(get_args(State))
    purposes = st.sampled_from(get_args(Purpose))
    empty = st.lists(st.integers(0, 9), max_size=2).map(tuple)
    kept = [pair for pair in pairs if draw(st.booleans())]
    progress = [
        ProgressRecord(*pair, draw(states), draw(st.booleans()), draw(empty), draw(st.integers(0, 99))) for pair in kept
    ]
    return [*progress, *(AssignmentRecord(*pair, draw(purposes), draw(st.booleans())) for pair in kept)]
