"""Renders a screen of the real window into a picture, with no display needed.

Called by `annotator screenshot`, `make run` without a display, and `make screenshots`, which takes many
pictures in one process.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from annotator.errors import FileError
from annotator.settings import Settings, acting_annotator
from annotator.store import Store


def render(
    project: str,
    out: Path,
    *,
    screen: str,
    article_id: str | None,
    theme: str,
    size: tuple[int, int],
    scale: float,
    language: str = "en",
) -> None:
    """Write the picture. size: logical pixels; scale: device pixels for each of them.

    Raises what `Store.open` raises, UnknownRecord for an article that is not there, and FileError when
    the picture cannot be written.
    """
    # Both are read once, when Qt starts.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    from PySide6.QtCore import qInstallMessageHandler

    # The offscreen platform says that it cannot tell a window manager anything; there is none.
    qInstallMessageHandler(lambda _kind, _context, _text: None)

    from annotator.gui.app import application
    from annotator.gui.language import speak

    application()
    speak(language)
    settings = Settings(theme=cast("Any", theme))
    take(project, out, settings, screen=screen, article_id=article_id, size=size)


def take(
    project: str,
    out: Path,
    settings: Settings,
    *,
    screen: str | Callable[[Any], object] = "annotate",
    article_id: str | None = None,
    size: tuple[int, int],
) -> None:
    """Write the picture of a window of its own, in a process that has an application and a language.

    screen: its name, or what opens it in the window. Raises as `render` does.
    """
    from annotator.gui.main_window import MainWindow
    from annotator.gui.screens import SCREENS

    store = Store.open(project, acting_annotator(None))
    window = MainWindow(settings, at_once=True, keep_settings=False)
    window.apply_settings()
    window.resize(*size)
    if screen == "welcome":
        store.close()
    else:
        article_id = _dress(store, article_id)
        window.show_project(store, article_id)
    window.show()
    _settle()
    if window.project is not None:
        _make_a_claim_current(window.project.screen)
        _settle()
    if any(each.id == screen for each in SCREENS):
        window.show_screen(cast("str", screen))
    elif opens := screen if callable(screen) else DIALOGS.get(screen):
        opens(window)
    _settle()
    _keep_within(window)
    _settle()
    _write(window, out)


def _keep_within(window: Any) -> None:
    """The window stands for the whole screen: a dialog that is opened over it has no more room than that."""
    for dialog in _dialogs(window):
        dialog.resize(dialog.size().boundedTo(window.size()))


def _dialogs(window: Any) -> list[Any]:
    from PySide6.QtWidgets import QApplication

    others = [each for each in QApplication.topLevelWidgets() if each is not window]
    return [each for each in others if each.isVisible() and each.width() >= 200]


def _write(window: Any, out: Path) -> None:
    """Grab the window with what stands in front of it, close it, and write the picture."""
    from PySide6.QtGui import QImageWriter
    from PySide6.QtWidgets import QApplication

    image = window.grab().toImage()
    _paint_dialogs(image, window)
    for each in QApplication.topLevelWidgets():
        each.close()
    window.deleteLater()
    _settle()
    if not QImageWriter(str(out), b"png").write(image):
        raise FileError("The picture cannot be written; check the folder.", where=str(out))


def _settle() -> None:
    """Let the window do what it put off."""
    from PySide6.QtCore import QCoreApplication

    for _ in range(5):
        QCoreApplication.processEvents()


# Screens that stand in front of the Annotate screen -> what opens them.
DIALOGS: dict[str, Callable[[Any], object]] = {
    "plan": lambda window: window.actions_["plan"].trigger(),
    "article": lambda window: window.commands.article_details(),
    "agreement": lambda window: window.actions_["agreement"].trigger(),
    "settings": lambda window: window.commands.settings(),
    "export": lambda window: window.commands.export(),
    "history": lambda window: window.commands.history(),
    "settings-keys": lambda window: _settings_page(window, "keys"),
    "settings-highlighters": lambda window: _settings_page(window, "highlighters"),
    "propositions": lambda window: window.actions_["propositions"].trigger(),
    "palette": lambda window: window.palette_.open(),
    "find": lambda window: window.project.screen.finding.open("the port"),
    "tour": lambda window: window.project.screen.tour.begin(),
    "highlighters": lambda window: _with_highlighters(window),
    "keys": lambda window: window.commands.keys(),
    "help": lambda window: window.commands.help(),
    "speakers": lambda window: window.project.screen.panel.show_tab("speakers"),
    "topics": lambda window: window.project.screen.panel.show_tab("topics"),
    "connect": lambda window: window.commands.connect(),
    "import": lambda window: _import(window),
    "columns": lambda window: _columns(window),
    "merge": lambda window: _merge(window),
    "codebook-fields": lambda window: _codebook_page(window, "fields"),
    "codebook-versions": lambda window: _codebook_page(window, "versions"),
    "codebook-speakers": lambda window: _codebook_page(window, "speakers"),
}


def _folder_for(window: Any) -> Path:
    """A folder for files that are shown as if they came from elsewhere; it goes with the window."""
    folder = TemporaryDirectory(prefix="annotator-picture-", ignore_cleanup_errors=True)
    # What is connected keeps the folder until then.
    window.destroyed.connect(lambda: folder.cleanup())
    return Path(folder.name)


def _import(window: Any) -> None:
    from annotator.actions.exchange import export_set

    out = _folder_for(window) / "colleague.jsonl"
    export_set(window.project.store, out)
    window.commands.import_files([out])


def _columns(window: Any) -> None:
    table = _folder_for(window) / "articles.csv"
    row = "Tide gate opens,The tide gate opened on Monday.,2025-11-03,Bay Post"
    table.write_text(f"headline,body,published,paper\n{row}\n", "utf-8")
    window.commands.add_files([table])


def _merge(window: Any) -> None:
    """A copy in which somebody has added a topic; the project itself is only read."""
    from annotator.actions.topics import make_topic
    from annotator.gui.copies.opening import look_at

    copy = _folder_for(window) / "copy.annotator"
    window.project.store.copy_to(copy)
    with Store.open(str(copy), window.project.store.annotator) as store:
        make_topic(store, "Added in the copy")
    look_at(window, copy)


def _codebook_page(window: Any, page: str) -> None:
    window.show_screen("codebook")
    window.project.screens.shown.show_page(page)


def _settings_page(window: Any, page: str) -> None:
    _with_highlighters(window)
    dialog = window.commands.settings()
    dialog.tabs.setCurrentWidget(getattr(dialog, page))


def _with_highlighters(window: Any) -> None:
    from annotator.gui.reader.felt_pens import COLOURS
    from annotator.settings import Highlighter

    words = ("per cent", r"\d+", "said")
    window.settings.highlighters = [
        Highlighter(each, colour, expression=each.startswith("\\"))
        for each, colour in zip(words, COLOURS, strict=False)
    ]
    window.apply_settings()


def _paint_dialogs(image: Any, window: Any) -> None:
    """Paint the open dialogs where they stand over the window: in its middle."""
    from PySide6.QtGui import QPainter

    for dialog in _dialogs(window):
        painter = QPainter(image)
        left, top = (window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 2
        painter.drawPixmap(left, top, dialog.grab())
        painter.setPen(window.theme.colour("faint"))
        painter.drawRect(left - 1, top - 1, dialog.width() + 1, dialog.height() + 1)
        painter.end()


def _dress(store: Store, article_id: str | None) -> str | None:
    """Show what there is to see: an article with marks, as somebody who made some of them."""
    from annotator.queries.annotators import annotators
    from annotator.queries.articles import article, article_list

    with store.read() as session:
        if article_id is not None:
            article(session, article_id)
        people = [each.name for each in annotators(session) if each.kind == "person"]
        if store.annotator not in people and people:
            lists = {name: article_list(session, name) for name in people}
            store.annotator = max(people, key=lambda name: sum(each.claims for each in lists[name]))
        shown = article_list(session, store.annotator)
    if article_id is None and shown:
        # An ordinary article: with many claims, but not the longest there is.
        article_id = max(shown, key=lambda each: each.claims * 2000 / max(each.characters, 2000)).id
    return article_id


def _make_a_claim_current(screen: Any) -> None:
    """The second claim unfolds, so that the picture shows what a card holds."""
    from annotator.records import ClaimRecord

    claims = [mark for mark in screen.opened.visible() if isinstance(mark, ClaimRecord)]
    if claims:
        claims.sort(key=lambda mark: mark.parts[0].start)
        screen.choose(claims[min(1, len(claims) - 1)].id)
        screen.reader.scroll_to_end(end=False)
