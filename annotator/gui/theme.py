"""The look of every window: two palettes, one scale of spaces, the fonts, one style sheet.

Called once when the program starts and again when the theme changes; painted widgets take their colours
from a `Theme`. Colours are names for what they mean, so that both palettes can serve one style sheet.
All text colours reach WCAG AA (4.5 to 1) on the surfaces that they stand on; a test measures it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from string import Template
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from annotator import paths
from annotator.gui.style_sheet import STYLE_SHEET

ThemeChoice = Literal["light", "dark", "contrast", "contrast_dark", "system"]

SPACES = (4, 8, 12, 16, 24)
"""The only distances in the program, in pixels."""
TIGHT, SMALL, MEDIUM, LARGE, WIDE = SPACES
TITLE_BAR = 32
"""What a desktop puts above a window, in pixels."""
RADIUS = 7
"""Corners of everything that has corners, in pixels."""

INTERFACE_FONTS = ("Inter", "Segoe UI Variable", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans")
READING_FONTS = (
    "Noto Serif",
    "Source Serif 4",
    "Source Serif Pro",
    "Charter",
    "Georgia",
    "Noto Naskh Arabic",
    "Noto Serif Hebrew",
    "Noto Serif Thai",
    "Noto Serif CJK SC",
    "DejaVu Serif",
    "serif",
)


@dataclass(frozen=True, slots=True)
class Theme:
    """One palette. Surfaces: bg, pane, card; text: ink, soft, faint; the rest are meanings."""

    name: Literal["light", "dark", "contrast", "contrast_dark"]
    dark: bool
    bg: str
    pane: str
    card: str
    line: str
    handle: str
    ink: str
    soft: str
    faint: str
    accent: str
    accentbg: str
    on_accent: str
    selection: str
    claim: str
    claim_line: str
    selected: str
    hit: str
    hit_line: str
    differs: str
    mention: str
    cue: str
    ok: str
    warn: str
    focus: str

    @property
    def high_contrast(self) -> bool:
        """Whether it is one of the two palettes in which nothing steps back so far that it is hard to see."""
        return self.name.startswith("contrast")

    def colour(self, token: str) -> QColor:
        """A token of this palette ("ink", "claim_line", …) as Qt's colour."""
        return QColor(str(getattr(self, token)))


LIGHT = Theme(
    name="light",
    dark=False,
    bg="#f6f6f4",
    pane="#fbfbfa",
    card="#ffffff",
    line="#e3e2de",
    handle="#c6c4be",
    ink="#23221f",
    soft="#5f5c55",
    faint="#6d6961",
    accent="#3a5bc7",
    accentbg="#e8edfb",
    on_accent="#ffffff",
    selection="#c9d7fb",
    claim="#fdeec9",
    claim_line="#b97c0a",
    selected="#fbd98a",
    hit="#bfe8e2",
    hit_line="#0f7d73",
    differs="#fad0c0",
    mention="#1f5b98",
    cue="#8f4a12",
    ok="#2a7850",
    warn="#b5443a",
    focus="#3a5bc7",
)

DARK = Theme(
    name="dark",
    dark=True,
    bg="#1b1c1f",
    pane="#202226",
    card="#292b30",
    line="#37393f",
    handle="#565962",
    ink="#e7e5df",
    soft="#b0ada5",
    faint="#a09d95",
    accent="#8fa8f5",
    accentbg="#2b3350",
    on_accent="#151821",
    selection="#34426c",
    claim="#4a3d1c",
    claim_line="#e0ac45",
    selected="#57461a",
    hit="#14514c",
    hit_line="#53cdbf",
    differs="#6b3328",
    mention="#a6cefa",
    cue="#eab07c",
    ok="#62bd8e",
    warn="#ee8b80",
    focus="#8fa8f5",
)


CONTRAST = Theme(
    name="contrast",
    dark=False,
    bg="#ffffff",
    pane="#ffffff",
    card="#ffffff",
    line="#4a4a4a",
    handle="#4a4a4a",
    ink="#000000",
    soft="#1c1c1c",
    faint="#3a3a3a",
    accent="#0b2f9e",
    accentbg="#dfe8ff",
    on_accent="#ffffff",
    selection="#d5e2ff",
    claim="#fff3cf",
    claim_line="#7a4e00",
    selected="#ffdf8a",
    hit="#c6f2ea",
    hit_line="#00594d",
    differs="#ffdcd0",
    mention="#06325f",
    cue="#5c2500",
    ok="#00502c",
    warn="#8c1010",
    focus="#0b2f9e",
)

