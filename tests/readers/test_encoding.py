from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UnreadableArticle
from annotator.readers.encoding import declared_encoding, decode
from annotator.readers.markdown import read

ENGLISH = "The guild’s boats stay — “for as long as it takes”, said Ada Dorn of the café.\n" * 20
RUSSIAN = "Гильдия паромщиков заявила, что лодки останутся в гавани до весны.\n" * 20
ARABIC = "قالت النقابة إن القوارب ستبقى في الميناء حتى الربيع بسبب الرسوم الجديدة.\n" * 20
CHINESE = "渡轮公会表示，船只将留在港口，直到春天。部长否认了这一说法。\n" * 20
ASCII = "The guild said that its boats would stay in the harbour.\n" * 60


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, ARABIC, CHINESE])
@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_with_and_without_mark(text: str, mark: bytes, name: str) -> None:
    decoded = decode(mark + text.encode(name))
    assert decoded.text.removeprefix("\ufeff") == text
    assert decoded.encoding == name


@pytest.mark.parametrize(
    ("text", "name"), [(RUSSIAN, "windows-1251"), (RUSSIAN, "koi8-r"), (CHINESE, "gb18030"), (CHINESE, "big5")]
)
def test_other_encodings_are_detected_with_a_warning(text: str, name: str) -> None:
    text = text.replace("这一说法", "")
    data = text.encode(name, "ignore")
    decoded = decode(data)
    assert decoded.text == data.decode(name)
    assert "guessed" in decoded.warnings[0]


def test_few_bytes_beyond_ascii_are_windows_1252() -> None:
    decoded = decode((ASCII + "caf\u00e9 \u2013 \u201cyes\u201d").encode("windows-1252"))
    assert decoded.text.endswith("café – “yes”")
    assert decoded.encoding == "windows-1252"


def test_a_declaration_decides_unless_the_bytes_are_utf_8() -> None:
    page = '<html><head><meta charset="{}"></head><body>Гавань</body></html>'
    old = page.format("windows-1251").encode("windows-1251")
    assert decode(old, declared_encoding(old)) == (old.decode("windows-1251"), "windows-1251", ())
    wrong = page.format("windows-1251").encode()
    assert "Гавань" in decode(wrong, declared_encoding(wrong)).text


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'<?xml version="1.0" encoding="ISO-8859-1"?>', "windows-1252"),
        (b'<META http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        (b"<meta charset=utf-8>", "utf-8"),
        (b'<meta charset="no-such-thing">', None),
        (b"<p>none</p>", None),
    ],
)
def test_declarations(head: bytes, name: str | None) -> None:
    assert declared_encoding(head) == name


def test_mixed_encodings_are_read_where_plausible_and_told() -> None:
    data = ENGLISH.encode() + b"It\x92s na\xefve \x96 or \xf3 so.\n" + ENGLISH.encode()
    decoded = decode(data)
    assert "It’s naïve – or \ufffd so." in decoded.text
    assert decoded.text.startswith(ENGLISH)
    assert "mixes encodings" in decoded.warnings[0]
    (document,) = read(Path("a.md"), data)
    assert document.meta["warnings"] == list(decoded.warnings)


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 30, b"\x89PNG\r\n", b"MZ\x90\x00", b"a\x01\x02\x03\x04" * 99])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableArticle):
        decode(data)


@given(st.text())
def test_text_survives_as_utf_8(text: str) -> None:
    data = text.encode("utf-8", "replace") + b" the end of the text"
    try:
        assert decode(data).text == data.decode()
    except UnreadableArticle:
        assert any(ord(character) < 32 or character == "\x7f" for character in text) or text.startswith("%PDF-")


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except UnreadableArticle:
        return
    assert isinstance(decoded.text, str)
    assert decoded.encoding
