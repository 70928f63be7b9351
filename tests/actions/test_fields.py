"""The codebook's own fields: made, changed, and answered on marks."""

from __future__ import annotations

import pytest

from annotator.actions.article_details import edit_article
from annotator.actions.field_choices import rename_choices
from annotator.actions.fields import delete_field, edit_field, make_field, move_field, set_field
from annotator.actions.tagging import tag_claim, tag_mention
from annotator.errors import ChangeError, InvalidValue
from annotator.queries.codebook import field_counts, versions
from annotator.queries.marks import raw_marks
from annotator.queries.registry import fields
from annotator.records import FieldRecord
from annotator.store import Store
from tests.sample_articles import snapshot, span


def all_fields(store: Store) -> list[FieldRecord]:
    with store.read() as session:
        return fields(session)


def answers(store: Store, mark: str) -> dict[str, object]:
    with store.read() as session:
        return raw_marks(session, [mark])[0].fields


def test_a_field_is_made_with_a_key_of_its_title(store: Store) -> None:
    key = make_field(store, " Worth  checking? ", choices=["yes", " no "])
    assert all_fields(store) == [
        FieldRecord("worth_checking", "Worth checking?", "choice", ("yes", "no"), ("claim",), 1)
    ]
    assert key == "worth_checking"
    assert make_field(store, "Worth: checking", kind="text") == "worth_checking_2"
    before = snapshot(store)
    for wrong, sentence in (
        ({"title": "worth CHECKING?"}, "There is a field “Worth checking\\?” already"),
        ({"title": ""}, "A field needs a name"),
        ({"title": "A", "choices": ["x", "y", " x"]}, "“x” stands twice among the choices"),
        ({"title": "A", "choices": [" "]}, "“A” needs at least one choice"),
        ({"title": "A", "kind": "date"}, "cannot be of the kind “date”"),
        ({"title": "A", "kind": "text", "applies_to": []}, "Say what “A” is asked of"),
    ):
        with pytest.raises(InvalidValue, match=sentence):
            make_field(store, **wrong)  # type: ignore[arg-type]
    assert snapshot(store) == before


def test_fields_are_put_in_order_and_deleted(store: Store, article_id: str) -> None:
    first, second, third = (make_field(store, name, kind="text") for name in "ABC")
    move_field(store, third, 0)
    assert [each.key for each in all_fields(store)] == [third, first, second]
    claim = tag_claim(store, article_id, [span("Two ships")])
    set_field(store, [claim], first, "words")
    delete_field(store, first)
    assert [each.key for each in all_fields(store)] == [third, second]
    assert answers(store, claim) == {first: "words"}


@pytest.mark.parametrize(
    ("kind", "good", "wrong"),
    [
        ("choice", "b", ("d", 1, ["a"], True)),
        ("choices", ["c", "a"], ("a", ["a", "d"])),
        ("text", "some words", (5, ["a"])),
        ("number", 2.5, ("2", True, float("nan"), float("inf"))),
        ("yes_no", False, ("no", 0)),
    ],
)
def test_answers_fit_their_field(
    store: Store, article_id: str, kind: str, good: object, wrong: tuple[object, ...]
) -> None:
    key = make_field(store, "Question", kind=kind, choices=["a", "b", "c"])  # type: ignore[arg-type]
    claim = tag_claim(store, article_id, [span("Two ships")])
    before = snapshot(store)
    set_field(store, [claim], key, good)
    assert answers(store, claim) == {key: sorted(good) if isinstance(good, list) else good}
    for value in wrong:
        with pytest.raises(InvalidValue, match="is no answer to “Question”; it asks for"):
            set_field(store, [claim], key, value)
    set_field(store, [claim], key, None)
    assert answers(store, claim) == {}
    store.undo()
    store.undo()
    assert snapshot(store) == before


def test_a_field_is_asked_of_its_kinds_of_mark_only(store: Store, article_id: str) -> None:
    key = make_field(store, "Question", kind="text", applies_to=["claim", "passage"])
    mention = tag_mention(store, article_id, [span("She")])
    with pytest.raises(InvalidValue, match="“Question” is not asked of a mention"):
        set_field(store, [mention], key, "words")
    edit_field(store, key, applies_to=["mention"])
    set_field(store, [mention], key, "words")
    assert answers(store, mention) == {key: "words"}


def test_a_changed_field_is_a_version_where_its_answers_mean_something_else(store: Store, article_id: str) -> None:
    key = make_field(store, "Question", choices=["a", "b"])
    edit_field(store, key, title="The question", choices=["a", "b", "c"])
    with store.read() as session:
        assert versions(session) == []
    claim, other = (tag_claim(store, article_id, [span(words)]) for words in ("Two ships", "Mira"))
    set_field(store, [claim, other], key, "b")
    with pytest.raises(ChangeError, match="“The question” is answered on 2 marks; make a new field"):
        edit_field(store, key, kind="text")
    edit_field(store, key, choices=["a", "c"])
    assert answers(store, claim) == {key: "b"}
    with store.read() as session:
        assert [each.note for each in versions(session)] == ["Field “The question” changed"]
        assert field_counts(session) == {key: {"b": 2}}
    with pytest.raises(InvalidValue, match="A field has no place"):
        edit_field(store, key, place=1)


def test_a_renamed_choice_is_renamed_in_the_answers_of_everybody(store: Store, article_id: str) -> None:
    one = make_field(store, "Kind", choices=["fact", "opinion"], applies_to=["claim", "article"])
    some = make_field(store, "Tone", kind="choices", choices=["fact", "harsh"])
    mine, hers = (tag_claim(store, article_id, [span(w)], by=by) for w, by in (("Two ships", "Ana"), ("Mira", "Ben")))
    set_field(store, [mine], one, "fact")
    set_field(store, [hers], one, "fact", by="Ben")
    set_field(store, [hers], some, ["fact", "harsh"], by="Ben")
    edit_article(store, article_id, {}, answers={one: "fact"})
    before = snapshot(store)
    assert rename_choices(store, one, {"fact": " matter of  fact"}) == 3
    assert answers(store, mine) == {one: "matter of fact"}
    assert answers(store, hers) == {one: "matter of fact", some: ["fact", "harsh"]}
    assert rename_choices(store, some, {"harsh": "fact", "fact": "harsh"}) == 1
    assert answers(store, hers)[some] == ["harsh", "fact"]
    with store.read() as session:
        assert field_counts(session)[one] == {"matter of fact": 3}
        assert versions(session) == []
    store.undo()
    store.undo()
    assert snapshot(store) == before
    for renamed, sentence in (({"x": "y"}, "“x” is no choice"), ({"fact": "opinion"}, "“opinion” stands twice")):
        with pytest.raises(InvalidValue, match=sentence):
            rename_choices(store, one, renamed)
    with pytest.raises(InvalidValue, match="needs at least one choice"):
        rename_choices(store, one, {"fact": " "})
