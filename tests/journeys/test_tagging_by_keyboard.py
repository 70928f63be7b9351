"""An analyst tags every kind of mark with the keyboard alone; the database holds exactly that."""

from __future__ import annotations

from tests.journeys.analyst import Analyst


def names(analyst: Analyst) -> list[tuple[str, str, bool]]:
    """The current claim's speakers: name, role, and whether words in the text name them."""
    known = analyst.project.screen.lookup.speakers
    return [(known[one.speaker or ""].name, one.role, one.mention is not None) for one in analyst.claim().speakers]


def about(analyst: Analyst) -> list[tuple[str, str | None]]:
    """The current claim's topics: name and stance."""
    known = analyst.project.screen.lookup.topics
    return [(known[one.topic].name, one.stance) for one in analyst.claim().topics]


def test_seven_keys_make_a_claim_with_speaker_and_topic_and_nobody_waits_between_them(
    reading: Analyst,
) -> None:
    reading.go_to("The port fees")
    reading.press("C", "S")
    reading.type("Jonas Albrecht")
    reading.press("Enter")
    reading.press("T")
    reading.type("Labour")
    reading.press("Enter", "Enter")
    reading.rest()
    reading.go_to("Jonas Albrecht")
    reading.keys = 0
    reading.press("C", "S", "J", "Enter", "T", "L", "Enter")
    assert reading.keys == 7
    reading.press("2")
    reading.rest()
    assert reading.claim().parts[0].quote == reading.sentence()
    assert names(reading) == [("Jonas Albrecht", "says", False)]
    assert about(reading) == [("Labour", "opposes")]
    assert len(reading.claims()) == 2


def test_a_topics_own_key_takes_it_at_once_and_enter_then_only_leaves_the_claim(reading: Analyst) -> None:
    reading.go_to("The port fees")
    reading.press("C", "T", "P", "1")
    reading.rest()
    assert about(reading) == [("Port fees", "supports")]
    reading.press("Enter")
    assert reading.current() is None
    assert reading.sentence().startswith("“The channel")


def test_an_interrupted_quotation_has_two_parts_a_cue_and_a_speaker_named_by_words(reading: Analyst) -> None:
    reading.select("“The channel is too shallow,”")
    reading.press("C")
    reading.select("“and two ships a month go to Wessel.”")
    reading.press("Shift+C")
    reading.select("said")
    reading.press("U")
    reading.select("Mira Okafor")
    reading.press("S")
    reading.type("Mira Okafor")
    reading.press("Enter", "R", "R", "D", "Y", "Y")
    reading.rest()
    claim, mention = reading.claim(), reading.mentions()[0]
    assert [part.quote for part in claim.parts] == [
        "“The channel is too shallow,”",
        "“and two ships a month go to Wessel.”",
    ]
    assert [part.quote for part in claim.cue] == ["said"]
    assert names(reading) == [("Mira Okafor", "reported_by", True)]
    assert claim.speakers[0].mention == mention.id
    assert [part.quote for part in mention.parts] == ["Mira Okafor"]
    assert (claim.quotation, claim.certainty) == ("direct", "medium")
    # The same words name the same speaker: offered first, one key.
    reading.press("Esc")
    reading.select("harbour minister")
    reading.press("S")
    assert reading.picker().model.row(reading.picker().view.currentIndex()).item.name == "Mira Okafor"  # type: ignore[union-attr]
    reading.press("Enter")
    reading.rest()
    assert [each.speaker for each in reading.mentions()] == [mention.speaker, mention.speaker]


def test_every_quotation_stance_and_certainty_has_its_key(reading: Analyst) -> None:
    reading.go_to("The study")
    reading.press("C", "T", "P")
    for key, quotation in (("I", "indirect"), ("M", "mixed"), ("P", "paraphrase"), ("D", "direct")):
        reading.press(key)
        reading.rest()
        assert reading.claim().quotation == quotation
    for key, stance in (("1", "supports"), ("2", "opposes"), ("3", "neutral"), ("4", "unclear"), ("0", None)):
        reading.press(key)
        reading.rest()
        assert about(reading) == [("Port fees", stance)]
    seen = []
    for _ in range(4):
        reading.press("Y")
        reading.rest()
        seen.append(reading.claim().certainty)
    assert seen == ["high", "medium", "low", None]


def test_every_role_has_its_turn(reading: Analyst) -> None:
    reading.go_to("She did")
    reading.press("C", "S")
    reading.type("officials at the port authority")
    reading.press("Enter")
    seen = []
    for _ in range(4):
        reading.press("R")
        reading.rest()
        seen.append(names(reading)[0][1])
    assert seen == ["on_behalf_of", "reported_by", "addressed", "says"]


def test_without_a_claim_s_makes_a_mention_of_the_word_and_t_a_passage_of_the_sentence(
    reading: Analyst,
) -> None:
    reading.go_to("She did")
    reading.press("S")
    reading.type("Mira Okafor")
    reading.press("Enter")
    reading.rest()
    reading.press("T")
    reading.type("labour")
    reading.press("Enter")
    reading.rest()
    assert [mark.parts[0].quote for mark in reading.mentions()] == ["She"]
    assert [mark.parts[0].quote for mark in reading.passages()] == ["She did not answer."]
    assert reading.claims() == []


