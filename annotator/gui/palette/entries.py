"""What the palette offers: commands with their keys, articles, speakers and topics, as rows to pick.

Called by the palette each time it opens. An entry's id says its kind: "command:find", "article:…". Asks no
database: everything is known to the window already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from annotator.gui.commands import COMMANDS, GROUPS, Command
from annotator.gui.dialogs.keys_sheet import group_text
from annotator.gui.labels import key_text
from annotator.gui.panel.display import Display
from annotator.gui.picker import PickerItem
from annotator.queries.articles import ArticleSummary

Kind = Literal["command", "action", "article", "speaker", "topic"]
MOST_RECENT = 6
"""Rows that stand under "Used last" while nothing is typed."""


class Row(NamedTuple):
    """What an entry shows beside its name. refused: why it cannot be taken now, "" when it can."""

    kind: Kind
    icon: str = ""
    key: str = ""
    refused: str = ""


def entry_id(kind: Kind, id_: str) -> str:
    """The id of an entry."""
    return f"{kind}:{id_}"


def parted(entry: str) -> tuple[str, str]:
    """Kind and id of what an entry stands for."""
    kind, _, id_ = entry.partition(":")
    return kind, id_


def command_entries(why_not: Callable[[Command], str]) -> Iterable[tuple[PickerItem, Row]]:
    """Every command but the palette itself, by group. why_not: why one cannot be run now, "" when it can."""
    for group in GROUPS:
        title = group_text(group)
        for command in COMMANDS:
            if command.group != group or command.id == "palette":
                continue
            refused = why_not(command)
            item = PickerItem(
                entry_id("command", command.id),
                command.label,
                detail=refused,
                aliases=(command.explanation, title),
                section=title,
            )
            key = key_text(command.keys[0]) if command.keys else ""
            yield item, Row("command", command.icon, key, refused)


def action_entries(title: str, actions: Sequence[tuple[QAction, str]]) -> Iterable[tuple[PickerItem, Row]]:
    """What a list of the screen that is shown offers beside the commands; an entry's id is its place there."""
    for number, (action, symbol) in enumerate(actions):
        refused = "" if action.isEnabled() else action.toolTip()
        item = PickerItem(entry_id("action", str(number)), action.text(), detail=refused, section=title)
        yield item, Row("action", symbol, key_text(action.shortcut().toString()), refused)


def article_entries(articles: Sequence[ArticleSummary]) -> Iterable[tuple[PickerItem, Row]]:
    """Every article by its title; outlet and date are quieter words."""
    title = QCoreApplication.translate("Palette", "Articles")
    row = Row("article", "article")
    for each in articles:
        details = " · ".join(filter(None, (each.source, each.published)))
        yield PickerItem(entry_id("article", each.id), each.title, details, section=title), row


def name_entries(display: Display) -> Iterable[tuple[PickerItem, Row]]:
    """Every speaker and topic that was neither merged away nor retired."""
    title = QCoreApplication.translate("Palette", "Speakers")
    row = Row("speaker", "speaker")
    for speaker in display.speakers.values():
        if speaker.merged_into is None:
            entry = entry_id("speaker", speaker.id)
            yield PickerItem(entry, speaker.name, aliases=speaker.aliases, section=title), row
    title, row = QCoreApplication.translate("Palette", "Topics"), Row("topic")
    for topic in display.topics.values():
        if topic.merged_into is None and not topic.retired:
            path, colour = " › ".join(display.topic_path(topic.id)), display.topic_colour(topic.id)
            yield PickerItem(entry_id("topic", topic.id), path, colour=colour, section=title), row


def with_recent(items: Sequence[PickerItem], recent: Sequence[str]) -> list[PickerItem]:
    """The items, those taken last in front of them once more under a heading of their own."""
    by_id: Mapping[str, PickerItem] = {item.id: item for item in items}
    title = QCoreApplication.translate("Palette", "Used last")
    first = [by_id[id_]._replace(section=title) for id_ in recent if id_ in by_id]
    return [*first[:MOST_RECENT], *items]
