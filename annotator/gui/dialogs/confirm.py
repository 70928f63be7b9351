"""One designed question: confirm or leave it, or choose among a few ways on.

Called by the window before steps that concern much: undo of a batch, of another article or another day,
removal, and steps in conflict. Tests replace `Confirm.ask` and `Confirm.choose`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtWidgets import QWidget

from annotator.gui.dialogs.frame import DesignedDialog
from annotator.gui.theme import scaled


@dataclass(frozen=True, slots=True)
class Choice:
    """One way on: what is answered, what the button says, and how it looks."""

    answer: str
    text: str
    kind: Literal["", "primary", "danger"] = ""


class Confirm(DesignedDialog):
    """A question with "Cancel" and one or more ways on. `answer` is None until one is chosen."""

    WIDTH = 440
    """Pixels at the usual size of the interface."""

    def __init__(self, parent: QWidget | None, title: str, text: str, choices: Sequence[Choice]) -> None:
        super().__init__(parent, title, text)
        self.answer: str | None = None
        self.setMinimumWidth(scaled(self.WIDTH))
        self.setModal(True)
        dangerous = any(choice.kind == "danger" for choice in choices)
        # Enter never does what cannot be taken back lightly.
        self.cancel = self.add_button(self.tr("Cancel"), self.reject, default=dangerous)
        self.ways = [
            self.add_button(
                choice.text,
                partial(self._chosen, choice.answer),
                kind=choice.kind,
                default=not dangerous and choice.kind == "primary",
            )
            for choice in choices
        ]
        if dangerous:
            self.cancel.setFocus()
        elif self.ways:
            self.ways[-1].setFocus()

    def _chosen(self, answer: str) -> None:
        self.answer = answer
        self.accept()

    @classmethod
    def ask(cls, parent: QWidget | None, title: str, text: str, confirm_label: str, destructive: bool = False) -> bool:
        """Whether the user confirms. title: the question; text: what it will do to how much."""
        kind: Literal["primary", "danger"] = "danger" if destructive else "primary"
        return cls.choose(parent, title, text, [Choice("yes", confirm_label, kind)]) == "yes"

    @classmethod
    def choose(cls, parent: QWidget | None, title: str, text: str, choices: Sequence[Choice]) -> str | None:
        """The answer of the way chosen, None for "Cancel"."""
        dialog = cls(parent, title, text, choices)
        dialog.exec()
        answer = dialog.answer
        dialog.deleteLater()
        return answer
