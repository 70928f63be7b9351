"""The settings: name, theme, sizes, reading font, keys, highlighters, and where the data lies.

Opened by the window. Works on a copy; every change is told at once by `changed`, "Put back" returns to
what was when the dialog opened, "Usual values of this page" sets back the page that is shown. It stores
nothing and opens no folder itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.dialogs.choosers import Segments, Stepper
from annotator.gui.dialogs.frame import DesignedDialog, Scrolling
from annotator.gui.dialogs.highlighters_page import HighlightersPage
from annotator.gui.dialogs.keys_page import KeysPage
from annotator.gui.dialogs.reading_preview import ReadingPreview
from annotator.gui.dress import current_theme, dress
from annotator.gui.labels import ElidedLabel, label
from annotator.gui.language import languages
from annotator.gui.reader.typography import Typography
from annotator.gui.theme import LARGE, MEDIUM, SMALL, TIGHT, WIDE, Theme
from annotator.settings import Settings, acting_annotator

USUAL_POINTS = 9.75
"""The size of the interface at 100 %, in points, as the theme sets it."""
PERCENTAGES = (100, 110, 125, 150, 175, 200)
_PAGES: tuple[tuple[str, ...], ...] = (
    ("theme", "language", "interface_size", "show_colleagues", "session_clock"),
    ("reading_font", "reading_size", "line_spacing", "column_width"),
    ("keys",),
)
"""The settings of the first pages that have usual values; names and highlighters are the user's own work."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place where data lies; folder: what the button beside it opens."""

    title: str
    path: str
    folder: Path | None = None


