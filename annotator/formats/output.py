"""Output that is there wholly or not at all: a file or a folder takes its place only when it is complete.

Used by every format that writes. What is being written lies beside its place, under a hidden name that
ends in `.part`; on any error it is removed and what stood there before is untouched. What a program that was
killed left there goes when the same place is written next. Never follows what is not an ordinary file, and
never removes a folder that holds anything else than it would write.
"""

from __future__ import annotations

import errno
import glob
import hashlib
import os
import re
import secrets
import shutil
import socket
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from io import BufferedRandom
from pathlib import Path

from annotator.errors import AnnotatorError, DiskFull, FileError, system_words
from annotator.sentences import worded

MANY_FILES = 100
"""Beyond so many files it is faster to have the system write all that it holds back than to ask for each."""

# The last is a limit on the size of files: of the user, or of a file system such as FAT (4 GB).
_LEFT = re.compile(r"(\d{1,9})-[0-9a-f]{8}\.(part|old|work)")
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def replacing(out: Path) -> Iterator[BufferedRandom]:
    """A new file, open for writing and reading, that takes the place of `out` when the block ends well.

    Raises DiskFull, and FileError when `out` is a folder or device or may not be written; whatever the
    block raises passes through. A symbolic link stays, and the file that it points at is replaced.
    """
    with _sentences(out):
        place = out.resolve()
        if place.exists() and not place.is_file():
            what = worded("a folder") if place.is_dir() else worded("not an ordinary file")
            raise FileError(worded("This is {what}; choose the name of a file.", what=what), where=str(out))
        _remove_dead(place)
        part = _beside(place, "part")
        try:
            with part.open("x+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            part.replace(place)
            _keep_names(place.parent)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def sha256_so_far(file: BufferedRandom) -> str:
    """The hash of all bytes of a file that is being written; what is written next goes behind them."""
    file.flush()
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def replacing_folder(out: Path, own: Collection[str]) -> Iterator[Path]:
    """A new folder that takes the place of `out` when the block ends well.

    own: the files it may hold, by their names from the folder on, with `/` between.

    Raises like `replacing`, and FileError when `out` is a file, or a folder with other names in it.
    """
    with _sentences(out):
        place = out.resolve()
        _check_folder(place, out, own)
        _remove_dead(place)
        part, old = _beside(place, "part"), _beside(place, "old")
        part.mkdir()
        try:
            yield part
            _keep_all(part)
            _swap(part, place, old)
            _keep_names(place.parent)
        finally:
            shutil.rmtree(part, ignore_errors=True)
            shutil.rmtree(old, ignore_errors=True)


def _check_folder(place: Path, out: Path, own: Collection[str]) -> None:
    if not place.exists():
        return
    if not place.is_dir():
        raise FileError(worded("There is a file of this name; choose the name of a folder."), where=str(out))
    names = (each.relative_to(place).as_posix() for each in place.rglob("*") if not each.is_dir() or each.is_symlink())
    others = sorted(name for name in names if name not in own)
    if others:
        raise FileError(
            worded("This folder holds other things (“{others}”); choose a new or an empty folder.", others=others[0]),
            where=str(out),
        )


def _swap(part: Path, place: Path, old: Path) -> None:
    """Two renames, since no system replaces a folder that is not empty in one."""
    if not place.exists():
        part.rename(place)
        return
    place.rename(old)
    try:
        part.rename(place)
    except OSError:
        old.rename(place)
        raise


@contextmanager
def working_folder(out: Path) -> Iterator[Path]:
    """A folder beside the place of `out` for files that are on the way there; it is gone afterwards.

    Not in the system's folder for all users: what lies in it are the articles.
    """
    folder = _beside(out.resolve(), "work")
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _beside(place: Path, ending: str) -> Path:
    # Shortened, since file systems allow 255 bytes a name and the name may use them all.
    return place.parent / f"{_begun(place)}{os.getpid()}-{secrets.token_hex(4)}.{ending}"


def _begun(place: Path) -> str:
    """What the names of all begin with that this computer has on the way to a place."""
    computer = hashlib.sha256(socket.gethostname().encode()).hexdigest()[:6]
    return f".{place.name[:40]}.{computer}-"


def _remove_dead(place: Path) -> None:
    """Remove what programs of this computer that live no more left on the way to a place."""
    begun = _begun(place)
    with suppress(OSError):
        for each in place.parent.glob(f"{glob.escape(begun)}*"):
            found = _LEFT.fullmatch(each.name.removeprefix(begun))
            # What stood there before may be all there is, where the new did not get there.
            if found is None or (found[2] == "old" and not place.exists()) or _is_alive(int(found[1])):
                continue
            if each.is_dir() and not each.is_symlink():
                shutil.rmtree(each, ignore_errors=True)
            else:
                each.unlink(missing_ok=True)


def _is_alive(process: int) -> bool:
    import psutil

    return bool(psutil.pid_exists(process))


def _keep(file: Path) -> None:
    with file.open("r+b") as stream:
        os.fsync(stream.fileno())


def _keep_all(folder: Path) -> None:
    """Have all files of a folder on the disk: one by one, or, where they are many, all at once."""
    files = [each for each in folder.rglob("*") if each.is_file()]
    if len(files) > MANY_FILES and hasattr(os, "sync"):
        os.sync()
        return
    for file in files:
        _keep(file)


def _keep_names(folder: Path) -> None:
    """On POSIX a rename is on the disk only when its folder is; Windows cannot open folders.

    Some network shares refuse this; the new file is in its place all the same, so it is no error.
    """
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _sentences(out: Path) -> Iterator[None]:
    """Turns what the system says into what a person can act on."""
    try:
        yield
    except AnnotatorError:
        raise
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFull(
                worded(
                    "There was no room to write “{out}”; what stood there before is untouched. Free some "
                    "space, or choose another disk.",
                    out=out,
                )
            ) from error
        raise FileError(_unwritable(error), where=str(out)) from error


def _unwritable(error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return worded("The folder of this file is not there; make it first, or choose another.")
    if isinstance(error, PermissionError):
        return worded(
            "This cannot be written: you have no permission, or another program has it open;"
            " close it there, or choose another place."
        )
    return worded("The system could not write this ({reason}); choose another place.", reason=system_words(error))
