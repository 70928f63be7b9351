"""REFI-QDA projects (`.qdpx`), which ATLAS.ti, MAXQDA, NVivo and others exchange.

Called by way of the registry. Topics are codes, annotators users, speakers cases, marks coded selections, and
links tie claims to their mentions; see `refi_codes` for the codes, `refi_write` and `refi_read` for the two ways.
What the others have no place for stands in an entry of its own in the archive, which they pass over.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

from annotator.errors import FileError
from annotator.formats import Format, Progress, Written, no_progress, register
from annotator.formats.foreign.leaving import LOSES
from annotator.formats.foreign.reading import lister, reader
from annotator.formats.output import replacing, sha256_so_far
from annotator.formats.refi_folder import LOOSE
from annotator.formats.refi_read import describe, project_entry
from annotator.formats.refi_write import ProjectWriter
from annotator.records import Record
from annotator.sentences import worded


def recognise(path: Path, head: bytes) -> float:
    """Certain of a zip with a project in it, and of a project that lies outside its zip."""
    if path.suffix.lower() == LOOSE:
        return 1.0 * (b"urn:QDA-XML:project" in head)
    return 1.0 if head.startswith(b"PK") and project_entry(path) else 0.0


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write a project in the place of `out`. Raises DiskFull and FileError; then `out` stays as it was."""
    if out.suffix.lower() == LOOSE:
        raise FileError(worded("A project is written as an archive; name it with the ending .qdpx."), where=str(out))
    project = ProjectWriter(records, progress)
    with replacing(out) as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as pack:
            project.write(pack, out.resolve().parent)
        return Written(str(out), "refi-qda", dict(project.counts), dict(+project.loses), sha256_so_far(file))


register(
    Format(
        name="refi-qda",
        title=worded("REFI-QDA project (ATLAS.ti, MAXQDA, NVivo)"),
        suffixes=(".qdpx", LOOSE),
        loses=(*LOSES, "controls"),
        recognise=recognise,
        read=reader(describe),
        write=write,
        labels=lister(describe),
    )
)
