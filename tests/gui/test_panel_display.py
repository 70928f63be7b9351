"""Ids stand for what they were merged into; damaged references do not hang; the cards say what they show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.gui.panel.card_plan import quote_of, rows_of
from annotator.gui.panel.display import DEFAULT_COLOUR, Display
from annotator.gui.panel.quote import Quote, reading_font
from annotator.gui.theme import LIGHT
from annotator.records import SpeakerRecord, TopicRecord
from tests.gui.invented import DISPLAY, claim, some_claims, speaker, topic


def test_a_merged_speaker_and_topic_go_by_the_name_of_the_winner() -> None:
    assert DISPLAY.speaker_name("minister") == "Mira Okafor"
    assert DISPLAY.topic_name("old") == "Port fees"
    assert DISPLAY.names().speakers["minister"] == "Mira Okafor"
    assert DISPLAY.names().topics["old"] == ("Port fees", "#3a86c8")


def test_a_topic_without_a_colour_takes_that_of_the_topic_above() -> None:
    assert DISPLAY.topic_colour("level") == "#3a86c8"
    assert DISPLAY.topic_path("level") == ("Port fees", "Level of the rise")
    assert DISPLAY.topic_colour("unheard of") == DEFAULT_COLOUR


def test_circles_end() -> None:
    circle = Display(
        {"a": SpeakerRecord("a", "A", merged_into="b"), "b": SpeakerRecord("b", "B", merged_into="a")},
        {"x": TopicRecord("x", "X", parent="y"), "y": TopicRecord("y", "Y", parent="x")},
    )
    assert circle.speaker_name("a") in ("A", "B")
    assert circle.topic_colour("x") == DEFAULT_COLOUR
    assert circle.topic_path("x")[-1] == "X"


def test_nobodys_marks_are_mine_before_the_first() -> None:
    assert DISPLAY.is_mine("ana")
    assert not DISPLAY.is_mine("ben")
    assert not Display().is_mine("ana")


def test_parts_are_joined_in_text_order() -> None:
    assert quote_of(some_claims()[1]) == (
        "“Every month that we wait costs the town two ships,” … “and those ships do not come back.”"
    )


def test_a_current_claim_of_mine_shows_all_choices_and_a_folded_one_only_what_is_set() -> None:
    shown = some_claims()[1]
    unfolded = rows_of(shown, DISPLAY, LIGHT, current=True, editable=True)
    assert [row.label for row in unfolded] == ["Speaker", "Cue", "Topic", "Kind", "Certainty", "Asserts"]
    assert [chip.face.text for chip in unfolded[3].chips if chip.face.chosen] == ["direct"]
    folded = rows_of(shown, DISPLAY, LIGHT, current=False, editable=True)
    assert [[chip.face.text for chip in row.chips] for row in folded] == [
        ["Mira Okafor"],
        ["Dredging", "direct · Certainty: medium"],
    ]
    assert folded[0].chips[0].face.soft == "“she”"


def test_roles_other_than_says_stand_beside_the_name() -> None:
    faces = [chip.face for chip in rows_of(some_claims()[2], DISPLAY, LIGHT, current=False, editable=True)[0].chips]
    assert [(face.before, face.text) for face in faces] == [
        ("reported by:", "Jonas Albrecht"),
        ("on behalf of:", "Fishermen’s Guild of Selm Bay"),
    ]


def test_a_speaker_who_is_only_mentioned_is_shown_by_the_words() -> None:
    made = claim("c", 0, "words", speakers=(speaker(None, mentioned="he"), speaker(None)))
    faces = [chip.face for chip in rows_of(made, DISPLAY, LIGHT, current=False, editable=True)[0].chips]
    assert [face.text for face in faces] == ["“he”", "someone"]


def test_many_topics_are_counted_on_a_folded_card() -> None:
    made = claim("c", 0, "words", topics=tuple(topic("fees") for _ in range(9)))
    texts = [chip.face.text for chip in rows_of(made, DISPLAY, LIGHT, current=False, editable=True)[1].chips]
    assert texts == ["Port fees"] * 4 + ["5 more"]


def test_a_quote_is_shortened_to_its_lines_and_keeps_its_direction(qapp: QApplication) -> None:
    quote = Quote(reading_font())
    words = "«الرسوم ضرورية من أجل تعميق القناة» 2027 Halden Capital " * 9
    assert quote.lay_out(words, 250, 4) == 4 * quote.pitch
    assert quote.shortened
    assert all(layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft for layout in quote._layouts)
    assert quote.lay_out("two words", 250, 4) == quote.pitch
    assert not quote.shortened
    assert quote.lay_out("𝒏" * 300, 250, 2) == 2 * quote.pitch
