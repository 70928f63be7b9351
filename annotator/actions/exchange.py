"""Annotation sets come in and go out.

Called by the window, the command line and the sample. A set is read and checked before the first write;
its rows are one batch and one step of undo. What is there already is compared, never overwritten: the
same is counted, what differs is a conflict in the report.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct, structs

from annotator.actions.articles import Report, quiet
from annotator.actions.intake import Intake
from annotator.actions.line_order import in_order
from annotator.errors import AnnotatorError, FileError, InvalidSet, InvalidValue
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
    formats,
    recognise_file,
    unreadable,
)
from annotator.formats.zip_package import opened
from annotator.queries import Session
from annotator.queries.annotation_set import annotation_set
from annotator.queries.annotators import annotator_named, ids_of_names
from annotator.queries.articles import require_articles
from annotator.queries.plan import blind_articles
from annotator.queries.review_queue import undecided
from annotator.queries.reviews import consensus_id
from annotator.readers.styled import styled_text
from annotator.records import ArticleRecord, Record
from annotator.sentences import worded
from annotator.store import Store
from annotator.store.batch import Batch
from annotator.store.engine import SUFFIX

READ_A_TIME = 1 << 20
LOOKED_AT = 20
"""Files of a folder that are looked at to tell whether it is one of sets."""


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
    for path, gathered in _sets(paths, chosen):
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
    for path, gathered in _sets(paths, chosen):
        try:
            fmt = gathered or recognise_file(path)
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


def sets_and_articles(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Which of the files and folders are annotation sets, and which are articles. A text beside its stand-off
    file belongs to the set and is neither."""
    stand_off = {suffix for each in formats() for suffix in each.gathers}
    sets = [path for path in paths if _holds_set(path)]
    told = {path.with_suffix("") for path in sets if path.suffix.lower() in stand_off}
    return sets, [path for path in paths if path not in sets and path.with_suffix("") not in told]


def _holds_set(path: Path) -> bool:
    """Whether a file or folder is an annotation set, or a folder of nothing else; told from the content.

    False for what cannot be read: adding it as an article says why.
    """
    readable = [each for each in formats() if each.reads]
    try:
        if not path.is_dir():
            return recognise_file(path) is not None
        if any(each.recognise(path, b"") > 0 for each in readable):
            return True
        files = [each for each in path.iterdir() if each.is_file() and not each.name.startswith(".")]
        return bool(files) and all(recognise_file(each) is not None for each in files[:LOOKED_AT])
    except (OSError, FileError):
        return False


def _sets(paths: Sequence[Path], chosen: Format | None) -> Iterator[tuple[Path, Format | None]]:
    """Files and folders that are one set each, with the format where it is settled already.

    A folder may be a set as a whole; else it is one set of each format whose files belong together, and beside
    that all its files of other formats.
    """
    readable = [chosen] if chosen is not None else [each for each in formats() if each.reads]
    for path in paths:
        yield from _sets_in(path, chosen, readable) if path.is_dir() else [(path, chosen)]


def _sets_in(path: Path, chosen: Format | None, readable: Sequence[Format]) -> Iterator[tuple[Path, Format | None]]:
    """The sets in a folder; the folder itself where there is none, so that it is told."""
    whole = chosen or recognise_file(path)
    if whole is not None and not whole.gathers and whole.recognise(path, b"") > 0:
        yield path, whole
        return
    taken: set[str] = set()
    for each in readable:
        if each.gathers and each.recognise(path, b"") > 0:
            taken.update(each.gathers)
            yield path, each
    suffixes = {suffix for each in readable for suffix in each.suffixes} - taken
    files = sorted(each for each in path.rglob("*") if each.suffix.lower() in suffixes and each.is_file())
    yield from ((file, chosen) for file in files)
    if not taken and not files:
        yield path, None


def _reader(path: Path, chosen: Format | None) -> tuple[str, ReadSet]:
    """The name of the file's format, and what reads it. Raises InvalidSet when nothing does."""
    fmt = recognise_file(path) if chosen is None or not (path.is_file() or path.is_dir()) else chosen
    if fmt is None or fmt.read is None:
        raise InvalidSet(_why_none(path), where=str(path))
    return fmt.name, fmt.read


def _table_named(path: Path, options: ReadOptions) -> Format | None:
    """The format of tables where a person said what the columns of this one hold."""
    table = format_named("table")
    return table if options.columns and path.suffix.lower() in table.suffixes else None


def _why_none(path: Path) -> str:
    """Why nothing reads a file or folder as a set, and what to do."""
    if path.is_dir():
        return worded("There is no annotation set in this folder; choose another one, or the files of the set.")
    if path.is_file() and not path.stat().st_size:
        return worded("The file is empty; export the set again.")
    if zipfile.is_zipfile(path):
        seen = FileReport("", "")
        with opened(path, seen) as package:
            if not package.names:
                return seen.refused[0].reason if seen.refused else worded("The archive is empty; pack it again.")
    known = ", ".join(each.name for each in formats() if each.reads)
    return worded(
        "This is no annotation set that can be read; known are: {known}. An article is not imported but added.",
        known=known,
    )


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
    format_name, read = _reader(path, chosen or _table_named(path, options))
    outcome = FileReport(str(path), format_name)
    intake = Intake(store, outcome, as_name, foreign=format_name != "native")
    asked = structs.replace(
        options,
        annotator=as_name,
        named=intake.named,
        article_called=intake.article_called,
        styled_text=styled_text,
    )
    report(0, 0, name := path.name)
    records = read(
        path,
        partial=partial,
        report=outcome,
        known=intake.known,
        article_text=intake.present_text,
        progress=lambda done: report(done, 0, name),
        options=asked,
    )
    if format_name == "native":
        records = in_order(path, records)
    if dry_run:
        for _ in intake.rows(records):
            pass
        return outcome
    wishes = "".join(str(sorted(each.items())) for each in (options.labels, options.columns) if each)
    source = f"set {_digest(path)} {format_name} {as_name or ''}{wishes}{' partial' if partial else ''}"
    batch = store.begin_batch(worded("Import {name}", name=name), source=source, by=by)
    try:
        _fill(store, batch, intake, records, lambda done: report(done, 0, name))
    except (AnnotatorError, MemoryError):
        step = store.batch_finished(batch, origin=origin)
        store.abandon(step, by=by, origin=origin)
        raise
    store.batch_finished(batch, origin=origin)
    return outcome


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


def _digest(path: Path) -> str:
    """The hash of a file, or of the names and hashes of the files in a folder."""
    digest = hashlib.sha256()
    if path.is_dir():
        for each in sorted(path.rglob("*")):
            if each.is_file() and not each.is_symlink():
                digest.update(f"{_digest(each)}  {each.relative_to(path)}\n".encode())
        return digest.hexdigest()
    try:
        with path.open("rb") as file:
            while piece := file.read(READ_A_TIME):
                digest.update(piece)
    except OSError as error:
        raise FileError(unreadable(error), where=str(path)) from error
    return digest.hexdigest()


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
    disagreements without a verdict, where the consensus is part of the set.
    """

    blind: frozenset[str]
    undecided: int


def beforehand(store: Store, *, annotators: Collection[str] | None, articles: Collection[str] | None) -> Beforehand:
    """Look at a choice as `export_set` takes it. Raises InvalidValue for a name that is not there."""
    with store.read() as session:
        blind = blind_articles(session, store.annotator)
        consensus = consensus_id(session)
        whole = annotators is None or consensus in ids_of_names(session, annotators)
        left = undecided(session, articles=articles, without=blind) if consensus is not None and whole else 0
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
