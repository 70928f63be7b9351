"""The sample project: what it has to show is there, and it is sound."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from sqlalchemy import func, select

from annotator import paths
from annotator.actions.exchange import import_sets
from annotator.actions.sample import fill_with_sample
from annotator.formats.codebook_file import stable_id
from annotator.formats.native import inspect, records
from annotator.model import Article, ArticleText, Mark, Speaker, Topic
from annotator.queries.annotators import annotators
from annotator.queries.check import problems
from annotator.queries.disagreements import claim_groups, disagreements
from annotator.queries.near_copies import near_copies
from annotator.readers import read_file
from annotator.records import AnnotatorRecord, ArticleRecord, ClaimRecord, MarkRecord, ProgressRecord, Record
from annotator.store import Store

SEEDS = paths.seeds()
SETS = sorted((SEEDS / "sets").glob("*.jsonl"))
ARTICLES = sorted((SEEDS / "articles").glob("*.md"))
INVENTED = {
    "Mira Okafor", "Jonas Albrecht", "Ilse Varga", "Tomas Renn", "Petra Lindqvist", "Samir Haddad", "Edda Brandt",
    "Kofi Mensah-Roy", "Lena Ostrow", "Rasmus Thiele", "Agnes Moreau", "Yusuf Karam", "Hanna Weiss", "Bertil Strand",
}  # fmt: skip


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample project, made once and only read."""
    with Store.create(tmp_path_factory.mktemp("sample") / "sample", "Cleo") as store:
        fill_with_sample(store)
        yield store


def set_of(name: str) -> list[Record]:
    """The lines of a colleague's set."""
    path = SEEDS / "sets" / f"{name}.jsonl"
    return list(records(path, inspect(path)))


def claims_of(name: str) -> list[ClaimRecord]:
    """A colleague's claims."""
    return [record for record in set_of(name) if isinstance(record, ClaimRecord)]


# The articles ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem[:2])
def test_every_article_is_read_with_all_that_the_list_shows(path: Path) -> None:
    (document,) = read_file(path)
    assert document.title
    assert document.byline
    assert re.fullmatch(r"2025-1[12]-\d\d", document.published or "")
    assert (document.url or "").split("/")[2].endswith(".example")
    assert document.language == ("ar" if path.name.startswith("07") else "en")
    assert "Original url" not in document.text
    assert document.text.splitlines()[0] == document.title


def test_the_articles_bring_what_is_hard() -> None:
    texts = {path.name[:2]: read_file(path)[0].text for path in ARTICLES}
    assert len(texts) == 15
    assert len(texts["12"].split()) >= 30_000
    assert sum(unicodedata.bidirectional(letter) in ("R", "AL") for letter in texts["07"]) > 1000
    assert sum(ord(letter) > 0xFFFF for letter in texts["08"]) > 30
    assert any(unicodedata.combining(letter) for letter in texts["08"])
    assert "\u200d" in texts["08"]
    assert "\u00a0" in texts["08"]


def test_the_codebook_says_what_each_topic_means() -> None:
    topics = tomllib.loads((SEEDS / "codebook.toml").read_text("utf-8"))["topic"]
    assert len(topics) >= 15
    assert all(topic["definition"] for topic in topics)
    assert len({topic["parent"] for topic in topics if "parent" in topic}) >= 4
    keys = [topic["key"] for topic in topics if "key" in topic]
    assert len(keys) == len(set(keys)) >= 8


def test_the_people_are_the_invented_ones() -> None:
    speakers = tomllib.loads((SEEDS / "speakers.toml").read_text("utf-8"))["speaker"]
    people = {speaker["name"] for speaker in speakers if speaker["kind"] == "person"}
    assert people >= INVENTED
    assert {speaker["kind"] for speaker in speakers} == {"person", "organisation", "group", "unnamed"}


# The project -------------------------------------------------------------------------------------------