class SettingsDialog(DesignedDialog):
    """Changes are applied as they are made."""

    changed = Signal(object)
    folder_wanted = Signal(object)

    def __init__(
        self,
        settings: Settings,
        places: Sequence[Place] = (),
        parent: QWidget | None = None,
        *,
        ruling_name: str = "",
        topic_keys: Mapping[str, str] | None = None,
    ) -> None:
        """ruling_name: of the environment, which goes before the settings' own while it is set. topic_keys: a key
        of the open project's codebook -> the topic that it takes.
        """
        self._ruling_name = ruling_name
        self._before = deepcopy(settings)
        self.settings = deepcopy(settings)
        self._filling = False
        self.preview = ReadingPreview(current_theme())
        super().__init__(parent, "")
        self.setWindowTitle(self.tr("Settings"))
        self.heading.setText(self.tr("Settings"))
        self.open_at(760, 600)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(Scrolling(self._general()), self.tr("General"))
        self.tabs.addTab(Scrolling(self._reading()), self.tr("Reading"))
        self.keys = KeysPage(self.settings.keys, topic_keys)
        self.keys.changed.connect(lambda keys: self._set("keys", keys))
        self.tabs.addTab(self.keys, self.tr("Keys"))
        self.highlighters = HighlightersPage()
        self.highlighters.changed.connect(lambda those: self._set("highlighters", those))
        self.tabs.addTab(self.highlighters, self.tr("Highlighters"))
        self.tabs.addTab(Scrolling(self._places(places)), self.tr("Where data lies"))
        self.content.addWidget(self.tabs, 1)
        self.defaults = self.add_button(self.tr("Usual values of this page"), self._defaults, left=True)
        self.tabs.currentChanged.connect(lambda _page: self._refresh())
        self.put_back = self.add_button(self.tr("Put back"), self._put_back, left=True)
        self.put_back.setToolTip(self.tr("Return to what was set when this window opened"))
        self.add_button(self.tr("Done"), self.accept, kind="primary", default=True)
        self._fill()

    # Pages ------------------------------------------------------------------------------------------

    def _general(self) -> QWidget:
        page, column, form = _page()
        self.name = QLineEdit()
        self.name.setMaxLength(80)
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.textEdited.connect(lambda text: self._set("annotator", " ".join(text.split())))
        told = self.tr("Colleagues see it on your tags. Tags that you have made keep the name they were made under.")
        if self._ruling_name:
            told = self.tr("ANNOTATOR_NAME in the environment gives this name; it rules while it is set there.")
            self.name.setReadOnly(True)
        self.name.setPlaceholderText(acting_annotator(None, Settings()))
        form.addRow(_beside(self.tr("Your name"), self.name), _explained(self.name, told))
        self.theme = Segments(
            self.tr("Theme"),
            [
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
                ("contrast", self.tr("High contrast")),
                ("contrast_dark", self.tr("High contrast, dark")),
                ("system", self.tr("As the system")),
            ],
        )
        self.theme.chosen.connect(lambda value: self._set("theme", value))
        form.addRow(label(self.tr("Theme")), self.theme)
        self.language = QComboBox()
        self.language.setAccessibleName(self.tr("Language"))
        self.language.addItem(self.tr("As the system"), "")
        for code, name in languages():
            self.language.addItem(name, code)
        self.language.currentIndexChanged.connect(lambda _index: self._set("language", self.language.currentData()))
        told = self.tr("Another language is spoken from the next start on.")
        form.addRow(_beside(self.tr("Language"), self.language), _explained(self.language, told))
        self.interface_size = Segments(
            self.tr("Size of the interface"), [(str(percent), f"{percent} %") for percent in PERCENTAGES]
        )
        self.interface_size.chosen.connect(lambda value: self._set("interface_size", _points(int(value))))
        form.addRow(label(self.tr("Size of the interface")), self.interface_size)
        self.colleagues = QCheckBox(
            self.tr("Show marks of other annotators when a project opens; the sample always does")
        )
        self.colleagues.toggled.connect(lambda on: self._set("show_colleagues", on))
        form.addRow("", self.colleagues)
        self.clock = QCheckBox(self.tr("Show how long I have worked, and the median seconds a claim"))
        self.clock.setToolTip(self.tr("For your own eyes: it is stored nowhere."))
        self.clock.toggled.connect(lambda on: self._set("session_clock", on))
        form.addRow("", self.clock)
        column.addStretch(1)
        return page

    def _reading(self) -> QWidget:
        page, column, form = _page()
        self.font_list = QComboBox()
        self.font_list.setMaxVisibleItems(14)
        self.font_list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.font_list.setMinimumContentsLength(28)
        self.font_list.setAccessibleName(self.tr("Reading font"))
        self.font_list.addItem(self.tr("Usual serif font"), "")
        for family in _reading_families():
            self.font_list.addItem(family, family)
        self.font_list.currentIndexChanged.connect(lambda _row: self._set("reading_font", self.font_list.currentData()))
        form.addRow(_beside(self.tr("Font"), self.font_list), self.font_list)
        self.reading_size = Stepper(self.tr("Size"), (8, 40), 0.5, self.tr("pt"), 1)
        self.reading_size.changed.connect(lambda value: self._set("reading_size", value))
        form.addRow(_beside(self.tr("Size"), self.reading_size), self.reading_size)
        self.line_spacing = Stepper(self.tr("Line spacing"), (1.1, 2.6), 0.05, "", 2)
        self.line_spacing.changed.connect(lambda value: self._set("line_spacing", round(value, 2)))
        form.addRow(_beside(self.tr("Line spacing"), self.line_spacing), self.line_spacing)
        self.column_width = Stepper(self.tr("Width of a line"), (35, 120), 5, self.tr("characters"))
        self.column_width.changed.connect(lambda value: self._set("column_width", int(value)))
        form.addRow(_beside(self.tr("Width of a line"), self.column_width), self.column_width)
        column.addWidget(self.preview, 1)
        return page

    def _places(self, places: Sequence[Place]) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, LARGE, 0, 0)
        column.setSpacing(SMALL)
        intro = self.tr("A project is one file. Nothing is sent anywhere; settings, backups and the log stay here.")
        column.addWidget(label(intro, "soft", wrapped=True))
        for place in places:
            column.addSpacing(MEDIUM)
            column.addWidget(label(place.title, "title"))
            path = ElidedLabel(place.path, "soft", Qt.TextElideMode.ElideMiddle)
            path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(path)
            if place.folder is not None:
                button = QPushButton(self.tr("Open folder"))
                button.setAutoDefault(False)
                button.setAccessibleName(self.tr("Open folder: {place}").format(place=place.title))
                button.clicked.connect(lambda _=False, folder=place.folder: self.folder_wanted.emit(folder))
                column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    # Values -----------------------------------------------------------------------------------------

    def dressed(self, theme: Theme) -> None:
        """The preview wears the theme."""
        self.preview.wear(theme)

    def _set(self, name: str, value: Any) -> None:
        if self._filling or getattr(self.settings, name) == value:
            return
        setattr(self.settings, name, value)
        self._refresh()
        self.changed.emit(deepcopy(self.settings))

    def _fill(self) -> None:
        self._filling = True
        now = self.settings
        self.name.setText(self._ruling_name or now.annotator)
        self.theme.set_value(now.theme)
        self.language.setCurrentIndex(max(self.language.findData(now.language), 0))
        self.interface_size.set_value(str(_percent(now.interface_size)))
        self.colleagues.setChecked(now.show_colleagues)
        self.clock.setChecked(now.session_clock)
        self.font_list.setCurrentIndex(max(self.font_list.findData(now.reading_font), 0))
        self.reading_size.set_value(now.reading_size)
        self.line_spacing.set_value(now.line_spacing)
        self.column_width.set_value(now.column_width)
        self.keys.show_keys(now.keys)
        self.highlighters.show_highlighters(now.highlighters)
        self._filling = False
        self._refresh()

    def _refresh(self) -> None:
        now = self.settings
        self.put_back.setEnabled(now != self._before)
        self.defaults.setEnabled(any(getattr(now, name) != getattr(Settings(), name) for name in self._resettable()))
        self.preview.show_typography(Typography(now.reading_font, now.reading_size, now.line_spacing, now.column_width))

    def _put_back(self) -> None:
        self._take_over(self._before, ("annotator", *chain(*_PAGES), "highlighters"))

    def _defaults(self) -> None:
        self._take_over(Settings(), self._resettable())

    def _resettable(self) -> tuple[str, ...]:
        """The settings that the shown page can set back to their usual values."""
        page = self.tabs.currentIndex()
        return _PAGES[page] if page < len(_PAGES) else ()

    def _take_over(self, source: Settings, names: Iterable[str]) -> None:
        """Take these values from other settings."""
        for name in names:
            setattr(self.settings, name, deepcopy(getattr(source, name)))
        self._fill()
        self.changed.emit(deepcopy(self.settings))


