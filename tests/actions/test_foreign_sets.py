"""Sets of other tools on their way into a project: one set a folder, the same again, names, maps, doubts."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from annotator.actions.articles import add_articles
from annotator.actions.exchange import foreign_labels, import_sets
from annotator.actions.speakers import make_speaker
from annotator.actions.topics import make_topic
from annotator.formats import ReadOptions
from annotator.queries.annotation_set import annotation_set
from annotator.queries.check import problems
from annotator.records import (
    AnnotatorRecord,
    ArticleRecord,
    ClaimRecord,
    CommentRecord,
    MentionRecord,
    PassageRecord,
    Record,
    SpeakerRecord,
    TopicRecord,
)
from annotator.store import Store

TEXT = "Mira Okafor said: “no ships”.\nLater, she added, “not one”.\n"
ANN = (
    "T1\tSource 0 11\tMira Okafor\nT2\tCue 12 17\tsaid:\nT3\tContent 18 28\t“no ships”\nT4\tPort 22 27\tships\n"
    "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\nA1\tTone T3 calm\n"
)


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """A folder with two texts, and three files of two annotators on them."""
    folder = tmp_path / "set"
    (folder / "text").mkdir(parents=True)
    for name in ("one", "two"):
        (folder / "text" / f"{name}.txt").write_text(TEXT + name, "utf-8")
        (folder / f"{name}_ana.ann").write_text(ANN, "utf-8")
    (folder / "one_ben.ann").write_text(ANN, "utf-8")
    return folder


def there(store: Store, kind: type) -> list[Record]:
    """The records of one kind in the project, which must be sound."""
    with store.read() as session:
        assert list(problems(session)) == []
        return [each for each in annotation_set(session) if isinstance(each, kind)]


def test_a_folder_of_stand_off_files_is_one_set_and_one_step(store: Store, collection: Path) -> None:
    (report,) = import_sets(store, [collection])
    assert (report.format, report.articles, report.annotators, report.claims, report.mentions) == ("brat", 2, 2, 3, 3)
    assert (report.passages, report.topics, report.same, report.refused) == (3, 1, 0, [])
    assert {each.fields["Tone"] for each in there(store, ClaimRecord)} == {"calm"}  # type: ignore[attr-defined]  # claims
    colours = [each.colour for each in there(store, AnnotatorRecord)]  # type: ignore[attr-defined]  # annotators
    assert all(colours)
    assert len(set(colours)) == 2
    store.undo()
    assert there(store, ArticleRecord) == []


def test_the_same_set_again_is_the_same(store: Store, collection: Path) -> None:
    import_sets(store, [collection])
    before = {each.id for each in there(store, ClaimRecord)}  # type: ignore[attr-defined]  # claims
    (report,) = import_sets(store, [collection])
    assert (report.same, report.conflicts, report.articles, report.claims) == (2 + 9, [], 0, 0)
    (report, *_) = import_sets(store, [collection / "one_ana.ann"], options=ReadOptions(texts=collection / "text"))
    assert (report.same, report.conflicts) == (1 + 3, [])
    assert {each.id for each in there(store, ClaimRecord)} == before  # type: ignore[attr-defined]  # claims


def test_marks_lie_on_the_article_that_the_project_has_with_that_text(store: Store, collection: Path) -> None:
    add_articles(store, [collection / "text" / "one.txt"])
    (article,) = there(store, ArticleRecord)
    (report,) = import_sets(store, [collection / "one_ana.ann"], options=ReadOptions(texts=collection / "text"))
    assert (report.articles, report.same) == (0, 1)
    assert {each.article for each in there(store, ClaimRecord)} == {article.id}  # type: ignore[attr-defined]  # claims


def test_marks_without_their_text_find_the_article_by_its_name(store: Store, collection: Path, tmp_path: Path) -> None:
    add_articles(store, [collection / "text" / "one.txt"])
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "one_ana.ann").write_text(ANN + "T9\tPort 99 103\tLater\n", "utf-8")
    (report,) = import_sets(store, [alone])
    assert (report.articles, report.claims, report.moved, report.refused) == (0, 1, 1, [])
    (alone / "none_ana.ann").write_text(ANN, "utf-8")
    (report,) = import_sets(store, [alone])
    assert [each.reason for each in report.refused] == [
        "Its text none_ana.txt is not beside it; name the folder of the texts (--texts)."
    ]


def test_a_project_keeps_its_own_topic_annotator_and_colour(store: Store, collection: Path) -> None:
    import_sets(store, [collection / "one_ana.ann"], options=ReadOptions(texts=collection / "text"))
    (topic,) = there(store, TopicRecord)
    import_sets(store, [collection])
    assert there(store, TopicRecord) == [topic]
    assert len(there(store, AnnotatorRecord)) == 2


def test_as_makes_one_persons_marks_anothers(store: Store, collection: Path) -> None:
    options = ReadOptions(texts=collection / "text")
    for _ in range(2):
        (report,) = import_sets(store, [collection / "one_ana.ann"], options=options, as_name="Cleo")
    assert (report.same, report.conflicts) == (1 + 1 + 3, [])
    assert [each.name for each in there(store, AnnotatorRecord)] == ["Cleo"]  # type: ignore[attr-defined]  # annotators
    (report,) = import_sets(store, [collection], as_name="Cleo")
    assert "cannot all become Cleo’s" in report.refused[0].reason
    assert len(there(store, ClaimRecord)) == 1


SAME = {
    "all.jsonl": json.dumps({"text": TEXT, "label": [[0, 11, "Mention"], [22, 27, "Port"]]}),
    "all.csv": "document,quote,code\nNews.txt,Mira Okafor,Mention\nNews.txt,ships,Port\n",
    "all.conll": "Mira B-Mention\nOkafor I-Mention\nsaid O\nships B-Port\n",
}


@pytest.mark.parametrize("file", SAME)
def test_what_two_people_tagged_alike_are_two_marks(store: Store, tmp_path: Path, file: str) -> None:
    (tmp_path / "News.txt").write_text(TEXT, "utf-8")
    add_articles(store, [tmp_path / "News.txt"])
    path = tmp_path / file
    path.write_text(SAME[file], "utf-8")
    found = [import_sets(store, [path], as_name=who)[0] for who in ("Ana", "Ben", "Ben")]
    assert [(each.conflicts, each.refused) for each in found] == [([], [])] * 3
    whose = Counter(each.annotator for each in there(store, MentionRecord))  # type: ignore[attr-defined]  # mentions
    assert sorted(whose.values()) == [1, 1]


def test_spans_that_are_nowhere_or_of_no_length_are_comments_on_their_article(store: Store, collection: Path) -> None:
    path = collection / "one_ana.ann"
    path.write_text(ANN + "T8\tPort 3 3\t\nT9\tPort 4 40\tno such words are in this text\n", "utf-8")
    (report,) = import_sets(store, [collection])
    assert report.orphans == 1
    articles = {each.id for each in there(store, ArticleRecord)}  # type: ignore[attr-defined]  # articles
    comments = there(store, CommentRecord)
    assert {each.target for each in comments} <= articles  # type: ignore[attr-defined]  # comments
    assert len(comments) == 2


def test_labels_are_listed_over_all_files(collection: Path) -> None:
    found = {(each.what, each.name): each for each in foreign_labels([collection])}
    assert (found["span", "Content"].kind, found["span", "Content"].count) == ("claim", 3)
    assert found["span", "Port"].examples == ("ships",)
    assert foreign_labels([collection / "text"]) == []


def test_a_dry_run_changes_nothing(store: Store, collection: Path) -> None:
    (report,) = import_sets(store, [collection], dry_run=True)
    assert report.claims == 3
    assert there(store, ArticleRecord) == []
    assert there(store, MentionRecord) == []


def test_an_address_finds_its_article_however_it_is_written(store: Store, tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("# Fees\n\nMira Okafor said no.\n\nOriginal url: https://www.example.org/fees/?id=3\n", "utf-8")
    add_articles(store, [page])
    written = tmp_path / "a.jsonl"
    addresses = ("http://example.org/fees?id=3&utm_source=mail", "https://example.org/fees/?id=3#top")
    lines = [
        {"type": "Annotation", "id": f"urn:{n}", "bodyValue": "who?", "target": {"source": address, "selector": quote}}
        for n, address in enumerate((*addresses, "https://example.org/fees?id=4"))
        for quote in [{"type": "TextQuoteSelector", "exact": "Mira Okafor"}]
    ]
    written.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    (report,) = import_sets(store, [written], format_name="w3c")
    assert report.passages == 2
    assert [each.where for each in report.refused] == ["https://example.org/fees?id=4"]


def test_speakers_and_topics_of_the_same_name_are_those_of_the_project(store: Store, tmp_path: Path) -> None:
    add_articles(store, [written(tmp_path / "one.txt", TEXT)])
    known, port = make_speaker(store, "Mira Okafor"), make_topic(store, "Port")
    fees, elsewhere = make_topic(store, "Fees", parent=port), make_topic(store, "Fees")
    one, two = (make_speaker(store, "Ben Lund") for _ in range(2))
    said = ("one,Claim,no ships,Mira Okafor", "one,Claim,not one,Ben Lund", "one,Port\\Fees,ships,")
    rows = ("document,code,quote,speaker", *said)
    (report,) = import_sets(store, [written(tmp_path / "codes.csv", "\n".join(rows))])
    # Which of two namesakes is meant no table says, so he is a third one.
    assert (report.speakers, report.topics, report.refused) == (1, 0, [])
    assert {each.id for each in there(store, TopicRecord)} == {port, fees, elsewhere}  # type: ignore[attr-defined]  # topics
    assert [each.topic for each in there(store, PassageRecord)] == [fees]  # type: ignore[attr-defined]  # passages
    people = {each.id: each.name for each in there(store, SpeakerRecord)}  # type: ignore[attr-defined]  # speakers
    assert sorted(people.values()) == ["Ben Lund", "Ben Lund", "Ben Lund", "Mira Okafor"]
    assert {known, one, two} <= people.keys()


def test_a_topic_elsewhere_of_the_same_name_is_not_that_of_a_path(store: Store, tmp_path: Path) -> None:
    add_articles(store, [written(tmp_path / "one.txt", TEXT)])
    flat = make_topic(store, "Fees")
    rows = ("document,code,quote", "one,Port > Fees,ships")
    (report,) = import_sets(store, [written(tmp_path / "codes.csv", "\n".join(rows))])
    topics = {each.id: each for each in there(store, TopicRecord)}  # type: ignore[attr-defined]  # topics
    (passage,) = there(store, PassageRecord)
    tagged = topics[passage.topic]  # type: ignore[attr-defined]  # passages
    assert report.topics == 2
    assert tagged.id != flat
    assert (tagged.name, topics[tagged.parent].name) == ("Fees", "Port")  # type: ignore[attr-defined]  # topics


def written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path
