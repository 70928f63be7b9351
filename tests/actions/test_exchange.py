"""Annotation sets on their way in and out: nothing lost, nothing overwritten, all of it undone in one step."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec import structs

from annotator.actions.exchange import export_set, import_sets
from annotator.errors import Cancelled, InvalidValue
from annotator.formats import FileReport
from annotator.formats.native import inspect, records, write
from annotator.queries.annotation_set import annotation_set
from annotator.queries.check import problems
from annotator.records import (
    AnnotatorRecord,
    ArticleRecord,
    ClaimRecord,
    ClaimSpeaker,
    MentionRecord,
    Part,
    ProgressRecord,
    Record,
    SetRecord,
    TopicRecord,
)
from annotator.store import Store
from tests.formats.golden import golden_set, sealed
from tests.sample_articles import MOMENT, TEXT, article_record, claim_record, snapshot, span
from tests.strategies import annotation_sets

ANA = AnnotatorRecord("ana-id", "Ana", "AN", "#7b5bb8", "person")
BEN = AnnotatorRecord("ben-id", "Ben", "BE", "#2f6fb3", "person")
Writing = Callable[[Sequence[Record]], Path]
HEADER = SetRecord("annotator-set", 1, "project-1", "Harbour dispute", MOMENT, "annotator 0.1.0")


def mention(id_: str, words: str, speaker: str | None = None, article: str = "a") -> MentionRecord:
    """A mention by Ana over the words, which stand in `TEXT`."""
    start, end = span(words)
    return MentionRecord(
        id_, article, 1, ANA.id, (Part(start, end, words),), speaker, "", {}, (), 0, MOMENT, MOMENT
    )  # fmt: skip


def small_set(article: ArticleRecord | None = None) -> list[Record]:
    """One article, a mention, and a claim that points to it."""
    claim = claim_record("claim-1", "a", ANA.id)
    claim = structs.replace(claim, speakers=(ClaimSpeaker(None, "says", "mention-1"),))
    return [HEADER, ANA, article or article_record("a"), mention("mention-1", "Mira Okafor"), claim]


@pytest.fixture
def set_file(tmp_path: Path) -> Writing:
    """Writes records into a new native file."""
    made = 0

    def write_set(some: Sequence[Record]) -> Path:
        nonlocal made
        made += 1
        path = tmp_path / f"set-{made}.jsonl"
        write(some, path)
        return path

    return write_set


def taken(store: Store, path: Path, **options: Any) -> FileReport:
    """Import one file that is not refused as a whole."""
    (report,) = import_sets(store, [path], **options)
    return report


def content(path: Path) -> list[dict[str, Any]]:
    """The lines of a set but for what every export makes anew."""
    lines = [json.loads(line) for line in path.read_bytes().splitlines()]
    for key in ("created", "generator"):
        del lines[0][key]
    del lines[-1]["sha256"]
    return lines


def backwards(path: Path, folder: Path) -> Path:
    """The same set with its lines the other way round, but for the first and the last."""
    head, *rest, _ = path.read_bytes().splitlines()
    turned = folder / "backwards.jsonl"
    turned.write_bytes(sealed([head, *reversed(rest)]))
    return turned


def sound(store: Store) -> bool:
    """Whether every invariant of the project holds."""
    with store.read() as session:
        assert list(problems(session)) == []
    return True


def records_in(store: Store) -> dict[str, Record]:
    """What has an id in the project."""
    with store.read() as session:
        return {record.id: record for record in annotation_set(session) if hasattr(record, "id")}


# There and back ----------------------------------------------------------------------------------------


def test_export_import_into_an_empty_project_and_export_again_gives_the_same_lines(
    store: Store, set_file: Writing, tmp_path: Path
) -> None:
    report = taken(store, set_file(golden_set()))
    assert (report.refused, report.conflicts, report.same) == ([], [], 0)
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    export_set(store, first)
    with Store.create(tmp_path / "other", "Cleo") as other:
        taken(other, first)
        export_set(other, second)
        assert other.project_id == store.project_id == golden_set()[0].project_id  # type: ignore[union-attr]
        assert sound(other)
    assert content(first) == content(second)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(annotation_sets())
def test_any_sound_set_comes_back_as_it_was(some: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder) / "first.jsonl", Path(folder) / "second.jsonl"
        write(some, first)
        with Store.create(Path(folder) / "p", "Cleo") as store:
            report = taken(store, first)
            assert (report.refused, report.conflicts, report.same) == ([], [], 0)
            assert sound(store)
            export_set(store, second)
            again = taken(store, first)
            assert (again.refused, again.conflicts, again.claims, again.articles) == ([], [], 0, 0)
        assert content(first) == content(second)


def test_an_export_of_one_annotator_leaves_out_the_others_marks(
    store: Store, set_file: Writing, tmp_path: Path
) -> None:
    taken(store, set_file([HEADER, ANA, BEN, *small_set()[2:], claim_record("claim-2", "a", BEN.id)]))
    out = tmp_path / "ben.jsonl"
    assert export_set(store, out, annotators=["Ben"]).counts["claim"] == 1
    assert [line["name"] for line in content(out) if line["type"] == "annotator"] == ["Ben"]
    with pytest.raises(InvalidValue, match="“Carl” is no annotator of this project; there are: Ana, Ben"):
        export_set(store, out, annotators=["Carl"])


# What is there already ---------------------------------------------------------------------------------


def test_a_set_imported_twice_is_all_the_same_and_adds_nothing(store: Store, set_file: Writing) -> None:
    path = set_file(golden_set())
    taken(store, path)
    before = snapshot(store)
    report = taken(store, path)
    assert report.same == len(golden_set()) - 1
    assert (report.conflicts, report.refused, report.claims, report.articles) == ([], [], 0, 0)
    assert snapshot(store) == before


def test_changed_content_of_a_known_id_is_a_conflict_and_the_projects_is_kept(store: Store, set_file: Writing) -> None:
    topic = TopicRecord("t", "Port fees")
    progress = ProgressRecord("a", ANA.id, "in_progress", False, (), 0)
    taken(store, set_file([HEADER, ANA, topic, *small_set()[2:], progress]))
    before = snapshot(store)
    claim = structs.replace(claim_record("claim-1", "a", ANA.id), quotation="indirect")
    other: list[Record] = [
        HEADER,
        structs.replace(ANA, colour="#000000"),
        structs.replace(topic, name="Fees"),
        article_record("a", title="Another title"),
        structs.replace(mention("mention-1", "Mira Okafor"), note="She."),
        claim,
        structs.replace(progress, state="finished"),
    ]
    report = taken(store, set_file(other))
    assert len(report.conflicts) == 6
    assert [c for c in report.conflicts if c.startswith("Topic “Fees” is in the project with other content")]
    assert snapshot(store) == before


def test_articles_that_two_colleagues_added_each_for_themselves_become_one(store: Store, set_file: Writing) -> None:
    taken(store, set_file(small_set()))
    article = structs.replace(article_record("b"), revision=3)
    claim = structs.replace(claim_record("claim-2", "b", BEN.id), revision=3)
    state = ProgressRecord("b", BEN.id, "finished", False, (), 0)
    path = set_file([HEADER, BEN, article, claim, state])
    report = taken(store, path)
    assert (report.articles, report.claims, report.same, report.conflicts) == (0, 1, 1, [])
    made = records_in(store)["claim-2"]
    assert isinstance(made, ClaimRecord)
    assert (made.article, made.revision) == ("a", 1)
    assert sound(store)
    again = taken(store, path)
    assert (again.claims, again.conflicts, again.same) == (0, [], 4)


# Another text here -------------------------------------------------------------------------------------


def test_marks_on_another_text_are_anchored_again_or_named(store: Store, set_file: Writing) -> None:
    shorter = TEXT.replace("on Monday. ", "").replace("fees hurt boats 🐟, ", "")
    taken(store, set_file([HEADER, ANA, article_record("a", shorter)]))
    lost = structs.replace(
        claim_record("claim-2", "a", ANA.id, words="fees hurt boats 🐟"),
        speakers=(ClaimSpeaker(None, "says", "mention-2"),),
    )
    kept = structs.replace(
        claim_record("claim-3", "a", ANA.id, words="The study by the Selm Marine Institute speaks of silt."),
        speakers=(ClaimSpeaker(None, "says", "mention-2"),),
    )
    path = set_file([*small_set()[:4], mention("mention-2", "boats 🐟"), small_set()[4], lost, kept])
    report = taken(store, path)
    assert len(report.conflicts) == 1
    assert report.moved == 2
    assert report.orphans + report.uncertain == len(report.refused) == 2
    made = records_in(store)
    claim, study = made["claim-1"], made["claim-3"]
    assert isinstance(claim, ClaimRecord)
    assert isinstance(study, ClaimRecord)
    assert shorter[claim.parts[0].start : claim.parts[0].end] == "Two ships a month"
    assert claim.speakers == (ClaimSpeaker(None, "says", "mention-1"),)
    # Its only speaker was known by a mention that has no place here.
    assert study.speakers == ()
    assert not {"claim-2", "mention-2"} & set(made)
    assert sound(store)
    again = taken(store, path)
    assert (again.claims, again.mentions, len(again.conflicts)) == (0, 0, 1)


# Whose marks -------------------------------------------------------------------------------------------


def test_marks_can_become_another_annotators(store: Store, set_file: Writing) -> None:
    path = set_file([*small_set(), ProgressRecord("a", ANA.id, "finished", False, (), 0)])
    taken(store, path, as_name="Cleo")
    made = records_in(store)
    (cleo,) = [each for each in made.values() if isinstance(each, AnnotatorRecord)]
    assert (cleo.name, cleo.initials) == ("Cleo", "CL")
    assert {getattr(each, "annotator", cleo.id) for each in made.values()} == {cleo.id}
    again = taken(store, path, as_name="Cleo")
    assert (again.claims, again.conflicts, again.same) == (0, [], 5)


def test_what_is_here_as_somebody_elses_is_told_once_and_enters_nobody(store: Store, set_file: Writing) -> None:
    path = set_file([*small_set(), ProgressRecord("a", ANA.id, "finished", False, (), 0)])
    taken(store, path)
    before = snapshot(store)
    again = taken(store, path, as_name="Cleo")
    (conflict,) = again.conflicts
    assert conflict.startswith("2 of its marks and remarks are in the project already as tags of Ana")
    assert (again.claims, again.mentions, again.annotators) == (0, 0, 0)
    assert snapshot(store) == before
    assert sound(store)


def test_marks_of_several_do_not_become_one_persons(store: Store, set_file: Writing) -> None:
    before = snapshot(store)
    report = taken(store, set_file([HEADER, ANA, BEN, *small_set()[2:]]), as_name="Cleo")
    assert [refused.reason.split(";")[0] for refused in report.refused] == [
        "It holds the marks of several annotators, which cannot all become Cleo’s"
    ]
    assert snapshot(store) == before
    assert sound(store)


# Nothing kept, all taken back --------------------------------------------------------------------------


def test_a_dry_run_reports_and_changes_nothing(store: Store, set_file: Writing) -> None:
    before, id_ = snapshot(store), store.project_id
    report = taken(store, set_file(small_set()), dry_run=True)
    assert (report.articles, report.claims, report.mentions) == (1, 1, 1)
    assert (snapshot(store), store.project_id) == (before, id_)


def test_undo_takes_the_import_back_and_redo_brings_it_again(store: Store, set_file: Writing) -> None:
    before = snapshot(store)
    taken(store, set_file(golden_set()))
    after = snapshot(store)
    store.undo()
    assert snapshot(store) == before
    assert sound(store)
    store.redo()
    assert snapshot(store) == after
    assert sound(store)


def test_a_stopped_import_leaves_nothing_of_its_file(store: Store, set_file: Writing) -> None:
    claims = [claim_record(f"claim-{number:04}", "a", ANA.id) for number in range(1200)]
    path = set_file([HEADER, ANA, article_record("a"), *claims])
    before = snapshot(store)

    def stop(done: int, _total: int, _what: str) -> None:
        if 500 <= done < 1000:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_sets(store, [path], report=stop)
    assert snapshot(store) == before
    assert sound(store)
    assert taken(store, path).claims == 1200


# Lines in any order ------------------------------------------------------------------------------------


def test_lines_are_taken_in_any_order(store: Store, set_file: Writing, tmp_path: Path) -> None:
    claims = [claim_record(f"claim-{number:04}", "a", ANA.id) for number in range(600)]
    linked = [structs.replace(each, speakers=(ClaimSpeaker(None, "says", "mention-1"),)) for each in claims]
    straight = set_file([*small_set()[:4], *linked])
    path = backwards(straight, tmp_path)
    report = taken(store, path)
    assert (report.claims, report.refused, report.conflicts) == (600, [], [])
    assert sound(store)
    out = tmp_path / "out.jsonl"
    export_set(store, out)
    assert content(out) == content(straight)


def test_lines_in_another_order_find_the_article_that_is_here_and_the_new_name(
    store: Store, set_file: Writing, tmp_path: Path
) -> None:
    taken(store, set_file([HEADER, ANA, article_record("here")]))
    path = backwards(set_file(small_set()), tmp_path)
    report = taken(store, path, as_name="Cleo")
    assert (report.claims, report.articles, report.refused) == (1, 0, [])
    made = records_in(store)["claim-1"]
    assert isinstance(made, ClaimRecord)
    assert made.article == "here"
    assert sound(store)


def test_a_file_that_is_no_set_is_refused_with_a_sentence(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear colleagues,\n", encoding="utf-8")
    report = taken(store, path)
    assert [each.reason[:24] for each in report.refused] == ["This is no annotation se"]


def test_what_is_written_is_what_is_read(store: Store, set_file: Writing, tmp_path: Path) -> None:
    taken(store, set_file(small_set()))
    out = tmp_path / "out.jsonl"
    export_set(store, out)
    with store.read() as session:
        asked = list(annotation_set(session))
    assert list(records(out, inspect(out)))[1:] == asked[1:]


def test_a_set_that_fills_the_memory_midway_is_one_sentence_and_leaves_nothing(store: Store, set_file: Writing) -> None:
    claims = [claim_record(f"claim-{number:04}", "a", ANA.id) for number in range(1200)]
    path = set_file([HEADER, ANA, article_record("a"), *claims])
    before = snapshot(store)

    def full(done: int, _total: int, _what: str) -> None:
        if 500 <= done < 1000:
            raise MemoryError

    report = taken(store, path, report=full)
    assert [each.reason for each in report.refused] == [
        "Reading it takes more memory than there is; split it, or import it on a larger computer."
    ]
    assert (report.claims, snapshot(store)) == (0, before)
    assert sound(store)


def test_cues_of_white_space_alone_are_left_out_and_told(store: Store, set_file: Writing) -> None:
    start, end = span("said")
    said, blank = Part(start, end, "said"), Part(end, end + 1, " ")
    some = small_set()
    assert isinstance(some[-1], ClaimRecord)
    some[-1] = structs.replace(some[-1], cue=(said, blank))
    path = set_file([*some, structs.replace(some[-1], id="claim-2", cue=(blank,))])
    report = taken(store, path)
    assert report.ignored == ["cue: white space alone, left out (2)"]
    assert report.refused == []
    records = records_in(store)
    assert {id_: records[id_].cue for id_ in ("claim-1", "claim-2")} == {"claim-1": (said,), "claim-2": ()}  # type: ignore[union-attr]
    assert sound(store)
    again = taken(store, path)
    assert (again.conflicts, again.claims) == ([], 0)
