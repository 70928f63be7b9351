"""From bytes to text: which encoding a file has, and what to do when it keeps to none.

Called by the readers of text and markup. It tries, in this order: byte order mark, UTF-16 without a
mark, strict UTF-8, the file's own declaration, UTF-8 with a few bytes of Windows-1252 (what pasting
leaves behind), and detection. It never raises on odd text, only on files that are no text at all, and
it never hides a guess: `Decoded.warnings` says what was guessed or replaced.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

from annotator.errors import UnreadableArticle
from annotator.sentences import worded

_MARKS = (  # UTF-32 before UTF-16: the little-endian marks begin alike
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", worded("a PDF document")),
    (b"PK\x03\x04", worded("a ZIP archive or an office document")),
    (b"\x89PNG", worded("a picture")),
    (b"\xff\xd8\xff", worded("a picture")),
    (b"GIF8", worded("a picture")),
    (b"\x7fELF", worded("a program")),
    (b"MZ\x90", worded("a program")),
    (b"SQLite format 3", worded("a database")),
    (b"\xd0\xcf\x11\xe0", worded("an old office document")),
    (b"\x1f\x8b", worded("a compressed file")),
    (b"7z\xbc\xaf", worded("a compressed file")),
)
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27}) + b"\x7f"
_HIGH = bytes(range(0x80, 0x100))
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})|<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# Bytes of Windows-1252 that people type in running text without a letter beside them.
_PUNCTUATION = frozenset(
    b"\x80\x82\x84\x85\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b\xa0\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb"
)
_MULTIBYTE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LETTERS = frozenset(b"\x8a\x8c\x8e\x9a\x9c\x9e\x9f") | frozenset(range(0xC0, 0x100)) - {0xD7, 0xF7}
_UNDEFINED = frozenset(b"\x81\x8d\x8f\x90\x9d")
_FEW = 0.02
MIXED = "annotator-windows-1252"
"""The codec error handler for text in UTF-8 with a few bytes of Windows-1252 in it."""
_UTF_16_SAMPLE = 4000


class Decoded(NamedTuple):
    """Text as it stood in the file (a leading mark included: normalisation drops it), the name of its
    encoding, and one sentence for each thing that was guessed or replaced."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def declared_encoding(head: bytes) -> str | None:
    """The encoding that an HTML or XML file claims for itself, as a name that Python knows."""
    found = _DECLARED.search(head[:4096])
    return _known((found[1] or found[2]).decode("ascii")) if found else None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text in the bytes. `declared` is what the file says of itself.

    Raises UnreadableArticle (without a place: the caller knows it) when the bytes are no text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data, name)
    _refuse_magic(data)
    if b"\x00" in data and (wide := _utf_16(data)):
        return wide
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        # Text without any ASCII letter may be UTF-16 without a single zero byte but for its line ends.
        return _utf_16(data) or _not_utf_8(data, declared)
    _refuse_controls(data)
    return Decoded(text, "utf-8")


def _marked(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError:
        if name == "utf-8":
            return _mixed(data)
        return Decoded(data.decode(name, "replace"), name, (_replaced(),))


def _refuse_magic(data: bytes) -> None:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableArticle(
                worded(
                    "The file holds {what}, not text; give it its right suffix or save the article as text.", what=what
                )
            )


def _refuse_controls(data: bytes) -> None:
    sample = data[:200_000]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    # A stray NUL in a long text is damage that a person can read past; more is a binary file.
    if controls > max(2, len(sample) // 200):
        raise UnreadableArticle(
            worded("The file holds binary data, not text; save the article as text, Markdown or a web page.")
        )


def _utf_16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: only in the right byte order do blanks and line ends look like themselves."""
    best: Decoded | None = None
    most = 0.0
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        sample = text[:_UTF_16_SAMPLE]
        odd = sum(unicodedata.category(character) in ("Cn", "Co", "Cc", "Cs") for character in sample)
        odd -= sum(sample.count(character) for character in "\n\r\t")
        blanks = sum(sample.count(character) for character in " \n\u3000，。") / max(1, len(sample))
        if odd <= len(sample) // 100 and blanks > max(most, 0.01):
            most = blanks
            best = Decoded(text, name, (_guessed(name),))
    return best


def _not_utf_8(data: bytes, declared: str | None) -> Decoded:
    _refuse_controls(data)
    name = _known(declared) if declared else None
    if name and name != "utf-8":
        try:
            return Decoded(data.decode(name), name)
        except UnicodeDecodeError:
            pass
    multibyte = _MULTIBYTE.findall(data)
    high = len(data) - len(data.translate(None, _HIGH))
    if 2 * sum(map(len, multibyte)) > high:
        return _mixed(data)
    if high < _FEW * len(data) and not any(byte in data for byte in _UNDEFINED):
        # Too few signs for detection by statistics; by far the most frequent encoding of such files.
        return Decoded(data.decode("windows-1252"), "windows-1252", (_guessed("windows-1252"),))
    return _detected(data)


def _detected(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # 30 ms, needed for few files

    best = from_bytes(data).best()
    if best is None:
        return _mixed(data)
    name = _known(best.encoding) or "windows-1252"
    try:
        return Decoded(data.decode(name), name, (_guessed(name),))
    except UnicodeDecodeError:
        return Decoded(data.decode(name, "replace"), name, (_guessed(name), _replaced()))


def _mixed(data: bytes) -> Decoded:
    text = data.decode("utf-8", MIXED)
    return Decoded(
        text,
        "utf-8",
        (
            "The file mixes encodings: some bytes are not UTF-8 and were read as Windows-1252 where that"
            " is plausible, else as \ufffd; check the characters beyond A to Z.",
        ),
    )


def _windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: the reading of one bad stretch of a file that is otherwise UTF-8."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data, start, end = error.object, error.start, error.end
    return "".join(_plausible(data, position) for position in range(start, end)), end


def _plausible(data: bytes, position: int) -> str:
    byte = data[position]
    beside = data[max(0, position - 1) : position] + data[position + 1 : position + 2]
    in_a_word = any(chr(neighbour).isalpha() for neighbour in beside)
    if byte in _PUNCTUATION or (byte in _LETTERS and in_a_word):
        return bytes([byte]).decode("windows-1252")
    return "\ufffd"


def _known(name: str) -> str | None:
    """The codec for a declared name, as browsers read it (Latin-1 and ASCII mean Windows-1252)."""
    try:
        codec = codecs.lookup(name.strip())
    except LookupError:
        return None
    if codec.name in ("iso8859-1", "ascii", "cp1252"):
        return "windows-1252"
    if codec.name.startswith("cp125"):
        return f"windows-{codec.name[2:]}"
    return codec.name if getattr(codec, "_is_text_encoding", True) else None


def _guessed(name: str) -> str:
    return f"The encoding is not stated and was guessed as {name}; check that the text reads right."


def _replaced() -> str:
    return "Some bytes fit no character and were replaced by \ufffd; look for the file in a better copy."


codecs.register_error(MIXED, _windows_1252)
