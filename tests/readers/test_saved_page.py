from __future__ import annotations

from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from annotator.errors import UnreadableArticle
from annotator.readers import read_file
from annotator.readers.saved_page import read
from tests.readers.invented import ADDRESS, BODY, TITLE, check, lines_of
from tests.readers.made_downloads import BOTH, factiva_page

MARKED = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
BODY_HTML = f"<article><h1>{TITLE}</h1>{MARKED}</article>"
PAGE = f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body>{BODY_HTML}</body></html>"


def saved(page: str = PAGE, charset: str = "utf-8") -> bytes:
    made = MIMEMultipart("related", type="text/html")
    made["From"] = "<Saved by Blink>"
    made["Snapshot-Content-Location"] = ADDRESS
    made["Subject"] = TITLE
    made["Date"] = "Mon, 1 Dec 2025 08:00:00 -0000"
    made.attach(MIMEText(page, "html", charset))
    made.attach(MIMEText("<p>A frame that is no part of the article.</p>", "html"))
    made.attach(MIMEText("p { color: red }", "css"))
    return made.as_bytes().replace(b"\n", b"\r\n")


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_the_page_is_read_with_its_address(tmp_path: Path, charset: str) -> None:
    (tmp_path / "page.mhtml").write_bytes(saved(charset=charset))
    (document,) = read_file(tmp_path / "page.mhtml")
    check(document)
    assert lines_of(document) == [TITLE, *BODY]
    assert (document.url, document.source, document.published) == (ADDRESS, "ferrypost.example", None)
    assert (document.meta["reader"], document.meta["saved"]) == ("mhtml", "2025-12-01T08:00:00")


def test_a_saved_download_gives_every_article_and_no_address_of_the_database(tmp_path: Path) -> None:
    (tmp_path / "page.mhtml").write_bytes(saved(factiva_page(BOTH)))
    found = read_file(tmp_path / "page.mhtml")
    assert [each.title for each in found] == [told.title for told in BOTH]
    assert {(each.url, each.meta["saved"]) for each in found} == {(None, "2025-12-01T08:00:00")}


def test_a_file_without_a_page_or_article_is_refused() -> None:
    plain = EmailMessage()
    plain.set_content("no page")
    for data in (
        plain.as_bytes(),
        b"\x00\xff\x01" * 99,
        b"Content-Type: text/html\n\n<p>",
        saved("<a href='/'>Menu</a>"),
    ):
        with pytest.raises(UnreadableArticle, match=r"^page\.mht: .*\.$"):
            read(Path("page.mht"), data)
