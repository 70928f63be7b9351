"""Agreement of a project: whose, where, and the sample's figures against an independent computation."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from annotator.actions.agreement_report import compare, methods_page
from annotator.actions.sample import fill_with_sample
from annotator.agreement.definitions import LAYERS, MEASURES
from annotator.errors import Cancelled
from annotator.queries.agreement import Agreement, agreement
from annotator.queries.annotators import ids_of_names
from annotator.records import ProgressRecord
from annotator.store import Store
from tests import independent
from tests.queries.test_disagreements import fill
from tests.sample_articles import claim_record


def asked(store: Store, **more: object) -> Agreement:
    with store.read() as session:
        return agreement(session, **more)  # type: ignore[arg-type]  # the test names what it gives


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample project, made once and only read."""
    with Store.create(tmp_path_factory.mktemp("sample") / "sample", "Cleo") as store:
        fill_with_sample(store)
        yield store


@pytest.fixture(scope="module")
def counted(sample: Store) -> list[independent.Values]:
    """What is compared in the sample, counted without the program's own measures."""
    with sample.read() as session:
        return [independent.values(article) for article in independent.articles(session)]


def test_every_figure_of_the_sample_is_that_of_an_independent_computation(
    sample: Store, counted: list[independent.Values]
) -> None:
    found = asked(sample).layers
    assert {name: layer.value for name, layer in found.items()} == {
        name: pytest.approx(figure(counted)) for name, figure in independent.MAIN.items()
    }
    others = {(name, other.measure): other.value for name, layer in found.items() for other in layer.others}
    assert others == {key: pytest.approx(figure(counted)) for key, figure in independent.OTHERS.items()}
    items = {each.item: each.value for each in found["topics"].by_item}
    expected = independent.topic_by_topic(counted)
    assert items == {topic: None if value is None else pytest.approx(value) for topic, value in expected.items()}
    pairs, claims = sum(each.matched for each in counted), sum(each.claims for each in counted)
    units = {"tokens": sum(len(each.tokens) for each in counted), "stance": sum(len(each.stance) for each in counted)}
    units |= {"claims": claims, "end_to_end": claims, "boundaries": sum(each.units for each in counted)}
    assert {name: layer.units for name, layer in found.items()} == {name: units.get(name, pairs) for name in found}
    assert {found[name].missing for name in ("claims", "boundaries", "speakers", "topics")} == {claims - 2 * pairs}


def test_each_articles_figures_are_those_of_an_independent_computation(
    sample: Store, counted: list[independent.Values]
) -> None:
    for name, layer in asked(sample).layers.items():
        found = {each.article: each.value for each in layer.by_article if each.value is not None}
        assert len(found) > 1
        alone = {each.article: independent.MAIN[name]([each]) for each in counted if each.article in found}
        assert found == {article: pytest.approx(value) for article, value in alone.items()}


@pytest.mark.parametrize(
    "name",
    [
        "claims", "stance", "quotation", "end_to_end",
        *(pytest.param(name, marks=pytest.mark.prove) for name in ("tokens", "boundaries", "speakers", "topics")),
    ],
)  # fmt: skip
def test_intervals_are_those_of_as_many_figures_of_drawn_articles(
    sample: Store, counted: list[independent.Values], name: str
) -> None:
    expected = independent.interval(counted, independent.MAIN[name])
    assert asked(sample).layers[name].interval == pytest.approx(expected)


def test_every_layer_and_measure_of_the_sample_is_defined_and_explained(sample: Store) -> None:
    found = asked(sample)
    assert list(found.layers) == list(LAYERS)
    assert found.annotators == ["Ana", "Ben"]
    for layer in found.layers.values():
        assert layer.value is not None
        assert layer.interval is not None
        assert layer.interval[0] <= layer.value <= layer.interval[1]
        assert len(layer.by_article) == found.articles
        assert [each.annotators for each in layer.by_pair] == [("Ana", "Ben")]
        assert layer.by_pair[0].value == pytest.approx(layer.value)
        assert all(each.measure in MEASURES for each in (layer, *layer.others))
    assert found.layers["topics"].by_item


def test_the_page_for_the_methods_section_holds_every_figure_and_defines_each_measure(sample: Store) -> None:
    compared = compare(sample, lambda *_: None)
    page = methods_page(compared)
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in page.splitlines() if line.startswith("| ")]
    assert {len(row) for row in rows} == {6, 4}
    layers = compared.figures.layers.values()
    others = [other for layer in layers for other in layer.others]
    assert len(rows) == 2 * 2 + len(layers) + len(others)
    for name in {each.measure for each in (*layers, *others)}:
        assert f"- **{MEASURES[name].title}.** {MEASURES[name].says}" in page
        assert "The same" not in MEASURES[name].says


def test_one_annotator_or_article_can_be_asked_for(sample: Store) -> None:
    whole = asked(sample)
    one = whole.layers["tokens"].by_article[0]
    narrowed = asked(sample, articles={one.article}).layers["tokens"]
    assert (narrowed.value, narrowed.units, narrowed.interval) == (pytest.approx(one.value), one.units, None)
    with sample.read() as session:
        alone = agreement(session, annotator_ids=ids_of_names(session, ["Ana"]))
    assert alone.articles == 0


def test_nothing_shared_is_a_sentence(store: Store) -> None:
    fill(store, [claim_record("1", "a", "3"), claim_record("2", "b", "2"), claim_record("3", "a", "0")])
    found = asked(store)
    assert (found.annotators, found.articles) == ([], 0)
    for layer in found.layers.values():
        assert layer.value is None
        assert layer.undefined == (
            "It cannot be computed, because no two of these annotators have worked on the same article."
        )


def test_who_finished_and_found_nothing_counts(store: Store) -> None:
    fill(store, [claim_record("1", "a", "3"), ProgressRecord("a", "2", "finished", True, (), 0)])
    found = asked(store)
    assert found.annotators == ["Ana", "Ben"]
    assert found.layers["claims"].value == 0
    assert found.layers["tokens"].value is not None
    assert found.layers["speakers"].undefined


def test_it_can_be_stopped(sample: Store) -> None:
    def stop(done: int, _total: int, _what: str) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        asked(sample, report=stop)
