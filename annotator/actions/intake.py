"""Records of a set on their way into a project: what is new becomes rows, what is there is compared.

Used by the verb that imports; see `exchange.py`. Ids decide what is the same thing, never names; only an
article is also known by its text, since two colleagues may have added the same file each for themselves.
Records come by kind, in the contract's order; see `line_order.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from msgspec import structs
from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.actions.called import Called
from annotator.actions.comparing import MARKS, NOUNS, Comparing, key_of
from annotator.actions.fitting import Fitted, Fitting, with_seen_cue
from annotator.actions.spans import blank_cues
from annotator.errors import InvalidSet
from annotator.formats import FileReport, Refusal
from annotator.formats.foreign.register import PATH
from annotator.model import Annotator, Article, ArticleText, Assignment, Mark, Progress, Speaker, Topic, new_id
from annotator.model.rows import Rows, plain_from, rows_of
from annotator.queries.annotators import annotator_named
from annotator.records import (
    ANNOTATOR_COLOURS,
    AnnotatorRecord,
    ArticleRecord,
    ClaimRecord,
    CommentRecord,
    EndRecord,
    MarkRecord,
    ProgressRecord,
    Record,
    ReviewRecord,
    SetRecord,
    initials,
    kind_of,
)
from annotator.sentences import worded
from annotator.store import Store

PLURALS = {"speaker": "speakers", "topic": "topics", "claim": "claims", "mention": "mentions"} | {
    "passage": "passages", "article": "articles", "annotator": "annotators"
}  # fmt: skip
# What an article's line says besides its text, and what two copies of a project should agree on.
DESCRIPTION = ("title", "byline", "published", "source", "url", "language")


class Intake:
    """One file's records on their way in. Counts go into the report."""

    def __init__(self, store: Store, report: FileReport, as_name: str | None, *, foreign: bool = False) -> None:
        """foreign: the set is of another tool, which knows no times, descriptions and colours of ours."""
        self._foreign = foreign
        self._store = store
        self.report = report
        self.adopted: tuple[str, str] | None = None
        self._as_name = as_name
        self._as_id: str | None = None
        self._entering: Rows = []
        self._ids: dict[str, set[Any]] = {"article": set()}
        self._texts: dict[str, str] = {}
        self._states: dict[tuple[Any, ...], Record] = {}
        self._position = self._blank_cues = 0
        with store.read() as session:
            self._look_around(session)
        self._empty = not any(ids for kind, ids in self._ids.items() if kind != "annotator")
        self._fitting = Fitting(store)
        self._called = Called(store)
        self._by_name: dict[str, Mapping[str, Sequence[str]]] = {}
        self._comparing = Comparing(store, report, foreign=foreign)
        self._left_out: set[str] = set()
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
        self._names = set(session.execute(select(Annotator.name).where(Annotator.kind == "person")).scalars())
        self._ids["mark"] = set(session.execute(select(Mark.id)).scalars())
        nouns: tuple[tuple[str, Any], ...] = (("progress", Progress), ("assignment", Assignment))
        for kind, noun in nouns:
            for row in session.execute(select(*noun.__table__.c)):
                record = plain_from(kind, row)
                self._states[_state_key(record)] = record

    # What the format asks of the project --------------------------------------------------------

    def known(self, kind: str, identity: str, article: str | None) -> bool:
        """Whether the project has the thing; a mention, whether it lies in the article."""
        del article  # marks are looked up by their id, which is theirs alone
        return identity in self._ids["mark" if kind == "mention" else kind]

    def present_text(self, article: str, revision: int) -> str | None:
        """The project's text of that revision, for marks whose article the set does not bring."""
        query = select(ArticleText.text).where(ArticleText.article_id == article, ArticleText.revision == revision)
        with self._store.read() as session:
            return session.execute(query).scalar_one_or_none()

    def named(self, kind: str, name: str) -> str | None:
        """The id of the annotator (a person), speaker or topic of that name; of the topic at that path of names.

        Of several topics the first by id; of several speakers none, since namesakes cannot be told apart by a name.
        """
        if kind == "annotator":
            with self._store.read() as session:
                return annotator_named(session, name)
        ids = self._named(kind).get(name, ())
        if not ids and kind == "topic" and PATH in name:
            return self._topic_at(name.split(PATH))
        return ids[0] if ids and (kind == "topic" or len(ids) == 1) else None

    def _topic_at(self, path: Sequence[str]) -> str | None:
        """The topic of the last name, under one of the name before, and so on up to the top."""
        with self._store.read() as session:
            parent: str | None = None
            for name in path:
                query = select(Topic.id).where(Topic.name == name, Topic.parent_id.is_not_distinct_from(parent))
                parent = session.execute(query.order_by(Topic.id)).scalars().first()
                if parent is None:
                    return None
        return parent

    def _named(self, kind: str) -> Mapping[str, Sequence[str]]:
        """Name -> the ids of all topics, or of all speakers that are merged into nobody. A set names thousands."""
        if kind not in self._by_name:
            query = select(Topic.name, Topic.id).order_by(Topic.id)
            if kind == "speaker":
                query = select(Speaker.name, Speaker.id).where(Speaker.merged_into_id.is_(None)).order_by(Speaker.id)
            found: defaultdict[str, list[str]] = defaultdict(list)
            with self._store.read() as session:
                for name, identity in session.execute(query):
                    found[name].append(identity)
            self._by_name[kind] = found
        return self._by_name[kind]

    def article_called(self, called: str) -> ArticleRecord | None:
        """The one article of that id, url, file name or title; None where there is none, or several."""
        return self._called.article(called)

    # Records to rows ----------------------------------------------------------------------------

    def rows(self, records: Iterator[Record]) -> Iterator[tuple[bool, Rows]]:
        """The rows of what is new, and whether the rows so far are whole by themselves."""
        for (kind, article, _), group in groupby(records, _group):
            if article is not None:
                yield from self._marks(kind, list(group))  # type: ignore[arg-type]  # `_group` says so
                continue
            for record in group:
                if isinstance(record, SetRecord):
                    if self._empty:
                        self.adopted = (record.project_id, record.project)
                elif isinstance(record, ArticleRecord):
                    yield from self._article(record)
                elif kind in NOUNS:
                    yield from self._noun(kind, record)
                elif not isinstance(record, EndRecord):
                    yield from self._state(record)
        self._comparing.finish()
        if self._blank_cues:
            self.report.ignored.append(blank_cues(self._blank_cues))

    # Articles -----------------------------------------------------------------------------------

    def _article(self, record: ArticleRecord) -> Iterator[tuple[bool, Rows]]:
        if record.id in self._ids["article"]:
            self._known_article(record)
            return
        twin = self._texts.get(record.sha256)
        if twin is not None:
            self._fitting.meets(record, twin)
            self.report.same += 1
            return
        self._fitting.brings(record.id)
        self._position += 1
        rows = rows_of(record)
        rows[0][1][0]["position"] = self._position
        self._count("article")
        yield True, rows

    def _known_article(self, record: ArticleRecord) -> None:
        if not self._fitting.meets(record, record.id):
            self.report.conflicts.append(
                worded(
                    "Article “{record}” ({id}): its text here is another one; the marks were anchored again by "
                    "their words.",
                    record=record.title,
                    id=record.id,
                )
            )
            return
        query = select(*(getattr(Article, name) for name in DESCRIPTION)).where(Article.id == record.id)
        with self._store.read() as session:
            here = session.execute(query).one()
        if self._foreign or tuple(here) == tuple(getattr(record, name) for name in DESCRIPTION):
            self.report.same += 1
        else:
            self._comparing.conflict(record)

    # Marks --------------------------------------------------------------------------------------

    def _marks(self, kind: str, marks: Sequence[MarkRecord]) -> Iterator[tuple[bool, Rows]]:
        """marks: of one kind, on one revision of one article."""
        for mark, fitted in zip(marks, self._fitting.fitted(marks), strict=True):
            whole = None if fitted.mark is None else self._linked(self._owned(fitted.mark))
            taken = with_seen_cue(whole)
            self._blank_cues += taken is not whole
            if mark.id in self._ids["mark"]:
                here = structs.replace(mark, article=self._fitting.article(mark.article))
                self._comparing.wait(self._owned(here), taken)
                continue
            self._note_place(kind, mark, fitted)
            if taken is None:
                self._left_out.add(mark.id)
                continue
            self._count(kind)
            yield True, self._of_person(rows_of(taken))

    def _owned(self, record: MarkRecord) -> MarkRecord:
        return record if self._as_id is None else structs.replace(record, annotator=self._as_id)

    def _note_place(self, kind: str, mark: MarkRecord, fitted: Fitted) -> None:
        if fitted.status == "same":
            return
        name = {"moved": "moved", "uncertain": "uncertain", "orphan": "orphans"}[fitted.status]
        setattr(self.report, name, getattr(self.report, name) + 1)
        if fitted.mark is None:
            words = mark.parts[0].quote[:60]
            self._refuse(
                kind,
                mark.id,
                worded("Its words “{words}” are not found for sure in the article’s text here.", words=words),
            )

    def _refuse(self, kind: str, identity: str, reason: str) -> None:
        self.report.refused.append(Refusal(f"{self.report.path}: {kind} {identity}", reason))

    def _linked(self, mark: MarkRecord) -> MarkRecord:
        """The mark without links to mentions that were left out; a speaker whom only they named goes too."""
        if not isinstance(mark, ClaimRecord) or not any(s.mention in self._left_out for s in mark.speakers):
            return mark
        said = [
            structs.replace(each, mention=None) if each.mention in self._left_out else each for each in mark.speakers
        ]
        return structs.replace(mark, speakers=tuple(each for each in said if each.speaker or each.mention))

    # Everything else ----------------------------------------------------------------------------

    def _noun(self, kind: str, record: Record) -> Iterator[tuple[bool, Rows]]:
        if isinstance(record, AnnotatorRecord) and self._as_name is not None:
            self._renamed(record)
            return
        if isinstance(record, ReviewRecord | CommentRecord):
            if record.target in self._left_out or getattr(record, "reply_to", None) in self._left_out:
                self._left_out.add(record.id)
                self._refuse(kind, record.id, worded("What it is about was left out."))
                return
            if self._as_id is not None:
                record = structs.replace(record, annotator=self._as_id)
            record = structs.replace(record, target=self._fitting.article(record.target))
        if key_of(record) in self._ids[kind]:
            self._comparing.wait(record, record)
            return
        if isinstance(record, AnnotatorRecord) and record.kind == "person" and record.name in self._names:
            self.report.namesakes.append(record.name)
        if isinstance(record, AnnotatorRecord) and not record.colour:
            colour = ANNOTATOR_COLOURS[len(self._ids[kind]) % len(ANNOTATOR_COLOURS)]
            record = structs.replace(record, initials=initials(record.name), colour=colour)
            self._ids[kind].add(record.id)
        self._count(kind)
        whole = kind in ("review", "comment")
        yield whole, self._of_person(rows_of(record)) if whole else rows_of(record)

    def _renamed(self, record: AnnotatorRecord) -> None:
        self._people.add(record.id)
        if len(self._people) > 1:
            raise InvalidSet(
                worded(
                    "It holds the marks of several annotators, which cannot all become {as_name}’s; import it under "
                    "their own names.",
                    as_name=self._as_name,
                ),
                where=self.report.path,
            )
        assert self._as_name is not None
        with self._store.read() as session:
            self._as_id = annotator_named(session, self._as_name)
        if self._as_id is not None:
            self.report.same += 1
            return
        self._as_id = new_id()
        colour = record.colour or ANNOTATOR_COLOURS[0]
        made = AnnotatorRecord(self._as_id, self._as_name, initials(self._as_name), colour, record.kind)
        self._entering = rows_of(made)

    def _of_person(self, rows: Rows) -> Rows:
        """The rows, after that of the person whose they become: nobody is entered for whom nothing comes in."""
        entering, self._entering = self._entering, []
        if entering:
            self._count("annotator")
        return [*entering, *rows]

    def _state(self, record: Any) -> Iterator[tuple[bool, Rows]]:
        """Progress and assignments, which have no id."""
        article = self._fitting.article(record.article)
        record = structs.replace(record, article=article, annotator=self._as_id or record.annotator)
        if self._comparing.is_anothers(record.annotator):
            # The tags are here as somebody else's, and so is how far was read.
            return
        present = self._states.get(_state_key(record))
        if present is None:
            self._states[_state_key(record)] = record
            yield True, self._of_person(rows_of(record))
        elif present == _read_as_far(record, present):
            self.report.same += 1
        else:
            self._comparing.conflict(record)

    def _count(self, kind: str) -> None:
        name = PLURALS.get(kind)
        if name is not None:
            setattr(self.report, name, getattr(self.report, name) + 1)


def _group(record: Record) -> tuple[str, str | None, int]:
    """Marks go together that lie in the same text; everything else by kind."""
    if isinstance(record, MARKS):
        return kind_of(record), record.article, record.revision
    return kind_of(record), None, 0


def _state_key(record: Any) -> tuple[Any, ...]:
    return kind_of(record), record.article, record.annotator, getattr(record, "purpose", None)


def _read_as_far(record: Any, present: Any) -> Any:
    """The record as if its annotator had read as far as is noted here: that is nothing to be at odds about."""
    if isinstance(record, ProgressRecord) and isinstance(present, ProgressRecord):
        return structs.replace(record, position=present.position)
    return record