def _beside(words: str, field: QWidget) -> QWidget:
    """The label of a field: level with it, whatever stands below; a form goes by the height of the label."""
    holder, words_ = QWidget(), label(words)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(words_)
    column.addStretch(1)
    dress(holder, lambda _theme: words_.setFixedHeight(field.sizeHint().height()))
    return holder


def _explained(field: QWidget, words: str) -> QVBoxLayout:
    """A field and, close below it, what it means."""
    column = QVBoxLayout()
    column.setSpacing(TIGHT)
    column.addWidget(field)
    column.addWidget(label(words, "small", wrapped=True))
    return column


def _page() -> tuple[QWidget, QVBoxLayout, QFormLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, LARGE, 0, 0)
    column.setSpacing(LARGE)
    form = QFormLayout()
    form.setHorizontalSpacing(WIDE)
    form.setVerticalSpacing(MEDIUM)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    column.addLayout(form)
    return page, column, form


def _reading_families() -> list[str]:
    """Fonts that scale and hold Latin letters; those whose names begin with a dot are the system's own."""
    latin = QFontDatabase.families(QFontDatabase.WritingSystem.Latin)
    return [each for each in latin if not each.startswith(".") and QFontDatabase.isSmoothlyScalable(each)]


def _points(percent: int) -> float:
    """Interface size in points; 0 stands for the usual one."""
    return 0.0 if percent == 100 else round(USUAL_POINTS * percent / 100, 2)


def _percent(points: float) -> int:
    """The nearest percentage on offer."""
    share = (points or USUAL_POINTS) / USUAL_POINTS * 100
    return min(PERCENTAGES, key=lambda percent: abs(percent - share))
