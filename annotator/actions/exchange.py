"""Annotation sets come in and go out.

Called by the window, the command line and the sample. A set is read and checked before the first write;
its rows are one batch and one step of undo. What is there already is compared, never overwritten: the
same is counted, what differs is a conflict in the report.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct, structs
from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.actions.articles import Report, quiet
from annotator.actions.intake import Intake
from annotator.actions.line_order import in_order
from annotator.actions.set_files import digest_of, reader_of, sets_of, table_named
from annotator.errors import AlreadyEntered, AnnotatorError, DiskFull, FileError, InvalidValue
from annotator.formats import (
    FileReport,
    Format,
    Label,
    ReadOptions,
    ReadSet,
    Refusal,
    Written,
    format_for_output,
    format_named,
    recognise_file,
)
from annotator.model import Step
from annotator.queries.annotation_set import annotation_set
from annotator.queries.annotators import annotator_named, ids_of_names
from annotator.queries.articles import require_articles
from annotator.queries.plan import blind_articles
from annotator.queries.review_queue import Undecided, undecided
from annotator.queries.reviews import consensus_id
from annotator.readers.styled import styled_text
from annotator.records import ArticleRecord, Record
from annotator.sentences import worded
from annotator.store import Store
from annotator.store.batch import Batch, told_when_full
from annotator.store.engine import SUFFIX

MOST_LOOKS = 10
"""How often a set is begun anew that another program brings in at the same moment."""
LOOK_SECONDS = 0.4


def import_sets(
    store: Store,
    paths: Sequence[Path],
    *,
    format_name: str | None = None,
    as_name: str | None = None,
    options: ReadOptions = ReadOptions(),  # noqa: B008  # frozen
    partial: bool = False,
    dry_run: bool = False,
    by: str | None = None,
    origin: object = None,
    report: Report = quiet,
) -> list[FileReport]:
    """Take in annotation sets; files that are none are refused in the report, each with a sentence.

    format_name: do not tell the format from the content. as_name: the marks become this annotator's. options:
    what foreign labels become, and the folder of texts that lie apart; what it asks of the project is filled in
    here. A folder whose stand-off files belong together is one set with one report.
    partial: take what is sound of a truncated or edited set. dry_run: report only. Raises Cancelled with
    nothing of the file under way kept.
    """
    chosen = format_named(format_name) if format_name else None
    reports = []
    if chosen is not None and not chosen.reads:
        raise InvalidValue(worded("{chosen} can be written but not read; choose another format.", chosen=chosen.title))
    for path, gathered in sets_of(paths, chosen):
        try:
            reports.append(
                _import_file(
                    store, path, gathered, as_name=as_name, options=options, partial=partial, dry_run=dry_run,
                    by=by, origin=origin, report=report,
                )
            )  # fmt: skip
        except FileError as error:
            name = chosen.name if chosen else ""
            reports.append(FileReport(str(path), name, refused=[Refusal(error.where or str(path), error.reason)]))
        except MemoryError:
            reason = worded("Reading it takes more memory than there is; split it, or import it on a larger computer.")
            reports.append(FileReport(str(path), chosen.name if chosen else "", refused=[Refusal(str(path), reason)]))
    met = options.met | {label.rstrip("0123456789") for label in options.met}
    if reports and any(each.articles or each.same for each in reports):
        reports[0].ignored.extend(f"nothing is called “{label}”" for label in sorted(options.labels.keys() - met))
    return reports


def foreign_labels(
    paths: Sequence[Path],
    *,
    format_name: str | None = None,
    options: ReadOptions = ReadOptions(),  # noqa: B008
) -> list[Label]:
    """The labels of foreign sets for the table in which a person maps them: all files together, spans first.

    Each has its count, what it becomes by default and the words of a few spans; native sets have none. Nothing
    is changed. Files that cannot be read are passed over; importing them says why.
    """
    chosen = format_named(format_name) if format_name else None
    options = structs.replace(options, styled_text=styled_text)
    merged: dict[tuple[str, str], Label] = {}
    for path, gathered in sets_of(paths, chosen):
        try:
            fmt = gathered or table_named(path, options) or recognise_file(path)
            found = fmt.labels(path, options) if fmt is not None and fmt.labels is not None else []
        except FileError:
            continue
        for each in found:
            before = merged.get((each.what, each.name))
            if before is not None:
                examples = tuple(dict.fromkeys(before.examples + each.examples))[
                    : len(max(before.examples, each.examples, key=len))
                ]
                each = structs.replace(each, count=before.count + each.count, examples=examples)
            merged[each.what, each.name] = each
    return sorted(merged.values(), key=lambda each: (each.what != "span", -each.count, each.name))


def _import_file(
    store: Store,
    path: Path,
    chosen: Format | None,
    *,
    as_name: str | None,
    options: ReadOptions,
    partial: bool,
    dry_run: bool,
    by: str | None,
    origin: object,
    report: Report,
) -> FileReport:
    """Take one set in; where another program brings the same in at the same moment, look again what is there."""
    format_name, read = reader_of(path, chosen or table_named(path, options))
    wishes = "".join(str(sorted(each.items())) for each in (options.labels, options.columns) if each)
    source = f"set {digest_of(path)} {format_name} {as_name or ''}{wishes}{' partial' if partial else ''}"
    for left in reversed(range(MOST_LOOKS)):
        outcome = FileReport(str(path), format_name)
        intake = Intake(store, outcome, as_name, foreign=format_name != "native")
        records = _records(path, read, intake, outcome, options, as_name, partial=partial, report=report)
        if dry_run:
            for _ in intake.rows(records):
                pass
            break
        batch = store.begin_batch(worded("Import {name}", name=path.name), source=source, by=by)
        try:
            with told_when_full(batch):
                _fill(store, batch, intake, records, lambda done: report(done, 0, path.name))
                store.batch_finished(batch, origin=origin)
            break
        except DiskFull:
            raise
        except (AnnotatorError, MemoryError) as error:
            if isinstance(error, AlreadyEntered) and left:
                _wait_for_others(store, source)
                continue
            batch.drop_pending()
            step = store.batch_finished(batch, origin=origin)
            store.abandon(step, by=by, origin=origin)
            raise
    return outcome


def _records(
    path: Path,
    read: ReadSet,
    intake: Intake,
    outcome: FileReport,
    options: ReadOptions,
    as_name: str | None,
    *,
    partial: bool,
    report: Report,
) -> Iterator[Record]:
    """The lines of the set, in an order in which they can be taken in."""
    name = path.name
    report(0, 0, name)
    asked = structs.replace(
        options,
        annotator=as_name,
        named=intake.named,
        article_called=intake.article_called,
        styled_text=styled_text,
    )
    records = read(
        path,
        partial=partial,
        report=outcome,
        known=intake.known,
        article_text=intake.present_text,
        progress=lambda done: report(done, 0, name),
        options=asked,
    )
    return in_order(path, records) if outcome.format == "native" else records


def _wait_for_others(store: Store, source: str) -> None:
    """Wait as long as another program goes on bringing in the same set; one that was stopped is not waited for."""
    before = -1
    while True:
        with store.read() as session:
            query = select(Step.rows).where(Step.open.is_(True), Step.source == source)
            rows = session.execute(query).scalar()
        if rows is None or rows == before:
            return
        before = rows
        time.sleep(LOOK_SECONDS)


def _fill(store: Store, batch: Batch, intake: Intake, records: Iterator[Record], report: Callable[[int], None]) -> None:
    """Write the rows. Stopping is asked for only where the rows so far are whole by themselves."""
    adopted = False
    for done, (whole, rows) in enumerate(intake.rows(records), 1):
        if intake.adopted is not None and not adopted:
            # Before the first row: a batch that is completed later does not find the project empty any more.
            store.adopt(*intake.adopted)
            adopted = True
        for table, values in rows:
            batch.add(table, values)
        if whole:
            batch.give_way()
            if done % 500 == 0:
                report(done)


def export_set(
    store: Store,
    out: Path,
    *,
    format_name: str | None = None,
    annotators: Collection[str] | None = None,
    articles: Collection[str] | None = None,
    without_blind: bool = False,
    report: Report = quiet,
) -> Written:
    """Write an annotation set, whole or not at all, on one consistent state of the project.

    annotators: names, articles: ids; None means all. without_blind: see `chosen`. Raises InvalidValue for a
    name or id that is not there, FileError and DiskFull.
    """
    fmt = format_named(format_name) if format_name else format_for_output(out)
    if fmt.write is None:
        raise InvalidValue(worded("{fmt} can be read but not written; choose another format.", fmt=fmt.title))
    if out.suffix.lower() == SUFFIX or (store.path is not None and out.exists() and out.samefile(store.path)):
        raise InvalidValue(worded("A set cannot take the place of a project; choose another name, or make a backup."))
    with store.read() as session:
        if articles is not None:
            require_articles(session, articles)
        records = chosen(session, store.annotator, annotators, articles, without_blind=without_blind)
        troubles: list[str] = []
        written = fmt.write(_looked_at(records, troubles), out, lambda done: report(done, 0, out.name))
    return structs.replace(written, troubles=tuple(troubles))


def _looked_at(records: Iterable[Record], troubles: list[str]) -> Iterator[Record]:
    """The records as they are, with a sentence on each article whose text has changed since it was stored."""
    for record in records:
        if isinstance(record, ArticleRecord) and hashlib.sha256(record.text.encode()).hexdigest() != record.sha256:
            troubles.append(
                worded(
                    "Article “{title}” ({id}) is written as it stands, but its text is not the one that was stored: "
                    "the project is damaged. Take the article from a backup.",
                    title=record.title,
                    id=record.id,
                )
            )
        yield record


class Beforehand(Struct, frozen=True):
    """What is to be known before a set is written.

    blind: ids of articles that are read blind, where colleagues' tags are among those chosen. undecided:
    what has no verdict and so is not in the consensus, where the consensus is part of the set.
    """

    blind: frozenset[str]
    undecided: Undecided


def beforehand(store: Store, *, annotators: Collection[str] | None, articles: Collection[str] | None) -> Beforehand:
    """Look at a choice as `export_set` takes it. Raises InvalidValue for a name that is not there."""
    with store.read() as session:
        blind = blind_articles(session, store.annotator)
        consensus = consensus_id(session)
        whole = annotators is None or consensus in ids_of_names(session, annotators)
        lacks = consensus is not None and whole
        left = undecided(session, articles=articles, without=blind) if lacks else Undecided()
    told = blind if annotators is None else set()
    return Beforehand(frozenset(told if articles is None else told.intersection(articles)), left)


def chosen(
    session: Session,
    reader: str,
    annotators: Collection[str] | None,
    articles: Collection[str] | None,
    *,
    without_blind: bool = False,
) -> Iterator[Record]:
    """The lines of a set as somebody chose it. reader: name of who wants it.

    without_blind: where nobody is named, colleagues' tags in articles that the reader reads blind are left out, so
    that they are not seen by accident. Raises InvalidValue for a name that is not there.
    """
    ids = None if annotators is None else ids_of_names(session, annotators)
    blind = blind_articles(session, reader) if without_blind and ids is None else ()
    me = annotator_named(session, reader)
    return annotation_set(session, annotator_ids=ids, articles=articles, blind=blind, reader=me)
