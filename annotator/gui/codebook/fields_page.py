"""The page of fields: the list, and the editor of the chosen one.

Made by the Codebook screen. What is changed becomes a verb here; there is no third party to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QStackedWidget, QWidget

from annotator.actions import fields
from annotator.actions.field_choices import rename_choices
from annotator.gui.codebook.book import Book
from annotator.gui.codebook.field_list import FieldList
from annotator.gui.codebook.form import Form, KeptLine, KeptText, in_pane
from annotator.gui.codebook.words import field_kind_word, target_word
from annotator.gui.dialogs.confirm import Choice, Confirm
from annotator.gui.dialogs.rename import ask_text
from annotator.gui.empty_state import EmptyState
from annotator.gui.jobs import Jobs
from annotator.gui.labels import label
from annotator.gui.language import counted, filled
from annotator.gui.panel.card_fields import answer_words
from annotator.gui.panes import Panes
from annotator.gui.theme import MEDIUM, Theme
from annotator.records import FieldRecord, FieldTarget
from annotator.store.expecting import as_shown

PANE_WIDTHS = (320, 900)
"""Pixels."""


class FieldEditor(Form):
    """Title, kind, choices and what the field is asked of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field: FieldRecord | None = None
        self.title = KeptLine(self.tr("Question"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of answer"))
        for kind in fields.KINDS:
            self.kind.addItem(field_kind_word(kind), kind)
        self.choices = KeptText(self.tr("Choices"), self.tr("One in each line"))
        self.targets = {each: QCheckBox(target_word(each)) for each in fields.TARGETS}
        self.used = label("", "small", wrapped=True)
        self.add(self.tr("Question"), self.title)
        self.add(self.tr("Answer"), self.kind)
        self.choices_label = label(self.tr("Choices"), "soft")
        self.choices_label.setBuddy(self.choices)
        self.add_widget(self.choices_label, 0)
        self.add_widget(self.choices)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        for box in self.targets.values():
            row.addWidget(box)
        row.addStretch(1)
        self.add(self.tr("Asked of"), row)
        self.add_widget(self.used)

    def show_field(self, field: FieldRecord | None, book: Book) -> None:
        """Show a field; what is being typed about the one shown before is kept first."""
        if self.field is not None and (field is None or field.key != self.field.key):
            self.title.keep()
            self.choices.keep()
        self.field = field
        if field is None:
            return
        self.title.show_text(field.title)
        self.kind.setCurrentIndex(self.kind.findData(field.kind))
        has_choices = field.kind in ("choice", "choices")
        self.choices_label.setVisible(has_choices)
        self.choices.setVisible(has_choices)
        self.choices.show_text("\n".join(field.choices))
        for target, box in self.targets.items():
            box.setChecked(target in field.applies_to)
        answers = book.words.field_counts.get(field.key)
        words = {str(each): answer_words(each) for each in (True, False)} if field.kind == "yes_no" else {}
        most = answers.most_common(12) if answers else []
        said = [f"{words.get(answer, answer)}: {count}" for answer, count in most]
        nothing = self.tr("Not answered anywhere yet.")
        self.used.setText(self.tr("Answers: {list}").format(list=", ".join(said)) if said else nothing)


def renamed_choices(before: Sequence[str], after: Sequence[str]) -> dict[str, str]:
    """Which choices stand in the place of which others, where nothing but names seems to have changed."""
    if len(before) != len(after):
        return {}
    pairs = zip(before, after, strict=True)
    return {old: new for old, new in pairs if old not in after and new not in before}


class FieldsPage(QWidget):
    """Two panes."""

    def __init__(self, jobs: Jobs, book: Book, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._book = jobs, book
        self.list = FieldList(theme)
        self.editor = FieldEditor()
        self.nothing = EmptyState("note", theme)
        self.nothing.say(self.tr("No field is chosen"), self.tr("Choose one at the left, or make one there."))
        self.middle = QStackedWidget()
        self.panes = Panes()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self.middle.addWidget(self.editor)
        self.middle.addWidget(self.nothing)
        for pane in (in_pane(self.list), self.middle):
            self.panes.addWidget(pane)
        self.panes.arrange(PANE_WIDTHS, most=1.5)
        self._connect()

    def lock(self, why: str) -> None:
        """Let nothing be changed; why: the sentence that says so."""
        self.list.lock(why)
        self.editor.lock(why)
        self.nothing.say(self.tr("No field is chosen"), self.tr("Choose one at the left."))

    def _connect(self) -> None:
        editor = self.editor
        self._book.words_changed.connect(self.refresh)
        editor.title.kept.connect(lambda title: self._edit(title=title))
        editor.kind.activated.connect(self._kind_chosen)
        editor.choices.kept.connect(self._choices_kept)
        for box in editor.targets.values():
            box.clicked.connect(lambda _checked: self._edit(applies_to=self._targets()))
        self.list.current_changed.connect(lambda _key: self._show())
        self.list.field_deleted.connect(self._delete)
        self.list.field_moved.connect(lambda key, place: self._write(fields.move_field, key, place))
        self.list.field_new.connect(self._new)

    def _write(self, verb: Callable[..., Any], *arguments: Any, **more: Any) -> None:
        store = self._jobs.store
        self._jobs.write(lambda: verb(store, *arguments, origin=self, **more))

    def _edit(self, **values: Any) -> None:
        store, shown = self._jobs.store, self.editor.field
        if shown is not None:
            key = shown.key
            self._jobs.write(as_shown(shown, lambda: fields.edit_field(store, key, origin=self, **values)))

    def _kind_chosen(self) -> None:
        field, kind = self.editor.field, self.editor.kind.currentData()
        if field is not None and kind != field.kind:
            needs = kind in ("choice", "choices") and not field.choices
            first = [self.tr("yes"), self.tr("no")] if needs else list(field.choices)
            self._edit(kind=kind, choices=first)

    def _choices_kept(self, text: str) -> None:
        """Ask first where answers were given by a choice that goes: a list that lost a line may have been misread."""
        field = self.editor.field
        if field is None:
            return
        lines = [" ".join(line.split()) for line in text.split("\n")]
        # A choice typed twice is one choice: the other lines typed with it are not to be refused for that.
        choices = list(dict.fromkeys(line for line in lines if line))
        self.editor.choices.show_text("\n".join(choices))
        answers = self._book.words.field_counts.get(field.key, Counter())
        gone = [each for each in field.choices if each not in choices and answers.get(each)]
        if gone:
            # Not inside the event by which the text lost the focus.
            QTimer.singleShot(
                0, self, lambda: self._ask_about(field, choices, gone, sum(answers[each] for each in gone))
            )
        else:
            self._edit(choices=choices)

    def _ask_about(self, field: FieldRecord, choices: list[str], gone: list[str], count: int) -> None:
        names = ", ".join(filled(self.tr("“{name}”"), name=each) for each in gone)
        said = counted(count, self.tr("It is the answer in 1 place."), self.tr("{count} answers were given by that."))
        store, renamed = self._jobs.store, renamed_choices(field.choices, choices)
        if set(gone) <= renamed.keys():
            new = ", ".join(filled(self.tr("“{name}”"), name=renamed[each]) for each in gone)
            title = filled(self.tr("{old} is now called {new}?"), old=names, new=new)
            ways = [
                Choice("other", self.tr("No, a different choice")),
                Choice("rename", self.tr("Rename the answers"), "primary"),
            ]
            if (answer := Confirm.choose(self, title, said, ways)) == "rename":
                self._write(rename_choices, field.key, renamed)
                return
            agreed = answer == "other"
        else:
            title = filled(self.tr("Take the choice {old} away?"), old=names)
            words = said + " " + self.tr("The answers stay, but the choice is not offered any more.")
            agreed = Confirm.ask(self, title, words, self.tr("Take away"), destructive=True)
        if agreed:
            self._jobs.write(as_shown(field, lambda: fields.edit_field(store, field.key, choices=choices, origin=self)))
        else:
            self._show()

    def _targets(self) -> list[FieldTarget]:
        return [target for target, box in self.editor.targets.items() if box.isChecked()]

    def _new(self, title: str) -> None:
        title = title or ask_text(self, self.tr("New field"), self.tr("Question")) or ""
        if title:
            store, choices = self._jobs.store, [self.tr("yes"), self.tr("no")]
            self.list.filter.clear()
            self._jobs.write(
                lambda: fields.make_field(store, title, choices=choices, origin=self), self.list.choose_when_there
            )

    def _delete(self, key: str) -> None:
        answers = self._book.words.field_counts.get(key)
        count = answers.total() if answers else 0
        one = self.tr("It is answered on 1 mark. The answer stays, but is not shown any more.")
        several = self.tr("It is answered on {count} marks. The answers stay, but are not shown any more.")
        if not count or Confirm.ask(
            self, self.tr("Delete the field?"), counted(count, one, several), self.tr("Delete"), destructive=True
        ):
            self._write(fields.delete_field, key)

    def refresh(self) -> None:
        """Show what the book says now."""
        counts = {key: answers.total() for key, answers in self._book.words.field_counts.items()}
        self.list.set_fields(self._book.words.fields, counts)
        self._show()

    def _show(self) -> None:
        field = next((each for each in self._book.words.fields if each.key == self.list.chosen()), None)
        self.editor.show_field(field, self._book)
        self.middle.setCurrentWidget(self.editor if field is not None else self.nothing)

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        self.list.set_theme(theme)
        self.nothing.set_theme(theme)
        self.editor.fit()
