"""brat collections: attribution events, annotators in file names, units, and records that are not as they should be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.formats import ReadOptions, format_named
from annotator.formats.bundle import file_names
from annotator.records import (
    AnnotatorRecord,
    ArticleRecord,
    ClaimRecord,
    CommentRecord,
    MentionRecord,
    PassageRecord,
    SpeakerRecord,
    TopicRecord,
)
from tests.formats.golden import golden_set
from tests.formats.round_trips import read_back

BRAT = format_named("brat")
TEXT = "Mira Okafor said: “no ships”.\nLater, she added, “not one”."
ATTRIBUTION = (
    "T1\tSource 0 11\tMira Okafor\n"
    "T2\tCue 12 17\tsaid:\n"
    "T3\tContent 18 28\t“no ships”\n"
    "T4\tAttribution 12 17\tsaid:\n"
    "T5\tContent 48 57\t“not one”\n"
    "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3 Content2:T5\n"
)


def collection(folder: Path, files: dict[str, str | bytes]) -> Path:
    """A folder with these files."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def found(records: list[Any], kind: type) -> list[Any]:
    """The records of one kind."""
    return [each for each in records if isinstance(each, kind)]


def read(folder: Path, ann: str, text: str = TEXT, **options: Any) -> tuple[list[Any], Any]:
    """One text with the records of one annotator."""
    return read_back(BRAT, collection(folder, {"a.txt": text, "a.ann": ann}), **options)


def test_an_attribution_is_a_claim_with_its_cue_and_a_mention_whose_speaker_is_not_known(tmp_path: Path) -> None:
    records, report = read(tmp_path, ATTRIBUTION)
    (claim,), (mention,) = found(records, ClaimRecord), found(records, MentionRecord)
    assert [part.quote for part in claim.parts] == ["“no ships”", "“not one”"]
    assert [part.quote for part in claim.cue] == ["said:"]
    assert [(each.speaker, each.role, each.mention) for each in claim.speakers] == [(None, "says", mention.id)]
    assert (mention.speaker, mention.parts[0].quote) == (None, "Mira Okafor")
    assert (found(records, PassageRecord), report.ignored, report.refused) == ([], [], [])


def test_an_event_on_its_cue_needs_no_field_for_its_label(tmp_path: Path) -> None:
    ann = "T1\tCue 12 17\tsaid:\nT2\tContent 18 28\t“no ships”\nE1\tCue:T1 Content:T2\n"
    records, report = read(tmp_path, ann)
    (claim,) = found(records, ClaimRecord)
    assert ([part.quote for part in claim.cue], claim.fields) == (["said:"], {})
    assert report.ignored == []


def test_the_map_changes_what_labels_become(tmp_path: Path) -> None:
    records, report = read(tmp_path, ATTRIBUTION, labels={"Source": "ignore", "Cue": "ignore"})
    (claim,) = found(records, ClaimRecord)
    assert claim.speakers == ()
    assert found(records, MentionRecord) == []
    assert report.ignored == ["left out, as asked: “Source” (1)", "left out, as asked: “Cue” (1)"]


def test_files_of_several_annotators_on_texts_that_lie_apart(tmp_path: Path) -> None:
    files = {"text/day_1.txt": TEXT, "marks/day_1_ana.ann": ATTRIBUTION, "marks/day_1_b_en.ann": ATTRIBUTION}
    collection(tmp_path, files)
    for path, options in ((tmp_path, {}), (tmp_path / "marks", {"texts": tmp_path / "text"})):
        records, report = read_back(BRAT, path, **options)
        assert [each.name for each in found(records, AnnotatorRecord)] == ["ana", "b_en"]
        assert len(found(records, ArticleRecord)) == 1
        assert len({each.id for each in found(records, ClaimRecord)}) == 2
        assert report.refused == []
    _, report = read_back(BRAT, tmp_path / "marks")
    assert [each.reason for each in report.refused] == [
        f"Its text {name}.txt is not beside it; name the folder of the texts (--texts)."
        for name in ("day_1_ana", "day_1_b_en")
    ]


