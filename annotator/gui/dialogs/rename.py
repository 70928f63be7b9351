"""A small dialog that asks for one line of text: a new name, a title.

Called by the window where something is renamed or named. Tests replace `AskText.ask`.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.gui.dialogs.frame import DesignedDialog
from annotator.gui.labels import label
from annotator.gui.theme import scaled


class AskText(DesignedDialog):
    """One line edit; an empty text cannot be taken."""

    WIDTH = 420

    def __init__(self, parent: QWidget | None, title: str, prompt: str, value: str = "") -> None:
        super().__init__(parent, title)
        self.setModal(True)
        self.setMinimumWidth(scaled(self.WIDTH))
        name = label(prompt, "soft")
        self.line = QLineEdit(value)
        self.line.setAccessibleName(prompt)
        name.setBuddy(self.line)
        self.content.addWidget(name)
        self.content.addWidget(self.line)
        self.content.addStretch(1)
        self.add_button(self.tr("Cancel"), self.reject)
        self.take = self.add_button(self.tr("OK"), self.accept, kind="primary", default=True)
        self.line.textChanged.connect(self._changed)
        self._changed(value)
        self.line.selectAll()
        self.line.setFocus()

    def _changed(self, text: str) -> None:
        self.take.setEnabled(bool(text.strip()))

    def value(self) -> str:
        """The text without white space around it."""
        return self.line.text().strip()

    @classmethod
    def ask(cls, parent: QWidget | None, title: str, prompt: str, value: str = "") -> str | None:
        """The text given, or None when the user leaves it."""
        dialog = cls(parent, title, prompt, value)
        taken = dialog.exec() == cls.DialogCode.Accepted
        text = dialog.value()
        dialog.deleteLater()
        return text if taken and text else None


def ask_text(parent: QWidget | None, title: str, prompt: str, value: str = "") -> str | None:
    """Ask for one line of text. None when the user leaves it."""
    return AskText.ask(parent, title, prompt, value)
