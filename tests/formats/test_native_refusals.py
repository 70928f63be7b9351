"""Single lines of a native set that cannot be taken: each with file, line and reason, the rest taken."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.formats import Refusal
from annotator.formats.first_pass import SetSummary
from annotator.formats.native import inspect, records, write
from annotator.text import sha256_of
from tests.formats.golden import OTHER, TEXT, golden_set, lines_of_golden, unchecked, write_lines

Lines = dict[str, dict[str, Any]]
Spoil = Callable[[Lines], object]


def key_of(line: dict[str, Any]) -> str:
    """The id of a line, or its type where it has none."""
    return str(line.get("id", line["type"]))


def spoiled(tmp_path: Path, spoil: Spoil) -> tuple[SetSummary, dict[str, Refusal]]:
    """The golden set with something spoiled: what was found, and refusals by the ids of their lines."""
    lines = lines_of_golden(tmp_path)
    spoil({key_of(line): line for line in lines})
    path = write_lines(tmp_path / "a.jsonl", lines)
    summary = inspect(path)
    refused = {key_of(lines[int(each.where.removeprefix("a.jsonl:")) - 1]): each for each in summary.refused}
    taken = {key_of(line) for line in lines} - set(refused)
    kept = [json.loads(line) for line in path.read_bytes().splitlines()]
    assert {getattr(r, "id", None) for r in records(path, summary)} - {None} == {
        line["id"] for line in kept if "id" in line and key_of(line) in taken
    }
    return summary, refused


def put(key: str, **values: Any) -> Spoil:
    """Gives keys of one line other values."""
    return lambda lines: lines[key].update(values)


def with_part(key: str, start: int, end: int, quote: str) -> Spoil:
    """Gives a mark one part."""
    return put(key, parts=[{"start": start, "end": end, "quote": quote}])


def two_parts(first: tuple[int, int], second: tuple[int, int]) -> list[dict[str, Any]]:
    return [{"start": start, "end": end, "quote": TEXT[start:end]} for start, end in (first, second)]


HUGE = 2**31

ALONE: list[tuple[str, Spoil, str]] = [
    ("k-2", put("k-2", annotator="a-9"), "annotator a-9 is in neither the set nor the project"),
    ("c-2", put("c-2", article="d-9"), "revision 2 of article d-9 is in neither"),
    ("c-2", put("c-2", revision=7), "revision 7 of article d-1 is in neither"),
    ("c-2", put("c-2", topics=[{"topic": "t-9", "stance": None}]), "topic t-9 is in neither"),
    ("g-1", put("g-1", topic="t-9"), "topic t-9 is in neither"),
    ("m-3", put("m-3", speaker="s-9"), "speaker s-9 is in neither"),
    (
        "c-2",
        put("c-2", speakers=[{"speaker": "s-9", "role": "says", "mention": None}]),
        "speaker s-9 is in neither",
    ),
    (
        "c-2",
        put("c-2", speakers=[{"speaker": None, "role": "says", "mention": "m-9"}]),
        "mention m-9 is in neither",
    ),
    (
        "c-2",
        put("c-2", speakers=[{"speaker": None, "role": "says", "mention": "g-1"}]),
        "another kind of mark",
    ),
    ("c-2", put("c-2", speakers=[{"speaker": None, "role": "says", "mention": "m-3"}]), "in another article"),
    ("c-2", put("c-2", proposition="q-9"), "proposition q-9 is in neither"),
    ("progress", put("progress", article="d-9"), "article d-9 is in neither"),
    ("assignment", put("assignment", annotator="a-9"), "annotator a-9 is in neither"),
    ("r-1", put("r-1", annotator="a-9"), "annotator a-9 is in neither"),
    ("c-2", with_part("c-2", 0, 5000, "Harbour"), f"0 to 5000 lies outside the text (0 to {len(TEXT)})"),
    ("c-2", with_part("c-2", 9, 5, "x"), "9 to 5 is empty"),
    ("c-2", with_part("c-2", 0, 7, "harbour"), "the text at 0 to 7 is “Harbour”, not “harbour”"),
    ("c-2", with_part("c-2", 8, 10, "🚢"), "offsets count code points"),
    ("c-2", put("c-2", cue=[{"start": 0, "end": 7, "quote": "harbour"}]), "not “harbour”"),
    ("c-2", put("c-2", parts=two_parts((0, 9), (8, 12))), "its parts overlap at 8 to 9"),
    ("c-2", put("c-2", parts=two_parts((8, 12), (8, 12))), "its parts overlap"),
    ("c-2", put("c-2", cue=two_parts((8, 12), (0, 9))), "its parts overlap"),
    ("c-2", put("c-2", parts=[]), "parts"),
    ("c-2", with_part("c-2", -1, 3, "x"), "cannot be read"),
    ("c-2", with_part("c-2", 0, 0, ""), "cannot be read"),
    ("c-2", put("c-2", revision=HUGE), "a number is larger than"),
    ("c-2", put("c-2", codebook=HUGE), "a number is larger than"),
    ("progress", put("progress", empty_blocks=[HUGE]), "a number is larger than"),
    ("codebook", put("codebook", version=HUGE), "a number is larger than"),
    ("field", put("field", order=HUGE), "a number is larger than"),
    ("c-2", put("c-2", fields={"a": json.loads("[" * 50 + "]" * 50)}), "nested more than 40 deep"),
    ("c-2", put("c-2", created="yesterday"), "cannot be read"),
    ("c-2", put("c-2", quotation="verbatim"), "cannot be read"),
    ("c-2", put("c-2", id=""), "cannot be read"),
    ("r-1", put("r-1", verdict="maybe"), "the review cannot be read"),
    ("r-1", lambda lines: lines["r-1"].pop("target"), "target"),
]


@pytest.mark.parametrize(("key", "spoil", "reason"), ALONE)
def test_a_line_that_nothing_needs_is_refused_alone(tmp_path: Path, key: str, spoil: Spoil, reason: str) -> None:
    lines = lines_of_golden(tmp_path)
    number = 1 + [key_of(line) for line in lines].index(key)
    spoil({key_of(line): line for line in lines})
    summary = inspect(write_lines(tmp_path / "a.jsonl", lines))
    found = {each.where: each.reason for each in summary.refused}
    assert reason in found.pop(f"a.jsonl:{number}")
    assert found == {}
    assert summary.complete


ARTICLES: list[tuple[str, Spoil, str]] = [
    ("d-2", put("d-2", sha256="0" * 64), "not the one that its sha256 was made from"),
    ("d-2", put("d-2", text=OTHER + "!"), "not the one that its sha256 was made from"),
    ("d-2", put("d-2", text="a\r\nb", sha256=sha256_of("a\r\nb")), "normalise it first"),
    ("d-2", put("d-2", text="a\0b", sha256=sha256_of("a\0b")), "normalise it first"),
    ("d-2", put("d-2", text="a\u2028b", sha256=sha256_of("a\u2028b")), "normalise it first"),
    ("d-2", put("d-2", blocks=[{"kind": "title", "start": 0, "end": 99}]), "block 0 to 99 lies outside"),
    ("d-2", put("d-2", blocks=[{"kind": "title", "start": 3, "end": 2}]), "block 3 to 2 lies outside"),
    ("d-2", put("d-2", blocks=[{"kind": "title", "start": 0, "end": 4}] * 2), "overlaps the one before it"),
    ("d-2", put("d-2", links=[{"start": 0, "end": 99, "url": ""}]), "link 0 to 99 lies outside"),
    ("d-2", put("d-2", revision=HUGE), "a number is larger than"),
    ("d-2", put("d-2", meta={"a": json.loads("[" * 50 + "]" * 50)}), "nested more than 40 deep"),
    (
        "d-2",
        put("d-2", earlier=[{"revision": 1, "text": "a", "sha256": sha256_of("a"), "retrieved": None}]),
        "the same revision number",
    ),
]


@pytest.mark.parametrize(("key", "spoil", "reason"), ARTICLES)
def test_an_article_that_is_refused_takes_its_marks_along(tmp_path: Path, key: str, spoil: Spoil, reason: str) -> None:
    _, refused = spoiled(tmp_path, spoil)
    assert set(refused) == {key, "m-3"}
    assert reason in refused[key].reason
    assert refused["m-3"].reason == f"the article {key} that it needs was refused."


def test_refusing_goes_on_through_all_that_needs_a_line(tmp_path: Path) -> None:
    _, refused = spoiled(tmp_path, put("s-1", kind="ghost"))
    # s-2 was merged into s-1, m-1 names s-1, c-1 names both, r-1 and k-1 are about c-1, k-2 answers k-1.
    assert set(refused) == {"s-1", "s-2", "m-1", "c-1", "r-1", "k-1", "k-2"}
    assert "cannot be read" in refused["s-1"].reason


def test_topics_that_lie_under_each_other_are_refused(tmp_path: Path) -> None:
    _, refused = spoiled(tmp_path, put("t-1", parent="t-2"))
    assert "comes back to itself when one follows what a topic is under" in refused["t-1"].reason
    assert "comes back to itself" in refused["t-2"].reason
    assert "that it needs was refused" in refused["t-3"].reason


def test_a_topic_under_itself_is_refused(tmp_path: Path) -> None:
    _, refused = spoiled(tmp_path, put("t-3", parent="t-3"))
    assert "comes back to itself" in refused["t-3"].reason
    assert "t-1" not in refused


@pytest.mark.parametrize(("key", "other"), [("t-2", "t-3"), ("s-1", "s-2")])
def test_merges_in_a_circle_are_refused(tmp_path: Path, key: str, other: str) -> None:
    _, refused = spoiled(tmp_path, put(key, merged_into=other))
    assert "is merged into" in refused[key].reason
    assert "is merged into" in refused[other].reason


def test_answers_in_a_circle_are_refused(tmp_path: Path) -> None:
    _, refused = spoiled(tmp_path, put("k-1", reply_to="k-2"))
    assert set(refused) == {"k-1", "k-2"}


@pytest.mark.parametrize("merged_or_under", ["merged_into", "parent"])
def test_a_topic_that_points_nowhere_is_refused(tmp_path: Path, merged_or_under: str) -> None:
    _, refused = spoiled(tmp_path, put("t-3", **{merged_or_under: "t-9"}))
    assert "topic t-9 is in neither the set nor the project" in refused["t-3"].reason


def test_what_is_said_of_a_deleted_mark_is_taken(tmp_path: Path) -> None:
    def spoil(lines: Lines) -> None:
        lines["r-1"].update(target="c-gone", replacement="c-gone-too")
        lines["k-1"].update(target="c-gone")
        lines["k-2"].update(target="c-gone", reply_to="k-gone")
        lines["c-2"].update(origins=["c-gone"])

    assert spoiled(tmp_path, spoil)[1] == {}


@pytest.mark.parametrize("key", ["codebook", "a-1", "field", "t-1", "s-1", "d-1", "q-1", "m-1", "c-1", "r-1", "k-1"])
def test_an_id_that_comes_twice_is_refused_the_second_time(tmp_path: Path, key: str) -> None:
    lines = lines_of_golden(tmp_path)
    again = next(line for line in lines if key_of(line) == key)
    summary = inspect(write_lines(tmp_path / "a.jsonl", [*lines, again]))
    (refusal,) = summary.refused
    assert refusal.where == f"a.jsonl:{len(lines) + 1}"
    assert f"is already in line {1 + lines.index(again)}; ids must differ" in refusal.reason


def test_two_marks_of_other_kinds_do_not_share_an_id(tmp_path: Path) -> None:
    lines = lines_of_golden(tmp_path)
    passage = next(line for line in lines if line["type"] == "passage")
    summary = inspect(write_lines(tmp_path / "a.jsonl", [*lines, {**passage, "id": "c-1"}]))
    assert "the mark c-1 is already in line" in summary.refused[0].reason


@pytest.mark.parametrize("key", ["progress", "assignment"])
def test_progress_and_assignments_come_once(tmp_path: Path, key: str) -> None:
    lines = lines_of_golden(tmp_path)
    again = next(line for line in lines if line["type"] == key)
    summary = inspect(write_lines(tmp_path / "a.jsonl", [*lines, again]))
    assert f"the {key} d-1 of annotator" in summary.refused[0].reason


def test_a_second_set_line_is_refused(tmp_path: Path) -> None:
    lines = lines_of_golden(tmp_path)
    summary = inspect(write_lines(tmp_path / "a.jsonl", [*lines, lines[0]]))
    assert summary.refused == (Refusal(f"a.jsonl:{len(lines) + 1}", "it is a second set line; a file holds one set."),)
    assert summary.counts["set"] == 1


@pytest.mark.parametrize(
    ("bad", "counts", "reason"),
    [
        (b'{"type":"comment","id":', {"comment": 1}, "the comment cannot be read"),
        (b"Harbour dispute", {}, "the line cannot be read"),
        (b"[1]", {}, "the line cannot be read"),
        (b"{}", {}, "the line cannot be read"),
        (b'{"type":"comment","more":"\xff"}', {"comment": 1}, "it is not UTF-8"),
        (
            b'{"type":"comment","more":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
            {"comment": 1},
            "nested too deep",
        ),
        (b'{"type":"comment","text":"\\ud83d"}', {"comment": 1}, "the comment cannot be read"),
    ],
)
def test_a_line_that_is_no_record_is_refused(tmp_path: Path, bad: bytes, counts: dict[str, int], reason: str) -> None:
    header = json.dumps(lines_of_golden(tmp_path)[0]).encode()
    path = tmp_path / "a.jsonl"
    path.write_bytes(unchecked([header, bad], counts))
    summary = inspect(path)
    assert [each.where for each in summary.refused] == ["a.jsonl:2"]
    assert reason in summary.refused[0].reason
    assert len(list(records(path, summary))) == 1


PROJECT = {
    ("article", "d-1"),
    ("annotator", "a-2"),
    ("speaker", "s-1"),
    ("topic", "t-1"),
    ("proposition", "q-1"),
}


def marks_alone(tmp_path: Path, *, mention_of: str) -> SetSummary:
    """A set with one claim only; all that it needs is in the project, its mention in this article."""
    lines = lines_of_golden(tmp_path)
    claim = next(line for line in lines if key_of(line) == "c-2")
    said = {"speaker": "s-1", "role": "says", "mention": "m-1"}
    claim.update(speakers=[said], topics=[{"topic": "t-1", "stance": None}], proposition="q-1")

    def known(kind: str, identity: str, article: str | None) -> bool:
        if kind == "mention":
            return identity == "m-1" and article == mention_of
        return (kind, identity) in PROJECT

    def article_text(article: str, revision: int) -> str | None:
        return TEXT if (article, revision) == ("d-1", 2) else None

    path = write_lines(tmp_path / "a.jsonl", [lines[0], claim])
    return inspect(path, known=known, article_text=article_text)


def test_the_project_answers_for_what_the_set_leaves_out(tmp_path: Path) -> None:
    assert marks_alone(tmp_path, mention_of="d-1").refused == ()


def test_a_mention_of_another_article_of_the_project_is_refused(tmp_path: Path) -> None:
    (refusal,) = marks_alone(tmp_path, mention_of="d-2").refused
    assert "mention m-1 is in neither the set nor the project" in refusal.reason


def test_a_key_that_the_set_line_has_twice_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    write(golden_set(), path)
    first, rest = path.read_bytes().split(b"\n", 1)
    path.write_bytes(first.replace(b'"created":', b'"created":"never","created":', 1) + b"\n" + rest)
    summary = inspect(path, partial=True)
    assert next(records(path, summary)) == summary.header
