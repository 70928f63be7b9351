"""The tabs count what the article holds, narrow as one types, and report what is asked for."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from annotator.gui.panel.display import Display
from annotator.gui.panel.panel import Panel
from annotator.gui.panel.speaker_model import SpeakerRow
from annotator.gui.panel.topic_model import COUNT_ROLE, KEY_ROLE, explanation
from annotator.gui.theme import DARK, LIGHT
from annotator.records import MentionRecord, Part, PassageRecord, TopicRecord
from tests.gui.invented import ANNOTATORS, DISPLAY, SPEAKERS, TOPICS, claim, some_claims, speaker, topic

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture
def panel(qtbot: QtBot) -> Panel:
    made = Panel(LIGHT)
    qtbot.addWidget(made)
    made.resize(372, 700)
    made.show()
    made.set_marks(some_claims(), DISPLAY)
    return made


def tab_words(panel: Panel) -> list[str]:
    bar = panel.findChild(QTabBar)
    assert bar is not None
    return [bar.tabText(number) for number in range(bar.count())]


def speaker_rows(panel: Panel) -> list[tuple[str, int]]:
    model = panel.speakers.model
    rows = [model.row(model.index(number, 0)) for number in range(model.rowCount())]
    return [(row.speaker.name if row.speaker else row.heading, row.claims) for row in rows if row]


def topic_rows(panel: Panel, above: QModelIndex | None = None) -> list[str]:
    model, found = panel.topics.model, []
    above = above or QModelIndex()
    for number in range(model.rowCount(above)):
        index = model.index(number, 0, above)
        found += [f"{index.data()} {index.data(COUNT_ROLE)}", *topic_rows(panel, index)]
    return found


def test_the_tabs_count_claims_and_the_speakers_and_topics_of_the_article(panel: Panel) -> None:
    assert tab_words(panel) == ["Claims 4", "Speakers 4", "Topics 4"]


def test_speakers_of_the_article_come_first_and_merged_ones_count_for_the_winner(panel: Panel) -> None:
    rows = speaker_rows(panel)
    assert rows[0] == ("In this article", 0)
    assert rows[1] == ("Mira Okafor", 2)
    assert [name for name, _ in rows[5:]] == ["In the project", "Petra Lindqvist", "Residents of Brackwater"]
    assert "The minister" not in [name for name, _ in rows]


def test_counts_follow_the_claims(panel: Panel) -> None:
    new = claim("c9", 900, "new", speakers=(speaker("lindqvist"),), topics=(topic("silt"), topic("old")))
    panel.update_marks([new], ["c1"])
    assert ("Petra Lindqvist", 1) in speaker_rows(panel)
    assert ("Mira Okafor", 1) in speaker_rows(panel)
    assert {"Silt and eelgrass 1", "Port fees 2"} <= set(topic_rows(panel))
    panel.update_marks([msgspec.structs.replace(new, speakers=())])
    assert ("Petra Lindqvist", 0) in speaker_rows(panel)
    assert tab_words(panel) == ["Claims 4", "Speakers 4", "Topics 5"]


def test_an_article_without_claims_says_what_to_do(panel: Panel) -> None:
    panel.update_marks([], ["c1", "c2", "c3", "c4"])
    assert not panel.cards.isVisible()
    panel.update_marks(some_claims())
    assert panel.cards.isVisible()


def test_other_names_reach_the_cards_and_the_lists(panel: Panel) -> None:
    renamed = {**SPEAKERS, "okafor": msgspec.structs.replace(SPEAKERS["okafor"], name="M. Okafor")}
    panel.set_display(Display(renamed, TOPICS, ANNOTATORS, me="ana"))
    assert ("M. Okafor", 2) in speaker_rows(panel)


def test_the_speakers_are_narrowed_by_name_and_alias(panel: Panel, qtbot: QtBot) -> None:
    panel.speakers.filter.setText("harbour min")
    qtbot.waitUntil(lambda: speaker_rows(panel) == [("Mira Okafor", 2)])
    panel.speakers.filter.setText("nobody")
    qtbot.waitUntil(lambda: speaker_rows(panel) == [])
    with qtbot.waitSignal(panel.speakers.speaker_new) as made:
        panel.speakers._empty.asked.emit()
    assert made.args == ["nobody", "person"]


def test_a_speaker_is_renamed_in_place(panel: Panel, qtbot: QtBot) -> None:
    panel.speakers.select("albrecht")
    model = panel.speakers.model
    index = panel.speakers.view.currentIndex()
    with qtbot.assertNotEmitted(panel.speakers.speaker_renamed):
        model.setData(index, "  Jonas Albrecht ")
        model.setData(index, "   ")
    with qtbot.waitSignal(panel.speakers.speaker_renamed) as renamed:
        model.setData(index, " Jonas P. Albrecht ")
    assert renamed.args == ["albrecht", "Jonas P. Albrecht"]


def test_the_actions_of_a_speaker_wait_for_a_chosen_row_and_name_it(panel: Panel, qtbot: QtBot) -> None:
    tab = panel.speakers
    actions = {action.text(): action for action in tab.view.actions()}
    assert not actions["Delete"].isEnabled()
    assert actions["New speaker"].isEnabled()
    tab.select("guild")
    for words, signal in (("Delete", tab.speaker_deleted), ("Merge into…", tab.speaker_merge_requested)):
        with qtbot.waitSignal(signal) as asked:
            actions[words].trigger()
        assert asked.args == ["guild"]
    kinds = tab.kinds_menu().actions()
    assert [action.text() for action in kinds if action.isChecked()] == ["Organisation"]
    with qtbot.waitSignal(tab.speaker_kind) as asked:
        kinds[2].trigger()
    assert asked.args == ["guild", "group"]


def test_the_topics_are_a_tree_in_its_order_with_counts_and_keys(panel: Panel) -> None:
    assert topic_rows(panel) == [
        "Port fees 2",
        "Level of the rise 1",
        "Exemptions for fishing boats 0",
        "Dredging 1",
        "Silt and eelgrass 0",
        "Strike 2",
    ]
    assert panel.topics.model.index_of("fees").data(KEY_ROLE) == "p"


def test_a_narrowed_tree_keeps_the_topics_above_a_hit(panel: Panel, qtbot: QtBot) -> None:
    panel.topics.filter.setText("eelgrass")
    qtbot.waitUntil(lambda: topic_rows(panel) == ["Dredging 1", "Silt and eelgrass 0"])
    panel.topics.filter.setText("")
    qtbot.waitUntil(lambda: len(topic_rows(panel)) == 6)


def test_what_was_folded_stays_folded_when_topics_change(panel: Panel) -> None:
    panel.topics._tree.collapse(panel.topics.model.index_of("fees"))
    panel.set_display(Display(SPEAKERS, {**TOPICS, "new": TopicRecord("new", "Jobs")}, ANNOTATORS, me="ana"))
    assert not panel.topics._tree.isExpanded(panel.topics.model.index_of("fees"))
    assert panel.topics._tree.isExpanded(panel.topics.model.index_of("dredging"))
    assert "Jobs 0" in topic_rows(panel)


def test_the_actions_of_a_topic_name_it(panel: Panel, qtbot: QtBot) -> None:
    tab = panel.topics
    tab.select("silt")
    actions = {action.text(): action for action in tab.view.actions()}
    expected = (
        ("New topic below", tab.topic_new, ["", "silt"]),
        ("Colour", tab.topic_colour_requested, ["silt"]),
        ("Merge into…", tab.topic_merge_requested, ["silt"]),
        ("Delete", tab.topic_deleted, ["silt"]),
        ("New topic", tab.topic_new, ["", None]),
    )
    for words, signal, args in expected:
        with qtbot.waitSignal(signal) as asked:
            actions[words].trigger()
        assert asked.args == args
    with qtbot.waitSignal(tab.topic_renamed) as renamed:
        tab.model.setData(tab.model.index_of("silt"), "Silt")
    assert renamed.args == ["silt", "Silt"]


def test_definitions_are_explained_as_text_and_not_as_markup() -> None:
    words = explanation(TOPICS["dredging"])
    assert "Deepening &lt;the&gt; channel." in words
    assert "Silt &amp; eelgrass" in words
    assert explanation(TOPICS["strike"]) == ""


def test_esc_clears_the_filter_and_leaves_it(panel: Panel, qtbot: QtBot) -> None:
    panel.show_tab("topics")
    panel.topics.filter.setText("silt")
    with qtbot.waitSignal(panel.left):
        QTest.keyClick(panel.topics.filter, Qt.Key.Key_Escape)
    assert panel.topics.filter.text() == ""


def test_fields_and_note_bring_the_claims_to_the_front(panel: Panel) -> None:
    panel.set_current("c2")
    panel.show_tab("speakers")
    panel.focus_fields()
    assert panel.current_tab() == "claims"
    assert not panel.field_rect("c2", "topic").isEmpty()


def test_both_themes_can_be_shown_one_after_the_other(panel: Panel) -> None:
    for theme in (DARK, LIGHT):
        panel.set_theme(theme)
        for tab in ("claims", "speakers", "topics"):
            panel.show_tab(tab)
            assert not panel.grab().isNull()


def test_who_is_only_mentioned_and_what_only_passages_are_about_stand_in_the_lists(panel: Panel) -> None:
    said = MentionRecord("m", "a", 1, "ana", (Part(0, 2, "he"),), "residents", "", {}, (), 0, "", "")
    about = PassageRecord("p", "a", 1, "ana", (Part(0, 2, "he"),), "silt", "", {}, (), 0, "", "")
    claims, speakers, topics = panel.counts()
    model = panel.speakers.model
    before = [model.row(model.index(row, 0)) for row in range(model.rowCount())]
    panel.update_marks([said, about])
    assert panel.counts() == (claims, speakers + 1, topics + 1)
    rows = [model.row(model.index(row, 0)) for row in range(model.rowCount())]
    last_here = next(number for number, row in enumerate(rows) if row and row.heading == "In the project") - 1
    assert rows[last_here] == SpeakerRow(SPEAKERS["residents"], 0)
    panel.update_marks([msgspec.structs.replace(said, speaker=None)], ["p"])
    assert panel.counts() == (claims, speakers, topics)
    assert [model.row(model.index(row, 0)) for row in range(model.rowCount())] == before
