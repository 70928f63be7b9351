"""Long work under way: what it does, how far it is, and a button to stop it; several at once.

Placed by the window above the status bar, and told of every `LongWork` that starts. Hidden while there is
none.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from annotator.gui.dress import dress
from annotator.gui.jobs import LongWork
from annotator.gui.labels import ElidedLabel, label
from annotator.gui.theme import MEDIUM, SMALL, TIGHT

BAR_WIDTH = 220


class WorkRow(QWidget):
    """One piece of long work."""

    ended = Signal(object)

    def __init__(self, work: LongWork) -> None:
        super().__init__()
        self.work = work
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        self.title = label(work.title, "title")
        self.what = ElidedLabel("", "soft")
        self.count = label("", "soft")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.bar.setAccessibleName(work.title)
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setAccessibleName(self.tr("Stop: {work}").format(work=work.title))
        self.stop.clicked.connect(self._stop)
        row.addWidget(self.title)
        row.addWidget(self.what, 1)
        row.addWidget(self.count)
        row.addWidget(self.bar)
        row.addWidget(self.stop)
        work.progressed.connect(self._progressed)
        work.ended.connect(self._ended)

    def _progressed(self, done: int, total: int, what: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if not self.stop.isEnabled():
            return
        self.what.setText(what)
        numbers = self.tr("{done} of {total}")
        said = self.locale().toString
        self.count.setText(numbers.format(done=said(done), total=said(total)) if total else "")

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.what.setText(self.tr("Stopping; what was done before stays."))
        self.work.cancel()

    def _ended(self) -> None:
        self.ended.emit(self)


class WorkStrip(QFrame):
    """A row for each piece of work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "work")
        self.setAccessibleName(self.tr("Work under way"))
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        self._rows.setSpacing(TIGHT)
        self.rows: list[WorkRow] = []
        self.hide()
        dress(self)

    def add(self, work: LongWork) -> None:
        """Show a piece of work until it ends."""
        row = WorkRow(work)
        row.ended.connect(self._remove)
        self.rows.append(row)
        self._rows.addWidget(row)
        self.show()

    def _remove(self, row: WorkRow) -> None:
        self.rows.remove(row)
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.setVisible(bool(self.rows))
