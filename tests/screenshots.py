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
from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import add_speaker, add_topic, tag_claim
from annotator.actions.topics import make_topic
from annotator.gui.language import speak
from annotator.queries.annotators import annotator_named
from annotator.queries.articles import article_list, article_text
from annotator.queries.codebook import marks_about
from annotator.queries.registry import topics
from annotator.settings import Settings
from annotator.store import Store
from tests.benchmarks.workloads import W2_CHARACTERS, W2_MARKS, Invention, project_of
from tests.screenshot_states import states

SMALL, LARGE = (1280, 720), (1920, 1080)
THEMES = ("light", "dark", "contrast", "contrast_dark")
SCREENS = ("annotate", "review", "codebook", "codebook-fields", "codebook-versions", "codebook-speakers")
DIALOGS = (
    "settings", "settings-keys", "settings-highlighters", "export", "history", "keys", "help", "speakers", "topics",
    "palette", "find", "tour", "highlighters", "plan", "article", "agreement", "connect", "import", "columns",
    "propositions",
)  # fmt: skip
HALF_AGAIN, TWICE = 14.625, 19.5
"""Points of the interface at 150 and at 200 %."""
NARROW = (1024, 640)
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
    for screen in (*SCREENS, *DIALOGS, "merge", "welcome"):
        yield Picture(f"{language}-{screen}", "sample", screen)
    for screen in SCREENS:
        yield Picture(f"{language}-{screen}-1920", "sample", screen, size=LARGE)
        yield Picture(f"{language}-{screen}-150-percent", "sample", screen, points=HALF_AGAIN)
        yield Picture(f"{language}-{screen}-200-percent", "sample", screen, points=TWICE)
    for name, show in (_of_agreement() | states()).items():
        yield Picture(f"{language}-{name}", "sample", show)


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
    for screen in (*SCREENS, *DIALOGS, "merge", "welcome"):
        yield Picture(f"{screen}-200-percent", "sample", screen, points=TWICE)
    for screen in (*SCREENS, "settings", "export", "agreement", "welcome"):
        yield Picture(f"{screen}-150-percent", "sample", screen, points=HALF_AGAIN)
        yield Picture(f"{screen}-narrow", "sample", screen, size=NARROW)
    yield from _rare()


def _rare() -> Iterator[Picture]:
    """What is seldom so: very much of everything, nothing at all, troubles, long work under way."""
    for theme, screen in product(THEMES[:2], ("annotate", "codebook", "codebook-speakers", "topics", "speakers")):
        yield Picture(f"{screen}-much-{theme}", "much", screen, theme)
    yield Picture("annotate-much-1920", "much", size=LARGE)
    yield Picture("annotate-much-200-percent", "much", points=TWICE)
    for theme, (name, show) in product(THEMES, _of_agreement().items()):
        yield Picture(f"{name}-{theme}", "sample", show, theme)
    yield Picture("agreement-topics-much", "much", partial(_agreement, page="topics", layer=4))
    yield Picture("agreement-time-200-percent", "sample", partial(_agreement, page="months"), points=TWICE)
    for screen in ("agreement", "plan", "history", "export", "palette", "speakers", "topics"):
        yield Picture(f"{screen}-empty", "empty", screen)
    for theme, (name, show) in product(THEMES[:3], _troubles().items()):
        yield Picture(f"{name}-{theme}", "sample", show, theme)
    yield Picture("lost-200-percent", "sample", _troubles()["lost"], points=TWICE)
    for theme, (name, show) in product(THEMES[:2], states().items()):
        yield Picture(f"{name}-{theme}", "sample", show, theme)
    for name in ("confirm", "export-losses", "codebook-split", "review-reject", "note-strip", "welcome-recent"):
        yield Picture(f"{name}-200-percent", "sample", states()[name], points=TWICE)
    for theme in THEMES[:2]:
        yield Picture(f"long-words-{theme}", "words", theme=theme)
    yield Picture("many-marks", "marks")


def _of_agreement() -> dict[str, Callable[[Any], object]]:
    pages = {"time": "months", "articles": "articles", "topics": "topics", "measures": "measures"}
    return {f"agreement-{name}": partial(_agreement, page=page, layer=4) for name, page in pages.items()}


