"""Invented articles for tests, and bringing them into a project. Used by tests and fixtures only."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select

from annotator.model import Article, Base
from annotator.model.rows import rows_of
from annotator.model.tables import ARTICLE
from annotator.records import ArticleRecord, Block, ClaimRecord, Part, Record
from annotator.store import Store

TEXT = (
    "Port fees to rise by a third\n"
    "“The channel is too shallow,” said Mira Okafor, the harbour minister, on Monday. “Two ships a month "
    "go to Wessel.” Jonas Albrecht, head of the guild, denied it: fees hurt boats 🐟, he argued.\n"
    "The study by the Selm Marine Institute speaks of silt. She did not answer."
)
MOMENT = "2025-11-24T10:00:00.000000Z"
# Of every write, so neither compared nor put back by undo; batch numbers name the step that brought a row.
BOOKKEEPING = ("version", "updated", "batch")


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    """The first place of the words in the text: half-open code points."""
    start = text.index(words)
    return start, start + len(words)


def article_record(id_: str, text: str = TEXT, title: str = "Port fees to rise by a third") -> ArticleRecord:
    """An article with one block a line."""
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n")):
        blocks.append(Block("paragraph" if number else "title", start, start + len(line)))
        start += len(line) + 1
    return ArticleRecord(
        id=id_,
        title=title,
        byline="Tomas Renn",
        published="2025-11-24",
        source="dailyledger.example",
        url=f"https://www.dailyledger.example/{id_}",
        language="en",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        revision=1,
        earlier=(),
        blocks=tuple(blocks),
        links=(),
        file=f"{id_}.md",
        retrieved=MOMENT,
        meta={},
    )


def claim_record(id_: str, article: str, annotator: str, words: str = "Two ships a month") -> ClaimRecord:
    """A claim over the words, which stand in `TEXT`."""
    start, end = span(words)
    return ClaimRecord(
        id_, article, 1, annotator, (Part(start, end, words),), (), (), (), "direct", None, None, "", {}, (),
        0, MOMENT, MOMENT,
    )  # fmt: skip


def add_articles(
    store: Store, records: Sequence[Record], *, source: str, label: str = "Add articles", by: str | None = None
) -> int:
    """Bring records in as one batch; what is there already is left alone. Returns the step's number."""
    with store.read() as session:
        place = session.execute(select(func.count()).select_from(Article)).scalar_one()
        there = set(session.execute(select(Article.id)).scalars())
    made = store.begin_batch(label, source=source, by=by)
    for record in records:
        if isinstance(record, ArticleRecord) and record.id in there:
            continue
        for table, rows in rows_of(record):
            if table is ARTICLE:
                place += 1
                rows[0]["position"] = place
            made.add(table, rows)
        made.give_way()
    return store.batch_finished(made, label=label)


def snapshot(store: Store) -> dict[str, list[Any]]:
    """Everything that people made: all nouns' rows but the annotators', without bookkeeping."""
    left_out = ("annotator", "step", "journal", "removed_rows", "project")
    found: dict[str, list[Any]] = {}
    with store.read() as session:
        for name, table in sorted(Base.metadata.tables.items()):
            if name not in left_out:
                columns = [column for column in table.c if column.name not in BOOKKEEPING]
                rows = session.execute(select(*columns).order_by(*table.primary_key.columns))
                found[name] = [tuple(row) for row in rows]
    return found
