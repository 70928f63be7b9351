from __future__ import annotations

import textwrap
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from annotator.readers.text_file import read, read_verbatim
from annotator.records import Document
from annotator.text import normalise
from tests.readers.invented import ADDRESS, BODY, STANDFIRST, TITLE, check, lines_of

HEADER = f"{TITLE}\n\nBy Nela Quist\nNov. 24, 2025\n\n"
TAIL = f"\n\nSource: {ADDRESS}\n"


def parsed(text: str, name: str = "harbour.txt") -> Document:
    (document,) = read(Path(name), text.encode())
    check(document)
    return document


def test_a_news_article_with_header_and_tail() -> None:
    document = parsed(HEADER + "\n\n".join((STANDFIRST, *BODY)) + TAIL)
    assert document.text == "\n".join((TITLE, STANDFIRST, *BODY))
    assert (document.title, document.byline, document.published) == (TITLE, "Nela Quist", "2025-11-24")
    assert (document.url, document.source) == (ADDRESS, "ferrypost.example")
    assert lines_of(document, "standfirst") == [STANDFIRST]


def test_wrapped_lines_become_paragraphs_again() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 68) for paragraph in BODY)
    document = parsed(HEADER + wrapped + TAIL)
    assert lines_of(document, "paragraph") == list(BODY)


def test_without_wrapping_every_line_is_a_paragraph() -> None:
    document = parsed(f"{TITLE}\n\n" + "\n".join(BODY))
    assert lines_of(document, "paragraph") == list(BODY)


def test_a_first_line_that_is_a_sentence_is_no_title() -> None:
    document = parsed(f"{BODY[1]}\n\n{BODY[0]}\n", "fair.txt")
    assert document.title == "fair"
    assert lines_of(document) == [BODY[1], BODY[0]]


def test_signs_of_markdown_are_text_here() -> None:
    document = parsed(f"{HEADER}{BODY[0]}\n\n5 * 3 * 2 & <none> _so_\n")
    assert lines_of(document)[-1] == "5 * 3 * 2 & <none> _so_"


@given(st.lists(st.lists(st.text("aÄж漢ع1", min_size=1, max_size=9), min_size=3, max_size=60), min_size=2, max_size=6))
def test_wrapping_loses_no_word(paragraphs: list[list[str]]) -> None:
    text = "\n\n".join(textwrap.fill(" ".join(words), 70, break_on_hyphens=False) for words in paragraphs)
    kept = "".join(parsed(f"{HEADER}{text}\n\nThe end.").text.split())
    assert "".join("".join(words) for words in paragraphs) in kept


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\r\n\t\x0b"), max_size=300))
def test_a_verbatim_text_is_only_normalised(text: str) -> None:
    data = text.encode()
    document = read_verbatim(b"Orvand " + data, "stem")
    assert document.text == normalise("Orvand " + data.decode())
    for block in document.blocks:
        assert "\n" not in document.text[block.start : block.end]


def test_a_verbatim_text_keeps_blank_lines_and_takes_the_stem_for_long_first_lines() -> None:
    document = read_verbatim(("\ufeff\r\n" + "word " * 60 + "\r\n\r\n  two\r\n").encode(), "a17")
    assert document.title == "a17"
    assert document.text == "\n" + "word " * 60 + "\n\n  two\n"
    assert lines_of(document) == ["word " * 60, "  two"]
