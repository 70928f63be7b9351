"""The native format: an annotation set as JSON Lines, one record a line, nothing lost.

The verbs that export and import call it by way of the registry, and `inspect` and `records` where they
want to know what a set holds before they take it. Lines are the structs of `annotator.records`, whose
field order is the order of keys; the schema is `resources/annotation-set.schema.json`. It streams both
ways: no set is ever in memory as a whole, and none is taken without its `end` line unless the caller
asks for that.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from annotator.errors import FileError, InvalidSet
from annotator.formats import (
    ArticleText,
    FileReport,
    Format,
    Known,
    Progress,
    ReadOptions,
    Written,
    no_progress,
    no_text,
    nothing_known,
    register,
)
from annotator.formats.first_pass import (
    BYTE_ORDER_MARK,
    KINDS,
    FirstPass,
    SetSummary,
    decode,
    lines_of,
    stamp_of,
)
from annotator.formats.output import replacing
from annotator.formats.references import References
from annotator.records import EndRecord, Record, kind_of
from annotator.sentences import worded

_LINES_AT_ONCE = 1000

_encoder = msgspec.json.Encoder()


# Writing ---------------------------------------------------------------------------------------------


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write the records and their end line in the place of `out`, or raise and leave `out` as it was.

    The records come in the contract's order of kinds, the set first, without an end; they are not sorted
    here, and ValueError names the first that is out of place. Raises DiskFull and FileError.
    """
    counts: Counter[str] = Counter()
    digest = hashlib.sha256()
    with replacing(out) as file:
        pending: list[bytes] = []
        for record in _in_order(records, counts):
            pending.append(_encoded(record))
            if len(pending) == _LINES_AT_ONCE:
                chunk = b"".join(pending)
                digest.update(chunk)
                file.write(chunk)
                pending.clear()
                progress(counts.total())
        chunk = b"".join(pending)
        digest.update(chunk)
        del counts["set"]
        end = _encoded(EndRecord(dict(counts), digest.hexdigest()))
        file.write(chunk + end)
        digest.update(end)
    progress(counts.total() + 1)
    return Written(str(out), "native", dict(counts), {}, digest.hexdigest())


def _in_order(records: Iterable[Record], counts: Counter[str]) -> Iterator[Record]:
    present = -1
    for record in records:
        kind = kind_of(record)
        place = KINDS.index(kind)
        if place < present or kind == "end" or (kind == "set") != (present < 0):
            raise ValueError(f"a {kind} record is out of place in an annotation set")
        present = place
        counts[kind] += 1
        yield record
    if present < 0:
        raise ValueError("an annotation set without a set record")


def _encoded(record: Record) -> bytes:
    try:
        return _encoder.encode(record) + b"\n"
    except UnicodeEncodeError as error:
        name = getattr(record, "id", "")
        raise FileError(
            worded(
                "The {kind} {name} holds half a character (a lone surrogate), which no file can "
                "carry; type that text again.",
                kind=kind_of(record),
                name=name,
            )
        ) from error


# Reading ---------------------------------------------------------------------------------------------


def inspect(
    path: Path,
    *,
    partial: bool = False,
    known: Known = nothing_known,
    article_text: ArticleText = no_text,
    progress: Progress = no_progress,
) -> SetSummary:
    """Read a set once, line by line, and check all that the contract asks of it; nothing is kept but ids.

    Raises InvalidSet when it is no such set, of a newer version, or its end line is missing or does not
    match; the last not with `partial`, which then counts as one refusal. Lines that are not sound are in
    `refused`, with all that refers to them. Raises FileError when the file cannot be read.
    """
    stamp = stamp_of(path)
    first_pass = FirstPass(path.name, References(known, article_text))
    for number, line in lines_of(path):
        first_pass.take(number, line)
        if not number % _LINES_AT_ONCE:
            progress(number)
    return first_pass.summary(stamp, partial=partial)


def records(path: Path, summary: SetSummary) -> Iterator[Record]:
    """The sound records of a set that was inspected, in the order of the file, without the end line.

    Lines may refer to later lines. Raises InvalidSet when the file was changed since.
    """
    if stamp_of(path) != summary.stamp:
        raise InvalidSet(worded("The file was changed while it was being read; import it again."), where=str(path))
    begun = False
    for number, line in lines_of(path):
        if number in summary.skipped_lines or not line.removeprefix(BYTE_ORDER_MARK).strip():
            continue
        if not begun:
            # Decoded again it might be refused: of a key that the line has twice, the last one counted.
            begun = True
            yield summary.header
            continue
        record = decode(line.removeprefix(BYTE_ORDER_MARK))
        if not isinstance(record, EndRecord):
            yield record


def read(
    path: Path,
    *,
    partial: bool,
    report: FileReport,
    known: Known = nothing_known,
    article_text: ArticleText = no_text,
    progress: Progress = no_progress,
    options: ReadOptions = ReadOptions(),  # noqa: B008  # frozen
) -> Iterator[Record]:
    """Both passes in one; raises and refuses like `inspect`. options: of foreign sets, nothing to this one."""
    del options
    summary = inspect(path, partial=partial, known=known, article_text=article_text, progress=progress)
    report.refused.extend(summary.refused)
    report.ignored.extend(summary.ignored)
    return records(path, summary)


def recognise(path: Path, head: bytes) -> float:
    """Certain when the file begins with a set line, whatever its name."""
    line = head.removeprefix(BYTE_ORDER_MARK).lstrip().split(b"\n", 1)[0]
    return float(line.startswith(b"{") and re.search(rb'"format"\s*:\s*"annotator-set"', line) is not None)


register(
    Format(
        name="native",
        title=worded("Annotation set (everything)"),
        suffixes=(".jsonl",),
        recognise=recognise,
        read=read,
        write=write,
    )
)
