"""Articles come in, get a new revision of their text, and are finished or taken out.

Called by the window (dialog, drop), the command line and the sample. Files are read before the first
write; thousands of them are one batch and one step of undo. The readers are imported with the first file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct, structs
from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from annotator.actions.acting import acting, found
from annotator.actions.tagging import delete_together
from annotator.errors import Cancelled, ChangeError, InvalidValue, NotAllowed, UnreadableArticle
from annotator.model import Annotator, Article, ArticleText, Assignment, Mark, Progress, new_id
from annotator.model.tables import ARTICLE, TEXT
from annotator.records import Document, State, now
from annotator.sentences import in_quotes, worded
from annotator.store import Store
from annotator.store.batch import Batch, Chunk, told_when_full
from annotator.store.journal import READING

if TYPE_CHECKING:
    from annotator.readers.folders import Refusal
    from annotator.readers.tables import Preview

# done, total, what is being worked on. Raises Cancelled when the user stopped the work.
Report = Callable[[int, int, str], None]


class AddedArticle(Struct, frozen=True):
    """An article that a file held."""

    id: str
    title: str


class FileOutcome(Struct, frozen=True):
    """What became of one file. articles: those added, or those that were there already."""

    path: str
    status: Literal["added", "present", "refused"]
    articles: tuple[AddedArticle, ...] = ()
    reason: str | None = None


def quiet(_done: int, _total: int, _what: str) -> None:
    """A report to nobody."""


def add_articles(
    store: Store,
    paths: Iterable[Path],
    *,
    columns: Mapping[str, str] | None = None,
    by: str | None = None,
    origin: object = None,
    report: Report = quiet,
) -> list[FileOutcome]:
    """Add the articles of files and folders. An article whose text is there already is not added again.

    columns: for tables of articles, which heading holds which field; see `readers/columns.py`. What was
    added before the user stops the work stays, as one step.
    """
    from annotator.readers.apart import read_many
    from annotator.readers.folders import article_files

    places = list(paths)
    files = list(article_files(places))
    batch = store.begin_batch(worded("Add articles"), source=f"articles {sorted(str(p) for p in places)}", by=by)
    adding = _Adding(store, batch)
    outcomes: list[FileOutcome] = []
    with told_when_full(batch):
        try:
            for number, (path, found) in enumerate(read_many(files, columns)):
                report(number, len(files), path.name)
                outcomes += adding.file(path, found)
                batch.give_way()
            report(len(files), len(files), "")
        except Cancelled:
            pass
        finally:
            # What the server refuses is refused again, and in order, when the batch ends.
            with suppress(NotAllowed):
                batch.flush()
            count = adding.count - len(adding.there_by_now)
            label = worded("Add {count} articles", count=count) if count != 1 else worded("Add article")
            store.batch_finished(batch, label=label, origin=origin)
    return [adding.as_it_came(outcome) for outcome in outcomes]


def table_previews(paths: Iterable[Path]) -> list[tuple[tuple[Path, ...], Preview]]:
    """The tables of articles among the files, those with the same headings together, each with its beginning.

    For the dialog in which a person says which column holds what. Folders are not looked into, and what is no
    table of articles is passed over: adding it says why.
    """
    from annotator.readers import HEAD_BYTES, check_size, reader_for
    from annotator.readers.tables import preview

    found: dict[tuple[str, ...], tuple[list[Path], Preview]] = {}
    for path in paths:
        try:
            if not path.is_file():
                continue
            with path.open("rb") as file:
                head = file.read(HEAD_BYTES)
                reader = reader_for(path, head)
                if reader.read_columns is None or reader.name == "archive":
                    continue
                check_size(path, path.stat().st_size, reader)
                begun = preview(path, head + file.read())
        except (OSError, UnreadableArticle):
            continue
        found.setdefault(begun.headings, ([], begun))[0].append(path)
    return [(tuple(files), begun) for files, begun in found.values()]


def _refused(refusal: Refusal) -> FileOutcome:
    return FileOutcome(str(refusal.path), "refused", reason=refusal.reason)


def _present(path: str, articles: Sequence[AddedArticle]) -> FileOutcome:
    names = ", ".join(in_quotes(each.title) for each in articles)
    reason = worded("The same text is in the project as {names}.", names=names)
    return FileOutcome(path, "present", tuple(articles), reason)


class _Adding:
    """The state of one run: what is there already, and where the next article goes."""

    def __init__(self, store: Store, batch: Batch) -> None:
        with store.read() as session:
            rows = session.execute(select(Article.sha256, Article.id, Article.title)).all()
            self.position = session.execute(select(func.coalesce(func.max(Article.position), 0))).scalar_one()
        self.present = {row.sha256: AddedArticle(row.id, row.title) for row in rows}
        self.batch = batch
        self.count = 0
        # Ids that were given to articles which another program brought first -> what those are.
        self.there_by_now: dict[str, AddedArticle] = {}
        batch.sift = self._sift

    def _sift(self, connection: Connection, chunk: Chunk) -> None:
        """Take out the articles whose texts another program has added since this one looked."""
        wanted = {row["sha256"]: row["id"] for row in chunk.get(ARTICLE, ())}
        if not wanted:
            return
        query = select(ARTICLE.c.sha256, ARTICLE.c.id, ARTICLE.c.title).where(ARTICLE.c.sha256.in_(wanted))
        found = {wanted[row.sha256]: AddedArticle(row.id, row.title) for row in connection.execute(query)}
        if found:
            chunk[ARTICLE] = [row for row in chunk[ARTICLE] if row["id"] not in found]
            chunk[TEXT] = [row for row in chunk[TEXT] if row["article_id"] not in found]
            self.there_by_now |= found

    def as_it_came(self, outcome: FileOutcome) -> FileOutcome:
        """What became of a file, once all is written."""
        there = [each for each in outcome.articles if each.id in self.there_by_now]
        if outcome.status != "added" or not there:
            return outcome
        added = tuple(each for each in outcome.articles if each.id not in self.there_by_now)
        return structs.replace(outcome, articles=added) if added else _present(outcome.path, self._others(there))

    def _others(self, ours: Iterable[AddedArticle]) -> list[AddedArticle]:
        return [self.there_by_now[each.id] for each in ours]

    def file(self, path: Path, parts: Iterable[Document | Refusal]) -> Iterator[FileOutcome]:
        """Add what one file holds: an outcome for the file, and one for each part of it that was refused."""
        added: list[AddedArticle] = []
        present: list[AddedArticle] = []
        refused: list[Refusal] = []
        for part in parts:
            if not isinstance(part, Document):
                refused.append(part)
                continue
            known = self.present.get(_digest(part.text))
            (present if known else added).append(known or self._add(part))
            self.batch.give_way()
        if added:
            yield FileOutcome(str(path), "added", tuple(added))
        elif present:
            yield _present(str(path), present)
        yield from map(_refused, refused)

    def _add(self, document: Document) -> AddedArticle:
        self.position += 1
        self.count += 1
        row, text = article_rows(document, self.position)
        self.batch.add(ARTICLE, [row])
        self.batch.add(TEXT, [text])
        made = AddedArticle(row["id"], row["title"])
        self.present[row["sha256"]] = made
        return made


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def article_rows(document: Document, position: int, article_id: str | None = None) -> tuple[Any, Any]:
    """The row of a new article and the row of its text."""
    article_id = article_id or new_id()
    digest, moment = _digest(document.text), now()
    meta = dict(document.meta)
    row = {
        "id": article_id,
        "position": position,
        "title": document.title,
        "byline": document.byline,
        "published": document.published,
        "source": document.source,
        "url": document.url,
        "language": document.language,
        "revision": 1,
        "characters": len(document.text),
        "sha256": digest,
        "file": document.file,
        "file_sha256": meta.pop("file_sha256", None),
        "retrieved": moment,
        "meta": meta or None,
        "version": 1,
    }
    return row, text_row(document, article_id, 1, digest, moment)


def text_row(document: Document, article_id: str, revision: int, digest: str, moment: str) -> Any:
    """The row of one revision of a text."""
    return {
        "article_id": article_id,
        "revision": revision,
        "text": document.text,
        "sha256": digest,
        "retrieved": moment,
        "blocks": [[b.kind, b.start, b.end] for b in document.blocks] or None,
        "links": [[each.start, each.end, each.url] for each in document.links] or None,
        "batch": None,
    }


# Progress --------------------------------------------------------------------------------------------


def set_state(
    store: Store, article_ids: Collection[str], state: State, *, by: str | None = None, origin: object = None
) -> None:
    """How far the annotator is with these articles."""
    label = {"finished": worded("Finish article"), "new": worded("Mark as new")}.get(state, worded("Reopen article"))
    with store.change(label, by=by, origin=origin) as session:
        me = acting(session)
        for article_id in article_ids:
            progress = _progress(session, article_id, me)
            progress.state = state
            if state != "finished":
                progress.nothing_to_tag = False


def set_empty_block(
    store: Store, article_id: str, block: int, empty: bool, *, by: str | None = None, origin: object = None
) -> None:
    """Whether the annotator found nothing to tag in block number `block` (from 0) of the article."""
    with store.change(worded("Nothing to tag here"), by=by, origin=origin) as session:
        progress = _progress(session, article_id, acting(session))
        if progress.state == "new":
            progress.state = "in_progress"
        blocks = set(progress.empty_blocks or ()) - {block} | ({block} if empty else set())
        progress.empty_blocks = sorted(blocks) or None


def set_nothing_to_tag(
    store: Store, article_ids: Collection[str], nothing: bool, *, by: str | None = None, origin: object = None
) -> None:
    """Whether the annotator looked through these articles and found nothing to tag; finished then, else not.

    Raises InvalidValue when the annotator has marks in one of them.
    """
    label = worded("Nothing to tag in this article") if nothing else worded("Reopen article")
    with store.change(label, by=by, origin=origin) as session:
        me = acting(session)
        for article_id in article_ids:
            progress = _progress(session, article_id, me)
            if nothing and (count := _own_marks(session, article_id, me)):
                raise InvalidValue(
                    worded("You have {count} marks in this article; finish it, or delete them first.", count=count)
                )
            progress.nothing_to_tag = nothing
            progress.state = "finished" if nothing else "in_progress"


def remember_position(
    store: Store, article_id: str, position: int, *, by: str | None = None, origin: object = None
) -> None:
    """How far the annotator has read, as a code point of the text. It is no step that undo takes."""
    with store.change(worded("Read"), by=by, origin=origin, kind=READING) as session:
        me = acting(session)
        progress = _progress(session, article_id, me, state="new")
        progress.position = position
        if progress.state == "new" and _own_marks(session, article_id, me):
            progress.state = "in_progress"


def _own_marks(session: Session, article_id: str, annotator_id: str) -> int:
    query = select(func.count()).where(Mark.article_id == article_id, Mark.annotator_id == annotator_id)
    return session.execute(query).scalar_one()


def _progress(session: Session, article_id: str, annotator_id: str, *, state: State = "in_progress") -> Progress:
    """How far the annotator is with the article; state: where nothing was noted yet."""
    found(session, Article, article_id, "article")
    progress = session.get(Progress, (article_id, annotator_id))
    if progress is None:
        progress = Progress(article_id=article_id, annotator_id=annotator_id, state=state)
        session.add(progress)
    return progress


# Taking out ------------------------------------------------------------------------------------------


def remove_articles(store: Store, article_ids: Sequence[str], *, by: str | None = None, origin: object = None) -> None:
    """Take articles out with one's own marks. Raises ChangeError when colleagues have marks in one."""
    label = (
        worded("Remove article") if len(article_ids) == 1 else worded("Remove {count} articles", count=len(article_ids))
    )
    with store.change(label, by=by, origin=origin) as session:
        me = acting(session)
        for article_id in article_ids:
            article = found(session, Article, article_id, "article")
            _refuse_others_work(session, article, me)
            marks = session.execute(select(Mark).where(Mark.article_id == article_id)).scalars().all()
            delete_together(session, marks)
            for noun in (Progress, Assignment, ArticleText):
                for row in session.execute(select(noun).where(noun.article_id == article_id)).scalars():
                    session.delete(row)
            session.flush()
            session.delete(article)


def _refuse_others_work(session: Session, article: Article, me: str) -> None:
    query = (
        select(Annotator.name, func.count())
        .join(Mark, Mark.annotator_id == Annotator.id)
        .where(Mark.article_id == article.id, Annotator.id != me)
        .group_by(Annotator.name)
    )
    others = session.execute(query).all()
    if others:
        names = ", ".join(f"{name} ({count})" for name, count in others)
        raise ChangeError(
            worded(
                "“{article}” holds marks of {names}; it stays, so that their work does.",
                article=article.title,
                names=names,
            )
        )
