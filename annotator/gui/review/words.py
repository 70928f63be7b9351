"""What the Review screen calls things: kinds of difference, causes, verdicts, and what a queue entry says.

Read by the queue, the versions and the dialogs. Every word passes through Qt's translation.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QCoreApplication

from annotator.gui.language import filled
from annotator.gui.panel.words import QUOTATIONS, ROLES, STANCES, quotation_word, role_word, stance_word
from annotator.records import Cause, ClaimRecord, Verdict

if TYPE_CHECKING:
    from annotator.agreement.differences import DifferenceKind
    from annotator.queries.review_queue import QueueEntry

CAUSES: tuple[Cause, ...] = get_args(Cause)
"""In the order of their keys: 1 to 9, then 0."""
CAUSE_KEYS = "1234567890"
LONGEST_SAID = 60
"""Letters of a claim in the line at the foot of the window."""
LIKELY: dict[DifferenceKind, tuple[Cause, ...]] = {
    "boundary": ("boundary", "guideline", "slip", "judgement"),
    "missing": ("missing", "spurious", "guideline", "judgement"),
    "speaker": ("speaker", "guideline", "slip", "judgement"),
    "role": ("speaker", "guideline", "slip", "judgement"),
    "cue": ("cue", "guideline", "slip", "judgement"),
    "topic": ("topic", "guideline", "slip", "judgement"),
    "stance": ("stance", "guideline", "slip", "judgement"),
    "quotation": ("guideline", "slip", "judgement"),
    "field": ("guideline", "slip", "judgement"),
}
"""The causes that are offered beside a disagreement of a kind; the dialog has all."""
MARKS: dict[DifferenceKind, str] = {
    "boundary": "disagreement", "missing": "missing", "speaker": "speaker", "role": "affiliation", "cue": "cue",
    "topic": "topic", "stance": "agreement", "quotation": "claim", "field": "info",
}  # fmt: skip
"""Kind -> icon: the form tells it as well as the heading."""


def kind_word(kind: DifferenceKind) -> str:
    """A kind of difference, as a heading of the queue."""
    translate = QCoreApplication.translate
    return {
        "boundary": translate("Review", "Boundary"),
        "missing": translate("Review", "Missing"),
        "speaker": translate("Review", "Speaker"),
        "role": translate("Review", "Role"),
        "cue": translate("Review", "Cue"),
        "topic": translate("Review", "Topic"),
        "stance": translate("Review", "Stance"),
        "quotation": translate("Review", "Quotation"),
        "field": translate("Review", "Field"),
    }[kind]


def several_decided(kinds: Collection[DifferenceKind]) -> str:
    """That a verdict on marks that differ in several ways decides all of these."""
    said = QCoreApplication.translate("Review", "This decides {count} differences of these marks: {kinds}.")
    return said.format(count=len(kinds), kinds=", ".join(kind_word(kind) for kind in kinds))


def given_words(claims: Sequence[ClaimRecord], chosen: str, *, accepted: bool) -> str:
    """What a verdict did just now. chosen: the id of the version that it was given on."""
    translate = QCoreApplication.translate
    said = translate("Review", "All versions rejected: “{words}”")
    if accepted:
        said = translate("Review", "Accepted: “{words}”")
    claim = next((each for each in claims if each.id == chosen), claims[0])
    words = " ".join(" … ".join(part.quote for part in claim.parts).split())
    return filled(said, words=words if len(words) <= LONGEST_SAID else f"{words[: LONGEST_SAID - 1]}…")


def cause_word(cause: Cause) -> str:
    """Why a version is not as it should be."""
    translate = QCoreApplication.translate
    return {
        "boundary": translate("Review", "boundary"),
        "missing": translate("Review", "missing"),
        "spurious": translate("Review", "spurious"),
        "speaker": translate("Review", "speaker"),
        "cue": translate("Review", "cue"),
        "topic": translate("Review", "topic"),
        "stance": translate("Review", "stance"),
        "guideline": translate("Review", "guideline"),
        "slip": translate("Review", "slip"),
        "judgement": translate("Review", "judgement"),
    }[cause]


def cause_help(cause: Cause) -> str:
    """What a cause means, in a few words."""
    translate = QCoreApplication.translate
    return {
        "boundary": translate("Review", "too many words, or too few"),
        "missing": translate("Review", "a claim was overlooked"),
        "spurious": translate("Review", "there is no claim here"),
        "speaker": translate("Review", "another speaker, or another role"),
        "cue": translate("Review", "other words attribute it"),
        "topic": translate("Review", "it is about something else"),
        "stance": translate("Review", "it takes another side"),
        "guideline": translate("Review", "the codebook was read otherwise"),
        "slip": translate("Review", "a slip of the hand"),
        "judgement": translate("Review", "both can be defended"),
    }[cause]


def verdict_word(verdict: Verdict) -> str:
    """What became of a version."""
    translate = QCoreApplication.translate
    return {
        "accepted": translate("Review", "accepted"),
        "rejected": translate("Review", "rejected"),
        "amended": translate("Review", "amended"),
    }[verdict]


def entry_words(entry: QueueEntry, title: str, name_of: Callable[[str], str], *, names_hidden: bool) -> str:
    """The second line of a queue entry: what the versions say, else where it is and who differs."""
    translate = QCoreApplication.translate
    if entry.kind == "missing":
        if names_hidden:
            return translate("Review", "{count} of {all} have it").format(
                count=len(entry.have), all=len(entry.annotators)
            )
        have = ", ".join(name_of(each) for each in entry.have)
        return translate("Review", "only {names}").format(names=have)
    if entry.kind in ("boundary", "cue"):
        names = "" if names_hidden else ", ".join(name_of(each) for each in entry.annotators)
        return " · ".join(filter(None, (title, names)))
    return said_words(entry.kind, entry.said)


def said_words(kind: DifferenceKind, said: Sequence[str], between: str = " · ") -> str:
    """What the versions say of a kind, one after the other; between: what stands between two of them."""
    translate = QCoreApplication.translate
    nothing = translate("Review", "nothing")
    if kind == "field":
        known = {"True": translate("Review", "yes"), "False": translate("Review", "no"), "": nothing}
        by_question: dict[str, list[str]] = {}
        for each in said:
            for line in each.split("\n"):
                question, _, answer = line.partition(": ")
                by_question.setdefault(question, []).append(known.get(answer, answer))
        return ", ".join(f"{question}: {between.join(answers)}" for question, answers in by_question.items())
    return between.join(_value(kind, each) or nothing for each in said)


def _value(kind: DifferenceKind, said: str) -> str:
    """What one version says, in words."""
    known: dict[str, str] = {}
    if kind == "stance":
        known = {stance: stance_word(stance) for stance in STANCES}
    elif kind == "role":
        known = {role: role_word(role) for role in ROLES}
    elif kind == "quotation":
        known = {quotation: quotation_word(quotation) for quotation in QUOTATIONS}
    return ", ".join(known.get(each, each) for each in said.split(", ") if each)
