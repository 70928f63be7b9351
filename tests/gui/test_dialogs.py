"""The dialogs that ask: export, import, settings, questions; each gives back exactly what was chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from annotator.formats import FileReport, Label, Refusal, formats
from annotator.formats.losses import LOST
from annotator.gui import theme
from annotator.gui.dialogs.confirm import Choice, Confirm
from annotator.gui.dialogs.export_dialog import ExportDialog, ExportFormat, ExportWish, target_problem
from annotator.gui.dialogs.frame import Scrolling
from annotator.gui.dialogs.import_dialog import ImportDialog, ImportWish
from annotator.gui.dialogs.kinds import kind_text, sign_text
from annotator.gui.dialogs.label_table import MOST_LABELS
from annotator.gui.dialogs.rename import AskText
from annotator.gui.dialogs.report_dialog import MOST_LINES
from annotator.gui.dialogs.settings_dialog import Place, SettingsDialog
from annotator.gui.dress import current_theme
from annotator.queries.article_states import Standing
from annotator.settings import Settings

# Offscreen, Qt says so of every window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)

FORMATS = [
    ExportFormat("native", "Annotation set", ".jsonl"),
    ExportFormat("csv", "Tables", ".zip", ("review", "comment")),
]


@pytest.fixture
def export(qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    dialog = ExportDialog(FORMATS, ["Ana", "Ben"], tmp_path / "harbour.jsonl", ["a1"])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


# Export ----------------------------------------------------------------------------------------------


def test_export_of_everything_names_nobody_and_nothing(export: ExportDialog, tmp_path: Path) -> None:
    export.export.click()
    assert export.wish == ExportWish(tmp_path / "harbour.jsonl", "native", None, None, verify=True, manifest=True)


def test_export_of_some_names_them(export: ExportDialog, tmp_path: Path) -> None:
    export.some.click()
    export.ticks[0].click()
    export.articles.selected.click()
    export.format_list.setCurrentIndex(1)
    export.export.click()
    assert export.wish == ExportWish(tmp_path / "harbour.zip", "csv", ("Ben",), ("a1",), verify=False, manifest=True)


def test_export_says_what_a_format_loses(export: ExportDialog) -> None:
    export.format_list.setCurrentIndex(1)
    assert export.losses.text() == "This format cannot keep: reviews, comments."


def test_export_counts_what_would_be_lost_of_what_is_chosen(export: ExportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(export.losses_wanted, timeout=3000) as wanted:
        export.format_list.setCurrentIndex(1)
    (wish,) = wanted.args or ()
    assert isinstance(wish, ExportWish)
    assert (wish.format, wish.annotators, wish.articles) == ("csv", None, None)
    export.show_losses(wish, {"review": 3, "comment": 12})
    assert export.losses.text() == "Not kept by this format, of what is chosen: reviews 3, comments 12."
    export.show_losses(wish, {})
    assert export.losses.text().endswith("nothing is lost.")
    with qtbot.waitSignal(export.losses_wanted, timeout=3000):
        export.articles.selected.click()
    export.show_losses(wish, {"review": 3})
    assert "3 reviews" not in export.losses.text()


def test_export_compares_only_what_loses_nothing(export: ExportDialog) -> None:
    assert export.verify.isChecked()
    export.format_list.setCurrentIndex(1)
    assert not export.verify.isEnabled()
    assert not export.verify.isChecked()
    export.manifest.click()
    export.export.click()
    assert export.wish is not None
    assert not export.wish.manifest


STANDING = Standing(
    ("a1", "a2", "a3"),
    {"Ana": {"a1": "finished", "a2": "in_progress"}, "Ben": {"a1": "in_progress", "a2": "reviewed"}, "Cem": {}},
)


@pytest.fixture
def by_state(qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    names = ["Ana", "Ben", "Agreed"]
    dialog = ExportDialog(FORMATS, names, tmp_path / "a.jsonl", standing=STANDING, consensus=["Agreed"])
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.articles.by_state.click()
    return dialog


def told(dialog: ExportDialog) -> list[str]:
    return [tick.text() for tick in dialog.articles.ticks.values()]


def test_export_by_state_names_the_articles(by_state: ExportDialog) -> None:
    assert not by_state.articles.selected.isEnabled()
    assert told(by_state) == ["New: 1", "In progress: 0", "Finished: 1", "Reviewed: 1"]
    by_state.articles.ticks["new"].click()
    by_state.articles.ticks["finished"].click()
    by_state.export.click()
    assert by_state.wish is not None
    assert by_state.wish.articles == ("a2", "a3")


def test_export_by_state_follows_whose_tags_are_chosen(by_state: ExportDialog) -> None:
    by_state.some.click()
    for tick in by_state.ticks[1:]:
        tick.click()
    assert told(by_state) == ["New: 1", "In progress: 1", "Finished: 1", "Reviewed: 0"]
    by_state.articles.ticks["finished"].click()
    assert by_state.said.text() == "No article is in a state that is ticked."
    assert not by_state.export.isEnabled()


def test_export_of_the_consensus_alone(by_state: ExportDialog) -> None:
    by_state.agreed.click()
    by_state.export.click()
    assert by_state.wish is not None
    assert (by_state.wish.annotators, by_state.wish.articles) == (("Agreed",), ("a1", "a2"))


def test_export_needs_somebody(export: ExportDialog) -> None:
    export.some.click()
    for tick in export.ticks:
        tick.click()
    assert not export.export.isEnabled()
    assert "at least one" in export.said.text()


def test_export_says_before_that_a_file_will_be_replaced(export: ExportDialog, tmp_path: Path) -> None:
    (tmp_path / "old.jsonl").touch()
    export.file.setText(str(tmp_path / "old.jsonl"))
    assert "replaced" in export.said.text()
    assert export.export.isEnabled()


def test_export_adds_the_suffix_that_is_missing(export: ExportDialog, tmp_path: Path) -> None:
    export.file.setText(str(tmp_path / "mine"))
    export.export.click()
    assert export.wish is not None
    assert export.wish.path == tmp_path / "mine.jsonl"


def test_a_target_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    assert target_problem(tmp_path / "a.jsonl") == ""
    assert "folder does not exist" in target_problem(tmp_path / "none" / "a.jsonl")
    assert "is a folder" in target_problem(tmp_path)
    assert "name" in target_problem(Path())
    assert "whole path" in target_problem(Path("a.jsonl"))


# Import ----------------------------------------------------------------------------------------------

REPORT = FileReport(
    "/data/ben.jsonl",
    "native",
    claims=3,
    same=1,
    refused=[Refusal("/data/ben.jsonl:17", "A claim without parts.")],
)


def test_import_shows_what_is_refused_and_where(qtbot: QtBot) -> None:
    dialog = ImportDialog([REPORT], {"native": "Annotation set"})
    qtbot.addWidget(dialog)
    assert dialog.refused.as_text() == "/data/ben.jsonl:17\tA claim without parts."
    assert dialog.take.isEnabled()


def test_import_lists_what_is_moved_kept_elsewhere_or_in_conflict(qtbot: QtBot) -> None:
    report = FileReport("/data/a.ann", "brat", claims=3, moved=1, conflicts=["Claim 7 is here otherwise."])
    report.ignored = ["moved: a.ann:3: 5–9, now at 7–11", "no length: a.ann:4: Port at 9", "no place for “Alias” (2)"]
    dialog = ImportDialog([report], {"brat": "brat stand-off"})
    qtbot.addWidget(dialog)
    assert dialog.refused.as_text().splitlines() == [
        f"/data/a.ann\t{words}" for words in (*report.conflicts, *report.ignored)
    ]
    said = [each.text() for each in dialog.findChildren(QLabel)]
    assert "Recognised: it has stand-off records, as in .ann files." in said
    assert "Spans of no length, kept as a note on their article: 1." in said
    assert "Things that this program has no place for, listed below: 1." in said


def test_a_long_report_shows_its_beginning(qtbot: QtBot) -> None:
    report = FileReport("/data/a.ann", "brat", claims=3, ignored=[f"moved: {n}" for n in range(1000)])
    dialog = ImportDialog([report], {})
    qtbot.addWidget(dialog)
    assert dialog.refused.rowCount() == MOST_LINES + 1
    last = dialog.refused.item(MOST_LINES, 1)
    assert last is not None
    assert last.text() == "and 960 more; who copies all, or this line, takes them too."
    assert dialog.refused.as_text().count("\n") == 999
    dialog.refused.selectRow(3)
    assert dialog.refused.as_text(selected=True) == "/data/a.ann\tmoved: 3"
    dialog.refused.selectRow(MOST_LINES)
    assert dialog.refused.as_text(selected=True).count("\n") == 999


def test_thousands_of_labels_are_too_many_to_choose_for(qtbot: QtBot) -> None:
    labels = [Label(f"Topic {n}", "span", "passage", 1, ()) for n in range(3_000)]
    dialog = ImportDialog([REPORT], {}, labels=labels)
    qtbot.addWidget(dialog)
    assert dialog.labels.rowCount() == MOST_LABELS
    qtbot.waitUntil(lambda: dialog.labels.cellWidget(MOST_LABELS - 1, 2) is not None)
    said = [each.text() for each in dialog.findChildren(QLabel)]
    assert f"Rarer labels, which become what they are by default: {dialog.locale().toString(2_800)}." in said
    assert dialog.wish().labels == ()


def test_every_format_that_is_read_says_how_it_was_told() -> None:
    assert [each.name for each in formats() if each.reads and not sign_text(each.name)] == []


def test_import_with_nothing_to_take_in_cannot_be_pressed(qtbot: QtBot) -> None:
    dialog = ImportDialog([FileReport("/data/ben.jsonl", "native", same=9)], {})
    qtbot.addWidget(dialog)
    assert not dialog.take.isEnabled()
    assert "already" in dialog.explanation.text()


def test_import_asks_for_another_rehearsal_when_read_otherwise(qtbot: QtBot) -> None:
    dialog = ImportDialog([REPORT], {})
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.rehearsal_wanted, timeout=1000) as wanted:
        dialog.partial.click()
    assert wanted.args == [ImportWish(None, True)]
    assert not dialog.take.isEnabled()
    dialog.show_reports([REPORT])
    assert dialog.take.isEnabled()
    dialog.name.setText(" Ben ")
    with qtbot.waitSignal(dialog.rehearsal_wanted, timeout=1000) as wanted:
        dialog.name.editingFinished.emit()
    assert wanted.args == [ImportWish("Ben", True)]


def test_import_maps_foreign_labels(qtbot: QtBot) -> None:
    labels = [
        Label("Content", "span", "claim", 330, ("a claim",)),
        Label("Hedge", "span", "passage", 12, ("perhaps", "it seems")),
        Label("Content", "role", "claim", 322, ("a claim",)),
        Label("Family", "relation", None, 3, ()),
    ]
    dialog = ImportDialog([REPORT], {}, labels=labels)
    qtbot.addWidget(dialog)
    assert [dialog.labels.item(row, 0).text() for row in range(dialog.labels.rowCount())] == [
        "Content", "Hedge", "Family",
    ]  # fmt: skip
    assert dialog.wish().labels == ()
    box = dialog.labels.cellWidget(1, 2)
    assert isinstance(box, QComboBox)
    with qtbot.waitSignal(dialog.rehearsal_wanted, timeout=1000) as wanted:
        box.setCurrentIndex(box.findData("ignore"))
    assert wanted.args == [ImportWish(labels=(("Hedge", "ignore"),))]
    assert dialog.wish().options().labels == {"Hedge": "ignore"}
    family = dialog.labels.cellWidget(2, 2)
    assert isinstance(family, QComboBox)
    assert family.currentText() == "only reported"
    dialog.texts.setText("/texts")
    dialog.texts.editingFinished.emit()
    assert dialog.wish().texts == Path("/texts")


# Settings --------------------------------------------------------------------------------------------


@pytest.fixture
def dialog(qtbot: QtBot) -> SettingsDialog:
    made = SettingsDialog(Settings(annotator="Ana", recent=["/a"]), [Place("Log", "/log/a.log", Path("/log"))])
    qtbot.addWidget(made)
    return made


def test_settings_are_told_as_they_change_and_the_given_ones_stay(qtbot: QtBot) -> None:
    given = Settings(annotator="Ana")
    made = SettingsDialog(given)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.changed, timeout=1000) as changed:
        made.reading_size.more.click()
    assert changed.args[0].reading_size == 13.5
    assert given.reading_size == 13.0


def test_put_back_returns_to_what_was(dialog: SettingsDialog, qtbot: QtBot) -> None:
    assert not dialog.put_back.isEnabled()
    dialog.colleagues.click()
    dialog.column_width.more.click()
    assert dialog.put_back.isEnabled()
    with qtbot.waitSignal(dialog.changed, timeout=1000) as changed:
        dialog.put_back.click()
    assert changed.args[0] == Settings(annotator="Ana", recent=["/a"])
    assert not dialog.put_back.isEnabled()


def test_usual_values_are_those_of_the_shown_page(dialog: SettingsDialog) -> None:
    dialog.line_spacing.more.click()
    assert not dialog.defaults.isEnabled()
    dialog.colleagues.click()
    dialog.defaults.click()
    assert dialog.settings == Settings(annotator="Ana", recent=["/a"], line_spacing=dialog.settings.line_spacing)
    assert dialog.settings.line_spacing != Settings().line_spacing
    dialog.tabs.setCurrentIndex(1)
    dialog.defaults.click()
    assert dialog.settings == Settings(annotator="Ana", recent=["/a"])
    dialog.tabs.setCurrentIndex(3)
    assert not dialog.defaults.isEnabled()


def test_the_name_of_the_environment_is_shown_as_the_one_that_rules(qtbot: QtBot) -> None:
    made = SettingsDialog(Settings(annotator="Ana"), ruling_name="Ben")
    qtbot.addWidget(made)
    assert (made.name.text(), made.name.isReadOnly()) == ("Ben", True)
    made.put_back.click()
    made.defaults.click()
    assert made.settings.annotator == "Ana"


def test_without_a_name_the_systems_user_stands_in_the_field(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANNOTATOR_NAME", raising=False)
    monkeypatch.setenv("LOGNAME", "cora")
    made = SettingsDialog(Settings())
    qtbot.addWidget(made)
    assert (made.name.text(), made.name.placeholderText()) == ("", "cora")


def test_the_interface_at_200_percent_is_twice_the_usual_points(dialog: SettingsDialog) -> None:
    dialog.interface_size.chosen.emit("200")
    assert dialog.settings.interface_size == 19.5
    dialog.interface_size.chosen.emit("100")
    assert dialog.settings.interface_size == 0.0


# Questions -------------------------------------------------------------------------------------------


def test_a_question_gives_the_answer_that_was_pressed(qtbot: QtBot) -> None:
    question = Confirm(None, "Undo?", "It concerns 38 articles.", [Choice("pass", "Pass"), Choice("go", "Go")])
    qtbot.addWidget(question)
    question.ways[1].click()
    assert question.answer == "go"


def test_enter_does_not_do_what_is_dangerous(qtbot: QtBot) -> None:
    question = Confirm(None, "Remove?", "9 marks go with it.", [Choice("yes", "Remove", "danger")])
    qtbot.addWidget(question)
    question.show()
    qtbot.keyClick(question, Qt.Key.Key_Return)
    assert question.answer is None


def test_a_name_is_taken_trimmed_and_never_empty(qtbot: QtBot) -> None:
    asking = AskText(None, "Rename", "Name", "Mira")
    qtbot.addWidget(asking)
    asking.line.setText("   ")
    assert not asking.take.isEnabled()
    asking.line.setText(" Mira Okafor ")
    assert asking.take.isEnabled()
    assert asking.value() == "Mira Okafor"


def test_an_open_dialog_follows_the_theme(dialog: SettingsDialog, qapp: QApplication, qtbot: QtBot) -> None:
    sheet, palette = qapp.styleSheet(), qapp.palette()
    style, font = qapp.style().objectName(), qapp.font()
    try:
        theme.apply(qapp, theme.LIGHT)
        dialog.show()
        qtbot.waitUntil(lambda: theme.LIGHT.card in dialog.styleSheet())
        theme.apply(qapp, theme.DARK)
        qtbot.waitUntil(lambda: theme.DARK.card in dialog.styleSheet())
        assert current_theme() is theme.DARK
    finally:
        qapp.setStyleSheet(sheet)
        qapp.setStyle(style)
        qapp.setPalette(palette)
        qapp.setFont(font)


def test_what_formats_lose_is_called_alike_everywhere() -> None:
    assert {key: kind_text(key) for key in LOST} == LOST


def test_a_dialog_grows_with_what_it_holds_as_far_as_there_is_room(export: ExportDialog, qtbot: QtBot) -> None:
    export.resize(640, 460)
    export.show()
    [area] = export.findChildren(Scrolling)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    before = export.height()
    export.some.setChecked(True)
    qtbot.waitUntil(lambda: export.height() > before)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    assert export.height() <= export.screen().availableSize().height()
