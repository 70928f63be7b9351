"""Which files and folders are annotation sets, and of what format. Used by the verbs that import.

What a file is is told from its content; what cannot be read as a set says why. Nothing here is brought in.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.errors import FileError, InvalidSet
from annotator.formats import (
    FileReport,
    Format,
    ReadOptions,
    ReadSet,
    format_named,
    formats,
    recognise_file,
    unreadable,
)
from annotator.formats.zip_package import opened
from annotator.records import PROJECT_SUFFIX
from annotator.sentences import worded

READ_A_TIME = 1 << 20
LOOKED_AT = 20
"""Files of a folder that are looked at to tell whether it is one of sets."""


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


def sets_of(paths: Sequence[Path], chosen: Format | None) -> Iterator[tuple[Path, Format | None]]:
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


def reader_of(path: Path, chosen: Format | None) -> tuple[str, ReadSet]:
    """The name of the file's format, and what reads it. Raises InvalidSet when nothing does."""
    fmt = recognise_file(path) if chosen is None or not (path.is_file() or path.is_dir()) else chosen
    if fmt is None or fmt.read is None:
        raise InvalidSet(_why_none(path), where=str(path))
    return fmt.name, fmt.read


def table_named(path: Path, options: ReadOptions) -> Format | None:
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


def digest_of(path: Path) -> str:
    """The hash of a file, or of the names and hashes of the files in a folder."""
    digest = hashlib.sha256()
    if path.is_dir():
        for each in sorted(path.rglob("*")):
            if each.is_file() and not each.is_symlink() and each.suffix.lower() != PROJECT_SUFFIX:
                digest.update(f"{digest_of(each)}  {each.relative_to(path)}\n".encode())
        return digest.hexdigest()
    try:
        with path.open("rb") as file:
            while piece := file.read(READ_A_TIME):
                digest.update(piece)
    except OSError as error:
        raise FileError(unreadable(error), where=str(path)) from error
    return digest.hexdigest()
