"""Web pages that a browser saved with their pictures in one file (MHTML).

Registers itself; called through `read_parts`. Such a file is a mail whose first part is the page: that is
read as any page is. Frames, pictures and scripts in the other parts are not looked at.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from annotator.errors import UnreadableArticle
from annotator.readers import Reader, html, register
from annotator.readers.encoding import declared_encoding, decode
from annotator.readers.folders import Refusal
from annotator.readers.mail import bounded_policy
from annotator.readers.units import host_of
from annotator.records import Document
from annotator.sentences import worded

SUFFIXES = (".mhtml", ".mht")
_TROUBLE = (ValueError, LookupError, AttributeError, TypeError, RecursionError)


def recognise(path: Path, _head: bytes) -> float:
    """By suffix."""
    return 0.9 if path.suffix.lower() in SUFFIXES else 0.0


def read(path: Path, data: bytes) -> list[Document | Refusal]:
    """The articles of the page. Raises UnreadableArticle when there is no page, or none with an article."""
    page, address, saved = _page(path, data)
    articles = list(html.articles(path, page))
    for place, found in enumerate(articles):
        if isinstance(found, Document):
            if saved:
                found.meta["saved"] = saved
            # The address of a download is that of a database, not of its articles.
            url = found.url or (None if "reader" in found.meta else address)
            articles[place] = msgspec.structs.replace(found, url=url, source=found.source or host_of(url))
    return articles


def _page(path: Path, data: bytes) -> tuple[bytes, str | None, str | None]:
    """The page in UTF-8 with its mark, its address, and when it was saved."""
    from email import message_from_bytes

    try:
        message = message_from_bytes(data, policy=bounded_policy())
        part = next((each for each in message.walk() if each.get_content_type() == "text/html"), None)
        payload = part.get_payload(decode=True) if part is not None else None
        if part is None or not isinstance(payload, bytes):
            raise UnreadableArticle(
                worded("There is no page in this file; open it in a browser and save it anew."), where=str(path)
            )
        charset = part.get_content_charset()
        place = str(message["snapshot-content-location"] or part["content-location"] or "").strip()
        saved = message["date"]
    except _TROUBLE as error:
        raise UnreadableArticle(
            worded("The file is no web page as browsers save it; open it in a browser and save it anew."),
            where=str(path),
        ) from error
    text = decode(payload, charset or declared_encoding(payload)).text
    address = place if place.startswith(("http://", "https://")) else None
    moment = saved.datetime if saved is not None else None
    return b"\xef\xbb\xbf" + text.encode("utf-8", "replace"), address, moment.isoformat() if moment else None


register(Reader("mhtml", worded("Web page in one file"), SUFFIXES, recognise, read))
