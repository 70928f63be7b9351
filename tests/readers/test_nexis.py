from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotator.errors import UnreadableArticle
from annotator.readers import read_file, read_parts
from annotator.readers.folders import Refusal
from annotator.readers.nexis import articles, read, recognise
from annotator.readers.nexis_labels import label, language_code, marker
from annotator.readers.units import Unit
from annotator.records import Document
from tests.readers.invented import check, lines_of
from tests.readers.made_downloads import BOTH, FERRIES, STUDY, lexis_text, nexis_cover, nexis_lines
from tests.readers.made_office import docx_bytes, rtf_bytes, rtf_text

HIGHLIGHT = "What the guild says, and what it does not."


def check_both(documents: list[Document]) -> None:
    assert [document.title for document in documents] == [each.title for each in BOTH]
    for document, told in zip(documents, BOTH, strict=True):
        check(document)
        assert lines_of(document, "paragraph") == list(told.body)
        assert document.source == told.outlet
        assert document.published == ("2025-11-24" if told is FERRIES else "2025-11-25")
        assert document.meta["reader"] == "nexis"
        assert document.meta["load_date"] == "2025-11-27"
        assert (document.language, document.meta["section"]) == ("en", "HARBOUR; Pg. 3")


def present_lines(*, cover: bool = True) -> list[str]:
    return [*(nexis_cover(BOTH) if cover else []), *nexis_lines(FERRIES), *nexis_lines(STUDY)]


@pytest.mark.parametrize("cover", [True, False])
def test_a_word_document_of_several_articles(tmp_path: Path, cover: bool) -> None:
    def write(document: Any) -> None:
        for line in present_lines(cover=cover):
            heading = line in (FERRIES.title, STUDY.title)
            document.add_paragraph(line, style="Heading 1" if heading else None)

    (tmp_path / "files.docx").write_bytes(docx_bytes(write))
    documents = read_file(tmp_path / "files.docx")
    check_both(documents)
    for document, told in zip(documents, BOTH, strict=True):
        assert document.text == "\n".join((told.title, HIGHLIGHT, *told.body))
        assert document.byline == told.author
        assert document.meta["graphic"] == ["A boat in the harbour."]
        assert "warnings" not in document.meta


@pytest.mark.parametrize("cover", [True, False])
def test_rich_text_of_several_articles(tmp_path: Path, cover: bool) -> None:
    (tmp_path / "files.rtf").write_bytes(rtf_bytes(*map(rtf_text, present_lines(cover=cover))))
    documents = read_file(tmp_path / "files.rtf")
    check_both(documents)
    assert [lines_of(document, "standfirst") for document in documents] == [[HIGHLIGHT], [HIGHLIGHT]]


def test_the_present_layout_as_plain_text(tmp_path: Path) -> None:
    (tmp_path / "files.txt").write_text("\n\n".join(present_lines()), encoding="utf-8")
    check_both(read_file(tmp_path / "files.txt"))


def test_the_older_layout(tmp_path: Path) -> None:
    (tmp_path / "files.txt").write_bytes(lexis_text(BOTH).encode())
    documents = read_file(tmp_path / "files.txt")
    check_both(documents)
    for document, told in zip(documents, BOTH, strict=True):
        assert document.text == "\n".join((told.title, *told.body))
        assert document.byline == told.author.upper()
        assert document.meta["edition"] == "Edition 1"
        assert document.meta["graphic"].endswith("its crew")


def test_fewer_articles_than_announced_are_told() -> None:
    lines = [*nexis_cover(BOTH), *nexis_lines(FERRIES)]
    (document,) = articles(Path("a.docx"), [Unit("paragraph", line) for line in lines], [])
    (warning,) = document.meta["warnings"]
    assert "announces 2 articles and 1" in warning


@pytest.mark.parametrize(
    ("labels", "language"),
    [
        (
            "Rubrik|Länge: 312 Wörter|Autor|Hervorhebung|Haupttext|Sprache: DEUTSCH|Ladedatum|Ende des Dokuments",
            "de",
        ),
        (
            "Rubrique|Longueur: 312 mots|Auteur|Encart|Corps|Langue: FRANÇAIS|Date-chargement|Fin du document",
            "fr",
        ),
        (
            "Sectie|Lengte: 312 woorden|Auteur|Samenvatting|Tekst|Taal: NEDERLANDS|Laaddatum|Einde van document",
            "nl",
        ),
        (
            "Sección|Longitud: 312 palabras|Autor|Destacado|Cuerpo|Idioma: ESPAÑOL|Fecha de carga|Fin del documento",
            "es",
        ),
    ],
)
def test_labels_in_other_languages(labels: str, language: str) -> None:
    section, length, author, highlight, body, tongue, loaded, end = labels.split("|")
    lines = [FERRIES.title, FERRIES.outlet, "24 November 2025", f"{section}: HAFEN", length]
    lines += [f"{author}: Nela Quist", f"{highlight}: {HIGHLIGHT}", body, *FERRIES.body[:2], tongue]
    lines += [f"{loaded}: 27 November 2025", end]
    (document,) = articles(Path("a.docx"), [Unit("paragraph", line) for line in lines], [])
    check(document)
    assert document.text == "\n".join((FERRIES.title, HIGHLIGHT, *FERRIES.body[:2]))
    assert (document.byline, document.source, document.language) == ("Nela Quist", FERRIES.outlet, language)
    assert document.meta["load_date"] == "2025-11-27"


