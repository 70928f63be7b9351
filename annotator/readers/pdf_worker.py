"""The process in which a PDF is opened: native code on a stranger's file, kept apart and on short rations.

`lines_of` is called by the reader of PDF files and starts the process; `main` runs in it, reads the file from
standard input and answers with JSON. The process may use so much time and memory and no more; when it is
killed, the program lives. It writes no file and opens no address.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from annotator.errors import UnreadableArticle
from annotator.sentences import worded

SECONDS = 24
MEMORY_BYTES = 440 * 1024 * 1024
_MOST_PAGES = 2000
_MOST_CHARACTERS = 10_000_000
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD

# The child gets the very modules of this program: the folder that it is started in is not looked at.
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    "from annotator.readers.pdf_worker import main; main(int(sys.argv[2]))"
)
_SENTENCES = {
    "password": worded("The PDF is protected by a password; save a copy without one and add that."),
    "damaged": worded("The PDF is damaged; open it in a viewer, print it to a new PDF and add that."),
    "pages": worded(
        "The PDF has more than {most_pages:,} pages; cut out the article and add that.", most_pages=_MOST_PAGES
    ),
    "long": worded(
        "The PDF has more than {most_characters:,} characters; cut out the article and add that.",
        most_characters=_MOST_CHARACTERS,
    ),
    "broken": (
        worded(
            "The PDF could not be opened, because it is damaged or has too much on a page; print the pages of the"
            " article to a new PDF and add that."
        )
    ),
    "memory": worded("The PDF needs too much memory; print the pages of the article to a new PDF and add that."),
}


def lines_of(path: Path, data: bytes, seconds: int = SECONDS) -> dict[str, Any]:
    """The lines of each page in reading order and the file's properties.

    `pages`: for each page its height and lines, see `pdf_layout.Line`. `pictures`: pages that hold pictures.
    `properties`: the names and values that the file gives. Raises UnreadableArticle, also when the process
    took more than `seconds` or too much memory.
    """
    paths = json.dumps([entry for entry in sys.path if entry])
    command = [sys.executable, "-P", "-c", _START, paths, str(seconds)]
    # Without this a console window would flash up on Windows; 0 elsewhere.
    flags: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=seconds, check=False, creationflags=flags
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableArticle(
            worded(
                "Reading the PDF takes longer than {seconds} seconds; print the pages of the article to a new "
                "PDF and add that.",
                seconds=seconds,
            ),
            where=str(path),
        ) from error
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        answer = {"refused": "broken"}  # the library ends the process when it finds no more memory
    if "refused" in answer:
        raise UnreadableArticle(_SENTENCES[answer["refused"]], where=str(path))
    return answer


def main(seconds: int) -> None:
    """Runs in the process: reads a PDF from standard input, writes the answer to standard output."""
    _limit(seconds)
    try:
        answer = _answer(sys.stdin.buffer.read())
    except MemoryError:
        answer = {"refused": "memory"}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
    sys.stdout.buffer.flush()


def _limit(seconds: int) -> None:
    """Memory and processor time, where the system knows such limits (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    for kind, amount in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, seconds + 1),
        (resource.RLIMIT_CORE, 0),
    ):
        # macOS refuses some of them; the time limit of the parent remains.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (amount, amount))


def _answer(data: bytes) -> dict[str, Any]:
    import pypdfium2
    from pypdfium2 import raw

    from annotator.readers.pdf_layout import Line, fragments_of, in_reading_order

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return {"refused": "password" if raw.FPDF_GetLastError() == _PASSWORD_ERROR else "damaged"}
    if len(document) > _MOST_PAGES:
        return {"refused": "pages"}
    pages: list[list[Line]] = []
    characters = pictures = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            return {"refused": "damaged"}
        fragments = fragments_of(page)
        characters += sum(len(fragment.text) for fragment in fragments)
        if characters > _MOST_CHARACTERS:
            return {"refused": "long"}
        pictures += any(item.type == raw.FPDF_PAGEOBJ_IMAGE for item in page.get_objects(max_depth=2))
        pages.append(in_reading_order(fragments))
        page.close()
    return {"pages": pages, "pictures": pictures, "properties": document.get_metadata_dict()}
