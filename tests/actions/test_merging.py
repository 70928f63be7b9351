"""Copies of a project become one: nothing lost, nothing decided silently, in whatever order."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from annotator.actions.article_details import edit_article
from annotator.actions.exchange import export_set, import_sets
from annotator.actions.fields import make_field
from annotator.actions.merging import MergeReport, merge_copies
from annotator.actions.revising import revise_article
from annotator.actions.speakers import delete_speaker, edit_speaker, make_speaker
from annotator.actions.tagging import add_speaker, add_topic, delete_marks, edit_marks, set_spans, tag_claim
from annotator.actions.topics import make_topic
from annotator.errors import Cancelled, ChangeError
from annotator.model import Mark, Part, Speaker
from annotator.queries.check import problems
from annotator.queries.marks import marks_of
from annotator.records import AnnotatorRecord, ClaimRecord, Record, SpeakerRecord, TopicRecord
from annotator.store import Store
from tests.sample_articles import TEXT, add_articles, article_record, claim_record, snapshot, span

BASE: list[Record] = [
    AnnotatorRecord("ana", "Ana", "AN", "#7b5bb8", "person"),
    AnnotatorRecord("ben", "Ben", "BE", "#2f6fb3", "person"),
    TopicRecord("fees", "Fees"),
    SpeakerRecord("mira", "Mira Okafor"),
    SpeakerRecord("jonas", "Jonas Albrecht"),
    article_record("a"),
    *(claim_record(f"c{number}", "a", who) for number, who in enumerate(("ana", "ana", "ben"))),
]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one article and three claims, made once; tests copy it."""
    path = tmp_path_factory.mktemp("base") / "base.annotator"
    with Store.create(path, "Ana", name="Harbour dispute") as store:
        add_articles(store, BASE, source="base", by="Somebody")
    return path


