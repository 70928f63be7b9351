"""The project of a REFI-QDA archive that somebody unpacked: `project.qde` with its folder `sources` beside it.

Used by `refi_read` in the place of the archive. It opens the project and plain files in that folder, follows no link
and reads nothing larger than an entry of an archive may be.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from annotator.errors import FileError, InvalidSet
from annotator.formats import unreadable
from annotator.formats.zip_package import ENTRY_LIMIT, ENTRY_LIMIT_BYTES
from annotator.sentences import worded

LOOSE = ".qde"
"""The suffix of a project outside its archive."""

_SOURCES = "sources"


class Entries(Protocol):
    """The files of a project, packed or not."""

    @property
    def names(self) -> tuple[str, ...]:
        """Their names, with `/` between folder and file."""

    def read(self, name: str) -> bytes:
        """All bytes of a file. Raises InvalidSet when they cannot be had, KeyError for an unknown name."""


class _Folder:
    def __init__(self, project: Path) -> None:
        self._places = {project.name: project}
        for folder in sorted(project.parent.iterdir()):
            if folder.name.lower() != _SOURCES or folder.is_symlink() or not folder.is_dir():
                continue
            for each in sorted(folder.iterdir())[:ENTRY_LIMIT]:
                if each.is_file() and not each.is_symlink():
                    self._places[f"{_SOURCES}/{each.name}"] = each

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._places)

    def read(self, name: str) -> bytes:
        place = self._places[name]
        try:
            if place.stat().st_size > ENTRY_LIMIT_BYTES:
                raise InvalidSet(
                    worded("The file is larger than {megabytes} MB; split it.", megabytes=ENTRY_LIMIT_BYTES >> 20),
                    where=str(place),
                )
            return place.read_bytes()
        except OSError as error:
            raise InvalidSet(unreadable(error), where=str(place)) from error


@contextmanager
def unzipped(project: Path) -> Iterator[Entries]:
    """The files of the project at that place. Raises FileError."""
    try:
        yield _Folder(project)
    except OSError as error:
        raise FileError(unreadable(error), where=str(project)) from error
