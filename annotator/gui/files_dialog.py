"""Asks for files and folders: the one place that opens a dialog of files. Called by all commands that need one.

The system's own dialog comes where Qt has it; else Qt's, dressed as the program is. It remembers the folder
that was used last. It never looks into a file to tell its kind: to read a project by hand that is open here
would take away the locks that SQLite holds on it (see `store/kept_locks.py`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QDir, QFileInfo, QStandardPaths, QUrl
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QHeaderView, QToolButton, QTreeView, QWidget

from annotator.gui.dress import current_theme
from annotator.gui.icons import icon
from annotator.gui.theme import scaled

WIDTH, HEIGHT = 820, 520
"""Of Qt's own dialog, in logical pixels."""
_BUTTONS = {
    "backButton": "back",
    "forwardButton": "forward",
    "toParentButton": "up",
    "newFolderButton": "add",
    "listModeButton": "passage",
    "detailModeButton": "log",
}
_PLACES = (
    QStandardPaths.StandardLocation.HomeLocation,
    QStandardPaths.StandardLocation.DesktopLocation,
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.DownloadLocation,
)


class FileKinds(QFileIconProvider):
    """Icons and kinds of files by their names alone. It is asked from a thread of Qt's."""

    def __init__(self) -> None:
        super().__init__()
        theme = current_theme()
        # Made here: pictures are made by the window's thread only.
        self._folder, self._file, self._computer = icon("folder", theme), icon("article", theme), icon("window", theme)

    def icon(self, asked: QFileInfo | QFileIconProvider.IconType) -> QIcon:
        """The icon of a file or of a kind of place."""
        if isinstance(asked, QFileInfo):
            return self._folder if asked.isDir() else self._file
        if asked == QFileIconProvider.IconType.File:
            return self._file
        return self._folder if asked == QFileIconProvider.IconType.Folder else self._computer

    def type(self, asked: QFileInfo) -> str:
        """What stands in the column of kinds: the suffix, nothing for a folder."""
        return "" if asked.isDir() else asked.suffix().upper()


class _Last:
    """The folder that was used last."""

    folder: ClassVar[str] = ""


def last_folder() -> str:
    """The folder that was used last, "" before any."""
    return _Last.folder


def begin_in(folder: str) -> None:
    """The folder that was used last when the program ran before."""
    _Last.folder = folder


def open_file(parent: QWidget, title: str, kinds: str, folder: str = "") -> str:
    """Ask for one file; "" when none was chosen. kinds: Qt's list of names and patterns."""
    dialog = _dialog(parent, title, folder, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _chosen(dialog)[0]


def open_files(parent: QWidget, title: str, kinds: str) -> list[str]:
    """Ask for one or more files; none when that was given up."""
    dialog = _dialog(parent, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return [each for each in _chosen(dialog) if each]


def open_folder(parent: QWidget, title: str, folder: str = "") -> str:
    """Ask for a folder; "" when none was chosen."""
    dialog = _dialog(parent, title, folder, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _chosen(dialog)[0]


def save_file(parent: QWidget, title: str, proposal: str, kinds: str, *, ask: bool = True) -> tuple[str, str]:
    """Ask where to write, and as what; ("", "") when that was given up.

    proposal: a name, or a path with its folder. ask: whether a file of that name may be replaced.
    """
    place = Path(proposal)
    dialog = _dialog(parent, title, str(place.parent) if place.is_absolute() else "", kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not ask)
    dialog.selectFile(place.name)
    chosen = _chosen(dialog)[0]
    return (chosen, dialog.selectedNameFilter()) if chosen else ("", "")


def _dialog(parent: QWidget, title: str, folder: str, kinds: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, folder or _Last.folder or QDir.homePath(), kinds)
    dialog.setIconProvider(_kinds(current_theme().name))
    places = [QUrl.fromLocalFile(QStandardPaths.writableLocation(place)) for place in _PLACES]
    dialog.setSidebarUrls([each for each in dict.fromkeys(places) if Path(each.toLocalFile()).is_dir()])
    return dialog


@cache
def _kinds(_theme: str) -> FileKinds:
    """One for each theme; kept, since a dialog does not own it and asks for icons to its end."""
    return FileKinds()


def _dress(dialog: QFileDialog) -> None:
    """Give Qt's own dialog the icons and measures of the program; the system's has no such parts."""
    theme = current_theme()
    for name, meaning in _BUTTONS.items():
        button = dialog.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(icon(meaning, theme))
    table = dialog.findChild(QTreeView, "treeView")
    if table is not None:
        dialog.resize(scaled(WIDTH), scaled(HEIGHT))
        header = table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def _chosen(dialog: QFileDialog) -> list[str]:
    """What was chosen, [""] for nothing; the dialog goes away."""
    _dress(dialog)
    try:
        chosen = dialog.selectedFiles() if dialog.exec() else []
        if chosen:
            # A path may have been typed that leads out of the folder that is shown.
            is_folder = dialog.fileMode() == QFileDialog.FileMode.Directory
            _Last.folder = chosen[0] if is_folder else str(Path(chosen[0]).parent)
        return chosen or [""]
    finally:
        dialog.deleteLater()
