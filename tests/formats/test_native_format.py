"""The native format as a whole: what is written is the schema's, and comes back as it was."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from annotator.errors import Cancelled, FileError
from annotator.formats import FileReport, format_named
from annotator.formats.native import inspect, records, write
from annotator.records import AnnotatorRecord, EndRecord, Record, SetRecord, kind_of
from tests.formats.golden import MOMENT, golden_set
from tests.strategies import annotation_sets

SCHEMA = json.loads((Path(__file__).parents[2] / "resources/annotation-set.schema.json").read_text("utf-8"))
BRANCHES = {branch["properties"]["type"]["const"]: branch for branch in SCHEMA["oneOf"]}
VALIDATORS = {kind: jsonschema.Draft202012Validator(branch) for kind, branch in BRANCHES.items()}

slowly = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def check_against_schema(path: Path) -> list[dict[str, Any]]:
    """Every line fits its branch of the schema and has its keys, all of them, in its order."""
    lines = [json.loads(line) for line in path.read_bytes().split(b"\n")[:-1]]
    for line in lines:
        VALIDATORS[line["type"]].validate(line)
        assert list(line) == BRANCHES[line["type"]]["required"]
    return lines


def test_the_golden_set_fits_the_schema_and_holds_every_kind_of_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    write(golden_set(), path)
    assert {line["type"] for line in check_against_schema(path)} == set(BRANCHES)


def test_the_end_line_counts_the_lines_and_seals_the_bytes_before_it(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    written = write(golden_set(), path)
    body, _, end = path.read_bytes().removesuffix(b"\n").rpartition(b"\n")
    expected = Counter(kind_of(record) for record in golden_set()[1:])
    assert json.loads(end) == {
        "type": "end",
        "counts": dict(expected),
        "sha256": hashlib.sha256(body + b"\n").hexdigest(),
    }
    assert written.counts == expected
    assert written.loses == {}
    assert written.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_golden_set_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    write(golden_set(), path)
    summary = inspect(path)
    assert summary.complete
    assert summary.refused == ()
    assert summary.ignored == ()
    assert summary.header == golden_set()[0]
    assert summary.counts == Counter(map(kind_of, golden_set()))
    assert list(records(path, summary)) == golden_set()


@slowly
@given(annotation_sets())
def test_any_sound_set_fits_the_schema_and_comes_back_as_it_was(made: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        write(made, path)
        check_against_schema(path)
        summary = inspect(path)
        assert summary.refused == ()
        assert list(records(path, summary)) == made


@slowly
@given(annotation_sets())
def test_a_set_that_is_written_again_is_the_same_bytes(made: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder) / "a.jsonl", Path(folder) / "b.jsonl"
        write(made, first)
        write(records(first, inspect(first)), second)
        assert first.read_bytes() == second.read_bytes()


def test_reading_by_the_registry_gives_the_records_and_fills_the_report(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    write(golden_set(), path)
    report = FileReport(str(path), "native")
    native = format_named("native")
    assert native.read is not None
    assert list(native.read(path, partial=False, report=report)) == golden_set()
    assert report == FileReport(str(path), "native")


HEADER = SetRecord("annotator-set", 1, "p-1", "Harbour dispute", MOMENT, "annotator 0.1.0")
ANA = AnnotatorRecord("a-1", "Ana", "AN", "#7b5bb8", "person")


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        [ANA],
        [HEADER, HEADER],
        [ANA, HEADER],
        [*golden_set()[:8], ANA],
        [HEADER, EndRecord({}, "0" * 64)],
    ],
    ids=["nothing", "no set", "two sets", "set later", "kinds mixed", "end given"],
)
def test_records_out_of_order_are_a_mistake_that_writes_nothing(tmp_path: Path, wrong: list[Record]) -> None:
    out = tmp_path / "a.jsonl"
    out.write_bytes(b"old")
    with pytest.raises(ValueError, match="annotation set"):
        write(wrong, out)
    assert out.read_bytes() == b"old"


def test_stopping_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "a.jsonl"
    out.write_bytes(b"old")
    many: list[Record] = [
        HEADER,
        *(AnnotatorRecord(f"a-{n}", "Ana", "AN", "#7b5bb8", "person") for n in range(3000)),
    ]
    told: list[int] = []

    def stop(done: int) -> None:
        told.append(done)
        raise Cancelled

    with pytest.raises(Cancelled):
        write(many, out, stop)
    assert told == [1000]
    assert out.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.jsonl"]


def test_half_a_character_is_named_with_its_record(tmp_path: Path) -> None:
    broken = AnnotatorRecord("a-1", "Ana \ud83d", "AN", "#7b5bb8", "person")
    with pytest.raises(FileError, match="annotator a-1 holds half a character"):
        write([HEADER, broken], tmp_path / "a.jsonl")
    assert list(tmp_path.iterdir()) == []
