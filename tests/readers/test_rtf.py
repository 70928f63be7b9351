from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UnreadableArticle
from annotator.readers import read_file
from annotator.readers.rtf import read, recognise
from annotator.records import Document
from annotator.text import normalise
from tests.readers.invented import BODY, STANDFIRST, TITLE, check, lines_of
from tests.readers.made_office import rtf_bytes, rtf_text

_PIECES = (
    "{|}|\\|\\u|\\u99999 |\\uc|\\uc-1|\\'e|\\'e9|\\bin999999 |\\f1 |\\par |a b|{\\*\\fldinst|"
    'HYPERLINK "http://a"|{\\fldrslt|{\\fonttbl|\\fcharset78|\\ansicpg99999999 |\\deleted|\\plain|'
    "{\\info|{\\title|\\u-560?|\\u-558?9;|{\\listtext|\\s1|\r\n|\xff"
)


def parsed(data: bytes) -> Document:
    (document,) = read(Path("harbour.rtf"), data)
    check(document)
    return document


def outcome(data: bytes) -> str:
    """The text, or the reason why the file is refused."""
    try:
        return parsed(data).text
    except UnreadableArticle as error:
        return error.reason


def test_an_article_with_header(tmp_path: Path) -> None:
    paragraphs = (f"{{\\b {rtf_text(TITLE)}}}", "By Nela Quist", "November 24, 2025", *map(rtf_text, BODY))
    (tmp_path / "harbour.doc").write_bytes(rtf_bytes(*paragraphs))
    (document,) = read_file(tmp_path / "harbour.doc")
    check(document)
    assert lines_of(document) == [TITLE, *BODY]
    assert (document.title, document.byline, document.published) == (TITLE, "Nela Quist", "2025-11-24")
    assert document.meta["reader"] == "rtf"


def test_astral_characters_are_one_and_code_pages_are_kept() -> None:
    document = parsed(
        rtf_bytes(rtf_text("The 🛥 of Tessaly 𝔸 stays."), "{\\f1 \\'cf\\'ee\\'f0\\'f2} and \\'84Caf\\'e9\\'93.")
    )
    assert lines_of(document) == ["The 🛥 of Tessaly 𝔸 stays.", "Порт and „Café“."]


def test_links_become_offsets() -> None:
    link = '{{\\field{{\\*\\fldinst{{HYPERLINK "{}"}}}}{{\\fldrslt{{\\ul {}}}}}}}'
    document = parsed(
        rtf_bytes(
            f"Says {link.format('https://guild.example/a', rtf_text('the guild’'))} and "
            f"{link.format('https://fee.example/', 'the fee')} rises.",
            link.format("javascript:alert(1)", "No link."),
        )
    )
    assert lines_of(document) == ["Says the guild’ and the fee rises.", "No link."]
    linked = [(document.text[each.start : each.end], each.url) for each in document.links]
    assert linked == [("the guild’", "https://guild.example/a"), ("the fee", "https://fee.example/")]


def test_headings_items_and_rows_are_told() -> None:
    styles = "{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}{\\s5 Title;}}"
    document = parsed(
        rtf_bytes(
            f"\\s5 {TITLE}",
            STANDFIRST,
            "\\s1 What the guild wants",
            "{\\listtext\\f1 \\'b7\\tab}Lower fees",
            "{\\trowd Boat\\cell Fee\\cell\\row}",
            BODY[1],
            head=styles,
        )
    )
    assert [(block.kind, document.text[block.start : block.end]) for block in document.blocks] == [
        ("title", TITLE),
        ("paragraph", STANDFIRST),
        ("heading", "What the guild wants"),
        ("item", "Lower fees"),
        ("paragraph", "Boat Fee"),
        ("paragraph", BODY[1]),
    ]


def test_deleted_hidden_notes_and_pictures_are_left_out() -> None:
    document = parsed(
        rtf_bytes(
            "The fee is {\\deleted low}{\\revised high}{\\v secret}.{\\footnote A note.}",
            "{\\pict\\wmetafile8 0123456789abcdef}{\\*\\unknown words}{\\header Page 3}" + BODY[1],
            head="{\\info{\\title Fees in Tessaly}{\\author Nela Quist}}",
        )
    )
    assert lines_of(document) == ["Fees in Tessaly", "The fee is high.", BODY[1]]
    assert (document.title, document.byline) == ("Fees in Tessaly", "Nela Quist")
    told = " ".join(document.meta["warnings"])
    assert all(name in told for name in ("notes (1)", "pictures (1)", "tracked deletions (1)"))


@given(st.lists(st.text(st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn")), max_size=40), max_size=5))
def test_every_character_comes_through(texts: list[str]) -> None:
    texts = [" ".join(text.replace("\u00ad", "").split()) for text in texts]
    document = parsed(rtf_bytes(*(rtf_text(f"{text} end.") for text in texts), "The end."))
    assert (
        document.text
        == "\n".join(normalise(f"{text} end.").strip() for text in texts) + "\n" * bool(texts) + "The end."
    )


@given(
    st.lists(
        st.sampled_from(_PIECES.split("|")),
        max_size=60,
    )
)
def test_hostile_source_is_read_or_refused(pieces: list[str]) -> None:
    data = ("{\\rtf1\\ansi " + "".join(pieces)).encode("latin-1")
    assert outcome(data)


def test_large_and_deep_source_takes_linear_time() -> None:
    links = '{\\field{\\*\\fldinst{HYPERLINK "http://a.example" ' * 40_000
    deep = "{" * 200_000 + "deep" + "}" * 200_000
    fonts = "{\\fonttbl" + "{\\f0\\fcharset" * 50_000 + "}"
    for inner in (links, fonts):
        with pytest.raises(UnreadableArticle, match="no text"):
            read(Path("a.rtf"), ("{\\rtf1 " + inner).encode())
    assert parsed(("{\\rtf1 " + deep + " end.}").encode()).text == "deep end."


def test_other_content_is_refused() -> None:
    with pytest.raises(UnreadableArticle, match="no rich text"):
        read(Path("a.rtf"), b"plain")
    assert recognise(Path("a.txt"), b"\r\n{\\rtf1") > 0.9
    assert recognise(Path("a.txt"), b"plain") == 0
