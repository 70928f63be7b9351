"""A project in which colleagues disagree, for the tests of reviewing. Used by tests only."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import add_speaker, add_topic, tag_claim
from annotator.actions.topics import make_topic
from annotator.queries.annotators import annotators
from annotator.queries.disagreements import ClaimGroup, claim_groups
from annotator.queries.marks import marks_of
from annotator.queries.reviews import MarkReview, consensus_marks, said_about
from annotator.records import ClaimRecord, MarkRecord, ReviewRecord
from annotator.store import Store
from tests.sample_articles import span

CHANNEL = "The channel is too shallow,"
SHIPS = "Two ships a month go to Wessel."
ANSWER = "She did not answer."


def disagree(store: Store, article: str) -> dict[str, str]:
    """Ana and Ben tag the article: one claim the same, one with other boundaries, one by Ana alone.

    Returns the ids of the claims by who and what: "ana channel", "ben channel", "ana ships", …
    """
    mira, fees = make_speaker(store, "Mira Okafor"), make_topic(store, f"Fees in {article}")
    made: dict[str, str] = {}
    for name in ("Ana", "Ben"):
        channel = tag_claim(store, article, [span(CHANNEL)], quotation="direct", by=name)
        add_speaker(store, channel, mira, mention=[span("Mira Okafor")], by=name)
        add_topic(store, channel, fees, stance="opposes", by=name)
        words = SHIPS if name == "Ana" else "Two ships a month"
        made |= {f"{name.lower()} channel": channel}
        made |= {f"{name.lower()} ships": tag_claim(store, article, [span(words)], quotation="direct", by=name)}
    return made | {"ana answer": tag_claim(store, article, [span(ANSWER)], by="Ana")}


def groups(store: Store) -> list[ClaimGroup]:
    """The claims, in the order of the text: channel, ships, answer."""
    with store.read() as session:
        return list(claim_groups(session))


def of_kind(store: Store, kind: str) -> ClaimGroup:
    """The one claim in which there is a difference of this kind."""
    [found] = [group for group in groups(store) if kind in group.differences]
    return found


def consensus(store: Store, article: str) -> list[ClaimRecord]:
    """The consensus' claims, in the order of the text."""
    with store.read() as session:
        found = [mark for mark in consensus_marks(session, [article]) if isinstance(mark, ClaimRecord)]
    return sorted(found, key=lambda mark: mark.parts[0].start)


def all_marks(store: Store, article: str, *, of: Collection[str] = ()) -> list[MarkRecord]:
    """The article's marks, or those of the annotators of these names."""
    with store.read() as session:
        ids = {each.id for each in annotators(session) if each.name in of}
        return [mark for mark in marks_of(session, article) if not of or mark.annotator in ids]


def said(store: Store, article: str) -> dict[str, MarkReview]:
    """What was said about the article's marks."""
    with store.read() as session:
        return said_about(session, [article])


def verdict(store: Store, article: str, mark: str) -> ReviewRecord:
    """The latest verdict on a mark."""
    return said(store, article)[mark].reviews[0]


def verdicts(store: Store, article: str) -> dict[str, tuple[Any, ...]]:
    """Mark -> verdict, cause, reason, flag and replacement of its latest review."""
    return {
        mark: (r.verdict, r.cause, r.reason, r.codebook_question, r.replacement)
        for mark, about in said(store, article).items()
        for r in about.reviews[:1]
    }
