"""The nouns of the program: their tables, and the classes mapped on them, one file a family.

Used by store, verbs and questions only. The classes are made when one is first asked for: the window opens and
shows a project by its tables alone, and mapping would take a sixth of the time until it is there. Modules that are
imported at the start therefore say `model.Mark` where they need a class; see `tests/gui/test_start.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.model.tables import new_id

if TYPE_CHECKING:
    from annotator.model.nouns import (
        Annotator,
        Article,
        ArticleText,
        Assignment,
        Base,
        ClaimSpeaker,
        ClaimTopic,
        CodebookVersion,
        Comment,
        Field,
        JournalRow,
        Mark,
        Part,
        Progress,
        Project,
        Proposition,
        RemovedRows,
        Review,
        Speaker,
        Step,
        Topic,
    )

__all__ = [
    "Annotator",
    "Article",
    "ArticleText",
    "Assignment",
    "Base",
    "ClaimSpeaker",
    "ClaimTopic",
    "CodebookVersion",
    "Comment",
    "Field",
    "JournalRow",
    "Mark",
    "Part",
    "Progress",
    "Project",
    "Proposition",
    "RemovedRows",
    "Review",
    "Speaker",
    "Step",
    "Topic",
    "new_id",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from annotator.model import nouns

    return getattr(nouns, name)
