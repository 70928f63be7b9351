"""A quotation as it is pasted elsewhere: the words, who says them, and where they were printed.

Called by the commands that copy. Pure: it puts nothing on the clipboard.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.gui.dates import published_in_words
from annotator.records import ArticleRecord
from annotator.sentences import in_quotes


def cited(words: str, said_by: Sequence[str], article: ArticleRecord) -> str:
    """Two lines: the words between quotation marks with their speakers; author, title, outlet, date and address."""
    quoted = in_quotes(" ".join(words.split()))
    first = f"{quoted} ({', '.join(said_by)})" if said_by else quoted
    printed = [f"{article.byline}: {article.title}" if article.byline else article.title]
    printed += [each for each in (article.source, published_in_words(article.published)) if each]
    address = f". {article.url}" if article.url else "."
    return f"{first}\n{', '.join(printed)}{address}"
