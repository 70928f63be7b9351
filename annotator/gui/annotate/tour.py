"""The first-run tour: five short steps in a strip below the text, which go on as one does what they say.

Made by the Annotate screen, begun by the window in the sample. It covers nothing, takes no focus and asks
nothing; Esc, or its button, ends it for good.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QToolButton, QWidget

from annotator.gui.annotate.open_article import OpenArticle
from annotator.gui.annotate.tagger import Tagger
from annotator.gui.commands import key_of
from annotator.gui.dress import dress
from annotator.gui.icons import icon
from annotator.gui.labels import key_text, label
from annotator.gui.reader.view import ReaderView
from annotator.gui.theme import MEDIUM, SMALL, TIGHT, Theme, scaled
from annotator.records import ClaimRecord

STEPS = 5
SETTLE_MILLISECONDS = 300
NARROW = 440
"""Of the strip, in pixels at the usual size of the interface."""


class TourStrip(QFrame):
    """The words of one step, how many there are, and two buttons."""

    went_on = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self.setProperty("tone", "info")
        self.setAccessibleName(self.tr("Tour"))
        self.count = label("", "small")
        self.words = label("", wrapped=True)
        self.next = QPushButton()
        self.next.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.next.clicked.connect(self.went_on)
        self.close_button = QToolButton()
        self.close_button.setProperty("kind", "bare")
        self.close_button.setAccessibleName(self.tr("End the tour (Esc)"))
        self.close_button.setToolTip(self.close_button.accessibleName())
        self.close_button.clicked.connect(self.ended)
        grid = QGridLayout(self)
        grid.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        grid.setHorizontalSpacing(MEDIUM)
        grid.setVerticalSpacing(TIGHT)
        grid.setColumnStretch(1, 1)
        self._narrow: bool | None = None
        self._arrange(narrow=False)
        self.hide()
        dress(self, self._dressed)

    def _dressed(self, theme: Theme) -> None:
        self.close_button.setIcon(icon("close", theme))
        self.close_button.setIconSize(QSize(scaled(14), scaled(14)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the words would have little room beside the buttons, they stand above them."""
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < scaled(NARROW))

    def _arrange(self, *, narrow: bool) -> None:
        grid = self.layout()
        if narrow == self._narrow or not isinstance(grid, QGridLayout):
            return
        self._narrow = narrow
        for each in (self.count, self.words, self.next, self.close_button):
            grid.removeWidget(each)
        below = 1 if narrow else 0
        if narrow:
            grid.addWidget(self.words, 0, 0, 1, 4)
        else:
            grid.addWidget(self.words, 0, 1)
        grid.addWidget(self.count, below, 0)
        grid.addWidget(self.next, below, 2)
        grid.addWidget(self.close_button, below, 3)

    def show_step(self, number: int, words: str) -> None:
        """Show a step; number: from 1."""
        self.count.setText(self.tr("{number} of {all}").format(number=number, all=STEPS))
        self.words.setText(words)
        self.setAccessibleDescription(words)
        self.next.setText(self.tr("Done") if number == STEPS else self.tr("Next"))
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)


class Tour(QObject):
    """Which step it is, and what takes it on."""

    ended = Signal()
    """For good: the tour does not begin by itself again."""

    def __init__(
        self, strip: TourStrip, reader: ReaderView, tagger: Tagger, opened: OpenArticle, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._strip = strip
        self._reader = reader
        self._tagger = tagger
        self.step = 0
        """From 1; 0 while there is no tour."""
        strip.went_on.connect(self._step_on)
        strip.ended.connect(self.end)
        # An article that opens puts the cursor somewhere by itself.
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MILLISECONDS)
        opened.shown.connect(self._settling.start)
        reader.sentence_changed.connect(lambda _start, _end: None if self.settling else self._done(1))
        tagger.claim_made.connect(lambda: self._done(2))
        opened.marks_changed.connect(lambda _changed, _gone: self._look_at_claim())

    @property
    def settling(self) -> bool:
        """Whether an article was opened just now, and what the cursor does is not a person's doing."""
        return self._settling.isActive()

    def begin(self) -> None:
        """Show the first step."""
        self.step = 1
        self._show()

    def end(self) -> None:
        """Esc, the cross, or the last step: the tour is over for good."""
        if self.step:
            had_focus = self._strip.isAncestorOf(self._strip.focusWidget()) if self._strip.focusWidget() else False
            self.step = 0
            self._strip.hide()
            if had_focus:
                self._reader.setFocus()
            self.ended.emit()

    def _step_on(self) -> None:
        """The button was pressed: what the next step asks for is done in the text."""
        self._reader.setFocus()
        self._go_on()

    def _go_on(self) -> None:
        if self.step >= STEPS:
            self.end()
        else:
            self.step += 1
            self._show()

    def _done(self, step: int) -> None:
        if step == self.step:
            self._go_on()

    def _look_at_claim(self) -> None:
        claim = self._tagger.current_mark()
        if not isinstance(claim, ClaimRecord):
            return
        if claim.speakers:
            self._done(3)
        if claim.topics:
            self._done(4)

    def _show(self) -> None:
        words: tuple[Callable[[], str], ...] = (self._read, self._claim, self._speaker, self._topic, self._last)
        self._strip.show_step(self.step, words[self.step - 1]())

    def _read(self) -> str:
        said = self.tr(
            "Welcome to the sample. {down} and {up} go from sentence to sentence; the outline is your cursor."
        )
        return said.format(down=key_of("next_sentence"), up=key_of("previous_sentence"))

    def _claim(self) -> str:
        said = self.tr("On a sentence in which somebody claims something, press {claim}: it is a claim now.")
        return said.format(claim=key_of("claim"))

    def _speaker(self) -> str:
        said = self.tr("Who says it? Press {speaker}, type the beginning of a name, and {enter}.")
        return said.format(speaker=key_of("speaker"), enter=key_text("Return"))

    def _topic(self) -> str:
        said = self.tr(
            "What is it about? Press {topic} and choose; then {supports} to {unclear} say where the claim stands."
        )
        return said.format(topic=key_of("topic"), supports=key_of("supports"), unclear=key_of("unclear"))

    def _last(self) -> str:
        said = self.tr(
            "Everything is saved, and {undo} takes anything back. {keys} shows all keys, {palette} finds every command."
        )
        return said.format(undo=key_of("undo"), keys=key_of("keys"), palette=key_of("palette"))
