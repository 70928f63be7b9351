"""The files of a brat collection: which `.ann` belongs to which text, and to whom.

Used by `brat.py`. `NAME.ann` lies beside `NAME.txt` and belongs to whom its folder is named after; `NAME_WHO.ann`
is WHO's on `NAME.txt`, beside it, in the folder that the person who imports named, or elsewhere in the collection.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from annotator.errors import FileError
from annotator.formats import unreadable
from annotator.formats.weight import require_light
from annotator.sentences import worded

SUFFIXES = (".ann", ".a1", ".a2")
SEPARATORS = "_.-"
LARGEST_BYTES = 128 << 20
"""The largest file that is read: a text of that size has no place in a project."""

# What lines of stand-off files begin with, and the memory that their marks take.
_WEIGHTS = {b"\n": 100, b"\nT": 2500, b"\nE": 1500, b"\nR": 1500, b"\nA": 500, b"\nM": 500, b"\nN": 700, b"\n#": 500}


class Marked(Struct, frozen=True):
    """Stand-off files (`.ann`, or `.a1` with `.a2`) of one annotator on one text; text: None where it is missing."""

    files: tuple[Path, ...]
    text: Path | None
    annotator: str


class Collection:
    """What lies in a folder, or beside one file."""

    def __init__(self, path: Path, texts: Path | None) -> None:
        """path: a folder or a stand-off file. texts: where else texts are looked for."""
        self.root = path if path.is_dir() else path.parent
        self._path = path
        self._texts: defaultdict[str, list[Path]] = defaultdict(list)
        for folder in ([texts] if texts is not None else []) + ([path] if path.is_dir() else []):
            if not folder.is_dir():
                raise FileError(worded("There is no folder of this name; name that of the texts."), where=str(folder))
            for each in sorted(folder.rglob("*.txt")):
                self._texts[each.stem].append(each)

    def marked(self) -> dict[Path | None, list[Marked]]:
        """All stand-off files by their text, in the order of the texts' names; None holds those without one."""
        found: dict[Path | None, list[Marked]] = {}
        for files in self._sets():
            each = self._paired(files)
            found.setdefault(each.text, []).append(each)
        return found

    def _sets(self) -> Iterator[tuple[Path, ...]]:
        files = [self._path] if not self._path.is_dir() else sorted(self._path.rglob("*"))
        seen: set[Path] = set()
        for each in files:
            if each.suffix.lower() not in SUFFIXES or not each.is_file():
                continue
            stem = each.with_suffix("")
            if each.suffix.lower() == ".ann":
                yield (each,)
            elif stem not in seen:
                seen.add(stem)
                yield tuple(path for path in (stem.with_suffix(".a1"), stem.with_suffix(".a2")) if path.is_file())

    def _paired(self, files: tuple[Path, ...]) -> Marked:
        stem = files[0].stem
        for name, who in names_in(stem):
            text = self._text(files[0], name)
            if text is not None:
                return Marked(files, text, who or files[0].absolute().parent.name)
        return Marked(files, None, "")

    def _text(self, beside: Path, name: str) -> Path | None:
        own = beside.with_name(f"{name}.txt")
        if own.is_file():
            return own
        others = self._texts.get(name, [])
        return max(others, key=lambda each: len(os.path.commonpath([each.absolute(), beside.absolute()])), default=None)


def names_in(stem: str) -> Iterator[tuple[str, str]]:
    """The names of texts that a stand-off file may belong to, longest first, each with what is left for WHO."""
    yield stem, ""
    for place in range(len(stem) - 1, 0, -1):
        if stem[place] in SEPARATORS:
            yield stem[:place], stem[place + 1 :]


def content(path: Path) -> tuple[str, bool]:
    """A file's text exactly as it is, and whether it is UTF-8; else it was read as Windows-1252 or Latin-1.

    Raises FileError.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise FileError(
                worded("The file is larger than {megabytes} MB; split it.", megabytes=LARGEST_BYTES >> 20),
                where=str(path),
            )
        data = path.read_bytes()
        require_light(data, path.name, _WEIGHTS)
    except OSError as error:
        raise FileError(unreadable(error), where=str(path)) from error
    try:
        return data.decode("utf-8"), True
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), False
    except UnicodeDecodeError:
        return data.decode("latin-1"), False
