"""The page of topics: the tree, the editor of the chosen one, and the text tagged with it.

Made by the Codebook screen, which connects its signals to verbs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from annotator.gui.codebook.book import Book
from annotator.gui.codebook.form import in_pane
from annotator.gui.codebook.line_texts import question_line, stale_line, tagged_line
from annotator.gui.codebook.tagged_pane import TaggedPane
from annotator.gui.codebook.topic_editor import TopicEditor
from annotator.gui.codebook.topic_list import TopicList
from annotator.gui.empty_state import EmptyState
from annotator.gui.jobs import Jobs
from annotator.gui.panes import Panes
from annotator.gui.theme import Theme
from annotator.queries.codebook import TaggedText, marks_about, marks_to_look_at
from annotator.records import TopicRecord

if TYPE_CHECKING:
    from annotator.queries import Session

PANE_WIDTHS = (320, 620, 400)
"""Pixels."""


class TopicsPage(QWidget):
    """Three panes."""

    examples_wanted = Signal(str, list)
    """The topic's id, and words that are to stand among its examples."""

    def __init__(self, jobs: Jobs, book: Book, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._book = jobs, book
        self._shown: dict[str, TopicRecord] = {}
        # Each pane is made where it stays: one that moves is styled anew with all that is in it.
        self.panes = Panes(self)
        self.list = TopicList(theme)
        self.panes.addWidget(in_pane(self.list))
        self.middle = QStackedWidget(self.panes)
        self.editor = TopicEditor(theme, self.middle)
        self.nothing = EmptyState("topic", theme, self.middle)
        self.nothing.say(self.tr("No topic is chosen"), self.tr("Choose one at the left, or make one there."))
        self.tagged = TaggedPane(
            theme,
            self.tr("Text tagged with the topic"),
            (
                ("examples", self.tr("Examples {count}"), self.tr("No examples yet"),
                 self.tr("What is tagged with this topic is gathered here.")),
                ("stale", self.tr("Look again {count}"), self.tr("Nothing to look at again"),
                 self.tr("Your marks made before the topic changed its meaning are listed here.")),
                ("cases", self.tr("Cases {count}"), self.tr("No open cases"),
                 self.tr("Reviewers flag here what the codebook should say.")),
            ),
            "stale",
            self.panes,
        )  # fmt: skip
        self.example = QPushButton(self.tr("Take as example"))
        self.example.setToolTip(self.tr("Put the words selected among the cases that the topic is used for."))
        self.tagged.add_buttons(self.example)
        self.tagged.turned.connect(self._show_example)
        self.example.clicked.connect(self._take_example)
        self._lay_out()
        self.list.current_changed.connect(lambda _topic: self.show_topic())
        self.list.arrived.connect(self._show_new)
        book.words_changed.connect(self.refresh)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self.middle.addWidget(self.editor)
        self.middle.addWidget(self.nothing)
        self.panes.arrange(PANE_WIDTHS, growing=(1, 2))

    def _show_example(self) -> None:
        self.example.setVisible(self.tagged.shown == "examples" and bool(self.tagged.lines("examples")))

    def _take_example(self) -> None:
        lines, topic = self.tagged.view.selected(), self.list.chosen()
        if lines and topic is not None:
            self.editor.keep()
            self.examples_wanted.emit(topic, [line.words for line in lines])

    def refresh(self) -> None:
        """Show what the book says now."""
        words = self._book.words
        if words.topics == self._shown:
            # A tag was made: the same tree, other numbers.
            self.list.set_counts(words.topic_counts)
        else:
            self._shown = words.topics
            self.list.set_topics(words.topics.values(), words.topic_counts)
        self.show_topic()

    def lock(self, why: str) -> None:
        """Let nothing be changed; why: the sentence that says so."""
        self.list.lock(why)
        self.editor.lock(why)
        self.example.setEnabled(False)
        self.example.setToolTip(why)
        self.nothing.say(self.tr("No topic is chosen"), self.tr("Choose one at the left."))

    def _show_new(self) -> None:
        """A topic was made: the tree keeps the focus, so that the next one can be made; Tab leads to the definition."""
        self.show_topic()
        self.list.view.setFocus()

    def show_topic(self) -> None:
        """Show the chosen topic, and ask for the text tagged with it."""
        topic = self._book.words.topics.get(self.list.chosen() or "")
        self.editor.show_topic(topic, self._book)
        self.middle.setCurrentWidget(self.editor if topic is not None else self.nothing)
        if topic is None:
            for tab in ("examples", "stale", "cases"):
                self.tagged.set_lines(tab, [])
            return
        name = self._jobs.store.annotator
        id_, me, losers = topic.id, self._book.words.me, self._book.topic_and_losers(topic.id)
        cases = [each for each in self._book.words.questions if id_ in each.topics]
        self.tagged.set_lines("cases", [question_line(each) for each in cases])

        def answer(session: Session) -> tuple[list[TaggedText], list[TaggedText]]:
            return marks_about(session, id_, reader=name), marks_to_look_at(session, me, topics=losers)

        def show(found: tuple[list[TaggedText], list[TaggedText]]) -> None:
            if self.list.chosen() == id_:
                self.tagged.set_lines("examples", [tagged_line(each) for each in found[0]])
                names = self._book.words.topics
                merged = [names[each.topic].name if each.topic != id_ else "" for each in found[1]]
                self.tagged.set_lines("stale", list(map(stale_line, found[1], merged)))

        self._jobs.ask(answer, show, key="tagged text")

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        for part in (self.list, self.editor, self.nothing, self.tagged):
            part.set_theme(theme)
