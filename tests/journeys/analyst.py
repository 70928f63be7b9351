"""An analyst at the window: presses keys, waits until something is so, and measures that nothing freezes.

Used by the journeys. Everything is real: the window, its threads, the store and its file. Keys go to the
widget that has the focus, as a keyboard's do.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPushButton, QWidget

from annotator.gui.main_window import MainWindow
from annotator.gui.open_project import OpenProject
from annotator.gui.panel.card import ClaimCard
from annotator.gui.panel.chip import Chip
from annotator.gui.picker import Picker
from annotator.queries.articles import article_list
from annotator.records import ArticleRecord, ClaimRecord, MarkRecord, MentionRecord, PassageRecord
from tests.journeys.watchdog import Watchdog

PATIENCE_SECONDS = 8.0


class Analyst:
    """One person at one window. keys: how many were pressed. watchdog: how long the window was ever frozen."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.keys = 0
        self.watchdog = Watchdog()

    # What is there ------------------------------------------------------------------------------

    @property
    def project(self) -> OpenProject:
        """The open project."""
        assert self.window.project is not None
        return self.window.project

    @property
    def article(self) -> ArticleRecord:
        """The open article."""
        record = self.project.screen.opened.record
        assert record is not None
        return record

    def marks(self) -> list[MarkRecord]:
        """The marks shown, in text order."""
        return sorted(self.project.screen.opened.visible(), key=lambda mark: (mark.parts[0].start, mark.id))

    def claims(self) -> list[ClaimRecord]:
        """The claims shown, in text order."""
        return [mark for mark in self.marks() if isinstance(mark, ClaimRecord)]

    def mentions(self) -> list[MentionRecord]:
        """The mentions shown, in text order."""
        return [mark for mark in self.marks() if isinstance(mark, MentionRecord)]

    def passages(self) -> list[PassageRecord]:
        """The passages shown, in text order."""
        return [mark for mark in self.marks() if isinstance(mark, PassageRecord)]

    def current(self) -> MarkRecord | None:
        """The record of the current mark."""
        return self.project.screen.opened.marks.get(self.project.screen.reader.cursor_state.current or "")

    def claim(self) -> ClaimRecord:
        """The current claim."""
        found = self.current()
        assert isinstance(found, ClaimRecord)
        return found

    def sentence(self) -> str:
        """The words of the sentence at the cursor."""
        at = self.project.screen.reader.cursor_state.sentence
        return self.article.text[at.start : at.end] if at else ""

    def selected(self) -> str:
        """The words of the hand selection."""
        return self.project.screen.reader.selected_text()

    def card(self, claim: str) -> ClaimCard:
        """The card of a claim, in view."""
        found = self.project.screen.panel.cards.card(claim)
        assert found is not None
        return found

    def chip(self, claim: str, name: str) -> Chip:
        """A chip of a claim's card by the start of its accessible name."""
        chips = self.card(claim).findChildren(Chip)
        return next(each for each in chips if each.isVisible() and each.accessibleName().startswith(name))

    # Pressing and waiting -----------------------------------------------------------------------

    def press(self, *names: str) -> None:
        """Press keys one after the other, named as the contract names them: "C", "Shift+C", "Alt+Right"."""
        for name in names:
            self._come_to_front()
            # The key that keyboards call Enter is Return to Qt.
            combination = QKeySequence(name.replace("Enter", "Return").replace("Delete", "Del"))
            key, modifiers = combination[0].key(), combination[0].keyboardModifiers()  # type: ignore[index]
            target = QApplication.focusWidget() or self.window
            letter = name.lower() if len(name) == 1 else ""
            with self.watchdog.watching(f"key {name}"):
                if letter and modifiers == Qt.KeyboardModifier.NoModifier:
                    QTest.keyClicks(target, letter)
                else:
                    QTest.keyClick(target, key, modifiers)
            self.keys += 1
            self._turn()

    def _come_to_front(self) -> None:
        """A desktop brings the window back when a dialog has closed; the offscreen platform does not."""
        active = QApplication.activeWindow()
        if active is None or not active.isVisible():
            self.window.activateWindow()
            self._turn()

    def type(self, text: str) -> None:
        """Type into the field that has the focus."""
        for character in text:
            target = QApplication.focusWidget() or self.window
            with self.watchdog.watching("typing"):
                if character.isascii():
                    QTest.keyClicks(target, character)
                else:
                    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                        plain = Qt.KeyboardModifier.NoModifier
                        QApplication.sendEvent(target, QKeyEvent(kind, 0, plain, character))
            self.keys += 1
            self._turn()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget with the left button, in its middle when no place is named."""
        self._come_to_front()
        with self.watchdog.watching("click"):
            QTest.mouseClick(
                widget,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
                at or widget.rect().center(),
            )
        self._turn()

    def until(self, so: Callable[[], object], what: str = "") -> None:
        """Let the window work until something is so; fails with what it waited for."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not so():
            assert time.monotonic() < end, f"waited in vain: {what or so}"
            self._turn()
            time.sleep(0.002)

    def rest(self) -> None:
        """Wait until all is written, the news has come, and what it made the window ask is answered."""
        self.until(lambda: not self.project.jobs.writing, "all written")
        for _ in range(2):
            self._until_answered()

    def _until_answered(self) -> None:
        """Two questions that wait for each other: each of the two threads has done what it had before."""
        answered: list[int] = []
        meeting = threading.Barrier(2)
        for _ in range(2):
            self.project.jobs.ask(lambda _session: meeting.wait(PATIENCE_SECONDS), answered.append)
        self.until(lambda: len(answered) == 2, "all answered")
        self._turn()

    def _turn(self) -> None:
        with self.watchdog.watching("events"):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        # What was thrown away is thrown away only by an event loop of its own.
        QApplication.sendPostedEvents(None, 52)

    # Steps that the stories share ---------------------------------------------------------------

    def go_to(self, words: str) -> None:
        """With the keys: to the sentence that begins with the words, however far it is."""
        reader = self.project.screen.reader
        target = self.article.text.index(words)
        while (at := reader.cursor_state.sentence) is not None and at.start < target:
            before = at
            self.press("Down")
            if reader.cursor_state.sentence == before:
                break
        while (at := reader.cursor_state.sentence) is not None and at.start > target:
            self.press("Up")
        assert self.sentence().startswith(words), self.sentence()

    def select(self, words: str) -> None:
        """With the keys: the caret to the words, then the selection over them by words and characters."""
        state = self.project.screen.reader.cursor_state
        start = self.article.text.index(words)
        end = start + len(words)
        while state.sentence is not None and not state.sentence.start <= start < state.sentence.end:
            self.press("Down" if state.sentence.end <= start else "Up")
        while state.caret < start:
            self.press("Ctrl+Right")
        while state.caret > start:
            self.press("Left")
        while state.caret < end:
            self.press("Ctrl+Shift+Right")
        while state.caret > end:
            self.press("Shift+Left")
        assert self.selected() == words

    def picker(self) -> Picker:
        """The open list, once it has the keyboard."""
        lists = self.project.screen.lists
        self.until(lambda: lists.picker is not None and lists.picker.field.hasFocus(), "a list is open")
        assert lists.picker is not None
        return lists.picker

    def open_project(self, path: str) -> None:
        """Open a project and wait until an article, if there is one, can be read."""
        before = self.window.project
        self.window.commands.open_path(path)
        self.until(lambda: self.window.project not in (None, before), "the project is open")
        self.rest()

    def read(self, title: str) -> None:
        """Open the article with this title, at its first sentence, with the focus in the text."""
        screen = self.project.screen
        with self.project.store.read() as session:
            found = next(each.id for each in article_list(session, "Ana") if each.title == title)
        screen.step(found)
        self.until(lambda: screen.opened.record is not None and screen.opened.record.id == found, "opened")
        self.rest()

    def answer(self, button: str, *, write: str | None = None) -> None:
        """Answer the next dialog: write into its first field if that is asked for, then press a button."""
        timer = QTimer(self.window)
        timer.setInterval(10)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog):
                return
            timer.stop()
            line = dialog.findChild(QLineEdit)
            if line is not None and write is not None:
                line.setText(write)
            if isinstance(dialog, QFileDialog):
                dialog.accept()
                return
            press = next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == button)
            press.click()

        timer.timeout.connect(look)
        timer.start()
