"""A value that may not stand where it stands is told before anybody paints it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import add_speaker, add_topic, tag_claim
from annotator.actions.topics import make_topic
from annotator.errors import DamagedProject
from annotator.queries.annotators import annotators
from annotator.queries.articles import article, article_list
from annotator.queries.marks import marks_of
from annotator.queries.registry import speakers, topics
from annotator.store import Store
from tests.sample_articles import add_articles, article_record, span


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A closed project with a claim, a speaker and a topic."""
    with Store.create(tmp_path / "p", "Ana") as store:
        add_articles(store, [article_record("a")], source="articles")
        claim = tag_claim(store, "a", [span("Two ships a month")])
        add_speaker(store, claim, make_speaker(store, "Mira Okafor"))
        add_topic(store, claim, make_topic(store, "Port fees"))
        assert store.path is not None
        return store.path


def damage(project: Path, column: str, value: object) -> None:
    table, _, name = column.partition(".")
    with closing(sqlite3.connect(project)) as connection, connection:
        connection.execute(f"UPDATE {table} SET {name} = ?", (value,))


def refusal(store: Store, question: Callable[[Session], object]) -> str:
    """Why a question has no answer; empty where it has one."""
    try:
        with store.read() as session:
            question(session)
    except DamagedProject as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    "column",
    [
        "annotator.colour", "annotator.initials", "article.title", "article.published", "article.source",
        "claim_speaker.role", "claim_topic.stance", "speaker.name", "topic.name", "topic.colour",
    ],
)  # fmt: skip
def test_bytes_in_the_place_of_words_are_no_answer(project: Path, column: str) -> None:
    damage(project, column, b"\xff\x00x")
    questions: tuple[Callable[[Session], object], ...] = (
        lambda session: marks_of(session, "a"),
        lambda session: article_list(session, "Ana"),
        lambda session: article(session, "a"),
        annotators,
        speakers,
        topics,
    )
    with Store.open(project, "Ana") as store:
        said = [told for question in questions if (told := refusal(store, question))]
    assert said
    assert all("none that may stand there" in each for each in said)


def test_a_role_that_is_none_is_no_answer(project: Path) -> None:
    damage(project, "claim_speaker.role", "shouts")
    with Store.open(project, "Ana") as store, pytest.raises(DamagedProject), store.read() as session:
        marks_of(session, "a")


def test_a_damaged_name_keeps_nobody_from_the_rest(project: Path) -> None:
    damage(project, "project.name", b"\xff")
    with Store.open(project, "Ana") as store:
        assert store.name == project.stem
        with store.read() as session:
            assert len(marks_of(session, "a")) == 1
