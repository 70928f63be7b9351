from __future__ import annotations

import socket
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from annotator.errors import UnreadableArticle
from annotator.readers import read_file, read_parts
from annotator.readers.feed import read, recognise
from annotator.readers.folders import Refusal
from annotator.records import Document
from tests.readers.invented import ADDRESS, BODY, TITLE, check, lines_of

MARKED = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
ITEM = f"""<item><title>{escape(TITLE)}</title><link>{ADDRESS}</link><dc:creator>Nela Quist</dc:creator>
<pubDate>Mon, 24 Nov 2025 23:30:00 -0700</pubDate><guid isPermaLink="false">ferry-50</guid><category>Harbour</category>
<description>{{summary}}</description>{{content}}</item>"""


def rss(*items: str, before: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{before}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Ferry Post &amp; Pilot</title>'
        f"<language>en-gb</language>{''.join(items)}</channel></rss>"
    ).encode()


def item(summary: str = "In short.", content: str = MARKED) -> str:
    encoded = f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else ""
    return ITEM.format(summary=escape(summary), content=encoded)


def documents(data: bytes) -> list[Document]:
    found = [each for each in read(Path("feed.rss"), data) if isinstance(each, Document)]
    for document in found:
        check(document)
    return found


def test_the_content_of_an_entry_is_the_article(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(rss(item()))
    (document,) = read_file(tmp_path / "feed.xml")
    assert lines_of(document) == [TITLE, *BODY]
    assert (document.title, document.byline, document.url) == (TITLE, "Nela Quist", ADDRESS)
    assert (document.source, document.language) == ("Ferry Post & Pilot", "en")
    # In UTC this is the 25th.
    assert (document.published, document.meta["published_at"]) == ("2025-11-24", "2025-11-24T23:30:00-07:00")
    assert (document.meta["external_id"], document.meta["section"]) == ("ferry-50", "Harbour")
    assert document.meta["description"] == "In short."
    assert "teaser" not in document.meta


def test_a_summary_alone_is_marked_as_a_teaser() -> None:
    (document,) = documents(rss(item(summary=f"<p>{BODY[0]}</p>", content="")))
    assert lines_of(document) == [TITLE, BODY[0]]
    assert document.meta["teaser"] is True


def test_an_atom_feed_with_text_and_xhtml() -> None:
    feed = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://ferrypost.example/"><title>Ferry Post</title>
    <entry><title type="html">&lt;b&gt;Boats&lt;/b&gt; &amp;amp; fees</title><link href="/a1"/><id>urn:1</id>
    <author><name>Nela Quist</name></author><author><name>Tom Bex</name></author>
    <published>2025-11-24T23:30:00+03:00</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
    <p>{BODY[1]}</p><p>{BODY[3]}</p></div></content></entry>
    <entry><title>Second</title><content type="text">{BODY[1]}\n\n{BODY[3]}</content></entry></feed>"""
    first, second = documents(feed.encode())
    assert first.title == "Boats & fees"
    assert first.byline == "Nela Quist, Tom Bex"
    assert first.url == "https://ferrypost.example/a1"
    assert first.meta["published_at"] == "2025-11-24T23:30:00+03:00"
    assert lines_of(first)[1:] == lines_of(second)[1:] == [BODY[1], BODY[3]]


def test_entries_without_text_are_refusals(tmp_path: Path) -> None:
    (tmp_path / "feed.rss").write_bytes(rss(item(), item(summary="", content="")))
    found = list(read_parts(tmp_path / "feed.rss"))
    assert [type(each) for each in found] == [Document, Refusal]
    assert isinstance(found[1], Refusal)
    assert "Entry 2" in found[1].reason


def test_a_broken_feed_is_read_with_a_warning_or_refused() -> None:
    (document,) = documents(rss(item()).replace(b"</channel></rss>", b"<br></chan"))
    assert "well-formed" in document.meta["warnings"][0]
    for data in (b"<rss><channel><item", b"<rss></rss>", b"<feed>", b"no feed"):
        with pytest.raises(UnreadableArticle, match=r"^feed\.rss: The feed .*\.$"):
            documents(data)


def test_the_network_is_never_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise AssertionError("asked the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "secret").write_text("a secret", encoding="utf-8")
    with pytest.raises(UnreadableArticle, match="feed"):
        documents(b"https://ferrypost.example/feed")
    with pytest.raises(UnreadableArticle, match="feed"):
        documents(b"secret")
    outside = '<!DOCTYPE rss [<!ENTITY x SYSTEM "secret"><!ENTITY y SYSTEM "https://ferrypost.example/">]>'
    found = documents(rss(item(content="<p>Here: &x; &y; and no more.</p>"), before=outside))
    assert "a secret" not in found[0].text


def test_entities_that_multiply_do_not_fill_the_memory() -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    bomb = rss(f"<item><title>&e9;</title><description>&e9;{BODY[0]}</description></item>").replace(
        b"<rss", f'<!DOCTYPE rss [<!ENTITY e0 "lol">{entities}]><rss'.encode()
    )
    found = list(read(Path("feed.rss"), bomb))
    assert sum(len(each.text) for each in found if isinstance(each, Document)) < 10_000


def test_scripts_in_an_entry_are_no_text() -> None:
    (document,) = documents(rss(item(content=f"<script>run()</script><p>{BODY[0]}</p><style>p{{}}</style>")))
    assert lines_of(document) == [TITLE, BODY[0]]


def test_a_feed_is_known_by_its_first_element() -> None:
    assert recognise(Path("a.xml"), rss()[:200]) > 0.9
    assert recognise(Path("a.xml"), b'<!-- <rss> --><?xml version="1.0"?><xmi:XMI>') == 0
    assert recognise(Path("a.txt"), rss().decode().encode("utf-16")) > 0.9
    assert recognise(Path("a.md"), rss()) == 0


def test_elements_without_end_are_read_or_refused_in_a_sentence() -> None:
    many = b"<rss><channel>" + b"<item>" * 100_000
    with pytest.raises(UnreadableArticle, match="20,000 entries"):
        list(read(Path("feed.rss"), many))
    with pytest.raises(UnreadableArticle, match="too large to be mended"):
        list(read(Path("feed.rss"), b"<feed>" + b"<a " * 1_000_000))
    deep = "<script>run()</script>" + "<div>" * 3000 + BODY[0] + "</div>" * 3000
    (document,) = documents(rss(item(content=deep)))
    assert document.text.endswith(BODY[0])
