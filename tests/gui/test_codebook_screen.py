"""The Codebook screen in Ana's window: what is done there is in the project, and what is in the project is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.actions.codebook import edit_topic_meaning, merge_topics, retire_topic
from annotator.actions.fields import make_field, set_field
from annotator.actions.reviewing import Grounds, accept_version
from annotator.actions.speakers import edit_speaker, make_speaker, merge_speakers
from annotator.actions.tagging import add_speaker, add_topic, tag_claim, tag_mention, tag_passage
from annotator.actions.topics import edit_topic, make_topic
from annotator.gui import files_dialog
from annotator.gui.codebook.changes_view import differing
from annotator.gui.codebook.screen import PAGES, CodebookScreen
from annotator.gui.codebook.topic_list import CodebookModel
from annotator.gui.dialogs.confirm import Confirm
from annotator.gui.dialogs.rename import AskText
from annotator.gui.main_window import MainWindow
from annotator.gui.picker import Picker
from annotator.queries.codebook import versions
from annotator.queries.marks import marks_by_id
from annotator.queries.registry import fields, speakers, topics
from annotator.records import ClaimRecord, FieldRecord, SpeakerRecord, TopicRecord
from annotator.store import Store
from tests.sample_articles import snapshot, span


@pytest.fixture
def marked(store: Store, article_id: str) -> dict[str, str]:
    """Topics fees (with level below), labour; two claims and a passage of Ana's, one claim of Ben's."""
    ids = {"fees": make_topic(store, "Port fees"), "labour": make_topic(store, "Labour")}
    ids["level"] = make_topic(store, "Level", parent=ids["fees"])
    for name, words, by in (("a", "Two ships", "Ana"), ("b", "fees hurt boats", "Ana"), ("c", "She did", "Ben")):
        ids[name] = tag_claim(store, article_id, [span(words)], by=by)
        add_topic(store, ids[name], ids["fees"], by=by)
    ids["d"] = tag_passage(store, article_id, [span("The study")], ids["level"])
    return ids


@pytest.fixture
def screen(window: MainWindow, qtbot: QtBot) -> CodebookScreen:
    """The screen, shown, with the keys."""
    # The window of another test may have them a moment longer.
    qtbot.waitUntil(window.isActiveWindow)
    window.actions_["codebook"].trigger()
    assert window.project is not None
    shown = window.project.screens.shown
    assert isinstance(shown, CodebookScreen)
    return shown


def tree(store: Store) -> list[tuple[str, str | None]]:
    """Names with the name above, in order."""
    with store.read() as session:
        found = {each.id: each for each in topics(session)}
    in_order = sorted(found.values(), key=lambda each: (each.order, each.name))
    return [(each.name, found[each.parent].name if each.parent else None) for each in in_order]


def topic(store: Store, id_: str) -> TopicRecord:
    with store.read() as session:
        return {each.id: each for each in topics(session)}[id_]


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifier)
    QApplication.processEvents()


def test_an_empty_codebook_says_what_to_do(screen: CodebookScreen) -> None:
    assert [screen.tabs.tabText(n) for n in range(4)] == ["Topics 0", "Fields 0", "Versions 0", "Speakers 0"]
    assert screen.topics.middle.currentWidget() is screen.topics.nothing
    for page in PAGES:
        screen.show_page(page)
        QApplication.processEvents()


@pytest.mark.usefixtures("marked")
def test_the_tree_is_moved_by_the_keyboard(store: Store, marked: dict[str, str], screen: CodebookScreen) -> None:
    view = screen.topics.list.view
    screen.topics.list.select(marked["labour"])
    alt = Qt.KeyboardModifier.AltModifier
    press(view, Qt.Key.Key_Up, alt)
    assert tree(store)[0] == ("Labour", None)
    assert screen.topics.list.chosen() == marked["labour"]
    press(view, Qt.Key.Key_Up, alt)
    press(view, Qt.Key.Key_Down, alt)
    press(view, Qt.Key.Key_Right, alt)
    assert ("Labour", "Port fees") in tree(store)
    press(view, Qt.Key.Key_Left, alt)
    assert ("Labour", None) in tree(store)
    screen.topics.list.filter.setText("lab")
    QApplication.processEvents()
    press(view, Qt.Key.Key_Up, alt)
    assert next(each for each in tree(store) if each[1] is None) == ("Port fees", None)


@pytest.mark.usefixtures("marked")
def test_several_topics_are_moved_sorted_retired_and_deleted_at_once(
    store: Store, marked: dict[str, str], screen: CodebookScreen
) -> None:
    page = screen.topics.list
    made = {name: make_topic(store, name) for name in ("Quay", "Mole", "Pier")}

    def choose(*names: str) -> None:
        page.select(made[names[0]])
        for name in names[1:]:
            index = page.model.index_of(made[name])
            page.view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)

    before = snapshot(store)
    choose("Pier", "Mole")
    assert page.chosen_all() == [made["Mole"], made["Pier"]]
    alt = Qt.KeyboardModifier.AltModifier
    press(page.view, Qt.Key.Key_Up, alt)
    assert [name for name, above in tree(store) if above is None] == ["Port fees", "Labour", "Mole", "Pier", "Quay"]
    assert page.chosen_all() == [made["Mole"], made["Pier"]]
    press(page.view, Qt.Key.Key_Right, alt)
    assert [name for name, above in tree(store) if above == "Labour"] == ["Mole", "Pier"]
    press(page.view, Qt.Key.Key_Left, alt)
    model = page.model
    assert isinstance(model, CodebookModel)
    data = model.mimeData([model.index_of(made[name]) for name in ("Mole", "Pier")])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert [name for name, above in tree(store) if above is None] == ["Mole", "Pier", "Port fees", "Labour", "Quay"]
    page.topics_place_requested.emit(page.chosen_all())
    picker = screen.wishes.picker
    assert picker is not None
    picker.taken.emit(marked["level"])
    assert [name for name, above in tree(store) if above == "Level"] == ["Mole", "Pier"]
    for _ in range(5):
        store.undo()
    assert snapshot(store) == before
    next(each for each in page.view.actions() if each.text() == "Sort these by name").trigger()
    assert [name for name, above in tree(store) if above is None] == ["Labour", "Mole", "Pier", "Port fees", "Quay"]
    page.topics_retired.emit([made["Mole"], made["Quay"]])
    assert [topic(store, made[name]).retired for name in made] == [True, True, False]
    page.topics_retired.emit([made["Mole"], made["Quay"]])
    assert [topic(store, made[name]).retired for name in made] == [False, False, False]
    page.topics_deleted.emit(list(made.values()))
    assert sorted(name for name, _ in tree(store)) == ["Labour", "Level", "Port fees"]


def test_a_letter_typed_for_a_place_is_no_key_of_a_topic(
    store: Store, marked: dict[str, str], screen: CodebookScreen
) -> None:
    edit_topic(store, marked["fees"], key="l")
    dues = make_topic(store, "Dues")
    screen.topics.list.topics_place_requested.emit([dues])
    picker = screen.wishes.picker
    assert picker is not None
    QTest.keyClicks(picker.field, "lab")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert topic(store, dues).parent == marked["labour"]


def test_several_topics_are_merged_at_once(
    store: Store, marked: dict[str, str], screen: CodebookScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Confirm, "ask", lambda _parent, title, text, _way: asked.append(f"{title} {text}") or True)
    dues = make_topic(store, "Dues")
    screen.topics.list.topics_merge_requested.emit([marked["fees"], dues])
    assert screen.wishes.picker is not None
    screen.wishes.picker.taken.emit(marked["labour"])
    assert asked[0].startswith("Merge “Port fees”, “Dues” into “Labour”? 3 marks of everybody")
    assert {topic(store, each).merged_into for each in (marked["fees"], dues)} == {marked["labour"]}
    assert topic(store, marked["level"]).parent == marked["labour"]


def drop(screen: CodebookScreen, source: str, onto: str | None, row: int) -> bool:
    """What the view does when a topic is let go: onto a topic (row -1) or between two rows below it."""
    model = screen.topics.list.model
    assert isinstance(model, CodebookModel)
    data = model.mimeData([model.index_of(source)])
    parent = model.index_of(onto) if onto else QModelIndex()
    return model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, parent)


def test_the_tree_is_moved_by_drag(
    store: Store, marked: dict[str, str], screen: CodebookScreen, window: MainWindow
) -> None:
    assert not drop(screen, marked["labour"], marked["fees"], -1)
    assert [each for each in tree(store) if each[1]] == [("Level", "Port fees"), ("Labour", "Port fees")]
    drop(screen, marked["labour"], marked["fees"], 0)
    assert [each[0] for each in tree(store) if each[1]] == ["Labour", "Level"]
    drop(screen, marked["labour"], marked["fees"], 2)
    assert [each[0] for each in tree(store) if each[1]] == ["Level", "Labour"]
    before = snapshot(store)
    drop(screen, marked["fees"], marked["level"], -1)
    assert snapshot(store) == before
    assert "“Port fees” cannot lie below itself" in window.messages.text.text()


def test_texts_are_kept_when_they_are_left(store: Store, marked: dict[str, str], screen: CodebookScreen) -> None:
    screen.topics.list.select(marked["fees"])
    editor = screen.topics.editor
    assert "the 3 marks made before it are then listed" in editor.effect.text()
    editor.texts["definition"].setFocus()
    QTest.keyClicks(editor.texts["definition"], "What ships pay")
    editor.name.setFocus()
    QTest.keyClicks(editor.name, " 2")
    press(editor.name, Qt.Key.Key_Return)
    assert (topic(store, marked["fees"]).definition, topic(store, marked["fees"]).name) == (
        "What ships pay",
        "Port fees 2",
    )
    assert screen.tabs.tabText(2) == "Versions 1 · look at 2 marks"
    assert screen.topics.tagged.tabs.tabText(1) == "Look again 2"
    editor.colours.swatches[3].click()
    assert topic(store, marked["fees"]).colour == editor.colours.swatches[3].colour
    assert editor.colours.swatches[3].isChecked()


def test_the_colours_are_one_stop_of_tab(store: Store, marked: dict[str, str], screen: CodebookScreen) -> None:
    colours = screen.topics.editor.colours
    screen.topics.list.select(marked["fees"])
    stops = [each for each in colours.swatches if each.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert [each.isChecked() for each in stops] == [True]
    colours.swatches[2].setFocus()
    press(colours.swatches[2], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is colours.swatches[3]
    stops = [each for each in colours.swatches if each.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [colours.swatches[3]]
    press(colours.swatches[3], Qt.Key.Key_Space)
    assert topic(store, marked["fees"]).colour == colours.swatches[3].colour


def test_what_is_refused_is_not_left_in_the_field(
    store: Store, marked: dict[str, str], screen: CodebookScreen, window: MainWindow
) -> None:
    edit_topic(store, marked["labour"], key="l")
    screen.topics.list.select(marked["fees"])
    editor = screen.topics.editor
    editor.key.setFocus()
    QTest.keyClicks(editor.key, "L")
    press(editor.key, Qt.Key.Key_Return)
    assert "The key “L” belongs to “Labour”" in window.messages.text.text()
    assert editor.key.text() == ""
    editor.name.setText("labour")
    editor.name.keep()
    assert editor.name.text() == "Port fees"


def test_marks_that_hold_leave_the_list(
    store: Store, marked: dict[str, str], screen: CodebookScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    agreed = [False]

    def ask(_parent: QWidget, title: str, *_more: object) -> bool:
        asked.append(title)
        return agreed[0]

    monkeypatch.setattr(Confirm, "ask", ask)
    edit_topic_meaning(store, marked["fees"], definition="What ships pay")
    retire_topic(store, marked["level"])
    screen.topics.list.select(marked["fees"])
    pane = screen.topics.tagged
    pane.show_tab("stale")
    assert [line.mark for line in pane.view.model_.lines] == [marked["a"], marked["b"]]
    pane.view.setCurrentIndex(pane.view.model_.index(0, 0))
    pane.keep.click()
    assert [line.mark for line in pane.lines("stale")] == [marked["b"]]
    assert asked == []
    screen.show_page("versions")
    assert [line.mark for line in screen.versions.tagged.lines("stale")] == [marked["b"], marked["d"]]
    screen.versions.tagged.view.clearSelection()
    screen.versions.tagged.keep.click()
    assert asked == ["Do all 2 marks hold?"]
    assert len(screen.versions.tagged.lines("stale")) == 2
    agreed[0] = True
    screen.versions.tagged.keep.click()
    assert screen.versions.tagged.lines("stale") == []
    assert screen.tabs.tabText(2) == "Versions 1"


def test_an_example_leads_to_its_article(marked: dict[str, str], screen: CodebookScreen, window: MainWindow) -> None:
    screen.topics.list.select(marked["fees"])
    view = screen.topics.tagged.view
    assert [line.words for line in view.model_.lines] == ["Two ships", "fees hurt boats", "She did"]
    view.setCurrentIndex(view.model_.index(1, 0))
    press(view, Qt.Key.Key_Return)
    assert window.project is not None
    assert window.project.screens.shown_id == "annotate"


def test_a_merge_says_first_what_it_does(
    store: Store, marked: dict[str, str], screen: CodebookScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def agree(_parent: object, title: str, text: str, _label: str, destructive: bool = False) -> bool:
        said.append(f"{title} {text}")
        return True

    monkeypatch.setattr(Confirm, "ask", agree)
    screen.topics.list.select(marked["fees"])
    screen.topics.list.topics_merge_requested.emit([marked["fees"]])
    picker = screen.wishes.picker
    assert isinstance(picker, Picker)
    picker.taken.emit(marked["labour"])
    assert "Merge “Port fees” into “Labour”? 3 marks of everybody" in said[0]
    assert "1 topic below it moves along" in said[0]
    assert topic(store, marked["fees"]).merged_into == marked["labour"]
    assert ("Level", "Labour") in tree(store)


def test_what_was_merged_into_a_topic_is_shown_and_parted(
    store: Store, marked: dict[str, str], screen: CodebookScreen
) -> None:
    for number in range(6):
        merge_topics(store, make_topic(store, f"Dues {number}"), marked["fees"])
    screen.topics.list.select(marked["fees"])
    merged = screen.topics.editor.merged
    assert len(merged.buttons) == 6
    assert merged.buttons[5].text() == "Part “Dues 5” again"
    merged.buttons[5].click()
    assert ("Dues 5", None) in [each for each in tree(store) if topic_by_name(store, each[0]).merged_into is None]
    assert len(merged.buttons) == 5
    screen.topics.list.select(marked["labour"])
    assert merged.isHidden()


def topic_by_name(store: Store, name: str) -> TopicRecord:
    with store.read() as session:
        return next(each for each in topics(session) if each.name == name)


def test_what_a_version_changed_is_shown_word_by_word(
    store: Store, marked: dict[str, str], screen: CodebookScreen
) -> None:
    edit_topic_meaning(store, marked["fees"], definition="What ships pay to the <port>")
    tag_passage(store, "article-1", [span("The study")], marked["level"])
    edit_topic_meaning(store, marked["fees"], definition="What boats pay to the <port>")
    merge_topics(store, marked["labour"], marked["level"])
    screen.show_page("versions")
    page = screen.versions
    assert page.changes.heading.text() == "What version 2 changed"
    said = page.changes.page.toPlainText()
    assert "Definition: What ships boats pay to the <port>" in said
    assert "Merged into “Level”." in said
    assert "line-through" in page.changes.page.toHtml()
    page.versions.view.setCurrentIndex(page.versions.view.model_.index(1, 0))
    assert page.changes.heading.text() == "What version 1 changed"
    assert "Definition: What ships pay to the <port>" in page.changes.page.toPlainText()


@given(st.text(max_size=40), st.text(max_size=40))
def test_both_texts_can_be_put_together_again_from_what_differs(before: str, after: str) -> None:
    pieces = differing(before, after)
    assert "".join(text for tag, text in pieces if tag != "come") == before
    assert "".join(text for tag, text in pieces if tag != "gone") == after


def test_a_split_takes_the_marks_that_are_ticked(
    store: Store, marked: dict[str, str], screen: CodebookScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Confirm, "ask", lambda _parent, title, *_more: bool(asked.append(title)))
    screen.topics.list.topic_split_requested.emit(marked["fees"])
    dialog = screen.wishes.dialog
    assert dialog is not None
    assert "1 mark of a colleague stays" in dialog.counted.text()
    press(dialog.name, Qt.Key.Key_Return)
    assert dialog.counted.text() == "The new topic needs a name."
    dialog.name.setText("Fees of boats")
    dialog.split.click()
    assert asked == ["Split without a mark?"]
    assert dialog.isVisible()
    # As Tab leaves it: the frame is on a row that is not selected.
    nothing = QItemSelectionModel.SelectionFlag.NoUpdate
    dialog.list.selectionModel().setCurrentIndex(dialog.list.model_.index(1, 0), nothing)
    press(dialog.list, Qt.Key.Key_Space)
    assert dialog.counted.text().startswith("1 of your 2 marks go along")
    dialog.split.click()
    assert ("Fees of boats", None) in tree(store)
    screen.topics.list.select(
        next(id_ for id_, each in screen.book.words.topics.items() if each.name == "Fees of boats")
    )
    assert [line.mark for line in screen.topics.tagged.lines("examples")] == [marked["b"]]


def test_answers_of_yes_or_no_are_said_in_words(store: Store, article_id: str, screen: CodebookScreen) -> None:
    figure = make_field(store, "Contains a figure", kind="yes_no")
    claims = [tag_claim(store, article_id, [span(words)]) for words in ("Two ships", "Mira")]
    set_field(store, claims, figure, True)
    store.poll()
    screen.show_page("fields")
    assert screen.fields.editor.used.text() == "Answers: yes: 2"


def test_fields_are_made_changed_and_moved(store: Store, screen: CodebookScreen) -> None:
    screen.show_page("fields")
    page = screen.fields
    page.list.field_new.emit("Worth checking")
    page.list.field_new.emit("How often")

    def found() -> list[FieldRecord]:
        with store.read() as session:
            return fields(session)

    assert [each.title for each in found()] == ["Worth checking", "How often"]
    assert page.list.chosen() == "how_often"
    page.editor.kind.setCurrentIndex(page.editor.kind.findData("number"))
    page.editor.kind.activated.emit(page.editor.kind.currentIndex())
    assert (found()[1].kind, found()[1].choices) == ("number", ())
    assert not page.editor.choices.isVisible()
    page.editor.targets["passage"].click()
    assert found()[1].applies_to == ("claim", "passage")
    press(page.list.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [each.title for each in found()] == ["How often", "Worth checking"]
    page.list.select("worth_checking")
    page.editor.choices.setPlainText("yes\nno\nperhaps")
    page.editor.choices.keep()
    assert found()[1].choices == ("yes", "no", "perhaps")
    page.list.field_deleted.emit("worth_checking")
    assert [each.title for each in found()] == ["How often"]


def test_choices_that_were_answered_are_renamed_or_go_only_when_that_is_meant(
    store: Store, article_id: str, screen: CodebookScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = make_field(store, "Worth checking", choices=["yes", "no", "unsure"])
    claim = tag_claim(store, article_id, [span("Two ships")])
    set_field(store, [claim], key, "unsure")
    screen.show_page("fields")
    choices = screen.fields.editor.choices
    asked: list[str] = []

    def type_choices(text: str, answer: str | None) -> tuple[str, ...]:
        monkeypatch.setattr(Confirm, "choose", lambda _parent, title, *_rest: asked.append(title) or answer)
        monkeypatch.setattr(Confirm, "ask", lambda _parent, title, *_rest, **_more: asked.append(title) or bool(answer))
        choices.setPlainText(text)
        choices.keep()
        QApplication.processEvents()
        with store.read() as session:
            return fields(session)[0].choices

    def answered() -> object:
        with store.read() as session:
            mark = marks_by_id(session, [claim])[0]
        return mark.fields[key]

    assert type_choices("yes\nno\nperhaps", None) == ("yes", "no", "unsure")
    assert choices.toPlainText() == "yes\nno\nunsure"
    assert type_choices("yes\nno\nperhaps", "rename") == ("yes", "no", "perhaps")
    assert answered() == "perhaps"
    assert type_choices("yes\nno", None) == ("yes", "no", "perhaps")
    assert type_choices("yes\nno", "yes") == ("yes", "no")
    assert answered() == "perhaps"
    assert asked[1:3] == ["“unsure” is now called “perhaps”?", "Take the choice “perhaps” away?"]
    assert type_choices("yes\nnever", None) == ("yes", "never")


def test_esc_in_the_list_of_a_split_leaves_it(marked: dict[str, str], screen: CodebookScreen) -> None:
    screen.topics.list.topic_split_requested.emit(marked["fees"])
    dialog = screen.wishes.dialog
    assert dialog is not None
    dialog.list.setFocus()
    press(dialog.list, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_choice_typed_twice_is_one_choice(store: Store, screen: CodebookScreen) -> None:
    make_field(store, "Scope", choices=["local", "global"])
    screen.show_page("fields")
    editor = screen.fields.editor
    editor.choices.setPlainText("local\nglobal\nlocal\nregional")
    editor.choices.keep()
    with store.read() as session:
        assert [each.choices for each in fields(session)] == [("local", "global", "regional")]
    assert editor.choices.toPlainText() == "local\nglobal\nregional"
    editor.choices.setPlainText("local\nglobal\nregional\nlocal")
    editor.choices.keep()
    assert editor.choices.toPlainText() == "local\nglobal\nregional"


def test_speakers_are_changed_and_merged(
    store: Store, article_id: str, screen: CodebookScreen, window: MainWindow
) -> None:
    mira, twin = make_speaker(store, "Mira Okafor"), make_speaker(store, "M. Okafor")
    claim = tag_claim(store, article_id, [span("Two ships")])
    add_speaker(store, claim, mira)
    screen.show_page("speakers")
    page = screen.speakers

    def speaker(id_: str) -> SpeakerRecord:
        with store.read() as session:
            return {each.id: each for each in speakers(session)}[id_]

    assert page.list.chosen() == mira
    assert page.editor.used.text() == "Named by everybody together: claims 1, mentions 0."
    page.editor.aliases.setPlainText("the minister\n\nOkafor")
    page.editor.aliases.keep()
    page.editor.affiliations.item(0, 0).setText("Reform League")
    page.editor.affiliations.item(0, 2).setText("2024-05")
    found = speaker(mira)
    assert found.aliases == ("the minister", "Okafor")
    assert [(each.organisation, each.since) for each in found.affiliations] == [("Reform League", "2024-05")]
    page.editor.affiliations.item(0, 3).setText("2023")
    assert "ends (2023) before it begins (2024-05)" in window.messages.text.text()
    assert page.editor.affiliations.rows() == [["Reform League", "", "2024-05", ""]]
    assert [line.words for line in page.alike.lines("alike")] == ["Mira Okafor → M. Okafor"] or [
        line.words for line in page.alike.lines("alike")
    ] == ["M. Okafor → Mira Okafor"]
    before = snapshot(store)
    page.alike.opened.emit(page.alike.lines("alike")[0])
    assert page.dialog is not None
    assert page.dialog.preview.winner.id == mira
    page.list.select(twin)
    page.dialog.merge.click()
    assert speaker(twin).merged_into == mira
    assert page.list.chosen() == mira
    assert page.alike.lines("alike") == []
    assert [each.text() for each in page.editor.merged.buttons] == ["Part “M. Okafor” again"]
    page.editor.part_requested.emit(twin)
    assert speaker(twin).merged_into is None
    store.undo()
    store.undo()
    assert snapshot(store) == before


def test_rows_of_a_speaker_are_begun_anywhere_and_taken_away(store: Store, screen: CodebookScreen) -> None:
    mira = make_speaker(store, "Mira Okafor")
    screen.show_page("speakers")
    editor = screen.speakers.editor

    def speaker() -> SpeakerRecord:
        with store.read() as session:
            return {each.id: each for each in speakers(session)}[mira]

    editor.affiliations.item(0, 1).setText("chair")
    assert speaker().affiliations == ()
    editor.affiliations.item(0, 0).setText("Harbour Club")
    assert [(each.organisation, each.role) for each in speaker().affiliations] == [("Harbour Club", "chair")]
    editor.identifiers.item(0, 0).setText("wikidata")
    editor.identifiers.item(0, 1).setText("Q1")
    editor.identifiers.item(1, 0).setText("wikidata")
    assert speaker().identifiers == {"wikidata": "Q1"}
    editor.identifiers.item(1, 1).setText("Q2")
    assert speaker().identifiers == {"wikidata": "Q1"}
    assert editor.identifiers.rows() == [["wikidata", "Q1"]]
    editor.affiliations.setCurrentCell(0, 2)
    editor.affiliations.remove_row()
    assert speaker().affiliations == ()


def test_what_names_a_speaker_is_gathered_and_leads_to_its_article(
    store: Store, article_id: str, screen: CodebookScreen, window: MainWindow
) -> None:
    mira, twin = make_speaker(store, "Mira Okafor"), make_speaker(store, "the minister")
    claim = tag_claim(store, article_id, [span("Two ships"), span("fees hurt boats")])
    add_speaker(store, claim, mira)
    mention = tag_mention(store, article_id, [span("She")], speaker=twin, by="Ben")
    screen.show_page("speakers")
    page = screen.speakers
    page.list.select(mira)
    assert [(each.words, each.mark) for each in page.alike.lines("named")] == [("Two ships … fees hurt boats", claim)]
    merge_speakers(store, twin, mira)
    assert {each.mark for each in page.alike.lines("named")} == {claim, mention}
    page.alike.show_tab("named")
    assert page.alike.keep.isHidden()
    wanted: list[tuple[str, str]] = []
    screen.mark_wanted.connect(lambda mark, article: wanted.append((mark, article)))
    page.alike.opened.emit(page.alike.lines("named")[0])
    assert wanted == [(page.alike.lines("named")[0].mark, article_id)]


def test_pairs_that_are_alike_are_merged_together(
    store: Store, screen: CodebookScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Confirm, "ask", lambda *_words: True)
    names = ("Mira Okafor", "Okafor, Mira", "Mira Okafòr", "Jonas Albrecht", "Jonas Albrecht")
    for name in names:
        make_speaker(store, name)
    screen.show_page("speakers")
    page = screen.speakers
    assert len(page.alike.lines("alike")) == 4
    page.alike.view.setCurrentIndex(page.alike.view.model_.index(0, 0))
    page.alike.away.click()
    assert len(page.alike.lines("alike")) == 3
    make_speaker(store, "Ilse Varga")
    assert len(page.alike.lines("alike")) == 3
    assert page.alike.again.text() == "1 put away"
    page.alike.again.click()
    assert len(page.alike.lines("alike")) == 4
    assert page.alike.again.isHidden()
    page.alike.view.clearSelection()
    page.alike.keep.click()
    with store.read() as session:
        assert sum(each.merged_into is None for each in speakers(session)) == 3
    assert page.alike.lines("alike") == []
    store.undo()
    assert len(page.alike.lines("alike")) == 4


def test_several_speakers_are_merged_or_deleted_at_once(
    store: Store, screen: CodebookScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Confirm, "ask", lambda _parent, title, *_words: asked.append(title) or True)
    ids = [make_speaker(store, name) for name in ("Ann", "Bo", "Cy", "Dee")]
    screen.show_page("speakers")
    page = screen.speakers

    def choose(*rows: int) -> None:
        page.list.view.setCurrentIndex(page.list.model.index(rows[0], 0))
        for row in rows[1:]:
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            page.list.view.selectionModel().select(page.list.model.index(row, 0), flags)

    choose(0, 1)
    page.list.merge_chosen()
    assert page.picker is not None
    page.picker.taken.emit(ids[3])
    assert asked == ["Merge 2 speakers into “Dee”?"]
    with store.read() as session:
        assert [each.merged_into for each in sorted(speakers(session), key=lambda one: one.name)][:2] == [ids[3]] * 2
    store.undo()
    choose(0, 1, 2)
    page.list.delete_chosen()
    with store.read() as session:
        assert [each.name for each in speakers(session)] == ["Dee"]


def test_merging_a_speaker_with_itself_is_a_sentence(store: Store, screen: CodebookScreen, window: MainWindow) -> None:
    mira = make_speaker(store, "Mira Okafor")
    edit_speaker(store, mira, note="x")
    screen.speakers.ask_merge(mira, mira)
    assert "“Mira Okafor” is this speaker already; choose two different ones" in window.messages.text.text()


def test_cases_of_reviewers_stand_beside_their_topic(store: Store, marked: dict[str, str], window: MainWindow) -> None:
    with store.read() as session:
        versions = [each for each in marks_by_id(session, [marked["a"]]) if isinstance(each, ClaimRecord)]
    grounds = Grounds(codebook_question=True, reason="Ships or fees?")
    accept_version(store, versions, marked["a"], grounds, by="Cem")
    window.show_screen("codebook")
    assert window.project is not None
    screen = window.project.screens.shown
    assert isinstance(screen, CodebookScreen)
    screen.topics.list.select(marked["fees"])
    [case] = screen.topics.tagged.lines("cases")
    assert (case.words, case.mark) == ("Two ships", marked["a"])
    assert "Ships or fees?" in case.below
    assert len(screen.versions.tagged.lines("cases")) == 1


def test_a_codebook_comes_in_and_goes_out(
    store: Store, screen: CodebookScreen, tmp_path: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "book.toml"
    path.write_text(
        "[[topic]]\nname = 'Fees'\ncolour = 'red'\n[[topic]]\nname='Level'\nparent='Fees'", encoding="utf-8"
    )
    screen.files.import_file(path)
    assert tree(store) == [("Fees", None), ("Level", "Fees")]
    dialog = QApplication.activeModalWidget() or next(
        each for each in QApplication.topLevelWidgets() if each.windowTitle() == "Codebook imported"
    )
    dialog.close()
    screen.files.export_file(tmp_path / "out.toml")
    assert (tmp_path / "out.toml").read_text(encoding="utf-8").count("[[topic]]") == 2
    other = tmp_path / "out.toml"
    other.write_text(other.read_text(encoding="utf-8").replace('"Level"', '"Rise"'), encoding="utf-8")
    asked: list[str] = []
    for answer, name in ((False, "Level"), (True, "Rise")):
        monkeypatch.setattr(
            Confirm, "ask", lambda _parent, *said, answer=answer: asked.append(" ".join(said)) or answer
        )
        screen.files.import_file(other)
        assert tree(store) == [("Fees", None), (name, "Fees")]
    assert asked[0].startswith("Take in the codebook “out.toml”? 1 topic or field is changed. “Level” is called “Rise”")
    for each in QApplication.topLevelWidgets():
        if each.windowTitle() == "Codebook imported":
            each.close()
    path.write_text("[[topic]]\nname = 'A'\nparent = 'A'", encoding="utf-8")
    screen.files.import_file(path)
    assert "“A” lies below itself" in window.messages.text.text()


def test_tab_out_of_a_definition_goes_to_the_next_field_and_loses_nothing(
    screen: CodebookScreen, marked: dict[str, str], store: Store
) -> None:
    page = screen.topics
    page.list.select(marked["fees"])
    definition, include = page.editor.texts["definition"], page.editor.texts["include"]
    definition.setFocus()
    QTest.keyClicks(definition, "What ships pay")
    press(definition, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is include
    QTest.keyClicks(include, "Rises too")
    press(include, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.editor.texts["exclude"]
    changed = topic(store, marked["fees"])
    assert (changed.definition, changed.include) == ("What ships pay", "Rises too")


def test_a_new_topic_is_chosen_and_the_next_one_is_made_by_the_same_key(
    screen: CodebookScreen, marked: dict[str, str], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = screen.topics
    page.list.select(marked["labour"])
    page.list.topic_new.emit("Fares", None)
    QApplication.processEvents()
    chosen = page.list.chosen()
    assert chosen is not None
    assert topic(store, chosen).name == "Fares"
    assert page.editor.topic is not None
    assert page.editor.topic.id == chosen
    assert QApplication.focusWidget() is page.list.view
    typed, asked = ["Port Fees", "Piers", "Quays", "Cranes"], list[tuple[str, str]]()

    def ask(_parent: object, title: str, _prompt: str, value: str = "") -> str:
        asked.append((title, value))
        return typed.pop(0)

    monkeypatch.setattr(AskText, "ask", ask)
    press(page.list.view, Qt.Key.Key_Insert)
    assert asked == [("New topic", ""), ("There is a topic “Port Fees” here already", "Port Fees")]
    press(page.list.view, Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
    press(page.list.view, Qt.Key.Key_Insert)
    assert {("Piers", None), ("Quays", "Piers"), ("Cranes", "Piers")} <= set(tree(store))
    press(page.list.view, Qt.Key.Key_Left)
    chosen = page.list.chosen()
    assert chosen is not None
    assert topic(store, chosen).name == "Piers"


def test_the_tree_stays_where_it_is_when_a_topic_changes(store: Store, screen: CodebookScreen) -> None:
    made = [make_topic(store, f"Topic {number:02}") for number in range(80)]
    view = screen.topics.list.view
    screen.topics.list.select(made[60])
    view.verticalScrollBar().setValue(
        view.visualRect(view.currentIndex()).top() + view.verticalScrollBar().value() - 90
    )
    before = view.visualRect(view.currentIndex()).top()
    edit_topic(store, made[60], name="Another name")
    QApplication.processEvents()
    assert view.currentIndex().data() == "Another name"
    assert view.visualRect(view.currentIndex()).top() == before


def test_a_filter_chooses_its_first_hit_and_asks_for_no_other_topic(
    store: Store, marked: dict[str, str], screen: CodebookScreen
) -> None:
    tree_list = screen.topics.list
    for number in range(30):
        make_topic(store, f"Quay {number}", parent=marked["labour"])
    tree_list.select(marked["fees"])
    shown: list[str | None] = []
    tree_list.current_changed.connect(shown.append)
    tree_list.narrow("quay 7")
    assert tree_list.view.currentIndex().data() == "Quay 7"
    assert tree_list.view.currentIndex().parent().data() == "Labour"
    tree_list.narrow("")
    assert tree_list.view.currentIndex().data() == "Quay 7"
    tree_list.narrow("nowhere")
    quay = next(each.id for each in screen.book.words.topics.values() if each.name == "Quay 7")
    assert shown == [quay, None]


def test_a_tree_of_two_thousand_levels_is_shown_and_narrowed(
    store: Store, screen: CodebookScreen, tmp_path: Path
) -> None:
    path = tmp_path / "deep.toml"
    lines = ["[[topic]]", 'name = "Level 0"']
    for number in range(1, 2000):
        lines += ["[[topic]]", f'name = "Level {number}"', f'parent = "Level {number - 1}"']
    path.write_text("\n".join(lines), encoding="utf-8")
    screen.files.import_file(path)
    deepest = next(each.id for each in screen.book.words.topics.values() if each.name == "Level 1999")
    screen.topics.list.narrow("level 1999")
    assert screen.topics.list.chosen() == deepest
    screen.topics.list.narrow("")
    assert screen.topics.list.chosen() == deepest


def test_pages_and_files_of_the_codebook_are_commands(
    store: Store, marked: dict[str, str], window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mira = make_speaker(store, "Mira Okafor")
    assert window.project is not None
    for command, page in (("registry", "speakers"), ("codebook_fields", "fields"), ("codebook_versions", "versions")):
        window.actions_["annotate"].trigger()
        window.actions_[command].trigger()
        screen = window.project.screens.shown
        assert isinstance(screen, CodebookScreen)
        assert PAGES[screen.pages.currentIndex()] == page
    out = tmp_path / "book.toml"
    monkeypatch.setattr(files_dialog, "save_file", lambda *_asked: (str(out), "TOML"))
    window.actions_["export_codebook"].trigger()
    assert "Port fees" in out.read_text(encoding="utf-8")
    out.write_text('[[topic]]\nname = "Dredging"\n', encoding="utf-8")
    monkeypatch.setattr(files_dialog, "open_file", lambda *_asked: str(out))
    window.actions_["import_codebook"].trigger()
    assert ("Dredging", None) in tree(store)
    screen.topics.list.filter.setText("dredging")
    QApplication.processEvents()
    for kind, id_ in (("topic", marked["level"]), ("speaker", mira)):
        window.actions_["palette"].trigger()
        palette = window.palette_.palette
        assert palette is not None
        palette.taken.emit(f"{kind}:{id_}")
        palette.close_unanswered()
    assert screen.topics.list.chosen() == marked["level"]
    assert screen.speakers.list.chosen() == mira


def test_tagged_words_become_examples_and_versions_get_notes(
    store: Store, marked: dict[str, str], screen: CodebookScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.topics.list.select(marked["fees"])
    page = screen.topics
    assert page.example.isVisible()
    page.tagged.view.setCurrentIndex(page.tagged.view.model_.index(0, 0))
    page.example.click()
    page.example.click()
    assert topic(store, marked["fees"]).include == "“Two ships”"
    page.tagged.show_tab("cases")
    assert page.example.isHidden()
    screen.show_page("versions")
    given: list[str] = []
    monkeypatch.setattr(AskText, "ask", lambda _parent, _title, _prompt, value: given.append(value) or "First examples")
    screen.versions.note.click()
    with store.read() as session:
        assert [each.note for each in versions(session)] == ["First examples"]
    assert given == ["“Port fees”: include changed"]
    assert screen.versions.versions.lines("versions")[0].words == "1: First examples"
    store.undo()
    with store.read() as session:
        assert [each.note for each in versions(session)] == given
