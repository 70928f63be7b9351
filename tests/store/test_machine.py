"""Two annotators tag, edit, merge, delete, import, undo and redo in any order: nothing is ever torn.

Hypothesis chooses the order. After every step the project is sound, an undo followed by a redo leads back
to the same snapshot, and at the end everything is undone to the beginning and done again to the end.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from annotator.actions.codebook import merge_topics
from annotator.actions.speakers import delete_speaker, edit_speaker, make_speaker, merge_speakers
from annotator.actions.tagging import (
    add_part,
    add_speaker,
    add_topic,
    delete_marks,
    edit_marks,
    remove_speaker,
    set_cue,
    set_spans,
    set_stance,
    tag_claim,
    tag_mention,
    tag_passage,
)
from annotator.actions.topics import delete_topic, edit_topic, make_topic, move_topic
from annotator.errors import ChangeError, NothingToUndo, UndoConflict
from annotator.model import Annotator, Step
from annotator.queries.annotators import annotator_named
from annotator.queries.check import problems
from annotator.queries.marks import marks_of
from annotator.records import AnnotatorRecord, Record, SpeakerRecord, TopicRecord
from annotator.store import Store
from annotator.store.undo import STANDING
from tests.sample_articles import TEXT, add_articles, article_record, claim_record, snapshot
from tests.server import Server

PEOPLE = ("Ana", "Ben")
who = st.sampled_from(PEOPLE)
spans = st.tuples(st.integers(0, len(TEXT) - 30), st.integers(1, 29)).map(lambda pair: (pair[0], sum(pair)))


class Project(RuleBasedStateMachine):
    """One project on a file, with one store open."""

    # Makes an empty project somewhere and gives its address.
    place: ClassVar[Callable[[], str]]
    speakers: Bundle[str] = Bundle("speakers")
    topics: Bundle[str] = Bundle("topics")
    articles: Bundle[str] = Bundle("articles")
    marks: Bundle[str] = Bundle("marks")

    def __init__(self) -> None:
        super().__init__()
        self.store = Store.open(type(self).place(), "Ana")
        # Annotators are entered with their first tag and stay; here they are there from the beginning.
        self.store.batch_finished(self.store.begin_batch("Nothing", source="nothing"))
        people: list[Record] = [AnnotatorRecord(n.lower(), n, n[0], "#7b5bb8", "person") for n in PEOPLE]
        add_articles(self.store, people, source="people", by="Somebody")
        self.count = 0
        # Undoing a step that is not the last of all, or passing one over, may leave others that stand on it.
        self.out_of_order = False
        self.in_turn = False
        self.beginning = snapshot(self.store)

    def new(self, word: str) -> str:
        """A value that was never there: then a present value tells which step wrote it."""
        self.count += 1
        return f"{word} {self.count}"

    def act(self, verb: Any, *arguments: Any, **values: Any) -> Any:
        """A verb may refuse, but then it changes nothing."""
        before = snapshot(self.store)
        try:
            return verb(self.store, *arguments, **values)
        except ChangeError:
            assert snapshot(self.store) == before
            return None

    @initialize(in_turn=st.booleans())
    def choose(self, in_turn: bool) -> None:
        """In turn: only the very last step is ever undone; then everything can be unwound."""
        self.in_turn = in_turn

    def undoing(self, by: str) -> str:
        """Who undoes."""
        latest = self.latest()
        if self.in_turn:
            return latest or by
        self.out_of_order |= latest != by
        return by

    # What people do

    @rule(target=articles, by=who, claims=st.integers(0, 3))
    def import_batch(self, by: str, claims: int) -> str:
        name = self.new("batch")
        records: list[Record] = [
            SpeakerRecord(f"{name} speaker", f"Speaker of {name}"),
            TopicRecord(f"{name} topic", f"Topic of {name}"),
            article_record(name),
            *(claim_record(f"{name} claim {number}", name, by.lower()) for number in range(claims)),
        ]
        add_articles(self.store, records, source=name, by=by)
        return name

    @rule(target=speakers, by=who)
    def make_speaker(self, by: str) -> str:
        return str(self.act(make_speaker, self.new("Speaker"), by=by))

    @rule(target=topics, by=who, parent=st.none() | topics)
    def make_topic(self, by: str, parent: str | None) -> str:
        return str(self.act(make_topic, self.new("Topic"), parent=parent, by=by))

    @rule(target=marks, by=who, article=articles, span=spans)
    def tag_claim(self, by: str, article: str, span: tuple[int, int]) -> str:
        return str(self.act(tag_claim, article, [span], by=by))

    @rule(target=marks, by=who, article=articles, span=spans, speaker=st.none() | speakers)
    def tag_mention(self, by: str, article: str, span: tuple[int, int], speaker: str | None) -> str:
        return str(self.act(tag_mention, article, [span], speaker=speaker, by=by))

    @rule(target=marks, by=who, article=articles, span=spans, topic=topics)
    def tag_passage(self, by: str, article: str, span: tuple[int, int], topic: str) -> str:
        return str(self.act(tag_passage, article, [span], topic, by=by))

    @rule(by=who, mark=marks, first=spans, second=spans, what=st.sampled_from(["spans", "part", "cue", "note"]))
    def edit_mark(self, by: str, mark: str, first: Any, second: Any, what: str) -> None:
        if what == "spans":
            self.act(set_spans, mark, [first, second], by=by)
        elif what == "part":
            self.act(add_part, mark, first, by=by)
        elif what == "cue":
            self.act(set_cue, mark, [first], by=by)
        else:
            self.act(edit_marks, [mark], label="Note", note=self.new("note"), by=by)

    @rule(by=who, mark=marks, speaker=st.none() | speakers, mention=st.none() | spans)
    def add_speaker(self, by: str, mark: str, speaker: str | None, mention: Any) -> None:
        self.act(add_speaker, mark, speaker, mention=[mention] if mention else (), by=by)

    @rule(by=who, mark=marks)
    def remove_speaker(self, by: str, mark: str) -> None:
        self.act(remove_speaker, mark, 0, by=by)

    @rule(by=who, mark=marks, topic=topics)
    def add_topic(self, by: str, mark: str, topic: str) -> None:
        self.act(add_topic, mark, topic, by=by)

    @rule(by=who, mark=marks, stance=st.sampled_from(["supports", "opposes", None]))
    def set_stance(self, by: str, mark: str, stance: Any) -> None:
        self.act(set_stance, mark, 0, stance, by=by)

    @rule(by=who, some=st.lists(marks, min_size=1, max_size=2, unique=True))
    def delete_marks(self, by: str, some: list[str]) -> None:
        self.act(delete_marks, some, by=by)

    @rule(by=who, article=articles)
    def delete_everything_of_mine(self, by: str, article: str) -> None:
        with self.store.read() as session:
            me = annotator_named(session, by)
            mine = [mark.id for mark in marks_of(session, article) if mark.annotator == me]
        if mine:
            self.act(delete_marks, mine, by=by)

    @rule(by=who, speaker=speakers)
    def rename_speaker(self, by: str, speaker: str) -> None:
        self.act(edit_speaker, speaker, name=self.new("Speaker"), by=by)

    @rule(by=who, loser=speakers, winner=speakers)
    def merge_speakers(self, by: str, loser: str, winner: str) -> None:
        self.act(merge_speakers, loser, winner, by=by)

    @rule(by=who, speaker=speakers)
    def delete_speaker(self, by: str, speaker: str) -> None:
        self.act(delete_speaker, speaker, by=by)

    @rule(by=who, article=articles)
    def rename_and_delete_what_a_batch_brought(self, by: str, article: str) -> None:
        self.act(edit_speaker, f"{article} speaker", name=self.new("Speaker"), by=by)
        self.act(delete_speaker, f"{article} speaker", by=by)

    @rule(by=who, topic=topics, other=topics, what=st.sampled_from(["rename", "merge", "move", "delete"]))
    def change_topic(self, by: str, topic: str, other: str, what: str) -> None:
        if what == "rename":
            self.act(edit_topic, topic, name=self.new("Topic"), by=by)
        elif what == "merge":
            self.act(merge_topics, topic, other, by=by)
        elif what == "move":
            self.act(move_topic, topic, other, by=by)
        else:
            self.act(delete_topic, topic, by=by)

    # Undo and redo

    @rule(by=who)
    def undo(self, by: str) -> None:
        before = snapshot(self.store)
        try:
            self.store.undo(by=self.undoing(by))
        except NothingToUndo:
            assert snapshot(self.store) == before
        except UndoConflict:
            assert self.out_of_order
            assert snapshot(self.store) == before

    @rule(by=who)
    def redo(self, by: str) -> None:
        before = snapshot(self.store)
        try:
            self.store.redo(by=by)
        except (NothingToUndo, UndoConflict):
            assert snapshot(self.store) == before

    @rule(by=who)
    def undo_and_redo_at_once(self, by: str) -> None:
        by, before = self.undoing(by), snapshot(self.store)
        try:
            step = self.store.undo(by=by)
        except (NothingToUndo, UndoConflict):
            return
        assert self.store.redo(by=by)["label"] == step["label"]
        assert snapshot(self.store) == before

    @precondition(lambda self: not self.in_turn)
    @rule(by=who)
    def pass_over_what_is_in_conflict(self, by: str) -> None:
        try:
            self.out_of_order = True
            self.store.undo(by=by)
        except UndoConflict as conflict:
            before, step = snapshot(self.store), conflict.step
            try:
                undone = self.store.undo(by=by, pass_over=step)
                assert undone["number"] != step
            except (UndoConflict, NothingToUndo) as another:
                assert getattr(another, "step", 0) != step  # noqa: PT017  # either may come
                assert snapshot(self.store) == before
        except NothingToUndo:
            pass

    @precondition(lambda self: self.count % 5 == 0)
    @rule()
    def reopen(self) -> None:
        before, address = snapshot(self.store), self.store.address
        self.store.close()
        self.store = Store.open(address, "Ana")
        assert snapshot(self.store) == before

    # What always holds

    @invariant()
    def the_project_is_sound(self) -> None:
        with self.store.read() as session:
            assert list(problems(session)) == []
            assert session.execute(select(Annotator.name).order_by(Annotator.name)).scalars().all() == [*PEOPLE]

    def latest(self) -> str | None:
        """Who made the last step of all that still stands."""
        with self.store.read() as session:
            query = select(Step.annotator).where(
                Step.annotator.in_(PEOPLE), Step.kind.in_(STANDING), Step.undone_by.is_(None),
                Step.passed_over.is_(False),
            )  # fmt: skip
            return session.execute(query.order_by(Step.number.desc())).scalars().first()

    def teardown(self) -> None:
        try:
            end, undone = snapshot(self.store), list[str]()
            while by := self.latest():
                try:
                    self.store.undo(by=by)
                except UndoConflict:
                    assert self.out_of_order
                    break
                undone.append(by)
            if not self.out_of_order:
                assert snapshot(self.store) == self.beginning
            while undone:
                self.store.redo(by=undone.pop())
            assert snapshot(self.store) == end
            self.the_project_is_sound()
        finally:
            self.store.close()


@pytest.mark.parametrize(
    ("kind", "examples", "steps"),
    [
        pytest.param("file", 25, 30, id="quick"),
        pytest.param("file", 300, 60, id="long", marks=pytest.mark.prove),
        pytest.param("server", 20, 30, id="on a server", marks=pytest.mark.prove),
    ],
)
def test_every_order_of_steps_leads_back(
    request: pytest.FixtureRequest, tmp_path: Path, template: Path, kind: str, examples: int, steps: int
) -> None:
    numbers = count()

    def in_a_file() -> str:
        return str(shutil.copyfile(template, tmp_path / f"{next(numbers)}.annotator"))

    def on_a_server() -> str:
        server: Server = request.getfixturevalue("server")
        return server.url(server.new_database(request.getfixturevalue("server_template")))

    Project.place = staticmethod(in_a_file if kind == "file" else on_a_server)
    run_state_machine_as_test(
        Project,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            # Making a failure smaller would take minutes; its steps are printed as they are.
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )
