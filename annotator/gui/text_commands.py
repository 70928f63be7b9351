"""What is offered where the pointer or the caret stands in the text: the menu, overlapping marks, links, copies.

The base of `ArticleCommands`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QCursor, QDesktopServices, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QMenu

from annotator.gui.citing import cited
from annotator.gui.exchange_commands import ExchangeCommands
from annotator.gui.language import filled, tr
from annotator.gui.reader.felt_pens import next_colour
from annotator.gui.theme import TIGHT, scaled
from annotator.records import ClaimRecord, MarkRecord
from annotator.settings import Highlighter
from annotator.text import folded

if TYPE_CHECKING:
    from annotator.gui.annotate.screen import AnnotateScreen

_LONGEST = 60
"""Characters of a mark's words in a menu."""
_LONGEST_HIGHLIGHTED = 80
"""Characters; a whole sentence stands in one place only."""
_NEAR = 160
"""Pixels at the usual size of the interface: further below the pointer a menu does not open."""
_HELD = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Shift, Qt.Key.Key_Meta})
_WALKING = frozenset({
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter,
    Qt.Key.Key_Space, Qt.Key.Key_Escape,
})  # fmt: skip
_STANCES = ("supports", "opposes", "neutral", "unclear", "no_stance")
_QUOTATIONS = ("direct", "indirect", "mixed", "paraphrase")
_CHANGES = ("role", "certainty", "proposition", "other_speaker", "other_topic", "same_tags", "take_out")
_GROUPS: tuple[tuple[str, ...], ...] = (
    ("claim", "part", "speaker", "cue", "topic", "resolve"),
    ("occurrences",),
    ("note", "edit", "delete"),
    ("copy", "copy_source", "highlight", "nothing"),
)


class TextCommands(ExchangeCommands):
    """Commands and menus of the text in one window."""

    def text_menu(self, point: QPoint, offset: int) -> None:
        """What can be done where the text was right-clicked: with selection or mark there, else the sentence."""
        project = self._project()
        menu = QMenu(self._window)
        menu.setToolTipsVisible(True)
        actions = self._window.actions_
        for names in _GROUPS:
            for name in names:
                if name == "occurrences":
                    menu.addMenu(self._submenu(menu, tr("Stance"), _STANCES))
                    menu.addMenu(self._submenu(menu, tr("Quotation"), _QUOTATIONS))
                    menu.addMenu(self._submenu(menu, tr("Change"), _CHANGES))
                menu.addAction(actions[name])
            menu.addSeparator()
        if project is not None:
            self._add_what_is_here(menu, project.screen, offset)
        offered = [name for names in (*_GROUPS, _STANCES, _QUOTATIONS, _CHANGES) for name in names]
        menu.aboutToShow.connect(partial(actions.grey, offered))
        menu.aboutToHide.connect(partial(actions.wake, offered))
        menu.popup(self._beside_selection(point))

    def _beside_selection(self, point: QPoint) -> QPoint:
        """Where the menu opens: below words selected near the pointer, which the menu is about."""
        project = self._project()
        selection = project.screen.reader.cursor_state.selection if project is not None else None
        if project is None or selection is None:
            return point
        last: QRect = project.screen.reader.screen_rectangle(selection[1] - 1, selection[1])
        near = last.isValid() and 0 <= last.bottom() - point.y() <= scaled(_NEAR)
        return QPoint(point.x(), last.bottom() + scaled(TIGHT)) if near else point

    def _submenu(self, menu: QMenu, title: str, names: Sequence[str]) -> QMenu:
        made = QMenu(title, menu)
        made.setToolTipsVisible(True)
        for name in names:
            made.addAction(self._window.actions_[name])
        return made

    def _add_what_is_here(self, menu: QMenu, screen: AnnotateScreen, offset: int) -> None:
        """The link and the overlapping marks at an offset, where there are any."""
        marks = screen.reader.page.marks.at(offset)
        if len(marks) > 1:
            here = menu.addMenu(tr("Marks here"))
            self._add_marks(here, screen, marks)
        if (url := screen.reader.page.link_at(offset)) is not None:
            menu.addAction(tr("Open the link…")).triggered.connect(lambda _=False: self.follow_link(url))
            copying = menu.addAction(tr("Copy the address of the link"))
            copying.triggered.connect(lambda _=False: QGuiApplication.clipboard().setText(url))

    def marks_clicked(self, marks: list[str]) -> None:
        """A click on overlapping marks took the smallest; the others are offered."""
        project = self._project()
        if project is None or len(marks) < 2:
            return
        menu = _PassingMenu(self._window)
        self._add_marks(menu, project.screen, marks)
        menu.popup(QCursor.pos() + QPoint(0, 18))

    def _add_marks(self, menu: QMenu, screen: AnnotateScreen, marks: Sequence[str]) -> None:
        """An entry for each mark: what it says, whose it is where that is a colleague's; the current one ticked."""
        for id_ in marks:
            record = screen.opened.marks.get(id_)
            if record is not None:
                action = menu.addAction(_said(screen, record).replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(id_ == screen.tagger.current())
                action.triggered.connect(lambda _=False, mark=id_: screen.choose(mark))

    def follow_link(self, url: str) -> None:
        """Open a link of the article in the browser: only addresses of the web, and only when asked."""
        from annotator.gui.dialogs.confirm import Confirm

        address = QUrl(url)
        if address.scheme() not in ("http", "https"):
            self._window.hint(tr("Only links to pages of the web are opened; this one can be copied."))
            return
        text = tr("{url} will be opened in your browser.").format(url=address.toDisplayString())
        if Confirm.ask(self._window, tr("Follow the link?"), text, tr("Open")):
            QDesktopServices.openUrl(address)

    def copy_source(self) -> None:
        """Put the hand selection, else the current mark, else the sentence on the clipboard, and where it is from."""
        project = self._project()
        if project is None or project.screen.opened.record is None:
            return
        screen, mark = project.screen, project.screen.tagger.current_mark()
        if screen.reader.cursor_state.selection is not None or mark is None:
            start, end = screen.reader.cursor_state.span_for_claim() or (0, 0)
            self._cite(screen, screen.reader.text()[start:end], [])
        else:
            self.copy_mark(mark.id)

    def copy_mark(self, mark_id: str) -> None:
        """Put the words of a mark on the clipboard, who says them, and where they are from."""
        project = self._project()
        if project is None or (mark := project.screen.opened.marks.get(mark_id)) is None:
            return
        display = project.screen.lookup.display({}, project.screen.opened.me)
        speakers = mark.speakers if isinstance(mark, ClaimRecord) else ()
        said_by = [name for each in speakers if (name := display.speaker_name(each.speaker))]
        self._cite(project.screen, " … ".join(part.quote for part in mark.parts), said_by)

    def highlight(self) -> None:
        """Paint the words selected, else the word at the cursor, in all articles; once more takes it away."""
        project = self._project()
        if project is None:
            return
        reader, settings = project.screen.reader, self._window.settings
        start, end = reader.cursor_state.selection or reader.cursor_state.word_at_cursor() or (0, 0)
        words = " ".join(reader.text()[start:end].split())
        kept = [each for each in settings.highlighters if each.expression or folded(each.words) != folded(words)]
        if not words or len(words) > _LONGEST_HIGHLIGHTED:
            self._window.hint(tr("Select one word or a few first."))
            return
        if len(kept) == len(settings.highlighters):
            kept.append(Highlighter(words, next_colour(kept)))
            said = filled(tr("“{words}” is highlighted wherever it stands; the same key takes it away."), words=words)
        else:
            said = filled(tr("“{words}” is highlighted no longer."), words=words)
        settings.highlighters = kept
        self._window.apply_settings()
        self._window.save_settings()
        self._window.hint(said)

    def _cite(self, screen: AnnotateScreen, words: str, said_by: Sequence[str]) -> None:
        if screen.opened.record is not None and words.strip():
            QGuiApplication.clipboard().setText(cited(words, said_by, screen.opened.record))
            self._window.hint(tr("Copied with its source."))


def _said(screen: AnnotateScreen, mark: MarkRecord) -> str:
    """A mark as a menu names it."""
    words = screen.reader.description_of(mark.id)
    if mark.annotator == screen.opened.me:
        return _shortened(words)
    who = screen.lookup.annotators.get(mark.annotator)
    return filled(tr("{name}: {mark}"), name=who.name if who else "?", mark=_shortened(words))


def _shortened(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


class _PassingMenu(QMenu):
    """Offers something by the way: whoever goes on with a key of the text or of a command has passed it over."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _goes_on(event):
            self.close()
        return super().event(event)


def _goes_on(event: QKeyEvent) -> bool:
    """Whether a key is none that walks through a menu, nor the first of two that are pressed together."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return event.key() not in _HELD and (bool(held) or event.key() not in _WALKING)