def test_a_new_topic_is_made_on_the_spot(reading: Analyst) -> None:
    reading.go_to("The study")
    reading.press("C", "T")
    reading.type("Silt")
    reading.press("Enter")
    reading.rest()
    assert about(reading) == [("Silt", None)]


def test_boundaries_move_by_words_and_characters_and_a_key_held_down_loses_no_step(reading: Analyst) -> None:
    reading.select("denied it")
    reading.press("C")
    reading.press(*["Alt+Right"] * 4)
    reading.rest()
    assert reading.claim().parts[0].quote == "denied it: the fees hurt small"
    reading.press(*["Alt+Left"] * 4)
    reading.press("Alt+Shift+Left", "Alt+Shift+Left")
    reading.rest()
    assert reading.claim().parts[0].quote == "the guild, denied it"
    reading.press("Alt+Shift+Right")
    reading.press(*["Ctrl+Alt+Shift+Right"] * 2, *["Ctrl+Alt+Left"] * 2)
    reading.rest()
    assert reading.claim().parts[0].quote == "ild, denied "
    reading.press("Ctrl+Alt+Shift+Left", "Ctrl+Alt+Right")
    reading.rest()
    assert reading.claim().parts[0].quote == "uild, denied i"


def test_boundaries_never_cut_an_emoji_and_stop_at_the_edge_with_a_sentence(reading: Analyst) -> None:
    reading.select("small boats")
    reading.press("C")
    reading.press("Ctrl+Alt+Right", "Ctrl+Alt+Right")
    reading.rest()
    assert reading.claim().parts[0].quote == "small boats 🐟"
    reading.press("Esc", "Esc")
    reading.go_to("Port fees to rise")
    reading.press("C", "Alt+Shift+Left")
    reading.rest()
    assert reading.claim().parts[0].start == 0
    assert "cannot move" in reading.window.status.said.text()


def test_esc_leaves_list_selection_and_claim_in_this_order_and_ends_in_the_text(reading: Analyst) -> None:
    reader = reading.project.screen.reader
    reading.go_to("The study")
    reading.press("C")
    reading.rest()
    reading.select("silt")
    reading.press("S")
    reading.picker()
    reading.press("Esc")
    assert reading.project.screen.lists.picker is None
    assert reader.hasFocus()
    assert reading.selected() == "silt"
    reading.press("Esc")
    assert reading.selected() == ""
    assert reading.current() is not None
    reading.press("Esc")
    assert reading.current() is None
    reading.press("Esc")
    assert reader.hasFocus()
    assert len(reading.marks()) == 1


def test_a_note_is_written_in_the_card_and_esc_comes_back_to_the_text(reading: Analyst) -> None:
    reader = reading.project.screen.reader
    reading.go_to("The study")
    reading.press("C")
    reading.rest()
    reading.press("N")
    assert not reader.hasFocus()
    reading.type("cs and tS are letters here")
    reading.press("Esc")
    reading.until(reader.hasFocus, "the text has the focus")
    reading.rest()
    assert reading.claim().note == "cs and tS are letters here"
    assert len(reading.marks()) == 1


def test_marks_are_stepped_through_cycled_where_they_overlap_and_deleted(reading: Analyst) -> None:
    reading.go_to("The study")
    reading.press("C", "Enter")
    reading.rest()
    reading.select("silt")
    reading.press("C")
    reading.rest()
    reading.press("Esc")
    reading.go_to("Port fees to rise")
    reading.press(".")
    assert reading.claim().parts[0].quote.startswith("The study speaks")
    reading.press(".")
    assert reading.claim().parts[0].quote == "silt"
    reading.press(",")
    assert reading.claim().parts[0].quote.startswith("The study speaks")
    reading.press("O")
    assert reading.claim().parts[0].quote == "silt"
    reading.press("Delete")
    reading.rest()
    assert [claim.parts[0].quote for claim in reading.claims()] == ["The study speaks of silt — and of eelgrass."]
    reading.press("O", "Delete")
    reading.rest()
    assert reading.marks() == []


def test_the_caret_moves_inside_the_sentence_so_that_every_word_is_within_reach(reading: Analyst) -> None:
    reader = reading.project.screen.reader
    reading.go_to("The port fees")
    start = reader.cursor_state.caret
    reading.press("Ctrl+Right", "Ctrl+Right")
    assert reading.article.text[reader.cursor_state.caret :].startswith("fees will")
    reading.press("Ctrl+Left", "Right", "Left")
    assert reading.article.text[reader.cursor_state.caret :].startswith("port fees")
    reading.press("Ctrl+Shift+Right", "Right")
    assert reading.selected() == ""
    assert reading.article.text[start : reader.cursor_state.caret] == "The port"
    reading.press("S")
    reading.type("Brackwater Port Authority")
    reading.press("Enter")
    reading.rest()
    assert [mark.parts[0].quote for mark in reading.mentions()] == ["port"]


def test_in_arabic_the_arrow_points_where_the_caret_goes(reading: Analyst) -> None:
    reading.read("رسوم الميناء ترتفع")
    reader = reading.project.screen.reader
    reading.press("Down")
    start = reader.cursor_state.caret
    reading.press("Ctrl+Left")
    assert reading.article.text[start : reader.cursor_state.caret] == "قالت "
    reading.press("Ctrl+Shift+Left", "C")
    reading.rest()
    assert [claim.parts[0].quote for claim in reading.claims()] == ["الوزيرة"]
