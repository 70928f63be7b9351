"""The icons of the program: one set (Phosphor), named for what they mean, tinted by the theme.

Called by everything that shows an icon. The icon font is loaded by the first icon and not before, since
that takes longer than building a window.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QIcon

from annotator.gui.theme import Theme

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
    "database": "ph.database",
    "delete": "ph.trash",
    "disagreement": "ph.arrows-out-line-horizontal",
    "down": "ph.caret-down",
    "explore": "ph.compass",
    "export": "ph.export",
    "filter": "ph.funnel",
    "finished": "ph.check-circle",
    "folder": "ph.folder-open",
    "forward": "ph.arrow-right",
    "group": "ph.users-three",
    "help": "ph.question",
    "history": "ph.clock-counter-clockwise",
    "import": "ph.download-simple",
    "info": "ph.info",
    "keys": "ph.keyboard",
    "link": "ph.link-simple",
    "log": "ph.list-dashes",
    "merge": "ph.git-merge",
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
    """An icon by its meaning, in a colour of the theme; faint where its control is disabled.

    token: the name of a colour of the theme ("soft", "accent", "on_accent", "warn", …).
    """
    return _icon(GLYPHS[name], str(getattr(theme, token)), theme.faint)


@cache
def _icon(glyph: str, colour: str, disabled: str) -> QIcon:
    # Imported here: loading the icon fonts takes some 200 ms, which the first window does not wait for.
    import qtawesome

    made: QIcon = qtawesome.icon(glyph, color=colour, color_disabled=disabled)
    return made
