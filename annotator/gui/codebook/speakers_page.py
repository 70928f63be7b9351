"""The page of speakers: the registry, the editor of the chosen one, and who is likely the same.

Made by the Codebook screen. What is changed becomes a verb here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedWidget, QWidget

from annotator.actions import speakers
from annotator.gui.annotate.choices import everybody
from annotator.gui.codebook.book import Book
from annotator.gui.codebook.form import in_pane
from annotator.gui.codebook.likely_same import LikelySame
from annotator.gui.codebook.line_texts import named_line
from annotator.gui.codebook.merge_dialog import MergeDialog
from annotator.gui.codebook.speaker_editor import SpeakerEditor
from annotator.gui.dialogs.confirm import Confirm
from annotator.gui.dialogs.rename import ask_text
from annotator.gui.dress import current_theme
from annotator.gui.empty_state import EmptyState
from annotator.gui.jobs import Jobs
from annotator.gui.language import counted, filled
from annotator.gui.lines_view import Line
from annotator.gui.panel.speaker_model import SpeakerModel
from annotator.gui.panel.speakers_tab import SpeakersTab
from annotator.gui.panes import Panes
from annotator.gui.picker import Picker
from annotator.gui.theme import Theme
from annotator.model import new_id
from annotator.queries.codebook import TaggedText
from annotator.queries.named_where import marks_naming
from annotator.queries.speakers import Alike, MergePreview, SpeakerCounts, alike, merge_preview
from annotator.records import SpeakerRecord
from annotator.settings import Settings
from annotator.store.expecting import as_shown

PANE_WIDTHS = (340, 600, 380)
"""Pixels."""


class RegistryModel(SpeakerModel):
    """The speakers of the whole project, those named most often first."""

    def headings(self) -> tuple[str, str]:
        return self.tr("Named in the project"), self.tr("Not named by any claim")

    def said_count(self, name: str, kind: str, count: int) -> str:
        one, several = self.tr("{name}, {kind}, 1 claim"), self.tr("{name}, {kind}, {count} claims")
        return counted(count, one, several, name=name, kind=kind)


class SpeakerList(SpeakersTab):
    """The registry with its buttons. Several can be selected, to be merged or deleted as one step."""

    current_changed = Signal(object)
    speakers_merge_requested = Signal(list)
    speakers_deleted = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, model=RegistryModel())
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._tell_chosen())

    def chosen_all(self) -> list[str]:
        """The ids of all who are selected, in the order of the list."""
        rows = sorted({index.row() for index in self.view.selectionModel().selectedIndexes()})
        found = [self.model.row(self.model.index(row, 0)) for row in rows]
        return [each.speaker.id for each in found if each is not None and each.speaker is not None]

    def merge_chosen(self) -> None:
        if ids := self.chosen_all():
            self.speakers_merge_requested.emit(ids)

    def delete_chosen(self) -> None:
        if ids := self.chosen_all():
            self.speakers_deleted.emit(ids)

    def _tell_chosen(self) -> None:
        if not self.is_filling:
            self.current_changed.emit(self.chosen())

    def set_speakers(self, speakers: Iterable[SpeakerRecord], counts: Mapping[str, int]) -> None:
        with self.filling():
            super().set_speakers(speakers, counts)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        with self.filling():
            super().set_counts(counts)


class SpeakersPage(QWidget):
    """Three panes. `opened` carries a line whose mark is to be shown."""

    opened = Signal(object)

    def __init__(self, jobs: Jobs, book: Book, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._book = jobs, book
        self.list = SpeakerList(theme)
        self.editor = SpeakerEditor()
        self.nothing = EmptyState("speaker", theme)
        self.nothing.say(self.tr("No speaker is chosen"), self.tr("Choose one at the left, or make one there."))
        self.alike = LikelySame(theme, settings)
        self._pairs: list[Alike] = []
        self._compared: list[SpeakerRecord] = []
        self.picker: Picker | None = None
        self.dialog: MergeDialog | None = None
        self.middle = QStackedWidget()
        self.panes = Panes()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self.middle.addWidget(self.editor)
        self.middle.addWidget(self.nothing)
        for pane in (in_pane(self.list), self.middle, self.alike):
            self.panes.addWidget(pane)
        self.panes.arrange(PANE_WIDTHS, growing=(1, 2))

    def _connect(self) -> None:
        self._book.speakers_changed.connect(self.refresh)
        self.alike.opened.connect(self._open)
        self.alike.put_away_changed.connect(lambda: self._show_alike(self._pairs))
        self.alike.kept.connect(self._ask_merge_pairs)
        self.editor.changed.connect(lambda id_, values: self._edit(id_, **values))
        self.editor.part_requested.connect(lambda id_: self._write(speakers.part_speaker, id_))
        self.list.arrived.connect(self.editor.aliases.setFocus)
        self.list.current_changed.connect(lambda _id: self._show())
        self.list.speakers_deleted.connect(lambda ids: self._write(speakers.delete_speakers, ids))
        self.list.speaker_kind.connect(lambda id_, kind: self._edit(id_, kind=kind))
        self.list.speakers_merge_requested.connect(self._choose_winner)
        self.list.speaker_new.connect(self._new)
        self.list.speaker_renamed.connect(lambda id_, name: self._edit(id_, name=name))

    def _write(self, verb: Callable[..., Any], *arguments: Any, **more: Any) -> None:
        store = self._jobs.store
        self._jobs.write(lambda: verb(store, *arguments, origin=self, **more))

    def _edit(self, id_: str, **values: Any) -> None:
        store, shown = self._jobs.store, self._book.registry.speakers.get(id_)
        self._jobs.write(as_shown(shown, lambda: speakers.edit_speaker(store, id_, origin=self, **values)))

    def _new(self, name: str, kind: str) -> None:
        name = name or ask_text(self, self.tr("New speaker"), self.tr("Name")) or ""
        if name:
            store, made = self._jobs.store, new_id()
            self.list.filter.clear()
            self._jobs.write(
                lambda: speakers.make_speaker(store, name, kind=kind, speaker_id=made, origin=self),  # type: ignore[arg-type]  # of the list's kinds
                lambda _: self.list.choose_when_there(made),
            )

    # Merging -----------------------------------------------------------------------------------------

    def _choose_winner(self, losers: list[str]) -> None:
        view = self.list.view
        box = view.visualRect(view.currentIndex())
        anchor = QRect(view.viewport().mapToGlobal(box.topLeft()), box.size())
        items = [each for each in everybody(self._book.registry.speakers.values()) if each.id not in losers]
        self.picker = Picker.ask(self, anchor, items, theme=current_theme(), prompt=self.tr("Merge into…"))
        self.picker.taken.connect(lambda winner: self._ask_merge_pairs([(loser, winner) for loser in losers]))

    def ask_merge(self, loser: str, winner: str) -> None:
        """Show what a merge of the two would do, and do it when that is agreed to."""
        self._jobs.ask(lambda session: merge_preview(session, loser, winner), self._show_preview)

    def _open(self, line: Line) -> None:
        if line.mark is not None:
            self.opened.emit(line)
        elif isinstance(line.key, tuple):
            self.ask_merge(*line.key)

    def _ask_merge_pairs(self, pairs: list[tuple[str, str]]) -> None:
        if len(pairs) == 1:
            self.ask_merge(*pairs[0])
            return
        counts = self._book.registry.counts
        claims = sum(counts.get(each, SpeakerCounts()).claims for each in {loser for loser, _ in pairs})
        said = self.tr(
            "The first of each pair counts for the second then, with {claims} claims of everybody. No mark is "
            "rewritten, and undo takes it back in one step."
        ).format(claims=claims)
        title = self.tr("Merge {count} pairs?").format(count=len(pairs))
        if len(winners := {winner for _, winner in pairs}) == 1:
            name = self._book.registry.speakers[winners.pop()].name
            title = filled(self.tr("Merge {count} speakers into “{winner}”?"), count=len(pairs), winner=name)
            said = self.tr(
                "They count for it then, with {claims} claims of everybody, and it is found by their names. No mark "
                "is rewritten, and undo takes it back in one step."
            ).format(claims=claims)
        if Confirm.ask(self, title, said, self.tr("Merge")):
            self._write(speakers.merge_pairs, pairs)

    def _show_preview(self, preview: MergePreview) -> None:
        self.dialog = MergeDialog(preview, self.window())
        self.dialog.agreed.connect(self._merge)
        self.dialog.swap_wanted.connect(self.ask_merge)
        self.dialog.open()

    def _merge(self, loser: str, winner: str) -> None:
        # The winner is what is looked at next; the other is gone from the list in a moment.
        self.list.select(winner)
        self._write(speakers.merge_speakers, loser, winner)

    # Showing -----------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what the book says now, and look for duplicates again."""
        counts = {id_: each.claims for id_, each in self._book.registry.counts.items() if each.claims}
        known = list(self._book.registry.speakers.values())
        if known == self._compared:
            self.list.set_counts(counts)
        else:
            self.list.set_speakers(known, counts)
        if self.list.chosen() is None:
            first = next((row for row in range(self.list.model.rowCount()) if self._is_speaker(row)), None)
            if first is not None:
                self.list.view.setCurrentIndex(self.list.model.index(first, 0))
        self._show()
        if known != self._compared:
            # A second of work for 20,000 speakers, so only when one of them is another.
            self._compared = known
            self._jobs.reckon(lambda: alike(known), self._show_alike, key="alike")

    def _is_speaker(self, row: int) -> bool:
        found = self.list.model.row(self.list.model.index(row, 0))
        return found is not None and found.speaker is not None

    def _show(self) -> None:
        registry = self._book.registry
        speaker = registry.speakers.get(self.list.chosen() or "")
        losers = [each for each in registry.speakers.values() if speaker is not None and each.merged_into == speaker.id]
        counts = registry.counts.get(speaker.id, SpeakerCounts()) if speaker is not None else SpeakerCounts()
        self.editor.show_speaker(speaker, counts, losers)
        self.middle.setCurrentWidget(self.editor if speaker is not None else self.nothing)
        self._ask_where(speaker.id if speaker is not None else None)

    def _ask_where(self, id_: str | None) -> None:
        """Gather the marks that name the chosen speaker."""
        if id_ is None:
            self.alike.set_lines("named", [])
            return
        name = self._jobs.store.annotator

        def show(found: list[TaggedText]) -> None:
            if self.list.chosen() == id_:
                self.alike.set_lines("named", [named_line(each) for each in found])

        self._jobs.ask(lambda session: marks_naming(session, id_, reader=name), show, key="named")

    def _show_alike(self, pairs: list[Alike]) -> None:
        self._pairs = pairs
        self.alike.show_pairs([self._alike_line(each) for each in pairs if self._both_known(each)])

    def _both_known(self, pair: Alike) -> bool:
        return pair.first in self._book.registry.speakers and pair.second in self._book.registry.speakers

    def _alike_line(self, pair: Alike) -> Line:
        registry = self._book.registry
        one, other = registry.speakers[pair.first], registry.speakers[pair.second]
        counts = [registry.counts.get(each.id, SpeakerCounts()).claims for each in (one, other)]
        if counts[0] > counts[1]:
            one, other, counts = other, one, counts[::-1]
        why = {
            "identifier": self.tr("the same identifier"),
            "name": self.tr("{likeness} % alike").format(likeness=round(pair.likeness)),
            "part": self.tr("the one name is within the other"),
            "initials": self.tr("the same initial and last name"),
            "short": self.tr("the first letters of the other"),
        }[pair.why]
        below = self.tr("{why} · claims: {first} and {second}").format(why=why, first=counts[0], second=counts[1])
        return Line(f"{one.name} → {other.name}", below, key=(one.id, other.id))

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        for part in (self.list, self.nothing, self.alike):
            part.set_theme(theme)
        self.editor.fit()
