"""The codebook of REFI-QDA (`.qdc`) as a set: topics, and nothing else of it.

Called by way of the registry, for those who import or export it like any set. What the file says is in
`codebook_qdc`, which the commands on codebooks use as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.errors import FileError
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
from annotator.formats.codebook_file import CodebookFile, read_codebook
from annotator.formats.codebook_qdc import CODEBOOK, content_of
from annotator.formats.output import replacing, sha256_so_far
from annotator.formats.refi_codes import sound_topics
from annotator.formats.sound_set import sound_records
from annotator.records import Record, TopicRecord, kind_of
from annotator.sentences import worded

LOSES = (
    "codebook", "annotator", "field", "speaker", "article", "proposition", "mention", "claim", "passage", "review",
    "comment", "progress", "assignment",
)  # fmt: skip


def recognise(_path: Path, head: bytes) -> float:
    """By the namespace at the beginning."""
    return 0.95 if CODEBOOK.encode() in head or CODEBOOK.encode("utf-16-le") in head else 0.0


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
    """The codes as topics; what was mended goes into the report. Raises FileError."""
    del partial, options
    book = read_codebook(path)
    report.ignored.extend(book.repaired)
    return sound_records(((f"{path.name}: topic", each) for each in book.topics), report, known, article_text, progress)


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write the topics in the place of `out`. Raises DiskFull, and FileError also where there are none."""
    topics: dict[str, TopicRecord] = {}
    loses: Counter[str] = Counter()
    for done, record in enumerate(records, 1):
        if isinstance(record, TopicRecord):
            topics[record.id] = record
        elif (kind := kind_of(record)) in LOSES:
            loses[kind] += 1
        if not done % 1000:
            progress(done)
    if not topics:
        raise FileError(
            worded("There are no topics, and a codebook without codes is not valid; make one first."), where=str(out)
        )
    with replacing(out) as file:
        file.write(content_of(CodebookFile(tuple(sound_topics(topics.values())))))
        return Written(str(out), "refi-qdc", {"topic": len(topics)}, dict(loses), sha256_so_far(file))


register(
    Format(
        name="refi-qdc",
        title=worded("REFI-QDA codebook"),
        suffixes=(".qdc",),
        loses=LOSES,
        recognise=recognise,
        read=read,
        write=write,
    )
)
