"""What goes wrong is said in German where the window speaks German: refusals of all floors, reports, names of steps."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QDialog, QLabel, QTableWidget
from pytestqt.qtbot import QtBot

from annotator.actions.exchange import export_set
from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import tag_claim
from annotator.actions.topics import make_topic
from annotator.errors import FileError, StaleWrite, UnreadableArticle, system_words
from annotator.formats import formats
from annotator.gui.copies.opening import look_at
from annotator.gui.dialogs.export_dialog import ExportDialog
from annotator.gui.dialogs.help_pages import help_pages
from annotator.gui.dialogs.history_dialog import HistoryDialog
from annotator.gui.dialogs.import_dialog import ImportDialog
from annotator.gui.labels import key_text
from annotator.gui.language import speak, translated
from annotator.gui.main_window import MainWindow
from annotator.queries.codebook import note_sentence
from annotator.readers import read_file, unreadable
from annotator.sentences import Sentence, worded
from annotator.settings import Settings
from annotator.store import Store
from annotator.store.step_labels import step_label

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints|does not support raise", extend=True)
ENGLISH = re.compile(
    r"\b(?:the|this|that|these|there|it|its|is|are|were|be|of|to|and|or|not|no|nothing|cannot|choose|check|"
    r"with|from|by|for|undo|add|tag|tables?|report|network|topics?|speakers?)\b",
    re.IGNORECASE,
)


@pytest.fixture(autouse=True)
def german(qapp: object) -> Iterator[None]:
    """The program speaks German, and English again afterwards."""
    application = QCoreApplication.instance()
    assert application is not None
    before, locale = application.findChildren(QTranslator), QLocale()
    assert speak("de") == "de"
    yield
    for each in application.findChildren(QTranslator):
        if each not in before:
            application.removeTranslator(each)
    application.setProperty("language", "en")
    QLocale.setDefault(locale)


@pytest.fixture
def window(qtbot: QtBot, store: Store, article_id: str, german: None) -> Iterator[MainWindow]:
    made = MainWindow(Settings(annotator="Ana", theme="light"), at_once=True, keep_settings=False)
    made.resize(1100, 800)
    made.show_project(store, article_id)
    made.show()
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.close()
    made.close()
    made.deleteLater()


def english_in(text: str, *data: str) -> list[str]:
    """The English words of a text that is shown, without paths and other data in it."""
    for each in data:
        text = text.replace(each, "")
    return ENGLISH.findall(text)


def refused(window: MainWindow) -> str:
    """What the message strip says; it is closed then."""
    message = window.messages.message
    assert message is not None
    window.messages.dismiss()
    return message.text


def test_a_missing_project_and_the_very_same_one(window: MainWindow, store: Store, tmp_path: Path) -> None:
    place = tmp_path / "nowhere.annotator"
    window.commands.open_path(str(place))
    said = refused(window)
    assert said == f"Unter {place} ist kein Projekt; prüfen Sie den Namen, oder legen Sie dort ein neues an."
    if store.path is None:
        return
    look_at(window, store.path)
    said = refused(window)
    assert said == f"{store.path} ist genau dieses Projekt; wählen Sie eine andere Kopie davon."


def test_a_truncated_set(window: MainWindow, store: Store, article_id: str, tmp_path: Path) -> None:
    tag_claim(store, article_id, [(0, 4)])
    export_set(store, tmp_path / "whole.jsonl")
    lines = (tmp_path / "whole.jsonl").read_text(encoding="utf-8").splitlines()
    (tmp_path / "cut.jsonl").write_text("\n".join(lines[:-1]), encoding="utf-8")
    window.commands.import_files([tmp_path / "cut.jsonl"])
    [dialog] = window.findChildren(ImportDialog)
    table = dialog.findChild(QTableWidget)
    assert table is not None
    reasons = [table.item(row, 1).text() for row in range(table.rowCount())]
    assert reasons
    assert reasons[0].startswith("Der Satz ist nicht vollständig: seine Endzeile fehlt. Nichts wurde übernommen")
    labels = [each.text() for each in dialog.findChildren(QLabel)]
    assert [each for text in (*reasons, *labels) for each in english_in(text, "cut.jsonl")] == []


def test_a_bad_expression(window: MainWindow) -> None:
    window.actions_["find"].trigger()
    assert window.project is not None
    bar = window.project.screen.reading.find_bar
    bar.expression.setChecked(True)
    bar.field.setText("(")
    window.project.screen.finding.again()
    assert bar.said.text() == "Falsch bei Zeichen 1."


def test_verbs_that_are_refused(window: MainWindow, store: Store) -> None:
    assert window.project is not None
    jobs = window.project.jobs
    make_topic(store, "Port fees")
    jobs.write(lambda: make_topic(store, "Port fees"))
    assert refused(window) == ("Ein Thema „Port fees“ gibt es an dieser Stelle schon; wählen Sie einen anderen Namen.")
    jobs.write(lambda: make_speaker(store, " "))
    assert refused(window) == "Ein Name fehlt: Sprecher."

    def stale() -> None:
        raise StaleWrite(
            worded("Somebody changed the same thing in the meantime; look at it again and repeat the change.")
        )

    jobs.write(stale)
    assert english_in(refused(window)) == []


def test_undo_and_the_history(window: MainWindow, store: Store, article_id: str) -> None:
    tag_claim(store, article_id, [(0, 4)])
    window.actions_["undo"].trigger()
    assert "Behauptung markieren" in window.status.said.text()
    window.actions_["redo"].trigger()
    assert "Behauptung markieren" in window.status.said.text()
    window.actions_["history"].trigger()
    [dialog] = window.findChildren(HistoryDialog)
    model = dialog.list.model()
    shown = [
        str(model.index(row, column).data()) for row in range(model.rowCount()) for column in range(model.columnCount())
    ]
    assert "Rückgängig: Behauptung markieren" in shown
    labels = (
        "Add 3 articles",
        "Merge the copy {copy}",
        "Merge speakers",
        "Import a.jsonl",
        "Accept 2 unanimous claims",
        "Remove 4 articles",
    )
    said = [translated(step_label(each)) for each in labels]
    assert said == [
        "3 Artikel hinzufügen", "Kopie {copy} zusammenführen", "Sprecher zusammenführen", "a.jsonl importieren",
        "2 einstimmige Behauptungen annehmen", "4 Artikel entfernen",
    ]  # fmt: skip


def test_titles_of_formats(window: MainWindow) -> None:
    window.actions_["export"].trigger()
    [dialog] = window.findChildren(ExportDialog)
    titles = [dialog.format_list.itemText(number) for number in range(dialog.format_list.count())]
    assert "Annotationssatz (alles) (.jsonl)" in titles
    names = ("Web Annotations", "Discourse Network Analyzer", "Label Studio")
    assert [each for title in titles for each in english_in(title, *names)] == []
    assert len(titles) == len([each for each in formats() if each.writes])


def test_sentences_of_readers(tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    with pytest.raises(UnreadableArticle) as caught:
        read_file(tmp_path / "picture.txt")
    said = translated(str(caught.value))
    assert said.startswith(f"{tmp_path / 'picture.txt'}: Die Datei enthält ein Bild, keinen Text;")


def test_a_sentence_within_a_sentence_and_numbers() -> None:
    error = FileError(
        worded(
            "A matrix of {people:,} speakers is too large for any program; export GraphML, or fewer articles.",
            people=12345,
        ),
        where="m.zip",
    )
    assert str(error).startswith("m.zip: A matrix of 12,345 speakers")
    assert isinstance(str(error), Sentence)
    assert translated(str(error)).startswith("m.zip: Eine Matrix aus 12.345 Sprechern")


def test_notes_of_versions() -> None:
    note = "“Fees”: definition, include changed; “Fees” retired; as we agreed"
    assert translated(note_sentence(note)) == "„Fees“: Definition, dazu geändert; „Fees“ stillgelegt; as we agreed"


def test_hints_name_the_keys_of_the_user(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "C macht eine" in window.actions_["part"].toolTip()
    window.settings.keys = {"claim": ["Ctrl+K"]}
    window.apply_settings()
    try:
        assert "Strg+K macht eine" in window.actions_["part"].toolTip()
    finally:
        window.settings.keys = {}
        window.apply_settings()


def test_marks_in_what_is_quoted_are_single_in_german_too() -> None:
    label = worded("Import {name}", name="„Nein“")
    said = worded("Your role does not allow undoing “{label}” (step {number}).", label=label, number=3)
    assert re.search("„[^„“]*‚Nein‘[^„“]*“", translated(said))
    assert "„Nein“" not in translated(said)


def test_help_calls_the_keys_what_the_menus_call_them(window: MainWindow) -> None:
    pages = {page.name: page.html for page in help_pages()}
    caps = set(re.findall(r"<code>&nbsp;([^<]+)&nbsp;</code>", "".join(pages.values())))
    assert {"Strg+K", "Strg", key_text("Alt+Down"), key_text("Delete"), key_text("Space")} <= caps
    assert not [each for each in caps if each.startswith("Ctrl")]
    assert {".qdc", "S", "annotator new"} <= caps


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOENT, "Datei oder Ordner nicht gefunden"),
        (errno.EROFS, "Das Dateisystem kann nur gelesen werden"),
        (errno.EMFILE, "Zu viele offene Dateien"),
        (errno.EISDIR, "Das ist ein Ordner"),
    ],
)
def test_what_the_system_says_is_german_within_a_sentence(number: int, said: str) -> None:
    error = OSError(number, os.strerror(number))
    assert system_words(error) == os.strerror(number)
    assert translated(unreadable(OSError(number, "x"))).count(said) == (number != errno.ENOENT)
    assert translated(system_words(error)) == said


def test_what_the_system_says_seldom_is_told_as_it_says_it() -> None:
    assert system_words(OSError(errno.EDOM, "Out of domain")) == "Out of domain"
    assert system_words(OSError()) == "unknown error"
