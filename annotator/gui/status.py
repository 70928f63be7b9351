"""The bar at the bottom: that every tag is saved and since when, what is here, and the keys that help now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from annotator.gui.dress import dress
from annotator.gui.labels import ElidedLabel, key_cap, label
from annotator.gui.theme import LARGE, MEDIUM, TIGHT, Theme, scaled

HEIGHT = 29
"""In pixels at the usual size of the interface."""
STAY_MILLISECONDS = 8000
PATIENCE_MILLISECONDS = 150
"""A change is on the disk long before; a word that comes and goes with each key would only flicker."""


class Status(QFrame):
    """One line at the foot of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setProperty("kind", "pane")
        self.saved = QLabel(self)
        self.counts = QLabel(self)
        self.said = ElidedLabel("", "small", parent=self)
        self.clock = label("", "small")
        self.clock.setToolTip(self.tr("Your own time; only you see it. Settings turn it off."))
        self.clock.hide()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(STAY_MILLISECONDS)
        self._quiet.timeout.connect(self.hush)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(PATIENCE_MILLISECONDS)
        self._slow.timeout.connect(lambda: self.saved.setText(self.tr("Saving…")))
        for each in (self.saved, self.counts):
            each.setProperty("kind", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, 0, MEDIUM, 0)
        row.setSpacing(LARGE)
        row.addWidget(self.saved)
        row.addWidget(self.counts)
        row.addWidget(self.said, 1)
        row.addWidget(self.clock)
        self._keys = QWidget(self)
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._key_row = QHBoxLayout(self._keys)
        self._key_row.setContentsMargins(0, 0, 0, 0)
        self._key_row.setSpacing(TIGHT)
        self._pairs: list[tuple[QLabel, QLabel]] = []
        self._hints: tuple[tuple[str, str], ...] = ()
        row.addWidget(self._keys)
        dress(self, self._dressed)

    def _dressed(self, _theme: Theme) -> None:
        self.setFixedHeight(scaled(HEIGHT))

    def show_keys(self, hints: Sequence[tuple[str, str]]) -> None:
        """The keys that help on the screen that is shown: (key, word), none where nothing is open."""
        if tuple(hints) == self._hints:
            return
        self._hints = tuple(hints)
        while (item := self._key_row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._pairs = [(key_cap(key), label(word, "small")) for key, word in hints]
        for cap, word in self._pairs:
            self._key_row.addWidget(cap, 0, Qt.AlignmentFlag.AlignVCenter)
            self._key_row.addWidget(word)
            self._key_row.addSpacing(TIGHT)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Whatever a part wants more or less room for, the keys have what is left."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """A sentence goes before the counts, and both before the keys, of which the sheet of keys has all."""
        shown = [each for each in (self.saved, self.clock) if not each.isHidden()]
        room = self.width() - 2 * MEDIUM - sum(each.sizeHint().width() + LARGE for each in shown) - LARGE
        room -= self.said.fontMetrics().horizontalAdvance(self.said.text())
        counts = self.counts.sizeHint().width() + LARGE
        self.counts.setVisible(room >= counts or not self.said.text())
        room -= counts if not self.counts.isHidden() else 0
        for cap, word in self._pairs:
            room -= cap.sizeHint().width() + word.sizeHint().width() + 3 * TIGHT
            for each in (cap, word):
                each.setVisible(room >= 0)

    def say_saved(self, *, read_only: bool = False) -> None:
        """Everything is on the disk, since now."""
        self._slow.stop()
        if read_only:
            self.saved.setText(self.tr("Read-only: nothing can be changed"))
            return
        moment = QLocale().toString(QDateTime.currentDateTime().time(), "HH:mm:ss")
        self.saved.setText(self.tr("✓ Every tag saved, {time}").format(time=moment))

    def say_stopped(self) -> None:
        """Nothing is written any more; the message above says why."""
        self._slow.stop()
        self.saved.setText(self.tr("Writing has stopped"))

    def say_away(self) -> None:
        """The team's database cannot be reached."""
        self._slow.stop()
        self.saved.setText(self.tr("No connection: nothing can be changed now"))

    def hush(self) -> None:
        """What was said is past: something else was done since."""
        self._quiet.stop()
        self.said.setText("")
        self._fit()

    def say_saving(self) -> None:
        """A change is on its way to the disk; said when it takes long enough to be read."""
        self._slow.start()

    def say(self, sentence: str) -> None:
        """A sentence that helps; it goes by itself."""
        self.said.setText(sentence)
        self._fit()
        self._quiet.start()
        event = QAccessibleAnnouncementEvent(self, sentence)
        QAccessible.updateAccessibility(event)

    def show_clock(self, text: str) -> None:
        """How long was worked, and the median time a claim; empty for nothing."""
        self.clock.setText(text)
        self.clock.setVisible(bool(text))

    def show_counts(self, text: str) -> None:
        """What the open article holds."""
        self.counts.setText(text)
        self._fit()

    def clear(self) -> None:
        """No project is open."""
        self._slow.stop()
        self.saved.setText("")
        self.counts.setText("")
        self.show_keys(())
