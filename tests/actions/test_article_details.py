"""Details of an article put right, and what the codebook asks of articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.actions.article_details import edit_article
from annotator.actions.exchange import export_set, import_sets
from annotator.actions.fields import make_field
from annotator.errors import InvalidValue, UnknownRecord
from annotator.queries.articles import article
from annotator.queries.codebook import field_counts
from annotator.records import ArticleRecord, answers_of
from annotator.store import Store
from tests.sample_articles import snapshot


def record(store: Store, article_id: str) -> ArticleRecord:
    with store.read() as session:
        return article(session, article_id)


def test_details_are_put_right_in_one_step_and_taken_back(store: Store, article_id: str) -> None:
    before, text = snapshot(store), record(store, article_id).text
    details = {"title": " Two  ships ", "byline": "", "published": "3 March 2024", "url": "https://harbour.example/a"}
    edit_article(store, article_id, details)
    now = record(store, article_id)
    assert (now.title, now.byline, now.published, now.url) == (
        "Two ships", None, "2024-03-03", "https://harbour.example/a",
    )  # fmt: skip
    assert now.text == text
    store.undo()
    assert snapshot(store) == before


@pytest.mark.parametrize(
    ("given", "language", "kept"),
    [
        ("2024", "", "2024"),
        ("2024-03", "", "2024-03"),
        ("2024-03-05", "", "2024-03-05"),
        ("5. März 2024", "de", "2024-03-05"),
        ("03/04/2024", "en-GB", None),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(
    store: Store, article_id: str, given: str, language: str, kept: str | None
) -> None:
    edit_article(store, article_id, {"language": language, "published": ""})
    edit_article(store, article_id, {"published": given})
    assert kept is None or record(store, article_id).published == kept


def test_a_date_is_meant_as_in_the_language_that_is_given_with_it(store: Store, article_id: str) -> None:
    edit_article(store, article_id, {"published": "03/04/2024", "language": "fr"})
    assert record(store, article_id).published == "2024-04-03"


@pytest.mark.parametrize(
    ("name", "given", "sentence"),
    [
        ("sha256", "0" * 64, "“sha256” is no detail of an article"),
        ("title", "  ", "An article needs a title"),
        ("published", "soon", "“soon” is no date"),
        ("published", "2024-13", "“2024-13” is no date"),
        ("language", "English", "“English” is no code of a language"),
        ("url", "javascript:alert(1)", "is no address of a page"),
    ],
)
def test_what_is_no_such_detail_is_refused_with_all_else(
    store: Store, article_id: str, name: str, given: str, sentence: str
) -> None:
    before = snapshot(store)
    with pytest.raises(InvalidValue, match=sentence):
        edit_article(store, article_id, {"source": "The Quay", name: given})
    assert snapshot(store) == before


def test_what_the_codebook_asks_of_articles_is_answered_and_exported(
    store: Store, article_id: str, tmp_path: Path
) -> None:
    genre = make_field(store, "Genre", choices=["report", "opinion"], applies_to=["article"])
    words = make_field(store, "Words", kind="number", applies_to=["article", "claim"])
    of_claims = make_field(store, "Worth it", kind="yes_no")
    before = record(store, article_id).meta
    edit_article(store, article_id, {}, {genre: "opinion", words: 700})
    assert answers_of(record(store, article_id).meta) == {genre: "opinion", words: 700}
    assert {key: value for key, value in record(store, article_id).meta.items() if key in before} == before
    with store.read() as session:
        assert field_counts(session) == {genre: {"opinion": 1}, words: {"700": 1}}
    for key, value, sentence in (
        (genre, "poem", "“poem” is no answer to “Genre”"),
        (of_claims, True, "“Worth it” is not asked of an article"),
    ):
        with pytest.raises(InvalidValue, match=sentence):
            edit_article(store, article_id, {}, {key: value})
    with pytest.raises(UnknownRecord):
        edit_article(store, article_id, {}, {"no such field": "x"})
    export_set(store, tmp_path / "set.jsonl")
    with Store.create(tmp_path / "again", "Ana") as again:
        import_sets(again, [tmp_path / "set.jsonl"])
        assert answers_of(record(again, article_id).meta) == {genre: "opinion", words: 700}
    edit_article(store, article_id, {}, {genre: None, words: None})
    assert record(store, article_id).meta == before


def test_what_is_left_as_it_was_needs_no_right_shape_and_leaves_no_step(store: Store, article_id: str) -> None:
    with store.read() as session:
        steps = len(snapshot(store)), article(session, article_id)
    edit_article(store, article_id, {"title": steps[1].title, "published": steps[1].published or ""})
    assert record(store, article_id) == steps[1]
