"""The three workloads that speed and memory are measured on: invented text, the same at every run.

W1 is an article of 5 kB with 30 marks. W2 is one article of 1 MB with 10,000 marks, a third of which
overlap others. W3 is 10,000 articles of 5 kB with 200,000 marks, as files and as one annotation set.
Used by the benchmarks only. What takes long to make is kept in the user's cache folder, under a name that
changes with this file and with the shape of projects.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from annotator.actions.exchange import import_sets
from annotator.formats import FileReport, format_named
from annotator.records import (
    AnnotatorRecord,
    ArticleRecord,
    Block,
    ClaimRecord,
    ClaimSpeaker,
    ClaimTopic,
    MarkRecord,
    MentionRecord,
    Part,
    PassageRecord,
    Record,
    SetRecord,
    SpeakerRecord,
    TopicRecord,
)
from annotator.store import Store
from annotator.store.schema import FINGERPRINTS, SCHEMA

MOMENT = "2025-11-24T10:00:00.000000Z"
ANNOTATOR = "Ana"
WORDS = (  # noqa: SIM905  # words are read more easily than a list
    "harbour committee minister fees ships dredging channel council vote town port officials monday figures guild "
    "spring boats draft wessel plan report silt study tide cargo crane dock pilot quay rope season shallow signal "
    "storm timber trade tug union warehouse week winter yard anchor barge buoy coast crew ferry fish"
).split()
W1_CHARACTERS, W1_MARKS = 5_000, 30
W2_CHARACTERS, W2_MARKS = 1_000_000, 10_000
W3_ARTICLES, W3_CHARACTERS, W3_MARKS = 10_000, 5_000, 20
SPEAKERS, TOPICS = 400, 60
SAVED_PAGES = 1_000


def saved_page(number: int) -> str:
    """A page as a browser saves one: menus, scripts and a footer around an article of some 4 kB."""
    words = random.Random(number)

    def sentence() -> str:
        return " ".join(words.choices(WORDS, k=words.randint(8, 18))).capitalize() + "."

    menu = "".join(f'<li><a href="/{word}">{word}</a></li>' for word in WORDS)
    body = "".join(f"<p>{' '.join(sentence() for _ in range(4))}</p>" for _ in range(10))
    script = f"<script>{'var words = 1; ' * 2000}</script>"
    return (
        f"<html><head><title>{sentence()}</title>{script}</head><body><nav><ul>{menu * 4}</ul></nav><main><article>"
        f"<h1>Page {number}</h1>{body}</article></main><aside>{menu}</aside><footer>{menu}</footer></body></html>"
    )


class Invention:
    """A seeded source of titles, texts, ids and marks."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._sentences = [self._sentence() for _ in range(3000)]
        self.annotator = AnnotatorRecord(self.id(), ANNOTATOR, "AN", "#7b5bb8", "person")
        self.speakers = [SpeakerRecord(self.id(), f"{self._name()} {self._name()} {n}") for n in range(SPEAKERS)]
        self.topics = [TopicRecord(self.id(), f"{self._name()} {n}", order=n) for n in range(TOPICS)]

    def id(self) -> str:
        """An identifier like those that the program makes."""
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def _name(self) -> str:
        return self._random.choice(WORDS).capitalize()

    def _sentence(self) -> str:
        return " ".join(self._random.choices(WORDS, k=self._random.randint(8, 18))).capitalize() + "."

    def article(self, number: int, characters: int) -> ArticleRecord:
        """An article of a title and paragraphs, about so many code points long."""
        lines = [f"{self._sentences[number % len(self._sentences)][:60].rstrip('. ')} {number}"]
        length = len(lines[0])
        while length < characters:
            lines.append(" ".join(self._random.choices(self._sentences, k=self._random.randint(2, 5))))
            length += len(lines[-1]) + 1
        text, blocks, start = "\n".join(lines), [], 0
        for place, line in enumerate(lines):
            blocks.append(Block("paragraph" if place else "title", start, start + len(line)))
            start += len(line) + 1
        return ArticleRecord(
            id=self.id(),
            title=lines[0],
            byline=f"{self._name()} {self._name()}",
            published=f"20{number % 20 + 5:02d}-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
            source=f"{WORDS[number % len(WORDS)]}.example",
            url=None,
            language="en",
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            revision=1,
            earlier=(),
            blocks=tuple(blocks),
            links=(),
            file=f"{number:05d}.md",
            retrieved=MOMENT,
            meta={},
        )

    def marks(self, article: ArticleRecord, count: int) -> list[MarkRecord]:
        """So many marks, in text order of their slots; every third lies over the one before it."""
        slot = (len(article.text) - 100) / count
        made: list[MarkRecord] = []
        mentions: list[str] = []
        for number in range(count):
            start = 60 + int(slot * number)
            length = self._random.randint(int(slot * 0.3), int(slot * 0.9))
            if number % 3 == 2:
                start, length = int(start - slot * 0.8), length + int(slot * 0.4)
            mark = self._mark(article, number, start, length, mentions)
            if isinstance(mark, MentionRecord):
                mentions.append(mark.id)
            made.append(mark)
        return made

    def _mark(self, article: ArticleRecord, number: int, start: int, length: int, mentions: list[str]) -> MarkRecord:
        choose, text, id_ = self._random.choice, article.text, self.id()
        common: dict[str, Any] = {
            "id": id_, "article": article.id, "revision": 1, "annotator": self.annotator.id, "note": "", "fields": {},
            "origins": (), "codebook": 0, "created": MOMENT, "updated": MOMENT,
        }  # fmt: skip
        if number % 10 in (0, 4, 7, 9):
            return MentionRecord(parts=(_part(text, start, 12),), speaker=choose(self.speakers).id, **common)
        if number % 10 == 5:
            return PassageRecord(parts=(_part(text, start, length),), topic=choose(self.topics).id, **common)
        parts, cue = (_part(text, start, length),), (_part(text, start - 7, 5),)
        said = (ClaimSpeaker(choose(self.speakers).id, "says", mentions[-1] if mentions else None),)
        about = (ClaimTopic(choose(self.topics).id, choose(("supports", "opposes", None))),)
        return ClaimRecord(
            parts=parts, cue=cue, speakers=said, topics=about, quotation="direct", certainty=None, proposition=None,
            **common,
        )  # fmt: skip

    def annotation_set(self, pairs: list[tuple[ArticleRecord, list[MarkRecord]]]) -> Iterator[Record]:
        """The lines of a set, in their order."""
        yield SetRecord("annotator-set", 1, self.id(), "Harbour", MOMENT, "benchmark")
        yield self.annotator
        yield from sorted(self.topics, key=lambda each: each.id)
        yield from sorted(self.speakers, key=lambda each: each.id)
        for article, _ in pairs:
            yield article
        for kind in (MentionRecord, ClaimRecord, PassageRecord):
            for _, marks in pairs:
                found = [mark for mark in marks if isinstance(mark, kind)]
                yield from sorted(found, key=lambda mark: (mark.parts[0].start, mark.id))


