"""The pages of the help: Markdown files of the program, and one page made from the table of commands.

Called by the help viewer. A page's title is its first heading; its place in the list is the number that
its file begins with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt
from PySide6.QtCore import QCoreApplication

from annotator import paths
from annotator.gui.commands import COMMANDS, GROUPS
from annotator.gui.dialogs.keys_sheet import group_text
from annotator.gui.labels import key_text
from annotator.gui.language import spoken
from annotator.gui.theme import Theme

COMMANDS_PAGE = "commands"
_MODIFIERS = ("Ctrl", "Alt", "Shift")
# What the pages write as code and is a key whose name another language or system may have: Ctrl+K, Enter, Shift.
_KEYS = re.compile(r"<code>((?:Ctrl|Alt|Shift)(?:\+[^<\s]+)?|Enter|Esc|Delete|Space|Left|Right|Up|Down)</code>")


@dataclass(frozen=True, slots=True)
class HelpPage:
    """name: by which other pages link to it; html: its content, without colours."""

    name: str
    title: str
    html: str


def help_folder() -> Path:
    """Where the pages lie: those of the window's language, the English ones where it has none."""
    pages = paths.resources() / "help"
    translated = pages / spoken()
    return translated if translated.is_dir() else pages


def help_pages() -> list[HelpPage]:
    """All pages in their order, the commands last."""
    markdown = MarkdownIt("commonmark").enable("table")
    pages = []
    for path in sorted(help_folder().glob("*.md")):
        text = path.read_text(encoding="utf-8")
        title = next(line for line in text.splitlines() if line.startswith("# "))[2:].strip()
        html = _KEYS.sub(lambda found: f"<code>{escape(_as_shown(found[1]))}</code>", str(markdown.render(text)))
        pages.append(HelpPage(path.stem.partition("-")[2], title, _spaced(html)))
    return [*pages, commands_page()]


def _as_shown(keys: str) -> str:
    """Keys as the window's menus name them."""
    if keys in _MODIFIERS:
        return key_text(f"{keys}+A").removesuffix("A").removesuffix("+")
    return key_text(keys)


def _spaced(html: str) -> str:
    """Air in tables and around keys, which Qt's rich text takes from attributes and characters only."""
    html = html.replace("<table>", "<table width='100%' cellspacing='0' cellpadding='4'>")
    return html.replace("<code>", "<code>&nbsp;").replace("</code>", "&nbsp;</code>")


def commands_page() -> HelpPage:
    """Every command with its keys and what it does."""
    title = QCoreApplication.translate("Help", "All commands")
    parts = [f"<h1>{escape(title)}</h1>"]
    for group in GROUPS:
        parts.append(f"<h2>{escape(group_text(group))}</h2><table>")
        for command in COMMANDS:
            if command.group == group:
                keys = dict.fromkeys(key_text(each) for each in command.keys)
                caps = "&nbsp; ".join(f"<code>{escape(each)}</code>" for each in keys)
                parts.append(
                    f"<tr><td width='24%'>{caps}</td><td width='30%'>{escape(command.label)}</td>"
                    f"<td>{escape(command.explanation)}</td></tr>"
                )
        parts.append("</table>")
    return HelpPage(COMMANDS_PAGE, title, _spaced("".join(parts)))


def page_style(theme: Theme, family: str, points: float) -> str:
    """The style sheet of the pages in the colours of the theme. family, points: font of running text."""
    return f"""
    body, p, li, td {{ color: {theme.ink}; font-size: {points:.2f}pt; line-height: 145%; }}
    h1 {{ font-size: {points * 1.75:.2f}pt; font-weight: 700; margin: 0 0 12px 0; }}
    h2 {{ font-size: {points * 1.25:.2f}pt; font-weight: 600; margin: 24px 0 4px 0; }}
    p {{ margin: 8px 0; }}
    li {{ margin: 4px 0; }}
    a {{ color: {theme.accent}; text-decoration: none; }}
    code {{ background: {theme.accentbg}; color: {theme.ink}; font-family: {family}; font-weight: 600; }}
    th {{ color: {theme.soft}; text-align: left; font-weight: 600; }}
    """
