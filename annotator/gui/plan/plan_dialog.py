"""The plan: deal articles out, give some to be read again, see and take back what is planned.

Opened by `opening.py`. It proposes and shows; nothing is written before Assign is pressed.
"""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.actions.planning import Proposed, deal, deal_again
from annotator.errors import InvalidValue
from annotator.gui.dialogs.choosers import Segments, Stepper
from annotator.gui.dialogs.frame import DesignedDialog, emptied
from annotator.gui.labels import label
from annotator.gui.language import counted, translated
from annotator.gui.plain_table import PlainRow, PlainTable
from annotator.gui.plan.planned import again_rows, planned_rows, proposed_rows
from annotator.gui.theme import LARGE, SMALL, TIGHT, scaled
from annotator.queries.compared import AGAIN
from annotator.queries.plan import DONE, PlannedArticle, PlanOverview

MOST_SEED = 9999
SETTINGS_WIDTH = 300
"""Of what is chosen at the left, in pixels at the usual size of the interface."""
LEAST_FOR_OUTLETS = 500
"""Of the rest, in pixels at the usual size of the interface."""
MOST_SETTINGS = 0.4
"""Of the dialog's width."""


class PlanDialog(DesignedDialog):
    """What to do at the left, what would come of it at the right."""

    assigned = Signal(object)
    """The assignments that were agreed to."""
    withdrawn = Signal(str, str)
    """An article and an annotator whose assignments are to be taken back."""

    def __init__(self, overview: PlanOverview, me: str, parent: QWidget | None = None) -> None:
        """me: the name of who works here, a candidate from the first article on."""
        super().__init__(parent, "")
        self.setWindowTitle(self.tr("Plan"))
        self.heading.setText(self.tr("Who reads what"))
        self.open_at(1000, 640)
        self.overview = overview
        self.proposed: list[Proposed] = []
        self._me = me
        self.kind = Segments(
            self.tr("What to plan"),
            [
                ("deal", self.tr("Deal out")),
                ("again", self.tr("Read again")),
                ("planned", self.tr("What is planned")),
            ],
        )
        self.kind.set_value("deal")
        self.kind.chosen.connect(lambda _kind: self.propose())
        self.content.addWidget(self.kind)
        row = QHBoxLayout()
        row.setSpacing(LARGE)
        self.settings = QWidget()
        self.settings.setFixedWidth(SETTINGS_WIDTH)
        self._add_settings(QVBoxLayout(self.settings))
        row.addWidget(self.settings)
        row.addLayout(self._side(), 1)
        self.content.addLayout(row, 1)
        self.withdraw = self.add_button(self.tr("Take back"), self._withdraw, left=True)
        self.add_button(self.tr("Close"), self.reject)
        self.assign = self.add_button(self.tr("Assign"), self._assign, kind="primary", default=True)
        self.show_overview(overview)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settings.setFixedWidth(min(scaled(SETTINGS_WIDTH), round(self.width() * MOST_SETTINGS)))
        self._fit()

    def _fit(self) -> None:
        """Where the table is narrow, titles are worth more than outlets."""
        narrow = self.width() - self.settings.width() < scaled(LEAST_FOR_OUTLETS)
        for column in range(self.table.model_.columnCount()):
            self.table.setColumnHidden(column, narrow and column == 1 and self.kind.value() != "planned")

    def _add_settings(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(label(self.tr("Readers"), "section"))
        self._people = QVBoxLayout()
        # Level with the boxes below.
        self._people.setContentsMargins(0, TIGHT, 0, TIGHT)
        self._people.setSpacing(TIGHT)
        self._people.setAlignment(Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        holder.setLayout(self._people)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(holder)
        area.setAccessibleName(self.tr("Readers"))
        column.addWidget(area, 1)
        self.boxes: dict[str, QCheckBox] = {}
        self.free = QCheckBox(self.tr("Only articles that nobody has yet"))
        self.free.setChecked(True)
        self.free.toggled.connect(lambda _on: self.propose())
        column.addWidget(self.free)
        self.share_title = label("", "section")
        column.addWidget(self.share_title)
        self.share = Stepper(self.tr("Share in per cent"), (0, 100), 5, "%")
        self.share.set_value(20)
        self.share.changed.connect(lambda _value: self.propose())
        column.addWidget(self.share)
        self.spread = label(self.tr("Drawn at random, from every outlet its share."), "small", wrapped=True)
        column.addWidget(self.spread)
        self.blind = QCheckBox(self.tr("Blind until finished"))
        self.blind.setToolTip(self.tr("Who reads with another does not see the other’s marks before having finished."))
        self.blind.setChecked(True)
        self.blind.toggled.connect(lambda _on: self.propose())
        column.addWidget(self.blind)
        column.addWidget(label(self.tr("Seed: the same one deals the same"), "section"))
        self.seed = Stepper(self.tr("Seed"), (1, MOST_SEED), 1, "")
        self.seed.set_value(1)
        self.seed.changed.connect(lambda _value: self.propose())
        column.addWidget(self.seed)

    def _side(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SMALL)
        self.table = PlainTable(self.tr("What would be assigned"), cells=True)
        column.addWidget(self.table, 1)
        self.foot = label("", "soft", wrapped=True)
        column.addWidget(self.foot)
        return column

    # What it shows ------------------------------------------------------------------------------

    def show_overview(self, overview: PlanOverview) -> None:
        """Show the plan as it is now."""
        self.overview = overview
        names = [each.name for each in overview.people if not each.name.endswith(AGAIN)]
        names = names if self._me in names else [*names, self._me]
        chosen = {name for name, box in self.boxes.items() if box.isChecked()} if self.boxes else set(names)
        emptied(self._people)
        self.boxes = {}
        for name in names:
            box = QCheckBox(name)
            box.setChecked(name in chosen)
            box.toggled.connect(lambda _on: self.propose())
            self.boxes[name] = box
            self._people.addWidget(box)
        self.propose()

    def readers(self) -> list[str]:
        """Names of those who are ticked."""
        return [name for name, box in self.boxes.items() if box.isChecked()]

    def propose(self) -> None:
        """Work out what is wanted, and show it."""
        kind = self.kind.value()
        again = kind == "again"
        self.settings.setVisible(kind != "planned")
        self.assign.setVisible(kind != "planned")
        self.withdraw.setVisible(kind == "planned")
        self.free.setVisible(not again)
        self.blind.setVisible(not again)
        self.share_title.setText(
            self.tr("Of one’s own finished articles") if again else self.tr("Read by two persons, of all articles")
        )
        self.proposed = []
        if kind == "planned":
            self._show_planned()
            return
        try:
            self.proposed = self._dealt_again() if again else self._dealt()
            self._show_proposed(again)
        except InvalidValue as error:
            self._show([], [], translated(str(error)))
        self.assign.setEnabled(bool(self.proposed))

    def _dealt(self) -> list[Proposed]:
        assigned = {article for (article, _), cell in self.overview.cells.items() if cell.purposes}
        some = [each for each in self.overview.articles if not self.free.isChecked() or each.id not in assigned]
        share, seed = self.share.value() / 100, int(self.seed.value())
        return deal(some, self.readers(), share=share, seed=seed, blind=self.blind.isChecked())

    def _dealt_again(self) -> list[Proposed]:
        cells, wanted = self.overview.cells, set(self.readers())
        finished: dict[str, list[PlannedArticle]] = {}
        for person in self.overview.people:
            if person.name in wanted:
                finished[person.name] = [
                    each
                    for each in self.overview.articles
                    if (cell := cells.get((each.id, person.id))) is not None and cell.state in DONE
                ]
        return deal_again(finished, share=self.share.value() / 100, seed=int(self.seed.value()))

    def _show_proposed(self, again: bool) -> None:
        rows = again_rows(self.overview, self.proposed) if again else proposed_rows(self.overview, self.proposed)
        load = Counter(each.annotator for each in self.proposed)
        double = len({each.article for each in self.proposed if each.purpose == "double"})
        said = ", ".join(f"{name}: {number}" for name, number in sorted(load.items()))
        if not self.proposed:
            said = self.tr("There is nothing to deal out.")
        elif double:
            said += ". " + counted(
                double, self.tr("1 article is read by two."), self.tr("{count} articles are read by two.")
            )
        if again and self.proposed:
            said += ". " + self.tr(
                "To read again, choose the name with “(again)” in Settings; it is compared with the first."
            )
        self._show([self.tr("Article"), self.tr("Outlet"), self.tr("Readers")], rows, said)

    def _show_planned(self) -> None:
        headings = [self.tr("Article"), *(each.name for each in self.overview.people)]
        rows = planned_rows(self.overview)
        said = self.tr("Choose a cell to take its assignment back; tags stay.") if rows else ""
        self._show(headings, rows, said or self.tr("Nothing is assigned to anybody yet."))

    def _show(self, headings: list[str], rows: list[PlainRow], said: str) -> None:
        planned = self.kind.value() == "planned"
        widths = (0, *([130] * (len(headings) - 1))) if planned else (0, 160, 130)
        behaviour = QAbstractItemView.SelectionBehavior
        self.table.setSelectionBehavior(behaviour.SelectItems if planned else behaviour.SelectRows)
        self.table.show_rows(headings, rows, widths=widths)
        self.table.say_instead("" if rows else said)
        self._fit()
        self.foot.setText(said if rows else "")

    # What it does -------------------------------------------------------------------------------

    def _assign(self) -> None:
        if self.proposed:
            self.assigned.emit(self.proposed)

    def _withdraw(self) -> None:
        row, column = self.table.chosen(), self.table.currentIndex().column()
        if row is not None and column > 0:
            self.withdrawn.emit(str(row.key), self.overview.people[column - 1].id)