def test_the_same_files_give_the_same_ids(tmp_path: Path) -> None:
    first, _ = read(tmp_path / "one", ATTRIBUTION + ATTRIBUTION.replace("T", "T1").replace("E1", "E2"))
    second, _ = read(tmp_path / "two" / "one", ATTRIBUTION + ATTRIBUTION.replace("T", "T1").replace("E1", "E2"))
    assert {each.id for each in first} == {each.id for each in second}
    assert len(found(first, ClaimRecord)) == 2


def test_other_spans_are_passages_under_the_tree_of_the_configuration(tmp_path: Path) -> None:
    conf = "[entities]\nPlace\n\tPort\t\n!Other\n[relations]\nNear Arg1:Port, Arg2:Port\n"
    ann = "T1\tPort 18 28\t“no ships”\nA1\tOpen T1\nM2\tSize T1 big\n"
    ann += "#1\tAnnotatorNotes T1\tsee map\nN1\tReference T1 Atlas:12\tNorth\n"
    collection(tmp_path, {"annotation.conf": conf, "visual.conf": "[labels]\nPort | Sea port | P\n"})
    records, _ = read(tmp_path, ann)
    (passage,) = found(records, PassageRecord)
    assert passage.fields == {"Open": True, "Size": "big", "Atlas": "12 North"}
    assert passage.note == "see map"
    topics = {each.id: each for each in found(records, TopicRecord)}
    assert topics[passage.topic].name == "Sea port"
    assert topics[topics[passage.topic].parent].name == "Place"


def test_what_has_no_place_is_reported_and_kept_where_that_is_possible(tmp_path: Path) -> None:
    ann = (
        "T1\tPort 18 20\t“n\nT2\tPort 21 21\t\nT3\tSea 1 4\tnowhere to be found here\n"
        "R1\tNear Arg1:T1 Arg2:T9\nR2\tNear Arg1:T1 Arg2:T1\n#1\tAnnotatorNotes R2\tfar\n"
        "E1\tGo:T1 Who:T1\nA1\tFast E1\nnonsense\n"
    )
    records, report = read(tmp_path, ann)
    assert [each.reason for each in report.refused] == [
        "This is no record of brat; correct or remove the line.",
        "It refers to T9, which is not there.",
    ]
    assert (report.orphans, report.moved, report.uncertain) == (1, 0, 0)
    assert {each.text for each in found(records, CommentRecord)} == {
        "Port at 21",
        "Not found in the text: Sea at 1–4 “nowhere to be found here”",
        "Near: far",
    }
    assert found(records, PassageRecord)[0].fields == {"Fast": True}
    assert "no place for “Near” (1)" in report.ignored
    assert "no place for “Go” (1)" in report.ignored


def test_a_registered_mention_is_a_speaker_with_the_identifier(tmp_path: Path) -> None:
    records, _ = read(tmp_path, "T1\tSource 0 11\tMira Okafor\nN1\tReference T1 Wikidata:Q1\tMira Okafor\n")
    (speaker,) = found(records, SpeakerRecord)
    assert (speaker.name, speaker.identifiers) == ("Mira Okafor", {"wikidata": "Q1"})
    assert found(records, MentionRecord)[0].speaker == speaker.id


def test_newlines_in_records_and_lines_in_crlf(tmp_path: Path) -> None:
    ann = "T1\tContent 18 57\t“no ships”.\nLater, she added, “not one”\nT2\tCue 12 16;40 45\tsaid added\n"
    records, report = read(tmp_path / "one", ann)
    assert [part.quote for part in found(records, ClaimRecord)[0].parts] == [TEXT[18:57]]
    assert report.refused == []
    records, report = read(tmp_path / "two", ATTRIBUTION.replace("\n", "\r\n").replace("\t", " ", 1))
    assert len(found(records, ClaimRecord)) == 1
    assert report.refused == []


def in_utf16(text: str, place: int) -> int:
    """A place counted in UTF-16."""
    return len(text[:place].encode("utf-16-le")) // 2


def in_bytes(text: str, place: int) -> int:
    """A place counted in bytes."""
    return len(text[:place].encode())


COUNTS = {"code points": lambda text, place: place, "utf-16": in_utf16, "bytes": in_bytes}


