"""What became of each thing in two copies of a project: its present rows, and all that it was before.

Asked by the verb that merges copies. A thing is a noun's row with what hangs on it: a mark with its parts,
an article with its texts. Past versions are read from the journal, backwards; a copy's journal begins with
the steps that both copies share, and only what came after has to be looked at. Nothing here writes.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from annotator.model import JournalRow, RemovedRows, Step
from annotator.model.tables import TABLES
from annotator.store.journal import BOOKKEEPING, OWNER, Row, key_of

Key = tuple[str, tuple[Any, ...]]
"""A table and the values of a primary key in it."""

Thing = dict[Key, Row]
"""The rows of one noun; empty when it is not there."""

DELETED = "deleted"
"""The version of a thing that was there and is not any more."""

MERGED = "merge "
"""What the source of a step that merged a copy begins with."""

NOUNS = tuple(name for name in TABLES if name not in {*OWNER, "step", "journal", "removed_rows", "project"})
# SQLite takes some 32,000 values in one statement.
IDS_AT_ONCE = 5000
# Entered with a person's first tag, without a step; there are few.
OUTSIDE_THE_JOURNAL = ("annotator",)
# Where an article stands in the list, and whether somebody came with a set: of each copy alone.
OF_THE_COPY = frozenset({("article", "position"), ("annotator", "imported")})


def version_of(thing: Thing) -> str:
    """A name for what a thing says, without bookkeeping; the same in every copy."""
    rows = [
        [
            table,
            list(key),
            sorted(
                (name, value)
                for name, value in row.items()
                if name not in BOOKKEEPING and (table, name) not in OF_THE_COPY
            ),
        ]
        for (table, key), row in thing.items()
    ]
    rows.sort(key=lambda row: json.dumps(row[:2]))
    return hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()


def shared_steps(here: Session, there: Session) -> int:
    """The number of the last step up to which the two copies have the same history; 0 for none."""
    query = select(Step.number, Step.at, Step.annotator, Step.kind).order_by(Step.number)
    last = 0
    for mine, theirs in zip(here.execute(query), there.execute(query), strict=False):
        if tuple(mine) != tuple(theirs):
            break
        last = mine.number
    return last


class Lineage:
    """One copy, as far as it may differ from the other.

    people: ids of annotators -> ids of those who are the same persons in the other copy.
    """

    def __init__(self, session: Session, since: int, people: Mapping[str, str] | None = None) -> None:
        """since: the last step that both copies share."""
        self._session = session
        self._people = people or {}
        self._journal: defaultdict[Key, list[Any]] = defaultdict(list)
        self._removed: defaultdict[Key, Thing] = defaultdict(dict)
        self._merged: defaultdict[Key, set[str]] = defaultdict(set)
        self.people: dict[str, str] = {}
        self._void: set[int] = set()
        self._read_merges()
        self._read_journal(since)
        self._read_removed(since)
        self.touched = self._read_touched(since)

    def things(self, keys: Collection[Key]) -> dict[Key, Thing]:
        """The present rows of these things; those that are not there are left out."""
        wanted: defaultdict[str, set[tuple[Any, ...]]] = defaultdict(set)
        for table, key in keys:
            wanted[table].add(key)
        found: defaultdict[Key, Thing] = defaultdict(dict)
        for name, ids in wanted.items():
            children = [child for child, owner in OWNER.items() if owner == name]
            for table in (name, *children):
                for row in self._rows(TABLES[table], f"{name}_id" if table in children else "", ids):
                    thing = self._owner(TABLES[table], row)
                    if thing in keys:
                        found[thing][table, tuple(key_of(TABLES[table], row))] = row
        return dict(found)

    def count(self) -> int:
        """How many things there are in all."""
        return sum(self._session.execute(select(func.count()).select_from(TABLES[name])).scalar_one() for name in NOUNS)

    def ever(self, key: Key) -> bool:
        """Whether a thing that is not there was there once, after the shared steps."""
        return key in self._journal or key in self._removed

    def versions(self, key: Key, present: Thing) -> set[str]:
        """What the thing is and has been since the shared steps, and what it was at their end."""
        found = {version_of(present)} if present else {DELETED} if self.ever(key) else set()
        if key in self._removed:
            found |= {version_of(self._removed[key]), DELETED}
        state, step = dict(present), None
        rows = self._journal.get(key, [])
        for row in reversed(rows):
            if step is not None and row.step != step:
                found.add(version_of(state) if state else DELETED)
            step = row.step
            self._take_back(state, row)
        if rows and state:
            found.add(version_of(state))
        return found | self._merged.get(key, set())

    def past(self, key: Key, present: Thing) -> set[str]:
        """What the thing was before, since the shared steps and at their end; most have no past."""
        if not self.ever(key) and key not in self._merged:
            return set()
        return self.versions(key, present) - {version_of(present)}

    def _take_back(self, state: Thing, row: Any) -> None:
        at = row.table_name, tuple(self._renamed_key(row.key))
        if row.operation == "insert":
            state.pop(at, None)
        elif row.operation == "delete":
            state[at] = self._renamed(row.old)
        elif at in state:
            state[at] = state[at] | self._renamed(row.old)

    # Reading ------------------------------------------------------------------------------------

    def _read_journal(self, since: int) -> None:
        query = select(
            JournalRow.step, JournalRow.table_name, JournalRow.record, JournalRow.key, JournalRow.operation,
            JournalRow.old,
        ).where(JournalRow.step > since)  # fmt: skip
        for row in self._session.execute(query.order_by(JournalRow.step, JournalRow.seq)):
            if row.step in self._void:
                continue
            owner = OWNER.get(row.table_name)
            key = (owner, (row.record,)) if owner else (row.table_name, tuple(self._renamed_key(row.key)))
            self._journal[key].append(row)

    def _read_removed(self, since: int) -> None:
        query = select(RemovedRows.table_name, RemovedRows.rows).where(RemovedRows.step > since)
        for name, packed in self._session.execute(query):
            for row in map(self._renamed, json.loads(zlib.decompress(packed))):
                self._removed[self._owner(TABLES[name], row)][name, tuple(key_of(TABLES[name], row))] = row

    def _read_merges(self) -> None:
        """What earlier merges have settled. One that was undone never was, and may be made again."""
        chain = {row.undoes: row.number for row in self._session.execute(select(Step.number, Step.undoes))}
        query = select(Step.number, Step.source).where(Step.source.startswith(MERGED))
        for number, source in self._session.execute(query):
            undoing: list[int] = []
            last: int | None = number
            while (last := chain.get(last)) is not None:
                undoing.append(last)
            self._void.update(undoing)
            if len(undoing) % 2:
                self._void.add(number)
                continue
            known = json.loads(str(source).removeprefix(MERGED))
            self.people |= known["people"]
            for table, key, versions in known["versions"]:
                self._merged[table, tuple(self._renamed_key(key))] |= set(versions)

    def _read_touched(self, since: int) -> set[Key]:
        found = {*self._journal, *self._removed, *self._merged}
        for name, table in TABLES.items():
            owner = OWNER.get(name, name)
            if owner not in NOUNS:
                continue
            condition = None if not since or name in OUTSIDE_THE_JOURNAL else _later(table, since)
            if condition is not None or not since or name in OUTSIDE_THE_JOURNAL:
                columns = [table.c[f"{owner}_id"]] if owner != name else list(table.primary_key.columns)
                query = select(*columns).distinct()
                rows = self._session.execute(query if condition is None else query.where(condition))
                found |= {(owner, tuple(self._renamed_key(row))) for row in rows}
        return found

    def _rows(self, table: Table, owner: str, ids: Collection[tuple[Any, ...]]) -> Iterator[Row]:
        """The rows of these keys, or that hang on them."""
        column = table.c[owner] if owner else next(iter(table.primary_key.columns))
        single = owner or len(table.primary_key.columns) == 1
        values = sorted({key[0] for key in ids})
        for first in range(0, len(values), IDS_AT_ONCE):
            some = values[first : first + IDS_AT_ONCE]
            for row in self._session.execute(select(table).where(column.in_(some))).mappings():
                made = self._renamed(dict(row))
                if single or tuple(key_of(table, made)) in ids:
                    yield made

    def _owner(self, table: Table, row: Row) -> Key:
        owner = OWNER.get(table.name)
        return (owner, (row[f"{owner}_id"],)) if owner else (table.name, tuple(key_of(table, row)))

    def _renamed(self, row: Row) -> Row:
        who = str(row.get("annotator_id"))
        return row | {"annotator_id": self._people[who]} if who in self._people else row

    def _renamed_key(self, key: Collection[Any]) -> list[Any]:
        return [self._people.get(value, value) for value in key] if self._people else list(key)


def _later(table: Table, since: int) -> Any:
    return table.c.batch > since if "batch" in table.c else None
