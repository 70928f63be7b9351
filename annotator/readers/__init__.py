"""The registry of article readers, and the one door through which article files come in.

A reader is one module of this package that turns the bytes of one kind of file into documents and
registers itself when it is imported. `read_parts` and `read_file` are called by the verbs that add
articles; the choices of file dialogs, the command line and the documentation are made from `readers()`.
Nothing here knows the database or Qt, follows a link, or asks the network; heavy libraries are imported
by a reader when it reads, never when the program starts.
"""

from __future__ import annotations

import hashlib
import importlib
import logging
import pkgutil
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from annotator.errors import UnreadableArticle, system_words
from annotator.extensions import load_extensions
from annotator.records import PROJECT_SUFFIX, Document
from annotator.sentences import worded

if TYPE_CHECKING:
    from annotator.readers.folders import Refusal

ARTICLE_LIMIT_BYTES = 50 * 1024 * 1024
"""The largest file of text or markup that is read; a book has about one megabyte."""

APART_BYTES = 1024 * 1024
MARKUP_READERS = frozenset({"eml", "europresse", "factiva", "factiva-xml", "html", "markdown", "mhtml", "nexis"})
"""Files of these readers and more than this many bytes are read in a process of their own; see `apart.py`."""

HEAD_BYTES = 8192
"""How much of a file a reader sees when it is asked whether it knows the kind."""

log = logging.getLogger("annotator.readers")
_registered: dict[str, Reader] = {}


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of article file.

    name: the word for it on the command line. title: what a dialog calls it. suffixes: lower case, with
    the dot. recognise: how sure the reader is, 0 to 1, from the path and the first `HEAD_BYTES` bytes;
    it never opens the file. read: the articles in the bytes, one after the other, and a refusal for each
    part without one; raises UnreadableArticle. read_columns: the same, of a kind of file that holds
    tables, with a mapping of fields to the columns that hold them; see `columns.FIELDS`.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    recognise: Callable[[Path, bytes], float]
    read: Callable[[Path, bytes], Iterable[Document | Refusal]]
    limit_bytes: int = ARTICLE_LIMIT_BYTES
    read_columns: Callable[[Path, bytes, Mapping[str, str]], Iterable[Document | Refusal]] | None = None


def register(reader: Reader) -> Reader:
    """Makes a reader known; called by its module when that is imported."""
    _registered[reader.name] = reader
    return reader


@cache
def readers() -> tuple[Reader, ...]:
    """All readers by name, those of other packages too; the first call imports their modules."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    load_extensions("annotator.readers")
    return tuple(_registered[name] for name in sorted(_registered))


def known_suffixes() -> frozenset[str]:
    """The suffixes that some reader reads, lower case, with the dot."""
    return frozenset(suffix for reader in readers() for suffix in reader.suffixes)


def read_file(path: Path, *, columns: Mapping[str, str] | None = None) -> list[Document]:
    """The articles in a file, by the reader that is surest of it; parts without an article are passed over.

    Raises UnreadableArticle as `read_parts` does, and when no part holds an article.
    """
    found = list(read_parts(path, columns=columns))
    documents = [each for each in found if isinstance(each, Document)]
    refusals = [each for each in found if not isinstance(each, Document)]
    if not documents and refusals:
        raise UnreadableArticle(refusals[0].reason, where=str(refusals[0].path))
    return documents


def read_parts(
    path: Path, *, columns: Mapping[str, str] | None = None, apart: bool = True
) -> Iterator[Document | Refusal]:
    """The articles in a file one by one, and a refusal for each part of it that holds none.

    columns: field -> heading of the column that holds it, for the tables among the files; what it leaves
    open is found by the headings' words. apart: a page that is large enough to be made to do harm is read in a
    process of its own. Each document names the file, and in `meta` the reader and the
    SHA-256 of the bytes. Raises UnreadableArticle, in one sentence and before the first article, when the
    file is absent, closed to us, empty, too large, of an unknown kind, or without an article.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableArticle(
                worded("This is not a file; choose an article file, or a folder of them."), where=str(path)
            )
        if path.suffix.lower() == PROJECT_SUFFIX:
            # Not even opened: closing the project that is open by hand would give up the locks on it.
            raise UnreadableArticle(
                worded("This is a project of Annotator; open it, or merge a copy of this project."), where=str(path)
            )
        if not status.st_size:
            raise UnreadableArticle(worded("The file is empty; choose one with text in it."), where=str(path))
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
            reader = reader_for(path, head)
            check_size(path, status.st_size, reader)
            to_be_read_apart = apart and reader.name in MARKUP_READERS and status.st_size > APART_BYTES
            # From the start again: a large file must not be in memory twice.
            file.seek(0)
            data = b"" if to_be_read_apart else file.read()
    except OSError as error:
        raise UnreadableArticle(unreadable(error), where=str(path)) from error
    if to_be_read_apart:
        from annotator.readers.apart import read_apart

        yield from read_apart(path, columns)
    else:
        yield from read_with(reader, path, data, columns=columns)