@pytest.fixture
def copies(base: Path, tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    """Opens a copy of the base under a name, as that annotator."""
    with ExitStack() as stack:

        def opened(name: str) -> Store:
            path = Path(shutil.copyfile(base, tmp_path / f"{name}.annotator"))
            return stack.enter_context(Store.open(path, name))

        yield opened


def merge(store: Store, other: Store, **more: Any) -> MergeReport:
    assert other.path is not None
    [report] = merge_copies(store, [other.path], **more)
    with store.read() as session:
        assert list(problems(session)) == []
    return report


def claims(store: Store) -> dict[str, ClaimRecord]:
    with store.read() as session:
        return {mark.id: mark for mark in marks_of(session, "a") if isinstance(mark, ClaimRecord)}


def noted(store: Store, mark: str, words: str, *, by: str | None = None) -> None:
    edit_marks(store, [mark], label="Set note", note=words, by=by)


def note_of(store: Store, claim: str) -> str:
    return claims(store)[claim].note


def test_what_only_the_copy_has_or_changed_is_taken_and_undone_at_once(copies: Callable[[str], Store]) -> None:
    ana, ben = copies("Ana"), copies("Ben")
    made = tag_claim(ben, "a", [span("She did not answer")])
    add_topic(ben, made, "fees", stance="supports")
    add_speaker(ben, made, "mira")
    noted(ben, "c2", "from Ben")
    noted(ana, "c0", "from Ana")
    before = snapshot(ana)
    dry = merge(ana, ben, dry_run=True)
    assert snapshot(ana) == before
    report = merge(ana, ben)
    assert report == dry
    assert (report.claims, report.only_there, report.changed_there, report.changed_here) == (2, 1, 1, 1)
    assert (report.conflicts, report.refused, report.removed) == ([], [], 0)
    assert claims(ana)[made].topics[0].topic == "fees"
    assert (note_of(ana, "c2"), note_of(ana, "c0")) == ("from Ben", "from Ana")
    after = snapshot(ana)
    assert ana.undo()["label"] == "Merge the copy Ben.annotator"
    assert snapshot(ana) == before
    ana.redo()
    assert snapshot(ana) == after
    ana.undo()
    assert merge(ana, ben).only_there == 1
    assert snapshot(ana) == after


@pytest.mark.parametrize("here", ["is the minister of harbours", "is"])
def test_long_texts_are_shown_from_where_they_begin_to_differ(copies: Callable[[str], Store], here: str) -> None:
    ana, cleo = copies("Ana"), copies("Cleo")
    long = "Since the harbour act was passed in the spring of that year, she "
    edit_speaker(ana, "mira", note=long + here)
    edit_speaker(cleo, "mira", note=f"{long}is no minister any more, but chairs the committee for the coast.")
    [conflict] = merge(ana, cleo).open
    [note] = conflict.sides
    assert note.here.endswith(here)
    assert "she is no minister any more" in note.there
    assert max(len(note.here), len(note.there)) <= 62


def test_answers_about_an_article_are_told_apart(copies: Callable[[str], Store]) -> None:
    ana, cleo = copies("Ana"), copies("Cleo")
    for store, answer in ((ana, "report"), (cleo, "opinion")):
        genre = make_field(store, "Genre", choices=["report", "opinion"], applies_to=["article"])
        edit_article(store, "a", {}, {genre: answer})
    [conflict] = merge(ana, cleo).open
    assert [(each.field, each.here, each.there) for each in conflict.sides] == [("genre", "report", "opinion")]


def test_the_copy_stays_as_it_was(copies: Callable[[str], Store]) -> None:
    ana, ben = copies("Ana"), copies("Ben")
    tag_claim(ben, "a", [(0, 4)])
    ben.close()
    assert ben.path is not None
    before = ben.path.read_bytes()
    merge(ana, ben)
    assert ben.path.read_bytes() == before
    assert sorted(each.name for each in ben.path.parent.glob("Ben*")) == ["Ben.annotator"]


def test_a_conflict_stays_as_it_is_here_until_a_person_decides(copies: Callable[[str], Store]) -> None:
    ana, cleo = copies("Ana"), copies("Cleo")
    edit_speaker(ana, "mira", note="here")
    edit_speaker(cleo, "mira", note="there")
    report = merge(ana, cleo)
    assert report.conflicts == ["Speaker “Mira Okafor” was changed here and in the copy; what is here was kept."]
    [conflict] = report.open
    assert (conflict.kind, conflict.title, conflict.deleted) == ("speaker", "“Mira Okafor”", None)
    assert [(each.field, each.here, each.there) for each in conflict.sides] == [("note", "here", "there")]
    assert merge(ana, cleo).conflicts == report.conflicts
    decided = merge(ana, cleo, choices={conflict.key: "there"})
    assert (decided.conflicts, decided.changed_there) == ([], 1)
    assert speaker_note(ana, "mira") == "there"
    assert merge(ana, cleo).conflicts == []
    assert merge(cleo, ana).conflicts == []


def test_a_conflict_decided_for_this_side_is_asked_only_once(copies: Callable[[str], Store]) -> None:
    ana, cleo = copies("Ana"), copies("Cleo")
    edit_speaker(ana, "mira", note="here")
    edit_speaker(cleo, "mira", note="there")
    [conflict] = merge(ana, cleo).open
    merge(ana, cleo, choices={conflict.key: "here"})
    again = merge(ana, cleo)
    assert (again.conflicts, again.changed_here) == ([], 1)
    assert merge(cleo, ana).conflicts == []
    assert speaker_note(cleo, "mira") == "here"


def speaker_note(store: Store, speaker: str) -> str:
    with store.read() as session:
        return session.execute(select(Speaker.note).where(Speaker.id == speaker)).scalar_one()


def test_later_work_on_what_was_merged_is_no_conflict(copies: Callable[[str], Store]) -> None:
    ana, ben = copies("Ana"), copies("Ben")
    made = tag_claim(ben, "a", [(0, 4)])
    merge(ana, ben)
    noted(ben, made, "once more")
    assert merge(ana, ben).conflicts == []
    assert note_of(ana, made) == "once more"
    merge(ben, ana)
    assert snapshot(ana) == snapshot(ben)


def test_deletions_travel_and_a_deletion_against_a_change_is_a_conflict(copies: Callable[[str], Store]) -> None:
    ana, ben = copies("Ana"), copies("Ben")
    delete_marks(ana, ["c0"])
    delete_marks(ana, ["c1"])
    with ben.change("Note") as session:
        session.get_one(Mark, "c1").note = "kept"
    report = merge(ben, ana)
    assert "c0" not in claims(ben)
    assert report.removed == 1
    assert [sentence for sentence in report.conflicts if "deleted in the copy" in sentence] == report.conflicts
    assert report.open[0].deleted == "there"
    back = merge(ana, ben)
    assert "was deleted here and changed in the copy" in back.conflicts[0]
    merge(ana, ben, choices={back.open[0].key: "there"})
    assert note_of(ana, "c1") == "kept"


def test_what_is_used_is_not_deleted_and_what_is_needed_comes_back(copies: Callable[[str], Store]) -> None:
    ana, ben = copies("Ana"), copies("Ben")
    delete_speaker(ana, "jonas")
    add_speaker(ben, "c2", "jonas")
    report = merge(ben, ana)
    assert "was deleted in the copy but is used here; it was kept" in report.conflicts[0]
    assert report.open[0].used
    merge(ana, ben)
    assert claims(ana)["c2"].speakers[0].speaker == "jonas"


def test_a_new_text_is_taken_and_the_marks_here_go_along(copies: Callable[[str], Store], tmp_path: Path) -> None:
    ana, ben = copies("Ana"), copies("Ben")
    new = tmp_path / "new.txt"
    new.write_text("The paper adds a line.\n\n" + TEXT.replace("\n", "\n\n"), encoding="utf-8")
    revise_article(ben, "a", new)
    made = tag_claim(ana, "a", [span("She did not answer")])
    gone = tag_claim(ana, "a", [span("fees hurt boats 🐟")])
    report = merge(ana, ben)
    assert report.articles == 1
    found = claims(ana)
    assert found[made].revision == found["c0"].revision == 2
    assert found[made].parts[0].quote == "She did not answer"
    assert report.moved + report.uncertain + report.orphans == 2
    assert gone in found


def test_a_text_that_differs_by_a_character_gives_the_marks_their_places_by_their_words(
    copies: Callable[[str], Store], tmp_path: Path
) -> None:
    ana, ben = copies("Ana"), copies("Ben")
    for store, word in ((ana, "Monday"), (ben, "Mondays")):
        file = tmp_path / f"{word}.txt"
        file.write_text(TEXT.replace("Monday", word).replace("\n", "\n\n") + " More.", encoding="utf-8")
        revise_article(store, "a", file)
    made = tag_claim(ben, "a", [span("She did not answer", TEXT.replace("Monday", "Mondays"))])
    lost = tag_claim(ben, "a", [span("on Mondays", TEXT.replace("Monday", "Mondays"))])
    report = merge(ana, ben)
    assert len([sentence for sentence in report.conflicts if sentence.startswith("Article")]) == 1
    assert claims(ana)[made].parts[0].quote == "She did not answer"
    assert lost not in claims(ana)
    assert report.refused[0].reason == "Its words “on Mondays” are not found for sure in the article’s text here."


def test_annotators_of_the_same_name_are_kept_apart_or_made_one(copies: Callable[[str], Store]) -> None:
    ana, other = copies("Ana"), copies("Other")
    mine = tag_claim(ana, "a", [(0, 4)], by="Zoe")
    theirs = tag_claim(other, "a", [(5, 9)], by="Zoe")
    apart = merge(ana, other, dry_run=True)
    assert apart.namesakes == ["Zoe"]
    one = merge(ana, other, same_people={"Zoe"})
    assert one.namesakes == []
    assert claims(ana)[mine].annotator == claims(ana)[theirs].annotator
    noted(other, theirs, "later", by="Zoe")
    again = merge(ana, other)
    assert (again.namesakes, again.conflicts, again.changed_there) == ([], [], 1)
    assert note_of(ana, theirs) == "later"


@pytest.mark.parametrize("call", range(5))
def test_a_merge_that_is_stopped_leaves_nothing_behind(copies: Callable[[str], Store], call: int) -> None:
    ana, ben = copies("Ana"), copies("Ben")
    tag_claim(ben, "a", [(0, 4)])
    before, calls = snapshot(ana), 0

    def stop(*_: object) -> None:
        nonlocal calls
        calls += 1
        if calls > call:
            raise Cancelled

    assert ben.path is not None
    with pytest.raises(Cancelled):
        merge_copies(ana, [ben.path], report=stop)
    assert snapshot(ana) == before
    assert merge(ana, ben).only_there == 1


def test_what_is_no_copy_is_refused_with_a_sentence(copies: Callable[[str], Store], tmp_path: Path) -> None:
    ana = copies("Ana")
    with Store.create(tmp_path / "strange", "Ana", name="Other dispute"):
        pass
    newer = copies("Newer")
    newer.close()
    assert newer.path is not None
    import sqlite3

    connection = sqlite3.connect(newer.path)
    connection.execute("PRAGMA user_version=999")
    connection.close()
    (tmp_path / "text.annotator").write_text("no project", encoding="utf-8")
    before = snapshot(ana)
    assert ana.path is not None
    reports = merge_copies(ana, [tmp_path / "strange", newer.path, tmp_path / "text", tmp_path / "nothing", ana.path])
    reasons = [report.refused[0].reason for report in reports]
    assert "is no copy of this project but another one, “Other dispute”" in reasons[0]
    assert "export them from there as an annotation set and import that here" in reasons[0]
    assert "newer version" in reasons[1]
    assert "is not an Annotator project" in reasons[2]
    assert "There is no project" in reasons[3]
    assert "this very project" in reasons[4]
    assert snapshot(ana) == before


def test_a_copy_whose_marks_do_not_fit_its_own_text_is_refused(copies: Callable[[str], Store]) -> None:
    ana, ben = copies("Ana"), copies("Ben")
    tag_claim(ben, "a", [(0, 4)])
    ben.close()
    import sqlite3

    assert ben.path is not None
    connection = sqlite3.connect(ben.path)
    connection.execute("UPDATE part SET quote = 'Silt' WHERE start = 0")
    connection.commit()
    connection.close()
    before = snapshot(ana)
    report = merge_copies(ana, [ben.path])[0]
    assert "is not what the copy’s own text says" in report.refused[0].reason
    assert snapshot(ana) == before


def test_what_came_into_both_copies_by_a_set_is_the_same(copies: Callable[[str], Store], tmp_path: Path) -> None:
    """In another place of the list, and by another way than its author's own copy."""
    ana, ben = copies("Ana"), copies("Ben")
    add_articles(ben, [article_record("b", "Another text.")], source="b")
    made = tag_claim(ben, "b", [(0, 7)], by="Zoe")
    add_articles(ana, [article_record("z", "A third text.")], source="z")
    export_set(ben, tmp_path / "set.jsonl")
    import_sets(ana, [tmp_path / "set.jsonl"])
    report = merge(ana, ben)
    assert (report.conflicts, report.namesakes) == ([], [])
    assert (report.only_there, report.changed_there, report.changed_here) == (0, 0, 0)
    assert merge(ben, ana).conflicts == []
    with ana.read() as session:
        assert [mark.id for mark in marks_of(session, "b")] == [made]


# Orders ------------------------------------------------------------------------------------------------

Act = tuple[str, int, str]
# What each of three people does to what is theirs alone, so that nothing is changed on two sides.
KINDS = ("tag", "note", "move", "delete", "topic", "undo", "speaker")
acts = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 3), st.text("xyz", max_size=3)), max_size=5)


