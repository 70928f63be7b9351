"""The start screen: what the program is, four ways to begin, the recent projects, a place to drop files.

Shown by the window while no project is open. It opens nothing itself: all that the user wants is a signal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QFont, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.commands import BY_ID
from annotator.gui.dress import dress, repolish
from annotator.gui.icons import icon
from annotator.gui.labels import key_cap, label
from annotator.gui.recent_projects import RecentProject, RecentProjects
from annotator.gui.theme import LARGE, MEDIUM, SMALL, TIGHT, WIDE, Theme, scaled

PAGE_WIDTH = 1000
ACTIONS_WIDTH = 400
ICON = 24
"""All in pixels at the usual size of the interface; the widths stay."""


def show_icon(place: QLabel, name: str, theme: Theme, token: str) -> None:
    """Put an icon on a label, as large as the interface is. token: the colour of the theme."""
    size = QSize(scaled(ICON), scaled(ICON))
    place.setFixedSize(size)
    place.setPixmap(icon(name, theme, token).pixmap(size))


class ActionCard(QPushButton):
    """A big calm button: icon, title, one line on what it does, its key."""

    def __init__(self, icon_name: str, title: str, text: str, keys: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "action")
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._icon_name = icon_name
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        row.setSpacing(LARGE)
        self._picture = QLabel()
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(TIGHT)
        lines.addWidget(label(title, "title", wrapped=True))
        lines.addWidget(label(text, "soft", wrapped=True))
        row.addLayout(lines, 1)
        if keys:
            row.addWidget(key_cap(keys), 0, Qt.AlignmentFlag.AlignTop)
        for each in self.findChildren(QLabel):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def sizeHint(self) -> QSize:
        """As large as what stands on the card."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As large as what stands on the card."""
        return QSize(200, self._row.heightForWidth(max(self.width(), 200)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does; Qt gives that to buttons of dialogs alone."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def wear(self, theme: Theme) -> None:
        """Put on the theme's icon."""
        show_icon(self._picture, self._icon_name, theme, "accent")


class DropZone(QFrame):
    """Says that article files can be dropped; shows by its frame when they are over the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "drop")
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        row.setSpacing(MEDIUM)
        self._picture = QLabel()
        lines = QVBoxLayout()
        lines.setSpacing(TIGHT)
        lines.addWidget(label(self.tr("Drop article files here to start a project"), "title"))
        said = self.tr("Text, web pages, PDF, Word, e-mail, tables, annotation sets; also folders and archives.")
        self._text = label(said, "soft", wrapped=True)
        lines.addWidget(self._text)
        row.addStretch(1)
        row.addWidget(self._picture)
        row.addLayout(lines, 4)
        row.addStretch(1)

    def set_hot(self, hot: bool) -> None:
        """Whether files are over the window now."""
        self.setProperty("hot", hot)
        repolish(self)

    def wear(self, theme: Theme) -> None:
        """Put on the theme's icon."""
        show_icon(self._picture, "article", theme, "faint")


class Welcome(QWidget):
    """Where every session without a project begins."""

    sample_requested = Signal()
    new_requested = Signal()
    open_requested = Signal()
    connect_requested = Signal()
    project_chosen = Signal(str)
    forgotten = Signal(str)
    files_dropped = Signal(list)
    name_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Welcome"))
        self._theme: Theme | None = None
        self._given = ""
        self._began: QWidget | None = None
        """What the keys were given to at first."""
        self.name_card = self._name_card()
        self.cards = self._action_cards()
        self.recent = RecentProjects()
        self.recent.chosen.connect(self.project_chosen)
        self.recent.forgotten.connect(self.forgotten)
        self.nothing = _empty(self.tr("Projects that you open are listed here."))
        self.drop_zone = DropZone()
        self._lay_out()
        self.show_recent([])
        dress(self, self._dressed)

    # What it shows ----------------------------------------------------------------------------------

    def show_recent(self, projects: Sequence[RecentProject]) -> None:
        """Show the recent projects; see `recent_projects.looked_up`."""
        self.recent.show_projects(projects)
        self.recent.setVisible(bool(projects))
        self.nothing.setVisible(not projects)
        self._take_focus()

    def _take_focus(self) -> None:
        """Where the hand begins: the name if it is asked for, the project opened last, else the first card.

        The focus stays where somebody has put it on this page.
        """
        focus = QApplication.focusWidget()
        moved = focus is not None and self.isAncestorOf(focus) and focus is not self._began
        if self.isVisible() and not moved:
            self._give_focus(self._projects() if self.name_card.isHidden() else self.name)

    def _projects(self) -> QWidget:
        return self.cards[0] if self.recent.isHidden() else self.recent

    def _give_focus(self, widget: QWidget) -> None:
        self._began = widget
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_focus()

    def ask_name(self, wanted: bool, proposal: str = "") -> None:
        """Show or hide the question for the annotator's name; proposal: greyed in the empty field."""
        self.name_card.setVisible(wanted)
        self.name.setPlaceholderText(proposal)

    def _name_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(TIGHT)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        prompt = label(self.tr("Your name, as colleagues will see it:"))
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Your name, as colleagues will see it"))
        self.name.setMaxLength(80)
        prompt.setBuddy(self.name)
        self.name.returnPressed.connect(self._agree)
        self.name.editingFinished.connect(self._name_finished)
        row.addWidget(prompt)
        row.addWidget(self.name, 1)
        column.addLayout(row)
        column.addWidget(label(self.tr("Asked once; it can be changed in Settings."), "small"))
        card.hide()
        return card

    def _name_finished(self) -> None:
        given = " ".join(self.name.text().split())
        # Enter ends the writing, and so does leaving the field.
        if given and given != self._given:
            self._given = given
            self.name_given.emit(given)

    def _agree(self) -> None:
        """Enter takes what is typed, else the name that is proposed, and goes on to the projects."""
        if not self.name.text().strip():
            self.name.setText(self.name.placeholderText())
        # The field has still to tell the name.
        QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        if self.name.text().strip():
            # First, since hiding what has the focus gives it to whatever comes next.
            self._give_focus(self._projects())
            self.name_card.hide()

    def _action_cards(self) -> list[ActionCard]:
        kinds: list[tuple[str, str, str, Callable[[], None]]] = [
            (
                "sample",
                self.tr("Open the sample"),
                self.tr("Invented articles that two colleagues tagged, and on which they disagree."),
                self.sample_requested.emit,
            ),
            (
                "new",
                self.tr("New project…"),
                self.tr("One file that holds articles, tags, speakers and topics."),
                self.new_requested.emit,
            ),
            (
                "open",
                self.tr("Open project…"),
                self.tr("A project file on this computer."),
                self.open_requested.emit,
            ),
            (
                "connect",
                self.tr("Connect to the team’s database…"),
                self.tr("A project that your team shares on a server."),
                self.connect_requested.emit,
            ),
        ]
        cards = []
        for name, title, text, wish in kinds:
            keys = BY_ID[name].keys
            card = ActionCard(name, title, text, keys[0] if keys else "")
            card.clicked.connect(lambda _checked=False, wish=wish: wish())
            cards.append(card)
        return cards

    # Where it stands --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        column.setSpacing(LARGE)
        column.addStretch(1)
        column.addLayout(self._head())
        column.addWidget(self.name_card)
        column.addLayout(self._middle())
        column.addWidget(self.drop_zone)
        column.addStretch(2)
        self._page = page
        page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(page, 100)
        across.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(TIGHT)
        # A name, not a word: never translated.
        name = label("Annotator", "huge")
        font = QFont(name.font())
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
        name.setFont(font)
        head.addWidget(name)
        purpose = self.tr("Read articles, tag who says what about which topic, compare it with colleagues.")
        head.addWidget(label(purpose, "lead", wrapped=True))
        return head

    def _middle(self) -> QHBoxLayout:
        actions = QVBoxLayout()
        actions.setSpacing(SMALL)
        actions.addWidget(label(self.tr("Begin"), "section"))
        for card in self.cards:
            actions.addWidget(card)
        actions.addStretch(1)
        known = QVBoxLayout()
        known.setSpacing(SMALL)
        known.addWidget(label(self.tr("Recent projects"), "section"))
        known.addWidget(self.recent, 1)
        known.addWidget(self.nothing, 1)
        middle = QHBoxLayout()
        middle.setSpacing(WIDE)
        middle.addLayout(actions)
        middle.addLayout(known, 1)
        return middle

    def _dressed(self, theme: Theme) -> None:
        self._theme = theme
        self._page.setMaximumWidth(scaled(PAGE_WIDTH))
        for card in self.cards:
            # The recent projects keep half of the page where the letters are large.
            card.setFixedWidth((scaled(ACTIONS_WIDTH) + ACTIONS_WIDTH) // 2)
        # Once the window stands: loading the icons takes longer than showing everything else.
        QTimer.singleShot(0, self, self._wear_icons)

    def _wear_icons(self) -> None:
        if self._theme is not None:
            for card in self.cards:
                card.wear(self._theme)
            self.drop_zone.wear(self._theme)
            self.recent.wear(self._theme)

    # Dropped files ----------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders are welcome, nothing else."""
        if _files(event.mimeData()):
            self.drop_zone.set_hot(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files went elsewhere."""
        self.drop_zone.set_hot(False)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files on."""
        self.drop_zone.set_hot(False)
        files = _files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)


def _empty(text: str) -> QFrame:
    card = QFrame()
    card.setProperty("kind", "card")
    box = QVBoxLayout(card)
    said = label(text, "soft", wrapped=True)
    said.setAlignment(Qt.AlignmentFlag.AlignCenter)
    box.addWidget(said)
    return card


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
