"""Zips of other tools as folders: INCEpTION's and WebAnno's exports, collections of brat, and our own.

Used by the formats that are many files. Entries are unpacked into a folder that is gone afterwards, within the
limits of `zip_package`; zips in the zip, as INCEpTION packs each annotator's file, are unpacked one level deep.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from msgspec import structs

from annotator.errors import InvalidSet
from annotator.formats import FileReport, ReadOptions
from annotator.formats.foreign.description import ForeignSet
from annotator.formats.foreign.reading import Describe
from annotator.formats.zip_package import WHOLE_LIMIT_BYTES, opened
from annotator.sentences import worded

PEEKED_BYTES = 8192


def unpacked(describe: Describe) -> Describe:
    """`describe` of files and folders, made to take zips as well."""

    def described(path: Path, report: FileReport, options: ReadOptions) -> ForeignSet:
        if not is_zip(path):
            return describe(path, report, options)
        with as_folder(path, report) as folder:
            found = describe(folder, report, options)
            # Read now, since the folder is gone when the texts are asked for.
            return structs.replace(found, texts=tuple(found.texts))

    return described


def is_zip(path: Path) -> bool:
    """Whether this is a file that says it is a zip."""
    return path.suffix.lower() == ".zip" and path.is_file()


@contextmanager
def as_folder(path: Path, report: FileReport) -> Iterator[Path]:
    """The entries of a zip in a folder of the zip's name, for as long as the block runs. Raises FileError."""
    with TemporaryDirectory(prefix="annotator.") as top:
        folder = Path(top) / path.stem
        folder.mkdir()
        _unpack(path, folder, report)
        for inner in sorted(folder.rglob("*.zip")):
            if inner.is_file():
                _unpack(inner, inner.parent, report)
                inner.unlink()
                if sum(each.stat().st_size for each in folder.rglob("*") if each.is_file()) > WHOLE_LIMIT_BYTES:
                    raise InvalidSet(
                        worded("The zips in this zip hold too much together; unpack it first."), where=str(path)
                    )
        yield folder


def _unpack(path: Path, folder: Path, report: FileReport) -> None:
    with opened(path, report) as package:
        for name in package.names:
            place = folder / PurePosixPath(name.replace("\\", "/"))
            if not place.exists() and not any(parent.is_file() for parent in place.parents):
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(package.read(name))


def zip_holds(path: Path, *suffixes: str) -> bytes | None:
    """The beginning of the first entry with one of these suffixes, in the zip or in a zip in it; None without one."""
    if not is_zip(path):
        return None
    status = path.stat()
    return _first(path, suffixes, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=32)
def _first(path: Path, suffixes: tuple[str, ...], size: int, time: int) -> bytes | None:
    try:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.lower().endswith(suffixes):
                    with archive.open(name) as file:
                        return file.read(PEEKED_BYTES)
                if name.startswith(("annotation/", "curation/")) and name.endswith(".zip"):
                    with archive.open(name) as file, zipfile.ZipFile(file) as inner:
                        for each in inner.namelist():
                            if each.lower().endswith(suffixes):
                                with inner.open(each) as found:
                                    return found.read(PEEKED_BYTES)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError):
        return None
    return None
