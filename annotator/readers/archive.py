"""Articles packed into archives: ZIP, TAR and single compressed files.

Registers itself; called through `read_parts`. Entries are read in memory, each by the reader that knows
its kind, and an archive within an archive once. Nothing is ever written to a place that an entry names;
names that lead out of the archive and links are refused, and so is what expands beyond all measure.
"""

from __future__ import annotations

import io
import stat
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

import msgspec

from annotator.errors import UnreadableArticle
from annotator.readers import HEAD_BYTES, Reader, check_size, known_suffixes, read_with, reader_for, register
from annotator.readers.expanding import DAMAGE, EXPANDED_LIMIT_BYTES, expanded, is_out_of_ratio
from annotator.readers.folders import Refusal
from annotator.readers.units import shown_name
from annotator.records import Document
from annotator.sentences import worded

SUFFIXES = (".zip", ".wacz", ".tar", ".tgz", ".tbz2", ".txz", ".gz", ".bz2", ".xz")
ARCHIVE_LIMIT_BYTES = 400 * 1024 * 1024
ENTRY_LIMIT = 20_000
_NESTED = 1
_TAR_SUFFIXES = (".tar", ".tgz", ".tbz2", ".txz")
_COMPRESSED_SUFFIXES = (".gz", ".bz2", ".xz")
_TABLES_OF_A_SET = frozenset({"meta.csv", "annotators.csv", "claims.csv"})
_SYSTEM_NAMES = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
_NO_SUCH_ENTRY = worded("leads out of the archive, as files made to do harm do; it was not read.")
_ENTRY_DAMAGE = (*DAMAGE, zipfile.BadZipFile, tarfile.TarError, NotImplementedError, RuntimeError, ValueError)


class _Entry(NamedTuple):
    """A file in an archive. size: expanded, as declared. trouble: why it is not to be opened."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]
    trouble: str | None = None


class _Budget:
    """What an archive and those within it may hold together."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries = self._bytes = 0

    def spend(self, entries: int, size: int) -> None:
        """Raises UnreadableArticle when there are too many entries or bytes."""
        self._entries += entries
        self._bytes += size
        if self._entries > ENTRY_LIMIT:
            raise UnreadableArticle(
                worded("The archive holds more than {entry_limit:,} files; split it.", entry_limit=ENTRY_LIMIT),
                where=str(self._path),
            )
        if self._bytes > EXPANDED_LIMIT_BYTES:
            raise UnreadableArticle(
                worded(
                    "The archive expands to more than {megabytes:,} MB; split it, or unpack it yourself "
                    "if you trust it.",
                    megabytes=EXPANDED_LIMIT_BYTES // 1024**2,
                ),
                where=str(self._path),
            )


def recognise(path: Path, head: bytes) -> float:
    """By suffix; the tables of an annotation set in a ZIP are no articles."""
    if path.suffix.lower() not in SUFFIXES:
        return 0.0
    is_set = head.startswith(b"PK") and head[30:38] == b"meta.csv" and b"annotators.csv" in head
    return 0.0 if is_set else 0.9


def read(path: Path, data: bytes, columns: Mapping[str, str] | None = None) -> Iterator[Document | Refusal]:
    """The articles of all entries that a reader knows, and a refusal for each that cannot be read.

    Left out without a word are, as in folders, hidden files, what systems put there, and other kinds.
    Raises UnreadableArticle when the archive is damaged or too large, or holds nothing that can be read.
    """
    yield from _contents(path, data, columns, 0, _Budget(path))


def _contents(
    path: Path, data: bytes, columns: Mapping[str, str] | None, depth: int, budget: _Budget
) -> Iterator[Document | Refusal]:
    count = 0
    for entry in _entries(path, data, budget):
        if not entry.trouble and not _is_wanted(entry.name, path):
            continue
        count += 1
        place = Path(f"{path}/{entry.name}")
        try:
            if entry.trouble:
                raise UnreadableArticle(
                    worded("The entry “{entry}” {trouble}", entry=entry.name, trouble=entry.trouble)
                )
            for found in _read_entry(entry, place, columns, depth, budget):
                yield _placed(found, path, entry) if isinstance(found, Document) else found
        except UnreadableArticle as error:
            yield Refusal(place, error.reason)
    if not count:
        raise UnreadableArticle(
            worded("The archive holds no file of a kind that is read; pack article files into it."), where=str(path)
        )


def _read_entry(
    entry: _Entry, place: Path, columns: Mapping[str, str] | None, depth: int, budget: _Budget
) -> Iterator[Document | Refusal]:
    try:
        with entry.open() as file:
            head = file.read(HEAD_BYTES)
            if not head:
                raise UnreadableArticle(worded("The file is empty; choose one with text in it."))
            reader = reader_for(place, head)
            check_size(place, entry.size, reader)
            # One byte more tells an entry that is larger than it says.
            data = head + file.read(reader.limit_bytes - len(head) + 1)
    except _ENTRY_DAMAGE as error:
        raise UnreadableArticle(worded("The entry is damaged or packed in an unknown way; pack it anew.")) from error
    check_size(place, len(data), reader)
    if reader.read is not read:
        yield from read_with(reader, place, data, columns=columns)
    elif depth < _NESTED:
        yield from _contents(place, data, columns, depth + 1, budget)
    else:
        raise UnreadableArticle(worded("Archives lie too deep within each other; unpack this one and add it."))


