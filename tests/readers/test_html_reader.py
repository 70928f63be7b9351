from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.errors import UnreadableArticle
from annotator.readers import read_file
from annotator.readers.html import read, recognise
from annotator.records import Document
from tests.readers.invented import ADDRESS, BODY, STANDFIRST, TITLE, check, lines_of

DATA = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Other"},
        {
            "@type": ["NewsArticle"],
            "headline": TITLE,
            "author": [{"@type": "Person", "name": "Nela Quist"}, {"name": "By Tom Bex"}],
            "datePublished": "2025-11-24T23:30:00+03:00",
            "publisher": {"name": "Ferry Post"},
            "description": STANDFIRST,
            "inLanguage": "en-GB",
        },
    ],
}
MARKED = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)


def page(article: str, head: str = "", charset: str = "utf-8") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="{charset}"><title>{TITLE} | Ferry Post</title>{head}'
        f'<link rel="canonical" href="{ADDRESS}"></head><body><nav><a href="/">Home</a><a href="/n">News</a></nav>'
        f"<main><article><h1>{TITLE}</h1>{article}</article></main><script>document.write('run')</script>"
        '<aside><a href="/o">Other reports of the harbour</a></aside><footer>All rights reserved.</footer>'
        "</body></html>"
    )


def parsed(text: str, name: str = "page.html") -> Document:
    (document,) = read(Path(name), text.encode())
    check(document)
    return document


def test_body_and_metadata_of_a_page() -> None:
    head = f'<script type="application/ld+json">{json.dumps(DATA)}</script>'
    document = parsed(page(f'<p class="standfirst">{STANDFIRST}</p><div>{MARKED}</div>', head))
    assert (document.title, document.byline) == (TITLE, "Nela Quist, Tom Bex")
    assert (document.published, document.source) == ("2025-11-24", "Ferry Post")
    assert (document.url, document.language) == (ADDRESS, "en")
    assert document.meta["published_at"] == "2025-11-24T23:30:00+03:00"
    assert lines_of(document) == [TITLE, STANDFIRST, *BODY]
    assert document.blocks[1].kind == "standfirst"


def test_meta_tags_where_there_is_no_json() -> None:
    head = (
        '<meta property="og:site_name" content="Ferry Post"><meta name="author" content="By Nela Quist">'
        '<meta property="article:published_time" content="2025-11-24T10:00:00Z">'
        '<script type="application/ld+json">{"@type": "NewsArticle", broken</script>'
    )
    document = parsed(page(MARKED, head))
    assert (document.byline, document.published) == ("Nela Quist", "2025-11-24")
    assert (document.title, document.source) == (TITLE, "Ferry Post")


def test_a_description_that_the_page_does_not_show_stays_metadata() -> None:
    document = parsed(page(MARKED, '<meta name="description" content="Something about boats and their fees.">'))
    assert lines_of(document, "standfirst") == []
    assert "Something" not in document.text
    assert document.meta["description"].startswith("Something")


def test_headings_quotations_items_and_links() -> None:
    inner = (
        f'<p>{BODY[0]}</p><h2>What comes next</h2><p>See <a href="https://guild.example/s">the  study</a> now, or'
        f" wait for the harbour office to speak about the fees.</p><blockquote><p>{BODY[1]}</p></blockquote>"
        f"<ul><li>{BODY[3]}</li><li>{BODY[4]}</li></ul><p>{BODY[5]}</p><p>{BODY[2]}</p>"
    )
    document = parsed(page(inner))
    kinds = {document.text[block.start : block.end]: block.kind for block in document.blocks}
    assert kinds["What comes next"] == "heading"
    assert kinds[BODY[1]] == "quote"
    assert kinds[BODY[3]] == kinds[BODY[4]] == "item"
    assert [(document.text[link.start : link.end], link.url) for link in document.links] == [
        ("the study", "https://guild.example/s")
    ]


def test_scripts_and_navigation_are_no_text() -> None:
    text = parsed(page(MARKED)).text
    assert not any(words in text for words in ("run", "Home", "Other reports", "rights reserved"))


def test_the_encoding_that_the_page_declares(tmp_path: Path) -> None:
    russian = "<p>" + "Гильдия паромщиков заявила, что лодки останутся в гавани до весны. " * 5 + "</p>"
    path = tmp_path / "old.htm"
    path.write_bytes(page(russian, charset="windows-1251").encode("windows-1251", "xmlcharrefreplace"))
    (document,) = read_file(path)
    assert "Гильдия паромщиков" in document.text
    assert document.meta["encoding"] == "windows-1251"


@pytest.mark.parametrize(
    "text", ["<html></html>", "<html><body><nav><a href='/'>Home</a></nav></body></html>", "<!-- nothing -->", "<"]
)
def test_a_page_without_an_article_is_refused(text: str) -> None:
    with pytest.raises(UnreadableArticle, match="No article text"):
        read(Path("page.html"), text.encode())


def test_a_page_is_known_by_its_beginning() -> None:
    assert recognise(Path("page.txt"), b"\xef\xbb\xbf<!-- saved from url=x -->\n<!DOCTYPE html><html>") > 0.9
    assert recognise(Path("page.txt"), b"An article about <html>") == 0


def test_hostile_nesting_is_refused_as_a_page_without_an_article() -> None:
    with pytest.raises(UnreadableArticle, match="No article text"):
        read(Path("page.html"), page("<div>" * 30000 + MARKED).encode())
