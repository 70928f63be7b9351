"""The files of an export of analyses: a folder or zip with one for each text and annotator; and what such hold.

Used by the XMI, the JSON and the WebAnno format: `NAME/WHO.xmi`, as INCEpTION keeps them, so that the file's name
is the annotator's and the folder's name the text's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from annotator.errors import FileError
from annotator.formats import Progress, Written, unreadable
from annotator.formats.bundle import file_names, write_bundle
from annotator.formats.foreign.description import ForeignLayer, ForeignText
from annotator.formats.foreign.leaving import Fit, Leaving
from annotator.formats.weight import require_light
from annotator.records import Record
from annotator.sentences import worded

LARGEST_BYTES = 128 << 20
"""The largest file that is read."""

UNTAGGED = "untagged"
"""The name of the file of a text on which nobody has a mark."""

Content = Callable[[ForeignText, ForeignLayer], bytes]


def write_each(
    records: Iterable[Record],
    out: Path,
    progress: Progress,
    name: str,
    fit: Fit,
    content: Content,
    beside: dict[str, bytes],
) -> Written:
    """Write a folder or zip of files, one for each text and annotator, and what belongs beside them.

    name: of the format, whose suffix the key of `content` in the files is. Raises DiskFull and FileError.
    """
    leaving = Leaving(records, progress)
    suffix = SUFFIX_OF[name]
    if name == "xmi" and (strange := leaving.beyond_xml()):
        leaving.loses["controls"] = strange
    places = [
        [f"{folder}/{each}{suffix}" for each in file_names([each.name for each in whose] or [UNTAGGED])]
        for folder, whose in zip(file_names(leaving.titles(), list(beside)), leaving.annotators(), strict=True)
    ]

    def fill(top: Path) -> None:
        for place, data in beside.items():
            (top / place).write_bytes(data)
        for own, text in zip(places, leaving.texts(fit), strict=True):
            (top / own[0]).parent.mkdir(exist_ok=True)
            for place, layer in zip(own, text.layers or (ForeignLayer(UNTAGGED),), strict=True):
                (top / place).write_bytes(content(text, layer))

    sha256 = write_bundle(out, [*beside, *(place for own in places for place in own)], fill)
    return Written(str(out), name, *leaving.counted, sha256)


SUFFIX_OF = {"xmi": ".xmi", "cas_json": ".json", "webanno_tsv": ".tsv"}
"""Name of a format -> the suffix of its files."""


def files_in(path: Path, suffixes: tuple[str, ...], signs: Mapping[bytes, int]) -> Iterator[tuple[str, bytes]]:
    """Name and content of a file, or of each file of these suffixes in a folder.

    signs: as for `require_light`. Raises FileError, also where one would take too much memory.
    """
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    for each in files:
        if not path.is_dir() or (each.suffix.lower() in suffixes and each.is_file()):
            name = str(each.relative_to(path)) if path.is_dir() else each.name
            data = content_of(each)
            require_light(data, name, signs)
            yield name, data


def content_of(path: Path) -> bytes:
    """The bytes of a file. Raises FileError when it is too large or cannot be read."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise FileError(
                worded("The file is larger than {megabytes} MB; split it.", megabytes=LARGEST_BYTES >> 20),
                where=str(path),
            )
        return path.read_bytes()
    except OSError as error:
        raise FileError(unreadable(error), where=str(path)) from error
