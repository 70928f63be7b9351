from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import UnreadableArticle
from annotator.readers import read_file
from annotator.readers.factiva import read, recognise
from annotator.readers.factiva_codes import code_of
from annotator.records import Document
from tests.readers.invented import check, lines_of
from tests.readers.made_downloads import BOTH, FERRIES, factiva_fields, factiva_number, factiva_page
from tests.readers.made_office import rtf_bytes, rtf_text


def check_both(documents: list[Document]) -> None:
    assert [document.title for document in documents] == [each.title for each in BOTH]
    for document, told in zip(documents, BOTH, strict=True):
        check(document)
        assert document.text == "\n".join((told.title, *told.body))
        assert (document.source, document.byline, document.language) == (told.outlet, told.author, "en")
        assert document.published == ("2025-11-24" if told is FERRIES else "2025-11-25")
        assert document.meta["reader"] == "factiva"
        assert document.meta["accession"] == factiva_number(told)
        assert document.meta["factiva"]["WC"] == "312 words"


def coded_paragraphs(separator: str) -> list[str]:
    paragraphs = []
    for told in BOTH:
        for code, (first, *rest) in factiva_fields(told):
            if code == "AN":
                paragraphs.append(rtf_text(first))
            else:
                paragraphs.append(f"{{\\b {code}}}{separator}{rtf_text(first)}")
            paragraphs += map(rtf_text, rest)
    return paragraphs


def test_a_page_with_codes(tmp_path: Path) -> None:
    (tmp_path / "Factiva.html").write_text(factiva_page(BOTH), encoding="utf-8")
    documents = read_file(tmp_path / "Factiva.html")
    check_both(documents)
    assert all("warnings" not in document.meta for document in documents)


def test_a_page_without_codes_warns(tmp_path: Path) -> None:
    (tmp_path / "Factiva.html").write_text(factiva_page(BOTH, coded=False), encoding="utf-8")
    documents = read_file(tmp_path / "Factiva.html")
    check_both(documents)
    assert all("no indexing" in document.meta["warnings"][0] for document in documents)


@pytest.mark.parametrize("separator", [" ", "\\tab ", "\\cell "])
def test_rich_text_with_codes(tmp_path: Path, separator: str) -> None:
    (tmp_path / "Factiva.rtf").write_bytes(rtf_bytes(*coded_paragraphs(separator)))
    check_both(read_file(tmp_path / "Factiva.rtf"))


def test_rich_text_without_codes_warns(tmp_path: Path) -> None:
    paragraphs = []
    for told in BOTH:
        fields = dict(factiva_fields(told))
        paragraphs += [told.title, f"By {told.author}"]
        paragraphs += [fields[code][0] for code in ("WC", "PD", "ET", "SN", "SC", "LA", "CY")]
        paragraphs += [*told.body, f"Document {factiva_number(told)}"]
    (tmp_path / "Factiva.rtf").write_bytes(rtf_bytes(*map(rtf_text, paragraphs)))
    documents = read_file(tmp_path / "Factiva.rtf")
    check_both(documents)
    assert all("no indexing" in document.meta["warnings"][0] for document in documents)


def test_links_and_line_breaks_in_paragraphs() -> None:
    page = (
        '<div class="article deArticle"><div id="hd">Gebühren</div><p class="articleParagraph">Sagt die\n'
        '<a href="https://guild.example/">Gilde <b>von</b></a> Tessaly.<br>Und\u00a0geht.</p></div>'
    )
    (document,) = read(Path("a.html"), page.encode())
    check(document)
    assert lines_of(document) == ["Gebühren", "Sagt die Gilde von Tessaly.", "Und\u00a0geht."]
    (link,) = document.links
    assert document.text[link.start : link.end] == "Gilde von"
    assert document.language == "de"


def test_looks_of_fields() -> None:
    assert code_of("1.012 Wörter", frozenset()) == "WC"
    assert code_of("5 March 2024", frozenset()) == "PD"
    assert code_of("10:11", frozenset()) == "ET"
    assert code_of("FERRY", frozenset({"PD", "SN"})) == "SC"
    assert code_of("IN the harbour nobody had heard of it.", frozenset({"PD", "SN", "WC", "BY"})) is None


