"""The parts of an office file (a ZIP archive of XML), opened within limits.

Called by the readers of DOCX and ODT before anything is unpacked. Everything stays in memory: nothing is ever
written to disk, so the names of the entries do no harm. The limits are far above what articles need.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from annotator.errors import UnreadableArticle
from annotator.sentences import worded

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file of Office 97 begins, and a newer one that is protected by a password."""

_MEGABYTE = 1024 * 1024
_MOST_ENTRIES = 10_000
_LARGEST_ENTRY = 100 * _MEGABYTE
_LARGEST_XML = 60 * _MEGABYTE
_LARGEST_WHOLE = 300 * _MEGABYTE
_MOST_ELEMENTS = 3_000_000
_LARGE = 5 * _MEGABYTE
_RATIO = 150
_ENTRY_SIGNATURE = b"PK\x01\x02"
_XML_SUFFIXES = (".xml", ".rels")


def opened(path: Path, data: bytes) -> zipfile.ZipFile:
    """The archive, once its sizes are known to be harmless. Raises UnreadableArticle."""
    # Counted in the bytes: the library would first make an object for each of a million entries.
    if data.count(_ENTRY_SIGNATURE) > _MOST_ENTRIES:
        raise _refusal(path, worded("it claims more than {most_entries:,} parts", most_entries=_MOST_ENTRIES))
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableArticle(
            worded("The file is damaged or incomplete; open it in a word processor, save it again and add that."),
            where=str(path),
        ) from error
    entries = package.infolist()
    for entry in entries:
        limit = _LARGEST_XML if entry.filename.lower().endswith(_XML_SUFFIXES) else _LARGEST_ENTRY
        if entry.file_size > limit:
            raise _refusal(
                path, worded("one of its parts has {megabytes:,.0f} MB", megabytes=entry.file_size / _MEGABYTE)
            )
        if entry.file_size > _LARGE and entry.file_size > _RATIO * max(1, entry.compress_size):
            raise _refusal(path, worded("it is packed so tightly that it looks made to fill the memory"))
    if sum(entry.file_size for entry in entries) > _LARGEST_WHOLE:
        raise _refusal(path, worded("unpacked it has more than {megabytes} MB", megabytes=_LARGEST_WHOLE // _MEGABYTE))
    return package


def xml_part(path: Path, package: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of an XML part, None if there is none.

    Raises UnreadableArticle when the part is encrypted or damaged, defines document types or entities
    (office files never do), or has millions of elements.
    """
    try:
        data = package.read(name)
    except KeyError:
        return None
    except RuntimeError as error:
        raise UnreadableArticle(
            worded("The file is protected by a password; save it without one and add that."), where=str(path)
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise UnreadableArticle(
            worded("A part of the file is damaged; open it in a word processor, save it again and add that."),
            where=str(path),
        ) from error
    plain = data.replace(b"\x00", b"")  # in UTF-16 the signs stand apart
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise _refusal(path, worded("it defines XML entities"))
    if plain.count(b"<") > _MOST_ELEMENTS:
        raise _refusal(
            path, worded("one of its parts has more than {most_elements:,} elements", most_elements=_MOST_ELEMENTS)
        )
    return data


def check_xml(path: Path, package: zipfile.ZipFile) -> None:
    """Reads every XML part once, for those who hand the whole file to a library."""
    for name in package.namelist():
        if name.lower().endswith(_XML_SUFFIXES):
            xml_part(path, package, name)


def too_deep(path: Path) -> UnreadableArticle:
    """The refusal of a file whose parts are nested hundreds of times."""
    return _refusal(path, worded("its parts are nested too deeply"))


def _refusal(path: Path, reason: str) -> UnreadableArticle:
    return UnreadableArticle(
        worded(
            "The file was not read because {reason}; copy the text into a new document and add that.", reason=reason
        ),
        where=str(path),
    )
