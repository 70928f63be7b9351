"""Invented records of the harbour dispute for the tests of the panes."""

from __future__ import annotations

from typing import Any

from annotator.gui.panel.display import Display
from annotator.queries.articles import ArticleSummary
from annotator.records import (
    AnnotatorRecord,
    ClaimRecord,
    ClaimSpeaker,
    ClaimTopic,
    MentionRecord,
    Part,
    Role,
    SpeakerRecord,
    Stance,
    State,
    TopicRecord,
)

MOMENT = "2025-11-14T10:00:00Z"

SPEAKERS = {
    "okafor": SpeakerRecord("okafor", "Mira Okafor", aliases=("the harbour minister",)),
    "albrecht": SpeakerRecord("albrecht", "Jonas Albrecht"),
    "guild": SpeakerRecord("guild", "Fishermen’s Guild of Selm Bay", kind="organisation"),
    "dockers": SpeakerRecord("dockers", "a spokesman for the dockers", kind="unnamed"),
    "lindqvist": SpeakerRecord("lindqvist", "Petra Lindqvist"),
    "residents": SpeakerRecord("residents", "Residents of Brackwater", kind="group"),
    "minister": SpeakerRecord("minister", "The minister", merged_into="okafor"),
}
TOPICS = {
    "fees": TopicRecord("fees", "Port fees", order=0, colour="#3a86c8", key="p", definition="What is paid"),
    "level": TopicRecord("level", "Level of the rise", parent="fees", order=0),
    "exempt": TopicRecord("exempt", "Exemptions for fishing boats", parent="fees", order=1),
    "dredging": TopicRecord(
        "dredging", "Dredging", order=1, colour="#3f9a6b", key="d", definition="Deepening <the> channel.",
        include="Silt & eelgrass", exclude="Pier 4",
    ),
    "silt": TopicRecord("silt", "Silt and eelgrass", parent="dredging", order=0),
    "strike": TopicRecord("strike", "Strike", order=2, colour="#7b5bb8", key="s"),
    "old": TopicRecord("old", "Fees", order=9, merged_into="fees"),
}  # fmt: skip
ANNOTATORS = {
    "ana": AnnotatorRecord("ana", "Ana", "AN", "#7b5bb8", "person"),
    "ben": AnnotatorRecord("ben", "Ben", "BE", "#3a86c8", "person"),
}


def mention(id_: str, start: int, words: str, speaker: str | None) -> MentionRecord:
    """A mention of one part."""
    part = Part(start, start + len(words), words)
    return MentionRecord(id_, "a1", 1, "ana", (part,), speaker, "", {}, (), 1, MOMENT, MOMENT)


MENTIONS = {"she": mention("she", 300, "she", "okafor"), "he": mention("he", 700, "he", None)}
DISPLAY = Display(SPEAKERS, TOPICS, ANNOTATORS, MENTIONS, me="ana")


def claim(
    id_: str,
    start: int,
    *quotes: str,
    speakers: tuple[ClaimSpeaker, ...] = (ClaimSpeaker("okafor"),),
    topics: tuple[ClaimTopic, ...] = (),
    annotator: str = "ana",
    **more: object,
) -> ClaimRecord:
    """A claim whose parts stand 20 code points apart."""
    parts, position = [], start
    for quote in quotes:
        parts.append(Part(position, position + len(quote), quote))
        position += len(quote) + 20
    values: dict[str, Any] = {"quotation": None, "certainty": None, "note": "", **more}
    return ClaimRecord(
        id=id_, article="a1", revision=1, annotator=annotator, parts=tuple(parts), cue=(), speakers=speakers,
        topics=topics, proposition=None, fields={}, origins=(), codebook=1, created=MOMENT, updated=MOMENT,
        **values,
    )  # fmt: skip


def speaker(id_: str | None, role: Role = "says", mentioned: str | None = None) -> ClaimSpeaker:
    """A speaker of a claim."""
    return ClaimSpeaker(id_, role, mentioned)


def topic(id_: str, stance: Stance | None = None) -> ClaimTopic:
    """A topic of a claim."""
    return ClaimTopic(id_, stance)


def some_claims() -> list[ClaimRecord]:
    """Four claims in text order."""
    return [
        claim("c1", 100, "the increase of 32 per cent was “painful but overdue”",
              topics=(topic("fees", "supports"),), quotation="mixed"),
        claim("c2", 200, "“Every month that we wait costs the town two ships,”",
              "“and those ships do not come back.”", speakers=(speaker("minister", mentioned="she"),),
              topics=(topic("dredging", "supports"),), quotation="direct", certainty="medium",
              note="Which ships? Compare the port’s own count."),
        claim("c3", 500, "The fees would drive half of his members to the harbour at Wessel",
              speakers=(speaker("albrecht", "reported_by"), speaker("guild", "on_behalf_of")),
              topics=(topic("fees", "opposes"), topic("level", "unclear"), topic("strike", "neutral"))),
        claim("c4", 800, "“We were never heard,”", speakers=(speaker("dockers"),), annotator="ben",
              topics=(topic("strike", "opposes"),), quotation="direct"),
    ]  # fmt: skip


def article(
    id_: str,
    title: str,
    source: str | None = "Daily Ledger",
    published: str | None = "2025-11-14",
    state: State = "new",
    claims: int = 0,
    byline: str | None = "Tomas Renn",
) -> ArticleSummary:
    """An article as the list shows it."""
    return ArticleSummary(
        id_, title, byline, published, source, None, "en", 4000, 1, state=state, marks=claims, claims=claims
    )


def some_articles() -> list[ArticleSummary]:
    """Seven articles in the order they were added."""
    return [
        article("a1", "Harbour fees to rise by a third from spring", "Coast Courier", "2025-11-12", "finished", 14),
        article("a2", "Minister defends port plan before committee", state="in_progress", claims=9),
        article("a3", "“Nobody asked the fishermen”: an interview", "Northern Post", "2025-11-15"),
        article("a4", "Dockers announce two days of strikes", "Orvand Wire", "2025-11-17", "reviewed", 3),
        article("a5", "Dockers to strike for two days", "Coast Courier", "2025-11-17"),
        article("a6", "وزيرة الموانئ: الرسوم ضرورية", "Al-Sahil", "2025-11-18", byline="يوسف كرم"),
        article("a7", "Opinion: the pier that nobody needs", None, None, byline=None),
    ]
