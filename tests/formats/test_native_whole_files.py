"""Native files as a whole that are cut, edited, newer or no sets at all: refused whole, or read in part."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.errors import Cancelled, FileError, InvalidSet
from annotator.formats.native import inspect, records, write
from annotator.records import kind_of
from tests.formats.golden import golden_set, lines_of_golden, sealed, write_lines


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The golden set in a file."""
    out = tmp_path / "a.jsonl"
    write(golden_set(), out)
    return out


def test_a_set_cut_at_any_line_is_refused_whole(path: Path) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    for number in range(1, len(lines)):
        path.write_bytes(b"".join(lines[:number]))
        with pytest.raises(InvalidSet, match=r"a\.jsonl: .* end line is missing\. Nothing was taken"):
            inspect(path)


def test_a_set_cut_in_a_line_is_refused_whole(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(InvalidSet, match="end line is missing"):
        inspect(path)


def test_a_set_that_was_edited_is_refused_whole(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"Ben"', b'"Bea"'))
    with pytest.raises(InvalidSet, match="bytes do not match its end line"):
        inspect(path)


def test_a_set_whose_line_ends_were_changed_is_refused_whole(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    with pytest.raises(InvalidSet, match="bytes do not match its end line"):
        inspect(path)


def test_a_set_with_wrong_counts_is_refused_whole(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"claim":3', b'"claim":4'))
    with pytest.raises(InvalidSet, match="counts 4 claim lines, and there are 3"):
        inspect(path)


def test_a_set_that_goes_on_behind_its_end_is_refused_whole(path: Path) -> None:
    lines = path.read_bytes().count(b"\n")
    path.write_bytes(path.read_bytes() + b'{"type":"annotator"}\n')
    with pytest.raises(InvalidSet, match=f"goes on behind its end line, in line {lines + 1}"):
        inspect(path)


def test_a_cut_set_can_be_read_in_part(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-400])
    summary = inspect(path, partial=True)
    assert not summary.complete
    assert [each.where for each in summary.refused][-1] == "a.jsonl"
    assert "What could be read was taken" in summary.refused[-1].reason
    taken = list(records(path, summary))
    assert taken == golden_set()[: len(taken)]
    assert kind_of(taken[-1]) in {"comment", "progress", "assignment"}


def test_an_edited_set_can_be_read_in_part(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"Ben"', b'"Bea"'))
    summary = inspect(path, partial=True)
    assert len(summary.refused) == 1
    assert len(list(records(path, summary))) == len(golden_set())


def test_lines_behind_the_end_are_left_out_of_a_part(path: Path) -> None:
    path.write_bytes(path.read_bytes() + path.read_bytes())
    summary = inspect(path, partial=True)
    assert list(records(path, summary)) == golden_set()
    assert summary.refused[0].reason == "it stands behind the end line."


@pytest.mark.parametrize("partial", [False, True])
def test_a_newer_version_is_refused_whatever_else_it_says(path: Path, partial: bool) -> None:
    path.write_bytes(b'{"type":"set","format":"annotator-set","version":2,"who":[]}\n')
    with pytest.raises(InvalidSet, match=r"a\.jsonl:1: The set is of version 2, .* install a newer one"):
        inspect(path, partial=partial)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"Harbour dispute\n", "does not begin with a set line"),
        (b"[" * 100_000, "does not begin with a set line"),
        (b"\xff\xfe{\0}\0", "does not begin with a set line"),
        (b'{"type":"annotator"}\n', "does not begin with a set line"),
        (b'{"type":"set","format":"annotator-set","version":1}\n', "set line cannot be read"),
        (b'{"type":"set","format":"annotator-set","version":"1"}\n', "set line cannot be read"),
    ],
)
def test_what_is_no_set_is_refused_in_a_sentence(path: Path, content: bytes, sentence: str) -> None:
    path.write_bytes(content)
    with pytest.raises(InvalidSet, match=sentence):
        inspect(path, partial=True)


def test_a_version_before_the_first_is_refused(tmp_path: Path) -> None:
    lines = lines_of_golden(tmp_path)
    lines[0]["version"] = 0
    with pytest.raises(InvalidSet, match="no version 0"):
        inspect(write_lines(tmp_path / "a.jsonl", lines))


def test_a_byte_order_mark_is_passed_over_whether_or_not_it_was_sealed(tmp_path: Path, path: Path) -> None:
    lines = [json.dumps(line).encode() for line in lines_of_golden(tmp_path)]
    within = tmp_path / "b.jsonl"
    within.write_bytes(sealed(lines).replace(b"{", b"\xef\xbb\xbf{", 1))
    before = tmp_path / "c.jsonl"
    before.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    for each in (within, before):
        assert list(records(each, inspect(each))) == golden_set()


def test_carriage_returns_of_a_writer_that_sealed_them_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(sealed([json.dumps(line).encode() + b"\r" for line in lines_of_golden(tmp_path)]))
    assert list(records(path, inspect(path))) == golden_set()


def test_empty_lines_are_passed_over(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", lines_of_golden(tmp_path))
    path.write_bytes(path.read_bytes() + b"\n \n")
    assert list(records(path, inspect(path))) == golden_set()


def test_the_order_of_keys_does_not_matter(tmp_path: Path) -> None:
    turned = [dict(reversed(line.items())) for line in lines_of_golden(tmp_path)]
    path = write_lines(tmp_path / "a.jsonl", turned)
    assert list(records(path, inspect(path))) == golden_set()


def test_lines_may_refer_to_later_lines(tmp_path: Path) -> None:
    header, *rest = lines_of_golden(tmp_path)
    path = write_lines(tmp_path / "a.jsonl", [header, *reversed(rest)])
    summary = inspect(path)
    assert summary.refused == ()
    assert list(records(path, summary)) == [golden_set()[0], *reversed(golden_set()[1:])]


def test_unknown_types_of_line_are_passed_over_and_named(tmp_path: Path) -> None:
    lines = lines_of_golden(tmp_path)
    unknown = {"type": "bookmark", "article": "d-1"}
    path = write_lines(tmp_path / "a.jsonl", [*lines[:3], unknown, *lines[3:], unknown])
    summary = inspect(path)
    assert summary.refused == ()
    assert summary.ignored == ("a.jsonl:4: lines of the unknown type “bookmark” (2)",)
    assert list(records(path, summary)) == golden_set()


def test_unknown_keys_are_passed_over_and_own_fields_are_kept(tmp_path: Path) -> None:
    lines = lines_of_golden(tmp_path)
    for line in lines:
        line["mood"] = {"of": ["the day"]}
    claim = next(line for line in lines if line["type"] == "claim")
    claim["fields"] = {"not in the codebook": [1, {"a": None}]}
    path = write_lines(tmp_path / "a.jsonl", lines)
    summary = inspect(path)
    assert summary.refused == ()
    assert [r for r in records(path, summary) if getattr(r, "fields", {}) == claim["fields"]]


def test_a_file_that_changes_between_the_passes_is_refused(path: Path) -> None:
    summary = inspect(path)
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(InvalidSet, match="changed while it was being read"):
        list(records(path, summary))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"gone\.jsonl: There is nothing at this place"):
        inspect(tmp_path / "gone.jsonl")


def test_a_folder_is_no_set(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="folder"):
        inspect(tmp_path)


def test_a_line_without_end_is_refused_before_it_fills_the_memory(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(80 * 1024 * 1024)
    with pytest.raises(InvalidSet, match=r"a\.jsonl:\d+: The line is longer than 64 MB"):
        inspect(path, partial=True)


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    lines = lines_of_golden(tmp_path)
    lines += [{**lines[2], "id": f"more-{number}"} for number in range(1000)]
    path = write_lines(tmp_path / "a.jsonl", lines)

    def stop(done: int) -> None:
        raise Cancelled(f"Stopped at {done}.")

    with pytest.raises(Cancelled, match="Stopped at 1000"):
        inspect(path, progress=stop)
