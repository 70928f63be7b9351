"""Tagged text, cases and appearances as lines of a list.

Called by the pages of the Codebook screen; pure.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.gui.lines_view import Line
from annotator.queries.codebook import TaggedText
from annotator.queries.codebook_questions import CodebookQuestion


def tagged_line(tagged: TaggedText) -> Line:
    """A mark: its words, its article, whose it is."""
    return Line(tagged.quote, f"{tagged.title} · {tagged.annotator}", tagged.article, tagged.mark, tagged.mark)


def named_line(named: TaggedText) -> Line:
    """A claim or a mention that names a speaker: its words, which of the two it is, its article, whose it is."""
    translate = QCoreApplication.translate
    kind = translate("Codebook", "claim") if named.kind == "claim" else translate("Codebook", "mention")
    below = f"{kind} · {named.title} · {named.annotator}"
    return Line(named.quote, below, named.article, named.mark, named.mark)


def stale_line(tagged: TaggedText, topic: str) -> Line:
    """A mark to look at again: its topic, and the versions between which that changed.

    topic: its name, empty where the list is of that topic alone.
    """
    made = QCoreApplication.translate("Codebook", "made under version {made}, changed in {changed}")
    said = (topic, made.format(made=tagged.made, changed=tagged.changed), tagged.title)
    return Line(tagged.quote, " · ".join(filter(None, said)), tagged.article, tagged.mark, tagged.mark)


def question_line(question: CodebookQuestion) -> Line:
    """A case that the codebook should settle: what a reviewer said of it."""
    words = question.quote or QCoreApplication.translate("Codebook", "The marks of this case are gone.")
    below = " · ".join(filter(None, (question.reviewer, question.reason, question.title)))
    mark = question.marks[0] if question.marks else None
    return Line(words, below, question.article, mark, question.reviews)