@pytest.mark.parametrize("inclusive", [False, True], ids=["ends exclusive", "ends inclusive"])
@pytest.mark.parametrize("counted", ["crlf", "crlf as one", "bom", "bom not counted", "plain"])
@pytest.mark.parametrize("unit", COUNTS)
def test_the_unit_is_found_from_the_quotes(tmp_path: Path, unit: str, counted: str, inclusive: bool) -> None:
    plain = "Bé 😀😀 first.\nThe porté said 😀 no.\nميرا: الميناء مفتوح.\nLast words 😀 here."
    raw = {"crlf": plain.replace("\n", "\r\n"), "bom": "\ufeff" + plain}.get(counted.split()[0], plain)
    seen = plain if " " in counted else raw
    lines = []
    for number, words in enumerate(("first", "porté said 😀 no", "الميناء", "Last words 😀", "here"), 1):
        start, end = (COUNTS[unit](seen, place) for place in (seen.index(words), seen.index(words) + len(words)))
        lines.append(f"T{number}\tPort {start} {end - inclusive}\t{words}\n")
    records, report = read(tmp_path, "".join(lines), raw)
    assert [each.parts[0].quote for each in found(records, PassageRecord)] == [
        line.split("\t")[2][:-1] for line in lines
    ]
    assert (report.moved, report.uncertain, report.orphans) == (0, 0, 0)
    assert found(records, ArticleRecord)[0].text == plain
    assert len(report.ignored) == (unit != "code points" or inclusive or " " in counted)


def test_a_span_that_slipped_is_moved_and_says_so(tmp_path: Path) -> None:
    records, report = read(tmp_path, ATTRIBUTION + "T7\tPort 33 38\tLater\n")
    (passage,) = found(records, PassageRecord)
    assert (passage.parts[0].start, report.moved) == (TEXT.index("Later"), 1)
    comments = [each for each in found(records, CommentRecord) if each.target == passage.id]
    assert [each.text for each in comments] == [
        "The file places this at 33–38 “Later” (Port); its words stand at 30–35."
    ]


def test_labels_are_listed_with_counts_kinds_and_examples(tmp_path: Path) -> None:
    path = collection(
        tmp_path, {"a.txt": TEXT, "a.ann": ATTRIBUTION + "T6\tPort 21 23\tsh\nR1\tNear Arg1:T1 Arg2:T6\n"}
    )
    assert BRAT.labels is not None
    listed = {(each.what, each.name): each for each in BRAT.labels(path, ReadOptions())}
    content = listed["span", "Content"]
    assert (content.kind, content.count, content.examples) == ("claim", 2, ("“no ships”", "“not one”"))
    assert listed["span", "Port"].kind == "passage"
    assert (listed["event", "Attribution"].kind, listed["event", "Attribution"].count) == ("claim", 1)
    assert listed["relation", "Near"].kind is None
    assert listed["role", "Content2"].kind == "claim"


def test_names_of_files_are_safe_and_different() -> None:
    assert file_names(["../a", "A", "a", "", "con", "x" * 300, "a\0b/c"]) == [
        "a", "A-2", "a-3", "untitled", "_con", "x" * 60, "a_b_c",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        {"parts": [[0, 10**18]]},
        {"parts": [[5, 2]]},
        {"parts": [[-4, 3]]},
        {"created": "yesterday"},
        {"revision": 10**30},
        {"type": "claim", "parts": []},
        {"fields": {"a": [[[[]]]] * 3}, "id": ""},
    ],
)
def test_what_somebody_wrote_into_our_comments_is_not_believed(tmp_path: Path, change: dict[str, Any]) -> None:
    folder = tmp_path / "out"
    assert BRAT.write is not None
    BRAT.write(golden_set(), folder)
    for path in folder.rglob("*.ann"):
        lines = []
        for line in path.read_text("utf-8").splitlines():
            head, tab, own = line.partition("\t{")
            if tab:
                whole = json.loads("{" + own)
                whole["mark"] |= change
                line = f"{head}\t{json.dumps(whole)}"
            lines.append(line + "\n")
        path.write_text("".join(lines), "utf-8")
    records, _ = read_back(BRAT, folder)
    texts = {each.id: each.text for each in found(records, ArticleRecord)}
    marks = [each for each in records if isinstance(each, ClaimRecord | MentionRecord | PassageRecord)]
    assert all(
        texts[mark.article][p.start : p.end] == p.quote and p.end <= len(texts[mark.article])
        for mark in marks
        for p in mark.parts
    )
