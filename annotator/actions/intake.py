"""Records of a set on their way into a project: what is new becomes rows, what is there is compared.

Used by the verb that imports; see `exchange.py`. Ids decide what is the same thing, never names; only an
article is also known by its text, since two colleagues may have added the same file each for themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import structs
from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.actions.acting import COLOURS, initials
from annotator.errors import InvalidValue
from annotator.formats import FileReport, Refusal
from annotator.model import (
    Annotator,
    Article,
    ArticleText,
    Assignment,
    CodebookVersion,
    Comment,
    Field,
    Mark,
    Progress,
    Proposition,
    Review,
    Speaker,
    Topic,
    new_id,
)
from annotator.model.rows import Rows, plain_from, rows_of, speaker_from, topic_from
from annotator.queries.annotators import annotator_named
from annotator.queries.marks import raw_marks
from annotator.records import (
    AnnotatorRecord,
    ArticleRecord,
    ClaimRecord,
    EndRecord,
    MarkRecord,
    MentionRecord,
    PassageRecord,
    Record,
    SetRecord,
    kind_of,
)
from annotator.store import Store
from annotator.text import reanchor

MARKS = (ClaimRecord, MentionRecord, PassageRecord)
NOUNS: dict[str, Any] = {
    "codebook": CodebookVersion,
    "annotator": Annotator,
    "field": Field,
    "topic": Topic,
    "speaker": Speaker,
    "proposition": Proposition,
    "review": Review,
    "comment": Comment,
}
PLURALS = {"speaker": "speakers", "topic": "topics", "claim": "claims", "mention": "mentions"} | {
    "passage": "passages", "article": "articles", "annotator": "annotators"
}  # fmt: skip
COMPARED_AT_ONCE = 400


class Intake:
    """One file's records on their way in. Counts go into the report."""

    def __init__(self, store: Store, report: FileReport, as_name: str | None) -> None:
        self._store = store
        self.report = report
        self.adopted: tuple[str, str] | None = None
        self._as_name = as_name
        self._as_id: str | None = None
        self._ids: dict[str, set[Any]] = {"article": set()}
        self._texts: dict[str, str] = {}
        self._position = 0
        with store.read() as session:
            self._look_around(session)
        self._empty = not any(self._ids.values())
        self._article_map: dict[str, str] = {}
        # Articles whose text here is another one: their id -> (text in the set, text here, revision here).
        self._other_texts: dict[str, tuple[str, str, int]] = {}
        self._waiting: list[Record] = []
        self._people: set[str] = set()

    def _look_around(self, session: Session) -> None:
        for kind, noun in NOUNS.items():
            key = next(iter(noun.__table__.primary_key.columns))
            self._ids[kind] = set(session.execute(select(key)).scalars())
        query = select(Article.id, Article.sha256, Article.position).order_by(Article.position)
        for row in session.execute(query):
            self._ids["article"].add(row.id)
            self._texts.setdefault(row.sha256, row.id)
            self._position = max(self._position, row.position)
        self._ids["mark"] = set(session.execute(select(Mark.id)).scalars())
        pairs = (Progress.article_id, Progress.annotator_id)
        self._ids["progress"] = set(session.execute(select(*pairs)).tuples())
        triples = (Assignment.article_id, Assignment.annotator_id, Assignment.purpose)
        self._ids["assignment"] = set(session.execute(select(*triples)).tuples())

    # What the format asks of the project --------------------------------------------------------

    def known(self, kind: str, identity: str, article: str | None) -> bool:
        """Whether the project has the thing; a mention, whether it lies in the article."""
        del article  # marks are looked up by their id, which is theirs alone
        return identity in self._ids["mark" if kind == "mention" else kind]

    def present_text(self, article: str, revision: int) -> str | None:
        """The project's text of that revision, for marks whose article the set does not bring."""
        query = select(ArticleText.text).where(
            ArticleText.article_id == article, ArticleText.revision == revision
        )
        with self._store.read() as session:
            return session.execute(query).scalar_one_or_none()

    # Records to rows ----------------------------------------------------------------------------

    def rows(self, records: Iterator[Record]) -> Iterator[tuple[bool, Rows]]:
        """The rows of what is new, and whether the rows so far are whole by themselves."""
        for record in records:
            kind = kind_of(record)
            if isinstance(record, SetRecord):
                if self._empty:
                    self.adopted = (record.project_id, record.project)
            elif isinstance(record, EndRecord):
                continue
            elif isinstance(record, ArticleRecord):
                yield from self._article(record)
            elif isinstance(record, MARKS):
                yield from self._mark(record)
            elif kind in NOUNS:
                yield from self._noun(kind, record)
            else:
                yield from self._about_article(kind, record)
        self._compare()

    def _article(self, record: ArticleRecord) -> Iterator[tuple[bool, Rows]]:
        if record.id in self._ids["article"]:
            self._known_article(record)
            return
        twin = self._texts.get(record.sha256)
        if twin is not None:
            self._article_map[record.id] = twin
            self.report.same += 1
            return
        self._position += 1
        rows = rows_of(record)
        rows[0][1][0]["position"] = self._position
        self._count("article")
        yield True, rows

    def _known_article(self, record: ArticleRecord) -> None:
        present = (ArticleText.article_id == Article.id) & (ArticleText.revision == Article.revision)
        query = select(Article.sha256, Article.revision, ArticleText.text).join(ArticleText, present)
        with self._store.read() as session:
            here = session.execute(query.where(Article.id == record.id)).one()
        if here.sha256 == record.sha256:
            self.report.same += 1
            return
        self._other_texts[record.id] = (record.text, here.text, here.revision)
        self.report.conflicts.append(
            f"Article “{record.title}” ({record.id}): its text here is another one; the marks were anchored "
            "again by their words."
        )

    def _mark(self, record: MarkRecord) -> Iterator[tuple[bool, Rows]]:
        if record.id in self._ids["mark"]:
            self._wait(record)
            return
        mapped = self._mapped(record)
        if record.article in self._other_texts:
            anchored = self._anchored(mapped)
            if anchored is None:
                return
            mapped = anchored
        self._count(kind_of(record))
        yield True, rows_of(mapped)

    def _mapped(self, record: MarkRecord) -> MarkRecord:
        changes: dict[str, Any] = {}
        if record.article in self._article_map:
            changes["article"] = self._article_map[record.article]
        if self._as_id is not None:
            changes["annotator"] = self._as_id
        return structs.replace(record, **changes) if changes else record

    def _anchored(self, record: MarkRecord) -> MarkRecord | None:
        """The mark in the project's text, or None, said in the report, where its words are not found."""
        there, here, revision = self._other_texts[record.article]
        parts = [*record.parts, *(record.cue if isinstance(record, ClaimRecord) else ())]
        anchors = reanchor(there, here, [(part.start, part.end) for part in parts])
        statuses = {anchor.status for anchor in anchors}
        if statuses & {"orphan", "uncertain"}:
            word = "orphans" if "orphan" in statuses else "uncertain"
            setattr(self.report, word, getattr(self.report, word) + 1)
            self.report.refused.append(
                Refusal(
                    f"{self.report.path}: {kind_of(record)} {record.id}",
                    f"Its words “{record.parts[0].quote[:60]}” are not found for sure in the article's text here.",
                )
            )
            return None
        self.report.moved += "moved" in statuses
        moved = [structs.replace(p, start=a.start, end=a.end) for p, a in zip(parts, anchors, strict=True)]
        changes: dict[str, Any] = {"parts": tuple(moved[: len(record.parts)]), "revision": revision}
        if isinstance(record, ClaimRecord):
            changes["cue"] = tuple(moved[len(record.parts) :])
        return structs.replace(record, **changes)

    def _noun(self, kind: str, record: Record) -> Iterator[tuple[bool, Rows]]:
        if isinstance(record, AnnotatorRecord) and self._as_name is not None:
            yield from self._renamed(record)
            return
        key = getattr(record, next(iter(record.__struct_fields__)))
        if key in self._ids[kind]:
            self._wait(record)
            return
        if self._as_id is not None and hasattr(record, "annotator") and kind != "codebook":
            record = structs.replace(record, annotator=self._as_id)
        self._count(kind)
        yield kind in ("review", "comment"), rows_of(record)

    def _renamed(self, record: AnnotatorRecord) -> Iterator[tuple[bool, Rows]]:
        self._people.add(record.id)
        if len(self._people) > 1:
            raise InvalidValue(
                f"{self.report.path} holds the marks of several annotators; they cannot all become "
                f"{self._as_name}'s. Import it without --as."
            )
        assert self._as_name is not None
        with self._store.read() as session:
            self._as_id = annotator_named(session, self._as_name)
        if self._as_id is not None:
            self.report.same += 1
            return
        self._as_id = new_id()
        colour = record.colour or COLOURS[0]
        made = AnnotatorRecord(self._as_id, self._as_name, initials(self._as_name), colour, record.kind)
        self._count("annotator")
        yield False, rows_of(made)

    def _about_article(self, kind: str, record: Any) -> Iterator[tuple[bool, Rows]]:
        article = self._article_map.get(record.article, record.article)
        record = structs.replace(record, article=article, annotator=self._as_id or record.annotator)
        key = (article, record.annotator) + ((record.purpose,) if kind == "assignment" else ())
        if key in self._ids[kind]:
            self.report.same += 1
        else:
            self._ids[kind].add(key)
            yield True, rows_of(record)

    # What is there already ----------------------------------------------------------------------

    def _wait(self, record: Record) -> None:
        self._waiting.append(record)
        if len(self._waiting) >= COMPARED_AT_ONCE:
            self._compare()

    def _compare(self) -> None:
        waiting, self._waiting = self._waiting, []
        present = self._present(waiting)
        for record in waiting:
            kind = kind_of(record)
            key = getattr(record, next(iter(record.__struct_fields__)))
            wanted = self._mapped(record) if isinstance(record, MARKS) else record
            if present.get((kind, key)) == wanted:
                self.report.same += 1
            else:
                name = getattr(record, "name", None) or getattr(record, "title", None)
                called = f" “{name}”" if name else ""
                self.report.conflicts.append(
                    f"{kind.capitalize()}{called} ({key}) is in the project with other content; the project's "
                    "was kept."
                )

    def _present(self, records: list[Record]) -> dict[tuple[str, Any], Record]:
        found: dict[tuple[str, Any], Record] = {}
        if not records:
            return found
        with self._store.read() as session:
            for mark in raw_marks(session, [each.id for each in records if isinstance(each, MARKS)]):
                found[kind_of(mark), mark.id] = mark
            for kind, noun in NOUNS.items():
                keys = [getattr(r, r.__struct_fields__[0]) for r in records if kind_of(r) == kind]
                columns = noun.__table__.c
                key = next(iter(noun.__table__.primary_key.columns))
                for row in session.execute(select(*columns).where(key.in_(keys))) if keys else ():
                    found[kind, getattr(row, key.name)] = _record(kind, row)
        return found

    def _count(self, kind: str) -> None:
        name = PLURALS.get(kind)
        if name is not None:
            setattr(self.report, name, getattr(self.report, name) + 1)


def _record(kind: str, row: Any) -> Record:
    if kind == "topic":
        return topic_from(row)
    return speaker_from(row) if kind == "speaker" else plain_from(kind, row)
