"""Renders every screen and state into a folder, to be looked at: `make screenshots`.

`python -m tests.screenshots FOLDER [WORD…]` renders only the pictures whose names hold one of the words.
All pictures of a language are made in one process, each of a new window.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any, Literal, cast

from annotator.actions.articles import add_articles
from annotator.actions.codebook import edit_topic_meaning, retire_topic, split_topic
from annotator.actions.exchange import export_set
from annotator.actions.sample import fill_with_sample
from annotator.gui.language import speak
from annotator.queries.annotators import annotator_named
from annotator.queries.articles import article_list
from annotator.queries.codebook import marks_about
from annotator.queries.registry import topics
from annotator.settings import Settings
from annotator.store import Store

SMALL, LARGE = (1280, 720), (1920, 1080)
THEMES = ("light", "dark", "contrast", "contrast_dark")
SCREENS = ("annotate", "review", "codebook", "codebook-fields", "codebook-versions", "codebook-speakers")
DIALOGS = (
    "settings", "settings-keys", "settings-highlighters", "export", "history", "keys", "help", "speakers", "topics",
    "palette", "find", "tour", "highlighters", "plan", "agreement", "connect",
)  # fmt: skip
TWICE = 19.5
"""Points of the interface at 200 %."""
_LANGUAGE = "ANNOTATOR_LANGUAGE"
_ARABIC = "\u0627\u0644"


@dataclass(frozen=True)
class Picture:
    """A picture to be made: how it is called, of which project, and what is shown how."""

    name: str
    project: str
    screen: str | Callable[[Any], object] = "annotate"
    theme: str = "light"
    size: tuple[int, int] = SMALL
    points: float = 0.0
    article: str = ""
    """Words of its title."""


def main(folder: Path, words: list[str], language: str) -> None:
    """Render the pictures."""
    from annotator.gui.app import application
    from annotator.gui.picture import take

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        os.environ.update(ANNOTATOR_HOME=str(place / "home"), ANNOTATOR_NAME="Ana")
        ids = _make_projects(place)
        kept = application()
        speak(language)
        for each in _of_language(place, language):
            if words and not any(word in each.name for word in words):
                continue
            settings = Settings(annotator="Ana", theme=cast("Literal['light']", each.theme), interface_size=each.points)
            article = next((id_ for title, id_ in ids.items() if each.article and each.article in title), None)
            take(
                str(place / f"{each.project}.annotator"), folder / f"{each.name}.png", settings,
                screen=each.screen, article_id=article, size=each.size,
            )  # fmt: skip
        del kept


def _of_language(place: Path, language: str) -> Iterator[Picture]:
    if language == "en":
        yield from _pictures(place)
        return
    for screen in (*SCREENS, *DIALOGS, "welcome"):
        yield Picture(f"{language}-{screen}", "sample", screen)


def _pictures(place: Path) -> Iterator[Picture]:
    for theme, size, screen in product(THEMES[:2], (SMALL, LARGE), SCREENS):
        yield Picture(f"{screen}-{theme}-{size[0]}", "sample", screen, theme, size)
    for theme, screen in product(THEMES[2:], SCREENS):
        yield Picture(f"{screen}-{theme}", "sample", screen, theme)
    for theme, screen in product(THEMES[:2], SCREENS):
        yield Picture(f"{screen}-empty-{theme}", "empty", screen, theme)
    opened: dict[str, str | Callable[[Any], object]] = {each: each for each in DIALOGS} | _openers(place)
    for theme, (name, screen) in product(THEMES[:3], opened.items()):
        yield Picture(f"{name}-{theme}", "sample", screen, theme)
    for theme in THEMES[:2]:
        yield Picture(f"untagged-{theme}", "untagged", theme=theme)
        yield Picture(f"right-to-left-{theme}", "sample", theme=theme, article=_ARABIC)
        yield Picture(f"long-{theme}", "sample", theme=theme, article="transcript")
        yield Picture(f"welcome-{theme}", "sample", "welcome", theme)
    for screen in (*SCREENS, *DIALOGS, "welcome"):
        yield Picture(f"{screen}-200-percent", "sample", screen, points=TWICE)


def _openers(place: Path) -> dict[str, Callable[[Any], object]]:
    """What is shown of files that come from elsewhere."""
    from annotator.gui.copies.opening import look_at

    return {
        "import": lambda window: window.commands.import_files([place / "set.jsonl"]),
        "columns": lambda window: window.commands.add_files([place / "table.csv"]),
        "merge": partial(look_at, copy=place / "copy.annotator"),
    }


def _make_projects(place: Path) -> dict[str, str]:
    """The projects and files that are shown; returns titles and ids of the sample's articles."""
    sample, untagged = place / "sample.annotator", place / "one.md"
    with Store.create(sample, "Ana") as store:
        fill_with_sample(store)
        with store.read() as session:
            ids = {each.title: each.id for each in article_list(session, "Ana")}
    Store.create(place / "empty", "Ana").close()
    untagged.write_text("# A title\n\nBy [Somebody](#)\n\nNovember 14, 2025\n\nA short text. It is one line.\n")
    with Store.create(place / "untagged", "Ana") as store:
        add_articles(store, [untagged])
    (place / "table.csv").write_text(
        "headline,body,published,paper\nTide gate opens,The tide gate opened on Monday.,2025-11-03,Bay Post\n"
    )
    shutil.copyfile(sample, place / "copy.annotator")
    _change_codebook(sample)
    with Store.open(place / "copy.annotator", "Ana") as store:
        with store.read() as session:
            ownership = next(each.id for each in topics(session) if each.name == "Ownership")
        edit_topic_meaning(store, ownership, definition="To whom the quay belongs.")
        export_set(store, place / "set.jsonl")
    return ids


def _change_codebook(path: Path) -> None:
    """Versions, and marks to look at again, as a project has after some weeks."""
    with Store.open(path, "Ana") as store:
        with store.read() as session:
            known = {each.name: each.id for each in topics(session)}
            mine = marks_about(session, known["Strike"], annotator_id=annotator_named(session, "Ana"))
        split_topic(store, known["Strike"], "Strike vote", [each.mark for each in mine[:6]])
        edit_topic_meaning(store, known["Ownership"], definition="Who owns the quay, the pier and the land.")
        retire_topic(store, known["Cost of dredging"])


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:], os.environ.get(_LANGUAGE, "en"))
    if _LANGUAGE not in os.environ:
        # A language is put on once in a process.
        again = [sys.executable, "-m", "tests.screenshots", *sys.argv[1:]]
        subprocess.run(again, check=True, env={**os.environ, _LANGUAGE: "de"})
