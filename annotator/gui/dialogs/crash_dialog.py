"""The one calm dialog that is shown when the program itself goes wrong.

Opened by `crash.py`, which imports it then. Its details hold no text of an article.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from annotator.gui.dialogs.frame import DesignedDialog


class CrashDialog(DesignedDialog):
    """One sentence on what happened, one on what to do, the details on request."""

    def __init__(self, details: str, log_file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, "")
        self.setWindowTitle(self.tr("Something went wrong"))
        self.heading.setText(self.tr("Something went wrong"))
        self.explain(
            self.tr(
                "Your tags are saved as you make them, and what was saved stays. You can go on. If it "
                "happens again, close Annotator, open it anew, and send the details below to those who look "
                "after it; they hold no text of your articles."
            )
        )
        self.open_at(620, 400)
        self._log_file = log_file
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.content.addWidget(self.details, 1)
        self.add_button(self.tr("Copy details"), self._copy, left=True)
        self.add_button(self.tr("Open the log"), self._open_log, left=True)
        self.add_button(self.tr("Quit"), self._quit)
        go_on = self.add_button(self.tr("Continue"), self.accept, kind="primary", default=True)
        go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())

    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_file)))

    def _quit(self) -> None:
        self.accept()
        # Closes the windows first, which wait for what is being written.
        QApplication.quit()
