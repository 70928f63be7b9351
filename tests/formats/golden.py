"""A small set by hand, with all that is hard: emoji, right-to-left, overlap, discontinuity, merges.

Also the tools that spoil a set on purpose: `lines_of`, `sealed` and `write_lines`.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from annotator.formats.native import write
from annotator.records import (
    Affiliation,
    AnnotatorRecord,
    ArticleRecord,
    AssignmentRecord,
    Block,
    ClaimRecord,
    ClaimSpeaker,
    ClaimTopic,
    CodebookRecord,
    CommentRecord,
    FieldRecord,
    Link,
    MentionRecord,
    Part,
    PassageRecord,
    ProgressRecord,
    PropositionRecord,
    Record,
    ReviewRecord,
    Revision,
    SetRecord,
    SpeakerRecord,
    TopicRecord,
)
from annotator.text import sha256_of

MOMENT = "2026-01-05T10:00:00Z"
TITLE = "Harbour 🚢 dispute"
TEXT = (
    f"{TITLE}\nMira Okafor said “the port loses two ships 😀 a month”, she added, “or three”."
    "\nقالت ميرا: الميناء مفتوح."
)
OTHER = "=Fees\nNobody spoke."
AS_MINISTER = Affiliation("Port", "minister", "2024-05-01", None)
EARLIER = "Harbour dispute\nMira Okafor said nothing."


LAST: tuple[Any, ...] = (3, MOMENT, MOMENT)


def part(quote: str, text: str = TEXT) -> Part:
    """The first stretch of the text that reads so."""
    start = text.index(quote)
    return Part(start, start + len(quote), quote)


def golden_set() -> list[Record]:
    """The records in the contract's order, without the end line."""
    return [*_codebook(), *_articles(), *_mentions(), *_claims(), *_rest()]


def _codebook() -> list[Record]:
    return [
        SetRecord("annotator-set", 1, "p-1", "Harbour dispute", MOMENT, "annotator 0.1.0"),
        CodebookRecord(3, "Strike split in two", MOMENT, "a-1"),
        AnnotatorRecord("a-1", "Ana", "AN", "#7b5bb8", "person"),
        AnnotatorRecord("a-2", "Ben", "BE", "#3b7dd8", "person"),
        FieldRecord("check_worthy", "Worth checking", "choice", ("yes", "no"), ("claim",), 1),
        TopicRecord("t-1", "Ports"),
        TopicRecord("t-2", "Fees", "t-1", 2, "What ships pay", key="p"),
        TopicRecord("t-3", "Dues", "t-1", merged_into="t-2", retired=True),
        SpeakerRecord("s-1", "Mira Okafor", aliases=("the minister",), identifiers={"wikidata": "Q1"}),
        SpeakerRecord("s-2", "M. Okafor", affiliations=(AS_MINISTER,), merged_into="s-1"),
    ]


def _articles() -> list[Record]:
    return [
        ArticleRecord(
            "d-1",
            TITLE,
            "Lena Voss",
            "2025-11-24",
            "Harbour Post",
            "https://example.org/1",
            "en",
            TEXT,
            sha256_of(TEXT),
            2,
            (Revision(1, EARLIER, sha256_of(EARLIER), None),),
            (Block("title", 0, len(TITLE)),),
            (Link(0, 7, "https://example.org/"),),
            "a.md",
            MOMENT,
            {},
        ),
        ArticleRecord(
            "d-2",
            "=Fees",
            None,
            None,
            None,
            None,
            None,
            OTHER,
            sha256_of(OTHER),
            1,
            (),
            (),
            (),
            None,
            None,
            {"desk": ["north", 2]},
        ),
        PropositionRecord("q-1", "The port loses two ships a month", ""),
    ]


def _mentions() -> list[Record]:
    return [
        MentionRecord("m-1", "d-1", 2, "a-1", (part("Mira Okafor"),), "s-1", "", {}, (), *LAST),
        MentionRecord("m-2", "d-1", 2, "a-1", (part("she"),), None, "", {}, (), *LAST),
        MentionRecord("m-3", "d-2", 1, "a-2", (part("Nobody", OTHER),), None, "", {}, (), *LAST),
    ]


def _claims() -> list[Record]:
    return [
        ClaimRecord(
            "c-1",
            "d-1",
            2,
            "a-1",
            (part("the port loses two ships 😀 a month"), part("or three")),
            (part("said"),),
            (ClaimSpeaker("s-2", "says", "m-1"), ClaimSpeaker(None, "reported_by", "m-2")),
            (ClaimTopic("t-3", "supports"), ClaimTopic("t-1")),
            "direct",
            "high",
            "q-1",
            "-1 for certainty",
            {"check_worthy": "yes"},
            (),
            *LAST,
        ),
        _bare_claim("c-2", 2, part("port loses two ships 😀"), ("c-1",)),
        _bare_claim("c-3", 1, part("said nothing", EARLIER), ()),
    ]


def _bare_claim(identity: str, revision: int, words: Part, origins: tuple[str, ...]) -> ClaimRecord:
    """A claim of Ben's of which nothing is known but its words."""
    alone: tuple[Any, ...] = ((words,), (), (), (), None, None, None, "", {}, origins, *LAST)
    return ClaimRecord(identity, "d-1", revision, "a-2", *alone)


def _rest() -> list[Record]:
    return [
        PassageRecord("g-1", "d-1", 2, "a-1", (part("الميناء مفتوح"),), "t-1", "", {}, (), *LAST),
        ReviewRecord("r-1", "c-1", "a-2", "amended", "@ends early", "boundary", True, "c-2", MOMENT),
        CommentRecord("k-1", "c-1", None, "a-1", "Why?", MOMENT),
        CommentRecord("k-2", "c-1", "k-1", "a-2", "Since\nshe says so", MOMENT),
        ProgressRecord("d-1", "a-1", "finished", False, (1,), 40),
        AssignmentRecord("d-1", "a-2", "double", True),
    ]


def lines_of_golden(tmp_path: Path) -> list[dict[str, Any]]:
    """The lines of the golden set as JSON objects, without the end line."""
    path = tmp_path / "golden.jsonl"
    write(golden_set(), path)
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()][:-1]


def sealed(lines: list[bytes]) -> bytes:
    """The lines with an end line that matches them."""
    counts: dict[str, int] = {}
    for line in lines:
        kind = json.loads(line)["type"]
        counts[kind] = counts.get(kind, 0) + 1
    return unchecked(lines, counts)


def unchecked(lines: list[bytes], counts: dict[str, int]) -> bytes:
    """The lines, whatever they hold, with an end line of the right hash and these counts."""
    body = b"".join(line + b"\n" for line in lines)
    end = {"type": "end", "counts": counts, "sha256": hashlib.sha256(body).hexdigest()}
    return body + json.dumps(end).encode() + b"\n"


def write_lines(path: Path, lines: list[dict[str, Any]]) -> Path:
    """A sealed set of these lines."""
    path.write_bytes(sealed([json.dumps(line, ensure_ascii=False).encode() for line in lines]))
    return path
