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
    "text",
    [
        "<html></html>",
        "<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "<!-- nothing -->",
        "<",
        "<html><body><h1>Boats</h1><ul>"
        + "<li><a href='b.html'>Boats stay moored again</a></li>" * 40
        + "</ul></body>",
        "<html><body><div>" + "<p><a href='/a'>Boats stay moored again</a></p>" * 40 + "</div></body>",
    ],
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


SAID = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)


@pytest.mark.parametrize(
    ("shown", "byline"),
    [
        (
            '<p class="byline">By <a href="/nq">Nela Quist</a> and <a href="/tb">Tom Bex</a>, Ferry Post</p>',
            "Nela Quist, Tom Bex",
        ),
        (
            '<div class="author vcard">By <span class="fn">Nela Quist</span> <i>Political Correspondent</i></div>',
            "Nela Quist",
        ),
        ('<p class="article__author">Von Nela Quist, Tessaly</p>', "Nela Quist, Tessaly"),
        (
            '<span itemprop="author" itemscope><a itemprop="name">Nela Quist</a></span>, '
            '<span itemprop="author" itemscope><a itemprop="name">Tom Bex</a></span>',
            "Nela Quist, Tom Bex",
        ),
        ('<span class="storyByline">By Nela Quist</span>', "Nela Quist"),
        ('<div class="firma">Nela Quist | <span>Tessaly</span></div>', "Nela Quist"),
        (
            '<div class="author">Par <b>NELA QUIST</b>, <b>TOM BEX</b> Envoyés spéciaux à Tessaly</div>',
            "NELA QUIST, TOM BEX",
        ),
        ('<p class="byline">By<br>Nela Quist<br>24 November 2025</p>', "Nela Quist"),
        ('<a rel="author" href="/nq">Nela Quist</a> <a rel="author" href="/x">@nelaquist</a>', "Nela Quist"),
        ('<p class="byline">Share this with your friends</p>', None),
        ('<div class="comments"><span class="author">Grumpy Reader</span></div>', None),
        ('<nav><a class="author" href="/login">Your Account</a></nav>', None),
    ],
)
def test_the_byline_that_only_the_page_shows(shown: str, byline: str | None) -> None:
    assert parsed(page(f"{shown}{SAID}")).byline == byline


def test_a_tag_that_names_the_outlet_gives_way_to_the_byline_shown() -> None:
    head = '<meta property="og:site_name" content="Ferry Post"><meta name="author" content="ferrypost.example">'
    assert parsed(page(f'<p class="byline">By Nela Quist</p>{SAID}', head)).byline == "Nela Quist"
    assert parsed(page(SAID, head)).byline is None


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ('<meta property="og:site_name" content="Ferry Post | News from the harbour">', "Ferry Post"),
        ('<meta property="og:site_name" content="www.ferrypost.example">', "ferrypost.example"),
        ('<meta name="twitter:site" content="@ferrypostapp">', "ferrypost.example"),
        (
            '<meta property="og:site_name" content="Ferry Post"><script type="application/ld+json">'
            '{"@type": "NewsArticle", "publisher": {"name": "Pagemaker Platform"}}</script>',
            "Ferry Post",
        ),
    ],
)
def test_the_outlet_is_how_the_site_calls_itself(head: str, source: str) -> None:
    assert parsed(page(SAID, head)).source == source


@pytest.mark.parametrize(
    ("shown", "published"),
    [
        (
            '<time itemprop="dateModified" datetime="2025-11-26T10:00:00+01:00">x</time>'
            '<time itemprop="datePublished" datetime="2025-11-24T10:00:00+01:00">x</time>',
            "2025-11-24",
        ),
        ('<span itemprop="datePublished" content="2025-11-24">Monday</span>', "2025-11-24"),
        ('<time class="updated" datetime="2025-11-26">x</time><time datetime="2025-11-24">x</time>', "2025-11-24"),
        ("<p>Boats in the harbour</p>", "2025-11-24"),
    ],
)
def test_the_date_that_the_page_or_its_address_names(shown: str, published: str) -> None:
    assert parsed(page(f"{shown}{SAID}")).published == published


def test_no_date_is_guessed_from_other_articles() -> None:
    text = page(f"{SAID}<ul><li>3 May 2019: Other boats</li></ul>").replace(ADDRESS, "https://ferrypost.example/boats")
    assert parsed(text).published is None


@pytest.mark.parametrize(
    "comment",
    ["<!-- saved from url=(0056){0} -->", "<!--\n Page saved with SingleFile \n url: {0} \n saved date: x\n-->"],
)
def test_the_address_that_a_browser_wrote_when_saving(comment: str) -> None:
    text = page(SAID).replace(f'<link rel="canonical" href="{ADDRESS}">', "")
    document = parsed(text.replace("<html", f"{comment.format(ADDRESS)}<html", 1))
    assert (document.url, document.source) == (ADDRESS, "ferrypost.example")


@pytest.mark.parametrize(
    ("titles", "heading", "title"),
    [
        ("Ferry Post｜Boats to stay in harbour", "Ferry Post", "Boats to stay in harbour"),
        ("Boats to stay in harbour - Ferry Post", "Ferry Post", "Boats to stay in harbour"),
        (
            "Boats stay in the old harbour: guild",
            "Guild: Boats to stay in the old harbour",
            "Guild: Boats to stay in the old harbour",
        ),
        ("Boats to stay &amp;#8216;moored&amp;#8217;", "News", "Boats to stay ‘moored’"),
        (
            "Boats to stay in harbour » Local",
            "<span>Boats to stay in harbour</span><a href='/'>Tessaly</a>",
            "Boats to stay in harbour",
        ),
    ],
)
def test_the_title_that_is_shown_without_the_outlet(titles: str, heading: str, title: str) -> None:
    head = f'<meta property="og:title" content="{titles}"><meta property="og:site_name" content="Ferry Post">'
    text = page(SAID, head).replace(f"<h1>{TITLE}</h1>", f"<h1>{heading}</h1>")
    assert parsed(text.replace(f"<title>{TITLE} | Ferry Post</title>", "")).title == title


def test_the_outlet_at_the_end_of_the_title_where_nothing_else_names_it() -> None:
    head = "<head><title>Boats stay moored at quay.example - How To Ferry - FerryJS</title></head>"
    document = parsed(f"<html>{head}<body><h1>Boats stay moored at quay.example</h1>{SAID}</body></html>")
    assert (document.title, document.source) == ("Boats stay moored at quay.example", "How To Ferry")


def test_text_right_in_a_box_beside_blocks_is_a_paragraph() -> None:
    article = (
        f"<div><div class='tools'><a href='/p'>Print</a></div>{BODY[0]} <b>It</b> goes <a href='/o'>on</a> here."
        f"<p>{BODY[1]}</p>{BODY[4]}<ul><li>Short</li></ul><p>{BODY[5]}</p></div>"
    )
    document = parsed(page(article))
    assert f"{BODY[0]} It goes on here." in lines_of(document)
    assert {BODY[1], BODY[4], BODY[5]} <= set(lines_of(document))


def test_a_lead_in_a_box_of_its_own_is_the_standfirst() -> None:
    document = parsed(page(f'<div class="article__lead">{STANDFIRST}</div><div>{SAID}</div>'))
    assert lines_of(document) == [TITLE, STANDFIRST, *BODY]


def test_a_page_without_any_markup_is_read() -> None:
    document = parsed("\n\n".join(BODY))
    assert all(words in document.text for words in ("sidelines of the Tessaly fair", "budget — and its holes"))
