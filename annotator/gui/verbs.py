"""The door to the verbs for what the window shows first: `verbs.tagging.tag_claim(…)`.

A module of verbs is imported when one of its verbs is first called. Verbs write with mapped classes, and the window
is to be painted before those are there. Dialogs and screens that are made later import the verbs they call.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from annotator.actions import (
        article_details,
        articles,
        codebook,
        drafts,
        fields,
        joining,
        many,
        occurrences,
        propositions,
        resolving,
        retagging,
        reviewing,
        speakers,
        tagging,
        together,
        topics,
    )

__all__ = [
    "article_details",
    "articles",
    "codebook",
    "drafts",
    "fields",
    "joining",
    "many",
    "occurrences",
    "propositions",
    "resolving",
    "retagging",
    "reviewing",
    "speakers",
    "tagging",
    "together",
    "topics",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module(f"annotator.actions.{name}")
