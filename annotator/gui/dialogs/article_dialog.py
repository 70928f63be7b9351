"""What is known of an article beside its text, to be put right, with the codebook's own questions about articles.

Opened by the commands on articles. Reports what was changed and waits: the window closes it when that is on the disk,
or says here why it was refused. It writes nothing itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from annotator.gui.dates import moment_in_words
from annotator.gui.dialogs.frame import DesignedDialog
from annotator.gui.dress import current_theme
from annotator.gui.labels import label, rule
from annotator.gui.language import filled
from annotator.gui.panel.asked_fields import AskedFields
from annotator.gui.panel.card_fields import answer_words
from annotator.gui.theme import MEDIUM, WIDE, Theme
from annotator.records import ANSWERS, ArticleRecord, FieldRecord, answers_of

_WIDTH, _HEIGHT, _ROW, _LINE = 640, 452, 29, 15
"""Pixels at the usual size of the interface; a row for each question, a line for each further fact."""
_MOST_FACTS = 12
"""A table may bring a hundred columns with each article; the first tell enough."""
_OF_THE_READER = frozenset({ANSWERS, "canonical", "contact", "encoding", "file_sha256", "reader", "saved", "warnings"})
"""What readers note for themselves, or what is said in other words."""


class ArticleDialog(DesignedDialog):
    """`wanted` comes with the button; `accept` closes, `refuse` says why not."""

    wanted = Signal(object, object)
    """What was changed: texts by the names of details, and answers by the keys of fields."""

    def __init__(
        self, article: ArticleRecord, fields: Sequence[FieldRecord], why_locked: str = "", parent: QWidget | None = None
    ) -> None:
        """fields: those of the codebook that are asked of articles. why_locked: why it may only be looked at."""
        super().__init__(parent, self.tr("Details of the article"), why_locked, scrolls=True)
        self._article, self._fields = article, tuple(fields)
        self._before = answers_of(article.meta)
        self._answers = dict(self._before)
        self._saving = False
        self.lines: dict[str, QLineEdit] = {}
        self._add_lines()
        self.asked = AskedFields()
        self.asked.answered.connect(lambda _about, key, answer: self._answer(key, answer))
        self.asked.refused.connect(self.refuse)
        self.said = label("", "warn", wrapped=True)
        self.said.hide()
        self.facts = label(self._said_facts(), "small", wrapped=True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if self._fields:
            self.content.addWidget(rule())
            self.content.addWidget(self.asked)
        self.content.addWidget(rule())
        self.content.addWidget(self.facts)
        self.content.addStretch(1)
        self.content.addWidget(self.said)
        self.add_button(self.tr("Close") if why_locked else self.tr("Cancel"), self.reject)
        self.save = self.add_button(self.tr("Save"), self._save, kind="primary", default=True)
        self._lock(why_locked)
        self._show_answers(current_theme())
        kept = self.facts.text().count("\n")
        self.open_at(_WIDTH, _HEIGHT + len(self._fields) * _ROW + kept * _LINE)

    def _add_lines(self) -> None:
        words = {
            "title": (self.tr("Title"), ""),
            "byline": (self.tr("Byline"), self.tr("Who wrote it")),
            "published": (self.tr("Published"), self.tr("2025-11-24, or only 2025-11 or 2025")),
            "source": (self.tr("Outlet"), self.tr("Where it came out")),
            "url": (self.tr("Address"), self.tr("Where it is on the web")),
            "language": (self.tr("Language"), self.tr("A code: en, de, ar")),
        }
        form = QFormLayout()
        form.setHorizontalSpacing(WIDE)
        form.setVerticalSpacing(MEDIUM)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, (word, hint) in words.items():
            line = self.lines[name] = QLineEdit(getattr(self._article, name) or "")
            line.setPlaceholderText(hint)
            line.setAccessibleName(word)
            line.setCursorPosition(0)
            form.addRow(label(word, "soft"), line)
        self.content.addLayout(form)

    def _lock(self, why: str) -> None:
        for line in self.lines.values():
            line.setReadOnly(bool(why))
        self.asked.setEnabled(not why)
        self.save.setVisible(not why)

    def dressed(self, theme: Theme) -> None:
        # Told before the parts are there, for the first time.
        if hasattr(self, "asked"):
            self._show_answers(theme)

    def _show_answers(self, theme: Theme) -> None:
        self.asked.show_answers(self._article.id, self._fields, self._answers, theme)

    def _answer(self, key: str, answer: object) -> None:
        self.said.hide()
        self._answers[key] = answer
        self._show_answers(current_theme())

    def refuse(self, sentence: str) -> None:
        """Say why something was not taken."""
        self._saving = False
        self.said.setText(sentence)
        self.said.show()

    def reject(self) -> None:
        # What is on its way to the disk comes back here, be it as a refusal.
        if not self._saving:
            super().reject()

    def _save(self) -> None:
        details = {
            name: line.text()
            for name, line in self.lines.items()
            if line.text() != (getattr(self._article, name) or "")
        }
        answers = {key: each for key, each in self._answers.items() if each != self._before.get(key)}
        if details or answers:
            self._saving = True
            self.wanted.emit(details, answers)
        else:
            self.accept()

    def _said_facts(self) -> str:
        article = self._article
        facts = [
            filled(self.tr("{count} characters"), count=QLocale().toString(len(article.text))),
            filled(self.tr("Revision {number}"), number=article.revision) if article.revision > 1 else "",
            filled(self.tr("From {file}"), file=article.file) if article.file else "",
        ]
        if article.retrieved:
            moment = QDateTime.fromString(article.retrieved, Qt.DateFormat.ISODateWithMs).toLocalTime()
            facts.append(filled(self.tr("read {moment}"), moment=moment_in_words(moment)))
        contact = article.meta.get("contact")
        lines = [" · ".join(filter(None, facts)), contact if isinstance(contact, str) else "", *_kept(article.meta)]
        return "\n".join(filter(None, lines))


def _kept(meta: Mapping[str, Any]) -> list[str]:
    """What came with the article, such as further columns of a table, a line each under its own name."""
    plain = [
        f"{name}: {answer_words(value)}"
        for name, value in meta.items()
        if name not in _OF_THE_READER and isinstance(value, str | int | float) and value != ""
    ]
    return plain[:_MOST_FACTS]