def _part(text: str, start: int, length: int) -> Part:
    return Part(start, start + length, text[start : start + length])


class Workloads:
    """What is measured on, made once and then found in the cache. Copy a project before writing to it."""

    def __init__(self) -> None:
        seed = Path(__file__).read_bytes() + FINGERPRINTS[SCHEMA].encode()
        self.folder = user_cache_path("annotator-benchmarks") / hashlib.sha256(seed).hexdigest()[:16]
        self.small = self.folder / "small.annotator"
        """W1 alone."""
        self.large = self.folder / "large.annotator"
        """W2, then W1."""
        self.many = self.folder / "many.annotator"
        """W3."""
        self.many_set = self.folder / "many.jsonl"
        self.many_files = self.folder / "articles"

    def prepare(self) -> None:
        """Make what is not there."""
        if self.folder.exists():
            return
        unfinished = self.folder.with_suffix(".part")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        invention = Invention(1)
        w1, w2 = invention.article(1, W1_CHARACTERS), invention.article(2, W2_CHARACTERS)
        short, long = (w1, invention.marks(w1, W1_MARKS)), (w2, invention.marks(w2, W2_MARKS))
        project_of(unfinished / "small", invention, [short])
        project_of(unfinished / "large", invention, [long, short])
        numbers = range(W3_ARTICLES)
        many = [(article := invention.article(n, W3_CHARACTERS), invention.marks(article, W3_MARKS)) for n in numbers]
        project_of(unfinished / "many", invention, many)
        _files(unfinished / "articles", [article for article, _ in many])
        unfinished.rename(self.folder)


def project_of(place: Path, invention: Invention, pairs: list[tuple[ArticleRecord, list[MarkRecord]]]) -> None:
    """A set and a project of it, side by side."""
    written, native = place.with_suffix(".jsonl"), format_named("native")
    assert native.write is not None
    native.write(invention.annotation_set(pairs), written, lambda _done: None)
    with Store.create(place, ANNOTATOR) as store:
        reports: list[FileReport] = import_sets(store, [written])
    assert not reports[0].refused, reports[0].refused[:3]


def _files(folder: Path, articles: list[ArticleRecord]) -> None:
    folder.mkdir()
    for article in articles:
        _, *body = article.text.split("\n")
        lines = [f"# {article.title}", f"By {article.byline}", "November 14, 2025", *body]
        (folder / str(article.file)).write_text("\n\n".join(lines) + "\n", encoding="utf-8")
