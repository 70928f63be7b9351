"""The codebook alone, taken in from a file and written to one.

Called by `annotator new --codebook`, by the sample, and by the Codebook screen. An empty project takes a
codebook as it is; how another one takes its topics stands in `taking_topics`.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from pathlib import Path

from msgspec import structs
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from annotator.actions.codebook import new_version
from annotator.actions.taking_topics import Taken, TakingTopics
from annotator.actions.topic_colours import free_colours
from annotator.errors import FileError
from annotator.formats.codebook_file import CodebookFile, read_codebook, write_codebook
from annotator.model import Field, Topic
from annotator.model.rows import rows_of
from annotator.queries.registry import fields, topics
from annotator.records import CodebookRecord, FieldRecord, Record, TopicRecord, now
from annotator.sentences import plain, worded
from annotator.store import Store


def codebook_records(book: CodebookFile, *, created: str) -> list[Record]:
    """The lines of an annotation set that bring this codebook into an empty project.

    created: the version's time, ISO 8601 with Z.
    """
    return [CodebookRecord(1, plain(worded("First version")), created, None), *coloured(book.topics), *book.fields]


def coloured(records: tuple[TopicRecord, ...]) -> list[TopicRecord]:
    """The topics, with colours for those at the top that have none; those below show the colour above."""
    free = free_colours(each.colour for each in records)
    return [
        structs.replace(each, colour=next(free)) if each.colour is None and each.parent is None else each
        for each in records
    ]


def take_codebook(store: Store, path: Path, *, by: str | None = None, origin: object = None) -> Taken:
    """Take in the topics and fields of a TOML, `.qdc` or `.csv` file as one step. Raises FileError with a sentence."""
    book = read_codebook(path)
    if not book.topics and not book.fields:
        raise FileError(worded("There are no topics and no fields in it; choose another file."), where=str(path))
    taken = Taken(str(path), repaired=list(book.repaired))
    with store.read() as session:
        empty = not any(session.execute(select(func.count()).select_from(noun)).scalar_one() for noun in (Topic, Field))
    if empty:
        batch = store.begin_batch(worded("Take codebook"), source=f"codebook {path}", by=by)
        for record in codebook_records(book, created=now()):
            for target, rows in rows_of(record):
                batch.add(target, rows)
        store.batch_finished(batch)
        taken.added = len(book.topics) + len(book.fields)
        return taken
    with store.change(worded("Take codebook"), by=by, origin=origin) as session:
        _take(session, book, taken)
    return taken


def look_at_codebook(store: Store, path: Path) -> Taken:
    """What taking in a codebook file would do, before it is done; nothing is written. Raises FileError."""
    book = read_codebook(path)
    looked = Taken(str(path), repaired=list(book.repaired))
    with suppress(_OnlyLooked), store.change(worded("Take codebook")) as session:
        _take(session, book, looked)
        raise _OnlyLooked
    return looked


class _OnlyLooked(Exception):
    """Ends a change that was made only to be looked at."""


def _take(session: Session, book: CodebookFile, taken: Taken) -> None:
    taking = TakingTopics(session, taken)
    taking.take(coloured(book.topics))
    if taking.meanings + _take_fields(session, book.fields, taken):
        new_version(session, worded("Codebook taken from {file}", file=Path(taken.path).name))


def _take_fields(session: Session, records: tuple[FieldRecord, ...], taken: Taken) -> int:
    """How many changed their answers."""
    known = {each.key: each for each in session.execute(select(Field)).scalars()}
    place, meanings = max((each.place for each in known.values()), default=0), 0
    for record in records:
        field = known.get(record.key)
        if field is None:
            place += 1
            [(_, [values])] = rows_of(structs.replace(record, order=place))
            session.add(Field(**{name: value for name, value in values.items() if name != "version"}))
            taken.added += 1
        elif field.kind != record.kind:
            taken.repaired.append(
                worded(
                    "The field “{field}” asks for another kind of answer here; it stays as it is.", field=field.title
                )
            )
        else:
            more = [each for each in record.choices if each not in (field.choices or [])]
            if more:
                field.choices = [*(field.choices or []), *more]
                meanings += 1
            taken.changed, taken.same = taken.changed + bool(more), taken.same + (not more)
    return meanings


def export_codebook(store: Store, out: Path) -> list[str]:
    """Write topics and fields to OUT, as `.qdc`, `.csv` or TOML by its suffix; returns what that format lost.

    Merged topics are left out, which is said. Raises DiskFull and FileError with OUT as it was.
    """
    with store.read() as session:
        known = topics(session)
        book = CodebookFile(tuple(_in_order(known)), tuple(fields(session)))
    lost = write_codebook(book, out)
    if merged := sum(1 for each in known if each.merged_into is not None):
        lost.append(
            worded("Topics that were merged into others have no place in a codebook alone: {merged}.", merged=merged)
        )
    return lost


def _in_order(records: list[TopicRecord]) -> list[TopicRecord]:
    """Topics as the tree shows them, each after the one that it lies under."""
    below: dict[str | None, list[TopicRecord]] = defaultdict(list)
    for each in records:
        if each.merged_into is None:
            below[each.parent].append(each)
    for some in below.values():
        some.sort(key=lambda each: (each.order, each.name.casefold()), reverse=True)
    ordered, waiting = list[TopicRecord](), list(below[None])
    while waiting:
        ordered.append(waiting.pop())
        waiting += below[ordered[-1].id]
    return ordered
