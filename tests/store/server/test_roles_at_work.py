"""What people of each role do every day, by the verbs of the program, on a server that keeps their rights."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from annotator.actions.article_details import edit_article
from annotator.actions.articles import set_state
from annotator.actions.codebook import edit_topic_meaning
from annotator.actions.exchange import export_set, import_sets
from annotator.actions.field_choices import rename_choices
from annotator.actions.fields import make_field, set_field
from annotator.actions.planning import Proposed, carry_out
from annotator.actions.reviewing import (
    Grounds,
    accept_version,
    add_comment,
    ask_third_opinion,
    delete_comment,
    set_codebook_question,
    set_reviewed,
)
from annotator.actions.speakers import edit_speaker, make_speaker
from annotator.actions.tagging import add_speaker, delete_marks, tag_claim
from annotator.actions.team import add_member
from annotator.actions.topics import make_topic
from annotator.errors import NotAllowed, UnknownRecord
from annotator.model import Annotator, Mark, Review, Speaker
from annotator.queries.articles import article
from annotator.queries.check import problems
from annotator.queries.history import history
from annotator.queries.marks import marks_by_id
from annotator.records import ClaimRecord, answers_of
from annotator.store import Store
from tests.sample_articles import add_articles, article_record, snapshot, span
from tests.server import Server

ROLES = {"Ana": "coder", "Ben": "coder", "Rea": "reviewer", "Max": "manager"}


@pytest.fixture(scope="module")
def members(server: Server) -> Iterator[None]:
    """Database roles are the server's, not a database's: they are there once for all tests."""
    yield
    for who in ROLES:
        server.execute("DROP ROLE IF EXISTS {}", who)


class Team:
    """Opens the project as one of its members."""

    def __init__(self, server: Server, database: str) -> None:
        self.server, self.database = server, database
        self._open: list[Store] = []

    def __call__(self, who: str) -> Store:
        store = Store.open(self.server.url(self.database, who), who)
        self._open.append(store)
        return store

    def close(self) -> None:
        for store in self._open:
            store.close()


@pytest.fixture
def team(server: Server, team_database: str, members: None) -> Iterator[Team]:
    """A project with two articles and four members."""
    with Store.open(server.url(team_database), "Keeper") as store:
        add_articles(store, [article_record("a"), article_record("b")], source="articles")
        for name, role in ROLES.items():
            add_member(store, name, role)  # type: ignore[arg-type]  # a role
    made = Team(server, team_database)
    yield made
    made.close()
    for who in ROLES:
        server.execute("DROP OWNED BY {}", who, database=team_database)


def versions(store: Store, ids: list[str]) -> list[ClaimRecord]:
    with store.read() as session:
        return [mark for mark in marks_by_id(session, ids) if isinstance(mark, ClaimRecord)]


def annotator_id(store: Store, name: str) -> str:
    with store.read() as session:
        return session.execute(select(Annotator.id).where(Annotator.name == name)).scalar_one()


def test_a_coder_codes(team: Team) -> None:
    ana = team("Ana")
    before = snapshot(ana)
    claim = tag_claim(ana, "a", [span("Two ships a month")], cue=[span("said")])
    speaker = make_speaker(ana, "Mira Okafor")
    add_speaker(ana, claim, speaker)
    edit_speaker(ana, speaker, note="the minister")
    comment = add_comment(ana, claim, "Is it one?")
    delete_comment(ana, comment)
    set_state(ana, "a", "finished")
    delete_marks(ana, [claim])
    after = snapshot(ana)
    for _ in range(8):
        ana.undo()
    assert snapshot(ana) == before
    for _ in range(8):
        ana.redo()
    assert snapshot(ana) == after
    with pytest.raises(NotAllowed, match="Your role"):
        make_topic(ana, "Port fees")
    with pytest.raises(NotAllowed, match="Your role"):
        add_articles(ana, [article_record("c")], source="more")
    with pytest.raises(NotAllowed, match="Your role"):
        edit_article(ana, "a", {"title": "Fewer ships"})
    with pytest.raises(NotAllowed, match="Your role"):
        set_reviewed(team("Ben"), ["a"], True)
    with ana.read() as session:
        assert list(problems(session)) == []
        assert history(session)[0].step == 1 + 8 + 8 + 8


def test_a_reviewer_decides_and_takes_it_back(team: Team) -> None:
    marks = [tag_claim(team(who), "a", [span("Two ships a month")]) for who in ("Ana", "Ben")]
    rea = team("Rea")
    before = snapshot(rea)
    made = accept_version(rea, versions(rea, marks), marks[0], Grounds(reason="as in the codebook"))
    add_comment(rea, marks[1], "See the codebook")
    ask_third_opinion(rea, "b", annotator_id(rea, "Ana"), [])
    set_reviewed(rea, ["a"], True)
    with rea.read() as session:
        assert session.get_one(Mark, made).annotator_id == annotator_id(rea, "Consensus")
        assert len(session.execute(select(Review)).scalars().all()) == 2
    for _ in range(4):
        rea.undo()
    assert snapshot(rea) == before
    with pytest.raises(NotAllowed, match="Your role"):
        make_topic(rea, "Port fees")


def test_a_manager_keeps_the_codebook_the_articles_and_the_sets(team: Team, tmp_path: Path) -> None:
    mark = tag_claim(team("Ana"), "a", [span("Two ships a month")])
    rea = team("Rea")
    accept_version(rea, versions(rea, [mark]), mark, Grounds(codebook_question=True))
    topic = make_topic(team("Max"), "Port fees")
    max_ = team("Max")
    edit_topic_meaning(max_, topic, definition="What ships pay")
    with max_.read() as session:
        review = session.execute(select(Review.id)).scalar_one()
    set_codebook_question(max_, [review], False)
    assert carry_out(max_, [Proposed("b", "Ana", "double", True), Proposed("b", "Ben", "double", True)]) == 2
    with pytest.raises(NotAllowed, match="Your role"):
        carry_out(team("Ben"), [Proposed("a", "Ben", "double", False)])
    genre = make_field(max_, "Genre", choices=["report", "opinion"], applies_to=["article"])
    edit_article(max_, "a", {"published": "4 May 2023"}, {genre: "report"})
    with team("Ana").read() as session:
        assert article(session, "a").published == "2023-05-04"
        assert answers_of(article(session, "a").meta) == {genre: "report"}
    add_articles(max_, [article_record("c")], source="more")
    max_.undo()
    max_.redo()
    set_ = tmp_path / "guest.jsonl"
    with Store.create(tmp_path / "other", "Guest") as other:
        add_articles(other, [article_record("a")], source="articles")
        tag_claim(other, "a", [span("Two ships a month")])
        export_set(other, set_)
    before = snapshot(max_)
    [report] = import_sets(max_, [set_])
    assert report.claims == 1
    max_.undo()
    assert snapshot(max_) == before
    with pytest.raises(NotAllowed, match="Your role"):
        import_sets(team("Ben"), [set_])
    with max_.read() as session:
        assert list(problems(session)) == []


def test_choices_with_answers_of_colleagues_are_renamed_by_the_owner_alone(team: Team, server: Server) -> None:
    max_, ana = team("Max"), team("Ana")
    tone = make_field(max_, "Tone", choices=["calm", "harsh"])
    for store in (max_, ana):
        set_field(store, [tag_claim(store, "a", [span("Two ships a month")])], tone, "calm")
    before = snapshot(max_)
    with pytest.raises(NotAllowed, match="Colleagues answered with this choice"):
        rename_choices(max_, tone, {"calm": "quiet"})
    assert snapshot(max_) == before
    assert rename_choices(max_, tone, {"harsh": "rude"}) == 0
    with Store.open(server.url(team.database), "Keeper") as keeper:
        assert rename_choices(keeper, tone, {"calm": "quiet"}) == 2
    with ana.read() as session:
        assert list(problems(session)) == []


def test_a_colleague_of_a_role_taken_away_undoes_nothing_any_more(team: Team, server: Server) -> None:
    max_ = team("Max")
    make_topic(max_, "Port fees")
    with Store.open(server.url(team.database), "Keeper") as keeper:
        add_member(keeper, "Max", "coder")
    with pytest.raises(NotAllowed, match="Your role"):
        team("Max").undo()


def test_a_blind_coder_cannot_comment_on_what_is_hidden(team: Team) -> None:
    mark = tag_claim(team("Ana"), "b", [span("Two ships a month")])
    rea, ben = team("Rea"), team("Ben")
    ask_third_opinion(rea, "b", annotator_id(rea, "Ben"), [])
    with pytest.raises(UnknownRecord):
        add_comment(ben, mark, "I guess")
    tag_claim(ben, "b", [span("Two ships a month")])
    set_state(ben, "b", "finished")
    add_comment(ben, mark, "I see")
    with ben.read() as session:
        assert session.execute(select(Speaker)).first() is None
