"""The recent projects as a list: name, folder, date; those that are gone can be taken off.

Called by the welcome screen. `looked_up` asks the disk and may be called on any thread; the list itself
asks nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QDate, QDateTime, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.dates import day_in_words, moment_in_words
from annotator.gui.icons import icon
from annotator.gui.labels import ElidedLabel, label
from annotator.gui.theme import SMALL, TIGHT, Theme, scaled


@dataclass(frozen=True, slots=True)
class RecentProject:
    """One project opened before. address: path or URL as stored; when: last change, None if unknown."""

    address: str
    name: str
    folder: str
    when: datetime | None = None
    missing: bool = False


def looked_up(addresses: Iterable[str]) -> list[RecentProject]:
    """What the disk says about the addresses. A database server is not asked; a password is not shown."""
    return [_on_server(each) if "://" in each else _on_disk(each) for each in addresses]


def _on_server(address: str) -> RecentProject:
    parts = urlsplit(address)
    return RecentProject(address, parts.path.strip("/") or address.split(":", 1)[0], parts.hostname or "")


def _on_disk(address: str) -> RecentProject:
    path = Path(address)
    folder = str(path.parent)
    home = str(Path.home())
    if folder == home or folder.startswith(home + "/"):
        folder = "~" + folder[len(home) :]
    try:
        when = datetime.fromtimestamp(path.stat().st_mtime)
    except OSError:
        return RecentProject(address, path.stem, folder, missing=True)
    return RecentProject(address, path.stem, folder, when)


_BUTTON = 28
"""Side of the button that takes a project off, in pixels at the usual size of the interface."""


class _Row(QWidget):
    """One project: name and date above, folder below, the remove button at the end."""

    def __init__(self, project: RecentProject) -> None:
        super().__init__()
        self.project = project
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(SMALL, SMALL, TIGHT, SMALL)
        row.setSpacing(SMALL)
        lines = QVBoxLayout()
        lines.setSpacing(TIGHT)
        lines.addWidget(ElidedLabel(project.name, "faint" if project.missing else "title"))
        lines.addWidget(ElidedLabel(project.folder, "small", Qt.TextElideMode.ElideMiddle))
        row.addLayout(lines, 1)
        row.addWidget(label(self._said(), "small"))
        self.remove = QToolButton()
        self.remove.setProperty("kind", "bare")
        self.remove.setToolTip(self.tr("Take off this list; the file is not touched"))
        self.remove.setAccessibleName(self.tr("Take {project} off the list").format(project=project.name))
        row.addWidget(self.remove)
        # The labels let the mouse through to the list, so that a click anywhere chooses the row.
        for each in self.findChildren(QLabel):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _said(self) -> str:
        when = self.project.when
        if self.project.missing:
            return self.tr("not there now")
        if when is None:
            return ""
        day = QDate(when.year, when.month, when.day)
        if day == QDate.currentDate():
            return moment_in_words(QDateTime.fromSecsSinceEpoch(int(when.timestamp())))
        return day_in_words(day, short=True)

    def height_needed(self) -> int:
        """In pixels, under the style sheet that the row wears by now."""
        for each in self.findChildren(QWidget):
            each.ensurePolished()
        self._row.invalidate()
        return self._row.sizeHint().height() + 2 * SMALL

    def wear(self, theme: Theme) -> None:
        """Put on the theme's icon."""
        self.remove.setIcon(icon("close", theme, "faint"))
        self.remove.setIconSize(QSize(scaled(16), scaled(16)))
        self.remove.setFixedSize(scaled(_BUTTON), scaled(_BUTTON))


class RecentProjects(QListWidget):
    """Enter or a click opens, Delete takes off."""

    chosen = Signal(str)
    forgotten = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Recent projects"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setSpacing(1)
        self._theme: Theme | None = None
        self.itemClicked.connect(lambda item: self._open(item))

    def show_projects(self, projects: Sequence[RecentProject]) -> None:
        """Show these, in this order."""
        self.clear()
        for project in projects:
            item = QListWidgetItem()
            row = _Row(project)
            item.setData(Qt.ItemDataRole.UserRole, project)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._spoken(project))
            item.setToolTip(project.address if "://" not in project.address else project.folder)
            self.addItem(item)
            self.setItemWidget(item, row)
            item.setSizeHint(QSize(0, row.height_needed()))
            row.remove.clicked.connect(lambda _=False, each=project: self.forgotten.emit(each.address))
            if self._theme is not None:
                row.wear(self._theme)
        if self.count():
            self.setCurrentRow(0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its rows, so that a short list stays a short list."""
        rows = sum(self.sizeHintForRow(number) + 2 for number in range(self.count()))
        return QSize(super().sizeHint().width(), rows + 2 * SMALL)

    def _spoken(self, project: RecentProject) -> str:
        text = f"{project.name}, {project.folder}"
        return self.tr("{project}, not there now").format(project=text) if project.missing else text

    def wear(self, theme: Theme) -> None:
        """Put on the theme's icons."""
        self._theme = theme
        for number in range(self.count()):
            row = self.itemWidget(self.item(number))
            if isinstance(row, _Row):
                row.wear(theme)

    def _open(self, item: QListWidgetItem) -> None:
        project: RecentProject = item.data(Qt.ItemDataRole.UserRole)
        if not project.missing:
            self.chosen.emit(project.address)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete takes off, all else as in every list."""
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(item)
        elif item is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.forgotten.emit(item.data(Qt.ItemDataRole.UserRole).address)
        else:
            super().keyPressEvent(event)
