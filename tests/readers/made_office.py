"""Makes invented files of word processors: DOCX by python-docx, ODT and RTF by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from html import escape
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

DOCX_BODY = "word/document.xml"


def docx_bytes(write: Callable[[Any], None]) -> bytes:
    """A Word document that `write` fills."""
    document = docx.Document()
    document.core_properties.author = ""
    write(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def raw_paragraph(inner: str) -> Any:
    """A paragraph of WordprocessingML, for what python-docx does not write."""
    relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    return parse_xml(f"<w:p {nsdecls('w')} {relations}>{inner}</w:p>")


def run(text: str, tag: str = "t") -> str:
    """A run of WordprocessingML."""
    return f'<w:r><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def with_part(package: bytes, name: str, content: bytes, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The archive with one part put in the place of another."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(file, "w", packing) as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content)
    return file.getvalue()


def odt_bytes(body: str, *, meta: str = "", styles: str = "", prolog: str = "") -> bytes:
    """An OpenDocument text with the given XML in its body."""
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("style", "style"),
            ("draw", "drawing"),
            ("meta", "meta"),
        )
    )
    spaces += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    content = (
        f"{prolog}<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        package.writestr("content.xml", content)
        package.writestr(
            "meta.xml",
            f"<office:document-meta {spaces}><office:meta>{meta}</office:meta></office:document-meta>",
        )
    return file.getvalue()


def rtf_text(text: str) -> str:
    """Text as it is written in RTF: what is not ASCII as numbers of UTF-16 units with a spare sign."""
    units = text.encode("utf-16-le")
    pieces = []
    for place in range(0, len(units), 2):
        unit = int.from_bytes(units[place : place + 2], "little")
        signed = unit - 0x10000 if unit > 0x7FFF else unit
        sign = chr(unit)
        pieces.append(f"\\{sign}" if sign in "\\{}" else sign if unit < 0x80 else f"\\u{signed}?")
    return "".join(pieces)


def rtf_bytes(*paragraphs: str, head: str = "") -> bytes:
    """An RTF file of paragraphs that are RTF already."""
    body = "".join(f"\\pard\\plain {paragraph}\\par\n" for paragraph in paragraphs)
    font = "{\\fonttbl{\\f0\\fnil\\fcharset0 Orva;}{\\f1\\fcharset204 Orva Cyr;}}"
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{font}{head}{body}}}".encode("latin-1")