CONTRAST_DARK = Theme(
    name="contrast_dark",
    dark=True,
    bg="#000000",
    pane="#000000",
    card="#000000",
    line="#b9b9b9",
    handle="#b9b9b9",
    ink="#ffffff",
    soft="#f0f0f0",
    faint="#d6d6d6",
    accent="#a9c4ff",
    accentbg="#12244f",
    on_accent="#000000",
    selection="#1a3062",
    claim="#3a2d00",
    claim_line="#ffcf5c",
    selected="#3f3100",
    hit="#003f38",
    hit_line="#6df0de",
    differs="#571b10",
    mention="#b5d9ff",
    cue="#ffc79a",
    ok="#7fe0ab",
    warn="#ffaba3",
    focus="#ffe14d",
)

THEMES: tuple[Theme, ...] = (LIGHT, DARK, CONTRAST, CONTRAST_DARK)


def theme_for(choice: ThemeChoice) -> Theme:
    """The palette for a choice in the settings; "system" asks the desktop, light where it does not say."""
    if choice == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return next(theme for theme in THEMES if theme.name == choice)


def current_theme() -> Theme:
    """The theme that the application wears now; light before it wears any."""
    application = QApplication.instance()
    name = application.property(_THEME) if application is not None else None
    return next((theme for theme in THEMES if theme.name == name), LIGHT)


USUAL_SIZE = 9.75
"""Of the interface, in points: 13 pixels at 100 % on every system, and it follows the screen's scale."""
_SIZE = "interface size"
_THEME = "theme"
_WORN = "theme and size worn"


def apply(application: QApplication, theme: Theme, size: float = 0.0) -> None:
    """Dress the whole application: Fusion as the base, palette, font and style sheet of the theme.

    size: of the interface's font in points; 0 for the usual one. What it wears already is left alone: Qt
    would look at every widget again. Cheapest before there is any.
    """
    dress = f"{theme.name} {size or USUAL_SIZE}"
    if application.property(_WORN) == dress:
        return
    application.setProperty(_WORN, dress)
    application.setProperty(_SIZE, size or USUAL_SIZE)
    application.setProperty(_THEME, theme.name)
    application.setStyle(QStyleFactory.create("Fusion"))
    application.setPalette(palette_of(theme))
    application.setFont(interface_font())
    application.setStyleSheet(style_sheet_of(theme))


def interface_font() -> QFont:
    """The font of menus, lists and labels: Inter where it is installed, else the system's."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if _has_inter():
        font.setFamilies(list(INTERFACE_FONTS))
    application = QApplication.instance()
    size = application.property(_SIZE) if application is not None else None
    font.setPointSizeF(float(size or USUAL_SIZE))
    return font


@cache
def _has_inter() -> bool:
    """Asked once: each look for a font costs as much as making a widget."""
    return QFontInfo(QFont("Inter")).family() == "Inter"


def interface_scale() -> float:
    """How large the interface is beside its usual size: 1.0, 1.5, 2.0; painted parts grow with it."""
    application = QApplication.instance()
    size = application.property(_SIZE) if application is not None else None
    return float(size or USUAL_SIZE) / USUAL_SIZE


def scaled(pixels: float) -> int:
    """A length that holds letters, as long as the interface is large. pixels: at the usual size."""
    return round(pixels * interface_scale())


def style_sheet_of(theme: Theme) -> str:
    """The style sheet with the theme's colours filled in."""
    pictures = (paths.resources() / "theme").as_posix()
    tick = scaled(14)
    ring = scaled(5)
    # With its border of a pixel the mark of a choice is two pixels wider than its inside, chosen or not.
    # A line of letters: a layout makes nothing lower than what the style sheet says.
    sizes = {
        "least": max(18, scaled(16)),
        "icon": scaled(16),
        "drop": scaled(22),
        "tick": tick,
        "round": (tick + 2) // 2,
    }
    sizes |= {"ring": ring, "dot": tick + 2 - 2 * ring}
    tone = "dark" if theme.dark else "light"
    # Where all is strong in colour, the form tells what cannot be pressed.
    unable = "dashed" if theme.high_contrast else "solid"
    words = {"pictures": pictures, "tone": tone, "unable": unable}
    return Template(STYLE_SHEET).substitute(asdict(theme), radius=RADIUS, **words, **sizes)


def palette_of(theme: Theme) -> QPalette:
    """Qt's palette for what no style sheet reaches: painted views, dialogs of the system, links."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.bg,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.card,
        QPalette.ColorRole.AlternateBase: theme.pane,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.faint,
        QPalette.ColorRole.Button: theme.pane,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.BrightText: theme.warn,
        QPalette.ColorRole.ToolTipBase: theme.card,
        QPalette.ColorRole.ToolTipText: theme.ink,
        QPalette.ColorRole.Highlight: theme.selection,
        QPalette.ColorRole.HighlightedText: theme.ink,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.Light: theme.card,
        QPalette.ColorRole.Midlight: theme.pane,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Dark: theme.line,
        QPalette.ColorRole.Shadow: theme.line,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(disabled, role, QColor(theme.faint))
    return palette


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """A colour between two: `share` 0 is the first, 1 the second."""
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )
