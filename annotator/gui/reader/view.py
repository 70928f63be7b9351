"""The reader: the article of the Annotate screen, with its marks.

Made by the screens, which hand it records and names and listen to its signals. It owns the page, the
cursor and the scroll position of the article shown, and repaints what changed. It opens no project,
makes no mark and follows no link. Offsets are code points of the article's text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.gui.language import filled
from annotator.gui.reader import accessibility
from annotator.gui.reader.boundaries import TextBoundaries
from annotator.gui.reader.cursor import ReadingCursor
from annotator.gui.reader.cursor_view import CursorView
from annotator.gui.reader.edges import Edges
from annotator.gui.reader.keys import handle_key
from annotator.gui.reader.mouse import Mouse
from annotator.gui.reader.names import Names, describe, describe_with_note
from annotator.gui.reader.page import Page
from annotator.gui.reader.page_view import NO_ARTICLE
from annotator.gui.reader.painting import RING, Scene
from annotator.gui.reader.sentences import Sentences, SentencesOf
from annotator.gui.theme import LIGHT, Theme
from annotator.records import ArticleRecord, MarkRecord


class ReaderView(CursorView):
    """An article to read and to mark."""

    selection_changed = Signal(int, int)
    """The hand selection, half-open; 0, 0 when there is none any more."""
    sentence_changed = Signal(int, int)
    """The sentence under the cursor, half-open; 0, 0 in a text without sentences."""
    current_changed = Signal(object)
    """The current mark's id, None when there is none; only when the reader's own keys or clicks did it."""
    marks_clicked = Signal(list)
    """Ids of the marks under a click, smallest first; the first is current now."""
    context_requested = Signal(QPoint, int)
    """Right click or menu key: the place on the screen, the offset."""
    link_activated = Signal(str)
    """Ctrl and click on a link: its address. Nothing has been opened."""
    zoom_wanted = Signal(str)
    """The wheel was turned with Ctrl held: "larger" or "smaller" text."""
    edges_dragged = Signal(str, list)
    """The mouse has moved an end of the current mark: its id, the spans that it should have now."""
    accessible: accessibility.ReaderAccessible

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        accessibility.install()
        self._names = Names()
        self.may_change: Callable[[MarkRecord], bool] = lambda _mark: False
        """Whether a mark's ends can be dragged; told by the screen."""
        self.viewport().setMouseTracking(True)
        self._begin(lambda _start, _end: ())

    # What is shown ----------------------------------------------------------------

    def show_article(self, article: ArticleRecord, marks: Iterable[MarkRecord], sentences_of: SentencesOf) -> None:
        """Show an article from its beginning. `sentences_of` is asked paragraph by paragraph, when needed."""
        self._mouse.stop()
        self._mouse.deleteLater()
        self._set_page(Page(article, marks, self._style, self.viewport().width()))
        self._begin(sentences_of)
        self._follow_page()
        accessibility.tell(self)
        self.selection_changed.emit(0, 0)
        self.sentence_changed.emit(*(self.cursor_state.sentence or (0, 0)))

    def show_nothing(self) -> None:
        """Show an empty page: no article is open."""
        self._mouse.stop()
        self._mouse.deleteLater()
        self._set_page(Page(NO_ARTICLE, (), self._style))
        self._begin(lambda _start, _end: ())
        self._follow_page()

    def _begin(self, sentences_of: SentencesOf) -> None:
        boundaries = TextBoundaries(self.text(), self.page.paragraphs)
        sentences = Sentences(self.page.paragraphs, sentences_of)
        self.cursor_state = ReadingCursor(sentences, self.page.marks, boundaries)
        self._edges = Edges(self.page, boundaries)
        self._edges.dropped = self._edges_dropped
        self._mouse = Mouse(self, self, self.page, self.cursor_state, self._edges)
        self._scene = Scene(has_focus=self.hasFocus(), topics=self._names.topics)
        self._scene.sentence, self._scene.caret = self.cursor_state.sentence, self.cursor_state.caret
        self._told = (self.cursor_state.sentence, self.cursor_state.selection, self.cursor_state.current)
        self._tell_apart()

    def set_marks(self, marks: Iterable[MarkRecord]) -> None:
        """Show these marks instead of those shown; cursor and place stay."""
        self.page.set_marks(marks)
        self._overview.set_marks(len(self.text()), self.page.marks.records())
        self._after_marks()
        self._follow_page()

    def update_marks(self, changed: Iterable[MarkRecord], removed: Iterable[str] = ()) -> None:
        """Show new and changed marks, drop removed ones; the rest of the page is not looked at."""
        changed, removed = list(changed), list(removed)
        for mark in removed:
            self._overview.replace(self.page.marks.record(mark), None)
        for record in changed:
            self._overview.replace(self.page.marks.record(record.id), record)
        before = self._position.visible()
        stale = self.page.update_marks(changed, removed)
        whole = bool(self._scene.pieces)
        self._after_marks()
        self._position.settle()
        if whole or self._scene.pieces or before != self._position.visible():
            self._follow_page()
        else:
            self._repaint_paragraphs(stale)

    def _after_marks(self) -> None:
        """The current mark may be gone, or have other parts now."""
        self._tell_apart()
        if self.cursor_state.current not in self.page.marks:
            self.cursor_state.make_current(None)
        self._scene.current = self.cursor_state.current
        self._scene.pieces = self.page.marks.pieces(self.cursor_state.current or "")
        self._show_edges()
        self._announce()

    def choose(self, mark: str) -> None:
        """Make a mark current, as its card was chosen; the sentence cursor goes there with it."""
        self.set_current(mark)
        if self.cursor_state.go_to(mark):
            self.cursor_moved()

    def set_current(self, mark: str | None) -> None:
        """Make a mark current; it is scrolled into view, the sentence cursor stays. Emits nothing."""
        self.cursor_state.make_current(mark if mark in self.page.marks else None)
        self._told = (*self._told[:2], self.cursor_state.current)
        self._show_cursor_state()
        place = self.page.marks.place(mark or "")
        if place is not None:
            self._bring_into_view(place.start)

    def set_names(self, names: Names) -> None:
        """Names and colours of speakers and topics, by id."""
        self._names = names
        self._scene.topics = names.topics
        self._tell_apart()
        self._overview.set_colours(self._theme, names.topics)
        self.viewport().update()

    def _tell_apart(self) -> None:
        """Colleagues' lines are thinner where one's own marks are there too; alone they need no telling apart."""
        colleagues = self._names.colleagues
        some_own = any(record.annotator not in colleagues for record in self.page.marks.records())
        self._scene.colleagues = colleagues.keys() if some_own and self._scene.lanes is None else ()

    # What the screens ask ----------------------------------------------------------------

    def article_title(self) -> str:
        """The title of the article shown."""
        return self.page.article.title

    def marks_at_cursor(self) -> list[str]:
        """The marks in which the caret stands, the smallest first."""
        return self.page.marks.at(self.cursor_state.caret)

    def description_at_cursor(self) -> str:
        """What marks the caret stands in, in words."""
        return self._describe(self.marks_at_cursor())

    def description_of(self, mark: str) -> str:
        """A mark in a few words and its own: "Mention of Mira Okafor: the harbour minister"."""
        record = self.page.marks.record(mark)
        if record is None:
            return ""
        words = " … ".join(part.quote for part in record.parts)
        return f"{describe(record, self._names)}: {words}"

    def _describe(self, marks: Iterable[str]) -> str:
        records = (self.page.marks.record(mark) for mark in marks)
        return "\n".join(describe_with_note(record, self._names) for record in records if record is not None)

    def selected_text(self) -> str:
        """The characters of the hand selection, taken from the article."""
        start, end = self.cursor_state.selection or (0, 0)
        return self.text()[start:end]

    def copy(self) -> None:
        """Put the selected text, else the sentence, on the clipboard."""
        start, end = self.cursor_state.span_for_claim() or (0, 0)
        if start < end:
            QGuiApplication.clipboard().setText(self.text()[start:end])

    def offset_at(self, point: QPoint) -> int:
        """The offset of the character nearest to a point of the viewport."""
        place = self.to_page(QPointF(point))
        return self.page.character_at(place.x(), place.y())

    # The cursor on the screen ----------------------------------------------------------------

    def cursor_moved(self) -> None:
        """Show and announce what changed in the cursor, and bring it into view."""
        sentence, selection, current = self._told
        state = self.cursor_state
        if (sentence, selection, current) == (state.sentence, state.selection, state.current):
            return
        self._show_cursor_state()
        if state.selection is not None:
            # Words that a drag takes are under the pointer: the page must not move away below it.
            if state.selection != selection and not self._mouse.dragging:
                # The free end may stand behind the last character of its line: look at that character.
                at_end = state.caret == state.selection[1]
                self._bring_into_view(state.caret - 1 if at_end else state.caret)
        elif state.sentence is not None and state.sentence != sentence:
            self._bring_into_view(state.sentence.start, state.sentence.end)
        self._announce()
        accessibility.tell(self)

    def caret_moved(self) -> None:
        """Show and announce where the caret stands within its sentence."""
        self.cursor_moved()
        self._show_cursor_state()
        self._bring_into_view(self.cursor_state.caret)
        accessibility.tell(self)

    def _show_cursor_state(self) -> None:
        state = self.cursor_state
        self._scene.sentence, self._scene.selection = state.sentence, state.selection
        self._scene.caret = state.caret
        if self._scene.current != state.current:
            self._scene.current = state.current
            self._scene.pieces = self.page.marks.pieces(state.current or "")
            self._show_edges()
        self.viewport().update()

    # The ends of the current mark ----------------------------------------------------------------

    def _show_edges(self) -> None:
        """Handles on the current mark, where it may be changed."""
        record = self.page.marks.record(self.cursor_state.current or "")
        self._edges.show(record if record is not None and self.may_change(record) else None)
        self._scene.edges, self._scene.dragged = self._edges.spans, ()

    def edges_moved(self) -> None:
        """An end is being dragged: show where the mark would lie."""
        self._scene.edges = self._scene.dragged = list(self._edges.spans)
        self.viewport().update()

    def _edges_dropped(self, mark: str, spans: list[tuple[int, int]]) -> None:
        # As it was, until the news says that it is so: the change may be refused.
        self._show_edges()
        self.edges_dragged.emit(mark, spans)

    def _announce(self) -> None:
        sentence, selection, current = self._told
        state = self.cursor_state
        self._told = (state.sentence, state.selection, state.current)
        if state.selection != selection:
            self.selection_changed.emit(*(state.selection or (0, 0)))
        if state.sentence != sentence:
            self.sentence_changed.emit(*(state.sentence or (0, 0)))
        if state.current != current:
            self.current_changed.emit(state.current)

    def _marks_at(self, point: QPointF, offset: int) -> list[str]:
        """The marks at a point of the page, in the text or by their stripes: the smallest first, then one's own."""
        marks, on_text = self.page.marks, self.page.is_on_text(point.x(), point.y())
        found = marks.at(offset) if on_text else self.page.stripes_at(point.x(), point.y())
        records = [record for mark in found if (record := marks.record(mark)) is not None]
        records.sort(key=lambda record: (marks.size(record.id), not self.may_change(record)))
        return [record.id for record in records]

    def clicked(self, point: QPointF, *, follow: bool) -> None:
        """A click at a point of the page: the cursor goes there, marks under it are offered."""
        offset = self.page.character_at(point.x(), point.y())
        on_text = self.page.is_on_text(point.x(), point.y())
        link = self.page.link_at(offset) if follow and on_text else None
        if link is not None:
            self.link_activated.emit(link)
            return
        marks = self._marks_at(point, offset)
        self.cursor_state.place(offset)
        if marks:
            self.cursor_state.make_current(marks[0])
        self.cursor_moved()
        if marks:
            self.marks_clicked.emit(marks)

    # Events ----------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._mouse.move(event)
        elif event.buttons() == Qt.MouseButton.NoButton:
            shape = self._shape_at(self.to_page(event.position()))
            if self.viewport().cursor().shape() != shape:
                self.viewport().setCursor(shape)

    def _shape_at(self, point: QPointF) -> Qt.CursorShape:
        if self._scene.edges and self._edges.at(point):
            return Qt.CursorShape.SizeHorCursor
        pressed = self.page.stripes_at(point.x(), point.y())
        return Qt.CursorShape.PointingHandCursor if pressed else Qt.CursorShape.IBeamCursor

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse.release(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            point, offset = self.to_page(QPointF(event.pos())), self.offset_at(event.pos())
            self.cursor_state.point_at(offset, self._marks_at(point, offset))
            self.cursor_moved()
            self.context_requested.emit(event.globalPos(), offset)
            return
        caret = self.cursor_state.caret
        box = self.screen_rectangle(caret, caret + 1)
        self.context_requested.emit(box.bottomLeft() if box.isValid() else event.globalPos(), caret)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        if turned := event.angleDelta().y():
            self.zoom_wanted.emit("larger" if turned > 0 else "smaller")
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not handle_key(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._set_focused(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._set_focused(False)

    def _set_focused(self, focused: bool) -> None:
        self._scene.has_focus = focused
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            point = self.to_page(QPointF(event.pos()))
            offset = self.page.character_at(point.x(), point.y())
            on_text = self.page.is_on_text(point.x(), point.y())
            marks = self._marks_at(point, offset)
            link = self.page.link_at(offset) if on_text else None
            followed = filled(self.tr("{address} (a click with Ctrl opens it)"), address=link) if link else ""
            lines = [self._describe(marks), followed, self._said_of_ring(point)]
            QToolTip.showText(event.globalPos(), "\n".join(line for line in lines if line), self.viewport())
            return True
        return super().viewportEvent(event)

    def _said_of_ring(self, point: QPointF) -> str:
        """What the ring beside a paragraph says."""
        paragraph = self.page.paragraphs[self.page.number_at(point.y())]
        empty = self._scene.empty.within(paragraph.start, max(paragraph.end, paragraph.start + 1))
        beside = self.page.left - RING - 8 <= point.x() <= self.page.left - RING + 8
        return self.tr("Nothing to tag in this paragraph") if empty and beside else ""
