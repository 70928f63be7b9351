"""The margin names what it draws and counts the rest; in high contrast nothing steps back out of sight."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.gui.agreement.values import value_text
from annotator.gui.codebook.screen import CodebookScreen
from annotator.gui.main_window import MainWindow
from annotator.gui.reader.annotator_lanes import LanePainter
from annotator.gui.reader.decoration import Stripe
from annotator.gui.reader.margin import MOST_STRIPES, named
from annotator.gui.theme import THEMES, Theme, interface_font, mixed, style_sheet_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def stripe(lane: int, first: int = 0, *, above: bool = False) -> Stripe:
    return Stripe(f"t{lane}", first, first + 1, lane, above, False, ("m",))


def test_names_are_those_of_the_stripes_that_are_drawn_and_the_rest_is_counted() -> None:
    many = [stripe(lane) for lane in range(30)]
    drawn, more = named([*reversed(many), stripe(0, 4), stripe(1, 6, above=True)])
    assert [(each.first, each.lane) for each in drawn] == [(0, lane) for lane in reversed(range(MOST_STRIPES))] + [
        (4, 0)
    ]
    assert more == 30 - MOST_STRIPES
    assert named([]) == ([], 0)


def contrast(one: QColor, other: QColor) -> float:
    """As WCAG 2 defines it."""

    def light(colour: QColor) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_in_high_contrast_a_lane_that_steps_back_stays_visible(qtbot: QtBot) -> None:
    for theme in THEMES:
        painter = LanePainter(theme, interface_font())
        for colour in ("#7b58b8", "#2f6fad"):
            ground = theme.colour("card")
            seen = contrast(mixed(ground, QColor(colour), painter._back), ground)
            assert seen >= (3.0 if theme.high_contrast else 1.2), (theme.name, colour)


def test_a_figure_below_nothing_has_a_minus_and_no_hyphen() -> None:
    assert [value_text(value) for value in (0.784, 1.0, -0.05, 0.0, None)] == [".78", "1.00", "−.05", ".00", "–"]


@pytest.mark.parametrize("theme", THEMES, ids=[theme.name for theme in THEMES])
def test_what_a_button_says_is_readable_while_it_cannot_be_pressed(qtbot: QtBot, theme: Theme) -> None:
    button = QPushButton("MMMM")
    button.setProperty("kind", "primary")
    button.setEnabled(False)
    button.setStyleSheet(style_sheet_of(theme))
    qtbot.addWidget(button)
    button.show()
    image = button.grab().toImage()
    ground = image.pixelColor(4, image.height() // 2)
    seen = [image.pixelColor(x, image.height() // 2) for x in range(4, image.width() - 4)]
    assert max(contrast(each, ground) for each in seen) >= 3.0


def test_the_foot_names_the_keys_of_the_page_that_is_shown(window: MainWindow) -> None:
    screen = window.project.screens if window.project else None
    assert screen is not None
    window.show_screen("codebook")
    codebook = screen.shown
    assert isinstance(codebook, CodebookScreen)
    named_keys = {}
    for page in ("topics", "fields", "versions", "speakers"):
        codebook.show_page(page)
        named_keys[page] = [cap.text() for cap, _word in window.status._pairs]
    assert named_keys["versions"] == []
    assert named_keys["speakers"] == ["F2"]
    assert len(named_keys["topics"]) == 3