def test_the_sample_project_is_sound_and_whole(sample: Store) -> None:
    with sample.read() as session:
        assert list(problems(session)) == []
        counted = {noun: session.execute(select(func.count()).select_from(noun)).scalar_one()
                   for noun in (Article, Topic, Speaker, Mark)}  # fmt: skip
        assert [(who.name, who.initials, who.colour) for who in sorted(annotators(session), key=lambda a: a.name)] == [
            ("Ana", "AN", "#7b5bb8"), ("Ben", "BE", "#2f6fb3"),
        ]  # fmt: skip
    assert counted[Article] == 15
    assert counted[Topic] >= 15
    assert counted[Speaker] >= 30
    assert counted[Mark] == sum(isinstance(each, MarkRecord) for name in ("ana", "ben") for each in set_of(name))


def test_the_sets_say_nothing_else_of_the_sample_than_its_seeds(sample: Store) -> None:
    for report in import_sets(sample, SETS):
        assert (report.conflicts, report.refused, report.ignored) == ([], [], [])
        assert (report.claims, report.articles, report.topics, report.speakers) == (0, 0, 0, 0)
    with sample.read() as session:
        file_of = dict(session.execute(select(Article.file, Article.id)).all())
    assert file_of == {path.name: stable_id("article", path.name) for path in ARTICLES}


