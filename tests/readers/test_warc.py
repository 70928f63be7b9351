from __future__ import annotations

import gzip
import socket
import uuid
from pathlib import Path

import pytest

from annotator.errors import UnreadableArticle
from annotator.readers import read_file, read_parts
from annotator.readers.folders import Refusal
from annotator.readers.warc import read, recognise
from annotator.records import Document
from tests.readers.invented import ADDRESS, BODY, TITLE, check, lines_of

MARKED = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
BODY_HTML = f"<article><h1>{TITLE}</h1>{MARKED}</article>"
PAGE = f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body>{BODY_HTML}</body></html>"


def record(kind: str, address: str, content: bytes, content_type: str) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{uuid.uuid4()}>\r\n"
        f"WARC-Target-URI: {address}\r\nWARC-Date: 2025-12-01T08:00:00Z\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def warc(*pages: tuple[str, str, bytes, dict[str, str]], packed: bool = True) -> bytes:
    """A web archive of (address, status, body, headers)."""
    records = [record("warcinfo", "urn:a", b"software: test\r\n", "application/warc-fields")]
    for address, status, body, headers in pages:
        fields = {"Content-Type": "text/html; charset=utf-8"} | headers
        kind = fields.pop("WARC-Type", "response")
        http = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        content = f"HTTP/1.1 {status} OK\r\n{http}\r\n".encode() + body
        records.append(record(kind, address, content, "application/http; msgtype=response"))
    return b"".join(gzip.compress(each) if packed else each for each in records)


def page(
    address: str = ADDRESS, body: str = PAGE, status: str = "200", **headers: str
) -> tuple[str, str, bytes, dict[str, str]]:
    return address, status, body.encode(), {name.replace("_", "-"): value for name, value in headers.items()}


def documents(data: bytes) -> list[Document]:
    found = [each for each in read(Path("a.warc"), data) if isinstance(each, Document)]
    for document in found:
        check(document)
    return found


@pytest.mark.parametrize("packed", [True, False])
def test_pages_are_articles_with_the_address_and_time_of_their_record(tmp_path: Path, packed: bool) -> None:
    name = "a.warc.gz" if packed else "a.warc"
    (tmp_path / name).write_bytes(warc(page(), packed=packed))
    (document,) = read_file(tmp_path / name)
    assert lines_of(document) == [TITLE, *BODY]
    assert (document.url, document.source, document.published) == (ADDRESS, "ferrypost.example", None)
    assert (document.meta["reader"], document.meta["captured"]) == ("warc", "2025-12-01T08:00:00Z")


def test_other_records_are_passed_over() -> None:
    data = warc(
        page(status="404"),
        page(status="301"),
        page("https://ferrypost.example/a.png", "no page", Content_Type="image/png"),
        page(WARC_Type="revisit"),
        page(),
        page("https://ferrypost.example/again"),
        page(WARC_Type="request"),
    )
    assert [document.url for document in documents(data)] == [ADDRESS]


def test_the_canonical_address_is_kept_beside_that_of_the_record() -> None:
    marked = PAGE.replace("<title>", '<link rel="canonical" href="https://ferrypost.example/c"><title>')
    (document,) = documents(warc(page(body=marked)))
    assert (document.url, document.meta["canonical"]) == (ADDRESS, "https://ferrypost.example/c")


def test_content_codings_and_the_charset_of_the_server() -> None:
    russian = PAGE.replace(BODY[1], "Гильдия паромщиков встретилась с министром на ярмарке.")
    coded = gzip.compress(russian.encode("windows-1251", "xmlcharrefreplace"))
    headers = {"Content-Type": "text/html; charset=windows-1251", "Content-Encoding": "gzip"}
    (document,) = documents(warc((ADDRESS, "200", coded, headers)))
    assert "Гильдия паромщиков" in document.text


def test_pages_without_an_article_are_told_together(tmp_path: Path) -> None:
    menus = [page(f"https://ferrypost.example/{n}", f"<html><a href='/'>Menu {n}</a></html>") for n in range(3)]
    (tmp_path / "a.warc.gz").write_bytes(warc(menus[0], page(), *menus[1:]))
    found = list(read_parts(tmp_path / "a.warc.gz"))
    assert [type(each) for each in found] == [Document, Refusal]
    assert isinstance(found[1], Refusal)
    assert "3 pages were left out (https://ferrypost.example/0, " in found[1].reason


def test_a_truncated_archive_gives_what_came_before(tmp_path: Path) -> None:
    other = page("https://ferrypost.example/b", PAGE.replace(BODY[1], "Another sentence stands here."))
    (tmp_path / "a.warc.gz").write_bytes(warc(page(), other)[:-30])
    found = list(read_parts(tmp_path / "a.warc.gz"))
    assert isinstance(found[0], Document)
    assert isinstance(found[-1], Refusal)
    assert "damaged" in found[-1].reason


@pytest.mark.parametrize(
    "data",
    [
        b"no archive",
        b"WARC/1.0\r\n\r\n",
        gzip.compress(b"no archive", mtime=0),
        b"\x1f\x8b\x08broken",
        warc(page(status="404")),
    ],
)
def test_a_file_without_pages_is_refused(data: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnreadableArticle, match=r"^a\.warc: Th.*\.$"):
        documents(data)
    assert capsys.readouterr().err == ""


def test_what_expands_beyond_measure_is_refused() -> None:
    bomb = warc(page(body="<p>" + "0" * 30_000_000))
    with pytest.raises(UnreadableArticle, match="expands"):
        documents(bomb)


def test_a_page_that_the_server_packed_beyond_measure_is_refused() -> None:
    coded = gzip.compress(b"0" * 60_000_000)
    data = warc((ADDRESS, "200", coded, {"Content-Encoding": "gzip"}), packed=False)
    (refusal,) = read(Path("a.warc"), data)
    assert isinstance(refusal, Refusal)
    assert "too large" in refusal.reason


def test_the_network_is_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise AssertionError("asked the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert documents(warc(page(body=PAGE.replace("<h1>", '<img src="https://ferrypost.example/p.png"><h1>'))))


def test_a_web_archive_is_known_by_its_name_or_first_line() -> None:
    assert recognise(Path("a.warc.gz"), b"") > recognise(Path("a.gz"), b"") == 0
    assert recognise(Path("data"), b"WARC/1.0\r\n") > 0.9


def test_a_file_that_is_no_web_archive_is_told_from_its_beginning(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"A line about boats and fees.\n" * 1000)
    with pytest.raises(UnreadableArticle, match="no web archive"):
        read_file(tmp_path / "a.warc")
