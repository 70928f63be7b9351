"""The palette: everything by its name, what was taken last first, and a reason for what cannot be done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.actions.speakers import make_speaker
from annotator.actions.topics import make_topic
from annotator.gui.commands import BY_ID, COMMANDS
from annotator.gui.main_window import MainWindow
from annotator.gui.palette.palette import Palette
from annotator.gui.palette.ranking import Likeness
from annotator.gui.picker_model import PickerRow
from annotator.settings import Settings
from annotator.store import Store
from tests.sample_articles import TEXT, add_articles, article_record

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def known(window: MainWindow, store: Store) -> MainWindow:
    """The window with one more article, a speaker and a topic."""
    add_articles(store, [article_record("article-2", title="Nobody asked the fishermen")], source="second")
    make_speaker(store, "Mira Okafor", speaker_id="okafor")
    make_topic(store, "Dredging spoil", topic_id="spoil")
    return window


def opened(window: MainWindow, typed: str = "") -> Palette:
    window.actions_["palette"].trigger()
    palette = window.palette_.palette
    assert palette is not None
    palette.field.setText(typed)
    return palette


def rows(palette: Palette) -> list[PickerRow]:
    model = palette.model
    found = [model.row(model.index(number, 0)) for number in range(model.rowCount())]
    return [row for row in found if row is not None]


def names(palette: Palette) -> list[str]:
    return [row.words for row in rows(palette) if row.kind == "item"]


def take(palette: Palette) -> None:
    QTest.keyClick(palette.field, Qt.Key.Key_Return)


def test_every_command_is_found_by_its_name_and_runs(window: MainWindow) -> None:
    palette = opened(window)
    assert {*names(palette)} >= {each.label for each in COMMANDS if each.id != "palette"}
    for command in COMMANDS:
        if command.id != "palette":
            palette.field.setText(command.label)
            assert command.label in names(palette)[:3]
    palette.field.setText("next sentence")
    assert window.project is not None
    before = window.project.screen.reader.cursor_state.caret
    take(palette)
    assert window.project.screen.reader.cursor_state.caret > before
    assert window.palette_.palette is None


def test_what_the_lists_of_the_codebook_can_do_is_found_while_it_is_shown(known: MainWindow) -> None:
    assert "Merge into…" not in names(opened(known, "merge into"))
    known.palette_.open()
    known.show_screen("codebook")
    assert known.project is not None
    known.project.screens.shown.topics.list.select("spoil")  # type: ignore[attr-defined]  # its list
    palette = opened(known)
    assert "Shift+Ins" in {row.key for row in palette._rows.values() if row.kind == "action"}
    palette.field.setText("retire")
    assert names(palette)[0] == "Retire or bring back"
    before = list(known.settings.palette)
    take(palette)
    assert known.project.screens.shown.book.words.topics["spoil"].retired  # type: ignore[attr-defined]
    assert known.settings.palette == before
    known.project.screens.shown.show_page("speakers")  # type: ignore[attr-defined]
    assert names(opened(known, "kind"))[0] == "Kind"


def test_keys_are_shown_and_letters_are_typed(window: MainWindow) -> None:
    palette = opened(window)
    assert palette._rows["command:claim"].key == "C"
    QTest.keyClicks(palette.field, "c")
    assert palette.field.text() == "c"


def test_what_cannot_be_done_says_why_and_is_not_taken(window: MainWindow) -> None:
    palette = opened(window, BY_ID["supports"].label)
    (first, *_) = rows(palette)
    assert first.item is not None
    assert first.item.detail.startswith("Make or choose a claim first")
    take(palette)
    assert window.palette_.palette is palette
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert window.palette_.palette is None


def test_articles_speakers_and_topics_are_gone_to(known: MainWindow) -> None:
    assert known.project is not None
    screen = known.project.screen
    take(opened(known, "fishermen"))
    assert screen.opened.record is not None
    assert screen.opened.record.id == "article-2"
    take(opened(known, "okaf"))
    assert (screen.panel.current_tab(), screen.panel.speakers.chosen()) == ("speakers", "okafor")
    take(opened(known, "spoil dred"))
    assert (screen.panel.current_tab(), screen.panel.topics.chosen()) == ("topics", "spoil")


def test_a_speaker_is_shown_also_where_the_panel_is_folded_away(known: MainWindow) -> None:
    assert known.project is not None
    known.actions_["panel_pane"].trigger()
    assert known.project.screen.panes.sizes()[2] == 0
    take(opened(known, "okaf"))
    assert known.project.screen.panes.sizes()[2] > 0


def test_what_was_taken_last_comes_first(known: MainWindow) -> None:
    take(opened(known, "keys"))
    take(opened(known, "okafor"))
    assert known.settings.palette == ["speaker:okafor", "command:keys"]
    palette = opened(known)
    assert [row.words for row in rows(palette)[:3]] == ["Used last", "Mira Okafor", "All keys"]
    known.commands.close_sheets()


def test_words_that_are_no_name_are_found_in_the_article(window: MainWindow) -> None:
    palette = opened(window, "too shallow")
    assert [row.kind for row in rows(palette)] == ["new"]
    take(palette)
    assert window.project is not None
    assert window.project.screen.reading.find_bar.field.text() == "too shallow"
    assert window.project.screen.reader.cursor_state.caret == TEXT.index("too shallow")


def test_the_key_closes_it_again_and_the_bar_opens_it(window: MainWindow, qtbot: QtBot) -> None:
    opened(window)
    window.actions_["palette"].trigger()
    assert window.palette_.palette is None
    window.top_bar.search.click()
    assert window.palette_.palette is not None
    assert window.palette_.palette.field.accessibleName()
    window.palette_.palette.close_unanswered()


def test_without_a_project_the_commands_are_there_with_their_reasons(qtbot: QtBot) -> None:
    window = MainWindow(Settings(annotator="Ana"), at_once=True, keep_settings=False)
    qtbot.addWidget(window)
    window.show()
    palette = opened(window, "finish")
    assert rows(palette)[0].words == "Finish, open the next"
    assert palette._rows["command:finish"].refused == "Open a project first."
    palette.close_unanswered()


def test_likeness_beginning_then_words_in_any_order_then_near_misses() -> None:
    found = Likeness(["Port fees", "Fees of a port", "Airport", "Okafor"], [(), (), (), ("minister",)], [1])
    assert found.ranked("port") == [1, 0, 2]
    assert found.ranked("fees port") == [0, 1]
    assert found.ranked("minis") == [3]
    assert found.ranked("okfaor") == [3]
    assert found.ranked("zz") == []
