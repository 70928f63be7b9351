"""Sets of other tools on the command line: the map of labels, texts that lie apart, what is told of doubts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = "Mira Okafor said: “no ships”.\n"
ANN = (
    "T1\tSource 0 11\tMira Okafor\nT2\tCue 12 17\tsaid:\nT3\tContent 18 28\t“no ships”\nT4\tPort 22 27\tships\n"
    "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
)


@pytest.fixture
def project(tmp_path: Path, annotator: Run) -> Path:
    """An empty project."""
    assert annotator("new", tmp_path / "p").code == 0
    return tmp_path / "p"


@pytest.fixture
def marks(tmp_path: Path) -> Path:
    """A stand-off file whose text lies in another folder."""
    for name in ("marks", "text"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "one.txt").write_text(TEXT, "utf-8")
    (tmp_path / "marks" / "one_ana.ann").write_text(ANN, "utf-8")
    return tmp_path / "marks"


def test_labels_become_what_the_map_says(annotator: Run, project: Path, marks: Path) -> None:
    texts = ("--texts", marks.parent / "text")
    maps = ("--map", "Port=mention", "--map", "Source=ignore")
    (file,) = annotator("import", project, marks, *texts, *maps, "--json").json["files"]
    assert (file["format"], file["articles"], file["annotators"]) == ("brat", 1, 1)
    assert (file["claims"], file["mentions"], file["passages"]) == (1, 1, 0)
    assert file["ignored"] == ["left out, as asked: “Source” (1)"]


def test_a_map_that_is_none_is_answered_with_the_kinds_there_are(annotator: Run, project: Path, marks: Path) -> None:
    outcome = annotator("import", project, marks, "--map", "Port=place")
    outcome.refused(2, "“Port=place” maps no label", "claim, mention, cue, passage, ignore")


def test_what_was_moved_or_not_found_is_told(annotator: Run, project: Path, marks: Path) -> None:
    with (marks / "one_ana.ann").open("a", encoding="utf-8") as file:
        file.write("T8\tPort 30 35\tships\nT9\tPort 2 9\tno such words anywhere in it\n")
    outcome = annotator("import", project, marks, "--texts", marks.parent / "text")
    assert outcome.code == 0
    assert "1 moved, 0 uncertain, 1 not found in the text" in outcome.out
    assert "moved: one_ana.ann:6: 30–35 “ships” (Port), now at 22–27" in outcome.out
    assert "orphan: one_ana.ann:7" in outcome.out


def test_a_set_without_its_texts_is_refused_in_a_sentence(annotator: Run, project: Path, marks: Path) -> None:
    annotator("import", project, marks).refused(1, "Its text one_ana.txt is not beside it", "--texts")
    annotator("import", project, marks, "--texts", marks / "nowhere").refused(1, "There is no folder of this name")


def test_columns_of_a_table_may_be_named(annotator: Run, tagged: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Was,Wo,Artikel\nPort,Nobody else spoke,Port fees to rise\n", "utf-8")
    annotator("import", tagged, path, "--column", "colour=Was").refused(2, "“colour=Was” is no column")
    annotator("import", tagged, path, "--column", "quote=Where").refused(1, "no column “Where”", "“Wo”")
    taken = annotator("import", tagged, path, "--column", "quote=Wo", "--column", "label=Was", "--json")
    assert (taken.code, taken.json["files"][0]["format"], taken.json["files"][0]["passages"]) == (0, "table", 1)


def test_what_holds_no_set_says_what_and_what_to_do(annotator: Run, tagged: Path, tmp_path: Path) -> None:
    (tmp_path / "x.json").mkdir()
    annotator("import", tagged, tmp_path / "x.json").refused(1, "x.json: There is no annotation set in this folder")
    for name, content, why in (
        ("a.jsonl", b"", "The file is empty"),
        ("b.txt", b"words", "known are: brat, cas_json"),
        ("c.zip", b"PK\5\6" + bytes(18), "The archive is empty"),
    ):
        (tmp_path / name).write_bytes(content)
        annotator("import", tagged, tmp_path / name).refused(1, name, why)
    annotator("import", tagged, tmp_path / "b.txt", "--format", "html").refused(2, "can be written but not read")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
@pytest.mark.parametrize("more", [(), ("--format", "doccano")])
def test_a_pipe_is_not_waited_for(annotator: Run, tagged: Path, tmp_path: Path, more: tuple[str, ...]) -> None:
    os.mkfifo(tmp_path / "a.jsonl")
    annotator("import", tagged, tmp_path / "a.jsonl", *more).refused(1, "neither a file nor a folder")


def test_a_label_that_is_nowhere_is_told(annotator: Run, tagged: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("no ships", "utf-8")
    (tmp_path / "a.ann").write_text("T1\tPort2 3 8\tships\n", "utf-8")
    taken = annotator("import", tagged, tmp_path / "a.ann", "--map", "Port=claim", "--map", "Prot=claim", "--json")
    assert taken.json["files"][0]["ignored"] == ["nothing is called “Prot”"]
    assert taken.json["files"][0]["claims"] == 1


def test_a_set_never_takes_the_place_of_a_project(annotator: Run, tagged: Path, tmp_path: Path) -> None:
    project = tagged.with_suffix(".annotator")
    before = project.read_bytes()
    annotator("export", tagged, "-o", project, "--format", "native").refused(2, "place of a project")
    (tmp_path / "a.jsonl").hardlink_to(project)
    annotator("export", tagged, "-o", tmp_path / "a.jsonl").refused(2, "place of a project")
    annotator("export", tagged, "-o", tmp_path / "new.annotator", "--format", "native").refused(2, "another name")
    assert project.read_bytes() == before
