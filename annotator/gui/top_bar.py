"""The bar at the top of the window: the project's name, the menus, what is done most, and who works here.

Made by the main window out of its actions; holds no logic of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QKeyEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QMenuBar, QToolButton, QWidget

from annotator.gui.actions import Actions
from annotator.gui.commands import BY_ID, COMMANDS
from annotator.gui.dress import current_theme, dress
from annotator.gui.icons import icon
from annotator.gui.labels import ElidedLabel, key_text
from annotator.gui.language import filled
from annotator.gui.palette.search_button import SearchButton
from annotator.gui.panel.card_painting import ink_on
from annotator.gui.screen_tabs import ScreenTabs
from annotator.gui.screens import SCREENS
from annotator.gui.theme import MEDIUM, SMALL, TIGHT, Theme, scaled
from annotator.records import initials

# Title of a menu -> its commands in order; None is a line between.
MENUS: tuple[tuple[str, tuple[str | None, ...]], ...] = (
    ("Project", ("new", "open", "connect", "sample", None, "import", "export", "import_codebook",
                 "export_codebook", "merge", "backup", None, "history", "settings", None, "close", "quit")),
    ("Articles", ("add", "add_folder", None, "finish", "nothing_article", "next_article", "previous_article", None,
                  "article_details", "plan", "remove_article")),
    ("Tagging", ("claim", "part", "speaker", "resolve", "cue", "topic", None, "role", "supports", "opposes", "neutral",
                 "unclear", "no_stance", None, "direct", "indirect", "mixed", "paraphrase", None,
                 "certainty", "proposition", "note", "edit", "done")),
    ("Marks", ("undo", "redo", None, "next_mark", "previous_mark", "overlap", None, "end_right", "end_left",
               "start_right", "start_left", "take_out", None, "other_speaker", "other_topic", "same_tags", "copy_tags",
               None, "occurrences", "propositions", "appearances", None, "copy", "copy_source", "nothing", "delete")),
    ("Review", ("next_disagreement", "previous_disagreement", "skip", None, "accept", "amend", "reject", "accept_why",
                "amend_why", "reject_why", None, "comment", "codebook_question", "third_opinion", None, "hide_names",
                "accept_all", "review_overview", "decided_differently")),
    ("View", ("palette", "annotate", "review", "codebook", "codebook_fields", "codebook_versions", "registry", None,
              "find", "find_next", "find_previous",
              "highlight", "highlighters", None,
              "articles_pane", "panel_pane", "colleagues", "agreement", None, "larger", "smaller", "normal_size")),
    ("Help", ("help", "keys", "tour", None, "log", "about")),
)  # fmt: skip
BUTTONS = ("undo", "redo", "add", "import", "export")
ICON_SIZE = 18
BADGE_SIZE = 27
BUTTON_WIDTH = 30
HEIGHT = 46
LEAST_NAME = 64
"""All in pixels at the usual size of the interface."""


class TopBar(QFrame):
    """Project, menus, buttons and badge."""

    name_wanted = Signal()
    """The badge was pressed: the name that it stands for is to be changed."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setProperty("kind", "pane")
        self._actions = actions
        self.project = ElidedLabel("", "title", parent=self)
        self.menus = QMenuBar(self)
        self.menus.setNativeMenuBar(False)
        self.tabs = ScreenTabs(self)
        for each in SCREENS:
            command = BY_ID[each.id]
            self.tabs.add(each.id, actions[each.id], command.label)
        self.search = SearchButton(actions["palette"], self)
        self.badge = QToolButton(self)
        self.badge.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.badge.clicked.connect(self.name_wanted)
        self._badge_colour = ""
        self._named = False
        self.buttons = [self._button(actions[each]) for each in BUTTONS]
        self._fill_menus()
        self._lay_out()
        self.take_keys()
        dress(self, self._dressed)

    def _dressed(self, _theme: Theme) -> None:
        self.setFixedHeight(scaled(HEIGHT))
        side = scaled(ICON_SIZE)
        for button in self.buttons:
            button.setIconSize(QSize(side, side))
            # Before its icon is there, a button would want room for its name.
            button.setFixedWidth(scaled(BUTTON_WIDTH))
        self.badge.setFixedSize(scaled(BADGE_SIZE), scaled(BADGE_SIZE))
        self._colour_badge()
        self._fit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, 0, MEDIUM, 0)
        row.setSpacing(TIGHT)
        row.addWidget(self.project, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.menus, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(SMALL)
        row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(SMALL)
        row.addStretch(100)
        for button in self.buttons:
            row.addWidget(button)
        row.addSpacing(SMALL)
        row.addWidget(self.search, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(SMALL)
        row.addWidget(self.badge)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Whatever a part of the bar wants more or less room for, the width is shared out anew."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Share the width out: the name gives way first, then the search's words, then the buttons from the last.

        All that goes is found elsewhere: the name in the window's title, the buttons in the menus, the search
        behind its glass. Keys of the tabs and the last menus give way when even that is not enough.
        """
        search, glass = self.search.sizeHint().width(), self.search.minimumSizeHint().width()
        if not self._named:
            # Nothing but menus stands beside it.
            alone = self.width() - 2 * MEDIUM - 4 * SMALL - self.menus.sizeHint().width()
            self.search.setFixedWidth(search if alone >= search else glass)
            return
        room = self.width() - 2 * MEDIUM - 3 * SMALL - (len(self.buttons) + 5) * TIGHT - scaled(BADGE_SIZE)
        room -= self.menus.sizeHint().width() + self.tabs.sizeHint().width()
        buttons = len(self.buttons) * scaled(BUTTON_WIDTH)
        self.project.setVisible(room - search - buttons >= scaled(LEAST_NAME))
        wanted = self.project.fontMetrics().horizontalAdvance(self.project.text()) + scaled(SMALL)
        self.project.setFixedWidth(min(wanted, max(room - search - buttons, scaled(LEAST_NAME))))
        self.search.setFixedWidth(search if room - search - buttons >= 0 else glass)
        for number, each in enumerate(self.buttons, 1):
            each.setVisible(room - glass >= number * scaled(BUTTON_WIDTH))

    def take_keys(self) -> None:
        """The keys as they are now, on the tabs."""
        for each in SCREENS:
            keys = BY_ID[each.id].keys
            self.tabs.show_key(each.id, key_text(keys[0]) if keys else "")
        keys = BY_ID["palette"].keys
        self.search.show_key(key_text(keys[0]) if keys else "")
        self._fit()

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setProperty("kind", "bare")
        button.setAccessibleName(action.text())
        return button

    def _fill_menus(self) -> None:
        titles = {
            "Project": self.tr("Project"),
            "Articles": self.tr("Articles"),
            "Tagging": self.tr("Tagging"),
            "Marks": self.tr("Marks"),
            "Review": self.tr("Review"),
            "View": self.tr("View"),
            "Help": self.tr("Help"),
        }
        for title, entries in MENUS:
            menu = self.menus.addMenu(titles[title])
            menu.setToolTipsVisible(True)
            self._fill(menu, entries)
            commands = [entry for entry in entries if entry is not None]
            menu.aboutToShow.connect(partial(self._actions.grey, commands))
            menu.aboutToHide.connect(partial(self._actions.wake, commands))

    def _fill(self, menu: QMenu, entries: Sequence[str | None]) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[entry])

    def show_project(self, name: str) -> None:
        """The name of the open project; empty on the welcome screen."""
        self.project.setText(name)
        self._named = bool(name)
        self.project.setVisible(self._named)
        for button in self.buttons:
            button.setVisible(self._named)
        self.badge.setVisible(bool(name))
        self.tabs.set_open(bool(name))
        self._fit()

    def show_annotator(self, name: str, colour: str) -> None:
        """Who works here, as a badge."""
        self.badge.setText(initials(name))
        self.badge.setToolTip(filled(self.tr("You work as {name}. Press to change it."), name=name))
        self.badge.setAccessibleName(filled(self.tr("Your name: {name}"), name=name))
        self._badge_colour = colour
        self._colour_badge()

    def _colour_badge(self) -> None:
        if self._badge_colour:
            ink, radius = ink_on(QColor(self._badge_colour)).name(), scaled(BADGE_SIZE) // 2
            # Of the button alone: its tooltip looks like any other.
            self.badge.setStyleSheet(
                f"QToolButton {{ background: {self._badge_colour}; color: {ink}; border: none; padding: 0;"
                f" min-height: 0; border-radius: {radius}px; font-weight: 600; font-size: {scaled(11)}px; }}"
                f"QToolButton:hover, QToolButton:focus {{ border: 2px solid {current_theme().focus}; padding: 0; }}"
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the buttons for the text, as everywhere."""
        if event.key() == Qt.Key.Key_Escape:
            self._actions["annotate"].trigger()
        else:
            super().keyPressEvent(event)

    def wear_icons(self, theme: Theme) -> None:
        """Icons in the theme's colour. They are loaded after the first paint: it must not wait for them."""
        # The button behind which menus without room are found; Qt gives it no picture under a style sheet.
        rest = self.menus.findChild(QToolButton, "qt_menubar_ext_button")
        if rest is not None:
            # Upright: Qt gives the button the height of the bar and the width of one dot.
            side = scaled(ICON_SIZE)
            upright = icon("more", theme).pixmap(QSize(side, side)).transformed(QTransform().rotate(90))
            rest.setIcon(QIcon(upright.copy(upright.width() * 3 // 8, 0, upright.width() // 4, upright.height())))
            rest.setIconSize(QSize(side // 4, side))
            rest.setStyleSheet("QToolButton { padding: 0; min-height: 0; border: none; background: transparent; }")
            rest.setToolTip(self.tr("More menus"))
            rest.setAccessibleName(rest.toolTip())
        for command in COMMANDS:
            if command.icon:
                self._actions[command.id].setIcon(icon(BY_ID[command.id].icon, theme))
