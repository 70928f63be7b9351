"""Articles that were sent by mail: single messages (EML) and mailboxes of them (MBOX).

Registers its readers; called through `read_parts`. The subject is the title, the sender the byline, the
Date header the date in the sender's zone. Attachments are named in `meta`, never opened; pictures and
links in a message are never asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import UnreadableArticle
from annotator.readers import ARTICLE_LIMIT_BYTES, Reader, register
from annotator.readers.bodies import LeftOut, carried_article, html_units, one_line, set_date
from annotator.readers.encoding import decode
from annotator.readers.folders import Refusal
from annotator.readers.text_file import text_units
from annotator.readers.units import Details, Unit
from annotator.records import Document
from annotator.sentences import worded
from annotator.text import normalise

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart
    from email.policy import EmailPolicy

MESSAGE_SUFFIXES = (".eml",)
MAILBOX_SUFFIXES = (".mbox", ".mbx")
MAILBOX_LIMIT_BYTES = 400 * 1024 * 1024
"""A mailbox is held in memory once, its messages one by one."""

# "From quist@ferrypost.example Mon Nov 24 10:11:00 2025", then a header: the line that parts messages.
_PARTING = re.compile(rb"From [^\n]{0,200}?\d:\d\d[^\n]{0,100}\r?\n(?=[!-9;-~]{1,100}:)")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_LONGEST_HEADER = 2000
_LANGUAGE = re.compile(r"[A-Za-z]{2}(?=[-_,]|$)")
# What the standard library's parser of headers raises on some broken ones, beside its own errors.
_HEADER_TROUBLE = (ValueError, LookupError, AttributeError, TypeError)


def recognise_message(path: Path, _head: bytes) -> float:
    """By suffix."""
    return 0.9 if path.suffix.lower() in MESSAGE_SUFFIXES else 0.0


def recognise_mailbox(path: Path, head: bytes) -> float:
    """By suffix, or by the first line of a file without one, as mail programs keep them."""
    suffix = path.suffix.lower()
    if suffix in MAILBOX_SUFFIXES:
        return 0.9
    return 0.9 if not suffix and _PARTING.match(head) else 0.0


def read_message(path: Path, data: bytes) -> list[Document]:
    """The one article of a message. Raises UnreadableArticle when the message has no text."""
    from email import message_from_bytes

    try:
        # A message that was cut out of a mailbox still has the parting line.
        message = message_from_bytes(
            _PARTING.sub(b"", data, count=1) if data[:5] == b"From " else data, policy=bounded_policy()
        )
        details = _details(message)
        html, plain = _bodies(message, details)
    except RecursionError as error:
        raise UnreadableArticle(
            worded("The headers or parts of this message lie too deep within each other; save its text as a file."),
            where=str(path),
        ) from error
    if html is None and plain is None:
        raise UnreadableArticle(
            worded("The message has no text of its own; save its attachments and add those."), where=str(path)
        )
    units = html_units(_text(html, details)) if html is not None else []
    if not units and plain is not None:
        units = _plain_units(_text(plain, details), plain, details)
    return [carried_article(path, units, details)]


def read_mailbox(path: Path, data: bytes) -> Iterator[Document | Refusal]:
    """The articles of a mailbox, one for each message that has text."""
    left_out = LeftOut(path, worded("Message"), worded("messages"))
    for number, (start, end) in enumerate(_messages(data), 1):
        try:
            if end - start > ARTICLE_LIMIT_BYTES:
                raise UnreadableArticle(worded("The message is too large; save it as a file and shorten it."))
            yield from read_message(path, _ESCAPED.sub(rb"\1", data[start:end]))
        except UnreadableArticle as error:
            left_out.add(str(number), error.reason)
    yield from left_out.refusals()


@cache
def bounded_policy() -> EmailPolicy[EmailMessage]:
    """How a message is parsed: by today's rules, with headers cut to a length that takes no time."""
    from email.policy import EmailPolicy

    class Bounded(EmailPolicy[EmailMessage] if TYPE_CHECKING else EmailPolicy):  # type: ignore[misc]
        """The parser of headers takes time by the square of their length."""

        def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
            name, value = super().header_source_parse(sourcelines)
            return name, value[:_LONGEST_HEADER]

    return Bounded()


def _messages(data: bytes) -> Iterator[tuple[int, int]]:
    """Start and end of each message in the bytes, without its parting line."""
    first = _PARTING.match(data)
    if first is None:
        raise UnreadableArticle(worded("This is not a mailbox: it does not begin with a line “From …”."))
    start, place = first.end(), first.end()
    while (place := data.find(b"\nFrom ", place)) >= 0:
        place += 1
        # A line of a body that begins so has no blank line before it, or no header after it.
        parting = (
            _PARTING.match(data, place)
            if data[max(0, place - 3) : place].replace(b"\r", b"").endswith(b"\n\n")
            else None
        )
        if parting:
            yield start, place
            start = place = parting.end()
    yield start, len(data)