def _placed(document: Document, path: Path, entry: _Entry) -> Document:
    """The document with its way into the archive as file: `archive.zip/folder/article.md`."""
    inside = PurePosixPath(path.name, *PurePosixPath(entry.name).parts[:-1], document.file or entry.name)
    return msgspec.structs.replace(document, file=shown_name(str(inside)))


# Entries ---------------------------------------------------------------------------------------------


def _entries(path: Path, data: bytes, budget: _Budget) -> Iterator[_Entry]:
    """The files in the archive, each to be read before the next one is asked for."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        yield from _zip_entries(path, data, budget)
        return
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    if suffixes and (suffixes[-1] in _TAR_SUFFIXES or suffixes[0] == ".tar"):
        yield from _tar_entries(path, data, budget)
    elif suffixes and suffixes[-1] in _COMPRESSED_SUFFIXES:
        budget.spend(1, 0)
        stream = expanded(path, data)
        if isinstance(stream, io.BytesIO):
            raise UnreadableArticle(
                worded("The file is not compressed as its suffix says; get it anew."), where=str(path)
            )
        yield _Entry(path.stem, 0, partial(io.BufferedReader, stream))
    else:
        raise UnreadableArticle(worded("The file is no ZIP archive; get it anew."), where=str(path))


def _zip_entries(path: Path, data: bytes, budget: _Budget) -> Iterator[_Entry]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, *DAMAGE, ValueError, NotImplementedError) as error:
        raise UnreadableArticle(
            worded("The archive is damaged or incomplete; get it anew."), where=str(path)
        ) from error
    with archive:
        files = [info for info in archive.infolist() if not info.is_dir()]
        budget.spend(len(files), sum(info.file_size for info in files))
        if {info.filename for info in files} >= _TABLES_OF_A_SET:
            raise UnreadableArticle(worded("These are the tables of an annotation set, not articles."), where=str(path))
        for info in sorted(files, key=lambda info: info.filename):
            name = _name_in_zip(info)
            yield _Entry(name, info.file_size, partial(archive.open, info), _zip_trouble(info, name))


def _name_in_zip(info: zipfile.ZipInfo) -> str:
    """The name of an entry; many programs write UTF-8 without saying so."""
    name = info.filename.replace("\\", "/")
    if info.flag_bits & 0x800 or name.isascii():
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def _zip_trouble(info: zipfile.ZipInfo, name: str) -> str | None:
    # zipfile itself cuts a name at a NUL, and the original one tells.
    if _leads_out(name) or info.orig_filename.rstrip("\x00").find("\x00") >= 0:
        return _NO_SUCH_ENTRY
    if stat.S_ISLNK(info.external_attr >> 16):
        return worded("is a link; pack the file itself.")
    if info.flag_bits & 0x1:
        return worded("is protected by a password; pack it without one.")
    if is_out_of_ratio(info.file_size, info.compress_size):
        return worded("expands to far more than articles take; unpack it yourself if you trust it.")
    return None


def _tar_entries(path: Path, data: bytes, budget: _Budget) -> Iterator[_Entry]:
    try:
        # Read as a stream: once, in order, so that what is expanded is counted.
        with tarfile.open(fileobj=expanded(path, data), mode="r|") as archive:
            for member in archive:
                if member.isdir():
                    continue
                # Before the next entry is sought, which would expand this one.
                budget.spend(1, member.size)
                trouble = None
                if _leads_out(member.name):
                    trouble = _NO_SUCH_ENTRY
                elif not member.isreg() or member.issparse():
                    trouble = worded("is a link or no ordinary file; pack the file itself.")
                yield _Entry(member.name, member.size, partial(_member, archive, member), trouble)
    except (tarfile.TarError, *DAMAGE, ValueError) as error:
        raise UnreadableArticle(
            worded("The archive is damaged or incomplete; get it anew."), where=str(path)
        ) from error


def _member(archive: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    file = archive.extractfile(member)
    if file is None:
        raise tarfile.TarError(member.name)
    return file


def _leads_out(name: str) -> bool:
    """Whether a name is absolute, on a drive, or climbs out of the archive."""
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0][:2] or "\x00" in name


def _is_wanted(name: str, path: Path) -> bool:
    """Whether an entry would be listed if the archive were a folder."""
    parts = PurePosixPath(name).parts
    if any(part.startswith((".", "~$")) or part.lower() in _SYSTEM_NAMES for part in parts):
        return False
    if path.suffix.lower() == ".wacz":
        return ".warc" in name.lower()
    return PurePosixPath(name).suffix.lower() in known_suffixes()


register(Reader("archive", worded("Archive (ZIP, TAR)"), SUFFIXES, recognise, read, ARCHIVE_LIMIT_BYTES, read))
