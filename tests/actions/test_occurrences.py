"""All places where words stand, and marks made of those that were ticked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.actions.occurrences import tag_occurrences
from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import tag_mention
from annotator.actions.topics import make_topic
from annotator.errors import InvalidSpan, UnknownRecord
from annotator.queries.annotators import annotator_named
from annotator.queries.check import problems
from annotator.queries.marks import marks_of
from annotator.queries.occurrences import Place, pattern, places
from annotator.store import Store
from tests.sample_articles import add_articles, article_record, snapshot, span


def spans(words: str, text: str, *, match_case: bool = False) -> list[str]:
    return [text[m.start() : m.end()] for m in pattern(words, match_case=match_case).finditer(text)]


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("port", "Port, airport, port’s, ports, PORT", ["Port", "port", "PORT"]),
        ("the  minister", "The minister. the\nminister; the ministers", ["The minister", "the\nminister"]),
        ("straße", "STRASSE, Straße, Straßen", ["STRASSE", "Straße"]),
        ("a.b", "a.b axb", ["a.b"]),
        ("🐟", "🐟🐟 fish🐟", ["🐟", "🐟", "🐟"]),
        ("الميناء", "الميناء والميناء، الميناء", ["الميناء", "الميناء"]),
        ("الوزير", "قالَ الوزيرُ إن الوزير", ["الوزير"]),
        ("นายก", "นายกรัฐมนตรี", ["นายก"]),
        ("港", "港湾の港", ["港", "港"]),
        ("cafe", "cafe\u0301 cafe", ["cafe"]),
        ("(sic)", "so (sic) it was", ["(sic)"]),
    ],
)
def test_whole_words_are_found_in_every_script(words: str, text: str, found: list[str]) -> None:
    assert spans(words, text) == found


def test_case_counts_when_it_is_asked_for() -> None:
    assert spans("Port", "port Port PORT", match_case=True) == ["Port"]
    with pytest.raises(ValueError, match="no words"):
        pattern(" \n", match_case=False)


@given(st.text(max_size=60), st.text(min_size=1, max_size=6).filter(str.strip))
def test_what_is_found_reads_like_what_was_looked_for(text: str, words: str) -> None:
    for found in spans(words, f"{text} {words} {text}", match_case=True):
        assert found.split() == words.split()


def test_places_that_are_tagged_already_are_shown_as_there(store: Store, article_id: str) -> None:
    add_articles(store, [article_record("article-2", "Ships and ships.\nMira Okafor spoke; okafor left.")], source="2")
    mira = make_speaker(store, "Mira Okafor")
    mine = tag_mention(store, article_id, [span("Mira Okafor")], speaker=mira)
    tag_mention(store, "article-2", [(17, 28)], speaker=mira, by="Ben")

    def found(article: str | None = None) -> list[Place]:
        with store.read() as session:
            return places(session, "Okafor", "mention", annotator_named(session, "Ana"), article_id=article)

    assert [(each.article, each.words, each.there) for each in found()] == [
        (article_id, "Okafor", mine),
        ("article-2", "Okafor", None),
        ("article-2", "okafor", None),
    ]
    assert [each.article for each in found("article-2")] == ["article-2", "article-2"]
    assert (found()[2].before, found()[2].after) == ("Ships and ships.\nMira Okafor spoke; ", " left.")
    before = snapshot(store)
    made = tag_occurrences(store, "mention", mira, [(each.article, each.start, each.end) for each in found()])
    assert made == 2
    with store.read() as session:
        quotes = sorted(each.parts[0].quote for each in marks_of(session, "article-2"))
        assert list(problems(session)) == []
    assert quotes == ["Mira Okafor", "Okafor", "okafor"]
    assert all(each.there for each in found())
    store.undo()
    assert snapshot(store) == before


def test_passages_need_their_topic_and_places_that_are_there(store: Store, article_id: str) -> None:
    fees = make_topic(store, "Port fees")
    before = snapshot(store)
    with pytest.raises(UnknownRecord):
        tag_occurrences(store, "passage", "nothing", [(article_id, 0, 4)])
    with pytest.raises(InvalidSpan):
        tag_occurrences(store, "passage", fees, [(article_id, 0, 4), (article_id, 9000, 9004)])
    assert snapshot(store) == before
    assert tag_occurrences(store, "passage", fees, [(article_id, 0, 4), (article_id, 2, 8)]) == 1
