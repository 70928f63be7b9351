"""Web Annotations: what the recommendation asks for, nothing lost, and spoiled files do no harm."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec import structs

from annotator.errors import FileError
from annotator.formats import FileReport, recognise_file
from annotator.formats.w3c import read, write
from annotator.records import Record, SpeakerRecord, kind_of
from tests.formats.golden import TEXT, golden_set
from tests.strategies import annotation_sets

slowly = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
# The selectors, motivations and agents that the recommendation has.
MOTIVATIONS = {"classifying", "identifying", "tagging", "assessing", "commenting", "replying"}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


def taken(path: Path) -> tuple[list[Record], FileReport]:
    report = FileReport(str(path), "w3c")
    return list(read(path, partial=False, report=report)), report


@pytest.fixture
def collection(tmp_path: Path) -> dict[str, Any]:
    """The golden set as JSON."""
    write(golden_set(), tmp_path / "a.jsonld")
    made: dict[str, Any] = json.loads((tmp_path / "a.jsonld").read_text("utf-8"))
    return made


def spoiled(path: Path, collection: dict[str, Any]) -> tuple[list[Record], FileReport]:
    """What is read of a collection that was changed."""
    path.write_text(json.dumps(collection), "utf-8")
    return taken(path)


def items(collection: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["id"].rsplit(":", 1)[1]: each for each in collection["first"]["items"]}


def test_the_golden_set_comes_back_whole(tmp_path: Path) -> None:
    first = write(golden_set(), tmp_path / "a.jsonld")
    records, report = taken(tmp_path / "a.jsonld")
    assert records == golden_set()
    assert not report.refused
    assert first.loses == {}
    assert write(golden_set(), tmp_path / "b.jsonld").sha256 == first.sha256
    found = recognise_file(tmp_path / "a.jsonld")
    assert found is not None
    assert found.name == "w3c"


@slowly
@given(annotation_sets())
def test_any_set_comes_back_whole(made: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonld"
        write(made, path)
        records, report = taken(path)
        check_form(json.loads(path.read_text("utf-8")))
    assert not report.refused
    assert records == made


def check_form(collection: dict[str, Any]) -> None:
    """What the recommendation demands of collections, pages, annotations and selectors."""
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    page = collection.get("first", {"items": []})
    assert collection["total"] == len(page["items"])
    seen = set()
    for each in page["items"]:
        assert each["type"] == "Annotation"
        assert each["motivation"] in MOTIVATIONS
        assert ":" in each["id"]
        assert each["id"] not in seen
        seen.add(each["id"])
        assert MOMENT.fullmatch(each["created"])
        for target in each["target"] if isinstance(each["target"], list) else [each["target"]]:
            assert isinstance(target, str) or list(selectors(target))
        for body in each.get("body", []):
            assert body["type"] in ("TextualBody", "SpecificResource")
            assert ("value" in body) == (body["type"] == "TextualBody")
            assert ("source" in body) == (body["type"] == "SpecificResource")


def selectors(target: dict[str, Any]) -> Iterator[dict[str, Any]]:
    assert target["source"]
    for selector in target["selector"]:
        assert selector["type"] in ("TextPositionSelector", "TextQuoteSelector")
        if selector["type"] == "TextPositionSelector":
            assert 0 <= selector["start"] < selector["end"]
        yield selector


def test_words_stand_with_their_place_and_what_is_around_them(collection: dict[str, Any]) -> None:
    claim = items(collection)["c-1"]
    assert claim["x:discontinuous"] is True
    position, words = claim["target"][0]["selector"]
    assert TEXT[position["start"] : position["end"]] == words["exact"] == "the port loses two ships 😀 a month"
    around = words["prefix"] + words["exact"] + words["suffix"]
    assert around in TEXT
    assert len(words["prefix"]) == len(words["suffix"]) == 32


def test_the_body_says_who_and_what(collection: dict[str, Any]) -> None:
    bodies = items(collection)["c-1"]["body"]
    assert [(each["purpose"], each.get("source", each.get("value"))) for each in bodies] == [
        ("identifying", "urn:x-annotator:speaker:s-2"),
        ("identifying", "urn:x-annotator:mark:m-2"),
        ("classifying", "urn:x-annotator:topic:t-3"),
        ("classifying", "urn:x-annotator:topic:t-1"),
        ("commenting", "-1 for certainty"),
    ]
    topic = collection["x:topic"][1]
    assert topic["type"] == ["skos:Concept", "topic"]
    assert topic["skos:broader"] == "urn:x-annotator:topic:t-1"


def test_a_uuid_is_written_as_one(tmp_path: Path) -> None:
    speaker = SpeakerRecord("6f1c1e2a-0b1d-4c5e-8f90-1a2b3c4d5e6f", "Cem")
    made = golden_set()
    place = next(number for number, each in enumerate(made) if isinstance(each, SpeakerRecord))
    write([*made[:place], speaker, *made[place:]], tmp_path / "a.jsonld")
    assert '"urn:uuid:6f1c1e2a-0b1d-4c5e-8f90-1a2b3c4d5e6f"' in (tmp_path / "a.jsonld").read_text("utf-8")
    assert speaker in taken(tmp_path / "a.jsonld")[0]


def test_an_annotation_that_cannot_be_read_is_refused_with_its_number(
    tmp_path: Path, collection: dict[str, Any]
) -> None:
    annotations = items(collection)
    del annotations["g-1"]["target"]["selector"]
    annotations["m-2"]["creator"] = 7
    annotations["c-2"]["x:kind"] = "rumour"
    records, report = spoiled(tmp_path / "b.jsonld", collection)
    reasons = [each.reason for each in report.refused]
    assert "It cannot be read: a part has no position or no quote." in reasons
    assert "It cannot be read: an id is missing." in reasons
    assert "It cannot be read: annotations of the kind “rumour” are not known." in reasons
    assert all(each.where.startswith("b.jsonld: annotation ") for each in report.refused)
    # The claim that points to the refused mention goes too, and so does what is about it.
    assert {kind_of(each) for each in records} >= {"article", "mention", "speaker"}
    assert "c-1" not in {getattr(each, "id", "") for each in records}


def test_words_that_are_not_there_are_refused(tmp_path: Path, collection: dict[str, Any]) -> None:
    items(collection)["g-1"]["target"]["selector"][1]["exact"] = "الميناء مغلق"
    _, report = spoiled(tmp_path / "b.jsonld", collection)
    assert ["not “الميناء مغلق”" in each.reason for each in report.refused] == [True]


def test_an_annotation_over_two_articles_is_refused(tmp_path: Path, collection: dict[str, Any]) -> None:
    items(collection)["c-1"]["target"][1]["source"] = "urn:x-annotator:article:d-2"
    _, report = spoiled(tmp_path / "b.jsonld", collection)
    assert report.refused[0].reason == "It cannot be read: its parts do not lie in one article."


@pytest.mark.parametrize("key", ["body", "target", "x:cue", "x:fields", "x:origins"])
@pytest.mark.parametrize("value", [None, 7, "x", [], [7, None], {"a": []}, [[]]])
def test_anything_in_any_place_is_refused_or_taken_but_never_fails(
    tmp_path: Path, collection: dict[str, Any], key: str, value: Any
) -> None:
    for each in collection["first"]["items"]:
        each[key] = value
    records, _ = spoiled(tmp_path / "b.jsonld", collection)
    assert len([each for each in records if kind_of(each) == "article"]) == 2


@pytest.mark.parametrize(
    "data",
    [
        b'"x:set"',
        b'"x:set":7}',
        b'"x:set":{"project_id":"p"}}',
        b'"x:set":{},"first":{"items":7}}',
        b'"x:set":' + b"[" * 100_000,
        b'"x:set":{"a":"\xff"}}',
    ],
)
def test_a_file_that_is_none_is_refused_with_a_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.jsonld").write_bytes(b'{"@context":"http://www.w3.org/ns/anno.jsonld",' + data)
    with pytest.raises(FileError, match="cannot be read as JSON of this profile"):
        taken(tmp_path / "a.jsonld")


def test_half_a_character_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    made = [structs.replace(each, name="\ud83d") if isinstance(each, SpeakerRecord) else each for each in golden_set()]
    with pytest.raises(FileError, match="half a character"):
        write(made, tmp_path / "a.jsonld")
    assert list(tmp_path.iterdir()) == []
