from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from annotator.errors import UnreadableArticle
from annotator.readers import read_file
from annotator.readers.odt import read
from annotator.records import Document
from tests.readers.invented import BODY, STANDFIRST, TITLE, check, lines_of
from tests.readers.made_office import odt_bytes, with_part

STYLES = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Quotations"/>'
)
ARTICLE = (
    f'<text:p text:style-name="P1">{TITLE}</text:p><text:p>By Nela Quist</text:p>'
    f'<text:p>24 November 2025</text:p><text:p text:style-name="Subtitle">{STANDFIRST}</text:p>'
    f'<text:p>{BODY[0]}</text:p><text:h text:outline-level="1">What the guild wants</text:h>'
    f'<text:p text:style-name="P2">{BODY[2]}</text:p>'
    "<text:list><text:list-item><text:p>Lower fees</text:p></text:list-item></text:list>"
)


def parsed(data: bytes) -> Document:
    (document,) = read(Path("harbour.odt"), data)
    check(document)
    return document


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableArticle) as caught:
        read(Path("harbour.odt"), data)
    assert caught.value.reason.endswith(".")
    return caught.value.reason


def outcome(data: bytes) -> str:
    """The text, or the reason why the file is refused."""
    try:
        return parsed(data).text
    except UnreadableArticle as error:
        return error.reason


def test_an_article_with_styles(tmp_path: Path) -> None:
    (tmp_path / "harbour.odt").write_bytes(odt_bytes(ARTICLE, styles=STYLES))
    (document,) = read_file(tmp_path / "harbour.odt")
    check(document)
    assert [(block.kind, document.text[block.start : block.end]) for block in document.blocks] == [
        ("title", TITLE),
        ("standfirst", STANDFIRST),
        ("paragraph", BODY[0]),
        ("heading", "What the guild wants"),
        ("quote", BODY[2]),
        ("item", "Lower fees"),
    ]
    assert (document.byline, document.published, document.meta["reader"]) == (
        "Nela Quist",
        "2025-11-24",
        "odt",
    )


def test_deleted_text_notes_and_boxes_are_left_out_and_links_and_blanks_kept() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:p>The\n  <text:change text:change-id="c"/><text:a xlink:href="https://guild.example/">guild</text:a>'
        '<text:note><text:note-body><text:p>A note</text:p></text:note-body></text:note><text:s text:c="2"/>of'
        "<text:line-break/>Tessaly<draw:frame><draw:text-box><text:p>Box</text:p></draw:text-box></draw:frame>"
        f"<text:tab/>met.</text:p><text:p>{BODY[1]}</text:p>"
    )
    document = parsed(odt_bytes(body))
    assert lines_of(document) == ["The guild  of", "Tessaly met.", BODY[1]]
    (link,) = document.links
    assert (document.text[link.start : link.end], link.url) == ("guild", "https://guild.example/")
    told = " ".join(document.meta["warnings"])
    assert all(name in told for name in ("notes (1)", "text boxes (1)", "tracked changes (1)"))


def test_a_row_of_a_table_is_a_line() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = "".join(
        f"<table:table-row>{cell.format(one)}{cell.format(two)}</table:table-row>"
        for one, two in (("Boat", "Fee"), ("Orla", "14"), ("long " * 60, "words " * 60))
    )
    document = parsed(odt_bytes(f"<text:p>{BODY[1]}</text:p><table:table>{rows}</table:table>"))
    assert lines_of(document)[1:] == ["Boat Fee", "Orla 14", ("long " * 60).strip(), ("words " * 60).strip()]


def test_properties_fill_what_the_text_leaves_open() -> None:
    meta = (
        f"<dc:title>{TITLE}</dc:title><meta:initial-creator>Nela Quist</meta:initial-creator>"
        "<dc:creator>Rea Holt</dc:creator><dc:language>en-GB</dc:language>"
        "<meta:creation-date>2025-11-20T10:00:00</meta:creation-date>"
    )
    document = parsed(odt_bytes(f"<text:p>{BODY[0]}</text:p>", meta=meta))
    assert (document.title, document.byline, document.language) == (TITLE, "Nela Quist", "en")
    assert lines_of(document) == [TITLE, BODY[0]]
    assert document.meta["file_created"] == "2025-11-20"
    assert document.published is None


def test_hostile_damaged_and_protected_files_are_refused() -> None:
    good = odt_bytes(ARTICLE)
    assert "entities" in refusal(odt_bytes("<text:p>&b;</text:p>", prolog='<!DOCTYPE a [<!ENTITY b "c">]>'))
    assert "packed so tightly" in refusal(with_part(good, "content.xml", b" " * 20_000_000))
    assert "elements" in refusal(with_part(good, "content.xml", b"<a/>" * 3_000_001, zipfile.ZIP_STORED))
    assert "password" in refusal(with_part(good, "META-INF/manifest.xml", b"<m><encryption-data/></m>"))
    assert "damaged" in refusal(with_part(good, "content.xml", b"<broken"))
    assert "damaged" in refusal(good[:200])
    assert "no text" in refusal(odt_bytes("<text:p> </text:p>"))


def test_deep_nesting_is_refused_or_read_but_never_fails() -> None:
    for depth in (100, 900, 50_000):
        deep = "<text:span>" * depth + "deep" + "</text:span>" * depth
        data = odt_bytes(f"<text:p>{BODY[1]}</text:p><text:p>{deep}</text:p>")
        if depth == 100:
            assert parsed(data).text.endswith("deep")
        else:
            assert outcome(data).endswith(("deep", "."))
