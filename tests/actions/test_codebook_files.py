"""A codebook taken into a project from a file, and written to one."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.actions.codebook import merge_topics
from annotator.actions.codebook_files import export_codebook, look_at_codebook, take_codebook
from annotator.actions.fields import make_field
from annotator.actions.topics import edit_topic, make_topic
from annotator.errors import FileError
from annotator.queries.check import problems
from annotator.queries.codebook import versions
from annotator.queries.registry import fields, topics
from annotator.records import TopicRecord
from annotator.store import Store
from tests.sample_articles import snapshot

BOOK = """
[[topic]]
name = "Port fees"
key = "p"
definition = "What ships pay"

[[topic]]
name = "Level"
parent = "Port fees"

[[topic]]
name = "Labour"

[[field]]
key = "check"
title = "Worth checking"
kind = "choice"
choices = ["yes", "no"]
applies_to = ["claim"]
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.toml"
    path.write_text(BOOK, encoding="utf-8")
    return path


def all_topics(store: Store) -> dict[str, TopicRecord]:
    with store.read() as session:
        assert list(problems(session)) == []
        return {each.name: each for each in topics(session)}


def test_an_empty_project_takes_it_whole_with_colours(store: Store, book: Path) -> None:
    before = snapshot(store)
    taken = take_codebook(store, book)
    assert (taken.added, taken.changed, taken.same, taken.repaired) == (4, 0, 0, [])
    found = all_topics(store)
    assert found["Port fees"].colour != found["Labour"].colour
    assert (found["Port fees"].colour is None, found["Level"].colour) == (False, None)
    assert found["Level"].parent == found["Port fees"].id
    again = take_codebook(store, book)
    assert (again.added, again.changed, again.same) == (0, 0, 4)
    store.undo()
    assert snapshot(store) == before


def test_another_project_keeps_what_the_file_does_not_name(store: Store, book: Path) -> None:
    fees, own = make_topic(store, "port FEES"), make_topic(store, "Dredging")
    edit_topic(store, own, key="p")
    make_field(store, "Worth it", key="check", choices=["yes", "perhaps"])
    before = snapshot(store)
    taken = take_codebook(store, book)
    found = all_topics(store)
    assert (taken.added, taken.changed, taken.same) == (2, 2, 0)
    assert taken.repaired == ["The key “p” is that of “Dredging”; “Port fees” has none now."]
    assert (found["port FEES"].id, found["port FEES"].definition) == (fees, "What ships pay")
    assert found["Level"].parent == fees
    assert [found[name].order for name in ("port FEES", "Dredging", "Labour")] == [1, 2, 3]
    with store.read() as session:
        assert fields(session)[0].choices == ("yes", "perhaps", "no")
        assert [each.note for each in versions(session)] == ["Codebook taken from book.toml"]
    store.undo()
    assert snapshot(store) == before


def test_what_is_written_is_taken_by_another_project(store: Store, book: Path, tmp_path: Path) -> None:
    take_codebook(store, book)
    found = all_topics(store)
    gone = make_topic(store, "Dues")
    merge_topics(store, gone, found["Labour"].id)
    for name in ("out.toml", "out.qdc"):
        lost = export_codebook(store, tmp_path / name)
        assert lost[-1] == "Topics that were merged into others have no place in a codebook alone: 1."
        assert (len(lost) > 1) == name.endswith("qdc")
        with Store.create(tmp_path / f"{name}.annotator", "Ben") as other:
            take_codebook(other, tmp_path / name)
            assert {(each.id, each.parent) for each in all_topics(other).values()} == {
                (each.id, each.parent) for each in found.values()
            }


