"""The plain text of a styled file that lies in a project of another tool: a Word document, a PDF, rich text, a page.

Called by the verb that imports annotation sets, for sources that come without a plain text. Unlike an article, it keeps
every paragraph: marks may lie on any of them. It takes what the readers take, and nothing else.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.errors import UnreadableArticle
from annotator.readers import docx, read_file
from annotator.sentences import worded


def styled_text(name: str, data: bytes) -> str:
    """The text of a file, by its name and content; paragraphs are parted by one newline.

    Raises UnreadableArticle where no reader reads it, or there is no text in it.
    """
    path = Path(Path(name).name)
    try:
        if path.suffix.lower() in docx.SUFFIXES:
            text = "\n".join(docx.lines(path, data))
        else:
            with TemporaryDirectory(prefix="annotator.") as folder:
                place = Path(folder) / path
                place.write_bytes(data)
                text = "\n".join(each.text for each in read_file(place))
    except UnreadableArticle as error:
        raise UnreadableArticle(error.reason, where=name) from error
    if not text.strip():
        raise UnreadableArticle(worded("There is no text in the file."), where=name)
    return text
