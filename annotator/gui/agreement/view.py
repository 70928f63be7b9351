"""The view of agreement: every layer with its interval, what stands behind it, and two ways to take it along.

Opened by `opening.py`, which asks for the figures and for the cases behind a number that was pressed.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from annotator.actions.agreement_report import Compared
from annotator.agreement.definitions import INTERVALS, LAYERS, MEASURES
from annotator.gui.agreement.figures import (
    PAGES,
    Figures,
    Page,
    count,
    figures,
    layer_rows,
)
from annotator.gui.agreement.trend import TrendChart
from annotator.gui.agreement.values import interval_text, value_text
from annotator.gui.dialogs.choosers import Segments
from annotator.gui.dialogs.frame import DesignedDialog, Scrolling
from annotator.gui.labels import label
from annotator.gui.language import counted, filled, tr, translated
from annotator.gui.plain_table import PlainRow, PlainTable
from annotator.gui.theme import LARGE, MEDIUM, SMALL, scaled
from annotator.queries.agreement_cases import Case

LAYERS_WIDTH = 450
NARROW_LAYERS = 230
LEAST_TABLE, LEAST_BELOW_CHART = 108, 80
"""All in pixels at the usual size of the interface."""
MOST_LAYERS = 0.42
"""Of the dialog's width that the list of layers takes."""
ONLY_WHERE_WIDE = (2, 3)
"""Its columns with the interval and the units; they stand beside the large figure as well."""


