"""What is read blind in a project of a file: colleagues' work is in no set, figure, list or history until finished."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.actions.agreement_report import compare, methods_page
from annotator.actions.articles import set_state
from annotator.actions.exchange import Beforehand, beforehand, export_set
from annotator.actions.export_check import read_back
from annotator.actions.planning import Proposed, carry_out
from annotator.actions.propositions import link_proposition, make_proposition
from annotator.actions.reviewing import Grounds, add_comment, reject_versions
from annotator.actions.tagging import add_topic, tag_claim
from annotator.actions.topics import make_topic
from annotator.queries.articles import article_list
from annotator.queries.codebook import marks_about
from annotator.queries.codebook_questions import codebook_questions
from annotator.queries.history import history
from annotator.queries.propositions import appearances
from annotator.queries.review_overview import review_overview
from annotator.queries.review_queue import Undecided
from annotator.store import Store
from tests.reviewed import groups
from tests.sample_articles import add_articles, article_record, span


@pytest.fixture
def blind(project: Path) -> dict[str, str]:
    """Ids of what Ana and Ben made in two articles, by who and article; Ben reads the first one blind."""
    made: dict[str, str] = {}
    with Store.open(project, "Cleo") as store:
        add_articles(store, [article_record("first"), article_record("second")], source="articles")
        carry_out(store, [Proposed("first", "Ben", "double", True), Proposed("first", "Ana", "double", False)])
        made["topic"], made["proposition"] = make_topic(store, "Port fees"), make_proposition(store, "Ships are lost")
        for who in ("Ana", "Ben"):
            for article in ("first", "second"):
                claim = tag_claim(store, article, [span("Two ships a month")], by=who)
                add_topic(store, claim, made["topic"], by=who)
                link_proposition(store, [claim], made["proposition"], by=who)
                made[f"{who} {article}"] = claim
        add_comment(store, made["Ana first"], "Is it one?", by="Ana")
        set_state(store, ["first"], "finished", by="Ana")
    return made


def marks_in(path: Path, made: dict[str, str]) -> set[str]:
    """Which of the marks stand in a set."""
    text = path.read_text("utf-8")
    return {name for name, id_ in made.items() if " " in name and f'"type":"claim","id":"{id_}"' in text}


EVERYTHING = {"Ana first", "Ana second", "Ben first", "Ben second"}
SHOWN = EVERYTHING - {"Ana first"}


def test_a_set_can_leave_out_what_is_read_blind(project: Path, blind: dict[str, str], tmp_path: Path) -> None:
    out = tmp_path / "set.jsonl"
    for who, expected in (("Ben", SHOWN), ("Ana", EVERYTHING), ("Cleo", EVERYTHING)):
        with Store.open(project, who) as store:
            export_set(store, out)
            assert marks_in(out, blind) == EVERYTHING
            written = export_set(store, out, without_blind=True)
            assert marks_in(out, blind) == expected
            assert read_back(store, written, without_blind=True).equal
            assert beforehand(store, annotators=None, articles=None) == Beforehand(
                frozenset({"first"} if who == "Ben" else ()), Undecided(0, 0)
            )
            assert ("Is it one?" in out.read_text("utf-8")) == (who != "Ben")
            assert out.read_text("utf-8").count('"type":"progress"') == (who != "Ben")
    with Store.open(project, "Ben") as store:
        export_set(store, out, annotators=["Ana"], without_blind=True)
        assert marks_in(out, blind) == {"Ana first", "Ana second"}
        assert beforehand(store, annotators=["Ana"], articles=None).blind == frozenset()
        assert beforehand(store, annotators=None, articles=["second"]).blind == frozenset()


def test_finishing_shows_it_and_opening_it_again_hides_it_again(
    project: Path, blind: dict[str, str], tmp_path: Path
) -> None:
    with Store.open(project, "Ben") as store:
        for state, expected in (("finished", EVERYTHING), ("in_progress", SHOWN), ("finished", EVERYTHING)):
            set_state(store, ["first"], state)
            export_set(store, tmp_path / "set.jsonl", without_blind=True)
            assert marks_in(tmp_path / "set.jsonl", blind) == expected


def test_figures_do_not_look_at_it(project: Path, blind: dict[str, str]) -> None:
    for who, articles in (("Ben", 1), ("Ana", 2)):
        with Store.open(project, who) as store:
            compared = compare(store, lambda *_: None)
            assert (compared.figures.articles, compared.left_out) == (articles, 2 - articles)
            assert ("1 more were being read blind" in methods_page(compared)) == (who == "Ben")


def test_lists_over_the_project_leave_it_out(project: Path, blind: dict[str, str]) -> None:
    with Store.open(project, "Ben") as store:
        reject_versions(store, groups(store)[0].claims, Grounds(codebook_question=True), by="Rea")
        with store.read() as session:
            for reader, expected in (("Ben", SHOWN), ("Ana", EVERYTHING), (None, EVERYTHING)):
                ids = {blind[each] for each in expected}
                assert {each.mark for each in marks_about(session, blind["topic"], reader=reader)} == ids
                assert {each.claim for each in appearances(session, blind["proposition"], reader=reader)} == ids
            [case] = codebook_questions(session)
            assert codebook_questions(session, without={case.article or ""}) == []


def test_counts_leave_it_out(project: Path, blind: dict[str, str]) -> None:
    for who, marks in (("Ben", {"first": 1, "second": 2}), ("Ana", {"first": 2, "second": 2})):
        with Store.open(project, who) as store, store.read() as session:
            assert {each.id: each.marks for each in article_list(session, who)} == marks
            people = {each.id: each.name for each in review_overview(session).annotators}
            seen = {row.article: {people[id_] for id_ in row.work} for row in review_overview(session, who).rows}
            assert seen == {"first": {"Ben"} if who == "Ben" else {"Ana", "Ben"}, "second": {"Ana", "Ben"}}


def test_the_history_leaves_it_out(project: Path, blind: dict[str, str]) -> None:
    with Store.open(project, "Ben") as store, store.read() as session:
        whole, shown = history(session), history(session, reader="Ben")
    hidden = [each for each in whole if each not in shown]
    assert {each.annotator for each in hidden} == {"Ana", "Cleo"}
    assert [each.label for each in shown if each.annotator == "Ben"] == [
        each.label for each in whole if each.annotator == "Ben"
    ]
