"""All mapped classes together. Imported by `annotator.model` when the first of them is asked for."""

from annotator.model.annotator import Annotator
from annotator.model.article import Article, ArticleText, Assignment, Progress
from annotator.model.base import Base
from annotator.model.journal import JournalRow, RemovedRows, Step
from annotator.model.mark import ClaimSpeaker, ClaimTopic, Mark, Part, Proposition
from annotator.model.project import CodebookVersion, Project
from annotator.model.review import Comment, Review
from annotator.model.speaker import Speaker
from annotator.model.topic import Field, Topic

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
]
