"""What is asked for in the panel becomes verbs: cards, speakers, topics.

Made by the Annotate screen; all its wiring stands in `_connect`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QColorDialog

from annotator.gui import verbs
from annotator.gui.annotate.card_wishes import CardWishes
from annotator.gui.annotate.lists import Lists
from annotator.gui.commands import COMMANDS
from annotator.gui.jobs import Jobs
from annotator.gui.language import filled
from annotator.gui.panel.panel import Panel
from annotator.gui.panel.tallies import speakers_of, topics_of
from annotator.gui.roles import refusal
from annotator.queries.speakers import MergePreview, merge_preview
from annotator.records import ClaimRecord, MarkRecord
from annotator.store.expecting import as_shown

if TYPE_CHECKING:
    from annotator.gui.codebook.merge_dialog import MergeDialog
    from annotator.gui.panel.speakers_tab import SpeakersTab
    from annotator.gui.panel.topics_tab import TopicsTab


class PanelWishes(QObject):
    """Connects the panel's signals to verbs."""

    def __init__(self, screen: Any, jobs: Jobs, lists: Lists, panel: Panel) -> None:
        super().__init__(screen)
        self._screen = screen
        self._jobs = jobs
        self._lists = lists
        self._panel = panel
        self.dialog: MergeDialog | None = None
        CardWishes(panel.wishes, jobs, lists, lambda: screen.opened.marks, panel.field_rect)
        self._connect()

    def _connect(self) -> None:
        cards = self._panel.wishes
        cards.appearances_requested.connect(self._screen.propositions.list_appearances)
        cards.claim_chosen.connect(self._screen.choose)
        cards.cue_requested.connect(lambda _claim: self._screen.tagger.cue())
        cards.key_typed.connect(self._key_on_card)
        cards.propositions_wanted.connect(self._screen.proposition_list.open)
        cards.proposition_removed.connect(self._screen.propositions.remove)
        cards.proposition_requested.connect(self._screen.propositions.ask)
        cards.refused.connect(self._screen.hint)
        cards.speaker_kind_chosen.connect(lambda id_, kind: self._edit_speaker(id_, kind=kind))
        cards.split_requested.connect(self._screen.many.split)
        cards.tags_copied.connect(self._screen.same_tags.copy)
        cards.tags_wanted.connect(self._screen.same_tags.give)
        cards.many_delete_requested.connect(self._screen.many.ask_delete)
        cards.many_requested.connect(self._screen.many.open_menu)
        self._panel.speakers_made.connect(self._connect_speakers)
        self._panel.topics_made.connect(self._connect_topics)

    def _key_on_card(self, key: str) -> None:
        """A key of the text, pressed while a card has the focus, does what it does in the text."""
        command = next((each.id for each in COMMANDS if each.where == "text" and key in each.keys), None)
        if command is not None:
            self._screen.reader.setFocus()
            self._screen.command_wanted.emit(command)

    def _connect_speakers(self, registry: SpeakersTab) -> None:
        registry.speaker_deleted.connect(lambda id_: self._write(verbs.speakers.delete_speaker, id_))
        registry.speaker_kind.connect(lambda id_, kind: self._edit_speaker(id_, kind=kind))
        registry.speaker_merge_requested.connect(self._merge_speaker)
        registry.speaker_chosen.connect(lambda id_: self._next_of_speaker(id_))
        registry.speaker_new.connect(self._new_speaker)
        registry.speaker_renamed.connect(self._rename_speaker)
        registry.tagging_wanted.connect(self._tag_with_speaker)

    def _connect_topics(self, topic_tree: TopicsTab) -> None:
        topic_tree.topic_colour_requested.connect(self._colour_topic)
        topic_tree.topic_deleted.connect(lambda id_: self._write(verbs.topics.delete_topic, id_))
        topic_tree.topic_merge_requested.connect(self._merge_topic)
        topic_tree.topic_chosen.connect(lambda id_: self._next_mark(lambda mark: id_ in topics_of(mark)))
        topic_tree.topic_new.connect(self._new_topic)
        topic_tree.tagging_wanted.connect(self._tag_with_topic)
        if why := refusal(self._jobs.store, "manage"):
            topic_tree.lock(why)
        topic_tree.topic_renamed.connect(lambda id_, name: self._edit_topic(id_, name=name))

    def _tag_with_speaker(self, speaker: str) -> None:
        """The current claim gets the speaker, by the words selected; without a claim these are a mention."""
        claim, words = self._screen.tagger.current_claim(), self._screen.reader.cursor_state.selection
        if claim is not None:
            self._lists.add_speaker(claim, words, speaker)
        elif words is not None:
            self._lists.tag_mention(words, speaker)
        else:
            self._screen.hint.emit(self.tr("Choose a claim, or select words in the text, first."))

    def _tag_with_topic(self, topic: str) -> None:
        """The current claim gets the topic; without a claim the words selected are a passage about it."""
        claim, words = self._screen.tagger.current_claim(), self._screen.reader.cursor_state.selection
        if claim is not None:
            self._lists.add_topic(claim, topic)
        elif words is not None:
            self._lists.tag_passage(words, topic)
        else:
            self._screen.hint.emit(self.tr("Choose a claim, or select words in the text, first."))

    def _write(self, verb: Callable[..., Any], *arguments: Any, **more: Any) -> None:
        store = self._jobs.store
        self._jobs.write(lambda: verb(store, *arguments, origin=self, **more))

    def _edit_speaker(self, id_: str, **values: Any) -> None:
        store, shown = self._jobs.store, self._screen.lookup.speakers.get(id_)
        self._jobs.write(as_shown(shown, lambda: verbs.speakers.edit_speaker(store, id_, origin=self, **values)))

    def _edit_topic(self, id_: str, **values: Any) -> None:
        store, shown = self._jobs.store, self._screen.lookup.topics.get(id_)
        self._jobs.write(as_shown(shown, lambda: verbs.topics.edit_topic(store, id_, origin=self, **values)))

    def _new_speaker(self, name: str, kind: str) -> None:
        name = name or self._ask_name(self.tr("New speaker"))
        if name:
            self._write(verbs.speakers.make_speaker, name, kind=kind)

    def _ask_name(self, title: str) -> str:
        from annotator.gui.dialogs.rename import ask_text

        return ask_text(self._panel, title, self.tr("Name")) or ""

    def _rename_speaker(self, speaker: str, name: str) -> None:
        """A name that somebody has already may mean the same person: merging is offered."""
        known = self._screen.lookup.speakers.values()
        same = [each for each in known if each.name.casefold() == name.casefold() and each.merged_into is None]
        twin = next((each for each in same if each.id != speaker), None)
        if twin is None:
            self._edit_speaker(speaker, name=name)
            return
        from annotator.gui.dialogs.confirm import Choice, Confirm

        answer = Confirm.choose(
            self._panel,
            self.tr("Merge the two?"),
            filled(self.tr("There is a speaker “{name}” already. Merging makes one of the two."), name=twin.name),
            [Choice("rename", self.tr("Two of that name")), Choice("merge", self.tr("Merge"), "primary")],
        )
        if answer == "merge":
            self._write(verbs.speakers.merge_speakers, speaker, twin.id)
        elif answer == "rename":
            self._edit_speaker(speaker, name=name)

    def _new_topic(self, name: str, parent: str | None) -> None:
        name = name or self._ask_name(self.tr("New topic"))
        if name:
            self._write(verbs.topics.make_topic, name, parent=parent or None)

    def _next_of_speaker(self, speaker: str) -> None:
        """Go to the speaker's next claim, or where they are only mentioned to the next mention."""
        is_claim = partial(_is_claim_of, speaker)
        if not self._next_mark(is_claim):
            self._next_mark(lambda mark: speaker in speakers_of(mark))

    def _next_mark(self, wanted: Callable[[MarkRecord], bool]) -> bool:
        """Go to the next mark of this article that is wanted, from the first again after the last; if there is one."""
        marks = filter(wanted, self._screen.opened.visible())
        ids = [mark.id for mark in sorted(marks, key=lambda mark: (mark.parts[0].start, mark.id))]
        if ids:
            current = self._screen.tagger.current()
            self._screen.choose(ids[(ids.index(current) + 1) % len(ids) if current in ids else 0])
        return bool(ids)

    def _merge_speaker(self, loser: str) -> None:
        def look(winner: str) -> None:
            self._jobs.ask(lambda session: merge_preview(session, loser, winner), self._show_merge)

        self._lists.ask_other_speaker(loser, _row(self._panel.speakers.view), look)

    def _show_merge(self, preview: MergePreview) -> None:
        """What the merge would do, before it is done."""
        from annotator.gui.codebook.merge_dialog import MergeDialog

        dialog = self.dialog = MergeDialog(preview, self._screen.window())

        def look(loser: str, winner: str) -> None:
            self._jobs.ask(lambda session: merge_preview(session, loser, winner), self._show_merge)

        dialog.agreed.connect(lambda loser, winner: self._write(verbs.speakers.merge_speakers, loser, winner))
        dialog.swap_wanted.connect(look)
        dialog.open()

    def _merge_topic(self, loser: str) -> None:
        self._lists.ask_other_topic(
            loser, _row(self._panel.topics.view), lambda winner: self._write(verbs.codebook.merge_topics, loser, winner)
        )

    def _colour_topic(self, topic: str) -> None:
        record = self._screen.lookup.topics.get(topic)
        start = QColor(record.colour or "#4477aa") if record else QColor("#4477aa")
        chosen = QColorDialog.getColor(start, self._panel, self.tr("Colour of the topic"))
        if chosen.isValid():
            self._edit_topic(topic, colour=chosen.name())


def _row(view: QAbstractItemView) -> QRect:
    """Where the chosen row stands on the screen."""
    box = view.visualRect(view.currentIndex())
    return QRect(view.viewport().mapToGlobal(box.topLeft()), box.size())


def _is_claim_of(speaker: str, mark: MarkRecord) -> bool:
    return isinstance(mark, ClaimRecord) and speaker in speakers_of(mark)
