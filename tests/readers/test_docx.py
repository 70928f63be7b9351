from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import UnreadableArticle
from annotator.readers import read_file
from annotator.readers.docx import read, recognise
from annotator.records import Document
from tests.readers.invented import ADDRESS, BODY, STANDFIRST, TITLE, check, lines_of
from tests.readers.made_office import DOCX_BODY, docx_bytes, raw_paragraph, run, with_part


def parsed(data: bytes) -> Document:
    (document,) = read(Path("harbour.docx"), data)
    check(document)
    return document


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableArticle) as caught:
        read(Path("harbour.docx"), data)
    assert str(caught.value).startswith("harbour.docx: ")
    assert caught.value.reason.endswith(".")
    return caught.value.reason


def outcome(data: bytes) -> str:
    """The end of the text, or the reason why the file is refused."""
    try:
        return parsed(data).text
    except UnreadableArticle as error:
        return error.reason


def article(document: Any) -> None:
    document.add_paragraph(TITLE, style="Title")
    document.add_paragraph("By Nela Quist")
    document.add_paragraph("November 24, 2025")
    document.add_paragraph(STANDFIRST, style="Subtitle")
    document.add_paragraph(BODY[0])
    document.add_paragraph("What the guild wants", style="Heading 1")
    document.add_paragraph(BODY[2], style="Quote")
    document.add_paragraph("Lower fees", style="List Bullet")
    document.add_paragraph(f"Original url: {ADDRESS}")


def test_an_article_with_styles(tmp_path: Path) -> None:
    (tmp_path / "harbour.docx").write_bytes(docx_bytes(article))
    (document,) = read_file(tmp_path / "harbour.docx")
    check(document)
    assert document.text.split("\n") == [
        TITLE,
        STANDFIRST,
        BODY[0],
        "What the guild wants",
        BODY[2],
        "Lower fees",
    ]
    assert [block.kind for block in document.blocks] == [
        "title",
        "standfirst",
        "paragraph",
        "heading",
        "quote",
        "item",
    ]
    assert (document.title, document.byline, document.published) == (TITLE, "Nela Quist", "2025-11-24")
    assert (document.url, document.meta["reader"]) == (ADDRESS, "docx")


def test_deletions_are_left_out_and_insertions_kept() -> None:
    def write(document: Any) -> None:
        document.element.body.insert(
            0,
            raw_paragraph(
                run("The fee is ")
                + f'<w:del w:id="1" w:author="a">{run("low", "delText")}</w:del>'
                + f'<w:ins w:id="2" w:author="a">{run("high")}</w:ins>'
                + f'<w:moveFrom w:id="3" w:author="a">{run("gone")}</w:moveFrom>'
                + run(" for boats.")
            ),
        )
        document.element.body.insert(
            1,
            raw_paragraph(f'<w:pPr><w:rPr><w:del w:id="4" w:author="a"/></w:rPr></w:pPr>{run("One line ")}'),
        )
        document.element.body.insert(2, raw_paragraph(run("with the next.")))

    document = parsed(docx_bytes(write))
    assert lines_of(document) == ["The fee is high for boats.", "One line with the next."]
    assert any("tracked deletions (2)" in warning for warning in document.meta["warnings"])


