"""Renders every screen and state into a folder, to be looked at: `make screenshots`.

Each picture is made by `annotator screenshot` in a process of its own, as a user would make it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

from annotator.actions.articles import add_articles
from annotator.actions.codebook import edit_topic_meaning, retire_topic, split_topic
from annotator.queries.annotators import annotator_named
from annotator.queries.articles import article_list
from annotator.queries.codebook import marks_about
from annotator.queries.registry import topics
from annotator.store import Store

SIZES = ("1280x720", "1920x1080")
THEMES = ("light", "dark")
DIALOGS = (
    "settings", "settings-keys", "settings-highlighters", "export", "history", "keys", "help", "speakers", "topics",
    "palette", "find", "tour", "highlighters", "agreement", "plan",
)  # fmt: skip
CODEBOOK = ("codebook", "codebook-fields", "codebook-versions", "codebook-speakers")


def main(folder: Path) -> None:
    """Render all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        os.environ["ANNOTATOR_HOME"] = str(place / "home")
        os.environ["ANNOTATOR_NAME"] = "Ana"
        _run("new", str(place / "sample"), "--sample")
        _run("new", str(place / "empty"))
        untagged = place / "one.md"
        untagged.write_text("# A title\n\nBy [Somebody](#)\n\nNovember 14, 2025\n\nA short text. It is one line.\n")
        with Store.create(place / "untagged", "Ana") as store:
            add_articles(store, [untagged])
        with Store.open(place / "sample", "Ana") as store, store.read() as session:
            ids = {each.title: each.id for each in article_list(session, "Ana")}
        right_to_left = next(id_ for title, id_ in ids.items() if title[0] > "\u0590" and title[0] < "\u0780")
        long = next(id_ for title, id_ in ids.items() if "transcript" in title)
        _change_codebook(place / "sample.annotator")
        for theme, size, screen in product(THEMES, SIZES, CODEBOOK):
            for project in ("sample", "empty"):
                _shot(
                    place / project, folder / f"{screen}-{project}-{theme}-{size}.png", theme, size, "--screen", screen
                )
        for theme, size in product(THEMES, SIZES):
            name = f"{theme}-{size}"
            _shot(place / "sample", folder / f"sample-{name}.png", theme, size)
            _shot(place / "empty", folder / f"empty-{name}.png", theme, size)
            _shot(place / "untagged", folder / f"untagged-{name}.png", theme, size)
            _shot(place / "sample", folder / f"right-to-left-{name}.png", theme, size, "--article", right_to_left)
            _shot(place / "sample", folder / f"long-{name}.png", theme, size, "--article", long)
            _shot(place / "sample", folder / f"review-{name}.png", theme, size, "--screen", "review")
            _shot(place / "empty", folder / f"review-empty-{name}.png", theme, size, "--screen", "review")
            _shot(place / "sample", folder / f"welcome-{name}.png", theme, size, "--screen", "welcome")
        for theme, dialog in product(THEMES, DIALOGS):
            _shot(place / "sample", folder / f"{dialog}-{theme}.png", theme, SIZES[0], "--screen", dialog)
        for theme in THEMES:
            _shot(place / "sample", folder / f"sample-{theme}-200-percent.png", theme, SIZES[0], "--scale", "2")


def _change_codebook(path: Path) -> None:
    """Versions, and marks to look at again, as a project has after some weeks."""
    with Store.open(path, "Ana") as store:
        with store.read() as session:
            known = {each.name: each.id for each in topics(session)}
            mine = marks_about(session, known["Strike"], annotator_id=annotator_named(session, "Ana"))
        split_topic(store, known["Strike"], "Strike vote", [each.mark for each in mine[:6]])
        edit_topic_meaning(store, known["Ownership"], definition="Who owns the quay, the pier and the land.")
        retire_topic(store, known["Cost of dredging"])


def _shot(project: Path, out: Path, theme: str, size: str, *more: str) -> None:
    _run("screenshot", str(project), str(out), "--theme", theme, "--size", size, *more)


def _run(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "annotator", *words], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
