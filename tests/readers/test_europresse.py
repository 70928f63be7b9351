"""Downloads of Europresse: many articles in one page, told apart and told right."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import UnreadableArticle
from annotator.readers import read_file, read_parts
from annotator.readers.folders import Refusal
from annotator.records import Document
from tests.readers.made_downloads import BOTH, FERRIES, STUDY, europresse_page


def _found(tmp_path: Path, page: str, name: str = "Export.HTML") -> list[Document | Refusal]:
    path = tmp_path / name
    path.write_text(page, encoding="utf-8")
    return list(read_parts(path))


def _page(header: str, section: str) -> str:
    return f"<html><body><article><header>{header}</header><section>{section}</section></article></body></html>"


@pytest.mark.parametrize("name", ["Export.HTML", "export.txt"])
def test_every_article_with_its_fields(tmp_path: Path, name: str) -> None:
    found = _found(tmp_path, europresse_page(BOTH), name)
    for number, (document, told) in enumerate(zip(found, BOTH, strict=True), 1):
        assert isinstance(document, Document)
        assert document.text.split("\n") == [told.title, "What the guild says", *told.body]
        assert [block.kind for block in document.blocks[:2]] == ["title", "standfirst"]
        assert (document.title, document.byline, document.source) == (told.title, told.author, told.outlet)
        assert document.language == "en"
        assert document.url == f"https://post.example/{number}"
        assert document.meta["accession"] == f"news·20251124·PB·{number}"
        assert (document.meta["section"], document.meta["issue"]) == ("Harbour", "no. 4301")
        assert any("rights reserved" in line for line in document.meta["left_out"])
    assert [each.published for each in found if isinstance(each, Document)] == ["2025-11-24", "2025-11-25"]


def test_the_look_of_older_downloads(tmp_path: Path) -> None:
    header = (
        '<div><span class="DocPublicationName">La Poste du Bac (site web)</span></div>'
        '<div><span class="DocHeader">Ville, lundi 24 novembre 2025 512 mots, p. 93_T_17</span></div>'
        '<div class="titreArticle">Les bacs à quai</div><b><p>Ce que dit la guilde</p></b>'
        '<div class="docAuthors">Par Nela Quist</div>'
    )
    body = '<div class="DocText clearfix">Les bacs sont restés à quai.<br><br>« Nos bateaux sont petits. »</div>'
    (document,) = _found(tmp_path, _page(header, body))
    assert isinstance(document, Document)
    assert (document.published, document.byline, document.meta["section"]) == ("2025-11-24", "Nela Quist", "Ville")
    assert document.source == "La Poste du Bac (site web)"
    assert "Les bacs sont restés à quai.\n« Nos bateaux sont petits. »" in document.text
    assert "512" not in document.text


def test_the_number_of_the_document_tells_the_day_where_nothing_else_does(tmp_path: Path) -> None:
    page = europresse_page((FERRIES,)).replace("Monday, November 24, 2025", "no day").replace("20251124", "20240229")
    (document,) = _found(tmp_path, page)
    assert isinstance(document, Document)
    assert document.published == "2024-02-29"


def test_an_article_without_text_is_told_and_the_others_stay(tmp_path: Path) -> None:
    empty = '<article><span class="DocPublicationName">Orvand Daily</span><div class="titreArticle">Fog</div></article>'
    first, second, refusal = _found(tmp_path, europresse_page(BOTH).replace("</body>", f"{empty}</body>"))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert isinstance(refusal, Refusal)
    assert "Article 3" in refusal.reason


def test_a_page_about_the_service_is_a_page_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        "<html><head><title>Europresse opens</title></head><body><article><h1>Europresse opens</h1><p>The library of"
        f" Orvand has opened an archive. {' '.join(STUDY.body)}</p></article></body></html>",
        encoding="utf-8",
    )
    (document,) = read_file(path)
    assert document.title == "Europresse opens"


def test_a_download_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableArticle, match="no article"):
        _found(tmp_path, '<html><body><p class="DocPublicationName"></p></body></html>')


def test_scripts_and_styles_may_fill_the_head_of_a_download(tmp_path: Path) -> None:
    style = f"<style>{'.quay {width: 1px} ' * 5_000}</style></head>"
    found = _found(tmp_path, europresse_page(BOTH).replace("</head>", style))
    assert [each.title for each in found if isinstance(each, Document)] == [told.title for told in BOTH]
    assert {each.meta["reader"] for each in found if isinstance(each, Document)} == {"europresse"}