def test_tables_stand_in_their_place_and_content_controls_are_read() -> None:
    def write(document: Any) -> None:
        document.add_paragraph(BODY[1])
        table = document.add_table(rows=2, cols=2)
        for place, text in enumerate(("Boat", "Fee", "Orla", "14")):
            table.cell(place // 2, place % 2).text = text
        document.add_paragraph(BODY[3])
        inner = raw_paragraph(run(BODY[4]))
        control = raw_paragraph("").makeelement(inner.tag[:-1] + "sdt")
        content = control.makeelement(inner.tag[:-1] + "sdtContent")
        content.append(inner)
        control.append(content)
        document.element.body.insert(4, control)

    document = parsed(docx_bytes(write))
    assert lines_of(document) == [BODY[1], "Boat Fee", "Orla 14", BODY[3], BODY[4]]


def test_links_line_breaks_and_notes() -> None:
    def write(document: Any) -> None:
        relation = document.part.relate_to(
            "https://guild.example/",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
            is_external=True,
        )
        field = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            + run(' HYPERLINK "https://fee.example/" ', "instrText")
            + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("fee")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        document.element.body.insert(
            0,
            raw_paragraph(
                run("Says the ")
                + f'<w:hyperlink r:id="{relation}">{run("guild 🛥")}</w:hyperlink>'
                + '<w:r><w:br/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
                + run("of the ")
                + field
                + run(".")
                + "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
            ),
        )

    document = parsed(docx_bytes(write))
    assert lines_of(document) == ["Says the guild 🛥", "of the fee."]
    linked = [(document.text[link.start : link.end], link.url) for link in document.links]
    assert linked == [("guild 🛥", "https://guild.example/"), ("fee", "https://fee.example/")]
    assert [warning.split(";")[0] for warning in document.meta["warnings"]] == [
        "Left out: footnotes (1)",
        "Left out: text boxes (1)",
    ]


def test_properties_fill_what_the_text_leaves_open() -> None:
    def write(document: Any) -> None:
        document.core_properties.title = TITLE
        document.core_properties.author = "Nela Quist"
        document.core_properties.last_modified_by = "Rea Holt"
        document.add_paragraph(TITLE)
        document.add_paragraph(BODY[0])

    document = parsed(docx_bytes(write))
    assert (document.title, document.byline) == (TITLE, "Nela Quist")
    assert lines_of(document) == [TITLE, BODY[0]]


@pytest.mark.parametrize("author", ["python-docx", "Windows User", "Rea Holt", "quist"])
def test_an_author_that_only_saved_the_file_is_no_byline(author: str) -> None:
    def write(document: Any) -> None:
        document.core_properties.title = "Microsoft Word - final.docx"
        document.core_properties.author = author
        document.core_properties.last_modified_by = "Rea Holt"
        document.add_paragraph(BODY[0])

    document = parsed(docx_bytes(write))
    assert (document.title, document.byline) == ("harbour", None)
    assert document.meta["file_author"] == author


def test_old_protected_damaged_and_foreign_files_are_refused() -> None:
    good = docx_bytes(article)
    assert "old format" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert "damaged" in refusal(good[:2000])
    assert "not a Word document" in refusal(b"plain text")
    assert "damaged" in refusal(with_part(good, DOCX_BODY, b"<w:broken"))
    assert recognise(Path("a.doc"), b"\xd0\xcf\x11\xe0") > 0
    assert recognise(Path("a.zip"), good[:8192]) == 0


def test_damage_in_a_part_without_text_is_told() -> None:
    good = docx_bytes(article)
    with zipfile.ZipFile(io.BytesIO(good)) as package:
        place = package.getinfo("docProps/thumbnail.jpeg").header_offset + 200
    for bits in (0xFF, 0x01):
        data = good[:place] + bytes([good[place] ^ bits]) + good[place + 1 :]
        assert "damaged" in refusal(data)


def test_bombs_and_entities_are_refused() -> None:
    good = docx_bytes(article)
    bomb = with_part(good, DOCX_BODY, b"<a>" + b" " * 20_000_000 + b"</a>")
    assert len(bomb) < 100_000
    assert "packed so tightly" in refusal(bomb)
    entity = b'<!DOCTYPE a [<!ENTITY b "lol">]><a>&b;</a>'
    assert "entities" in refusal(with_part(good, DOCX_BODY, entity))
    wide = '<?xml version="1.0" encoding="UTF-16"?>'.encode("utf-16") + entity.decode().encode("utf-16-le")
    assert "entities" in refusal(with_part(good, DOCX_BODY, wide))
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as package:
        for number in range(10_001):
            package.writestr(str(number), b"")
    assert "10,000 parts" in refusal(many.getvalue())


def test_deep_nesting_is_refused_or_read_but_never_fails() -> None:
    good = docx_bytes(article)
    with zipfile.ZipFile(io.BytesIO(good)) as package:
        body = package.read(DOCX_BODY)
    for depth in (200, 1500, 60_000):
        start = body.rindex(b"<w:sectPr")
        deep = b"<w:ins>" * depth + b"<w:p><w:r><w:t>deep</w:t></w:r></w:p>" + b"</w:ins>" * depth
        data = with_part(good, DOCX_BODY, body[:start] + deep + body[start:])
        if depth == 200:
            assert "deep" in parsed(data).text
        else:
            assert outcome(data).endswith(("deep", "."))
