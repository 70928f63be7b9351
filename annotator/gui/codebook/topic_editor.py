"""The editor of one topic: name, place, colour, key, and what it covers.

Shown by the page of topics. Reports what is changed; what a change of meaning would touch is said before.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.gui.codebook.book import Book
from annotator.gui.codebook.colour_row import ColourRow
from annotator.gui.codebook.form import Form, KeptLine, KeptText
from annotator.gui.codebook.merged_row import MergedRow
from annotator.gui.labels import ElidedLabel, label
from annotator.gui.theme import LARGE, SMALL, TIGHT, Theme, scaled
from annotator.records import TopicRecord


class TopicEditor(Form):
    """The fields of the chosen topic. Each signal begins with its id."""

    renamed = Signal(str, str)
    key_chosen = Signal(str, str)
    colour_chosen = Signal(str, str)
    meaning_changed = Signal(str, str, str)
    """Which of the texts, and the new one."""
    part_requested = Signal(str)
    """The id of a merged topic that is to stand for itself again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topic: TopicRecord | None = None
        self.path = ElidedLabel("", "small")
        self.state = label("", "warn", wrapped=True)
        self.name = KeptLine(self.tr("Name of the topic"))
        self.key = KeptLine(self.tr("Key that takes the topic"))
        self.key.setMaxLength(1)
        self.key.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.colours = ColourRow()
        self.texts = {
            "definition": KeptText(self.tr("Definition"), self.tr("What claims about this topic say")),
            "include": KeptText(self.tr("Use for"), self.tr("Cases that belong here, with an example")),
            "exclude": KeptText(self.tr("Not for"), self.tr("Cases that belong elsewhere, and where")),
        }
        self.effect = label("", "small", wrapped=True)
        self.merged = MergedRow(self.tr("Merged into this topic"))
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        self.add_widget(self.path, TIGHT)
        self.add_widget(self.state, 0)
        row = QHBoxLayout()
        row.setSpacing(LARGE)
        for words, field, stretch in ((self.tr("Name"), self.name, 1), (self.tr("Key"), self.key, 0)):
            column = QVBoxLayout()
            column.setSpacing(TIGHT)
            made = label(words, "soft")
            made.setBuddy(field)
            column.addWidget(made)
            column.addWidget(field)
            row.addLayout(column, stretch)
        self.add_layout(row, SMALL)
        self.add(self.tr("Colour"), self.colours)
        self.add(self.tr("Definition"), self.texts["definition"])
        self.add(self.tr("Use for"), self.texts["include"])
        self.add(self.tr("Not for"), self.texts["exclude"])
        self.add_widget(self.effect)
        self.add_widget(self.merged, 0)

    def _connect(self) -> None:
        self.name.kept.connect(lambda text: self._tell(self.renamed, text))
        self.key.kept.connect(lambda text: self._tell(self.key_chosen, text))
        self.colours.chosen.connect(lambda colour: self._tell(self.colour_chosen, colour))
        self.merged.part_requested.connect(self.part_requested)
        for which, field in self.texts.items():
            field.kept.connect(partial(self._tell, self.meaning_changed, which))

    def _tell(self, signal: object, *values: str) -> None:
        if self.topic is not None:
            signal.emit(self.topic.id, *values)  # type: ignore[attr-defined]

    def show_topic(self, topic: TopicRecord | None, book: Book) -> None:
        """Show a topic; what is being typed about the one shown before is kept first."""
        if self.topic is not None and (topic is None or topic.id != self.topic.id):
            self.keep()
        self.topic = topic
        self.setEnabled(topic is not None)
        if topic is None:
            return
        display = book.display()
        self.path.setText(" › ".join(display.topic_path(topic.id)[:-1]) or self.tr("At the top"))
        self.name.show_text(topic.name)
        self.key.show_text((topic.key or "").upper())
        self.colours.show_colour(display.topic_colour(topic.id))
        for which, field in self.texts.items():
            field.show_text(getattr(topic, which))
        self.state.setText(self.tr("Retired: it is not offered any more; its marks stay.") if topic.retired else "")
        self.state.setVisible(topic.retired)
        self.effect.setText(self._effect(book.words.topic_counts.get(topic.id, 0)))

        topics = book.words.topics.values()
        self.merged.show_merged(each for each in topics if each.merged_into == topic.id)

    def _effect(self, marks: int) -> str:
        if not marks:
            return self.tr("Nothing is tagged with this topic yet. Texts are kept as you leave them.")
        return self.tr(
            "A change of these texts makes a version of the codebook; the {count} marks made before it are then "
            "listed to look at again, each to whoever made it."
        ).format(count=marks)

    def keep(self) -> None:
        """Report what is typed and not yet left."""
        self.name.keep()
        self.key.keep()
        for field in self.texts.values():
            field.keep()

    def lock(self, why: str) -> None:
        super().lock(why)
        self.merged.setEnabled(False)

    def set_theme(self, _theme: Theme) -> None:
        """The size that the interface has now."""
        self.fit()
        self.key.setFixedWidth(scaled(64))
