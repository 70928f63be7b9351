"""Propositions with their appearances as schema.org nodes."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from msgspec import structs

from annotator.formats.claim_review import LOSES, write
from annotator.records import ClaimRecord, PropositionRecord, Record, kind_of
from tests.formats.golden import golden_set
from tests.strategies import annotation_sets

slowly = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def graph(records: list[Record], folder: Path) -> list[dict[str, Any]]:
    write(records, folder / "a.jsonld")
    document = json.loads((folder / "a.jsonld").read_text("utf-8"))
    assert document["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = document["@graph"]
    return nodes


def test_a_proposition_is_a_claim_with_its_appearance(tmp_path: Path) -> None:
    (claim,) = graph(golden_set(), tmp_path)
    assert (claim["@type"], claim["text"]) == ("Claim", "The port loses two ships a month")
    assert claim["author"]["name"] == "Mira Okafor"
    assert claim["author"]["sameAs"] == "https://www.wikidata.org/entity/Q1"
    assert [each["name"] for each in claim["about"]] == ["Ports / Fees", "Ports"]
    article = claim["appearance"]
    assert (article["@type"], article["url"], article["datePublished"]) == (
        "NewsArticle",
        "https://example.org/1",
        "2025-11-24",
    )
    assert claim["firstAppearance"]["@id"] == article["@id"]
    assert article["hasPart"]["text"] == "the port loses two ships 😀 a month … or three"


def test_a_verdict_makes_a_review(tmp_path: Path) -> None:
    records = [
        structs.replace(each, fields={"verdict": "mostly false"}) if getattr(each, "id", "") == "c-1" else each
        for each in golden_set()
    ]
    claim, review = graph(records, tmp_path)
    assert review["@type"] == "ClaimReview"
    assert review["itemReviewed"]["@id"] == claim["@id"]
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "mostly false"}
    assert (review["author"]["name"], review["datePublished"]) == ("Ana", "2026-01-05")


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    assert write(golden_set(), tmp_path / "a").sha256 == write(golden_set(), tmp_path / "b").sha256


@slowly
@given(annotation_sets())
def test_every_record_is_carried_or_counted_as_lost(made: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        nodes = graph(made, Path(folder))
        written = write(made, Path(folder) / "b.jsonld")
    assert [each["text"] for each in nodes if each["@type"] == "Claim"] == [
        each.text for each in made if isinstance(each, PropositionRecord)
    ]
    for kind in {kind_of(each) for each in made} - {"set"}:
        there = sum(kind_of(each) == kind for each in made)
        assert written.counts.get(kind, 0) + written.loses.get(kind, 0) == there
    assert set(written.loses) <= set(LOSES)
    assert written.counts["claim"] == sum(isinstance(each, ClaimRecord) and bool(each.proposition) for each in made)
