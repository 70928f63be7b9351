"""Imports what is needed later, so that the first look at a screen or a dialog never waits for its code.

Started by the program once its window is there. What holds no window is imported on the helping thread; the
widgets on the window's own, since Qt's classes are not made in two threads at a time, one module at a time
with the events in between. Nothing is imported in front of the first picture, and nothing is built.
"""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from annotator import gui
from annotator.gui.jobs import Background

FIRST_MILLISECONDS = 1500
"""The window is there before, and so is the text that was read last."""
PAUSE_MILLISECONDS = 15

WITHOUT_WIDGETS = (
    "annotator.actions.tagging",
    "annotator.actions.articles",
    "annotator.actions.codebook",
    "annotator.actions.many",
    "annotator.actions.propositions",
    "annotator.actions.resolving",
    "annotator.actions.reviewing",
    "annotator.actions.exchange",
    "annotator.actions.export_check",
    "annotator.actions.codebook_files",
    "annotator.actions.agreement_report",
    "annotator.actions.merging",
    "markdown_it",
)
"""What screens and dialogs ask for that takes longest, in the order in which people come to it."""


class Ahead(QObject):
    """The modules that are left, imported one after another."""

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._steps: list[Callable[[], object]] = [
            _formats,
            *(partial(import_module, each) for each in WITHOUT_WIDGETS),
        ]
        QTimer.singleShot(FIRST_MILLISECONDS, self, self._next)

    def _next(self) -> None:
        if self._steps:
            self._background.look(self._steps.pop(0), lambda _: self._next())
        else:
            self._one_of_widgets()

    def _one_of_widgets(self) -> None:
        name = next((each for each in widget_modules() if each not in sys.modules), None)
        if name is not None:
            import_module(name)
            QTimer.singleShot(PAUSE_MILLISECONDS, self, self._one_of_widgets)


def _formats() -> object:
    from annotator.formats import formats

    return formats()


def widget_modules() -> list[str]:
    """The names of all modules of the window, those with few needs of their own before the screens."""
    names = [each.name for each in pkgutil.walk_packages(gui.__path__, f"{gui.__name__}.")]
    return sorted(names, key=lambda name: (name.endswith(("screen", "_dialog")), name))
