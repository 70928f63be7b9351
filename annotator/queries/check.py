"""Every invariant of a project, looked at: what `annotator check` reports.

Reads only. Each problem is a sentence with what and where.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Text, cast, func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from annotator import text as texts
from annotator.model import Article, ArticleText, JournalRow, Mark, Part, Speaker, Step, Topic
from annotator.model.tables import PART
from annotator.queries.check_values import is_json, lenient, unreadable_values
from annotator.sentences import in_quotes


def problems(session: Session) -> Iterator[str]:
    """Sentences on all that does not hold. An empty iterator is a sound project."""
    looks = {
        "database": _database,
        "articles": _articles,
        "revisions": _present_texts,
        "marks": _marks,
        "trees": _trees,
        "journal": _journal,
    }
    if _in_a_file(session):
        looks = {"values": unreadable_values} | looks
    with lenient(session):
        for what, look in looks.items():
            try:
                yield from look(session)
            except (DBAPIError, ValueError, TypeError) as error:
                # One broken page is not to hide what is wrong on the others.
                yield f"The {what} cannot be looked at any further: {_reason(error)}."


def _reason(error: Exception) -> str:
    """What was in the way, without the words that stood there."""
    reason = str(error.orig if isinstance(error, DBAPIError) else error)
    return reason.partition(" with text")[0].rstrip(".")


def _in_a_file(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def troubles_of_texts(session: Session) -> Iterator[str]:
    """Sentences on what a copy of the project takes along: values that cannot be read, texts that changed."""
    if _in_a_file(session):
        yield from unreadable_values(session)
    with lenient(session):
        yield from _articles(session)
        yield from _present_texts(session)


def is_damaged(session: Session) -> bool:
    """Whether rows of a file hold what no verb put there: what goes wrong in the program may come of it.

    Looks at values and references, which takes seconds where there are 100,000s of marks; never asked beforehand.
    """
    if not _in_a_file(session):
        return False
    return any(True for look in (unreadable_values, _references) for _ in look(session))


def counts(session: Session) -> dict[str, int]:
    """How much was looked at."""
    return {
        "articles": session.execute(select(func.count()).select_from(Article)).scalar_one(),
        "marks": session.execute(select(func.count()).select_from(Mark)).scalar_one(),
        "steps": session.execute(select(func.count()).select_from(Step)).scalar_one(),
    }


def _database(session: Session) -> Iterator[str]:
    if not _in_a_file(session):
        return
    run = session.connection().exec_driver_sql
    for (message,) in run("PRAGMA integrity_check(20)"):
        if message != "ok":
            yield f"The database file is damaged: {message}."
    yield from _references(session)


def _references(session: Session) -> Iterator[str]:
    found = session.connection().exec_driver_sql("PRAGMA foreign_key_check").fetchmany(20)
    for table, row, parent, _ in found:
        yield f"A row of {table} (row {row}) refers to something missing in {parent}."


def _articles(session: Session) -> Iterator[str]:
    query = select(
        Article.id, Article.title, Article.sha256, Article.characters, ArticleText.text, ArticleText.sha256,
        ArticleText.revision, cast(ArticleText.blocks, Text), Article.revision,
    ).outerjoin(ArticleText, ArticleText.article_id == Article.id)  # fmt: skip
    for id_, title, digest, characters, text, of_text, revision, blocks, present in session.execute(query):
        where = f"Article {in_quotes(title)} ({id_})" if isinstance(title, str) else f"Article {id_}"
        if text is None:
            yield f"{where} has no text."
            continue
        if not isinstance(text, str):
            # Told with the values that cannot be read.
            continue
        if hashlib.sha256(text.encode()).hexdigest() != of_text:
            yield f"{where}, revision {revision}: the text is not the one that was stored (hash differs)."
        if revision == present:
            if digest != of_text or characters != len(text):
                yield f"{where}: the list names another text than the article holds."
            if not _blocks_fit(blocks, len(text)):
                yield f"{where}: a block lies outside the text."
            # A second byte order mark is part of the text; only a leading one is dropped at import.
            if texts.normalise("-" + text) != "-" + text:
                yield f"{where}: the text holds characters that should have been normalised."


def _present_texts(session: Session) -> Iterator[str]:
    there = (ArticleText.article_id == Article.id) & (ArticleText.revision == Article.revision)
    some = select(ArticleText.article_id).where(ArticleText.article_id == Article.id).exists()
    query = select(Article.id, Article.revision).where(some, ~select(ArticleText.article_id).where(there).exists())
    for id_, revision in session.execute(query):
        yield f"Article {id_} has no text of its present revision, {revision}."


def _blocks_fit(stored: Any, length: int) -> bool:
    """Whether blocks lie in the text, each as a kind, a start and an end; those that cannot be read are told apart.

    stored: as the driver gives them, which is JSON's text from a file and what that holds from a server.
    """
    if stored is None or not is_json(stored):
        return True
    try:
        blocks = json.loads(stored) if isinstance(stored, str) else stored
        return all(0 <= start <= end <= length for _, start, end in blocks or ())
    except (TypeError, ValueError):
        return False


def _marks(session: Session) -> Iterator[str]:
    outside = (
        select(PART.c.mark_id, PART.c.start, PART.c.end)
        .join(Mark, Mark.id == PART.c.mark_id)
        .outerjoin(
            ArticleText,
            (ArticleText.article_id == PART.c.article_id) & (ArticleText.revision == Mark.revision),
        )
        .where(
            # SQLite's substr counts from 1 and in code points, as Python does.
            func.coalesce(func.substr(ArticleText.text, PART.c.start + 1, PART.c.end - PART.c.start), "")
            != PART.c.quote
        )
    )
    for mark, start, end in session.execute(outside):
        yield f"Mark {mark}: the quote at {start} to {end} is not what the text says there."
    bare = select(Mark.id).where(
        ~select(Part.mark_id)
        .where(Part.article_id == Mark.article_id, Part.mark_id == Mark.id, Part.role == "content")
        .exists()
    )
    for mark in session.execute(bare).scalars():
        yield f"Mark {mark} covers no text."
    first = (
        select(PART.c.mark_id, func.min(PART.c.start).label("start"))
        .where(PART.c.role == "content")
        .group_by(PART.c.article_id, PART.c.mark_id)
        .subquery()
    )
    displaced = select(Mark.id).join(first, first.c.mark_id == Mark.id).where(first.c.start != Mark.start)
    for mark in session.execute(displaced).scalars():
        yield f"Mark {mark} is listed at another place than its first part."


def _trees(session: Session) -> Iterator[str]:
    for noun, word in ((Topic, "topic"), (Speaker, "speaker")):
        names = ["merged_into_id"] + (["parent_id"] if noun is Topic else [])
        for name in names:
            column = getattr(noun, name)
            step = {row[0]: row[1] for row in session.execute(select(noun.id, column).where(column.is_not(None)))}
            for start in step:
                here, seen = start, set[str]()
                while here in step and here not in seen:
                    seen.add(here)
                    here = step[here]
                if here == start:
                    yield f"The {word} {start} leads back to itself ({name.removesuffix('_id')})."


def _journal(session: Session) -> Iterator[str]:
    for step in session.execute(select(Step).where(Step.open.is_(True))).scalars():
        yield (
            f"Step {step.number}, {in_quotes(step.label)} by {step.annotator}, did not reach its end. Run the same "
            "import again to complete it, or undo it."
        )
    if not session.info["sees_all"]:
        # What is hidden from a coder is missing from what a coder can count.
        return
    query = (
        select(Step.number, Step.rows, func.count(JournalRow.seq))
        .outerjoin(JournalRow, JournalRow.step == Step.number)
        .where(Step.kind == "change")
        .group_by(Step.number)
        .having(func.count(JournalRow.seq) != Step.rows)
    )
    for number, rows, found in session.execute(query):
        yield f"The journal of step {number} has {found} rows instead of {rows}."
    orphans = select(func.count()).select_from(JournalRow).where(JournalRow.step.not_in(select(Step.number)))
    if lost := session.execute(orphans).scalar_one():
        yield f"The journal has {lost} rows that belong to no step."
