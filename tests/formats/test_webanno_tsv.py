"""WebAnno TSV 3: spans over several tokens, stacked, in pieces; slots, relations, chains; texts rebuilt."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotator.errors import InvalidSet
from annotator.formats import FileReport, format_named, recognise_file
from annotator.records import (
    AnnotatorRecord,
    ArticleRecord,
    ClaimRecord,
    MentionRecord,
    Part,
    PassageRecord,
    SetRecord,
)
from tests.formats.golden import MOMENT
from tests.formats.round_trips import read_back
from tests.sample_articles import article_record

TSV = format_named("webanno_tsv")
HEADER = (
    "#FORMAT=WebAnno TSV 3.3\n"
    "#T_SP=webanno.custom.Claim|tone|ROLE_webanno.custom.Claim:by_webanno.custom.ClaimByLink|webanno.custom.Speaker\n"
    "#T_SP=webanno.custom.Speaker|\n"
    "#T_CH=webanno.custom.Coref|relation|type\n"
    "#T_RL=webanno.custom.Near|kind|BT_webanno.custom.Speaker\n\n\n"
)
ROWS = (
    "#Text=Mira 😀 said :\n"
    "1-1\t0-4\tMira\t_\t_\t_\t*[1]\t*->1-1\tname[1]\t_\t_\t\n"
    "1-2\t5-7\t😀\t_\t_\t_\t*[1]\t_\t_\t_\t_\t\n"
    "1-3\t8-12\tsaid\t_\t_\t_\t_\t_\t_\t_\t_\t\n"
    "1-4\t13-14\t:\t_\t_\t_\t_\t_\t_\t_\t_\t\n\n"
    "#Text=no ships\n#Text=came\n"
    "2-1\t15-17\tno\tca\\|lm[2]|*[3]\tsays[2]|_[3]\t1-1[1]|*\t_\t_\t_\t_\t_\t\n"
    "2-2\t18-23\tships\tca\\|lm[2]\tsays[2]\t1-1[1]\t_\t_\t_\t_\t_\t\n"
    "2-2.1\t18-22\tship\t_\t_\t_\t*\t*->1-2\t*[1]\tclose\t1-1[1_0]\t\n"
    "2-3\t24-28\tcame\t_\t_\t_\t_\t_\t_\t_\t_\t\n"
)


def of(records: list[Any], kind: type) -> list[Any]:
    """The records of one kind."""
    return [each for each in records if isinstance(each, kind)]


def read(tmp_path: Path, content: str) -> tuple[list[Any], FileReport]:
    """The records of a file of Ana's, which is told from its content."""
    path = tmp_path / "Ana.tsv"
    path.write_text(content, "utf-8")
    assert recognise_file(path) == TSV
    return read_back(TSV, path)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_spans_slots_pieces_relations_and_chains(tmp_path: Path, ending: str) -> None:
    records, report = read(tmp_path, (HEADER + ROWS).replace("\n", ending))
    assert of(records, ArticleRecord)[0].text == "Mira 😀 said :\nno ships\ncame"
    assert of(records, AnnotatorRecord)[0].name == "Ana"
    claims = {each.parts[0].quote: each for each in of(records, ClaimRecord)}
    mentions = {each.parts[0].quote: each for each in of(records, MentionRecord)}
    assert claims.keys() == {"no ships", "no"}
    assert mentions.keys() == {"Mira 😀", "ship"}
    assert claims["no ships"].fields == {"tone": "ca|lm"}
    assert [(each.role, each.mention) for each in claims["no ships"].speakers] == [("says", mentions["Mira 😀"].id)]
    chained = [(each.parts[0].quote, each.fields) for each in of(records, PassageRecord)]
    assert chained == [("Mira", {"type": "name"}), ("ship", {})]
    assert report.ignored == ["no place for “next” (1)", "no place for “Near” (1)"]
    assert report.refused == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (HEADER + "#Text=a\n1-1\t99999999-99999999\ta\t_\n", r"Ana\.tsv:9: The places of this sentence do not follow"),
    ],
)
def test_places_that_cannot_be_are_refused(tmp_path: Path, content: str, sentence: str) -> None:
    with pytest.raises(InvalidSet, match=sentence):
        read(tmp_path, content)


def test_rows_that_cannot_be_read_are_named_and_the_rest_is_taken(tmp_path: Path) -> None:
    content = HEADER + ROWS + "what is this\n2-4\t30-31\tx\t_\n"
    records, report = read(tmp_path, content)
    assert len(of(records, ClaimRecord)) == 2
    assert [each.where for each in report.refused] == ["Ana.tsv:20", "Ana.tsv:21"]


