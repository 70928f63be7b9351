"""Reports to read: what they show, that nothing in them runs, and that any set makes one."""

from __future__ import annotations

import re
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from msgspec import structs

from annotator.errors import FileError
from annotator.formats import no_progress, report_pdf
from annotator.formats.report import LOSES, Report
from annotator.formats.report_html import write as write_html
from annotator.formats.report_pdf import write as write_pdf
from annotator.records import ArticleRecord, Record, SetRecord
from tests.formats.golden import TEXT, golden_set
from tests.strategies import annotation_sets

slowly = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
VOID = {"meta", "link", "br"}


class Page(HTMLParser):
    """Reads a page: its text, its elements, and whether they close."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "title"):
            self.words.append(data)


def page_of(path: Path) -> Page:
    page = Page()
    page.feed(path.read_text("utf-8"))
    page.close()
    assert page.open == []
    return page


def report_of(records: list[Record]) -> Report:
    made = Report()
    made.take_all(records, no_progress)
    return made


def test_lines_are_cut_where_tags_begin_and_end() -> None:
    section, other = report_of(golden_set()).sections()
    lines = ["".join(run.text for run in line.runs) for line in section.lines]
    assert lines == TEXT.split("\n")
    assert [line.right_to_left for line in section.lines] == [False, False, True]
    runs = {run.text: run for run in section.lines[1].runs}
    assert runs["Mira Okafor"].mention
    assert runs["said"].cue
    assert runs["port loses two ships 😀"].claim
    assert runs["or three"].numbers == (1,)
    assert section.lines[2].runs[1].passage
    assert [line.kind for line in other.lines] == ["title", "paragraph"]


def test_tags_are_listed_with_all_that_is_said() -> None:
    section = next(report_of(golden_set()).sections())
    claim, bare, passage = section.entries
    assert claim.words == "the port loses two ships 😀 a month … or three"
    assert claim.speakers == ("Mira Okafor", "reported by somebody mentioned")
    assert [(each.path, each.stance) for each in claim.topics] == [("Ports / Fees", "supports"), ("Ports", "")]
    assert claim.about == ("direct", "certainty high", "tagged by Ana")
    assert claim.proposition == "The port loses two ships a month"
    assert (bare.number, passage.kind) == (2, "passage")


def test_a_page_shows_it_and_loads_nothing(tmp_path: Path) -> None:
    written = write_html(golden_set(), tmp_path / "a.html")
    assert write_html(golden_set(), tmp_path / "b.html").sha256 == written.sha256
    page = page_of(tmp_path / "a.html")
    words = "".join(page.words)
    assert all(line in re.sub(r"\d+(?=[”.])", "", words) or "“" in line for line in TEXT.split("\n"))
    assert "Ports / Fees" in words
    assert "tagged by Ana" in words
    names = {name for name, _ in page.elements}
    assert not names & {"script", "img", "iframe", "link", "object", "form"}
    policy = next(attrs for name, attrs in page.elements if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    assert (written.counts["claim"], written.loses["claim"], written.loses["topic"]) == (2, 1, 1)


def hostile() -> list[Record]:
    """The golden set with markup wherever a text can stand."""
    wild = '<script>alert(1)</script>"><img src=x onerror=y> #panic() \\ $x$ `raw` *b* @x'
    made: list[Any] = golden_set()
    for number, each in enumerate(made):
        changes = {key: wild for key in ("name", "note", "title", "project", "byline") if hasattr(each, key)}
        if isinstance(each, ArticleRecord):
            changes |= {"url": "javascript:alert(1)", "language": '"><b>'}
        if hasattr(each, "colour"):
            changes["colour"] = "red;background:url(http://example.org)"
        made[number] = structs.replace(each, **changes)
    return made


def test_markup_in_texts_is_text(tmp_path: Path) -> None:
    write_html(hostile(), tmp_path / "a.html")
    page = page_of(tmp_path / "a.html")
    assert not {name for name, _ in page.elements} & {"script", "img", "b"}
    links = [attrs.get("href") for name, attrs in page.elements if name == "a"]
    assert all(link and link.startswith("#") for link in links)
    assert "url(" not in "".join(str(attrs.get("style")) for _, attrs in page.elements)
    write_pdf(hostile(), tmp_path / "a.pdf")
    assert "<script>alert(1)</script>" in words_in(tmp_path / "a.pdf")


def words_in(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_a_pdf_shows_it(tmp_path: Path) -> None:
    written = write_pdf(golden_set(), tmp_path / "a.pdf")
    assert write_pdf(golden_set(), tmp_path / "b.pdf").sha256 == written.sha256
    words = " ".join(words_in(tmp_path / "a.pdf").split())
    assert "Mira Okafor said “the port loses two ships" in words
    assert "Ports / Fees" in words
    assert "الميناء مفتوح" in words
    assert b"/FontFile" in (tmp_path / "a.pdf").read_bytes()


@slowly
@given(annotation_sets())
def test_any_set_makes_a_report(made: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        written = write_html(made, Path(folder) / "a.html")
        page_of(Path(folder) / "a.html")
        write_pdf(made, Path(folder) / "a.pdf")
        assert len(words_in(Path(folder) / "a.pdf")) > 0
    assert set(written.loses) <= set(LOSES)
    found = report_of(made)
    texts = ["\n".join("".join(run.text for run in line.runs) for line in each.lines) for each in found.sections()]
    assert texts == ["\n".join(filter(None, each.text.split("\n"))) for each in made if isinstance(each, ArticleRecord)]


def test_an_empty_set_makes_an_empty_report(tmp_path: Path) -> None:
    alone: list[Record] = [each for each in golden_set() if isinstance(each, SetRecord)]
    write_html(alone, tmp_path / "a.html")
    write_pdf(alone, tmp_path / "a.pdf")
    assert "Harbour dispute" in words_in(tmp_path / "a.pdf")


def test_what_is_too_long_for_a_pdf_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_pdf, "MOST_CHARACTERS", 50)
    with pytest.raises(FileError, match="too long for one PDF"):
        write_pdf(golden_set(), tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []


def test_without_typst_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(FileError, match=r"install it with: pip install 'annotator\[pdf\]'"):
        write_pdf(golden_set(), tmp_path / "a.pdf")
