"""The icons of the program: one set (Phosphor), named for what they mean, tinted by the theme.

Called by everything that shows an icon. The icon font is loaded by the first icon and not before.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import msgspec
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from annotator.gui.theme import Theme, mixed

_SHARE = 0.875
"""Of an icon's height that its glyph takes up."""
_PALE = 0.55
"""How far an icon that cannot be used gives way to the colour of thin lines."""
GLYPHS = {
    "accept": "ph.check",
    "add": "ph.plus",
    "affiliation": "ph.identification-card",
    "agreement": "ph.scales",
    "annotate": "ph.highlighter-circle",
    "article": "ph.article",
    "attachment": "ph.paperclip",
    "back": "ph.arrow-left",
    "backup": "ph.shield-check",
    "calendar": "ph.calendar-blank",
    "check": "ph.check",
    "claim": "ph.quotes",
    "clear": "ph.x-circle",
    "close": "ph.x",
    "codebook": "ph.book-bookmark",
    "colour": "ph.palette",
    "comment": "ph.chat-text",
    "copy": "ph.copy",
    "cue": "ph.megaphone-simple",
    "delete": "ph.trash",
    "disagreement": "ph.arrows-out-line-horizontal",
    "down": "ph.caret-down",
    "explore": "ph.compass",
    "export": "ph.export",
    "filter": "ph.funnel",
    "finished": "ph.check-circle",
    "folder": "ph.folder-open",
    "forward": "ph.arrow-right",
    "connect": "ph.database",
    "group": "ph.users-three",
    "help": "ph.question",
    "history": "ph.clock-counter-clockwise",
    "import": "ph.download-simple",
    "info": "ph.info",
    "keys": "ph.keyboard",
    "link": "ph.link-simple",
    "log": "ph.list-dashes",
    "merge": "ph.git-merge",
    "missing": "ph.circle-dashed",
    "more": "ph.dots-three",
    "move": "ph.arrows-out-cardinal",
    "new": "ph.file-plus",
    "note": "ph.note-pencil",
    "open": "ph.folder-open",
    "organisation": "ph.buildings",
    "outlet": "ph.newspaper",
    "palette": "ph.command",
    "passage": "ph.text-align-left",
    "person": "ph.user",
    "proposition": "ph.link",
    "recent": "ph.clock",
    "redo": "ph.arrow-u-up-right",
    "reject": "ph.prohibit",
    "rename": "ph.pencil-simple",
    "review": "ph.checks",
    "sample": "ph.anchor-simple",
    "saved": "ph.check-circle",
    "search": "ph.magnifying-glass",
    "settings": "ph.gear-six",
    "sort": "ph.sort-ascending",
    "speaker": "ph.user-circle",
    "split": "ph.git-branch",
    "statistics": "ph.chart-bar",
    "stop": "ph.stop-circle",
    "theme": "ph.moon",
    "topic": "ph.tag",
    "tree": "ph.tree-structure",
    "undo": "ph.arrow-u-up-left",
    "unfold": "ph.caret-right",
    "unnamed": "ph.user-circle-minus",
    "up": "ph.caret-up",
    "warning": "ph.warning",
    "window": "ph.app-window",
}
"""Meaning -> glyph of the set. A name that is not here is a mistake and raises KeyError."""


def icon(name: str, theme: Theme, token: str = "soft") -> QIcon:
    """An icon by its meaning, in a colour of the theme; pale where its control is disabled.

    token: the name of a colour of the theme ("soft", "accent", "on_accent", "warn", …).
    """
    return _icon(GLYPHS[name], str(getattr(theme, token)), _pale(theme))


def _pale(theme: Theme) -> str:
    """The colour of what cannot be used now: told from the others at a glance, and seen where contrast is asked for."""
    return theme.faint if theme.high_contrast else mixed(theme.colour("faint"), theme.colour("line"), _PALE).name()


@cache
def _icon(glyph: str, colour: str, disabled: str) -> QIcon:
    family, characters = _font()
    return QIcon(_Engine(family, characters[glyph], QColor(colour), QColor(disabled)))


@cache
def _font() -> tuple[str, dict[str, str]]:
    """The family of the icon font, and the character of each glyph.

    Font and table come from the files of QtAwesome. Its module is not imported: it loads the fonts of all
    its sets and a second layer over Qt, 400 ms that the first window would wait for.
    """
    package = find_spec("qtawesome")
    assert package is not None
    assert package.origin is not None
    fonts = Path(package.origin).parent / "fonts"
    font, table = next(fonts.glob("phosphor-[0-9]*.ttf")), next(fonts.glob("phosphor-charmap-*.json"))
    family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(font)))[0]
    codes: dict[str, str] = msgspec.json.decode(table.read_bytes())
    return family, {f"ph.{name}": chr(int(code, 16)) for name, code in codes.items()}


class _Engine(QIconEngine):
    """Paints one character of the icon font at any size, sharp at every scale of the screen."""

    def __init__(self, family: str, character: str, colour: QColor, disabled: QColor) -> None:
        super().__init__()
        self._family, self._character = family, character
        self._colour, self._disabled = colour, disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        font = QFont(self._family)
        font.setPixelSize(max(round(rect.height() * _SHARE), 1))
        painter.setFont(font)
        painter.setPen(self._disabled if mode == QIcon.Mode.Disabled else self._colour)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self._character)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _Engine(self._family, self._character, self._colour, self._disabled)