def test_the_sets_make_a_project_of_their_own(tmp_path: Path) -> None:
    with Store.create(tmp_path / "p", "Cleo") as store:
        reports = import_sets(store, SETS)
        assert not any(report.refused or report.conflicts for report in reports)
        assert store.name == "Harbour dispute"
        with store.read() as session:
            assert list(problems(session)) == []


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_every_line_of_a_set_fits_the_schema(path: Path) -> None:
    schema = json.loads((paths.resources() / "annotation-set.schema.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    lines = path.read_bytes().splitlines()
    assert lines
    for line in lines:
        validator.validate(json.loads(line))


# The two colleagues ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "claims", "worked_on", "finished"), [("ana", 110, 12, 8), ("ben", 100, 9, 6)])
def test_a_colleague_has_done_real_work(name: str, claims: int, worked_on: int, finished: int) -> None:
    lines = set_of(name)
    counts = Counter(each.__struct_config__.tag for each in lines)
    assert counts["claim"] >= claims
    assert counts["mention"] >= 60
    assert counts["passage"] >= 12
    assert counts["annotator"] == 1
    assert counts["article"] == worked_on
    states = [each for each in lines if isinstance(each, ProgressRecord)]
    assert Counter(each.state for each in states) == {"finished": finished, "in_progress": worked_on - finished}
    assert any(each.empty_blocks for each in states)
    made = [each for each in lines if isinstance(each, ClaimRecord)]
    assert {each.quotation for each in made} == {"direct", "indirect", "mixed", "paraphrase"}
    assert {each.certainty for each in made} >= {"high", "medium", "low"}
    assert {said.role for each in made for said in each.speakers} == {
        "says", "on_behalf_of", "reported_by", "addressed"
    }  # fmt: skip
    assert {about.stance for each in made for about in each.topics} == {"supports", "opposes", "neutral", "unclear"}
    assert sum(len(each.parts) > 1 for each in made) >= 15
    assert any(each.note for each in made)


def test_the_hard_articles_are_tagged_too() -> None:
    for name in ("ana", "ben"):
        by_article = Counter(each.article for each in claims_of(name))
        assert by_article[stable_id("article", "07-al-sahil-brackwater-fees.md")] >= 6
        emoji = [
            each
            for each in claims_of(name)
            if each.article == stable_id("article", "08-blog-quay-diary.md")
            and any(ord(letter) > 0xFFFF for part in each.parts for letter in part.quote)
        ]
        assert len(emoji) >= 6


def differences() -> tuple[Counter[str], dict[str, set[str]], int, int]:
    """How often the two differ, by kind; in which articles; equal claims; claims of Ana's that Ben could share."""
    theirs: dict[str, list[ClaimRecord]] = defaultdict(list)
    for claim in claims_of("ben"):
        theirs[claim.article].append(claim)
    kinds: Counter[str] = Counter()
    where: dict[str, set[str]] = defaultdict(set)
    equal = both = 0
    for ours in claims_of("ana"):
        if ours.article not in theirs:
            continue
        both += 1
        same_place = [each for each in theirs[ours.article] if _overlap(ours, each)]
        if same_place:
            match = max(same_place, key=lambda each: _overlap(ours, each))
            theirs[ours.article].remove(match)
            found = list(_differing(ours, match))
        else:
            found = ["missing"]
        equal += not found
        kinds.update(found)
        for kind in found:
            where[kind].add(ours.article)
    kinds["missing"] += sum(map(len, theirs.values()))
    return kinds, where, equal, both


def _overlap(one: ClaimRecord, other: ClaimRecord) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.parts for b in other.parts)


def _differing(one: ClaimRecord, other: ClaimRecord) -> Iterator[str]:
    pairs: dict[str, tuple[Any, Any]] = {
        "boundary": (one.parts, other.parts),
        "speaker": ({s.speaker for s in one.speakers}, {s.speaker for s in other.speakers}),
        "cue": (one.cue, other.cue),
        "topic": ({t.topic for t in one.topics}, {t.topic for t in other.topics}),
        "quotation": (one.quotation, other.quotation),
        "field": (one.fields, other.fields),
    }
    yield from (kind for kind, (a, b) in pairs.items() if a != b)
    roles, stances = {s.speaker: s.role for s in other.speakers}, {t.topic: t.stance for t in other.topics}
    if any(roles.get(s.speaker, s.role) != s.role for s in one.speakers):
        yield "role"
    if any(stances.get(t.topic, t.stance) != t.stance for t in one.topics):
        yield "stance"


def test_the_two_mostly_agree_and_differ_in_every_way_that_review_names() -> None:
    kinds, where, equal, both = differences()
    assert 0.7 <= equal / both <= 0.85
    for kind in ("missing", "boundary", "speaker", "role", "cue", "topic", "stance", "quotation", "field"):
        assert kinds[kind] >= 3, kind
        assert len(where[kind]) >= 3, kind


def test_review_names_the_same_differences(sample: Store) -> None:
    kinds, where, _, _ = differences()
    with sample.read() as session:
        found, unanimous = disagreements(claim_groups(session))
    assert Counter(each.kind for each in found) == kinds
    for kind in kinds.keys() - {"missing"}:
        assert {each.article for each in found if each.kind == kind} == where[kind]
    assert unanimous > 100


def test_some_topics_have_speakers_on_both_sides() -> None:
    sides: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims_of("ana"):
        for about in claim.topics:
            speakers = {said.speaker for said in claim.speakers if said.speaker and said.role == "says"}
            sides[about.topic][about.stance or ""] |= speakers
    disputed = [each for each in sides.values() if each["supports"] - each["opposes"] and each["opposes"]]
    assert len(disputed) >= 6


def test_the_sets_hold_the_very_texts_of_the_articles(sample: Store) -> None:
    with sample.read() as session:
        texts = dict(session.execute(select(ArticleText.article_id, ArticleText.text)).all())
    for record in set_of("ana"):
        if isinstance(record, ArticleRecord):
            assert texts[record.id] == record.text
        elif isinstance(record, AnnotatorRecord):
            assert record.kind == "person"


def test_the_two_wire_copies_are_found(sample: Store) -> None:
    with sample.read() as session:
        (group,) = near_copies(session)
        titles = [*session.execute(select(Article.title).where(Article.id.in_(group))).scalars()]
    assert sorted(titles) == [
        "Brackwater dockers vote to strike for 48 hours",
        "Dockers to strike for two days from Wednesday",
    ]