def _details(message: EmailMessage) -> Details:
    from email.utils import getaddresses

    details = Details(title=one_line(_header(message, "subject")))
    senders = getaddresses([_header(message, "from")])
    details.byline = one_line(", ".join(name or address for name, address in senders if name or address))
    details.contact = one_line(", ".join(address for name, address in senders if name and address))
    if stamp := _header(message, "date"):
        set_date(details, stamp)
    if message_id := one_line(_header(message, "message-id")):
        details.further["message_id"] = message_id
    address = _header(message, "archived-at").strip(" <>")
    details.url = address if address.startswith(("http://", "https://")) else None
    language = _LANGUAGE.match(_header(message, "content-language").strip())
    details.language = language[0].lower() if language else None
    return details


def _header(message: EmailMessage, name: str) -> str:
    """A header with its encoded words read; bytes beyond ASCII that nothing declares are detected."""
    raw = next((value for key, value in message.raw_items() if key.lower() == name), "")
    if not raw.isascii():
        return decode(str(raw).encode("utf-8", "surrogateescape")).text
    try:
        return str(message[name] or "")
    except _HEADER_TROUBLE:
        return str(raw)


def _bodies(message: EmailMessage, details: Details) -> tuple[MIMEPart | None, MIMEPart | None]:
    """The HTML and the plain body; every other part is named in the details as left out."""
    from email.message import MIMEPart

    html = plain = None
    stack: list[MIMEPart] = [message]
    while stack:
        part = stack.pop()
        kind = part.get_content_type()
        if part.is_multipart() and kind != "message/rfc822":
            inner = part.get_payload()
            inner = inner if isinstance(inner, list) else []
            stack.extend(each for each in reversed(inner) if isinstance(each, MIMEPart))
            continue
        name, is_attachment = _attachment(part)
        if kind == "text/html" and html is None and not is_attachment:
            html = part
        elif kind == "text/plain" and plain is None and not is_attachment:
            plain = part
        elif name or is_attachment or not kind.startswith(("text/", "multipart/")):
            details.left_out.append(f"Attachment: {name or 'without a name'} ({kind})")
    return html, plain


def _attachment(part: MIMEPart) -> tuple[str | None, bool]:
    try:
        return one_line(part.get_filename()), part.is_attachment()
    except _HEADER_TROUBLE:
        return None, False


def _text(part: MIMEPart, details: Details) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        charset = part.get_content_charset()
    except _HEADER_TROUBLE:
        charset = None
    if charset and charset not in ("us-ascii", "ascii", "utf-8"):
        try:
            # Before UTF-8 is tried: encodings of seven bits, as in Japanese mails, look like it.
            return data.decode(charset)
        except (LookupError, UnicodeDecodeError):
            pass  # an unknown or wrong declaration: detected like that of a file
    decoded = decode(data)
    details.warnings.extend(decoded.warnings)
    return decoded.text


def _plain_units(text: str, part: MIMEPart, details: Details) -> list[Unit]:
    text = normalise(text)
    body, signature, rest = _parted(text)
    if signature:
        details.left_out.append(rest)
    if str(part.get_param("format", "")).lower() == "flowed":
        body = _unflowed(body, delete_blank=str(part.get_param("delsp", "")).lower() == "yes")
    return text_units(body)


def _parted(text: str) -> tuple[str, bool, str]:
    """A body and the signature that a line of two hyphens parts from it (RFC 3676, 4.3)."""
    marks = list(_SIGNATURE.finditer(text))
    if not marks or text.count("\n", marks[-1].end()) > 12:
        return text, False, ""
    return text[: marks[-1].start()], True, text[marks[-1].end() :].strip()


def _unflowed(text: str, *, delete_blank: bool) -> str:
    """Lines that end in a blank go on in the next one; a blank in front protects a line (RFC 3676, 4)."""
    paragraphs: list[str] = []
    flows = False
    for line in text.split("\n"):
        unstuffed = line.removeprefix(" ")
        if flows and unstuffed:
            paragraphs[-1] += unstuffed
        else:
            paragraphs.append(unstuffed)
        flows = unstuffed.endswith(" ")
        if flows and delete_blank:
            paragraphs[-1] = paragraphs[-1][:-1]
    # A blank line between paragraphs, so that none of them is taken for a wrapped line.
    return "\n\n".join(paragraphs)


register(Reader("eml", worded("Mail message"), MESSAGE_SUFFIXES, recognise_message, read_message))
register(Reader("mbox", "Mailbox", MAILBOX_SUFFIXES, recognise_mailbox, read_mailbox, MAILBOX_LIMIT_BYTES))
