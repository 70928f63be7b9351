"""Who types a topic's whole name is not taken for somebody who gives commands, and whoever gives commands is heard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.actions.speakers import make_speaker
from annotator.actions.topics import edit_topic, make_topic
from annotator.gui.annotate import typed_on
from annotator.gui.main_window import MainWindow
from annotator.queries.marks import marks_by_id
from annotator.records import ClaimRecord
from annotator.store import Store

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine types no slower than a hand."""
    for name in ("FIRST_MILLISECONDS", "NEXT_MILLISECONDS"):
        monkeypatch.setattr(typed_on, name, 60_000)


@pytest.fixture
def topics(store: Store, window: MainWindow) -> dict[str, str]:
    """Topics with keys, one of them below another; by name."""
    make_speaker(store, "Mira Okafor")
    made = {name: make_topic(store, name) for name in ("Strike", "Strand", "Tolls and dues")}
    made["Salt"] = make_topic(store, "Salt", parent=made["Strand"])
    edit_topic(store, made["Strand"], key="s")
    edit_topic(store, made["Tolls and dues"], key="t")
    return made


def begin(window: MainWindow) -> ClaimRecord:
    """A claim, and the list of topics open."""
    assert window.project is not None
    window.project.screen.reader.setFocus()
    type_("ct")
    return claim(window)


def claim(window: MainWindow) -> ClaimRecord:
    assert window.project is not None
    current = window.project.screen.tagger.current()
    with window.project.store.read() as session:
        found = marks_by_id(session, {current or ""})[0]
    assert isinstance(found, ClaimRecord)
    return found


def type_(letters: str) -> None:
    for letter in letters:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, letter)


def press_enter() -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_the_rest_of_a_name_and_its_enter_are_dropped_and_that_is_said(
    window: MainWindow, topics: dict[str, str]
) -> None:
    said: list[str] = []
    assert window.project is not None
    window.project.screen.hint.connect(said.append)
    before = begin(window)
    type_("strike")
    press_enter()
    after = claim(window)
    assert (after.id, [each.topic for each in after.topics]) == (before.id, [topics["Strand"]])
    assert (after.speakers, after.quotation, after.certainty) == ((), None, None)
    assert window.project.screen.lists.picker is None
    assert said[-1] == "S took the topic whose key it is. To type a name instead, begin it with a space."
    type_("d")
    assert claim(window).quotation == "direct"


def test_a_name_of_several_words_and_one_below_another_are_names_too(
    window: MainWindow, topics: dict[str, str]
) -> None:
    begin(window)
    type_("tolls and d")
    assert claim(window).quotation is None
    type_("t")
    type_("salt")
    assert [each.topic for each in claim(window).topics] == [topics["Tolls and dues"], topics["Strand"]]


@pytest.mark.parametrize("key", ["d", "m", "y"])
def test_letters_that_go_on_as_no_name_does_are_commands_at_once(
    window: MainWindow, topics: dict[str, str], key: str
) -> None:
    begin(window)
    type_(f"s1{key}")
    after = claim(window)
    assert [(each.topic, each.stance) for each in after.topics] == [(topics["Strand"], "supports")]
    assert after.quotation or after.certainty
    type_("t")
    type_("s")
    press_enter()
    assert window.project is not None
    assert window.project.screen.tagger.current() is None


def test_what_comes_after_a_moment_is_a_command(
    window: MainWindow, topics: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(window)
    type_("s")
    monkeypatch.setattr(typed_on, "FIRST_MILLISECONDS", -1)
    type_("t")
    assert window.project is not None
    assert window.project.screen.lists.picker is not None


def test_a_space_before_it_types_a_name(window: MainWindow, topics: dict[str, str]) -> None:
    begin(window)
    type_(" strike")
    press_enter()
    assert [each.topic for each in claim(window).topics] == [topics["Strike"]]