def test_a_broken_file_changes_nothing(store: Store, tmp_path: Path) -> None:
    make_topic(store, "Fees")
    before = snapshot(store)
    path = tmp_path / "book.toml"
    path.write_text("[[topic]]\nname = 'A'\nparent = 'A'", encoding="utf-8")
    with pytest.raises(FileError, match="“A” lies below itself"):
        take_codebook(store, path)
    path.write_text("# nothing yet", encoding="utf-8")
    with pytest.raises(FileError, match="There are no topics and no fields in it"):
        take_codebook(store, path)
    assert snapshot(store) == before


def test_names_and_places_that_were_changed_in_the_file_are_taken_over(store: Store, tmp_path: Path) -> None:
    fees, labour, level = make_topic(store, "Port fees"), make_topic(store, "Labour"), make_topic(store, "Level")
    edit_topic(store, fees, key="p")
    edit_topic(store, labour, key="l")
    path = tmp_path / "book.toml"
    export_codebook(store, path)
    text = path.read_text(encoding="utf-8").replace('"Port fees"', '"Harbour fees"').replace('key = "p"', 'key = "x"')
    text = text.replace('key = "l"', 'key = "p"\nretired = true')
    path.write_text(text.replace('name = "Level"', 'name = "Level"\nparent = "Harbour fees"'), encoding="utf-8")
    before = snapshot(store)
    looked = look_at_codebook(store, path)
    assert snapshot(store) == before
    taken = take_codebook(store, path)
    assert looked == taken
    found = all_topics(store)
    assert (found["Harbour fees"].id, found["Harbour fees"].key) == (fees, "x")
    assert (found["Level"].id, found["Level"].parent) == (level, fees)
    assert (found["Labour"].retired, found["Labour"].key) == (True, None)
    assert taken.renewed == ["“Port fees” is called “Harbour fees” now.", "“Level” lies under “Harbour fees” now."]
    assert (taken.added, taken.changed, taken.same, taken.repaired) == (0, 3, 0, [])
    assert take_codebook(store, path).changed == 0
    store.undo()
    assert snapshot(store) == before


def test_a_file_from_before_a_merge_and_one_that_stands_in_its_own_way_lose_nothing(
    store: Store, tmp_path: Path
) -> None:
    fees, dues, level = make_topic(store, "Port fees"), make_topic(store, "Dues"), make_topic(store, "Level")
    under = make_topic(store, "Small ships", parent=dues)
    path = tmp_path / "book.toml"
    export_codebook(store, path)
    merge_topics(store, dues, fees)
    edit_topic(store, level, name="Rise")
    make_topic(store, "Level")
    taken = take_codebook(store, path)
    assert taken.repaired == [
        "“Dues” was merged into “Port fees” here, and stays so.",
        "“Rise” is “Level” in the file; here it keeps its name and place, which others stand in the way of.",
    ]
    found = all_topics(store)
    assert (found["Small ships"].id, found["Small ships"].parent) == (under, fees)
    assert found["Rise"].id == level
    assert found["Dues"].merged_into == fees


def test_a_file_that_turns_a_branch_round_makes_no_circle(store: Store, tmp_path: Path) -> None:
    upper = make_topic(store, "Upper")
    middle = make_topic(store, "Middle", parent=upper)
    lower = make_topic(store, "Lower", parent=middle)
    path = tmp_path / "book.toml"
    path.write_text(
        f"[[topic]]\nname = 'Lower'\nid = '{lower}'\n[[topic]]\nname = 'Upper'\nid = '{upper}'\nparent = 'Lower'\n",
        encoding="utf-8",
    )
    take_codebook(store, path)
    assert {each.name: each.parent for each in all_topics(store).values()} == {
        "Lower": None, "Upper": lower, "Middle": upper,
    }  # fmt: skip
    path.write_text(
        f"[[topic]]\nname = 'Middle'\nid = '{middle}'\n[[topic]]\nname = 'Lower'\nid = '{lower}'\nparent = 'Middle'\n",
        encoding="utf-8",
    )
    store.undo()
    take_codebook(store, path)
    assert all_topics(store)["Lower"].parent == middle