def test_hostile_and_empty_pages_are_refused() -> None:
    deep = "<div class='article enArticle'>" * 30_000 + "<p class='articleParagraph'>"
    for page in ("", "<!-- articleParagraph -->", deep, "<title>Factiva</title>" + "<div>" * 30_000):
        with pytest.raises(UnreadableArticle) as caught:
            read(Path("a.html"), page.encode())
        assert caught.value.reason.endswith(".")
    assert recognise(Path("a.html"), b"<html><body><p>No download</p>") == 0
    assert recognise(Path("a.html"), factiva_page(BOTH).encode()) > 0.95


_OLD = """<html><head><title>Factiva</title></head><body><div id="contentLeft"><div id="lastArticle" class="article"><p>
<div id="hd"><b>Ferries stay moored.</b></div><div>By NELA QUIST.</div><div>310 words</div><div>24 November 2025</div>
<span class="colorLinks">The Ferry Post</span><div>FERPO</div><div>43</div><div>English</div>
<div>(c) 2025 Ferry Post</div></p>
<p>The boats of Tessaly stayed moored on Monday.</p><p>The fee is not small.</p><p>(c) Ferry Post, 2025.</p>
<p>Document ferpo00020251124dvct013l5</p></div></div></body></html>"""


def test_pages_of_before_2010(tmp_path: Path) -> None:
    path = tmp_path / "old.html"
    path.write_text(_OLD, encoding="utf-8")
    (document,) = read_file(path)
    assert document.text == (
        "Ferries stay moored.\nThe boats of Tessaly stayed moored on Monday.\nThe fee is not small."
    )
    assert (document.byline, document.published) == ("NELA QUIST.", "2025-11-24")
    assert (document.source, document.language) == ("The Ferry Post", "en")
    assert document.meta["accession"] == "ferpo00020251124dvct013l5"
    assert document.meta["left_out"] == ["(c) Ferry Post, 2025."]


@pytest.mark.parametrize("coded", [True, False])
def test_scripts_and_styles_may_fill_the_head_of_a_page(tmp_path: Path, coded: bool) -> None:
    path = tmp_path / "page.html"
    head = f"<head><script>{'var quay = 1;' * 2_000}</script>"
    path.write_text(factiva_page(BOTH, coded=coded).replace("<head>", head), encoding="utf-8")
    found = read_file(path)
    assert [each.title for each in found] == [told.title for told in BOTH]
    assert {each.meta["reader"] for each in found} == {"factiva"}


@pytest.mark.parametrize(
    ("counted", "language", "ends"),
    [("words", "English", "Document"), ("字", "英文", "文件"), ("Wörter", "Englisch", "Dokument")],
)
@pytest.mark.parametrize("contents", [[], ["Factiva RTF Display Format"], ["Factiva RTF Display Format", "list"]])
def test_rich_text_with_the_list_of_titles_above(
    tmp_path: Path, counted: str, language: str, ends: str, contents: list[str]
) -> None:
    lines = [each for each in contents if each != "list"]
    lines += [f"{told.title} {number}" for number, told in enumerate(BOTH, 1)] if "list" in contents else []
    for told in BOTH:
        lines += [
            told.title,
            f"By {told.author}",
            f"1,012 {counted}",
            told.date.rsplit(" ", 1)[0],
            told.outlet,
            "FERPO",
        ]
        lines += [language, f"Copyright 2025 {told.outlet}", *told.body, f"{ends} {factiva_number(told)}"]
    path = tmp_path / "files.rtf"
    path.write_bytes(rtf_bytes(*map(rtf_text, lines)))
    for document, told in zip(read_file(path), BOTH, strict=True):
        assert document.text == "\n".join((told.title, *told.body))
        assert (document.source, document.byline, document.language) == (told.outlet, told.author, "en")
        assert document.published == ("2025-11-24" if told is FERRIES else "2025-11-25")
        assert document.meta["accession"] == factiva_number(told)
