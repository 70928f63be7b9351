"""What is said of an export is true: its losses beforehand, its comparison afterwards, its manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from annotator.actions.exchange import export_set
from annotator.actions.export_check import foresee_losses, read_back, write_manifest
from annotator.actions.sample import fill_with_sample
from annotator.actions.topics import edit_topic
from annotator.errors import FileError, InvalidValue
from annotator.formats import formats
from annotator.model import Topic
from annotator.store import Store

LOSSLESS = [each.name for each in formats() if each.reads and each.writes and not each.loses]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A project with all kinds of lines."""
    with Store.create(tmp_path_factory.mktemp("sample") / "sample", "Cleo") as store:
        fill_with_sample(store)
        yield store


@pytest.mark.parametrize("name", LOSSLESS)
def test_what_a_lossless_format_wrote_comes_back_the_same(sample: Store, tmp_path: Path, name: str) -> None:
    suffix = next(each.output_suffix for each in formats() if each.name == name)
    written = export_set(sample, tmp_path / f"set{suffix}", format_name=name)
    compared = read_back(sample, written)
    assert compared.equal, compared
    assert compared.same > 1000


def test_a_part_of_the_project_is_compared_with_that_part(sample: Store, tmp_path: Path) -> None:
    written = export_set(sample, tmp_path / "set.jsonl", annotators=["Ana"])
    assert read_back(sample, written, annotators=["Ana"]).equal
    whole = read_back(sample, written)
    assert whole.missing["claim"] > 0
    assert not whole.equal


def test_a_tag_made_meanwhile_is_seen(sample: Store, tmp_path: Path) -> None:
    written = export_set(sample, tmp_path / "set.jsonl")
    with sample.read() as session:
        topic = session.execute(select(Topic.id).limit(1)).scalar_one()
    edit_topic(sample, topic, name="Said otherwise since")
    compared = read_back(sample, written)
    assert (compared.missing, compared.other) == ({"topic": 1}, {"topic": 1})


@pytest.mark.parametrize("name", [each.name for each in formats() if each.writes])
def test_losses_are_counted_before_and_nothing_is_left_behind(sample: Store, tmp_path: Path, name: str) -> None:
    fmt = next(each for each in formats() if each.name == name)
    foreseen = foresee_losses(sample, name)
    assert bool(fmt.loses) >= bool(foreseen)
    if foreseen:
        written = export_set(sample, tmp_path / f"set{fmt.output_suffix}", format_name=name)
        assert foreseen == {kind: count for kind, count in written.loses.items() if count}


def test_the_manifest_says_what_the_file_holds(sample: Store, tmp_path: Path) -> None:
    written = export_set(sample, tmp_path / "set.jsonl", annotators=["Ben"])
    place = write_manifest(
        sample, written, annotators=["Ben"], comparison=read_back(sample, written, annotators=["Ben"])
    )
    said = json.loads(place.read_bytes())
    assert place.name == "set.jsonl.manifest.json"
    assert said["sha256"] == hashlib.sha256((tmp_path / "set.jsonl").read_bytes()).hexdigest()
    assert said["annotators"] == ["Ben"]
    assert said["counts"]["claim"] == written.counts["claim"]
    assert said["read_back"]["equal"] is True


def test_a_damaged_file_and_a_format_that_only_writes_are_refused(sample: Store, tmp_path: Path) -> None:
    written = export_set(sample, tmp_path / "set.jsonl")
    (tmp_path / "set.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(FileError):
        read_back(sample, written)
    graph = export_set(sample, tmp_path / "net.graphml")
    with pytest.raises(InvalidValue, match="cannot be compared"):
        read_back(sample, graph)