def do(store: Store, who: str, number: int, some: Sequence[Act]) -> None:
    """Do the acts as an annotator; those that are refused change nothing."""
    mine = [f"c{number}"]
    for what, which, word in some:
        mark = mine[which % len(mine)]
        try:
            if what == "tag":
                mine.append(tag_claim(store, "a", [(which, which + 4)], by=who))
            elif what == "note":
                noted(store, mark, word, by=who)
            elif what == "move":
                set_spans(store, mark, [(which, which + 7)], by=who)
            elif what == "delete":
                delete_marks(store, [mark], by=who)
            elif what == "topic":
                add_topic(store, mark, make_topic(store, f"{who} {word} {len(mine)} {which}", by=who), by=who)
            elif what == "speaker":
                add_speaker(store, mark, make_speaker(store, f"{who} {word}", by=who), by=who)
            else:
                store.undo(by=who)
        except ChangeError:
            continue


PEOPLE = (("Ana", 0), ("Ana", 1), ("Ben", 2))


@settings(max_examples=5, phases=(Phase.generate,), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts, acts, acts)
def test_merging_is_commutative_associative_and_idempotent(
    base: Path, one: list[Act], two: list[Act], three: list[Act]
) -> None:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:

        def copied(name: str, of: Path) -> Store:
            path = Path(shutil.copyfile(of, Path(folder) / f"{name}.annotator"))
            return stack.enter_context(Store.open(path, name))

        originals = []
        for (who, number), some in zip(PEOPLE, (one, two, three), strict=True):
            store = copied(f"copy {number}", base)
            do(store, who, number, some)
            store.close()
            assert store.path is not None
            originals.append(store.path)
        ends = []
        for order in ((0, 1, 2), (2, 1, 0), (1, 2, 0)):
            store = copied(f"order {order}", originals[order[0]])
            reports = merge_copies(store, [originals[number] for number in order[1:]])
            assert not [report.conflicts for report in reports if report.conflicts]
            ends.append(snapshot(store))
            again = merge_copies(store, originals)
            assert not [report for report in again if report.only_there or report.changed_there or report.removed]
            assert snapshot(store) == ends[-1]
        # First the last two, then both into the first: as if they came one by one.
        pair = copied("pair", originals[1])
        merge_copies(pair, [originals[2]])
        assert pair.path is not None
        first = copied("first", originals[0])
        merge_copies(first, [pair.path])
        ends.append(snapshot(first))
        assert all(end == ends[0] for end in ends)
        with first.read() as session:
            assert list(problems(session)) == []


