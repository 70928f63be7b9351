"""The palettes reach the contrast that people need, and the theme dresses every control."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from annotator.gui import theme
from annotator.gui.main_window import MainWindow
from annotator.gui.reader.felt_pens import COLOURS
from annotator.gui.reader.painting import felt, felt_edge
from annotator.gui.theme import CONTRAST, CONTRAST_DARK, DARK, LIGHT, THEMES, Theme
from annotator.settings import Settings


def _luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(first: QColor, second: QColor) -> float:
    """The contrast ratio of WCAG 2.2."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


INTERFACE = ("ink", "soft", "faint", "ok", "warn", "accent")
READING = ("ink", "mention", "cue")
PAIRS = [
    *((text, ground) for text in INTERFACE for ground in ("bg", "pane", "card", "accentbg")),
    *((text, ground) for text in READING for ground in ("card", "claim", "selected", "selection", "hit", "differs")),
    *((text, "accentbg") for text in ("mention", "cue")),
    ("on_accent", "accent"),
]  # fmt: skip


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_is_readable_on_its_ground(palette: Theme, text: str, ground: str) -> None:
    assert contrast(palette.colour(text), palette.colour(ground)) >= 4.5


@pytest.mark.parametrize("palette", [CONTRAST, CONTRAST_DARK], ids=lambda palette: palette.name)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_high_contrast_is_high(palette: Theme, text: str, ground: str) -> None:
    assert contrast(palette.colour(text), palette.colour(ground)) >= 7


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
@pytest.mark.parametrize("colour", COLOURS)
def test_text_is_readable_on_every_highlighter(palette: Theme, colour: str) -> None:
    ground = felt(palette, colour)
    assert min(contrast(palette.colour(text), ground) for text in READING) >= 4.5


@pytest.mark.parametrize("palette", [each for each in THEMES if each.dark], ids=lambda palette: palette.name)
@pytest.mark.parametrize("ground", ["card", "claim", "selected"])
@pytest.mark.parametrize("colour", COLOURS)
def test_highlighters_stand_out_on_a_dark_page_and_on_claims_there(palette: Theme, ground: str, colour: str) -> None:
    assert contrast(felt_edge(palette, colour), palette.colour(ground)) >= 3


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
@pytest.mark.parametrize(
    ("line", "ground"), [("focus", "card"), ("focus", "bg"), ("claim_line", "card"), ("hit_line", "card")]
)
def test_lines_that_carry_meaning_stand_out(palette: Theme, line: str, ground: str) -> None:
    assert contrast(palette.colour(line), palette.colour(ground)) >= 3


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_every_token_is_a_colour(palette: Theme) -> None:
    assert all(palette.colour(field.name).isValid() for field in fields(Theme) if field.name not in ("name", "dark"))


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_the_style_sheet_has_no_open_token(palette: Theme) -> None:
    assert "$" not in theme.style_sheet_of(palette)


def test_apply_dresses_the_application(qapp: QApplication, qtbot: QtBot) -> None:
    button, field = QPushButton("Add"), QLineEdit()
    qtbot.addWidget(button)
    qtbot.addWidget(field)
    theme.apply(qapp, DARK)
    assert qapp.palette().color(QPalette.ColorRole.Base) == DARK.colour("card")
    button.ensurePolished()
    assert button.minimumSizeHint().height() >= 24
    theme.apply(qapp, CONTRAST_DARK)
    assert theme.current_theme() is CONTRAST_DARK
    theme.apply(qapp, LIGHT)
    assert theme.current_theme() is LIGHT
    assert qapp.palette().color(QPalette.ColorRole.Base) == LIGHT.colour("card")


def test_choices_lead_to_palettes(qapp: QApplication) -> None:
    assert theme.theme_for("light") is LIGHT
    assert theme.theme_for("dark") is DARK
    assert theme.theme_for("contrast") is CONTRAST
    assert theme.theme_for("contrast_dark") is CONTRAST_DARK
    assert theme.theme_for("system") in (LIGHT, DARK)


def test_fonts_are_found_even_when_none_of_the_list_is_installed(qapp: QApplication) -> None:
    assert theme.interface_font().pointSizeF() > 0
    assert QFontInfo(QFont(["No Such Face", *theme.READING_FONTS[-1:]])).family()


def test_a_mixed_colour_lies_between(qapp: QApplication) -> None:
    assert theme.mixed(QColor("#000000"), QColor("#ffffff"), 0.0) == QColor("#000000")
    assert theme.mixed(QColor("#000000"), QColor("#ffffff"), 1.0) == QColor("#ffffff")
    assert theme.mixed(QColor("#000000"), QColor("#ffffff"), 0.5).red() in (127, 128)


def test_when_the_system_changes_its_colours_a_window_looks_again_what_to_wear(
    qapp: QApplication, qtbot: QtBot
) -> None:
    window = MainWindow(Settings(annotator="Ana", theme="system"), at_once=True, keep_settings=False)
    qtbot.addWidget(window)
    try:
        # The platform of the tests has no colours of its own: what else the settings say tells that they are read.
        for choice, expected in (("dark", DARK), ("system", theme.theme_for("system"))):
            window.settings.theme = choice
            QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
            assert window.theme is theme.current_theme() is expected
            assert qapp.palette().color(QPalette.ColorRole.Base) == expected.colour("card")
    finally:
        window.close()
        theme.apply(qapp, LIGHT)


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
@pytest.mark.parametrize("enabled", [True, False], ids=["usable", "unusable"])
@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_what_an_empty_field_asks_for_is_readable_as_it_is_painted(
    qtbot: QtBot, palette: Theme, enabled: bool, kind: type[QLineEdit | QPlainTextEdit]
) -> None:
    field = kind()
    qtbot.addWidget(field)
    # Letters without a gap between them: some pixel has their whole colour.
    field.setPlaceholderText("▇▇▇▇▇▇")
    field.setStyleSheet(theme.style_sheet_of(palette))
    field.setEnabled(enabled)
    field.setFixedSize(300, 40)
    field.show()
    image = field.grab().toImage()
    ground = image.pixelColor(image.width() - 20, image.height() // 2)
    painted = [image.pixelColor(x, y) for x in range(8, 60) for y in range(6, image.height() - 6)]
    assert max(contrast(each, ground) for each in painted) >= (7 if palette.high_contrast else 4.5)
