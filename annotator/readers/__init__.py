"""The registry of article readers, and the one door through which article files come in.

A reader is one module of this package that turns the bytes of one kind of file into documents and
registers itself when it is imported. `read_file` is called by the verbs that add articles; the choices
of file dialogs, the command line and the documentation are made from `readers()`. Nothing here knows
the database or Qt, follows a link, or asks the network; heavy libraries are imported by a reader when
it reads, never when the program starts.
"""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
import stat
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from annotator.errors import UnreadableArticle
from annotator.records import Document

ARTICLE_LIMIT_BYTES = 50 * 1024 * 1024
"""The largest file of text or markup that is read; a book has about one megabyte."""

HEAD_BYTES = 8192
"""How much of a file a reader sees when it is asked whether it knows the kind."""

_registered: dict[str, Reader] = {}


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of article file.

    name: the word for it on the command line. title: what a dialog calls it. suffixes: lower case, with
    the dot. recognise: how sure the reader is, 0 to 1, from the path and the first `HEAD_BYTES` bytes;
    it never opens the file. read: the articles in the bytes; raises UnreadableArticle.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    recognise: Callable[[Path, bytes], float]
    read: Callable[[Path, bytes], list[Document]]
    limit_bytes: int = ARTICLE_LIMIT_BYTES


def register(reader: Reader) -> Reader:
    """Makes a reader known; called by its module when that is imported."""
    _registered[reader.name] = reader
    return reader


@cache
def readers() -> tuple[Reader, ...]:
    """All readers of this package, by name; the first call imports their modules."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return tuple(_registered[name] for name in sorted(_registered))


def known_suffixes() -> frozenset[str]:
    """The suffixes that some reader reads, lower case, with the dot."""
    return frozenset(suffix for reader in readers() for suffix in reader.suffixes)


def read_file(path: Path) -> list[Document]:
    """The articles in a file, by the reader that is surest of it.

    Each document names the file, and in `meta` the reader and the SHA-256 of the bytes. Raises
    UnreadableArticle, in one sentence, when the file is absent, closed to us, empty, too large, of an
    unknown kind, or without an article.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableArticle(
                "This is not a file; choose an article file, or a folder of them.", where=str(path)
            )
        if not status.st_size:
            raise UnreadableArticle("The file is empty; choose one with text in it.", where=str(path))
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
            reader = _reader_for(path, head)
            _check_size(path, status.st_size, reader)
            data = head + file.read()
    except OSError as error:
        raise UnreadableArticle(unreadable(error), where=str(path)) from error
    digest = hashlib.sha256(data).hexdigest()
    return [
        msgspec.structs.replace(
            document,
            file=document.file or path.name,
            meta={"reader": reader.name, "file_sha256": digest, **document.meta},
        )
        for document in reader.read(path, data)
    ]


def unreadable(error: OSError) -> str:
    """One sentence for a file or folder that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return "There is nothing at this place; check the name."
    if isinstance(error, PermissionError):
        return "You have no permission to read this; change its permissions or copy it elsewhere."
    reason = error.strerror or "unknown error"
    return f"The system could not read this ({reason}); check the disk and the name."


def _reader_for(path: Path, head: bytes) -> Reader:
    surest = max(readers(), key=lambda reader: reader.recognise(path, head))
    if surest.recognise(path, head) <= 0:
        known = ", ".join(sorted(known_suffixes()))
        raise UnreadableArticle(
            f"No reader knows this kind of file; save the article as one of {known}.", where=str(path)
        )
    return surest


def _check_size(path: Path, size: int, reader: Reader) -> None:
    if size > reader.limit_bytes:
        raise UnreadableArticle(
            f"The file has {size / 1024**2:,.0f} MB and the limit for {reader.title} is"
            f" {reader.limit_bytes / 1024**2:,.0f} MB; split it into single articles.",
            where=str(path),
        )