CHANGES = st.sampled_from(["nothing", "note", "twice", "back", "delete"])


@settings(max_examples=8, phases=(Phase.generate,), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.tuples(CHANGES, CHANGES), st.tuples(CHANGES, CHANGES))
def test_what_was_changed_on_both_sides_is_never_decided_silently(
    base: Path, mine: tuple[str, str], theirs: tuple[str, str]
) -> None:
    """What stands in a copy at the end, and whether it was touched, say alone what must come of a merge."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        stores = []
        for side, changes in (("here", mine), ("there", theirs)):
            path = Path(shutil.copyfile(base, Path(folder) / f"{side}.annotator"))
            store = stack.enter_context(Store.open(path, "Ana"))
            for mark, change in zip(("c0", "c1"), changes, strict=True):
                change_note(store, mark, change, side)
            stores.append(store)
        here, there = stores
        before, other = claims(here), claims(there)
        report = merge(here, there)
        after = claims(here)
        asked = [conflict.key for conflict in report.open]
        for mark, change, their_change in zip(("c0", "c1"), mine, theirs, strict=True):
            touched = change not in ("nothing", "back"), their_change not in ("nothing", "back")
            one, two = said_of(before, mark), said_of(other, mark)
            expected = two if touched == (False, True) else one
            assert said_of(after, mark) == expected
            assert any(mark in key for key in asked) == (touched == (True, True) and one != two)


def change_note(store: Store, mark: str, change: str, side: str) -> None:
    """Do one thing to a mark; "back" does it and undoes it."""
    if change == "delete":
        delete_marks(store, [mark])
    elif change != "nothing":
        noted(store, mark, f"{side} once")
        if change == "twice":
            noted(store, mark, f"{side} twice")
        elif change == "back":
            store.undo()


def said_of(found: dict[str, ClaimRecord], mark: str) -> str | None:
    """The note of a mark, None when it is not there."""
    return found[mark].note if mark in found else None


def test_a_blank_cue_of_a_copy_is_left_out_and_told(copies: Callable[[str], Store]) -> None:
    ana, ben = copies("Ana"), copies("Ben")
    made = tag_claim(ben, "a", [span("She did not answer")], cue=[span("speaks")])
    blank = span(" of silt")[0]
    with ben.change("Change") as session:
        part = session.execute(select(Part).where(Part.mark_id == made, Part.role == "cue")).scalar_one()
        part.start, part.end, part.quote = blank, blank + 1, " "
    report = merge(ana, ben)
    assert claims(ana)[made].cue == ()
    assert report.ignored == ["cue: white space alone, left out (1)"]
