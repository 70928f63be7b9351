"""A program that kills others at work and looks at what they leave behind.

Run by `test_killed.py` as a process of its own, warm and without Qt: each victim is forked from it, works
on a project of its own, and says through a pipe what it is about to do and what was acknowledged. It is
killed with SIGKILL at a random moment. What was acknowledged must be there, and of what was under way all
or nothing. Prints one JSON document.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from sqlalchemy import select

from annotator.actions.tagging import edit_marks, tag_claim
from annotator.model import Article, Mark, Step
from annotator.queries.check import problems
from annotator.store import Store
from tests.sample_articles import add_articles, article_record, span

# Fresh projects keep the checks quick; a few kills on the same one show that recovery can be repeated.
KILLS_A_PROJECT = 10
LONGEST_LIFE_SECONDS = 0.14
ARTICLES_A_BATCH = 150

# What people see of the project: notes of the marks, and which batches of articles are there whole.
State = dict[str, Any]


def batch_articles(source: str) -> list[Any]:
    """The articles of a batch, told from its name."""
    return [article_record(f"{source}-{number}", "Short\nNothing to tag.") for number in range(ARTICLES_A_BATCH)]


def import_batch(store: Store, source: str) -> None:
    add_articles(store, batch_articles(source), source=source, label=f"Import {source}")


class Victim:
    """Works until it is killed. Every line on the pipe is the state before or after one step."""

    def __init__(self, store: Store, state: State, pipe: int, seed: int) -> None:
        self.store = store
        self.state = state
        self.pipe = pipe
        self.random = random.Random(seed)
        self.seed = seed
        self.count = 0
        # States to which undo and redo lead back; steps of earlier lives are left alone.
        self.undoable: list[State] = []
        self.redoable: list[State] = []

    def say(self, kind: str, state: State, batch: str | None = None) -> None:
        line = json.dumps({"kind": kind, "state": state, "batch": batch}) + "\n"
        os.write(self.pipe, line.encode())

    def work(self) -> NoReturn:
        self.say("ready", self.state)
        while True:
            step = self.random.choices(["tag", "edit", "undo", "redo", "batch"], [40, 20, 15, 10, 15])[0]
            self.count += 1
            name = f"{self.seed}-{self.count}"
            if step == "tag":
                after = self.state | {"marks": self.state["marks"] | {name: ""}}
                self.forward(after, partial(tag_claim, self.store, "a", [span("Two ships")], mark_id=name))
            elif step == "edit" and self.state["marks"]:
                mark = self.random.choice(sorted(self.state["marks"]))
                after = self.state | {"marks": self.state["marks"] | {mark: name}}
                self.forward(after, partial(edit_marks, self.store, [mark], label="Note", note=name))
            elif step == "undo" and self.undoable:
                self.back(self.undoable, self.redoable, self.store.undo)
            elif step == "redo" and self.redoable:
                self.back(self.redoable, self.undoable, self.store.redo)
            elif step == "batch":
                after = self.state | {"batches": [*self.state["batches"], name]}
                self.forward(after, partial(import_batch, self.store, name), batch=name)

    def forward(self, after: State, act: Any, batch: str | None = None) -> None:
        self.say("begun", after, batch)
        act()
        self.say("done", after)
        self.undoable.append(self.state)
        self.redoable.clear()
        self.state = after

    def back(self, taken: list[State], given: list[State], act: Any) -> None:
        after = taken.pop()
        self.say("begun", after)
        act()
        self.say("done", after)
        given.append(self.state)
        self.state = after


def seen(store: Store) -> State:
    """The state that the project shows. Batches of which only a part is there are not in it."""
    with store.read() as session:
        notes = {row.id: row.note for row in session.execute(select(Mark.id, Mark.note))}
        counted: dict[str, int] = {}
        for article in session.execute(select(Article.id)).scalars():
            source, _, _ = article.rpartition("-")
            counted[source] = counted.get(source, 0) + 1
    whole = [source for source, number in counted.items() if number == ARTICLES_A_BATCH]
    return {"marks": notes, "batches": sorted(whole)}


def live_and_die(path: Path, state: State, chance: random.Random) -> list[dict[str, Any]]:
    """Fork a victim, kill it at a random moment, and return the whole lines that it wrote."""
    reading, writing = os.pipe()
    seed = chance.randrange(10**9)
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            Victim(Store.open(path, "Ana"), state, writing, seed).work()
        except BaseException as error:  # noqa: BLE001  # told to the parent, whatever it is
            os.write(writing, (json.dumps({"kind": "failed", "error": repr(error)}) + "\n").encode())
        os._exit(1)
    os.close(writing)
    time.sleep(chance.uniform(0, LONGEST_LIFE_SECONDS))
    os.kill(child, signal.SIGKILL)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        lines = pipe.read().split("\n")[:-1]
    os.waitpid(child, 0)
    return [json.loads(line) for line in lines]


class Killer:
    """Kills, looks, and counts."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.chance = random.Random(seed)
        self.counts = {"kills": 0, "acknowledged": 0, "under_way": 0, "open_batches": 0, "kept_under_way": 0}
        self.failures: list[str] = []
        self.template = folder / "template.annotator"
        with Store.create(self.template, "Ana") as store:
            store.get_ready()
            add_articles(store, [article_record("a")], source="first")

    def run(self, kills: int) -> None:
        for first in range(0, kills, KILLS_A_PROJECT):
            path = self.folder / f"project-{first}.annotator"
            shutil.copyfile(self.template, path)
            state: State = {"marks": {}, "batches": []}
            for _ in range(min(KILLS_A_PROJECT, kills - first)):
                state = self.kill_once(path, state)
                if self.failures:
                    return
            path.unlink()

    def kill_once(self, path: Path, state: State) -> State:
        lines = live_and_die(path, state, self.chance)
        self.counts["kills"] += 1
        self.counts["acknowledged"] += sum(line["kind"] == "done" for line in lines)
        self.failures += [line["error"] for line in lines if line["kind"] == "failed"]
        last: dict[str, Any] = lines[-1] if lines else {"kind": "ready", "state": state}
        done = [line["state"] for line in lines if line["kind"] in ("ready", "done")]
        acknowledged = done[-1] if done else state
        with Store.open(path, "Ana") as store:
            if last["kind"] != "begun":
                return self.compare(store, [acknowledged])
            self.counts["under_way"] += 1
            if last["batch"]:
                self.complete(store, last["batch"])
                return self.compare(store, [last["state"]])
            found = self.compare(store, [acknowledged, last["state"]])
            self.counts["kept_under_way"] += found != acknowledged
            return found

    def complete(self, store: Store, source: str) -> None:
        """An open batch must be the one thing that is named; the same batch again completes it."""
        with store.read() as session:
            found = list(problems(session))
            opened = session.execute(select(Step.number).where(Step.open.is_(True))).scalars().all()
        self.counts["open_batches"] += len(opened)
        named = [f"Import {source}" in problem and "did not reach its end" in problem for problem in found]
        if len(found) != len(opened) or not all(named):
            self.failures.append(f"open batches {opened}, problems {found}")
        import_batch(store, source)

    def compare(self, store: Store, allowed: list[State]) -> State:
        found = seen(store)
        with store.read() as session:
            self.failures += list(problems(session))
        if found not in [state | {"batches": sorted(state["batches"])} for state in allowed]:
            self.failures.append(f"found {found}, allowed {allowed}")
        return found


def main() -> None:
    folder, kills, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    killer = Killer(folder, seed)
    killer.run(kills)
    qt = any(name.startswith("PySide6") for name in sys.modules)
    sys.stdout.write(json.dumps(killer.counts | {"failures": killer.failures, "qt": qt}))


if __name__ == "__main__":
    main()
