"""In which order the cards of claims stand, under which headings, and which of them are left out.

Made by the bar above the cards, asked by the list of cards. Pure: knows records and names, no widget.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication

from annotator.gui.panel.display import Display
from annotator.gui.panel.words import certainty_word
from annotator.records import ClaimRecord
from annotator.text import folded

Order = Literal["text", "speaker", "topic", "proposition", "certainty", "annotator", "latest"]
ORDERS: tuple[Order, ...] = ("text", "speaker", "topic", "proposition", "certainty", "annotator", "latest")
Only = Literal[
    "all", "no_speaker", "no_topic", "no_stance", "no_quotation", "unsure", "noted", "mine", "colleagues"
]  # fmt: skip
ONLY: tuple[Only, ...] = (
    "all", "no_speaker", "no_topic", "no_stance", "no_quotation", "unsure", "noted", "mine", "colleagues"
)  # fmt: skip
Key = tuple[Any, int, int, str]
_CERTAINTIES = {"low": 0, "medium": 1, None: 2, "high": 3}
_LAST = "\U0010ffff"
"""After every name: what has none stands at the end."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """order: text order, or grouped by what the claims have in common, or the latest change first.

    words: the cards shown hold all of them; only: they are of this kind.
    """

    order: Order = "text"
    words: str = ""
    only: Only = "all"

    def narrowed(self, words: str) -> Arrangement:
        """The same with other words."""
        return replace(self, words=words)

    @property
    def narrows(self) -> bool:
        """Whether claims may be left out."""
        return bool(self.words.strip()) or self.only != "all"

    def widened(self) -> Arrangement:
        """The same order with all claims."""
        return replace(self, words="", only="all")

    def said(self) -> str:
        """What the claims shown are like: the kind, the words, or both."""
        kind = only_word(self.only) if self.only != "all" else ""
        return " · ".join(filter(None, (kind, self.words.strip())))

    @property
    def is_plain(self) -> bool:
        """Whether all claims are shown in text order."""
        return self == Arrangement()

    def key(self, claim: ClaimRecord, display: Display) -> Key:
        """What the claims are sorted by; within a group by the first part, the shorter first, then by id."""
        return self._rank(claim, display), claim.parts[0].start, claim.parts[-1].end, claim.id

    def _rank(self, claim: ClaimRecord, display: Display) -> Any:
        if self.order in ("speaker", "proposition", "annotator"):
            return folded(self.heading_name(claim, display)) or _LAST
        if self.order == "topic":
            return tuple(folded(each) for each in self._path(claim, display)) or (_LAST,)
        if self.order == "certainty":
            return _CERTAINTIES[claim.certainty]
        return -datetime.fromisoformat(claim.updated).timestamp() if self.order == "latest" else 0

    def _path(self, claim: ClaimRecord, display: Display) -> tuple[str, ...]:
        return display.topic_path(claim.topics[0].topic) if claim.topics else ()

    def heading_name(self, claim: ClaimRecord, display: Display) -> str:
        """The name of the group that the claim stands in; empty where it has none."""
        if self.order == "speaker":
            if not claim.speakers:
                return ""
            first = claim.speakers[0]
            return display.speaker_name(first.speaker) or display.mention_words(first.mention)
        if self.order == "topic":
            return " › ".join(self._path(claim, display))
        if self.order == "proposition":
            return display.propositions.get(claim.proposition or "", "")
        if self.order == "annotator":
            who = display.annotators.get(claim.annotator)
            return who.name if who is not None else ""
        return certainty_word(claim.certainty) if self.order == "certainty" and claim.certainty else ""

    def heading(self, claim: ClaimRecord, display: Display) -> str:
        """What stands above the first claim of a group; empty where claims are not grouped."""
        if self.order in ("text", "latest"):
            return ""
        without = {
            "speaker": QCoreApplication.translate("Arrangement", "No speaker"),
            "topic": QCoreApplication.translate("Arrangement", "No topic"),
            "proposition": QCoreApplication.translate("Arrangement", "No proposition"),
            "certainty": QCoreApplication.translate("Arrangement", "No certainty"),
            "annotator": "?",
        }
        return self.heading_name(claim, display) or without[self.order]

    def admits(self, claim: ClaimRecord, display: Display) -> bool:
        """Whether the claim is shown."""
        wanted = {
            "all": True,
            "no_speaker": not any(each.speaker for each in claim.speakers),
            "no_topic": not claim.topics,
            "no_stance": any(each.stance is None for each in claim.topics),
            "no_quotation": claim.quotation is None,
            "unsure": claim.certainty == "low",
            "noted": bool(claim.note),
            "mine": display.is_mine(claim.annotator),
            "colleagues": not display.is_mine(claim.annotator),
        }[self.only]
        if not wanted or not self.words:
            return wanted
        text = folded(haystack(claim, display))
        return all(word in text for word in folded(self.words).split())


def haystack(claim: ClaimRecord, display: Display) -> str:
    """All that a claim may be found by: its words, names, topics, note, answers."""
    words = [part.quote for part in (*claim.parts, *claim.cue)]
    words += [f"{display.speaker_name(e.speaker)} {display.mention_words(e.mention)}" for e in claim.speakers]
    words += [" ".join(display.topic_path(each.topic)) for each in claim.topics]
    words += [claim.note, display.propositions.get(claim.proposition or "", "")]
    return " ".join((*words, *(str(answer) for answer in claim.fields.values())))


def order_word(order: Order) -> str:
    """An order as its menu says it."""
    translate = QCoreApplication.translate
    return {
        "text": translate("Arrangement", "Text order"),
        "speaker": translate("Arrangement", "Group by speaker"),
        "topic": translate("Arrangement", "Group by topic"),
        "proposition": translate("Arrangement", "Group by proposition"),
        "certainty": translate("Arrangement", "Group by certainty"),
        "annotator": translate("Arrangement", "Group by annotator"),
        "latest": translate("Arrangement", "Latest change first"),
    }[order]


def only_word(only: Only) -> str:
    """A kind of claims as the menu says it."""
    translate = QCoreApplication.translate
    return {
        "all": translate("Arrangement", "All claims"),
        "no_speaker": translate("Arrangement", "Without a known speaker"),
        "no_topic": translate("Arrangement", "Without a topic"),
        "no_stance": translate("Arrangement", "With a topic without stance"),
        "no_quotation": translate("Arrangement", "Without a kind of quotation"),
        "unsure": translate("Arrangement", "Of low certainty"),
        "noted": translate("Arrangement", "With a note"),
        "mine": translate("Arrangement", "My own"),
        "colleagues": translate("Arrangement", "Those of colleagues"),
    }[only]