@pytest.mark.parametrize("note", ["\\", "\\\\", "a\\[2]", "|", "\\|", "a;\\;", "\\->", "*", "_"])
def test_signs_of_the_format_in_notes_come_back(tmp_path: Path, note: str) -> None:
    article = article_record("a")
    header = SetRecord("annotator-set", 1, "p", "Harbour", MOMENT, "annotator 0.1.0")
    annotator = AnnotatorRecord("ana", "Ana", "AN", "#7b5bb8", "person")
    part = (Part(0, 4, article.text[:4]),)
    notes = (note, f"{note}two", "")
    marks = [
        MentionRecord(f"m-{n}", "a", 1, "ana", part, None, each, {}, (), 0, MOMENT, MOMENT)
        for n, each in enumerate(notes)
    ]
    assert TSV.write is not None
    TSV.write([header, annotator, article, *marks], tmp_path / "out", lambda _done: None)
    records, report = read_back(TSV, tmp_path / "out")
    assert report.refused == []
    assert {each.id: each for each in of(records, MentionRecord)} == {each.id: each for each in marks}


def test_version_2_has_spans_and_relations_by_the_words_of_its_tokens(tmp_path: Path) -> None:
    records, report = read(
        tmp_path,
        " # webanno.custom.Person | value | rank # webanno.custom.Near | kind | AttachTo=webanno.custom.Person\n"
        "#id=1\n#text=Mira 😀 Okafor met Ben .\n"
        "1-1\tMira\tB-PER|B-X\tone|_\t_\t_\t\n1-2\t😀\tI-PER\tone\t_\t_\t\n1-3\tOkafor\tI-PER\tone\t_\t_\t\n"
        "1-4\tmet\tO\t_\t_\t_\t\n1-5\tBen\tB-PER\t_\tclose\t1-1\t\n1-6\t.\tO\t_\t_\t_\t\n\n"
        "#id=2\n#text=Ben left .\n2-1\tBen\tPER\t_\t_\t_\t\n2-2\twent\t_\t_\t_\t_\t\n",
    )
    assert of(records, ArticleRecord)[0].text == "Mira 😀 Okafor met Ben .\nBen left ."
    assert sorted(
        (each.parts[0].start, each.parts[0].quote, each.fields["value"]) for each in of(records, PassageRecord)
    ) == [
        (0, "Mira", "X"),
        (0, "Mira 😀 Okafor", "PER"),
        (18, "Ben", "PER"),
        (24, "Ben", "PER"),
    ]
    assert report.ignored == ["no place for “Near” (1)"]
    assert [(each.where, each.reason) for each in report.refused] == [
        ("Ana.tsv:14", "“went” does not stand there in its sentence.")
    ]


def test_version_1_has_named_entities_and_the_rest_is_counted(tmp_path: Path) -> None:
    records, report = read(
        tmp_path,
        "#id=1\n#text=Mira Okafor met Ben .\n1\tMira\t_\tNNP\tB_PER\t3\tSBJ\t_\t_\n"
        "2\tOkafor\t_\tNNP\tI_PER\t1\tNAME\t_\t_\n"
        "3\tmet\tmeet\tVBD\tO\t0\tROOT\t_\t_\n4\tBen\t_\tNNP\tB_PER|B_FRIEND\t3\tOBJ\t_\t_\n5\t.\t_\t.\tO\t3\tP\t_\t_\n\n",
    )
    quotes = sorted((each.parts[0].quote, each.fields["value"]) for each in of(records, PassageRecord))
    assert quotes == [("Ben", "FRIEND"), ("Ben", "PER"), ("Mira Okafor", "PER")]
    assert report.ignored == [
        "Ana.tsv: no place for “POS” (5)",
        "Ana.tsv: no place for “Dependency” (5)",
        "Ana.tsv: no place for “Lemma” (1)",
    ]


def test_places_that_do_not_fit_the_text_give_way_to_the_words(tmp_path: Path) -> None:
    rows = "1-1\t0-4\tMira\t_\t\n1-2\t5-7\t😀\t_\t\n1-3\t7-11\tsaid\tquote\t\n1-4\t12-13\tX\tsign\t\n"
    records, report = read(
        tmp_path, "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Span|value\n\n\n#Text=Mira 😀 said :\n" + rows
    )
    assert [each.parts[0].quote for each in of(records, PassageRecord)][:1] == ["said"]
    assert report.ignored == [
        "Ana.tsv: tokens whose places do not fit the text: 1 stand where their words are",
        "Ana.tsv: tokens whose places do not fit the text: 1 have other words than it",
    ]
