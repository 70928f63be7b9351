"""Several files as one export: a folder of them, or one zip when the name ends in `.zip`; and names for files.

Used by the formats that are made of tables, matrices or texts. All or nothing, as `output` has it, and the same
content gives the same bytes: no entry of a zip carries the time of day.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zipfile
from collections.abc import Callable, Collection, Iterable, Sequence
from io import BufferedRandom
from pathlib import Path

from annotator.errors import FileError
from annotator.formats.output import replacing, replacing_folder, sha256_so_far, working_folder
from annotator.sentences import worded

LONGEST_NAME = 60
"""Characters of a file's name: four bytes each, and endings, fit into what file systems allow."""

# Control and private characters, and what Windows or a shell takes for something else.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f<>:\"/\\|?*\ud800-\udfff\ufeff\ufffe\uffff\u200e\u200f\u2028-\u202e]+|\s+")
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def write_bundle(out: Path, names: Sequence[str], fill: Callable[[Path], None]) -> str:
    """Let `fill` write files into a folder, and put that, or a zip of it, in the place of `out`.

    names: those that the files may have, from the folder on, with `/` between; not all need be written.

    The sha256: of the zip, or of the list that `sha256sum *` prints of the folder. Raises DiskFull, and
    FileError when `out` has another suffix or cannot be written; then it stays as it was.
    """
    if out.suffix.lower() == ".zip" and not out.is_dir():
        with replacing(out) as file, working_folder(out) as folder:
            fill(folder)
            _pack(folder, names, file)
            return sha256_so_far(file)
    if not out.suffix or out.is_dir():
        with replacing_folder(out, frozenset(names)) as place:
            fill(place)
            return _sha256_of(place)
    raise FileError(
        worded("This format is several files; name a folder, or one file that ends in .zip."), where=str(out)
    )


def _pack(folder: Path, names: Sequence[str], file: BufferedRandom) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as pack:
        for name in filter(lambda each: (folder / each).is_file(), names):
            pack.writestr(timeless_entry(name), (folder / name).read_bytes())


def timeless_entry(name: str) -> zipfile.ZipInfo:
    """An entry of a zip, compressed and readable by all, without the time of day: the same set gives the same bytes."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _sha256_of(folder: Path) -> str:
    listing = hashlib.sha256()
    for name, path in sorted((each.relative_to(folder).as_posix(), each) for each in folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            listing.update(f"{digest}  {name}\n".encode())
    return listing.hexdigest()


def file_names(wanted: Iterable[str], taken: Collection[str] = ()) -> list[str]:
    """Names of files that every system takes, one for each name wanted, in that order, all different."""
    seen = {name.casefold() for name in taken}
    names = []
    for each in wanted:
        plain = _UNSAFE.sub("_", unicodedata.normalize("NFC", each)).strip(" ._")[:LONGEST_NAME].strip(" ._")
        if not plain or plain.split(".")[0].casefold() in _DEVICES:
            plain = f"_{plain}" if plain else "untitled"
        name, number = plain, 1
        while name.casefold() in seen:
            number += 1
            name = f"{plain}-{number}"
        seen.add(name.casefold())
        names.append(name)
    return names