class Lowest(QStackedWidget):
    """As low as its least height, and higher where there is room: what a table would like would scroll the page."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())


class AgreementView(DesignedDialog):
    """Layers at the left, one layer's figures at the right."""

    cases_wanted = Signal(str, object, object, object)
    """Layer, names of two annotators or None, id of an article or None, id of a topic or None."""
    case_chosen = Signal(str, str)
    """A mark and its article."""
    table_wanted = Signal()
    methods_wanted = Signal()
    gamma_wanted = Signal()

    def __init__(self, compared: Compared, parent: QWidget | None = None) -> None:
        super().__init__(parent, tr("Agreement"))
        self.compared = compared
        self.open_at(1080, 640)
        self.explain(self._sentence())
        row = QHBoxLayout()
        row.setSpacing(LARGE)
        self.layers = PlainTable(tr("Layers"))
        row.addWidget(self.layers)
        row.addWidget(self._side(), 1)
        self.content.addLayout(row, 1)
        self.add_button(tr("Export as CSV…"), self.table_wanted.emit, left=True)
        self.add_button(tr("Page for the methods section…"), self.methods_wanted.emit, left=True)
        self.gamma = self.add_button(tr("Compute γ too"), self._want_gamma, left=True)
        self.add_button(tr("Close"), self.accept, kind="primary", default=False)
        self.layers.selectionModel().currentRowChanged.connect(lambda *_: self.show_layer())
        self.show_compared(compared)
        self.layers.setFocus()

    def show_compared(self, compared: Compared) -> None:
        """Show these figures; the layer stays the chosen one."""
        row = max(self.layers.currentIndex().row(), 0)
        self.compared = compared
        self.layers.show_rows(
            [tr("Layer"), tr("Value"), tr("95 %"), tr("Units")],
            layer_rows(compared),
            widths=(0, 64, 104, 72),
            numbers=(1, 2, 3),
        )
        self._fit()
        self.layers.setCurrentIndex(self.layers.model_.index(row, 0))
        self.show_layer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The list of layers leaves most of the room to the figures; where it is narrow, it names the value alone."""
        wide = scaled(LAYERS_WIDTH) <= self.width() * MOST_LAYERS
        for column in ONLY_WHERE_WIDE:
            self.layers.setColumnHidden(column, not wide)
        self.layers.setFixedWidth(scaled(LAYERS_WIDTH if wide else NARROW_LAYERS))

    def _want_gamma(self) -> None:
        """It stands among the other measures of the claims found."""
        self.gamma.setEnabled(False)
        self.pages.set_value("measures")
        self.layers.setCurrentIndex(self.layers.model_.index(list(LAYERS).index("claims"), 0))
        self.show_layer()
        self.gamma_wanted.emit()

    def _side(self) -> Scrolling:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(self._head())
        self.says = label("", "soft", wrapped=True)
        self.measure = label("", "small", wrapped=True)
        self.trouble = label("", "warn", wrapped=True)
        for each in (self.says, self.measure, self.trouble):
            column.addWidget(each)
        self.pages = Segments(tr("By"), [(page, tr(text)) for page, text in PAGES])
        self.pages.set_value("annotators")
        self.pages.chosen.connect(lambda _page: self.show_layer())
        column.addWidget(self.pages)
        self.trend = TrendChart()
        column.addWidget(self.trend)
        self.table = PlainTable(tr("Figures of the layer"), cells=True)
        self.table.cell_chosen.connect(self._chosen)
        self.empty = label("", "soft", wrapped=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.case_list = PlainTable(tr("Cases, worst first"))
        self.case_list.cell_chosen.connect(self._case_chosen)
        self.stack = Lowest()
        self.stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        for widget in (self.table, self.empty, self.case_list):
            self.stack.addWidget(widget)
        column.addWidget(self.stack, 1)
        self.foot = label("", "small", wrapped=True)
        column.addWidget(self.foot)
        for each in (self.rests, self.says, self.measure, self.trouble, self.foot):
            # As high as the words are at the width that they have, not at the one that Qt would like best.
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            each.setSizePolicy(policy)
        return Scrolling(holder)

    def _head(self) -> QHBoxLayout:
        """The layer's figure, large, beside its name and what it rests on."""
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        self.value = label("", "huge")
        self.title = label("", "title")
        self.rests = label("", "soft", wrapped=True)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.title)
        lines.addWidget(self.rests)
        row.addWidget(self.value)
        row.addLayout(lines, 1)
        return row

    def _sentence(self) -> str:
        if not self.compared.left_out:
            return self._compared_sentence()
        blind = tr("Articles that you read blind are left out until you have finished them: {count}.")
        return f"{self._compared_sentence()} {blind.format(count=count(self.compared.left_out))}"

    def _compared_sentence(self) -> str:
        found = self.compared.figures
        if not found.articles:
            return tr("No two persons worked on the same article yet, so there is nothing to compare.")
        names = ", ".join(found.annotators)
        one = tr("{names}; 1 article that two or more of them worked on.")
        several = tr("{names}; {count} articles that two or more of them worked on.")
        return counted(found.articles, one, several, names=names)

    def layer(self) -> str:
        """The layer that is chosen."""
        row = self.layers.chosen()
        return str(row.key) if row else next(iter(self.compared.figures.layers))

    def show_layer(self) -> None:
        """Show the chosen layer on the chosen page."""
        name = self.layer()
        layer = self.compared.figures.layers[name]
        measure = MEASURES[layer.measure]
        self.title.setText(tr(LAYERS[name].title))
        self.value.setText(value_text(layer.value))
        rests = [interval_text(layer.interval)] if layer.interval else []
        rests.append(counted(layer.units, tr("1 unit"), tr("{count} units")))
        self.rests.setText(" · ".join(rests))
        self.says.setText(tr(LAYERS[name].says))
        source = f" ({measure.source}.)" if measure.source else ""
        self.measure.setText(f"{tr(measure.title)}: {tr(measure.says)}{source}")
        self.trouble.setText(translated(layer.undefined or ""))
        self.trouble.setVisible(bool(layer.undefined))
        page: Page = next(page for page, _ in PAGES if page == self.pages.value())
        shown = figures(self.compared, name, page)
        self._show_figures(shown)
        self.empty.setText(tr("This layer has no figures of that kind."))
        self.stack.setCurrentWidget(self.table if shown.rows else self.empty)
        one = tr("1 is missing: an annotator of the article does not have it.")
        several = tr("{count} are missing: an annotator of the article does not have them.")
        lacking = counted(layer.missing, one, several)
        press = tr("Press a number to see the cases behind it.")
        self.foot.setText(" ".join([*([lacking] if layer.missing else []), press, tr(INTERVALS)]))

    def _show_figures(self, shown: Figures) -> None:
        # Intervals are the longest of the numbers.
        widths = [140, *([112 if shown.points else 88] * (len(shown.headings) - 1))]
        self.table.show_rows(
            shown.headings,
            shown.rows,
            widths=widths,
            numbers=shown.numbers,
            stretch=shown.stretch,
            centred=shown.centred,
        )
        self.stack.setMinimumHeight(scaled(LEAST_BELOW_CHART if shown.points else LEAST_TABLE))
        self.trend.show_points(shown.points)
        self.trend.setVisible(bool(shown.points))

    def _chosen(self, row: int, column: int) -> None:
        page, key = self.pages.value(), self.table.model_.rows[row].key
        if column == 0 or page in ("months", "measures"):
            return
        if page == "annotators":
            other = self.compared.figures.annotators[column - 1]
            if other != key:
                self.cases_wanted.emit(self.layer(), (key, other), None, None)
        elif page == "articles":
            self.cases_wanted.emit(self.layer(), None, key, None)
        else:
            self.cases_wanted.emit(self.layer(), None, None, key)

    # Cases --------------------------------------------------------------------------------------

    def show_cases(self, cases: list[Case], what: str) -> None:
        """The cases behind a number; what: whose or where, for the line above."""
        rows = [
            PlainRow(
                (each.words, each.title, ", ".join(each.annotators), _differs(each)), key=(each.mark, each.article)
            )
            for each in cases
        ]
        self.case_list.show_rows(
            [tr("Words"), tr("Article"), tr("Annotators"), tr("Differs in")], rows, widths=(0, 180, 110, 90)
        )
        self.trend.hide()
        self.empty.setText(tr("They differ nowhere in this layer there."))
        self.stack.setCurrentWidget(self.case_list if rows else self.empty)
        back = tr("Choose a layer or a page to go back to the figures.")
        one, several = tr("1 case; press it to review it."), tr("{count} cases, worst first; press one to review it.")
        self.foot.setText(f"{what}: {counted(len(rows), one, several)} {back}")
        (self.case_list if rows else self.layers).setFocus()

    def _case_chosen(self, row: int, _column: int) -> None:
        mark, article = self.case_list.model_.rows[row].key
        self.case_chosen.emit(mark, article)
        self.accept()


def _differs(case: Case) -> str:
    """In what the versions of a case differ; of a claim that somebody lacks, who that is."""
    if case.kind == "missing" and case.lacking:
        return filled(tr("missing: {names}"), names=", ".join(case.lacking))
    return tr(case.kind)
