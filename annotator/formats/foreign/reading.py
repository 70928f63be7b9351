"""The two doors of a foreign format: reading a set as our records, and listing its labels.

A format gives `reader(describe)` and `lister(describe)` to the registry, where `describe` makes the neutral
description of its file. What the translator made is checked once more as a native set would be: a record that
does not hold is refused with a sentence, with all that cannot stand without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from annotator.formats import (
    ArticleText,
    FileReport,
    Known,
    Label,
    ListLabels,
    Progress,
    ReadOptions,
    ReadSet,
    no_progress,
    no_text,
    nothing_known,
)
from annotator.formats.foreign.description import ForeignSet
from annotator.formats.foreign.labels import labels_in
from annotator.formats.foreign.translation import Translator
from annotator.formats.sound_set import sound_records
from annotator.records import Record, kind_of

TEXTS_AT_ONCE = 20


class Describe(Protocol):
    """Makes the neutral description of a file or folder, or raises FileError.

    What it cannot read goes into report.refused (with file and line), what it leaves aside into
    report.ignored. The texts of the set may be made one by one, as they are asked for.
    """

    def __call__(self, path: Path, report: FileReport, options: ReadOptions) -> ForeignSet: ...


def reader(describe: Describe) -> ReadSet:
    """What reads sets of the format as records."""

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
        """Reads the whole set before it gives the first record, since a text may bring more topics."""
        del partial  # what is sound is always taken, the rest is refused line by line
        described = describe(path, report, options)
        translator = Translator(described, report, options, known)
        for number, text in enumerate(described.texts, 1):
            translator.take(text)
            if not number % TEXTS_AT_ONCE:
                progress(number)
        placed = ((f"{report.path}: {kind_of(each)}", each) for each in translator.records())
        return sound_records(placed, report, known, article_text, progress)

    return read


def lister(describe: Describe) -> ListLabels:
    """What lists the labels of sets of the format."""

    def labels(path: Path, options: ReadOptions) -> list[Label]:
        return labels_in(describe(path, FileReport(str(path), ""), options).texts)

    return labels
