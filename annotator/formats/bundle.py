"""Several files as one export: a folder of them, or one zip when the name ends in `.zip`.

Used by the formats that are made of tables or matrices. All or nothing, as `output` has it, and the same
content gives the same bytes: no entry of a zip carries the time of day.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Sequence
from io import BufferedRandom
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.errors import FileError
from annotator.formats.output import replacing, replacing_folder, sha256_so_far


def write_bundle(out: Path, names: Sequence[str], fill: Callable[[Path], None]) -> str:
    """Let `fill` write the files of these names into a folder, and put that, or a zip of it, in the place of `out`.

    The sha256: of the zip, or of the list that `sha256sum *` prints of the folder. Raises DiskFull, and
    FileError when `out` has another suffix or cannot be written; then it stays as it was.
    """
    if out.suffix.lower() == ".zip" and not out.is_dir():
        with replacing(out) as file, TemporaryDirectory(prefix=".tables.", dir=out.resolve().parent) as folder:
            fill(Path(folder))
            _pack(Path(folder), names, file)
            return sha256_so_far(file)
    if not out.suffix or out.is_dir():
        with replacing_folder(out, frozenset(names)) as place:
            fill(place)
            return _sha256_of(place)
    raise FileError("The tables are several files; name a folder, or one file that ends in .zip.", where=str(out))


def _pack(folder: Path, names: Sequence[str], file: BufferedRandom) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as pack:
        for name in names:
            pack.writestr(timeless_entry(name), (folder / name).read_bytes())


def timeless_entry(name: str) -> zipfile.ZipInfo:
    """An entry of a zip, compressed and readable by all, without the time of day: the same set gives the same bytes."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _sha256_of(folder: Path) -> str:
    listing = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        listing.update(f"{digest}  {path.name}\n".encode())
    return listing.hexdigest()
