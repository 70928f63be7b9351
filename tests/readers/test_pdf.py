from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from annotator.errors import UnreadableArticle
from annotator.readers import read_file
from annotator.readers.pdf import read, recognise
from annotator.readers.pdf_worker import lines_of as worker_lines
from annotator.records import Document
from tests.readers.invented import BODY, TITLE, check, lines_of
from tests.readers.made_pdf import column, pdf_bytes, words

LONG = (
    "The boats of Tessaly stayed moored on Monday, and the guild said that they would stay for as long as the "
    "minister keeps the fee that punishes the smallest of them.",
    "Nobody in the harbour had expected that the quarrel would last so long, because the fee is small and the "
    "boats are many.",
    "The minister asked for a study.",
)


def parsed(data: bytes) -> Document:
    (document,) = read(Path("harbour.pdf"), data)
    check(document)
    return document


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableArticle) as caught:
        read(Path("harbour.pdf"), data)
    assert caught.value.reason.endswith(".")
    return caught.value.reason


def page(*paragraphs: str, top: float = 740, left: float = 50, width: int = 80) -> list[str]:
    """Paragraphs of wrapped lines, parted by half a line."""
    drawn: list[str] = []
    for paragraph in paragraphs:
        lines = textwrap.wrap(paragraph, width, break_on_hyphens=False)
        drawn += column(left, top, lines)
        top -= 14 * len(lines) + 8
    return drawn


def test_an_article_with_title_byline_and_date(tmp_path: Path) -> None:
    drawn = (
        words(50, 780, "Boats to stay in harbour", 20)
        + words(50, 760, "By Nela Quist")
        + words(50, 744, "November 24, 2025")
    )
    data = pdf_bytes([drawn + "".join(page(*BODY, top=700))])
    (tmp_path / "harbour.pdf").write_bytes(data)
    (document,) = read_file(tmp_path / "harbour.pdf")
    check(document)
    assert lines_of(document) == ["Boats to stay in harbour", *BODY]
    assert (document.byline, document.published) == ("Nela Quist", "2025-11-24")
    assert document.meta["reader"] == "pdf"
    assert lines_of(document, "title") == ["Boats to stay in harbour"]


@pytest.mark.parametrize("interleaved", [True, False])
def test_two_columns_are_read_one_after_the_other(interleaved: bool) -> None:
    left = page(*LONG[:2], width=40)
    right = page(LONG[1], LONG[0], LONG[2], left=320, width=40)
    drawn = (
        [piece for pair in zip(left, right, strict=False) for piece in pair] + right[len(left) :]
        if interleaved
        else left + right
    )
    assert len(left) < len(right)
    document = parsed(pdf_bytes([words(50, 790, "A title across the whole width of it all", 22) + "".join(drawn)]))
    assert lines_of(document)[1:] == [*LONG[:2], LONG[1], LONG[0], LONG[2]]


def test_a_paragraph_runs_on_over_columns_and_pages() -> None:
    lines = textwrap.wrap(" ".join(LONG[:2]).replace(". ", ", "), 40)
    half = len(lines) // 2 + 2
    first = column(50, 740, lines[:half]) + column(320, 740, textwrap.wrap(LONG[0], 40))
    second = column(50, 740, lines[half:])
    document = parsed(pdf_bytes(["".join(column(50, 740, lines[:half])), "".join(second)]))
    assert lines_of(document) == [" ".join(LONG[:2]).replace(". ", ", ")]
    assert parsed(pdf_bytes(["".join(first)])).text.endswith(LONG[0])


def test_divided_words_are_mended_and_hyphens_kept() -> None:
    lines = [
        "The well-known harbour was empty on Mon-",
        "day, when the guild met for the well-",
        "known min-",
    ]
    lines += ["ister and the Tessaly-", "Orvand line."]
    document = parsed(pdf_bytes(["".join(column(50, 740, lines))]))
    assert document.text == (
        "The well-known harbour was empty on Monday, when the guild met for the well-known minister and the "
        "Tessaly-Orvand line."
    )


def test_running_heads_feet_and_page_numbers_are_dropped() -> None:
    pages = [
        words(50, 810, f"The Ferry Post, page {number}")
        + "".join(page(f"{part} {LONG[0]}", f"{part} {LONG[1]}"))
        + words(50, 30, "https://www.ferrypost.example/boats")
        + words(290, 18, str(number))
        for number, part in ((1, "First,"), (2, "Second,"), (3, "Third,"))
    ]
    document = parsed(pdf_bytes(pages))
    assert lines_of(document) == [f"{part} {text}" for part in ("First,", "Second,", "Third,") for text in LONG[:2]]
    assert document.url == "https://www.ferrypost.example/boats"
    assert "The Ferry Post, page 2" in document.meta["left_out"]


def test_properties_where_they_are_plausible() -> None:
    info = f"/Title ({TITLE}) /Author (Nela Quist) /CreationDate (D:20251124101500+01'00') /Producer (Orvaset 3)"
    document = parsed(pdf_bytes(["".join(page(*BODY[:2]))], info=info))
    assert (document.title, document.byline, document.published) == (TITLE, "Nela Quist", "2025-11-24")
    assert any("names no date" in warning for warning in document.meta["warnings"])
    info = "/Title (Microsoft Word - a.docx) /Author (admin) /CreationDate (D:20251124) /Producer (Skia/PDF m130)"
    document = parsed(pdf_bytes(["".join(page(*BODY[:2]))], info=info))
    assert (document.title, document.byline, document.published) == ("harbour", None, None)


def test_scanned_empty_protected_and_damaged_files_are_refused() -> None:
    assert "OCR" in refusal(pdf_bytes(["", ""], picture=True))
    assert "OCR" in refusal(pdf_bytes([words(50, 20, "3")], picture=True))
    assert "OCR" in refusal(pdf_bytes([""]))
    locked = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<41> <41>]"
    assert "password" in refusal(pdf_bytes(["".join(page(*BODY))], encrypt=locked))
    assert "damaged" in refusal(b"%PDF-1.7\n" + bytes(range(256)) * 40)
    assert "no PDF" in refusal(b"plain text")
    assert "pages" in refusal(pdf_bytes(["" for _ in range(2001)]))
    assert recognise(Path("a"), b"%PDF-1.4") > 0.8


def test_a_million_objects_end_in_bounded_time() -> None:
    crowded = pdf_bytes([words(50, 700, "x") * 1_000_000])
    assert len(crowded) < 1_000_000
    with pytest.raises(UnreadableArticle, match=r"longer than 2 seconds|too much"):
        worker_lines(Path("crowded.pdf"), crowded, seconds=2)
