"""REFI-QDA projects: valid by the schema, taken from other programs with their habits, hostile ones refused."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from msgspec import structs

from annotator.errors import FileError
from annotator.formats import FileReport, ReadOptions, format_named, recognise_file
from annotator.formats.refi_qda import write
from annotator.readers.styled import styled_text
from annotator.records import (
    AnnotatorRecord,
    ArticleRecord,
    ClaimRecord,
    CommentRecord,
    MentionRecord,
    PassageRecord,
    Record,
    SpeakerRecord,
    TopicRecord,
)
from tests.formats.golden import TEXT, golden_set
from tests.readers.made_office import docx_bytes
from tests.strategies import annotation_sets

FORMAT = format_named("refi-qda")
SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("refi-qda-project-1.0.xsd")))
SPACE = "urn:QDA-XML:project:1.0"
slowly = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

ANN, BOB = "1b0b1791-be46-4557-9957-7333544cfaf2", "2b0b1791-be46-4557-9957-7333544cfaf2"
SOURCE, FEES, PORT, QUAY = (f"{n}a0b1791-be46-4557-9957-7333544cfaf2" for n in range(4))
CASE, NOTE = "8a0b1791-be46-4557-9957-7333544cfaf2", "9a0b1791-be46-4557-9957-7333544cfaf2"
NEWS = "The port 🚢 is shut.\r\nFees rise, said Mira.\r\n"


def taken(path: Path, **options: Any) -> tuple[list[Any], FileReport]:
    assert FORMAT.read is not None
    report = FileReport(str(path), FORMAT.name)
    return list(FORMAT.read(path, partial=False, report=report, options=ReadOptions(**options))), report


def project_in(path: Path) -> Any:
    with zipfile.ZipFile(path) as pack:
        return etree.fromstring(pack.read("project.qde"))


def found(root: Any, name: str) -> list[Any]:
    return list(root.iter(f"{{{SPACE}}}{name}"))


def test_a_project_is_valid_and_says_who_did_what(tmp_path: Path) -> None:
    written = write(golden_set(), tmp_path / "a.qdpx")
    root = project_in(tmp_path / "a.qdpx")
    SCHEMA.assertValid(root)
    assert [each.get("name") for each in found(root, "User")] == ["Ana", "Ben"]
    assert [each.get("name") for each in found(root, "Case")] == ["Mira Okafor", "M. Okafor"]
    assert len(found(root, "SelectionRef")) == 1
    assert {each.get("name") for each in found(root, "Link")} == {"continues", "Cue", "says", "reported_by"}
    names = {each.get("guid"): each.get("name") for each in found(root, "Code")}
    claim = next(each for each in found(root, "PlainTextSelection") if each.get("name").startswith("the port loses"))
    codes = [names[each.get("targetGUID")] for each in claim.iter(f"{{{SPACE}}}CodeRef")]
    assert codes == ["Claim", "direct", "high", "Dues", "Ports"]
    assert TEXT[int(claim.get("startPosition")) : int(claim.get("endPosition"))] == claim.get("name")
    assert "-1 for certainty" in {each.text for each in found(root, "PlainTextContent")}
    assert written.counts["claim"] == 2
    assert write(golden_set(), tmp_path / "b.qdpx").sha256 == written.sha256


@slowly
@given(annotation_sets())
def test_any_project_is_valid(made: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(made, Path(folder) / "a.qdpx")
        SCHEMA.assertValid(project_in(Path(folder) / "a.qdpx"))


def test_without_the_marks_of_our_own_it_says_the_same_in_codes(tmp_path: Path) -> None:
    """As when another program saved it."""
    write(golden_set(), tmp_path / "a.qdpx")
    with zipfile.ZipFile(tmp_path / "a.qdpx") as pack:
        entries = {name: pack.read(name) for name in pack.namelist() if name != "annotator-marks.txt"}
    records, report = taken(packed(tmp_path / "b.qdpx", entries))
    assert not report.refused
    claim = next(each for each in records if isinstance(each, ClaimRecord) and len(each.parts) == 2)
    assert [each.quote for each in claim.cue] == ["said"]
    assert (claim.quotation, claim.certainty, claim.note) == ("direct", "high", "-1 for certainty")
    names = {each.id: each.name for each in records if hasattr(each, "name")}
    assert [each.role for each in claim.speakers] == ["says", "reported_by"]
    assert names[claim.speakers[0].speaker or ""] == "Mira Okafor"
    assert [names[each.topic] for each in claim.topics] == ["Dues", "Ports"]
    mention = next(each for each in records if isinstance(each, MentionRecord) and each.speaker)
    assert names[mention.speaker or ""] == "Mira Okafor"


def test_topics_and_speakers_come_along_with_what_is_said_of_them(tmp_path: Path) -> None:
    written = write(golden_set(), tmp_path / "a.qdpx")
    records, _ = taken(tmp_path / "a.qdpx")
    topics = {each.id: (each.name, each.parent, each.definition) for each in records if isinstance(each, TopicRecord)}
    assert topics["t-2"] == ("Fees", "t-1", "What ships pay")
    assert set(topics) == {"t-1", "t-2", "t-3"}
    assert {each.id for each in records if isinstance(each, SpeakerRecord)} == {"s-1", "s-2"}
    assert (written.loses["topic"], written.loses["speaker"]) == (2, 2)


def test_characters_that_xml_cannot_hold_are_counted(tmp_path: Path) -> None:
    rung = [
        structs.replace(each, name="Fees \a\a") if isinstance(each, TopicRecord) and each.id == "t-2" else each
        for each in golden_set()
    ]
    for name in ("refi-qda", "xmi"):
        fmt = format_named(name)
        assert fmt.write is not None
        plain, marked = fmt.write(golden_set(), tmp_path / f"{name}.1.zip"), fmt.write(rung, tmp_path / f"{name}.2.zip")
        assert marked.loses.get("controls", 0) - plain.loses.get("controls", 0) == 2


def test_a_codebook_alone_goes_out_and_comes_back(tmp_path: Path) -> None:
    alone = format_named("refi-qdc")
    assert alone.write is not None
    assert alone.read is not None
    written = alone.write(golden_set(), tmp_path / "a.qdc")
    schema = etree.XMLSchema(etree.parse(Path(__file__).with_name("refi-qda-codebook-1.0.xsd")))
    schema.assertValid(etree.parse(tmp_path / "a.qdc"))
    recognised = recognise_file(tmp_path / "a.qdc")
    assert recognised is alone
    found = list(alone.read(tmp_path / "a.qdc", partial=False, report=FileReport("", "")))
    assert [each.name for each in found if isinstance(each, TopicRecord)] == ["Ports", "Fees", "Dues"]
    assert written.counts == {"topic": 3}
    assert written.loses["claim"] == 3
    with pytest.raises(FileError, match="There are no topics"):
        alone.write(golden_set()[:1], tmp_path / "b.qdc")
    assert not (tmp_path / "b.qdc").exists()


# Projects of others ----------------------------------------------------------------------------------


def packed(path: Path, entries: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in entries.items():
            pack.writestr(name, data)
    return path


def selection(number: int, start: int, end: int, *codes: str, more: str = "", user: str = ANN, name: str = "") -> str:
    identity = f"{number:08x}-be46-4557-9957-7333544cfaf2"
    coded = "".join(
        f'<Coding guid="{identity}" creatingUser="{{{user.upper()}}}"><CodeRef targetGUID="{each}"/></Coding>'
        for each in codes
    )
    place = f'startPosition="{start}" endPosition="{end}" creationDateTime="2024-09-15T15:36:47"'
    return f'<PlainTextSelection guid="{identity}" name="{name}" {place}>{coded}{more}</PlainTextSelection>'


def project(
    selections: str, *, content: str = f'plainTextPath="internal://{SOURCE.upper()}.TXT"', more: str = ""
) -> bytes:
    """A project as another program might write it."""
    return f"""<?xml version="1.0"?><Project xmlns="{SPACE}" name="Fees" origin="Other 1.0"><Users>
        <User guid="{ANN.upper()}" name="Ann"/><User guid="{BOB}" name="Bob"/></Users><CodeBook><Codes>
        <Code guid="{PORT}" name="Port" isCodable="true"><Description>All of it</Description>
        <Code guid="{FEES}" name="Fees" isCodable="true" color="#ff0000"/></Code>
        <Code guid="{QUAY}" name="Claim" isCodable="true"/></Codes></CodeBook>
        <Cases><Case guid="{CASE}" name="Mira"><SelectionRef targetGUID="00000002-be46-4557-9957-7333544cfaf2"/></Case>
        </Cases><Sources><TextSource guid="{SOURCE}" name="News" {content}>{selections}</TextSource>{more}</Sources>
        <Notes><Note guid="{NOTE}" name="Memo"><PlainTextContent>Look again</PlainTextContent></Note></Notes>
        </Project>""".encode()


def other(path: Path, qde: bytes, text: bytes = NEWS.encode()) -> Path:
    return packed(path, {"Project.qde": qde, f"sources/{SOURCE}.txt": text, "sources/.root": b""})


def marks(records: list[Any]) -> list[tuple[str, str]]:
    return [
        (type(each).__name__.removesuffix("Record"), " … ".join(part.quote for part in each.parts))
        for each in records
        if isinstance(each, ClaimRecord | MentionRecord | PassageRecord)
    ]


def test_codes_are_topics_and_users_annotators(tmp_path: Path) -> None:
    second = selection(2, 21, 30, QUAY, FEES, user=BOB, more=f'<NoteRef targetGUID="{NOTE}"/>', name="Fees rise")
    path = other(tmp_path / "a.qdpx", project(selection(1, 4, 10, PORT, name="port 🚢") + second))
    records, report = taken(path)
    assert not report.refused
    assert marks(records) == [("Claim", "Fees rise"), ("Passage", "port 🚢"), ("Passage", "Fees rise")]
    by_id = {each.id: each for each in records if hasattr(each, "id")}
    claim = next(each for each in records if isinstance(each, ClaimRecord))
    assert claim.note == "Memo\nLook again"
    assert by_id[claim.annotator].name == "Bob"
    assert claim.created == "2024-09-15T15:36:47Z"
    passage = records[-1]
    assert by_id[passage.topic].name == "Fees"
    assert by_id[by_id[passage.topic].parent].definition == "All of it"
    assert passage.fields["Case"] == f"{CASE} Mira"
    found_format = recognise_file(path)
    assert found_format is not None
    assert found_format.name == "refi-qda"


def test_a_coding_is_of_who_coded_whoever_selected(tmp_path: Path) -> None:
    one = selection(1, 4, 10, PORT, user=BOB).replace(
        "<PlainTextSelection ", f'<PlainTextSelection creatingUser="{ANN}" '
    )
    again = f'<Coding guid="{CASE}" creatingUser="{ANN}"><CodeRef targetGUID="{FEES}"/></Coding>'
    records, report = taken(other(tmp_path / "a.qdpx", project(one.replace("</Plain", f"{again}</Plain"))))
    assert not report.refused
    names = {each.id: each.name for each in records if isinstance(each, AnnotatorRecord | TopicRecord)}
    coded = [(names[each.annotator], names[each.topic]) for each in records if isinstance(each, PassageRecord)]
    assert sorted(coded) == [("Ann", "Fees"), ("Bob", "Port")]


@pytest.mark.parametrize(
    ("start", "end"), [(20, 29), (21, 30), (22, 31), (21, 29)], ids=["one", "two", "utf-16", "inclusive"]
)
def test_the_way_of_counting_is_found_from_the_names(tmp_path: Path, start: int, end: int) -> None:
    """CR LF as one character or two, UTF-16 units, ends inclusive."""
    path = other(tmp_path / "a.qdpx", project(selection(1, start, end, PORT, name="Fees rise")))
    records, report = taken(path)
    assert marks(records) == [("Passage", "Fees rise")]
    assert report.moved + report.uncertain + report.orphans == 0


def test_a_whole_source_may_be_coded_and_labels_mapped(tmp_path: Path) -> None:
    coding = f'<Coding guid="{BOB}"><CodeRef targetGUID="{PORT}"/></Coding>'
    path = other(tmp_path / "a.qdpx", project(selection(1, 4, 8, FEES) + coding))
    records, _ = taken(path, labels={"Fees": "mention"})
    assert marks(records)[0] == ("Mention", "port")
    assert marks(records)[1][1].startswith("The port 🚢")
    assert not [each for each in records if isinstance(each, SpeakerRecord)]
    assert FORMAT.labels is not None
    assert {each.name: each.kind for each in FORMAT.labels(path, ReadOptions())} == {
        "Fees": "passage",
        "Port": "passage",
    }


def test_what_has_no_place_is_said(tmp_path: Path) -> None:
    picture = f'<PictureSource guid="{BOB}" name="Photo"/>'
    empty = f'<TextSource guid="{ANN}" name="Empty" plainTextPath="internal://x.txt" richTextPath="internal://x.docx"/>'
    unknown = selection(1, 4, 8, "deadbeef-be46-4557-9957-7333544cfaf2")
    placeless = '<PlainTextSelection guid="0" startPosition="-1" endPosition="x"/>'
    qde = project(unknown + placeless + selection(3, 0, 3), more=picture + empty)
    _, report = taken(other(tmp_path / "a.qdpx", qde))
    reasons = " ".join(each.reason for each in report.refused)
    assert "is not in the codebook" in reasons
    assert "has no positions" in reasons
    assert "It is a PictureSource without a plain text" in reasons
    assert "Neither a plain text nor x.docx is in the archive" in reasons
    assert "a.qdpx: no place for selections without a code (1)" in report.ignored


def interview(package: Any) -> None:
    """The news as a Word document, with a paragraph that an article would leave out."""
    package.add_paragraph("By Mira Okafor")
    for line in NEWS.split("\r\n"):
        package.add_paragraph(line)


def test_a_source_that_is_a_word_document_alone_is_read(tmp_path: Path) -> None:
    text = "By Mira Okafor\r\n" + NEWS
    at = text.index("port")
    spans = [
        selection(1, at, at + 4, PORT, name="port"),
        selection(2, 0, 2, PORT, name="By"),
        selection(3, at, at + 4, FEES),
    ]
    content = f'plainTextPath="internal://{SOURCE}.txt" richTextPath="internal://{SOURCE}.docx"'
    entries = {
        "project.qde": project("".join(spans), content=content),
        f"sources/{SOURCE}.docx": docx_bytes(interview),
        f"sources/{SOURCE}.txt": b"\n",
    }
    path = packed(tmp_path / "a.qdpx", entries)
    records, report = taken(path, styled_text=styled_text)
    (article,) = (each for each in records if isinstance(each, ArticleRecord))
    assert article.text == text.replace("\r\n", "\n").strip()
    assert sorted(marks(records)) == [("Passage", "By"), ("Passage", "port"), ("Passage", "port")]
    assert report.refused == []
    # That one has no words beside it, and who knows how the other program counts in a Word document.
    (doubt,) = (each for each in records if isinstance(each, CommentRecord))
    assert doubt.text.startswith("Look at the place: the file says 20–24 (Fees)")
    assert any(f"no plain text beside {SOURCE}.docx" in each for each in report.ignored)


def test_a_styled_source_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    content = f'richTextPath="internal://{SOURCE}.docx"'
    for data, why in ((b"PK\x03\x04no", "damaged"), (b"text", "not a Word document"), (docx_bytes(str), "no text")):
        entries = {"project.qde": project(selection(1, 4, 8, PORT), content=content), f"sources/{SOURCE}.docx": data}
        records, report = taken(packed(tmp_path / "a.qdpx", entries), styled_text=styled_text)
        assert marks(records) == []
        (refused,) = report.refused
        assert why in refused.reason
        assert "1 selections were left out" in refused.reason


@pytest.mark.parametrize("place", [f"{SOURCE}.txt", f"sources/{SOURCE}.TXT", f"internal://sources/{SOURCE}.txt"])
def test_paths_as_programs_write_them_find_the_text(tmp_path: Path, place: str) -> None:
    qde = project(selection(1, 4, 8, PORT), content=f'plainTextPath="{place}"')
    entries = {"Fees/project.qde": qde, f"Fees/Sources/{SOURCE}.txt": NEWS.encode(), "__MACOSX/._project.qde": b"x"}
    records, report = taken(packed(tmp_path / "a.qdpx", entries))
    assert not report.refused
    assert marks(records) == [("Passage", "port")]


def test_text_within_the_project_is_read(tmp_path: Path) -> None:
    content = f'richTextPath=""><PlainTextContent>{NEWS}</PlainTextContent'
    records, _ = taken(packed(tmp_path / "a.qdpx", {"x.QDE": project(selection(1, 4, 8, PORT), content=content)}))
    assert marks(records) == [("Passage", "port")]
    assert [each.text for each in records if isinstance(each, ArticleRecord)] == [NEWS.replace("\r\n", "\n")]


# Hostile projects ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "doctype",
    [
        b'<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;"><!ENTITY j "&b;&b;&b;&b;&b;&b;">]>',
        b'<!DOCTYPE p [<!ENTITY j SYSTEM "file:///etc/hostname">]>',
        b'<!DOCTYPE p SYSTEM "http://example.org/p.dtd">',
    ],
)
def test_document_types_are_refused(tmp_path: Path, doctype: bytes) -> None:
    qde = project(selection(1, 4, 8, PORT)).replace(b'"?>', b'"?>' + doctype).replace(b"Look again", b"&j;")
    with pytest.raises(FileError, match=r"defines document types|no valid XML"):
        taken(other(tmp_path / "a.qdpx", qde))


def test_a_text_outside_the_archive_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(NEWS)
    for place in ("internal://../secret.txt", f"absolute:///{tmp_path}/secret.txt", "relative:///secret.txt"):
        qde = project(selection(1, 4, 8, PORT), content=f'plainTextPath="{place}"')
        records, report = taken(packed(tmp_path / "a.qdpx", {"project.qde": qde, "../secret.txt": b"x"}))
        assert marks(records) == []
        assert any("Its text is not in the archive" in each.reason for each in report.refused)


@pytest.mark.parametrize("qde", [b"", b"<", b"\0" * 100, b"<Project>", b"<Project/>", b"<a>" * 100_000])
def test_what_is_no_project_is_refused_or_empty(tmp_path: Path, qde: bytes) -> None:
    try:
        records, _ = taken(packed(tmp_path / "a.qdpx", {"project.qde": qde}))
    except FileError as error:
        assert "no valid XML" in str(error)  # noqa: PT017
    else:
        assert records == []


def test_codes_whose_ids_are_no_uuids_are_found(tmp_path: Path) -> None:
    qde = (
        project(selection(1, 4, 8, "c-Port", name="port"))
        .decode()
        .replace(f'Code guid="{PORT}"', 'Code guid="{C-port}"')
    )
    records, report = taken(other(tmp_path / "a.qdpx", qde.encode()))
    assert report.refused == []
    passage = next(each for each in records if isinstance(each, PassageRecord))
    topics = {each.id: each for each in records if isinstance(each, TopicRecord)}
    assert topics[passage.topic].name == "Port"
    assert next(each.parent for each in topics.values() if each.name == "Fees") == passage.topic


@pytest.mark.parametrize("shift", [0, 1], ids=["mark not counted", "mark counted"])
@pytest.mark.parametrize("names", [False, True])
def test_places_behind_a_byte_order_mark_are_told_by_words_or_are_in_doubt(
    tmp_path: Path, shift: int, names: bool
) -> None:
    words = ["port", "shut", "rise", "Mira"]
    text = "\ufeff" + NEWS.replace("\r\n", "\n").replace("🚢", "-")
    places = [text.index(word) - 1 + shift for word in words]

    def marked(count: int) -> tuple[list[tuple[str, str]], int]:
        selections = "".join(
            selection(number, at, at + 4, PORT, name=word if names else "")
            for number, (at, word) in enumerate(list(zip(places, words, strict=True))[:count], 1)
        )
        path = other(tmp_path / f"{count}.qdpx", project(selections), text.encode())
        records, report = taken(path)
        return marks(records), report.uncertain

    assert marked(4) == ([("Passage", word) for word in words], 0)
    assert marked(1) == ([("Passage", "port")], 0 if names else 1)
