"""Agreement of a project: whose, where, and the sample's figures against an independent computation."""

from __future__ import annotations

import re
from collections.abc import Iterator

import krippendorff
import networkx
import numpy as np
import pytest

from annotator.actions.sample import fill_with_sample
from annotator.agreement.definitions import LAYERS, MEASURES
from annotator.errors import Cancelled
from annotator.queries.agreement import Agreement, agreement
from annotator.queries.annotators import ids_of_names
from annotator.queries.articles import article_text
from annotator.queries.compared import compared_articles
from annotator.records import ClaimRecord, MentionRecord, ProgressRecord
from annotator.store import Store
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


def test_the_samples_figures_are_those_of_an_independent_computation(sample: Store) -> None:
    found = asked(sample)
    rows: list[list[int]] = []
    matched = claims = 0
    with sample.read() as session:
        for each in compared_articles(session):
            text = article_text(session, each.article)
            sides = []
            for who in each.annotators:
                mine = [mark for mark in each.marks if mark.annotator == who.id]
                rows_of = [mark for mark in mine if isinstance(mark, ClaimRecord)]
                mentions = {mark.id: mark for mark in mine if isinstance(mark, MentionRecord)}
                sides.append((rows_of, label_by_label(text, rows_of, mentions)))
            rows += [list(pair) for pair in zip(sides[0][1], sides[1][1], strict=True)]
            claims += len(sides[0][0]) + len(sides[1][0])
            matched += pairs_by_networkx(sides[0][0], sides[1][0])
    tokens, f1 = found.layers["tokens"], found.layers["claims"]
    assert tokens.value == pytest.approx(krippendorff.alpha(np.array(rows).T, level_of_measurement="nominal"))
    assert tokens.units == len(rows)
    assert f1.value == pytest.approx(2 * matched / claims)
    assert f1.units == claims


def label_by_label(text: str, claims: list[ClaimRecord], mentions: dict[str, MentionRecord]) -> list[int]:
    """Labels of the tokens, character by character: 3 cue, 2 source, 1 content, 0 nothing."""
    cue = {at for claim in claims for part in claim.cue for at in range(part.start, part.end)}
    said = {each.mention for claim in claims for each in claim.speakers if each.mention}
    source = {at for id_ in said for part in mentions[id_].parts for at in range(part.start, part.end)}
    content = {at for claim in claims for part in claim.parts for at in range(part.start, part.end)}
    starts = [match.start() for match in re.finditer(r"\w+|[^\w\s]", text)]
    return [3 if at in cue else 2 if at in source else 1 if at in content else 0 for at in starts]


def pairs_by_networkx(one: list[ClaimRecord], other: list[ClaimRecord]) -> int:
    """How many pairs a heaviest matching by common characters has."""
    graph = networkx.Graph()
    for mine in one:
        for theirs in other:
            covered = [{at for part in claim.parts for at in range(part.start, part.end)} for claim in (mine, theirs)]
            if shared := len(covered[0] & covered[1]):
                graph.add_edge((0, mine.id), (1, theirs.id), weight=shared)
    return len(networkx.max_weight_matching(graph))


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
