"""The nouns of the program as tables, one file a family. Used by store, verbs and questions only."""

from annotator.model.annotator import Annotator
from annotator.model.article import Article, ArticleText, Assignment, Progress
from annotator.model.base import Base, new_id
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
    "new_id",
]
