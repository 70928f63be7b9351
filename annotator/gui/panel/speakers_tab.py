"""The speakers: those of the article with the number of their claims, then the rest of the registry.

A tab of the panel. Reports what somebody asks for; merging and choosing among names is the shell's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from annotator.gui.empty_state import EmptyState
from annotator.gui.language import filled
from annotator.gui.panel.delegates import SpeakerDelegate
from annotator.gui.panel.registry_tab import RegistryTab
from annotator.gui.panel.row_painting import ROW_HEIGHT
from annotator.gui.panel.speaker_model import SpeakerModel
from annotator.gui.panel.words import SPEAKER_KINDS, speaker_kind_word
from annotator.gui.rows_view import RowsView
from annotator.gui.theme import Theme, scaled
from annotator.records import SpeakerKind, SpeakerRecord


class SpeakersTab(RegistryTab):
    """The list of speakers."""

    speaker_new = Signal(str, str)
    """Name, kind."""
    speaker_renamed = Signal(str, str)
    speaker_merge_requested = Signal(str)
    speaker_kind = Signal(str, str)
    speaker_deleted = Signal(str)
    speaker_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, model: SpeakerModel | None = None) -> None:
        """model: another than the panel's, where the whole project is counted."""
        view = RowsView(scaled(ROW_HEIGHT))
        self.model = model or SpeakerModel()
        view.setModel(self.model)
        super().__init__(view, SpeakerDelegate(theme, view), EmptyState("speaker", theme), theme, parent)
        view.setAccessibleName(self.tr("Speakers"))
        self.filter.say(self.tr("Filter speakers"))
        self._empty.asked.connect(self._make_new)
        self._build_actions()
        self.watch_rows(self.model)
        self.model.renamed.connect(self.speaker_renamed)
        view.activated.connect(self._choose)
        self._say_empty()

    def _build_actions(self) -> None:
        self.add_action(self.tr("New speaker"), "add", self._make_new, needs_row=False)
        self.add_action(self.tr("Rename"), "rename", self.rename_chosen, shortcut="F2")
        self._kind = self.add_action(self.tr("Kind"), "organisation", self._open_kinds)
        self.add_action(self.tr("Merge into…"), "merge", self.merge_chosen)
        self.add_action(self.tr("Delete"), "delete", self.delete_chosen, shortcut="Del")

    def merge_chosen(self) -> None:
        """Ask for another speaker that the chosen one becomes."""
        self._emit(self.speaker_merge_requested)

    def delete_chosen(self) -> None:
        """Ask for the chosen speaker to be deleted."""
        self._emit(self.speaker_deleted)

    def set_theme(self, theme: Theme) -> None:
        if isinstance(self.view, RowsView):
            self.view.set_row_height(scaled(ROW_HEIGHT))
        super().set_theme(theme)

    def set_speakers(self, speakers: Iterable[SpeakerRecord], counts: Mapping[str, int]) -> None:
        """Show the registry. counts: speaker id -> claims in this article, for those that have any."""
        kept = self.to_choose()
        self.model.set_speakers(speakers, counts)
        self.select(kept)
        self.look_for_wanted()
        self._say_empty()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Other numbers of claims beside the same speakers."""
        kept = self.to_choose()
        self.model.set_counts(counts)
        self.select(kept)

    def narrow(self, query: str) -> None:
        kept = self.chosen()
        self.model.narrow(query)
        self.select(kept)
        self._say_empty()

    def chosen(self) -> str | None:
        """The id of the chosen speaker."""
        row = self.model.row(self.view.currentIndex())
        return row.speaker.id if row is not None and row.speaker is not None else None

    def select(self, id_: str | None) -> None:
        """Choose a speaker and bring it into view."""
        row = self.model.row_of(id_) if id_ else -1
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, 0))
        self.enable_actions()

    def kinds_menu(self) -> QMenu:
        """The kinds of the chosen speaker, its own marked."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        row = self.model.row(self.view.currentIndex())
        for kind in SPEAKER_KINDS:
            action: QAction = menu.addAction(speaker_kind_word(kind))
            action.setCheckable(True)
            action.setChecked(row is not None and row.speaker is not None and row.speaker.kind == kind)
            action.triggered.connect(lambda _checked=False, kind=kind: self._set_kind(kind))
            group.addAction(action)
        return menu

    def _open_kinds(self) -> None:
        box = self.view.visualRect(self.view.currentIndex())
        menu = self.kinds_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(box.bottomLeft()))

    def _set_kind(self, kind: SpeakerKind) -> None:
        id_ = self.chosen()
        if id_ is not None:
            self.speaker_kind.emit(id_, kind)

    def _make_new(self) -> None:
        """What is typed in the filter is the name; without it the shell asks for one."""
        self.speaker_new.emit(self.filter.text().strip(), "person")

    def _emit(self, signal: object) -> None:
        id_ = self.chosen()
        if id_ is not None:
            signal.emit(id_)  # type: ignore[attr-defined]

    def _choose(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None and row.speaker is not None:
            self.speaker_chosen.emit(row.speaker.id)

    def _say_empty(self) -> None:
        typed = self.filter.text().strip()
        if typed:
            title = filled(self.tr("No speaker matches “{words}”"), words=typed)
            self._empty.say(title, "", self.tr("Make this a new speaker"))
        else:
            hint = self.tr("Put the cursor on a claim and press {speaker}, or make one here.")
            self._empty.say(self.tr("No speakers yet"), hint, self.tr("New speaker"))
        self.show_rows(self.model.rowCount() > 0)
