"""The keyboard as one small machine: every key of the text in every state, against the contract's table.

A state is whether there is a hand selection, and what kind of mark is current. For each key the table says
what is selected and current afterwards, what step it is, and which list opens. Real keys in a real window.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import add_speaker, add_topic, set_cue, tag_claim, tag_mention, tag_passage
from annotator.actions.topics import make_topic
from annotator.gui.commands import BY_ID
from annotator.gui.main_window import MainWindow
from annotator.gui.picker import Picker
from annotator.queries.history import history
from annotator.records import ClaimRecord, MarkRecord, MentionRecord
from annotator.store import Store
from tests.sample_articles import span

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

PROMPTS = {"Who says it?": "speakers", "What is it about?": "topics", "What does it assert?": "propositions"}
KINDS = ("none", "claim", "mention", "passage")


class State(NamedTuple):
    """selected: there is a hand selection. current: the kind of the current mark, "none" for no mark."""

    selected: bool
    current: str


class Outcome(NamedTuple):
    """What a key leaves behind. step: the label of what was written; opened: the list that is open."""

    selected: bool
    current: str
    step: str = ""
    opened: str = ""


Rule = Callable[[State], Outcome]


def stays(state: State) -> Outcome:
    """Nothing happens, or a sentence says why not."""
    return Outcome(*state)


def drops_selection(state: State) -> Outcome:
    return Outcome(False, state.current)


def selects(state: State) -> Outcome:
    return Outcome(True, state.current)


def with_both(step: str) -> Rule:
    """Acts on the current claim and the hand selection together, and uses the selection up."""
    return lambda state: Outcome(False, "claim", step) if state == State(True, "claim") else stays(state)


def on_claim(step: str) -> Rule:
    return lambda state: Outcome(*state, step) if state.current == "claim" else stays(state)


def on_mark(step: str) -> Rule:
    return lambda state: stays(state) if state.current == "none" else Outcome(*state, step)


def deletes(state: State) -> Outcome:
    return stays(state) if state.current == "none" else Outcome(state.selected, "none", "Delete mark")


def leaves(state: State) -> Outcome:
    """The hand selection, then the current mark."""
    return Outcome(False, state.current if state.selected else "none")


def to_next(state: State) -> Outcome:
    """In the order of the text: mention, claim, passage; the selection lies behind the claim."""
    following = {"none": "passage" if state.selected else "claim", "mention": "claim", "claim": "passage"}
    return Outcome(False, following[state.current]) if state.current in following else stays(state)


def to_previous(state: State) -> Outcome:
    before = {"none": "claim" if state.selected else "mention", "passage": "claim", "claim": "mention"}
    return Outcome(False, before[state.current]) if state.current in before else stays(state)


# What the contract says of each key of the text; where the marks lie, the fixture `desk` says.
TABLE: dict[str, Rule] = {
    "next_sentence": drops_selection,
    "previous_sentence": drops_selection,
    "caret_right": drops_selection,
    "caret_left": drops_selection,
    "caret_word_right": drops_selection,
    "caret_word_left": drops_selection,
    "select_right": selects,
    "select_left": selects,
    "select_word_right": selects,
    "select_word_left": selects,
    "copy": stays,
    "claim": lambda state: Outcome(False, "claim", "Tag claim"),
    "part": with_both("Add part"),
    "cue": with_both("Tag cue"),
    "speaker": lambda state: Outcome(*state, opened="speakers"),
    "topic": lambda state: Outcome(*state, opened="topics"),
    "role": on_claim("Set role"),
    "supports": on_claim("Set stance"),
    "opposes": on_claim("Set stance"),
    "neutral": on_claim("Set stance"),
    "unclear": on_claim("Set stance"),
    "no_stance": stays,
    "direct": on_claim("Set quotation"),
    "indirect": on_claim("Set quotation"),
    "mixed": on_claim("Set quotation"),
    "paraphrase": on_claim("Set quotation"),
    "certainty": on_claim("Set certainty"),
    "note": stays,
    "edit": stays,
    "done": lambda state: Outcome(False, "none"),
    "leave": leaves,
    "next_mark": to_next,
    "previous_mark": to_previous,
    "overlap": lambda state: Outcome(False, "claim") if state == State(False, "none") else stays(state),
    "end_right": on_mark("Move boundary"),
    "end_left": on_mark("Move boundary"),
    "start_right": on_mark("Move boundary"),
    "start_left": on_mark("Move boundary"),
    "end_right_character": on_mark("Move boundary"),
    "end_left_character": on_mark("Move boundary"),
    "start_right_character": on_mark("Move boundary"),
    "start_left_character": on_mark("Move boundary"),
    "delete": deletes,
    "nothing": lambda state: Outcome(*state, "Nothing to tag here"),
    "nothing_article": stays,
    "proposition": lambda state: Outcome(*state, opened="propositions") if state.current == "claim" else stays(state),
}


class Desk:
    """A window on an article with one mark of each kind, and what the keys did to it."""

    def __init__(self, window: MainWindow, store: Store, marks: dict[str, str]) -> None:
        assert window.project is not None
        self.window = window
        self.store = store
        self.marks = marks
        self.screen = window.project.screen
        self.reader = self.screen.reader

    def steps(self) -> list[str]:
        with self.store.read() as session:
            return [step.label for step in history(session)]

    def kind(self) -> str:
        id_ = self.screen.tagger.current()
        if id_ is None:
            return "none"
        record: MarkRecord | None = self.screen.opened.marks.get(id_)
        if record is None or isinstance(record, ClaimRecord):
            return "claim"
        return "mention" if isinstance(record, MentionRecord) else "passage"

    def set_up(self, state: State) -> None:
        self.screen.tagger.forget_fresh()
        # The sentence of the claim; the selection is of its words that no mark holds.
        self.reader.place_cursor(span("Two ships")[0])
        self.reader.set_current(self.marks.get(state.current))
        if state.selected:
            self.reader.select(*span("to Wessel"))
        self.reader.setFocus()

    def press(self, key: str) -> None:
        keys = QKeySequence(key)[0]  # type: ignore[index]
        QTest.keyClick(self.reader, keys.key(), keys.keyboardModifiers())

    def lists(self) -> list[Picker]:
        """The type-ahead lists that are open."""
        return [each for each in self.window.findChildren(Picker) if each.isVisible()]

    def outcome(self, before: int) -> Outcome:
        opened = "".join(PROMPTS[each.field.placeholderText()] for each in self.lists())
        steps = self.steps()
        step = steps[0] if len(steps) > before else ""
        return Outcome(self.reader.cursor_state.selection is not None, self.kind(), step, opened)

    def tidy(self, before: int) -> None:
        for each in self.lists():
            each.close_unanswered()
        if len(self.steps()) > before:
            self.store.undo()


@pytest.fixture
def desk(window: MainWindow, store: Store, article_id: str, qtbot: QtBot) -> Desk:
    make_speaker(store, "Mira Okafor", speaker_id="okafor")
    make_topic(store, "Port fees", topic_id="fees")
    marks = {
        "mention": tag_mention(store, article_id, [span("Mira Okafor")], speaker="okafor"),
        "claim": tag_claim(store, article_id, [span("ships a month go")]),
        "passage": tag_passage(store, article_id, [span("study by the Selm")], "fees"),
    }
    add_speaker(store, marks["claim"], "okafor")
    add_topic(store, marks["claim"], "fees")
    set_cue(store, marks["claim"], [span("denied")])
    made = Desk(window, store, marks)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return made


STATES = [State(selected, current) for selected in (False, True) for current in KINDS]


@pytest.mark.parametrize("state", STATES, ids=lambda state: f"{state.current}, {'selection' * state.selected}")
def test_every_key_does_what_the_contract_says(desk: Desk, state: State) -> None:
    wrong: list[str] = []
    for command_id, rule in TABLE.items():
        for key in BY_ID[command_id].keys:
            desk.set_up(state)
            before = len(desk.steps())
            desk.press(key)
            found, wanted = desk.outcome(before), rule(state)
            desk.tidy(before)
            if found != wanted:
                wrong.append(f"{key} ({command_id}): {found}, not {wanted}")
    assert wrong == []


# Of the contract's table, what acts in the text.
KEYS = """
    Down Up J K Shift+Right Shift+Left Ctrl+Shift+Right Ctrl+Shift+Left C Shift+C S R U T 1 2 3 4 0 D I M P Y L N E
    F2 Return Enter Esc . , O Alt+Right Alt+Left Alt+Shift+Right Alt+Shift+Left Ctrl+Alt+Right Ctrl+Alt+Left
    Ctrl+Alt+Shift+Right Ctrl+Alt+Shift+Left Del W
"""


def test_the_table_knows_every_key_of_the_contract() -> None:
    known = {key for command_id in TABLE for key in BY_ID[command_id].usual_keys}
    assert {*KEYS.split()} - known == set()
