"""The codebook's topics: made, changed, moved, merged, deleted."""

from __future__ import annotations

import pytest

from annotator.actions.codebook import edit_topic_meaning, merge_topics, retire_topic
from annotator.actions.tagging import add_topic, tag_claim, tag_passage
from annotator.actions.topics import delete_topic, edit_topic, make_topic, move_topic
from annotator.errors import ChangeError, InvalidValue, UnknownRecord
from annotator.queries.check import problems
from annotator.queries.marks import marks_by_id
from annotator.queries.registry import topics
from annotator.records import PassageRecord, TopicRecord
from annotator.store import Store
from tests.sample_articles import add_articles, snapshot, span


def topic(store: Store, id_: str) -> TopicRecord:
    with store.read() as session:
        return {each.id: each for each in topics(session)}[id_]


def test_topics_are_made_in_order_with_colours_apart(store: Store) -> None:
    fees, labour = make_topic(store, "Port fees"), make_topic(store, " Labour ")
    level = make_topic(store, "Level", parent=fees, colour="#000000")
    assert [topic(store, each).order for each in (fees, labour, level)] == [1, 2, 1]
    assert topic(store, labour).name == "Labour"
    assert topic(store, fees).colour != topic(store, labour).colour
    assert (topic(store, level).parent, topic(store, level).colour) == (fees, "#000000")
    with pytest.raises(UnknownRecord):
        make_topic(store, "Lost", parent="nothing")


def test_a_new_topic_changes_no_other_also_where_places_begin_at_nought(store: Store) -> None:
    """Else two copies of a project would each have changed the same topic, and their merge would ask."""
    there = TopicRecord("fees", "Fees", None, 0, "", "", "", None, None, False, None)
    add_articles(store, [there], source="set")
    made = make_topic(store, "Labour")
    assert (topic(store, "fees"), topic(store, made).order) == (there, 1)
    move_topic(store, made, None, 0)
    assert [topic(store, each).order for each in (made, "fees")] == [0, 1]


def test_siblings_have_names_of_their_own(store: Store) -> None:
    fees, labour = make_topic(store, "Port fees"), make_topic(store, "Labour")
    make_topic(store, "Port fees", parent=fees)
    with pytest.raises(InvalidValue, match="There is a topic “Port fees” at this place"):
        make_topic(store, "PORT FEES")
    with pytest.raises(InvalidValue, match="at this place already"):
        edit_topic(store, labour, name="port fees")
    with pytest.raises(InvalidValue, match="A topic needs a name"):
        edit_topic(store, labour, name="  ")
    edit_topic(store, fees, name="PORT FEES")
    assert topic(store, fees).name == "PORT FEES"


def test_every_value_is_changed_and_undone(store: Store) -> None:
    made = make_topic(store, "Port fees")
    before = snapshot(store)
    edit_topic(store, made, colour="#FFFFFF", key="p")
    edit_topic_meaning(store, made, definition=" d ", include="i", exclude="e")
    found = topic(store, made)
    assert (found.definition, found.include, found.exclude) == ("d", "i", "e")
    assert (found.colour, found.key, found.retired) == ("#ffffff", "p", False)
    retire_topic(store, made)
    assert (topic(store, made).key, topic(store, made).retired) == (None, True)
    for _ in range(3):
        store.undo()
    assert snapshot(store) == before
    with pytest.raises(InvalidValue, match="“red” is no colour; write it as #rrggbb"):
        edit_topic(store, made, colour="red")
    with pytest.raises(InvalidValue, match="A topic has no parent_id"):
        edit_topic(store, made, parent_id=made)


def test_a_key_is_one_letter_and_belongs_to_one_topic(store: Store) -> None:
    fees, labour = make_topic(store, "Port fees"), make_topic(store, "Labour")
    edit_topic(store, fees, key="p")
    with pytest.raises(InvalidValue, match="The key “p” belongs to “Port fees”"):
        edit_topic(store, labour, key="p")
    for wrong in ("pp", " ", "+"):
        with pytest.raises(InvalidValue, match="one letter or digit"):
            edit_topic(store, labour, key=wrong)
    edit_topic(store, fees, key="p")
    edit_topic(store, fees, key="")
    assert topic(store, fees).key is None
    edit_topic(store, labour, key="p")


