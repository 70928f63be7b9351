"""The nouns of the program: their tables, and the classes mapped on them, one file a family.

Used by store, verbs and questions only. A class is made when it is first asked for: the window opens and shows a
project by its tables alone, and mapping would take a sixth of the time until it is there. What is imported at the
start names no class here; see `tests/gui/test_start.py`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from annotator.model.tables import new_id as new_id

if TYPE_CHECKING:
    from annotator.model.annotator import Annotator as Annotator
    from annotator.model.article import Article as Article
    from annotator.model.article import ArticleText as ArticleText
    from annotator.model.article import Assignment as Assignment
    from annotator.model.article import Progress as Progress
    from annotator.model.base import Base as Base
    from annotator.model.journal import JournalRow as JournalRow
    from annotator.model.journal import RemovedRows as RemovedRows
    from annotator.model.journal import Step as Step
    from annotator.model.mark import ClaimSpeaker as ClaimSpeaker
    from annotator.model.mark import ClaimTopic as ClaimTopic
    from annotator.model.mark import Mark as Mark
    from annotator.model.mark import Part as Part
    from annotator.model.mark import Proposition as Proposition
    from annotator.model.project import CodebookVersion as CodebookVersion
    from annotator.model.project import Project as Project
    from annotator.model.review import Comment as Comment
    from annotator.model.review import Review as Review
    from annotator.model.speaker import Speaker as Speaker
    from annotator.model.topic import Field as Field
    from annotator.model.topic import Topic as Topic

FAMILIES = ("annotator", "article", "journal", "mark", "project", "review", "speaker", "topic")
"""The modules of this package that hold mapped classes."""


def __getattr__(name: str) -> Any:
    # Python's own questions of a package, such as for its path, are about no class.
    if name[:1].isupper():
        # All at once: who goes through the mapped classes is to find every one.
        for module in [import_module(f"{__name__}.{family}") for family in ("base", *FAMILIES)]:
            if name in vars(module):
                return vars(module)[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
