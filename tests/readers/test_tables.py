from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UnreadableArticle
from annotator.readers import read_file, read_parts, readers
from annotator.readers.columns import FIELDS, automatic_mapping
from annotator.readers.folders import Refusal
from annotator.readers.tables import preview, read_csv, recognise_json_lines
from annotator.records import Document
from tests.readers.invented import ADDRESS, BODY, TITLE, check, lines_of

TEXT = "\n\n".join(BODY)
ROW = {
    "id": "50",
    "headline": TITLE,
    "author": "Nela Quist",
    "publish_date": "2025-11-24 23:30:00+03:00",
    "media_name": "Ferry Post",
    "url": ADDRESS,
    "language": "en",
    "text": TEXT,
}


def table(*rows: dict[str, str], delimiter: str = ",", newline: str = "\r\n") -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter, lineterminator=newline)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def documents(data: str | bytes, name: str = "a.csv", columns: dict[str, str] | None = None) -> list[Document]:
    reader = next(each for each in readers() if name.endswith(each.suffixes))
    assert reader.read_columns
    source = data.encode() if isinstance(data, str) else data
    found = [each for each in reader.read_columns(Path(name), source, columns or {}) if isinstance(each, Document)]
    for document in found:
        check(document)
    return found


def check_row(document: Document) -> None:
    assert (document.title, document.byline, document.source) == (TITLE, "Nela Quist", "Ferry Post")
    assert (document.published, document.url, document.language) == ("2025-11-24", ADDRESS, "en")
    assert lines_of(document) == [TITLE, *BODY]
    assert document.meta["columns"] == {"id": "50"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252", "utf-16"])
def test_delimiter_and_encoding_are_detected(tmp_path: Path, delimiter: str, encoding: str) -> None:
    second = ROW | {"headline": "Zoë, Gebühr; und | mehr", "text": "One sentence.\r\n\r\nAnd a second one."}
    (tmp_path / "a.csv").write_bytes(table(ROW, second, delimiter=delimiter).encode(encoding))
    first, other = read_file(tmp_path / "a.csv")
    check_row(first)
    assert first.meta["published_at"] == "2025-11-24T23:30:00+03:00"
    assert (first.meta["reader"], first.meta["row"], other.meta["row"]) == ("csv", "2", "3")
    assert lines_of(other) == ["Zoë, Gebühr; und | mehr", "One sentence.", "And a second one."]


def test_a_line_that_names_the_delimiter() -> None:
    (document,) = documents("sep=;\r\n" + table(ROW, delimiter=";"))
    check_row(document)


def test_a_text_longer_than_the_csv_module_allows_by_itself() -> None:
    text = "The boats stay in the harbour. " * 10_000
    (document,) = documents(table(ROW | {"text": text}))
    assert document.text.endswith(text.strip())


@pytest.mark.parametrize(
    "row",
    [
        {"Überschrift": TITLE, "Verfasser": "Nela Quist", "Volltext": TEXT},
        {"Titre": TITLE, "Auteur": "Nela Quist", "Texte": TEXT},
        {"Título": TITLE, "Autor": "Nela Quist", "Texto": TEXT},
        {"Заголовок": TITLE, "Автор": "Nela Quist", "Текст": TEXT},
        {"标题": TITLE, "作者": "Nela Quist", "正文": TEXT},
        {"TITLE": TITLE, "Byline ": "Nela Quist", "Full_Text": TEXT},
    ],
)
def test_headings_are_known_in_several_languages(row: dict[str, str]) -> None:
    (document,) = documents(table(row))
    assert (document.title, document.byline) == (TITLE, "Nela Quist")
    assert lines_of(document) == [TITLE, *BODY]


def test_no_heading_means_two_fields() -> None:
    mapping = automatic_mapping(["Source", "source_url", "Text", "content", "date", "published", "x"])
    assert mapping == {"text": "Text", "published": "published", "source": "Source", "url": "source_url"}
    assert set(automatic_mapping(list(FIELDS))) == set(FIELDS)


def test_a_table_without_text_is_refused_with_its_columns(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(table({"Nr": "1", "Titel": TITLE, "Was": TEXT}), encoding="utf-8")
    with pytest.raises(UnreadableArticle, match="“Nr”, “Titel”, “Was”"):
        read_file(tmp_path / "a.csv")
    (document,) = read_file(tmp_path / "a.csv", columns={"text": "was"})
    assert lines_of(document) == [TITLE, *BODY]
    assert list(preview(tmp_path / "a.csv", (tmp_path / "a.csv").read_bytes()).headings) == ["Nr", "Titel", "Was"]


def test_a_person_says_which_column_holds_what() -> None:
    row = {"title": "Not this one", "name": TITLE, "text": "Not this one", "words": TEXT}
    (document,) = documents(table(row), columns={"title": "name", "text": "words"})
    assert lines_of(document) == [TITLE, *BODY]
    (other,) = documents(table(row), columns={"title": "", "text": "words"})
    assert other.title == "a"
    for wrong in ({"text": "nothing"}, {"body": "words"}):
        with pytest.raises(UnreadableArticle, match=r"words|text"):
            documents(table(row), columns=wrong)


def test_rows_without_text_are_told_together(tmp_path: Path) -> None:
    rows = [ROW | {"text": ""}, ROW, *([ROW | {"text": " "}] * 7)]
    (tmp_path / "a.csv").write_text(table(*rows), encoding="utf-8")
    found = list(read_parts(tmp_path / "a.csv"))
    assert [type(each) for each in found] == [Document, Refusal]
    assert isinstance(found[1], Refusal)
    assert "8 rows were left out (2, 4, 5, 6, 7, …)" in found[1].reason


def test_html_and_written_out_line_breaks_in_cells() -> None:
    marked = '<p>See <a href="https://guild.example/s">the&nbsp;study</a>.</p><p>' + BODY[1] + "</p>"
    written = "\\n\\n".join((BODY[1], BODY[3]))
    entities = "Dorn &amp; Marsh met.\n\nIt was &#8220;small&#8221;."
    found = documents(table(*(ROW | {"text": text} for text in (marked, written, entities, "In C:\\new it lies."))))
    bodies = [lines_of(document)[1:] for document in found]
    assert bodies[0] == ["See the\xa0study.", BODY[1]]
    assert found[0].links[0].url == "https://guild.example/s"
    assert bodies[1] == [BODY[1], BODY[3]]
    assert "line breaks" in found[1].meta["warnings"][0]
    assert bodies[2] == ["Dorn & Marsh met.", "It was “small”."]
    assert bodies[3] == ["In C:\\new it lies."]


@pytest.mark.parametrize(
    ("stamp", "published"),
    [
        ("20251124T203000Z", "2025-11-24"),
        ("20251124203000", "2025-11-24"),
        ("November 24, 2025", "2025-11-24"),
        ("24.11.2025 10:11", "2025-11-24"),
        ("Mon, 24 Nov 2025 23:30:00 GMT", "2025-11-24"),
        ("2025", None),
        ("soon", None),
    ],
)
def test_dates_as_tables_write_them(stamp: str, published: str | None) -> None:
    (document,) = documents(table(ROW | {"publish_date": stamp}))
    assert document.published == published
    assert ("warnings" in document.meta) == (published is None)


def test_a_missing_quotation_mark_is_warned_of() -> None:
    source = 'title,text\nOne,"Text that never\nends, it seems\nTwo,More text\n'
    found = documents(source) + documents("title,text\nOne,A,B text\n")
    assert any("quotation mark" in "".join(each.meta.get("warnings", [])) for each in found)


def test_tables_of_marks_are_no_articles() -> None:
    with pytest.raises(UnreadableArticle, match="marks"):
        documents("id,target,reply_to,annotator,annotator_name,text,created\n1,2,,3,Ana,Why?,now\n")


@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_refused_in_a_sentence(data: bytes) -> None:
    try:
        found = list(read_csv(Path("a.csv"), b"title,text\n" + data))
    except UnreadableArticle as error:
        found = [Refusal(Path("a.csv"), error.reason)]
    for each in found:
        if isinstance(each, Document):
            check(each)
        else:
            assert each.reason.endswith(".")


# JSON Lines ------------------------------------------------------------------------------------------


def lines(*rows: object) -> str:
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


def test_json_lines_with_lists_objects_and_numbers(tmp_path: Path) -> None:
    row = {
        "title": TITLE,
        "content": list(BODY),
        "authors": [{"name": "Nela Quist"}, "Tom Bex"],
        "source": {"id": None, "name": "Ferry Post"},
        "publishedAt": 1764016200,
        "url": ADDRESS,
        "score": 0.5,
        "tags": ["port", "fees"],
    }
    (tmp_path / "a.jsonl").write_text(lines(row), encoding="utf-8")
    (document,) = read_file(tmp_path / "a.jsonl")
    assert lines_of(document) == [TITLE, *BODY]
    assert (document.byline, document.source) == ("Nela Quist, Tom Bex", "Ferry Post")
    assert (document.published, document.meta["published_at"]) == ("2025-11-24", "2025-11-24T20:30:00+00:00")
    assert document.meta["columns"] == {"score": "0.5", "tags": "port, fees"}


def test_a_text_that_a_service_cut_is_marked_as_a_teaser() -> None:
    (document,) = documents(lines({"title": TITLE, "content": f"{BODY[0]}… [+1423 chars]"}), "a.jsonl")
    assert document.text.endswith(BODY[0])
    assert document.meta["teaser"] is True


def test_lines_that_are_no_objects_are_refusals() -> None:
    deep = '{"text": ' + "[" * 100_000 + "]" * 100_000 + "}"
    data = lines({"text": BODY[0]}, [1], {"text": None}) + f"\nno json\n{deep}\n"
    reader = next(each for each in readers() if each.name == "jsonl")
    found = list(reader.read(Path("a.jsonl"), data.encode()))
    assert [type(each) for each in found] == [Document, Refusal, Refusal, Refusal]
    reasons = [each.reason for each in found if isinstance(each, Refusal)]
    assert "Row 2 " in reasons[0]
    assert "Row 3 " in reasons[1]
    assert "2 rows were left out (4, 5)" in reasons[2]


def test_annotation_sets_are_no_articles() -> None:
    ours = b'{"type":"set","format":"annotator-set","version":1,"project_id":"p","project":"Harbour"}\n'
    assert recognise_json_lines(Path("a.jsonl"), ours) == 0
    assert recognise_json_lines(Path("a.jsonl"), b'\xef\xbb\xbf{"text": "a"}\n') > 0.5
    assert recognise_json_lines(Path("a.jsonl"), b"text") == 0
    for mark in ({"label": [[0, 5, "Claim"]]}, {"spans": [{"start": 0, "end": 5, "label": "Claim"}]}):
        with pytest.raises(UnreadableArticle, match="marks"):
            documents(lines({"text": BODY[0], **mark}), "a.jsonl")


# Workbooks -------------------------------------------------------------------------------------------


def workbook(*rows: list[object], **more: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    for name, further in more.items():
        sheet = book.create_sheet(name)
        for row in further:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed(data: bytes, change: dict[str, bytes]) -> bytes:
    """The workbook with some of its parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in change:
                new.writestr(name, old.read(name))
        for name, content in change.items():
            new.writestr(name, content)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_a_workbook_with_a_line_above_its_heading_and_further_sheets(tmp_path: Path) -> None:
    data = workbook(
        ["Reports of the week"],
        list(ROW),
        [*list(ROW.values())[:3], datetime(2025, 11, 24, 23, 30), *list(ROW.values())[4:]],
        Empty=[],
        Notes=[["who", "what"], ["Ana", "nothing"]],
        More=[["Title", "Text"], ["Second", "One more report."], [None, None], ["Third", None]],
    )
    (tmp_path / "a.xlsx").write_bytes(data)
    found = list(read_parts(tmp_path / "a.xlsx"))
    first, second, refusal = found
    assert isinstance(first, Document)
    check_row(first)
    assert first.meta["published_at"] == "2025-11-24T23:30:00"
    assert isinstance(second, Document)
    assert (second.title, second.meta["sheet"], second.meta["row"]) == ("Second", "More", "2")
    assert isinstance(refusal, Refusal)
    assert "Row 4 " in refusal.reason
    assert preview(tmp_path / "a.xlsx", data).headings == tuple(ROW)


def test_a_workbook_without_text_is_refused_with_its_columns() -> None:
    with pytest.raises(UnreadableArticle, match="“Nr”, “Was”"):
        documents(workbook(["Nr", "Was"], [1, TEXT]), "a.xlsx")
    (document,) = documents(workbook(["Nr", "Was"], [1, TEXT]), "a.xlsx", {"text": "Was"})
    assert document.meta["columns"] == {"Nr": "1"}


def test_the_source_of_a_formula_is_no_text() -> None:
    found = documents(
        workbook(["title", "text"], ["One", '=WEBSERVICE("https://x.example")'], ["Two", "Text."]), "a.xlsx"
    )
    assert [document.title for document in found] == ["Two"]


def test_a_full_cell_is_warned_of() -> None:
    (document,) = documents(workbook(["text"], ["a" * 32_767]), "a.xlsx")
    assert "end may be missing" in document.meta["warnings"][0]


def test_a_workbook_that_declares_a_million_rows_is_read_at_once() -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/>'
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>text</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>One report.</t></is></c><c r="XFD2"><v>1</v></c></row>'
        '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData></worksheet>'
    )
    (document,) = documents(changed(workbook(["text"]), {SHEET: sheet.encode()}), "a.xlsx")
    assert document.text == "One report."


def test_hostile_and_damaged_workbooks_are_refused() -> None:
    sound = workbook(["title", "text"], ["One", "Text."])
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "lol">{entities}]><worksheet>&e9;</worksheet>'.encode()
    outside = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><worksheet>&e;</worksheet>'
    linked = changed(sound, {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})
    for data in (
        changed(sound, {SHEET: bomb}),
        changed(sound, {SHEET: outside}),
        changed(sound, {"xl/workbook.xml": bomb}),
        changed(sound, {SHEET: b"<worksheet><sheetData><row"}),
        linked,
        sound[: len(sound) // 2],
        b"\xd0\xcf\x11\xe0" + bytes(600),
        b"no workbook",
        workbook(),
    ):
        with pytest.raises(UnreadableArticle, match=r"^a\.xlsx: The .*\.$"):
            documents(data, "a.xlsx")
    with pytest.raises(UnreadableArticle, match="other files"):
        documents(linked, "a.xlsx")


def test_a_workbook_that_expands_beyond_measure_is_refused() -> None:
    data = changed(workbook(["text"], ["Text."]), {"xl/media/zeros.bin": bytes(20 * 1024**2)})
    # The size is declared in the list at the end of the file: made larger there, nothing need be that large.
    small, large = (20 * 1024**2).to_bytes(4, "little"), (2 * 1024**3).to_bytes(4, "little")
    with pytest.raises(UnreadableArticle, match="expands"):
        documents(data.replace(small, large), "a.xlsx")


def test_a_line_past_all_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.readers.lines.LINE_LIMIT", 1000)
    for name, data in (("a.csv", b"title,text\nBoats," + b"fee " * 500), ("a.jsonl", b'{"text": "' + b"fee " * 500)):
        reader = next(reader for reader in readers() if name.endswith(reader.suffixes))
        with pytest.raises(UnreadableArticle, match="more than 1,000 characters"):
            list(reader.read(Path(name), data))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "windows-1252"])
def test_the_encoding_is_told_from_the_beginning_of_a_long_table(
    monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    monkeypatch.setattr("annotator.readers.lines._SAMPLE", 1003)
    rows = [{"title": f"Fähre {number}", "text": " ".join(BODY)} for number in range(20)]
    found = list(read_csv(Path("a.csv"), table(*rows).encode(encoding)))
    assert [each.title for each in found if isinstance(each, Document)] == [row["title"] for row in rows]
    assert all(" ".join(BODY) in each.text for each in found if isinstance(each, Document))
