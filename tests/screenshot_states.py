"""States of the window that are seldom seen, each as what brings it about in an open window.

Called by `tests.screenshots`, which takes a picture of each; it makes nothing that the window does not make.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QApplication

from annotator.actions.articles import AddedArticle, FileOutcome
from annotator.errors import UnreadableArticle
from annotator.gui.dialogs.confirm import Choice, Confirm
from annotator.gui.dialogs.crash_dialog import CrashDialog
from annotator.gui.dialogs.export_dialog import ExportDialog
from annotator.gui.dialogs.frame import DesignedDialog
from annotator.gui.dialogs.report_dialog import ReportDialog
from annotator.gui.language import tr
from annotator.gui.recent_projects import RecentProject
from annotator.readers import read_file
from annotator.records import MentionRecord

Show = Callable[[Any], object]


def states() -> dict[str, Show]:
    """Names of pictures and what brings about what they show."""
    return {
        **_dialogs(),
        "settings-reading": partial(_settings, page=1),
        "settings-places": partial(_settings, page=4),
        **_of_the_text(),
        **_of_other_screens(),
        **_lists_without_hits(),
        "welcome-recent": _recent,
    }


def _recent(window: Any) -> None:
    """The welcome screen of somebody who has worked before, with one project that is gone."""
    window.actions_["close"].trigger()
    _settle()
    opened = datetime(2025, 11, 14, 9, 30, tzinfo=UTC)
    far = "/media/ana/a stick that was drawn out/projects of last year/for the commission"
    found = [
        RecentProject("harbour", "Harbour dispute", "~/projects", opened),
        RecentProject("team", "quay", "database.example", opened),
        RecentProject("second", "Second reading of all that was said about the pier", far, missing=True),
    ]
    window.welcome.show_recent(found)


def _lists_without_hits() -> dict[str, Show]:
    def filters(window: Any) -> None:
        window.project.screen.articles.filter.setText("xylophone")
        window.project.screen.panel.arrange.filter.setText("xylophone")

    def speakers(window: Any) -> None:
        window.project.screen.panel.show_tab("speakers")
        window.project.screen.panel.speakers.filter.setText("xylophone")

    def palette(window: Any) -> None:
        window.palette_.open()
        window.palette_.palette.field.setText("xylophone")

    def find(window: Any) -> None:
        window.project.screen.finding.open("(")
        window.project.screen.reading.find_bar.expression.setChecked(True)

    return {"filters-nothing": filters, "speakers-nothing": speakers, "palette-nothing": palette, "find-trouble": find}


def _dialogs() -> dict[str, Show]:
    def confirm(window: Any) -> None:
        text = tr("Your marks in it go with it. Undo brings everything back.")
        Confirm(window, tr("Remove this article?"), text, [Choice("yes", tr("Remove"), "danger")]).open()

    def crash(window: Any) -> None:
        details = "Annotator 1.0\nPython 3.11\n\nTraceback (most recent call last):\n  ValueError: no such place"
        CrashDialog(details, Path("annotator.log"), window).open()

    def report(window: Any) -> None:
        files = {"picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "minutes.docx": b"PK no more"}
        ReportDialog.of_articles(
            [*_refused(files), FileOutcome("pier.md", "added", (AddedArticle("pier", "The pier"),))], window
        ).open()

    def losses(window: Any) -> None:
        window.commands.export()
        _settle()
        [dialog] = window.findChildren(ExportDialog)
        lossy = next(number for number, each in enumerate(dialog._formats) if each.loses)
        dialog.format_list.setCurrentIndex(lossy)
        dialog.some.setChecked(True)

    return {"confirm": confirm, "crash": crash, "report": report, "export-losses": losses}


def _of_the_text() -> dict[str, Show]:
    def act(window: Any, command: str) -> None:
        window.actions_[command].trigger()

    def mention(window: Any) -> None:
        screen = window.project.screen
        first = next(each for each in screen.opened.visible() if isinstance(each, MentionRecord))
        screen.choose(first.id)

    def note(window: Any) -> None:
        mention(window)
        act(window, "note")

    def occurrences(window: Any) -> None:
        mention(window)
        act(window, "occurrences")

    def several(window: Any) -> None:
        window.project.screen.panel.cards.select_all()

    def drop(window: Any) -> None:
        articles = window.project.screen.articles
        articles._hint.cover(QRect(0, 0, articles.width(), articles.height()))

    def colleagues(window: Any) -> None:
        act(window, "colleagues")

    return {
        "picker-speaker": partial(act, command="speaker"),
        "picker-topic": partial(act, command="topic"),
        "picker-proposition": partial(act, command="proposition"),
        "note-strip": note,
        "occurrences": occurrences,
        "several-claims": several,
        "drop": drop,
        "colleagues": colleagues,
        "menu": lambda window: window.top_bar.menus.actions()[2].menu().popup(window.pos()),
    }


def _of_other_screens() -> dict[str, Show]:
    def review(window: Any, command: str) -> None:
        window.show_screen("review")
        _settle()
        _without_waiting(window.actions_[command].trigger)

    def examples(window: Any) -> None:
        page = _topics(window)
        page.list.select(_topic(page, "Ownership"))

    def stale(window: Any) -> None:
        page = _topics(window)
        page.list.select(_topic(page, "Strike"))
        page.tagged.show_tab("stale")

    def split(window: Any) -> None:
        page = _topics(window)
        window.project.screens.shown.wishes._split(_topic(page, "Ownership"))

    def merge(window: Any) -> None:
        window.show_screen("codebook")
        window.project.screens.shown.show_page("speakers")
        _settle()
        named = {each.name: each.id for each in window.project.screens.shown.book.registry.speakers.values()}
        page = window.project.screens.shown._speakers
        page.ask_merge(named["Ministry of Harbours"], named["Mira Okafor"])

    return {
        "review-unanimous": partial(review, command="accept_all"),
        "review-overview": partial(review, command="review_overview"),
        "review-reject": partial(review, command="reject_why"),
        "review-accepted": partial(review, command="accept"),
        "codebook-examples": examples,
        "codebook-stale": stale,
        "codebook-split": split,
        "codebook-merge": merge,
    }


def _refused(files: dict[str, bytes]) -> Iterator[FileOutcome]:
    """What the readers say of such files, in the words that the window shows."""
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            path = Path(folder, name)
            path.write_bytes(content)
            try:
                read_file(path)
            except UnreadableArticle as error:
                yield FileOutcome(name, "refused", reason=error.reason)


def _topics(window: Any) -> Any:
    window.show_screen("codebook")
    _settle()
    return window.project.screens.shown.topics


def _topic(page: Any, name: str) -> str:
    return next(each.id for each in page._shown.values() if each.name == name)


def _settings(window: Any, page: int) -> None:
    window.commands.settings().tabs.setCurrentIndex(page)


def _without_waiting(act: Callable[[], object]) -> None:
    """Do something that asks a question, without waiting for the answer: the dialog stays open."""
    usual = DesignedDialog.exec

    def open_only(dialog: DesignedDialog) -> int:
        dialog.open()
        return 0

    try:
        DesignedDialog.exec = open_only  # type: ignore[method-assign]  # for as long as `act` takes
        act()
    finally:
        DesignedDialog.exec = usual  # type: ignore[method-assign]  # as it was


def _settle() -> None:
    """Let the window do what it put off, and what other threads found out."""
    for _ in range(20):
        QCoreApplication.processEvents()
        QApplication.sendPostedEvents()
