"""Tables of annotations of other programs: told by their headings, placed by words or offsets, nothing dropped."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import FileError
from annotator.formats import FileReport, ReadOptions, format_named, recognise_file
from annotator.formats.foreign.description import ForeignLayer, ForeignSpan, ForeignText
from annotator.formats.foreign.placing import placed
from annotator.records import (
    AnnotatorRecord,
    ArticleRecord,
    ClaimRecord,
    MentionRecord,
    PassageRecord,
    SpeakerRecord,
    TopicRecord,
)
from annotator.text import sha256_of

FORMAT = format_named("table")
TEXT = "Mira Okafor said: no ships 😀 came. Ben Lund denied it."
SHIPS = TEXT.index("no ships")


def article(called: str) -> ArticleRecord | None:
    """The one article of the project."""
    none: tuple[Any, ...] = (None,) * 5
    if called != "fees":
        return None
    return ArticleRecord("d-1", "fees", *none, TEXT, sha256_of(TEXT), 1, (), (), (), None, None, {})


def taken(path: Path, **columns: str) -> tuple[list[Any], FileReport]:
    """The records in a table, for a project with the article."""
    assert FORMAT.read is not None
    report = FileReport(str(path), FORMAT.name)
    options = ReadOptions(article_called=article, columns=columns)
    found = FORMAT.read(
        path,
        partial=False,
        report=report,
        options=options,
        known=lambda kind, identity, _: (kind, identity) == ("article", "d-1"),
        article_text=lambda identity, revision: TEXT if (identity, revision) == ("d-1", 1) else None,
    )
    return list(found), report


def table(path: Path, *rows: str, encoding: str = "utf-8") -> Path:
    path.write_text("\n".join(rows) + "\n", encoding)
    return path


def told(records: list[Any]) -> list[tuple[str, str, str]]:
    """(kind, whose, words) of every mark."""
    names = {each.id: each.name for each in records if isinstance(each, AnnotatorRecord)}
    marks = [each for each in records if isinstance(each, ClaimRecord | MentionRecord | PassageRecord)]
    return sorted((type(each).__name__[:-6], names[each.annotator], each.parts[0].quote) for each in marks)


def test_segments_of_paragraphs_are_placed_by_their_words(tmp_path: Path) -> None:
    rows = (
        "Document name;Code;Begin;End;Weight score;Segment;Comment;Created by",
        "fees;Port;1;1;0;no ships;look;Ana",
        "fees;Claim;1;2;50;Ben Lund denied it.;;Ben",
        "lost;Port;4;4;0;no ships;;Ana",
    )
    path = table(tmp_path / "a.csv", *rows, encoding="utf-8-sig")
    assert recognise_file(path) is FORMAT
    records, report = taken(path)
    assert told(records) == [("Claim", "Ben", "Ben Lund denied it."), ("Passage", "Ana", "no ships")]
    passage = next(each for each in records if isinstance(each, PassageRecord))
    assert (passage.note, passage.fields["Weight score"], passage.fields["Begin"]) == ("look", "0", "1")
    assert report.ignored == ["a.csv: Begin, End count no characters; the words decide"]
    assert [(each.where, "neither in the set" in each.reason) for each in report.refused] == [("lost", True)]


def test_statements_have_speaker_topic_and_stance(tmp_path: Path) -> None:
    heading = "person\tconcept\tagreement\tstart_position\tstop_position\ttext\tcoder\tdocument_id\tdocument_title"
    row = f"Ben Lund\tFees\t0\t{SHIPS}\t{SHIPS + 8}\tno ships\tAna\t3\tfees"
    records, report = taken(table(tmp_path / "a.tsv", heading, row))
    (claim,) = (each for each in records if isinstance(each, ClaimRecord))
    (speaker,) = (each for each in records if isinstance(each, SpeakerRecord))
    (topic,) = (each for each in records if isinstance(each, TopicRecord))
    assert (speaker.name, topic.name, claim.topics[0].stance) == ("Ben Lund", "Fees", "opposes")
    assert (claim.speakers[0].speaker, claim.topics[0].topic) == (speaker.id, topic.id)
    assert (claim.parts[0].start, report.moved, report.refused) == (SHIPS, 0, [])


@pytest.mark.parametrize("shift", [0, 1], ids=["code points", "utf-16"])
def test_a_table_may_bring_its_text_and_count_as_it_likes(tmp_path: Path, shift: int) -> None:
    start = TEXT.index("Ben Lund")
    rows = [
        "text,start,end,label,quote",
        f'"{TEXT}",0,11,Speaker,Mira Okafor',
        f'"{TEXT}",{start + shift},{start + 8 + shift},Speaker,Ben Lund',
    ]
    records, report = taken(table(tmp_path / "a.csv", *rows))
    assert [words for _, _, words in told(records)] == ["Ben Lund", "Mira Okafor"]
    assert [each.text for each in records if isinstance(each, ArticleRecord)] == [TEXT]
    assert (report.moved, report.uncertain, report.refused) == (0, 0, [])


def test_a_text_beside_places_is_the_article_or_their_words(tmp_path: Path) -> None:
    whole = taken(table(tmp_path / "a.csv", "text,start,end,label", f'"{TEXT}",0,11,Speaker'))[0]
    assert [each.text for each in whole if isinstance(each, ArticleRecord)] == [TEXT]
    assert told(whole) == [("Mention", "a", "Mira Okafor")]
    words, report = taken(table(tmp_path / "b.csv", "doc,text,start,end,tag", "fees,Mira Okafor,2,13,Speaker"))
    assert told(words) == [("Mention", "b", "Mira Okafor")]
    assert (report.moved, report.refused) == (1, [])


def test_a_workbook_may_hold_other_sheets_and_several_codes_in_a_cell(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (("ID", "Document", "Quotation Content", "Codes"), (1.0, "fees", "no ships", "Port\nFees; high")):
        book.active.append(row)
    book.create_sheet("Codes").append(("Code", "Count"))
    book["Codes"].append(("Port", 1))
    book.save(tmp_path / "a.xlsx")
    assert recognise_file(tmp_path / "a.xlsx") is FORMAT
    records, report = taken(tmp_path / "a.xlsx")
    assert [each.name for each in records if isinstance(each, TopicRecord)] == ["Port", "Fees", "high"]
    assert {each.fields["ID"] for each in records if isinstance(each, PassageRecord)} == {"1"}
    assert report.ignored == ["no table of annotations: a.xlsx, Codes (“Code”, “Count”)"]


def test_columns_may_be_named(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", "Wer,Was,Wo,Text", "Ana,Claim,no ships,fees")
    assert recognise_file(path) is None
    with pytest.raises(FileError, match="“Wer”, “Was”, “Wo”, “Text”"):
        taken(path)
    records, report = taken(path, quote="wo", label="Was", annotator="Wer", document="Text")
    assert (told(records), report.refused) == ([("Claim", "Ana", "no ships")], [])
    for columns in ({"quote": "Where"}, {"colour": "Wer"}):
        with pytest.raises(FileError, match=r"no column “Where”|“colour” is nothing"):
            taken(path, **columns)


def test_a_row_without_words_or_place_is_named(tmp_path: Path) -> None:
    path = table(
        tmp_path / "a.csv", "document,quote,start,end,label", "fees,,,,Port", "fees,,9,3,Port", "fees,,0,4,Port"
    )
    records, report = taken(path)
    assert [each.where for each in report.refused] == ["a.csv:2", "a.csv:3"]
    assert told(records) == [("Passage", "a", "Mira")]


@pytest.mark.parametrize("headings", ["title,text,url", "text,label", "name,start,end", "quote", ""])
def test_a_table_of_articles_or_of_anything_else_is_none(tmp_path: Path, headings: str) -> None:
    assert recognise_file(table(tmp_path / "a.csv", headings, "a,b,c")) is None


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
WORDS = st.sampled_from(["0", "9", "-1", "1e9", "Mira Okafor", "=1+1"])
ROWS = st.lists(st.lists(CELLS | WORDS, max_size=7), max_size=8)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], max_examples=40)
@given(rows=ROWS, encoding=st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]), separator=st.sampled_from(",;\t|"))
def test_any_cells_are_taken_named_or_refused(
    rows: list[list[str]], encoding: str, separator: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=separator)
        writer.writerows([["document", "quote", "start", "end", "label", "speaker", "topic"], *rows])
    try:
        records, report = taken(path)
    except FileError:
        return
    texts = {each.id: each.text for each in records if isinstance(each, ArticleRecord)} | {"d-1": TEXT}
    for each in records:
        if isinstance(each, ClaimRecord | MentionRecord | PassageRecord):
            assert all(texts[each.article][part.start : part.end] == part.quote for part in each.parts)
    assert len(report.refused) <= len(rows) + 1


def test_thousands_of_words_without_places_are_all_found() -> None:
    words = [f"ship {number:05} came" for number in range(5_000)]
    text = ". ".join(words)
    spans = tuple(ForeignSpan(str(n), "Port", (), (quote,)) for n, quote in enumerate(words))
    ((found,), _) = placed(ForeignText("fees", text, (ForeignLayer("Ana", spans),)), text)
    assert {each.status for each in found} == {"same"}
    assert [each.parts[0].quote for each in found] == words


@pytest.mark.parametrize("separator", ["\\", " > ", "::"])
def test_codes_that_are_paths_become_a_tree(tmp_path: Path, separator: str) -> None:
    deep = separator.join(("Harbour", "Fees", "Dues"))
    rows = ("document,code,quote", f"fees,{deep},no ships", "fees,Harbour,Ben Lund", f"fees,{separator}odd,denied it")
    records, report = taken(table(tmp_path / "codes.csv", *rows))
    topics = {each.id: each for each in records if isinstance(each, TopicRecord)}
    paths = {}
    for each in topics.values():
        above, path = each, [each.name]
        while above.parent is not None:
            above = topics[above.parent]
            path.insert(0, above.name)
        paths["/".join(path)] = each.id
    odd = " ".join(f"{separator}odd".split())
    assert set(paths) == {"Harbour", "Harbour/Fees", "Harbour/Fees/Dues", odd}
    tagged = {each.parts[0].quote: each.topic for each in records if isinstance(each, PassageRecord)}
    assert tagged == {"no ships": paths["Harbour/Fees/Dues"], "Ben Lund": paths["Harbour"], "denied it": paths[odd]}
    assert [each for each in report.ignored if each.startswith("tree: ")] == [
        f"tree: “{separator}” parts a topic from the one below it: 1"
    ]


def test_codes_without_a_sign_between_steps_stay_as_they_are(tmp_path: Path) -> None:
    records, report = taken(table(tmp_path / "codes.csv", "document,code,quote", "fees,Fees: dues / tolls,no ships"))
    assert [each.name for each in records if isinstance(each, TopicRecord)] == ["Fees: dues / tolls"]
    assert report.ignored == []


def test_highlights_of_taguette_are_placed_by_their_content(tmp_path: Path) -> None:
    records, report = taken(table(tmp_path / "a.csv", "id,document,tag,content", "3,fees,port.ships,no ships"))
    passage = next(each for each in records if isinstance(each, PassageRecord))
    assert (passage.parts[0].start, passage.fields) == (SHIPS, {"id": "3"})
    assert (report.refused, report.ignored) == ([], [])


def test_half_a_place_stays_a_field(tmp_path: Path) -> None:
    records, _ = taken(table(tmp_path / "a.csv", "document,code,quote,end", "fees,ships,no ships,9"))
    assert next(each for each in records if isinstance(each, PassageRecord)).fields == {"end": "9"}