def read_with(
    reader: Reader, path: Path, data: bytes, *, columns: Mapping[str, str] | None = None
) -> Iterator[Document | Refusal]:
    """What one reader finds in the bytes of a file, or of an entry of an archive at a path of its own.

    Trouble after the first article is a refusal, so that what was found stays. Raises UnreadableArticle.
    """
    from annotator.readers.folders import Refusal

    with_columns = reader.read_columns if columns else None
    digest = hashlib.sha256(data).hexdigest()
    count = 0
    try:
        for found in with_columns(path, data, columns or {}) if with_columns else reader.read(path, data):
            count += 1
            yield _stamped(found, path, reader, digest) if isinstance(found, Document) else found
    except UnreadableArticle as error:
        if not count:
            raise
        yield Refusal(path, error.reason)
    except Exception as error:
        # A stranger's file, or a stranger's reader: neither stops the files that come after it.
        log.error("reader %s failed: %s", reader.name, type(error).__name__)
        why = worded("too little memory") if isinstance(error, MemoryError) else type(error).__name__
        trouble = UnreadableArticle(
            worded(
                "The reader for {reader} failed on this file ({why}); save the article in another format and add that.",
                reader=reader.title,
                why=why,
            ),
            where=str(path),
        )
        if not count:
            raise trouble from error
        yield Refusal(path, trouble.reason)
    if not count:
        raise UnreadableArticle(worded("There is no article in the file; choose one with text in it."), where=str(path))


def _stamped(document: Document, path: Path, reader: Reader, digest: str) -> Document:
    from annotator.readers.units import shown_name

    return msgspec.structs.replace(
        document,
        file=shown_name(document.file or path.name),
        meta={"reader": reader.name, "file_sha256": digest, **document.meta},
    )


def unreadable(error: OSError) -> str:
    """One sentence for a file or folder that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return worded("There is nothing at this place; check the name.")
    if isinstance(error, PermissionError):
        return worded("You have no permission to read this; change its permissions or copy it elsewhere.")
    return worded("The system could not read this ({reason}); check the disk and the name.", reason=system_words(error))


def reader_for(path: Path, head: bytes) -> Reader:
    """The reader that is surest of a file, by its path and first `HEAD_BYTES` bytes.

    Raises UnreadableArticle when none knows the kind.
    """
    surest = max(readers(), key=lambda reader: reader.recognise(path, head))
    if surest.recognise(path, head) <= 0:
        known = ", ".join(sorted(known_suffixes()))
        raise UnreadableArticle(
            worded("No reader knows this kind of file; save the article as one of {known}.", known=known),
            where=str(path),
        )
    return surest


def check_size(path: Path, size: int, reader: Reader) -> None:
    """Raises UnreadableArticle when `size` bytes are more than the reader takes."""
    if size > reader.limit_bytes:
        raise UnreadableArticle(
            worded(
                "The file has {size:,.0f} MB and the limit for {reader} is {limit_bytes:,.0f} MB; split it into "
                "single articles.",
                size=size / 1024**2,
                reader=reader.title,
                limit_bytes=reader.limit_bytes / 1024**2,
            ),
            where=str(path),
        )
