"""Articles in web archives (WARC), as crawlers and archiving browsers write them.

Registers itself; called through `read_parts`. Read are the pages that a server sent with status 200 as
HTML; a page that was met again with the same bytes is read once. The url is that of the record; when it
was captured stands in `meta`, for that is not the day on which it was published.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from annotator.errors import UnreadableArticle
from annotator.readers import ARTICLE_LIMIT_BYTES, Reader, html, register
from annotator.readers.bodies import LeftOut
from annotator.readers.encoding import declared_encoding, decode
from annotator.readers.expanding import DAMAGE, expanded
from annotator.readers.folders import Refusal
from annotator.readers.units import host_of
from annotator.records import Document
from annotator.sentences import worded

SUFFIXES = (".warc", ".gz")
ARCHIVE_LIMIT_BYTES = 400 * 1024 * 1024
_PAGES = ("text/html", "application/xhtml+xml")
_PIECE = 64 * 1024
_BEGINNINGS = (b"WARC/", b"filedesc:")


def recognise(path: Path, head: bytes) -> float:
    """By the name (`.warc`, `.warc.gz`), or by the first line."""
    name = path.name.lower()
    return 0.95 if name.endswith((".warc", ".warc.gz")) or head.startswith(b"WARC/") else 0.0


def read(path: Path, data: bytes) -> Iterator[Document | Refusal]:
    """The articles among the pages, in the order in which they were captured.

    Raises UnreadableArticle when the file is no web archive, damaged before its first record, or without
    a page.
    """
    left_out = LeftOut(path, worded("Page"), worded("pages"))
    seen: set[bytes] = set()
    has_pages = False
    for record in _records(path, data):
        has_pages = True
        address = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
        page = _payload(record)
        if page is None:
            left_out.add(address, worded("It is too large or damaged; add the page itself."))
            continue
        digest = hashlib.sha256(page).digest()
        if not page.strip() or digest in seen:
            continue
        seen.add(digest)
        try:
            yield _document(path, page, record, address)
        except UnreadableArticle as error:
            left_out.add(address, error.reason)
    if not has_pages:
        raise UnreadableArticle(
            worded("There are no web pages in this archive; choose one with pages."), where=str(path)
        )
    yield from left_out.refusals()


def _records(path: Path, data: bytes) -> Iterator[Any]:
    """The records that hold a page. A fault after the first record is met when reading comes to it."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    # It would look for a first record through all of a file that is something else.
    if not expanded(path, data).read(_PIECE).lstrip().startswith(_BEGINNINGS):
        raise UnreadableArticle(worded("This is no web archive, whatever its name says; get it anew."), where=str(path))
    # What it says of a damaged file would go past us to the terminal and the log, with pieces of the file.
    logging.getLogger("warcio").setLevel(logging.CRITICAL)

    class Silent(ArchiveIterator):  # type: ignore[misc]  # no types are published
        INC_RECORD = ""

    try:
        for record in Silent(expanded(path, data)):
            headers = record.http_headers
            if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
                continue
            kind = str(headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
            if kind in _PAGES:
                yield record
    except (ArchiveLoadFailed, *DAMAGE, ValueError, AttributeError) as error:
        raise UnreadableArticle(
            worded("The web archive is damaged or incomplete here; get it anew."), where=str(path)
        ) from error


def _payload(record: Any) -> bytes | None:
    """What the server sent, without its transfer and content coding; None past the limit or if damaged."""
    stream = record.content_stream()
    pieces: list[bytes] = []
    size = 0
    try:
        while piece := stream.read(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > ARTICLE_LIMIT_BYTES:
                return None
    except (*DAMAGE, ValueError):
        return None
    return b"".join(pieces)


def _document(path: Path, page: bytes, record: Any, address: str) -> Document:
    charset = str(record.http_headers.get_header("Content-Type") or "").lower().partition("charset=")[2]
    declared = charset.partition(";")[0].strip(" \"'") or declared_encoding(page)
    text = decode(page, declared).text
    (document,) = html.read(path, b"\xef\xbb\xbf" + text.encode("utf-8", "replace"))
    meta = document.meta | {"captured": str(record.rec_headers.get_header("WARC-Date") or "")}
    url = address if address.startswith(("http://", "https://")) else document.url
    if document.url and document.url != url:
        meta["canonical"] = document.url
    return msgspec.structs.replace(document, url=url, source=document.source or host_of(url), meta=meta)


register(Reader("warc", worded("Web archive"), SUFFIXES, recognise, read, ARCHIVE_LIMIT_BYTES))
