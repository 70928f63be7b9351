"""The page of versions: what changed when, in which words, and the marks to look at again because of it.

Made by the Codebook screen, which connects its signals.
"""

from __future__ import annotations

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.actions.codebook import edit_version_note
from annotator.gui.codebook.book import Book
from annotator.gui.codebook.changes_view import ChangesView
from annotator.gui.codebook.line_texts import question_line, stale_line
from annotator.gui.codebook.tagged_pane import TaggedPane
from annotator.gui.dates import moment_in_words
from annotator.gui.dialogs.rename import ask_text
from annotator.gui.jobs import Jobs
from annotator.gui.language import filled, translated
from annotator.gui.lines_view import Line
from annotator.gui.panes import Panes
from annotator.gui.theme import Theme
from annotator.queries.codebook import TaggedText, Version, marks_to_look_at, note_sentence
from annotator.queries.codebook_changes import changes_of

PANE_WIDTHS = (320, 480, 480)
"""Pixels."""


class VersionsPage(QWidget):
    """Two lists, and between them what the chosen version changed."""

    def __init__(self, jobs: Jobs, book: Book, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._book = jobs, book
        self.versions = TaggedPane(
            theme,
            self.tr("Versions of the codebook"),
            (
                ("versions", self.tr("Versions {count}"), self.tr("No versions yet"),
                 self.tr("A change of what a topic means makes one: its definition, a merge, a split.")),
            ),
            "",
        )  # fmt: skip
        self.tagged = TaggedPane(
            theme,
            self.tr("Marks to look at again, and cases"),
            (
                ("stale", self.tr("Look again {count}"), self.tr("Nothing to look at again"),
                 self.tr("All your marks were made under the present meaning of their topics.")),
                ("cases", self.tr("Cases {count}"), self.tr("No open cases"),
                 self.tr("Where the words of the codebook did not settle a claim, reviewers flag it: "
                         "{codebook_question}.")),
            ),
            "stale",
        )  # fmt: skip
        self.note = QPushButton(self.tr("Note…"))
        self.note.setToolTip(self.tr("Say in your own words what the chosen version is about."))
        self.versions.add_buttons(self.note)
        self.note.clicked.connect(self._ask_note)
        self.versions.opened.connect(lambda _line: self._ask_note())
        self.changes = ChangesView(theme)
        self.panes = Panes()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        for pane in (self.versions, self.changes, self.tagged):
            self.panes.addWidget(pane)
        self.panes.arrange(PANE_WIDTHS, growing=(1, 2))
        book.words_changed.connect(self.refresh)
        self.versions.view.selectionModel().currentChanged.connect(lambda *_: self._ask())

    def refresh(self) -> None:
        """Show what the book says now."""
        words = self._book.words
        self.note.setVisible(bool(words.versions))
        self.versions.set_lines("versions", [self._version_line(each) for each in words.versions])
        self.tagged.set_lines("cases", [question_line(each) for each in words.questions])
        self._ask()

    def _version_line(self, version: Version) -> Line:
        at = QDateTime.fromString(version.created, Qt.DateFormat.ISODateWithMs).toLocalTime()
        day = moment_in_words(at)
        words = f"{version.number}: {translated(note_sentence(version.note)) or self.tr('no note')}"
        marks = self.tr("marks made under it: {count}").format(count=version.marks)
        return Line(words, " · ".join(filter(None, (day, version.annotator, marks))), key=version.number)

    def lock(self, why: str) -> None:
        """Let no note be changed; why: the sentence that says so."""
        self.note.setEnabled(False)
        self.note.setToolTip(why)

    def _ask_note(self) -> None:
        """Another note for the version chosen, the latest where none is."""
        versions = self._book.words.versions
        index = self.versions.view.currentIndex()
        if not versions or not self.note.isEnabled():
            return
        version = versions[index.row() if index.isValid() else 0]
        title = filled(self.tr("Note of version {number}"), number=version.number)
        note = ask_text(self, title, self.tr("What it is about"), version.note)
        if note is not None and note != version.note:
            store, number = self._jobs.store, version.number
            self._jobs.write(lambda: edit_version_note(store, number, note, origin=self))

    def _ask(self) -> None:
        """The marks of the version chosen; of all versions where none is."""
        index = self.versions.view.currentIndex()
        number = self.versions.view.model_.lines[index.row()].key if index.isValid() else None
        me = self._book.words.me
        self._ask_changes(number if isinstance(number, int) else None)

        def show(found: list[TaggedText]) -> None:
            kept = [each for each in found if number in (None, each.changed)]
            topics = self._book.words.topics
            self.tagged.set_lines("stale", [stale_line(each, topics[each.topic].name) for each in kept])

        self._jobs.ask(lambda session: marks_to_look_at(session, me), show, key="to look at again")

    def _ask_changes(self, number: int | None) -> None:
        """What the version chosen changed; the latest where none is."""
        latest = self._book.words.versions[0].number if self._book.words.versions else None
        shown = number if number is not None else latest
        self.changes.setVisible(shown is not None)
        if shown is None:
            return
        self.changes.heading.setText(filled(self.tr("What version {number} changed"), number=shown))
        self._jobs.ask(lambda session: changes_of(session, shown), self.changes.show_changes, key="what changed")

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        self.versions.set_theme(theme)
        self.changes.set_theme(theme)
        self.tagged.set_theme(theme)