def test_sentences_are_no_labels() -> None:
    assert label("Length: that is what the fee is about.") is None
    assert label("Update: the council has voted.") is None
    assert label("said section: news") is None
    assert marker("The body of the harbour") is None
    assert language_code("ENGLISH; ENGLISCH") == "en"
    assert language_code("ORVANDIAN") is None


def test_articles_without_text_are_refused_and_other_files_not_taken() -> None:
    with pytest.raises(UnreadableArticle, match="no article"):
        read(Path("a.txt"), b"1 of 2 DOCUMENTS\n\n\n2 of 2 DOCUMENTS\n")
    assert recognise(Path("a.txt"), b"Title\n\nThe Body\n\nLength: long") == 0
    assert recognise(Path("a.html"), lexis_text(BOTH).encode()) == 0
    assert recognise(Path("a.txt"), lexis_text(BOTH).encode()) > 0.9


def test_a_page_of_the_older_layout(tmp_path: Path) -> None:
    def block(*lines: str) -> str:
        return "".join(
            f'<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c2">{line}</SPAN></P></DIV>\n' for line in lines
        )

    page = (
        "<HTML><BODY><DIV><P>Download Request: Selected Items: 1-2<BR>Source: Der Bote</P></DIV>\n"
        "<!-- Hide XML section from browser\n<DOC NUMBER=1>\n<DOCFULL> -->\n"
        + block("1 of 2 DOCUMENTS", "Bote Online", "27. Februar 2012 Montag 9:50 PM GMT+1", "Streit um die Rinne")
        + block("AUTOR: Ana Lott", "RUBRIK: HAFEN", "L&Auml;NGE: 120 W&ouml;rter", "HIGHLIGHT:&nbsp;Der Rat gibt nach.")
        + block("Der Rat hat die Mittel freigegeben.", "Es bleibt ein Rest.", "UPDATE: 28. Februar 2012")
        + block(
            "SPRACHE: GERMAN; DEUTSCH", "ZEITUNGS-CODE: bote", "Copyright 2012 Bote GmbH", "Alle Rechte vorbehalten"
        )
        + block("2 of 2 DOCUMENTS", "Der Bote", "28. Februar 2012 Dienstag", "Dienst nach Fahrplan")
        + block("L&Auml;NGE: 20 W&ouml;rter", "Die F&auml;hre legt wieder an.")
        + "</BODY></HTML>"
    )
    (tmp_path / "bote.html").write_text(page, "latin-1")
    one, two = read_file(tmp_path / "bote.html")
    assert (one.title, one.byline, one.published) == ("Streit um die Rinne", "Ana Lott", "2012-02-27")
    assert (one.source, one.language, one.meta["reader"]) == ("Bote Online", "de", "nexis")
    assert lines_of(one, "paragraph") == ["Der Rat hat die Mittel freigegeben.", "Es bleibt ein Rest."]
    assert lines_of(one, "standfirst") == ["Der Rat gibt nach."]
    assert (two.title, two.published, two.source) == ("Dienst nach Fahrplan", "2012-02-28", "Der Bote")
    assert lines_of(two, "paragraph") == ["Die Fähre legt wieder an."]


@pytest.mark.parametrize(
    "left_out",
    [("Length",), ("Body",), ("Length", "Section", "Byline", "Dateline", "Highlight"), ("Classification", "Load-Date")],
)
def test_a_download_without_one_or_another_label(tmp_path: Path, left_out: tuple[str, ...]) -> None:
    def write(document: Any) -> None:
        for line in present_lines(cover=False):
            if line.partition(":")[0] in left_out and line not in FERRIES.body[:2]:
                continue
            document.add_paragraph(line, style="Heading 1" if line in (FERRIES.title, STUDY.title) else None)

    (tmp_path / "files.docx").write_bytes(docx_bytes(write))
    documents = read_file(tmp_path / "files.docx")
    assert [(each.title, each.source) for each in documents] == [(told.title, told.outlet) for told in BOTH]
    assert [each.published for each in documents] == ["2025-11-24", "2025-11-25"]
    for document, told in zip(documents, BOTH, strict=True):
        assert lines_of(document, "paragraph") == [line for line in told.body if line not in left_out]


