"""What a version of the codebook changed, as a page to read: what went struck out, what came underlined.

Made by the page of versions. Form tells the two apart as well as colour.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from annotator.actions.fields import KINDS
from annotator.gui.codebook.words import field_kind_word
from annotator.gui.labels import label
from annotator.gui.language import filled
from annotator.gui.theme import MEDIUM, SMALL, Theme
from annotator.queries.codebook_changes import Changed

_TOKEN = re.compile(r"\w+|\s+|.", re.DOTALL)
_MOST_WORDS = 4000
_ALIKE = 0.5
"""Longer texts, and those that share less than this of their words (0 to 1), are shown one after the other."""


class ChangesView(QFrame):
    """A heading and the page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self._theme = theme
        self._changes: Sequence[Changed] = ()
        self.heading = label("", "title")
        self.page = QTextBrowser()
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.tr("What the version changed"))
        column = QVBoxLayout(self)
        # The heading stands level with those of the lists beside it.
        column.setContentsMargins(MEDIUM, SMALL + 7, MEDIUM, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(self.heading)
        column.addWidget(self.page, 1)

    def show_changes(self, changes: Sequence[Changed]) -> None:
        """Show these, topic by topic in their order."""
        self._changes = changes
        blocks: dict[tuple[str, str], list[str]] = {}
        for each in changes:
            blocks.setdefault((each.kind, each.name), []).append(self._words_of(each))
        nothing = self.tr("It is not recorded what this version changed: it came with a file, or was the first.")
        parts = [
            f"<h4>{escape(name)}</h4>" + "".join(f"<p>{each}</p>" for each in said)
            for (_, name), said in blocks.items()
        ]
        self.page.setHtml("".join(parts) or f"<p>{escape(nothing)}</p>")

    def _words_of(self, change: Changed) -> str:
        """One change as rich text."""
        whole = {
            "made": self.tr("New.") if change.kind == "topic" else self.tr("New field."),
            "deleted": self.tr("Deleted."),
            "retired": self.tr("Retired.") if change.after else self.tr("Brought back."),
            "merged_into_id": filled(self.tr("Merged into “{winner}”."), winner=change.after)
            if change.after
            else filled(self.tr("Parted from “{winner}”."), winner=change.before),
        }.get(change.what)
        if whole is not None:
            return escape(whole)
        before, after = change.before, change.after
        if change.what == "kind":
            before, after = (field_kind_word(each) if each in KINDS else each for each in (before, after))
        return f"<i>{escape(self._called(change.what))}:</i> {self._difference(before, after)}"

    def _called(self, what: str) -> str:
        return {
            "definition": self.tr("Definition"),
            "include": self.tr("Use for"),
            "exclude": self.tr("Not for"),
            "choices": self.tr("Choices"),
            "kind": self.tr("Answer"),
        }.get(what, self.tr("Name"))

    def _difference(self, before: str, after: str) -> str:
        gone, come = self._theme.colour("warn").name(), self._theme.colour("accent").name()
        parts: list[str] = []
        last = " "
        for tag, text in differing(before, after):
            if tag == "come" and not (last.isspace() or text[0].isspace()):
                # What comes stands right behind what went: without a space the two would read as one word.
                parts.append(" ")
            last = text[-1]
            words = escape(text).replace("\n", "<br>")
            if tag == "gone":
                words = f'<s style="color:{gone}">{words}</s>'
            elif tag == "come":
                words = f'<u style="color:{come}">{words}</u>'
            parts.append(words)
        return "".join(parts)

    def set_theme(self, theme: Theme) -> None:
        """Another palette."""
        self._theme = theme
        self.show_changes(self._changes)


def differing(before: str, after: str) -> list[tuple[str, str]]:
    """Pieces of two texts by words: ("same" | "gone" | "come", text), what went before what came."""
    from rapidfuzz.distance import LCSseq

    first, second = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(first), len(second)) > _MOST_WORDS:
        return [("gone", before), ("come", after)]
    shared = LCSseq.normalized_similarity([each for each in first if each.strip()], [e for e in second if e.strip()])
    if shared < _ALIKE:
        return [(tag, text) for tag, text in (("gone", before), ("come", after)) if text]
    pieces: list[tuple[str, str]] = []
    gone = come = ""
    for code in LCSseq.opcodes(first, second):
        old = "".join(first[code.src_start : code.src_end])
        if code.tag == "equal":
            pieces += [("gone", gone), ("come", come), ("same", old)]
            gone = come = ""
        else:
            gone += old
            come += "".join(second[code.dest_start : code.dest_end])
    pieces += [("gone", gone), ("come", come)]
    return [(tag, text) for tag, text in pieces if text]
