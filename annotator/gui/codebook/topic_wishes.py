"""What is asked for on the pages of topics and versions becomes verbs.

Made by the Codebook screen; all its wiring stands in `_connect`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QAbstractItemView, QWidget

from annotator.actions import codebook, topics
from annotator.gui.annotate.choices import topic_choices
from annotator.gui.codebook.book import Book
from annotator.gui.codebook.line_texts import tagged_line
from annotator.gui.codebook.split_dialog import SplitDialog
from annotator.gui.codebook.topics_page import TopicsPage
from annotator.gui.dialogs.confirm import Confirm
from annotator.gui.dialogs.rename import ask_text
from annotator.gui.dress import current_theme
from annotator.gui.jobs import Jobs
from annotator.gui.language import counted, filled
from annotator.gui.picker import Picker, PickerItem
from annotator.model import new_id
from annotator.queries.codebook import TaggedText, marks_about
from annotator.records import TopicRecord
from annotator.store.expecting import as_shown

if TYPE_CHECKING:
    from annotator.queries import Session


_MOST_NAMES = 4
"""Names in one question."""


class TopicWishes(QObject):
    """Connects the page of topics to verbs."""

    def __init__(self, screen: QWidget, jobs: Jobs, book: Book, page: TopicsPage) -> None:
        super().__init__(screen)
        self._screen, self._jobs, self._book, self._page = screen, jobs, book, page
        self.picker: Picker | None = None
        self.dialog: SplitDialog | None = None
        self._connect()

    def _connect(self) -> None:
        tree, editor = self._page.list, self._page.editor
        editor.colour_chosen.connect(lambda id_, colour: self._edit(topics.edit_topic, id_, colour=colour))
        editor.key_chosen.connect(lambda id_, key: self._edit(topics.edit_topic, id_, key=key))
        editor.meaning_changed.connect(self._define)
        editor.part_requested.connect(lambda id_: self._write(codebook.part_topic, id_))
        editor.renamed.connect(lambda id_, name: self._edit(topics.edit_topic, id_, name=name))
        self._page.tagged.kept.connect(self.keep)
        self._page.examples_wanted.connect(lambda id_, words: self._write(codebook.add_examples, id_, words))
        tree.topic_new.connect(self._new)
        tree.topic_renamed.connect(lambda id_, name: self._edit(topics.edit_topic, id_, name=name))
        tree.topic_split_requested.connect(self._split)
        tree.topics_deleted.connect(lambda ids: self._write(topics.delete_topics, ids))
        tree.topics_merge_requested.connect(self._merge)
        tree.topics_moved.connect(lambda ids, parent, place: self._write(topics.move_topics, ids, parent, place))
        tree.topics_place_requested.connect(self._place)
        tree.topics_retired.connect(self._retire)

    def _write(self, verb: Callable[..., Any], *arguments: Any, **more: Any) -> None:
        store = self._jobs.store
        self._jobs.write(lambda: verb(store, *arguments, origin=self, **more))

    def _edit(self, verb: Callable[..., Any], id_: str, **values: Any) -> None:
        store, shown = self._jobs.store, self._book.words.topics.get(id_)
        self._jobs.write(as_shown(shown, lambda: verb(store, id_, origin=self, **values)))

    def keep(self, marks: list[str]) -> None:
        """Marks that were looked at again hold."""
        self._write(codebook.keep_marks, marks)

    def _new(self, name: str, parent: str | None) -> None:
        title = self.tr("New topic")
        name = name or ask_text(self._screen, title, self.tr("Name")) or ""
        while self._is_taken(name, parent):
            # The name is asked for again, as it was typed: whoever made a slip goes on from it.
            title = filled(self.tr("There is a topic “{name}” here already"), name=name)
            name = ask_text(self._screen, title, self.tr("Another name"), name) or ""
        if name:
            store, made = self._jobs.store, new_id()
            self._page.list.filter.clear()
            self._jobs.write(
                lambda: topics.make_topic(store, name, parent=parent or None, topic_id=made, origin=self),
                lambda _: self._page.list.choose_when_there(made),
            )

    def _is_taken(self, name: str, parent: str | None) -> bool:
        siblings = (each for each in self._book.words.topics.values() if each.parent == (parent or None))
        return any(
            each.merged_into is None and each.name.casefold() == " ".join(name.split()).casefold() for each in siblings
        )

    def _define(self, id_: str, which: str, text: str) -> None:
        self._edit(codebook.edit_topic_meaning, id_, **{which: text})

    def _retire(self, ids: list[str]) -> None:
        known = self._book.words.topics
        self._write(codebook.retire_topics, ids, not all(known[id_].retired for id_ in ids))

    def _place(self, ids: list[str]) -> None:
        """Ask what the topics go under: in a large tree that is out of sight."""
        top = PickerItem("", self.tr("At the top"))
        items = [top, *(each for each in self._others(ids) if not self._lies_below(each.id, ids))]
        prompt = self.tr("Move to…")
        self._pick(self._page.list.view, items, prompt, lambda to: self._write(topics.move_topics, ids, to or None))

    def _others(self, ids: list[str]) -> list[PickerItem]:
        # Keys take topics while tagging; here whoever begins to type a name means the name.
        choices = topic_choices([], [], self._book.display())
        return [each._replace(key=None) for each in choices if each.id not in ids]

    def _lies_below(self, id_: str, ids: list[str]) -> bool:
        known, seen = self._book.words.topics, set[str]()
        here: str | None = id_
        while here in known and here not in seen:
            seen.add(here)
            here = known[here].parent
        return bool(seen.intersection(ids))

    def _merge(self, losers: list[str]) -> None:
        self._pick(
            self._page.list.view,
            self._others(losers),
            self.tr("Merge into…"),
            lambda winner: self._ask_merge(losers, winner),
        )

    def _pick(self, view: QAbstractItemView, items: list[PickerItem], prompt: str, take: Callable[[str], None]) -> None:
        box = view.visualRect(view.currentIndex())
        anchor = QRect(view.viewport().mapToGlobal(box.topLeft()), box.size())
        theme = current_theme()
        self.picker = Picker.ask(self._screen, anchor, items, theme=theme, prompt=prompt)
        self.picker.taken.connect(take)

    def _ask_merge(self, loser_ids: list[str], winner_id: str) -> None:
        losers = [self._book.words.topics[each] for each in loser_ids]
        words = self._merge_words(losers, self._book.words.topics[winner_id])
        if Confirm.ask(self._screen, *words, self.tr("Merge")):
            # The winner is what is looked at next; the others are gone from the tree in a moment.
            self._page.list.select(winner_id)
            self._write(codebook.merge_many_topics, loser_ids, winner_id)

    def _merge_words(self, losers: list[TopicRecord], winner: TopicRecord) -> tuple[str, str]:
        ids = {each.id for each in losers}
        marks = sum(self._book.words.topic_counts.get(each, 0) for each in ids)
        below = sum(1 for each in self._book.words.topics.values() if each.parent in ids and each.id not in ids)
        said = self.tr(
            "{marks} marks of everybody about {loser} count for “{winner}” then, and are listed to look at again. "
            "No mark is rewritten, and undo takes it back."
        )
        names = ", ".join(filled(self.tr("“{name}”"), name=each.name) for each in losers[:_MOST_NAMES])
        if len(losers) > _MOST_NAMES:
            names = filled(self.tr("{names} and {count} more"), names=names, count=len(losers) - _MOST_NAMES)
        text = filled(said, marks=marks, loser=names, winner=winner.name)
        if below:
            text += " " + counted(
                below, self.tr("1 topic below it moves along."), self.tr("{count} topics below it move along.")
            )
        return filled(self.tr("Merge {loser} into “{winner}”?"), loser=names, winner=winner.name), text

    def _split(self, id_: str) -> None:
        me = self._book.words.me

        def answer(session: Session) -> tuple[list[TaggedText], list[TaggedText]]:
            return marks_about(session, id_), marks_about(session, id_, annotator_id=me) if me else []

        def agree(name: str, definition: str, marks: list[str]) -> None:
            self._write(codebook.split_topic, id_, name, marks, definition=definition)

        def show(found: tuple[list[TaggedText], list[TaggedText]]) -> None:
            everybody, own = found
            lines = [tagged_line(each) for each in own]
            name = self._book.words.topics[id_].name
            self.dialog = SplitDialog(name, lines, len(everybody) - len(own), self._screen.window())
            self.dialog.agreed.connect(agree)
            self.dialog.open()

        self._jobs.ask(answer, show)
