"""The speakers of a project as rows: those of the article first, narrowed by what is typed.

Read by the Speakers tab's view and its delegate. 20,000 rows cost nothing until they are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from annotator.gui.language import counted
from annotator.gui.matching import Narrowing
from annotator.gui.panel.words import speaker_kind_word
from annotator.records import SpeakerRecord

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class SpeakerRow(NamedTuple):
    """A speaker, or the heading of a section when there is none. claims: claims in this article."""

    speaker: SpeakerRecord | None
    claims: int = 0
    heading: str = ""


class SpeakerModel(QAbstractListModel):
    """Rows of speakers. `renamed` reports a name that was typed in place."""

    renamed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._speakers: list[SpeakerRecord] = []
        self._counts: Mapping[str, int] = {}
        self._narrowing: Narrowing | None = None
        """Made in a spare moment or by the first key: the window would stand still while all is done at once."""
        self._spare = QTimer(self, singleShot=True, interval=200)
        self._spare.timeout.connect(self._prepare)
        self._rows: list[SpeakerRow] = []
        self._others: list[SpeakerRecord] = []
        """Speakers without claims here; they follow the rows and become rows when they are looked at."""
        self._query = ""

    def headings(self) -> tuple[str, str]:
        """What stands above those with claims and above the others."""
        return self.tr("In this article"), self.tr("In the project")

    def said_count(self, name: str, kind: str, count: int) -> str:
        """A row as a screen reader says it."""
        one, several = self.tr("{name}, {kind}, 1 claim here"), self.tr("{name}, {kind}, {count} claims here")
        return counted(count, one, several, name=name, kind=kind)

    def set_speakers(self, speakers: Iterable[SpeakerRecord], counts: Mapping[str, int]) -> None:
        """Show these speakers; merged ones are left out. counts: speaker id -> claims in this article."""
        self._speakers = sorted(
            (speaker for speaker in speakers if speaker.merged_into is None),
            key=lambda one: one.name.casefold(),
        )
        self._counts = counts
        self._narrowing = None
        self._spare.start()
        self.narrow(self._query)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Other numbers of claims in this article; the same speakers."""
        self._counts = counts
        self.narrow(self._query)

    def narrow(self, query: str) -> None:
        """Show only what holds every word of the query."""
        self.beginResetModel()
        self._query = query
        found = self._hits(query) if query.strip() else self._speakers
        counts = self._counts
        here = [SpeakerRow(one, counts[one.id]) for one in found if one.id in counts]
        here.sort(key=lambda row: -row.claims)
        self._others = [one for one in found if one.id not in counts] if counts else found
        headings = bool(here and self._others)
        self._rows = [
            *([SpeakerRow(None, heading=self.headings()[0])] if headings else []),
            *here,
            *([SpeakerRow(None, heading=self.headings()[1])] if headings else []),
        ]
        self.endResetModel()

    def _prepare(self) -> Narrowing:
        if self._narrowing is None:
            self._narrowing = Narrowing(
                [
                    " ".join((one.name, *one.aliases, *[held.organisation for held in one.affiliations]))
                    for one in self._speakers
                ]
            )
        return self._narrowing

    def _hits(self, query: str) -> list[SpeakerRecord]:
        return [self._speakers[row] for row in self._prepare().hits(query)]

    def row_of(self, id_: str) -> int:
        """The row of a speaker, -1 where it is not shown."""
        for number, row in enumerate(self._rows):
            if row.speaker is not None and row.speaker.id == id_:
                return number
        for number, one in enumerate(self._others):
            if one.id == id_:
                return len(self._rows) + number
        return -1

    @property
    def total(self) -> int:
        """Speakers in the project."""
        return len(self._speakers)

    def row(self, index: AnyIndex) -> SpeakerRow | None:
        """What stands at an index."""
        number = index.row()
        if 0 <= number < len(self._rows):
            return self._rows[number]
        number -= len(self._rows)
        return SpeakerRow(self._others[number]) if 0 <= number < len(self._others) else None

    # Qt ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows) + len(self._others)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if row.speaker is None:
            return row.heading if role == Qt.ItemDataRole.DisplayRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.speaker.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return ", ".join(row.speaker.aliases) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.said_count(row.speaker.name, speaker_kind_word(row.speaker.kind), row.claims)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None or row.speaker is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, name = self.row(index), str(value).strip()
        if role != Qt.ItemDataRole.EditRole or row is None or row.speaker is None:
            return False
        if name and name != row.speaker.name:
            self.renamed.emit(row.speaker.id, name)
        return True
