"""Puts the units of a word processor's file together, piece by piece, with links and line breaks.

Called by the readers that walk a tree of paragraphs and runs (DOCX, ODT, RTF, Factiva). It keeps pieces in a
list, so a paragraph of a million runs takes linear time. It never looks at a file.
"""

from __future__ import annotations

from annotator.readers.units import TextLink, Unit
from annotator.records import BlockKind
from annotator.text import normalise

_TARGETS = ("http://", "https://", "mailto:")
_INVISIBLE = str.maketrans({"\t": " ", "\u00ad": None})
_EMPHASISED = 0.98
_LONGEST_ROW = 400


class UnitBuilder:
    """Collects the pieces of one paragraph; `close` turns them into units, one for each of its lines."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self._pieces: list[str] = []
        self._length = 0
        self._emphasised = 0
        self._links: list[TextLink] = []

    @property
    def position(self) -> int:
        """How many code points the paragraph has so far: where a link begins or ends."""
        return self._length

    def add(self, text: str, *, emphasised: bool = False) -> None:
        """More text of the paragraph; newlines in it part lines, tabs become blanks."""
        text = normalise(text).translate(_INVISIBLE)
        self._pieces.append(text)
        self._length += len(text)
        self._emphasised += len(text) if emphasised else 0

    def link(self, start: int, url: str) -> None:
        """From `start` to here the text is a link; targets inside the file are not kept."""
        if self._length > start and url.startswith(_TARGETS):
            self._links.append((start, self._length, url))

    def close(self, kind: BlockKind = "paragraph", level: int = 0) -> None:
        """Ends the paragraph; lines without text leave no unit."""
        text = "".join(self._pieces)
        emphasised = bool(text) and self._emphasised >= _EMPHASISED * len(text.strip())
        start = 0
        for line in text.split("\n"):
            self._close_line(line, start, Unit(kind, line.strip(), level=level, emphasised=emphasised))
            start += len(line) + 1
        self._pieces, self._links, self._length, self._emphasised = [], [], 0, 0

    def join_since(self, before: int, most_in_cell: int) -> None:
        """Makes one line of the units since `before`: the cells of a row of a table, parted by blanks.

        Rows that hold running text, several paragraphs in a cell or a long line, stay as they are.
        """
        cells = self.units[before:]
        if most_in_cell > 1 or len(cells) < 2 or sum(len(cell.text) for cell in cells) > _LONGEST_ROW:
            return
        del self.units[before:]
        for cell in cells:
            start = self.position
            for first, last, url in cell.links:
                self.add(cell.text[self.position - start : last])
                self.link(start + first, url)
            self.add(cell.text[self.position - start :] + " ")
        self.close()

    def _close_line(self, line: str, start: int, unit: Unit) -> None:
        if not unit.text:
            return
        start += len(line) - len(line.lstrip())
        end = start + len(unit.text)
        links = tuple(
            (max(first, start) - start, min(last, end) - start, url)
            for first, last, url in self._links
            if first < end and last > start
        )
        unit.links, unit.anchors = links, len(links)
        unit.linked = sum(last - first for first, last, _ in links)
        self.units.append(unit)