# Invented articles in the heads that agencies, broadcasters and Dutch and Austrian papers have in old downloads.
_OLD = """
                             436 of 2218 DOCUMENTS


                              Tessaly News Service

  No Tessaly News Service material may be republished without the express written
                   permission of the Tessaly News Service, Inc.

                     January 14, 2025 Tuesday 8:27 PM AEST

Boats stay moored

LENGTH: 3271 words

DATELINE: TESSALY


The boats of Tessaly stayed moored on Tuesday, the guild's head Ada Dorn said, and
nobody at the pier had been told.

LOAD-DATE: January 15, 2025

LANGUAGE: ENGLISH


                               1 of 204 DOCUMENTS

                                   Quay Radio

                            January 12, 2025 Sunday

                     SHOW: THE QUAY THIS WEEK 7:00 PM EST

Fees and fog; A study

BYLINE: Rika von Storm, Ada Dorn (box by Nela Quist)

GUESTS: Ivo Marsh, Ivar Lund

LENGTH: 84  words


HIGHLIGHT: The minister wants a study.


RIKA STORM, HOST: Good evening, everybody.

LOAD-DATE: January 13, 2025

LANGUAGE: ENGLISH

TRANSCRIPT: 011101QR.V12

PUBLICATION-TYPE: Transcript


                             1 of 1979 DOCUMENTS

                                Orvand Agentur

GEBUEHR FUER BOOTE BLEIBT

                                 15. Januar 2025
                          23:22 Central European Time

Ivar Lund

ORTSZEILE: Orvand


Orvand. Die Gebuehr fuer Boote bleibt, sagte Minister Ivo Marsh am Mittwoch und
verliess den Saal.

RUBRIK: HAFEN; Pg. 3

LÄNGE: 382 Woerter

SPRACHE: German, Deutsch

HIGHLIGHT:


Der Minister bleibt dabei.

GRAFIK: Ein Boot im Hafen

                   Copyright 2025 Orvand Verlag AG

                              Dokument 234 von 456

                          Copyright 2025 De Kade

                                   De Kade

                               24. Januar 2025

                               January 24, 2025

LENGTE: 158 words

KOP: Boten blijven liggen

TEKST:


De boten bleven vrijdag liggen, zegt Ada Dorn.

PUB-TYPE: Paper

TAAL: Dutch / Nederlands


                               6 of 21 DOCUMENTS

                                  Pier Weekly

Inside the fog

SECTION: Cover; Pg.22

LENGTH: 29 words

Nobody saw the ferry come in on that day.

LOAD-DATE: March 31, 2025


                             1665 of 2381 DOCUMENTS

                           Copyright 2025 Le Quai
                                    Le Quai

                                  27 mars 2025

LONGUEUR: 876 mots

TITRE: Les bacs restent à quai

SIGNATURE: Nela Quist

CHAPEAU:


La guilde attend.

ARTICLE:


Les bacs sont restés à quai, dit Ada Dorn.

LANGUE: FRENCH; FRANCAISE

PUB-SUBJECT: Ports (96%)


                             1109 of 2218 DOCUMENTS

                                  Pier Weekly

                           January 10, 2025 Friday

Only a picture

SECTION: NEWS; Pg. 2

GRAPHIC: A boat in the harbour.
"""


def test_heads_of_old_downloads(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text(_OLD, encoding="utf-8")
    *found, refusal = read_parts(path)
    documents = [each for each in found if isinstance(each, Document)]
    assert [(each.title, each.byline, each.published, each.source, each.language) for each in documents] == [
        ("Boats stay moored", None, "2025-01-14", "Tessaly News Service", "en"),
        ("Fees and fog; A study", "Rika von Storm, Ada Dorn (box by Nela Quist)", "2025-01-12", "Quay Radio", "en"),
        ("GEBUEHR FUER BOOTE BLEIBT", "Ivar Lund", "2025-01-15", "Orvand Agentur", "de"),
        ("Boten blijven liggen", None, "2025-01-24", "De Kade", "nl"),
        ("Inside the fog", None, None, "Pier Weekly", "en"),
        ("Les bacs restent à quai", "Nela Quist", "2025-03-27", "Le Quai", "fr"),
    ]
    assert [lines_of(each)[1:] for each in documents] == [
        [
            "The boats of Tessaly stayed moored on Tuesday, the guild's head Ada Dorn said, and nobody at the pier had"
            " been told."
        ],
        ["The minister wants a study.", "RIKA STORM, HOST: Good evening, everybody."],
        [
            "Der Minister bleibt dabei.",
            "Orvand. Die Gebuehr fuer Boote bleibt, sagte Minister Ivo Marsh am Mittwoch und verliess den Saal.",
        ],
        ["De boten bleven vrijdag liggen, zegt Ada Dorn."],
        ["Nobody saw the ferry come in on that day."],
        ["La guilde attend.", "Les bacs sont restés à quai, dit Ada Dorn."],
    ]
    assert documents[1].meta["show"] == "THE QUAY THIS WEEK 7:00 PM EST"
    assert documents[1].meta["guests"] == "Ivo Marsh, Ivar Lund"
    assert documents[2].meta["section"] == "HAFEN; Pg. 3"
    assert isinstance(refusal, Refusal)
    assert "Article 7" in refusal.reason