def _agreement(window: Any, page: str, layer: int = 0) -> None:
    from annotator.gui.agreement.view import AgreementView

    window.actions_["agreement"].trigger()
    [view] = window.findChildren(AgreementView)
    view.layers.setCurrentIndex(view.layers.model_.index(layer, 0))
    view.pages.set_value(page)
    view.show_layer()


def _troubles() -> dict[str, Callable[[Any], object]]:
    """Strips and messages as they stand in the window when something is wrong, or takes long."""
    from annotator.gui.jobs import LongWork

    def lost(window: Any) -> None:
        window.status.say_stopped()
        sentence = (
            "The project’s file was deleted or replaced. All that was tagged is saved as sample (rescued).annotator."
        )
        window.messages.show_message(sentence, "error", [("Go on in the saved file", lambda: None)])

    def refused(window: Any) -> None:
        window.refuse("This claim is Ben’s: only who made a mark changes it. Review the claim to say what you think.")

    def at_work(window: Any) -> None:
        for title, done, what in (("Importing ben.jsonl", 1200, "claims"), ("Saving a backup", 0, "")):
            work = LongWork(title)
            window.work.add(work)
            work.progressed.emit(done, 3000 if done else 0, what)

    def read_only(window: Any) -> None:
        window.status.say_saved(read_only=True)
        window.messages.show_message("The project can only be read: its file is write-protected.", "warning")

    return {"lost": lost, "refused": refused, "at-work": at_work, "read-only": read_only}


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
    _make_much(place)
    _make_long_words(place)
    _make_many_marks(place)
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


def _make_much(place: Path) -> None:
    """Hundreds of topics, very long names, a claim in ten parts with thirty topics."""
    words = "The quay and the pier are ours, said the woman; the town agreed, and nobody else was asked. "
    text = place / "much.md"
    text.write_text(
        f"# A very long title that says at length what a short one could have said\n\n{words * 12}\n", "utf-8"
    )
    with Store.create(place / "much", "Ana") as store:
        add_articles(store, [text])
        with store.read() as session:
            [article] = article_list(session, "Ana")
            whole = article_text(session, article.id)
        parents = [
            make_topic(store, f"A topic with a long name that goes on and on, number {each}") for each in range(20)
        ]
        made = [
            make_topic(store, f"Below it, no less long, number {each}", parent=parents[each % 20])
            for each in range(280)
        ]
        start = whole.index(words[:20])
        quoted = len("The quay and the pier are ours")
        parts = [(start + each * len(words), start + each * len(words) + quoted) for each in range(10)]
        for who in ("Ana", "Ben"):
            claim = tag_claim(store, article.id, parts, quotation="direct", note="A note.", by=who)
            for topic in made[:30] if who == "Ana" else made[5:40]:
                add_topic(store, claim, topic, stance="supports", by=who)
            for number in range(4):
                speaker = make_speaker(store, f"Wilhelmina Featherstonehaugh-Cholmondeley of Upper Brackwater {number}")
                add_speaker(store, claim, speaker, by=who)
            tag_claim(store, article.id, [(start + 11 * len(words), start + 11 * len(words) + quoted)], by=who)


def _make_long_words(place: Path) -> None:
    """Words that are longer than a line, in the text, in the names and in the notes."""
    long = "Hafengebührenerhöhungsverordnungsänderungsentwurfsbegründung"
    address = "https://dailyledger.example/" + "harbour-dispute-and-what-came-of-it-" * 5
    text = place / "words.md"
    text.write_text(f"# {long}{long.lower()}\n\n{long * 3} said Mira Okafor.\n\nSee {address} for more.\n", "utf-8")
    with Store.create(place / "words", "Ana") as store:
        add_articles(store, [text])
        with store.read() as session:
            [article] = article_list(session, "Ana")
            whole = article_text(session, article.id)
        for words, note in ((long * 3, long * 2), (address, address)):
            start = whole.index(words)
            claim = tag_claim(store, article.id, [(start, start + len(words))], quotation="direct", note=note)
            add_topic(store, claim, make_topic(store, f"{long} {note[:8]}"), stance="opposes")
            add_speaker(store, claim, make_speaker(store, f"{long}ausschuss {note[:8]}"))


def _make_many_marks(place: Path) -> None:
    """An article with 10,000 marks, a third of which overlap others."""
    invention = Invention(2)
    article = invention.article(0, W2_CHARACTERS)
    project_of(place / "marks", invention, [(article, invention.marks(article, W2_MARKS))])


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
