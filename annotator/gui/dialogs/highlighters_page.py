"""A page of the settings: the user's own highlighters, a row each.

Made by the settings dialog. Says by `changed` which highlighters there are; an expression that is none is
told beside its row and kept, so that it can be mended. It searches nothing itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.dress import current_theme, dress
from annotator.gui.icons import icon
from annotator.gui.labels import label
from annotator.gui.language import translated
from annotator.gui.reader.felt_pens import COLOURS, next_colour
from annotator.gui.theme import LARGE, MEDIUM, SMALL, TIGHT, Theme, scaled
from annotator.settings import Highlighter
from annotator.text.finding import MOST_CHARACTERS, Wanted, refusal_of


class HighlighterRow(QWidget):
    """One highlighter: on or off, its words, its options, its colour, and what is wrong with it."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, given: Highlighter) -> None:
        super().__init__()
        self.on = QCheckBox()
        self.on.setAccessibleName(self.tr("Highlighter is on"))
        self.words = QLineEdit()
        self.words.setMaxLength(MOST_CHARACTERS)
        self.words.setPlaceholderText(self.tr("Words, or a regular expression"))
        self.words.setAccessibleName(self.words.placeholderText())
        self.case = self._option("Aa", self.tr("Capital and small letters are told apart"))
        self.whole_words = self._option("[ab]", self.tr("Whole words only"))
        self.expression = self._option(".*", self.tr("The words are a regular expression"))
        self.colour = QComboBox()
        self.colour.setAccessibleName(self.tr("Colour"))
        self.remove = self._option("", self.tr("Remove this highlighter"))
        self.remove.setCheckable(False)
        self.trouble = label("", "warn", wrapped=True)
        self._fill(given)
        self._lay_out()
        self._connect()
        self._check()
        dress(self, self._dressed)

    def _option(self, sign: str, words: str) -> QToolButton:
        made = QToolButton()
        made.setProperty("kind", "bare")
        made.setText(sign)
        made.setCheckable(True)
        made.setAccessibleName(words)
        made.setToolTip(words)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made

    def _fill(self, given: Highlighter) -> None:
        self.on.setChecked(given.on)
        self.words.setText(given.words)
        self.case.setChecked(given.case)
        self.whole_words.setChecked(given.whole_words)
        self.expression.setChecked(given.expression)
        names = (
            self.tr("Pink"), self.tr("Green"), self.tr("Blue"), self.tr("Violet"), self.tr("Orange"), self.tr("Lime"),
        )  # fmt: skip
        for colour, name in zip(COLOURS, names, strict=True):
            self.colour.addItem(name, colour)
        if given.colour not in COLOURS:
            self.colour.addItem(given.colour, given.colour)
        self.colour.setCurrentIndex(self.colour.findData(given.colour))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(TIGHT)
        row.addWidget(self.on)
        row.addWidget(self.words, 1)
        for each in (self.case, self.whole_words, self.expression):
            row.addWidget(each)
        row.addSpacing(TIGHT)
        row.addWidget(self.colour)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(row)
        column.addWidget(self.trouble)

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda _text: self._tell())
        for each in (self.on, self.case, self.whole_words, self.expression):
            each.toggled.connect(lambda _on: self._tell())
        self.colour.currentIndexChanged.connect(lambda _row: self._tell())
        self.remove.clicked.connect(lambda _checked=False: self.removed.emit(self))

    def _dressed(self, theme: Theme) -> None:
        self.remove.setIcon(icon("delete", theme))
        side = QSize(scaled(14), scaled(14))
        self.remove.setIconSize(side)
        self.colour.setIconSize(side)
        for number in range(self.colour.count()):
            self.colour.setItemIcon(number, _pen(str(self.colour.itemData(number)), side))

    def value(self) -> Highlighter:
        """The highlighter as it is now."""
        return Highlighter(
            self.words.text(),
            str(self.colour.currentData()),
            expression=self.expression.isChecked(),
            case=self.case.isChecked(),
            whole_words=self.whole_words.isChecked(),
            on=self.on.isChecked(),
        )

    def _check(self) -> None:
        now = self.value()
        trouble = translated(refusal_of(Wanted(now.words, expression=now.expression))) if now.words.strip() else ""
        if not trouble and "," in now.words and not now.expression:
            # Who writes a list of words means each of them.
            trouble = self.tr("These words are painted where they stand so, with the comma. Give each word a row.")
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.words.setAccessibleDescription(trouble)

    def _tell(self) -> None:
        self._check()
        self.changed.emit()


class HighlightersPage(QWidget):
    """The rows, and a button for one more."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[HighlighterRow] = []
        intro = self.tr("Words that you want to see at a glance, such as “claims” or “according to”. They are painted")
        intro += " " + self.tr("wherever they stand in the text you read; nothing is tagged.")
        self._holder = QVBoxLayout()
        self._holder.setContentsMargins(0, 0, SMALL, 0)
        self._holder.setSpacing(MEDIUM)
        self.nothing = label(self.tr("There is no highlighter yet."), "faint")
        self.add = QPushButton(self.tr("Add a highlighter"))
        self.add.setAutoDefault(False)
        self.add.clicked.connect(lambda _checked=False: self._add_new())
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addLayout(self._holder)
        column.addWidget(self.nothing)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, LARGE, 0, 0)
        page.setSpacing(MEDIUM)
        page.addWidget(label(intro, "soft", wrapped=True))
        page.addWidget(area, 1)

    def show_highlighters(self, highlighters: Sequence[Highlighter]) -> None:
        """Show what the settings say; nothing is told."""
        if [row.value() for row in self.rows] == list(highlighters):
            return
        while self.rows:
            self._drop(self.rows[-1])
        for each in highlighters:
            self._append(each)
        self.nothing.setVisible(not self.rows)

    def _append(self, highlighter: Highlighter) -> HighlighterRow:
        row = HighlighterRow(highlighter)
        row.changed.connect(self._tell)
        row.removed.connect(self._remove)
        self.rows.append(row)
        self._holder.addWidget(row)
        return row

    def _add_new(self) -> None:
        colour = next_colour([row.value() for row in self.rows])
        self._append(Highlighter("", colour)).words.setFocus()
        self._tell()

    def _remove(self, row: HighlighterRow) -> None:
        self._drop(row)
        self.add.setFocus()
        self._tell()

    def _drop(self, row: HighlighterRow) -> None:
        self.rows.remove(row)
        self._holder.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _tell(self) -> None:
        self.nothing.setVisible(not self.rows)
        self.changed.emit([row.value() for row in self.rows])


def _pen(colour: str, size: QSize) -> QIcon:
    picture = QPixmap(size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(current_theme().colour("line"))
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(0, 0, size.width() - 1, size.height() - 1, 4, 4)
    painter.end()
    return QIcon(picture)
