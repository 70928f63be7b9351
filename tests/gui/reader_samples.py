"""Invented articles and marks for the tests of the reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from annotator.gui.reader.sentences import SentencesOf
from annotator.records import (
    ArticleRecord,
    Block,
    BlockKind,
    ClaimRecord,
    ClaimSpeaker,
    ClaimTopic,
    Link,
    MentionRecord,
    Part,
    PassageRecord,
)

MOMENT = "2025-11-14T10:00:00Z"

LINES: tuple[tuple[BlockKind, str], ...] = (
    ("title", "Minister defends port plan"),
    ("standfirst", "Higher fees would pay for dredging by 2027."),
    (
        "paragraph",
        "Harbour minister Mira Okafor said on Thursday that the increase was overdue. Nobody answered.",
    ),
    ("paragraph", "“Every month costs the town two ships,” she told the committee. “They do not come back.”"),
    ("heading", "What the plan says"),
    ("item", "Fees rise from April 👨‍👩‍👧‍👦 and the 🇳🇴 ferry pays 𝒏othing e\u0301xtra."),
    ("quote", "A harbour without depth is a pond with a fee."),
    ("paragraph", "وزيرة الموانئ قالت إن الرسوم 32 percent ضرورية لتعميق الميناء. السفن لن تعود."),
    ("paragraph", "The sign said הנמל פתוח לכולם and nobody laughed."),
    ("paragraph", "ท่าเรือเปิดสำหรับทุกคน and the ferry too."),
)


def article(lines: Sequence[tuple[BlockKind, str]] = LINES, links: Iterable[Link] = ()) -> ArticleRecord:
    """An article of these lines, each a block."""
    blocks, start = [], 0
    for kind, line in lines:
        if line:
            blocks.append(Block(kind, start, start + len(line)))
        start += len(line) + 1
    return ArticleRecord(
        id="article", title=lines[0][1] or "Untitled", byline="By Tomas Renn", published="2025-11-14",
        source="Daily Ledger", url="https://www.dailyledger.example/plan", language="en",
        text="\n".join(line for _, line in lines), sha256="0" * 64, revision=1, earlier=(),
        blocks=tuple(blocks), links=tuple(links), file=None, retrieved=None, meta={},
    )  # fmt: skip


def long_article(paragraphs: int) -> ArticleRecord:
    """An article of many paragraphs, each of three sentences that name its number."""
    lines: list[tuple[BlockKind, str]] = [("title", "A long day in the harbour")]
    for number in range(paragraphs):
        line = f"Ship {number} came in. The committee of pier {number} counted it twice. " + "Nobody " * (number % 30)
        lines.append(("paragraph", line.strip() + "."))
    return article(lines)


def sentences_of(text: str) -> SentencesOf:
    """Sentences that end at a full stop; enough for a cursor to step on."""

    def found(start: int, end: int) -> list[tuple[int, int]]:
        pieces = re.finditer(r"\S[^.]*(?:\.[”\"]?|$)", text[start:end])
        return [(start + piece.start(), start + piece.end()) for piece in pieces]

    return found


def part(text: str, start: int, end: int) -> Part:
    """The part with its quote."""
    return Part(start, end, text[start:end])


def where(text: str, words: str) -> tuple[int, int]:
    """Start and end of the first place of the words."""
    start = text.index(words)
    return start, start + len(words)


def claim(
    id_: str,
    text: str,
    *stretches: tuple[int, int],
    cue: tuple[int, int] | None = None,
    mention: str | None = None,
    topics: Sequence[str] = (),
) -> ClaimRecord:
    """A claim with these parts."""
    return ClaimRecord(
        id=id_, article="article", revision=1, annotator="ana",
        parts=tuple(part(text, *stretch) for stretch in stretches),
        cue=(part(text, *cue),) if cue else (), speakers=(ClaimSpeaker("okafor", "says", mention),),
        topics=tuple(ClaimTopic(topic) for topic in topics), quotation=None, certainty=None,
        proposition=None, note="", fields={}, origins=(), codebook=0, created=MOMENT, updated=MOMENT,
    )  # fmt: skip


def mention(id_: str, text: str, start: int, end: int) -> MentionRecord:
    """A mention of one part."""
    return MentionRecord(id_, "article", 1, "ana", (part(text, start, end),), "okafor", "", {}, (), 0, MOMENT, MOMENT)


def passage(id_: str, text: str, start: int, end: int, topic: str = "fees") -> PassageRecord:
    """A passage of one part."""
    return PassageRecord(id_, "article", 1, "ana", (part(text, start, end),), topic, "", {}, (), 0, MOMENT, MOMENT)