def test_a_topic_moves_but_not_below_itself(store: Store) -> None:
    fees, labour = make_topic(store, "Port fees"), make_topic(store, "Labour")
    level = make_topic(store, "Level", parent=fees)
    move_topic(store, level, labour)
    assert topic(store, level).parent == labour
    for place in (level, labour):
        with pytest.raises(ChangeError, match="“Labour” cannot lie below itself"):
            move_topic(store, labour, place)
    move_topic(store, level, None)
    assert topic(store, level).parent is None
    with store.read() as session:
        assert list(problems(session)) == []


def test_a_topic_moves_to_its_place_among_its_siblings(store: Store) -> None:
    a, b, c, d = (make_topic(store, name) for name in "ABCD")

    def order() -> list[str]:
        with store.read() as session:
            here = [each for each in topics(session) if each.parent is None]
        return [each.id for each in sorted(here, key=lambda each: each.order)]

    before = snapshot(store)
    for moved, place, wanted in (
        (d, 0, [d, a, b, c]),
        (a, 3, [d, b, c, a]),
        (b, 0, [b, d, c, a]),
        (b, 9, [d, c, a, b]),
    ):
        move_topic(store, moved, None, place)
        assert order() == wanted
    merge_topics(store, c, d)
    move_topic(store, b, None, 1)
    assert [each for each in order() if each != c] == [d, b, a]
    move_topic(store, a, d)
    assert order() == [d, b, c] or order() == [d, c, b]
    for _ in range(7):
        store.undo()
    assert snapshot(store) == before


def test_a_merge_rewrites_no_mark_and_takes_the_children_along(store: Store, article_id: str) -> None:
    fees, dues = make_topic(store, "Port fees"), make_topic(store, "Harbour dues")
    child = make_topic(store, "Level", parent=dues)
    edit_topic(store, dues, key="d")
    mark = tag_passage(store, article_id, [span("The study")], dues, by="Ben")
    before = snapshot(store)
    merge_topics(store, dues, fees)
    assert snapshot(store)["mark"] == before["mark"]
    assert (topic(store, dues).merged_into, topic(store, dues).key) == (fees, None)
    assert topic(store, child).parent == fees
    with store.read() as session:
        [found] = marks_by_id(session, [mark])
    assert isinstance(found, PassageRecord)
    assert found.topic == fees
    with pytest.raises(ChangeError, match="is this topic already"):
        merge_topics(store, fees, dues)
    store.undo()
    assert snapshot(store) == before


def test_a_merge_into_ones_own_child_is_refused(store: Store) -> None:
    fees = make_topic(store, "Port fees")
    level = make_topic(store, "Level", parent=make_topic(store, "Between", parent=fees))
    with pytest.raises(ChangeError, match="“Level” lies below “Port fees”"):
        merge_topics(store, fees, level)


def test_a_merge_that_would_double_a_name_is_refused(store: Store) -> None:
    fees, dues = make_topic(store, "Port fees"), make_topic(store, "Harbour dues")
    make_topic(store, "Level", parent=fees)
    make_topic(store, "level", parent=dues)
    with pytest.raises(InvalidValue, match="There is a topic “Level” at this place already"):
        merge_topics(store, dues, fees)


def test_a_topic_in_use_is_not_deleted(store: Store, article_id: str) -> None:
    fees = make_topic(store, "Port fees")
    make_topic(store, "Level", parent=fees)
    add_topic(store, tag_claim(store, article_id, [span("Two ships")]), fees)
    tag_passage(store, article_id, [span("The study")], fees)
    with pytest.raises(ChangeError, match="“Port fees” is used by 3 tags or topics"):
        delete_topic(store, fees)
    alone = make_topic(store, "Nothing")
    delete_topic(store, alone)
    with store.read() as session:
        assert alone not in [each.id for each in topics(session)]
