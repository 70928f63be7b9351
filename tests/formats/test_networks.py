"""Networks of speakers and topics: the counts, and that other programs read the graphs and matrices."""

from __future__ import annotations

import csv
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

import networkx
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from annotator.errors import FileError
from annotator.formats import format_named, matrices, no_progress
from annotator.formats.networks import Network
from annotator.records import (
    AnnotatorRecord,
    ClaimRecord,
    ClaimSpeaker,
    ClaimTopic,
    Part,
    Record,
    SetRecord,
    SpeakerRecord,
    TopicRecord,
)
from tests.formats.golden import LAST, MOMENT, golden_set
from tests.strategies import annotation_sets

GRAPHS = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}
slowly = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def claim(number: int, who: str, topic: str, stance: Any, role: Any = "says") -> ClaimRecord:
    """A claim of one speaker on one topic."""
    said, about = (ClaimSpeaker(who, role),), (ClaimTopic(topic, stance),)
    alone: tuple[Any, ...] = ((Part(0, 1, "H"),), (), said, about, None, None, None, "", {}, ())
    return ClaimRecord(f"c-{number}", "d-1", 1, "a-1", *alone, *LAST)


def dispute() -> list[Record]:
    """Ana and Ben are for the fees, Cem is against them; Ana is merged from another entry; Dov only reports."""
    views = [("ana", "supports"), ("an", "supports"), ("ben", "supports"), ("cem", "opposes"), ("ben", None)]
    return [
        SetRecord("annotator-set", 1, "p", "Fees", MOMENT, "test"),
        AnnotatorRecord("a-1", "Eve", "E", "#000000", "person"),
        TopicRecord("port", "Port"),
        TopicRecord("fees", "=Fees", "port", colour="#3b7dd8"),
        *(SpeakerRecord(each, each.capitalize()) for each in ("ana", "ben", "cem", "dov")),
        SpeakerRecord("an", "An", merged_into="ana"),
        *(claim(number, who, "fees", stance) for number, (who, stance) in enumerate(views)),
        claim(9, "dov", "fees", "opposes", "reported_by"),
    ]


def network_of(records: list[Record]) -> Network:
    made = Network()
    made.take_all(records, no_progress)
    return made


def test_ties_are_counted_by_stance_and_merged_speakers_are_one() -> None:
    found = network_of(dispute())
    assert found.speakers() == ["ana", "ben", "cem"]
    assert found.topics() == ["fees"]
    assert dict(found.ties["ana", "fees"]) == {"supports": 2}
    assert dict(found.ties["ben", "fees"]) == {"supports": 1, "none": 1}
    assert found.loses["claim"] == 1


def test_congruence_and_conflict_count_topics() -> None:
    found = network_of(dispute())
    assert found.congruence() == {("ana", "ben"): 1}
    assert found.conflict() == {("ana", "cem"): 1, ("ben", "cem"): 1}


def test_a_speaker_on_both_sides_agrees_and_disagrees() -> None:
    found = network_of([*dispute(), claim(10, "cem", "fees", "supports")])
    assert found.congruence() == {("ana", "ben"): 1, ("ana", "cem"): 1, ("ben", "cem"): 1}
    assert found.conflict() == {("ana", "cem"): 1, ("ben", "cem"): 1}


@pytest.mark.parametrize("name", GRAPHS)
def test_networkx_reads_the_graph(tmp_path: Path, name: str) -> None:
    out = tmp_path / f"a.{name}"
    write = format_named(name).write
    assert write is not None
    write(dispute(), out)
    graph = GRAPHS[name](out)
    assert graph.nodes["speaker ana"]["label"] == "Ana"
    assert graph.nodes["topic fees"]["label"] == "Port / =Fees"
    assert graph.nodes["topic fees"]["colour"] == "#3b7dd8"
    edges = {(one, other, each["relation"]): each for one, other, each in graph.edges(data=True)}
    assert edges["speaker ana", "topic fees", "claims"]["weight"] == 2
    assert edges["speaker ana", "topic fees", "claims"]["supports"] == 2
    assert edges["speaker ana", "speaker ben", "congruence"]["weight"] == 1
    assert edges["speaker ben", "speaker cem", "conflict"]["weight"] == 1
    assert len(edges) == 6


@pytest.mark.parametrize("name", [*GRAPHS, "matrix"])
def test_the_same_records_give_the_same_bytes(tmp_path: Path, name: str) -> None:
    write = format_named(name).write
    assert write is not None
    first = write(golden_set(), tmp_path / "a.zip")
    assert write(golden_set(), tmp_path / "b.zip").sha256 == first.sha256
    assert b"lastmodified" not in (tmp_path / "a.zip").read_bytes()


@slowly
@given(annotation_sets())
def test_any_set_makes_graphs_that_can_be_read(made: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, read in GRAPHS.items():
            out = Path(folder) / name
            write = format_named(name).write
            assert write is not None
            written = write(made, out)
            graph = read(BytesIO(out.read_bytes()))
            assert len(graph) == written.counts["speaker"] + written.counts["topic"]
            etree.fromstring(out.read_bytes())


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text("utf-8-sig").splitlines()))


def test_matrices_have_labels_and_counts(tmp_path: Path) -> None:
    matrices.write(dispute(), tmp_path / "m")
    assert rows_of(tmp_path / "m" / "claims.csv") == [["", "Port / =Fees"], ["Ana", "2"], ["Ben", "2"], ["Cem", "1"]]
    assert rows_of(tmp_path / "m" / "supports.csv")[1:] == [["Ana", "2"], ["Ben", "1"], ["Cem", "0"]]
    assert rows_of(tmp_path / "m" / "conflict.csv") == [
        ["", "Ana", "Ben", "Cem"],
        ["Ana", "0", "0", "1"],
        ["Ben", "0", "0", "1"],
        ["Cem", "1", "1", "0"],
    ]


def test_labels_of_a_matrix_differ_and_cannot_be_run(tmp_path: Path) -> None:
    twins: list[Record] = [SpeakerRecord("x", "=Ana()"), SpeakerRecord("y", "=Ana()")]
    holds = [claim(20, "x", "fees", None), claim(21, "y", "fees", None)]
    matrices.write([*dispute()[:4], *twins, *holds], tmp_path / "m")
    assert [line[0] for line in rows_of(tmp_path / "m" / "claims.csv")] == ["", "'=Ana()", "'=Ana() (2)"]


def test_a_matrix_that_no_program_opens_is_not_written(tmp_path: Path) -> None:
    people = [SpeakerRecord(f"s-{number}", f"S {number}") for number in range(4500)]
    claims = [claim(number, each.id, "fees", None) for number, each in enumerate(people)]
    with pytest.raises(FileError, match="A matrix of 4,500 speakers is too large"):
        matrices.write([*dispute()[:4], *people, *claims], tmp_path / "m")
    assert list(tmp_path.iterdir()) == []
