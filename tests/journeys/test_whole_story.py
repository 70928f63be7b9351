"""From article files dropped on an empty window to an export, and again over the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.actions.exchange import export_set
from annotator.cli import main
from annotator.queries.check import problems
from annotator.store import Store
from tests.journeys.analyst import Analyst


def drop(files: list[Path], widget: QWidget) -> None:
    """Let files go over a widget."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(300, 300), action, data, button, keys))
    QApplication.sendEvent(widget, QDropEvent(QPointF(300, 300), action, data, button, keys))


def command(*words: str) -> int:
    """Run a command of the command line in this process; its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(list(words))
    return int(ended.value.code or 0)


def lines_without_ids_and_times(path: Path) -> list[dict[str, Any]]:
    """The lines of a set in an order of their own; ids by the order in which they first appear, no times."""
    seen: dict[str, str] = {}

    def plain(value: Any, key: str = "", *, ids: bool = True) -> Any:
        if isinstance(value, dict):
            return {name: plain(each, name, ids=ids) for name, each in value.items() if name not in TIMES}
        if isinstance(value, list):
            return [plain(each, key, ids=ids) for each in value]
        if isinstance(value, str) and key in IDS:
            return seen.setdefault(value, f"#{len(seen)}") if ids else "#"
        return value

    with path.open(encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    found.sort(key=lambda line: json.dumps(plain(line, ids=False), sort_keys=True))
    return [plain(each) for each in found if each["type"] not in ("set", "end")]


TIMES = ("created", "updated", "retrieved", "sha256", "file")
IDS = ("id", "article", "annotator", "speaker", "topic", "mention", "parent", "merged_into", "origins")


def tag_the_story(analyst: Analyst) -> None:
    """What is tagged in both stories."""
    analyst.read("Port fees to rise by a third")
    analyst.select("“The channel is too shallow,”")
    analyst.press("C")
    analyst.select("“and two ships a month go to Wessel.”")
    analyst.press("Shift+C")
    analyst.select("Mira Okafor")
    analyst.press("S")
    analyst.type("Mira Okafor")
    analyst.press("Enter", "T")
    analyst.type("Need for depth")
    analyst.press("Enter", "1", "D", "Enter")
    analyst.go_to("The study")
    analyst.press("T")
    analyst.type("Silt")
    analyst.press("Enter")
    analyst.rest()
    analyst.read("رسوم الميناء ترتفع")
    analyst.press("Down", "C", "S")
    analyst.type("ميرا أوكافور")
    analyst.press("Enter", "Enter")
    analyst.press("W", "Ctrl+Enter")
    analyst.rest()


def test_articles_dropped_on_the_window_become_a_tagged_project_and_an_export(
    analyst: Analyst, files: list[Path], tmp_path: Path
) -> None:
    window = analyst.window
    project = tmp_path / "harbour.annotator"
    analyst.answer("", write=str(project))
    drop(files, window)
    analyst.until(lambda: window.project is not None, "a project was made")
    analyst.until(lambda: len(analyst.project.screen.articles.view.model().index(0, 0).data() or ""), "listed")
    analyst.rest()
    analyst.until(lambda: analyst.project.screen.opened.record is not None, "an article is open")
    # Readers are loaded by the first article ever read.
    analyst.watchdog.forget()
    tag_the_story(analyst)

    with Store.open(project, "Ben") as store, store.read() as session:
        assert list(problems(session)) == []
    by_hand = tmp_path / "by_hand.jsonl"
    export_set(analyst.project.store, by_hand)
    lines = [json.loads(line) for line in by_hand.read_text(encoding="utf-8").splitlines()]
    texts = {each["id"]: each["text"] for each in lines if each["type"] == "article"}
    marks = [each for each in lines if each["type"] in ("claim", "mention", "passage")]
    parts = [(mark["article"], part) for mark in marks for part in (*mark["parts"], *mark.get("cue", ()))]
    assert sorted(each["type"] for each in marks) == ["claim", "claim", "mention", "passage"]
    assert all(texts[article][part["start"] : part["end"]] == part["quote"] for article, part in parts)
    assert [each["name"] for each in lines if each["type"] == "annotator"] == ["Ana"]
    progress = {each["article"]: each["state"] for each in lines if each["type"] == "progress"}
    # One article was finished, another has tags and was left open.
    assert sorted(progress.values()) == ["finished", "in_progress"]
    assert progress.keys() == {each["article"] for each in marks}

    # The same over the command line, tags by the window: the same lines but for ids and times.
    other = tmp_path / "other.annotator"
    assert command("new", str(other)) == 0
    assert command("add", str(other), *map(str, files)) == 0
    analyst.open_project(str(other))
    tag_the_story(analyst)
    assert command("undo", str(other), "--by", "Ana") == 0
    assert command("redo", str(other), "--by", "Ana") == 0
    by_command = tmp_path / "by_command.jsonl"
    assert command("export", str(other), "-o", str(by_command)) == 0
    assert lines_without_ids_and_times(by_hand) == lines_without_ids_and_times(by_command)
    assert command("check", str(other)) == 0


def test_the_work_goes_on_where_it_was_left_and_undo_reaches_back_over_a_restart(
    new_window: Callable[[], Analyst], filled: Path
) -> None:
    first = new_window()
    first.open_project(str(filled))
    first.read("Port fees to rise by a third")
    first.go_to("The study")
    first.press("C", "T", "P", "1")
    first.window.close()

    second = new_window()
    second.open_project(str(filled))
    assert second.article.title == "Port fees to rise by a third"
    assert [claim.topics[0].stance for claim in second.claims()] == ["supports"]
    second.press("Ctrl+Z")
    second.rest()
    assert [claim.topics[0].stance for claim in second.claims()] == [None]
    assert second.window.status.said.text() == "Undone: Set stance"
    second.press("Ctrl+Z", "Ctrl+Z")
    second.rest()
    assert second.marks() == []
    second.press("Ctrl+Shift+Z", "Ctrl+Shift+Z", "Ctrl+Shift+Z")
    second.rest()
    assert [claim.topics[0].stance for claim in second.claims()] == ["supports"]


def test_undo_pressed_quickly_takes_the_last_steps_and_never_an_earlier_one(reading: Analyst) -> None:
    reading.go_to("The study")
    reading.press("C", "D", "Enter", "C", "Ctrl+Z")
    reading.rest()
    assert [claim.quotation for claim in reading.claims()] == ["direct"]
    reading.press("Ctrl+Z", "Ctrl+Z", "C")
    reading.rest()
    assert [claim.parts[0].quote for claim in reading.claims()] == ["She did not answer."]


def test_a_step_in_another_article_and_a_batch_are_undone_only_when_agreed_to(reading: Analyst) -> None:
    reading.go_to("The study")
    reading.press("C")
    reading.rest()
    reading.press("Alt+Down")
    reading.until(lambda: reading.article.title == "Dockers vote to strike", "the next article")
    reading.answer("Cancel")
    reading.press("Ctrl+Z")
    reading.rest()
    reading.answer("Undo")
    reading.press("Ctrl+Z")
    reading.until(lambda: reading.article.title == "Port fees to rise by a third", "it shows where that was")
    reading.rest()
    assert reading.marks() == []
    # The codebook came in as a batch.
    reading.answer("Cancel")
    reading.press("Ctrl+Z")
    reading.rest()
    assert len(reading.project.screen.lookup.topics) == 3


def test_finishing_goes_on_to_the_next_unfinished_article(reading: Analyst) -> None:
    reading.press("Ctrl+Enter")
    reading.until(lambda: reading.article.title == "Dockers vote to strike", "the next article")
    reading.press("Ctrl+Enter")
    reading.until(lambda: reading.article.title.startswith("رسوم"), "the last article")
    reading.press("Ctrl+Enter")
    reading.rest()
    assert reading.article.title.startswith("رسوم")
    assert reading.project.screen.reader.hasFocus()
    reading.press("Alt+Up")
    reading.until(lambda: reading.article.title == "Dockers vote to strike", "the article before")
