"""The fixed choices of a claim in words: roles, stances, kinds of quotation, certainty, kinds of speakers.

Read by the cards, their menus and the lists of speakers. Every word passes through Qt's translation.
"""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QCoreApplication

from annotator.records import Certainty, Quotation, Role, SpeakerKind, Stance

ROLES: tuple[Role, ...] = get_args(Role)
STANCES: tuple[Stance, ...] = get_args(Stance)
QUOTATIONS: tuple[Quotation, ...] = get_args(Quotation)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
SPEAKER_KINDS: tuple[SpeakerKind, ...] = get_args(SpeakerKind)


def role_word(role: Role) -> str:
    """What a speaker does in a claim, as a word beside the name."""
    translate = QCoreApplication.translate
    return {
        "says": translate("Words", "says"),
        "on_behalf_of": translate("Words", "on behalf of"),
        "reported_by": translate("Words", "reported by"),
        "addressed": translate("Words", "addressed"),
    }[role]


def stance_word(stance: Stance | None) -> str:
    """The side that a claim takes; None is "none" in a menu."""
    translate = QCoreApplication.translate
    return {
        "supports": translate("Words", "supports"),
        "opposes": translate("Words", "opposes"),
        "neutral": translate("Words", "neutral"),
        "unclear": translate("Words", "unclear"),
        None: translate("Words", "no stance"),
    }[stance]


def quotation_word(quotation: Quotation) -> str:
    """How the words of a claim are given."""
    translate = QCoreApplication.translate
    return {
        "direct": translate("Words", "direct"),
        "indirect": translate("Words", "indirect"),
        "mixed": translate("Words", "mixed"),
        "paraphrase": translate("Words", "paraphrase"),
    }[quotation]


def certainty_word(certainty: Certainty) -> str:
    """How sure the annotator is of the tag."""
    translate = QCoreApplication.translate
    return {
        "high": translate("Words", "high"),
        "medium": translate("Words", "medium"),
        "low": translate("Words", "low"),
    }[certainty]


def speaker_kind_word(kind: SpeakerKind) -> str:
    """What a speaker is."""
    translate = QCoreApplication.translate
    return {
        "person": translate("Words", "Person"),
        "organisation": translate("Words", "Organisation"),
        "group": translate("Words", "Group"),
        "unnamed": translate("Words", "Unnamed"),
    }[kind]
