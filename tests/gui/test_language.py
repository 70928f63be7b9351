"""No text of the window is left out of translation: another language is put on, and every screen is read.

The other language is made here: it puts every text between brackets. What then stands in a control without
brackets was written past the translation, unless it is data, a key or a name.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFontComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.cli.window import SCREENS
from annotator.formats import formats
from annotator.gui.main_window import MainWindow
from annotator.queries.articles import article, article_list, article_text
from annotator.queries.registry import speakers, topics
from annotator.settings import Settings
from annotator.store import Store
from tests.gui.test_access import sample, shown

__all__ = ["sample"]

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints|does not support raise", extend=True)
KEYS = re.compile(
    r"(?:(?:Ctrl|Alt|Shift|Meta)\+)*(?:F\d+|Enter|Esc|Delete|Backspace|Space|Tab|Up|Down|Left|Right|Home|End|PgUp|PgDown|.)"
)
NAMES = {"Annotator", "[ab]", r"\d+", "English", "Deutsch", "Inter", "Qt", "α", "LGPL", "MIT"}


class Brackets(QTranslator):
    """A language in which every text stands between brackets."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:  # type: ignore[override]
        return f"⟦{text}⟧" if text.strip() else text


@pytest.fixture
def window(qtbot: QtBot, sample: Path, tmp_path: Path) -> Iterator[MainWindow]:
    brackets = Brackets()
    QCoreApplication.installTranslator(brackets)
    shutil.copyfile(sample, tmp_path / "p.annotator")
    made = MainWindow(Settings(annotator="Ana", theme="light"), at_once=True, keep_settings=False)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show_project(Store.open(tmp_path / "p.annotator", "Ana"))
    made.show()
    yield made
    for dialog in QApplication.topLevelWidgets():
        if dialog is not made:
            dialog.close()
    made.close()
    QCoreApplication.removeTranslator(brackets)


def texts_of(widget: QWidget) -> Iterator[str]:
    """What a control says, shows on hovering, and lets be read out."""
    yield widget.toolTip()
    yield widget.accessibleName()
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox) and not isinstance(widget, QFontComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(number) for number in range(widget.count()))
    if isinstance(widget, QMenu):
        yield widget.title()
    if isinstance(widget, QTableWidget):
        headers = [widget.horizontalHeaderItem(column) for column in range(widget.columnCount())]
        yield from (header.text() for header in headers if header is not None)


def data_of(window: MainWindow, folder: Path) -> str:
    """All that the project itself says, and what names files, fonts and formats."""
    assert window.project is not None
    with window.project.store.read() as session:
        summaries = article_list(session, "Ana")
        said = [article_text(session, each.id) for each in summaries]
        for each in summaries:
            said += [each.title, each.source or "", each.byline or "", each.published or "", each.url or ""]
            said.append(str(article(session, each.id).meta.get("contact")))
        for record in (*speakers(session), *topics(session)):
            said.append(str(record))
    said += [
        *folder.parts,
        "p.jsonl",
        "p.annotator",
        "colleague.jsonl",
        "copy.annotator",
        "articles.csv headline body published paper",
        "Harbour dispute",
        "sample annotator",
        "Ana Ben Consensus Worth checking Contains a figure yes no unsure",
    ]
    said += [f"{each.title} ({each.output_suffix})" for each in formats()]
    return "\n".join(said).casefold()


@pytest.mark.parametrize("screen", SCREENS)
def test_no_text_stands_past_the_translation(window: MainWindow, screen: str, tmp_path: Path) -> None:
    data = data_of(window, tmp_path)
    place = shown(window, screen)
    found: set[str] = set()
    for widget in (place, *place.findChildren(QWidget)):
        if widget.isVisible() or isinstance(widget, QMenu):
            found.update(texts_of(widget))
    for action in place.findChildren(QAction):
        found.update((action.text(), action.toolTip()))
    found.add(place.windowTitle())
    assert [text for text in sorted(found) if not _translated(text, data)] == []


def _translated(text: str, data: str) -> bool:
    plain = text.replace("&", "").split("\t")[0]
    if "⟦" in plain or not re.search(r"[^\W\d_]", plain) or KEYS.fullmatch(plain) or Path(text).is_absolute():
        return True
    words = plain.strip("“”…«»‘’ ").casefold()
    pieces = [piece.strip("“”…() ") for piece in re.split(r" · |, | … |…| – | — |/", words)]
    return plain in NAMES or words in data or all(piece in data or not piece for piece in pieces)
