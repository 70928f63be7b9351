"""Who reads what: dealt out evenly, the same for the same seed, and hidden where it is read blind."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.actions.articles import set_state
from annotator.actions.planning import Proposed, carry_out, deal, deal_again, withdraw
from annotator.errors import InvalidValue
from annotator.queries.agreement import agreement
from annotator.queries.annotators import annotator_named
from annotator.queries.plan import PlannedArticle, blind_articles, own_finished, plan_overview
from annotator.records import ProgressRecord
from annotator.store import Store
from tests.queries.test_disagreements import fill
from tests.sample_articles import add_articles, claim_record

OUTLETS = ("Daily Ledger", "Harbour Post", None)
articles = st.lists(st.sampled_from(OUTLETS), max_size=40).map(
    lambda outlets: [PlannedArticle(f"a{number}", f"Article {number}", outlet) for number, outlet in enumerate(outlets)]
)


@given(articles, st.integers(2, 5), st.sampled_from([0.0, 0.1, 0.25, 0.5, 1.0]), st.integers(0, 5))
def test_articles_are_dealt_evenly_and_the_share_is_kept_in_every_outlet(
    some: list[PlannedArticle], people: int, share: float, seed: int
) -> None:
    names = [f"Person {number}" for number in range(people)]
    dealt = deal(some, names, share=share, seed=seed, blind=True)
    assert dealt == deal(some, list(reversed(names)), share=share, seed=seed, blind=True)
    readers = Counter(each.article for each in dealt)
    assert set(readers) == {each.id for each in some}
    double = {article for article, number in readers.items() if number == 2}
    assert len(double) == round(share * len(some))
    assert all((each.purpose == "double") == (each.article in double) == each.blind for each in dealt)
    assert len({(each.article, each.annotator) for each in dealt}) == len(dealt)
    load = Counter(dict.fromkeys(names, 0)) + Counter(each.annotator for each in dealt)
    loads = [load[name] for name in names]
    assert max(loads) - min(loads) <= 1
    for outlet in OUTLETS:
        ids = [each.id for each in some if each.source == outlet]
        assert abs(len(double & set(ids)) - share * len(ids)) < 1


def test_another_seed_deals_otherwise() -> None:
    some = [PlannedArticle(f"a{number}", "", None) for number in range(30)]
    dealt = [deal(some, ["Ana", "Ben"], share=0.3, seed=seed, blind=False) for seed in (1, 2)]
    assert dealt[0] != dealt[1]


@pytest.mark.parametrize(
    ("people", "share", "said"),
    [
        ([], 0.0, "at least one person"),
        (["Ana"], 0.2, "two persons at least"),
        (["Ana", "Ben"], 1.5, "between 0 and 100"),
    ],
)
def test_what_cannot_be_dealt_is_a_sentence(people: list[str], share: float, said: str) -> None:
    with pytest.raises(InvalidValue, match=said):
        deal([], people, share=share, seed=1, blind=False)


def test_a_plan_is_one_step_and_nothing_is_assigned_twice(store: Store) -> None:
    fill(store, [])
    proposed = [Proposed("a", "Ana", "double", True), Proposed("a", "Dora", "double", True)]
    assert carry_out(store, proposed) == 2
    assert carry_out(store, proposed) == 0
    with store.read() as session:
        overview = plan_overview(session)
        dora = annotator_named(session, "Dora")
    assert dora is not None
    assert overview.cells["a", dora].purposes == ("double",)
    assert overview.cells["a", dora].blind
    assert withdraw(store, ["a"], [dora]) == 1
    store.undo()
    store.undo()
    with store.read() as session:
        assert not plan_overview(session).cells
    with pytest.raises(InvalidValue, match="not in the project any more"):
        carry_out(store, [Proposed("gone", "Ana", "single", False)])


def test_a_blind_article_is_open_once_ones_own_work_is_finished(store: Store) -> None:
    fill(store, [claim_record("1", "a", "2")])
    carry_out(store, [Proposed("a", "Ana", "double", True), Proposed("b", "Ana", "single", False)])

    def blind(name: str) -> set[str]:
        with store.read() as session:
            return blind_articles(session, name)

    assert blind("Ana") == {"a"}
    assert blind("Ben") == blind("Nobody") == set()
    set_state(store, ["a"], "finished")
    assert blind("Ana") == set()
    store.undo()
    assert blind("Ana") == {"a"}


def test_old_articles_are_read_again_under_a_name_of_its_own(store: Store) -> None:
    records = [claim_record("1", "a", "3"), ProgressRecord("a", "3", "finished", False, (), 0)]
    fill(store, records)
    with store.read() as session:
        finished = {"Ana": own_finished(session, ["3"])["3"]}
    proposed = deal_again(finished, share=1.0, seed=1)
    assert proposed == [Proposed("a", "Ana (again)", "repeat", True)]
    carry_out(store, proposed)
    with store.read() as session:
        again = annotator_named(session, "Ana (again)")
        assert blind_articles(session, "Ana (again)") == {"a"}
    assert again is not None
    add_articles(store, [claim_record("2", "a", again), claim_record("3", "a", "2")], source="more")
    with store.read() as session:
        assert agreement(session).annotators == ["Ana", "Ben"]
        assert agreement(session, annotator_ids={"3", again}).annotators == ["Ana", "Ana (again)"]
    with pytest.raises(InvalidValue, match="above 0"):
        deal_again(finished, share=0, seed=1)
