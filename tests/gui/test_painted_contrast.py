"""All words of a screen reach AA on what they really stand on, in each palette: screens are painted and measured.

The words and their colours are taken from a drawing that keeps them as words; the ground is what most of the
place is filled with in the picture of the same screen. So pairs count that no table of tokens knows of.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.theme import LIGHT, THEMES, USUAL_SIZE, Theme, apply
from annotator.settings import Settings
from annotator.store import Store
from tests.gui.test_access import sample, shown
from tests.gui.test_nothing_cut import close_dialogs
from tests.gui.test_theme import contrast

__all__ = ["sample"]

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints|does not support raise", extend=True)
SCREENS = ("annotate", "review", "codebook", "agreement", "settings-keys", "palette", "topics")
SVG = "{http://www.w3.org/2000/svg}"


class Words(NamedTuple):
    """x, y: where they begin on their line, in pixels; size: of the letters."""

    text: str
    colour: QColor
    x: float
    y: float
    size: float


def words_of(place: QWidget) -> Iterator[Words]:
    """All words that a widget paints."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(place.size())
    drawing.setViewBox(place.rect())
    drawing.setResolution(place.logicalDpiX())
    place.render(drawing)
    yield from _words(ElementTree.fromstring(buffer.data().data()), "#000000", "1", (1.0, 0.0, 0.0, 1.0, 0.0, 0.0))


def _words(node: ElementTree.Element, fill: str, opacity: str, matrix: tuple[float, ...]) -> Iterator[Words]:
    fill, opacity = node.get("fill", fill), node.get("fill-opacity", opacity)
    if (moved := node.get("transform", "")).startswith("matrix("):
        matrix = tuple(float(each) for each in moved[len("matrix(") : -1].split(","))
    if node.tag == f"{SVG}text" and (node.text or "").strip():
        x, y = float(node.get("x", 0)), float(node.get("y", 0))
        left, base = matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]
        colour = QColor(fill)
        colour.setAlphaF(float(opacity))
        yield Words(node.text or "", colour, left, base, float(node.get("font-size", 13)))
    for child in node:
        yield from _words(child, fill, opacity, matrix)


def ground_of(words: Words, image: QImage) -> QColor | None:
    """What most of the place of these words is filled with; None where they lie outside the picture."""
    columns = range(int(words.x), int(words.x + max(6.0, len(words.text) * words.size * 0.45)), 2)
    lines = range(int(words.y - words.size), int(words.y) + 4, 2)
    inside = [(x, y) for x in columns for y in lines if image.rect().contains(x, y)]
    seen = Counter(image.pixel(x, y) for x, y in inside)
    seen.pop(words.colour.rgb(), None)
    return QColor(seen.most_common(1)[0][0]) if seen else None


def over(colour: QColor, ground: QColor) -> QColor:
    """A colour as it looks on a ground that shines through."""
    share = colour.alphaF()
    parts = zip(colour.getRgbF()[:3], ground.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(top * share + below * (1 - share) for top, below in parts))


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_all_words_of_each_screen_are_readable_where_they_stand(
    qtbot: QtBot, qapp: QApplication, sample: Path, tmp_path: Path, palette: Theme
) -> None:
    shutil.copyfile(sample, tmp_path / "p.annotator")
    sheet, font = qapp.styleSheet(), qapp.font()
    # What it is said to wear already is not put on again, and a test before may have taken the style sheet off.
    apply(qapp, palette, USUAL_SIZE + 1)
    window = MainWindow(Settings(annotator="Ana", theme=palette.name), at_once=True, keep_settings=False)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show_project(Store.open(tmp_path / "p.annotator", "Ana"))
    window.show()
    pale = []
    try:
        for screen in SCREENS:
            place = shown(window, screen)
            image = place.grab().toImage()
            found = list(words_of(place))
            assert len(found) > 10, screen
            for words in found:
                ground = ground_of(words, image)
                if ground is not None and contrast(over(words.colour, ground), ground) < 4.5:
                    pale.append(f"{screen}: {words.text}: {words.colour.name()} on {ground.name()}")
            close_dialogs(window)
    finally:
        window.close()
        apply(qapp, LIGHT)
        qapp.setStyleSheet(sheet)
        qapp.setFont(font)
    assert not pale, "\n".join(pale)
