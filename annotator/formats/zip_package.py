"""A zip that somebody else packed, opened within limits and never unpacked to the disk.

Used by every format that is a zip of files. Names that lead out of the archive, links and encrypted entries
are left out and named in the report; what expands beyond all measure refuses the whole. The limits are far
above what annotation sets need.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath

from annotator.errors import FileError, InvalidSet
from annotator.formats import FileReport, Refusal, unreadable
from annotator.sentences import worded

ENTRY_LIMIT = 20_000
ENTRY_LIMIT_BYTES = 512 * 1024**2
"""The most that one entry may hold when expanded."""

WHOLE_LIMIT_BYTES = 2 * 1024**3
"""The most that all entries may hold together."""

RATIO_LIMIT = 200
"""How many times larger than its packed bytes an entry may be: texts become 3 to 20 times larger."""

RATIO_FREE_BYTES = 10 * 1024**2
"""Up to this size the ratio does not matter."""

_DIRECTORY_SIGNATURE = b"PK\x01\x02"
_ENCRYPTED = 0x1
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


class Package:
    """The entries of a zip that may be read."""

    def __init__(self, path: Path, archive: zipfile.ZipFile, report: FileReport) -> None:
        self._path = path
        self._archive = archive
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in archive.infolist():
            if entry.is_dir():
                continue
            if trouble := _trouble(entry):
                report.refused.append(Refusal(f"{path.name}:{entry.filename[:200]}", trouble))
            else:
                self._entries[entry.filename] = entry

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the entries, in the order of the archive."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes:
        """All bytes of an entry. Raises InvalidSet when they are damaged, KeyError for an unknown name."""
        try:
            return self._archive.read(self._entries[name])
        except (*_DAMAGE, OSError) as error:
            raise InvalidSet(
                worded("This entry is damaged; get the file anew."), where=f"{self._path.name}:{name}"
            ) from error


@contextmanager
def opened(path: Path, report: FileReport) -> Iterator[Package]:
    """The entries of the zip at `path`. Raises InvalidSet for damage and past the limits, FileError."""
    try:
        _check_count(path)
        with zipfile.ZipFile(path) as archive:
            _check_sizes(path, archive.infolist())
            yield Package(path, archive, report)
    except _DAMAGE as error:
        raise InvalidSet(worded("The archive is damaged or incomplete; get the file anew."), where=str(path)) from error
    except OSError as error:
        raise FileError(unreadable(error), where=str(path)) from error


def _check_count(path: Path) -> None:
    """Counted in the bytes: the library would first make an object for each of a million entries."""
    found, tail = 0, b""
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            found += (tail + piece).count(_DIRECTORY_SIGNATURE)
            tail = piece[-3:]
            if found > ENTRY_LIMIT:
                raise _refusal(path, worded("it claims more than {entry_limit:,} entries", entry_limit=ENTRY_LIMIT))


def _check_sizes(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    for entry in entries:
        if entry.file_size > ENTRY_LIMIT_BYTES:
            raise _refusal(
                path, worded("one of its entries has more than {megabytes} MB", megabytes=ENTRY_LIMIT_BYTES // 1024**2)
            )
        if entry.file_size > max(RATIO_FREE_BYTES, RATIO_LIMIT * entry.compress_size):
            raise _refusal(path, worded("it is packed so tightly that it looks made to fill the memory"))
    if sum(entry.file_size for entry in entries) > WHOLE_LIMIT_BYTES:
        raise _refusal(path, worded("unpacked it has more than {megabytes} MB", megabytes=WHOLE_LIMIT_BYTES // 1024**2))


def _trouble(entry: zipfile.ZipInfo) -> str | None:
    name = entry.filename
    windows = PureWindowsPath(name)
    if ".." in PurePosixPath(name.replace("\\", "/")).parts or name.startswith(("/", "\\")) or windows.drive:
        return worded("The name leads out of the archive, as in files made to do harm; the entry was not read.")
    if stat.S_ISLNK(entry.external_attr >> 16):
        return worded("The entry is a link to another file; links are not followed.")
    if entry.flag_bits & _ENCRYPTED:
        return worded("The entry is protected by a password; pack it without one.")
    return None


def _refusal(path: Path, reason: str) -> InvalidSet:
    return InvalidSet(worded("The archive was not read because {reason}.", reason=reason), where=str(path))
