"""Which article files lie at the places that a person names or drops on the window.

Called by the verb and the command that add articles. It lists, and says why something cannot be listed;
it never opens a file and never raises.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.readers import known_suffixes, unreadable

_SYSTEM_NAMES = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
# What browsers append to a page's name for the folder of its pictures and scripts, by language.
_RESOURCE_ENDINGS = (
    "_files",
    "-files",
    ".files",
    "-dateien",
    "_dateien",
    "_fichiers",
    "_archivos",
    "_bestanden",
)
# Documents that people expect to be read: passed on, so that the refusal says what to do with them.
_DOCUMENT_SUFFIXES = frozenset({".doc", ".docx", ".epub", ".odt", ".pages", ".pdf", ".rtf", ".wpd"})
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A place that could not be listed, and one sentence why."""

    path: Path
    reason: str


def article_files(paths: Iterable[Path]) -> Iterator[Path | Refusal]:
    """The files at the given places, folders with all that is in them, in natural order (2 before 10).

    A file that is named is always passed on; in folders only files of a kind that a reader knows or that
    holds documents. Left out: hidden files, what systems put into folders, and the folders of pictures
    and scripts that browsers save beside a page. A folder reached twice through links is listed once.
    """
    suffixes = known_suffixes() | _DOCUMENT_SUFFIXES
    seen: set[tuple[int, int]] = set()
    for path in paths:
        try:
            is_folder = path.is_dir()
        except OSError as error:
            yield Refusal(path, unreadable(error))
            continue
        if is_folder:
            yield from _in_folder(path, suffixes, seen)
        else:
            yield path


def _in_folder(folder: Path, suffixes: frozenset[str], seen: set[tuple[int, int]]) -> Iterator[Path | Refusal]:
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: _natural(entry.name))
    except OSError as error:
        yield Refusal(folder, unreadable(error))
        return
    pages = {Path(entry.name).stem for entry in entries if entry.name.lower().endswith(_PAGE_SUFFIXES)}
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith((".", "~$")) or entry.name.lower() in _SYSTEM_NAMES:
            continue
        try:
            is_folder = entry.is_dir()
        except OSError as error:
            yield Refusal(path, unreadable(error))
            continue
        if not is_folder and path.suffix.lower() in suffixes:
            yield path
        elif is_folder and not _is_resource_folder(entry.name, pages):
            yield from _in_folder(path, suffixes, seen)


def _is_resource_folder(name: str, pages: set[str]) -> bool:
    return any(name.lower().endswith(ending) and name[: -len(ending)] in pages for ending in _RESOURCE_ENDINGS)


def _natural(name: str) -> list[tuple[int, str]]:
    parts = _DIGITS.split(name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts] + [(-2, name)]
