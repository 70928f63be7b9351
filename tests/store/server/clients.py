"""A program of eight people who tag the same article at once, each a process of its own.

Run by `test_clients.py` as `python -m tests.store.server.clients URL`, warm and without Qt, so that the eight are
forked from it. Each tags until standard input ends, and goes on when the connection was lost. Prints one JSON
document: which marks were acknowledged, which not, how long each change waited for its turn and took in all, in
seconds, and what else went wrong.
"""

from __future__ import annotations

import json
import os
import select
import sys
import time
from typing import Any, NoReturn

from sqlalchemy import Engine, event

from annotator.actions.tagging import edit_marks, tag_claim
from annotator.errors import ConnectionLost, NotConnected
from annotator.store import Store
from tests.sample_articles import span

PEOPLE = 8


def work(url: str, name: str, pipe: int) -> NoReturn:
    """Tag, and write a note on every third tag, until standard input ends."""
    told: dict[str, Any] = {"marks": {}, "unknown": [], "lost": 0, "steps": 0, "failed": "", "waits": [], "took": []}
    measure_waits(told["waits"])
    store = None
    try:
        number = 0
        while not select.select([sys.stdin], [], [], 0)[0]:
            if store is None:
                store = opened(url, name)
                continue
            number += 1
            mark = f"{name}-{number}"
            try:
                begin = time.monotonic()
                tag_claim(store, "shared", [span("Two ships a month")], mark_id=mark)
                told["took"].append(time.monotonic() - begin)
                told["marks"][mark] = ""
                told["steps"] += 1
                if number % 3 == 0:
                    edit_marks(store, [mark], label="Note", note=mark)
                    told["marks"][mark] = mark
                    told["steps"] += 1
            except ConnectionLost:
                # Not confirmed: it may be there or not, and so may a note on a tag that was.
                told["unknown"].append(mark)
                told["lost"] += 1
                time.sleep(0.05)
        if store is not None:
            store.close()
    except BaseException as error:  # noqa: BLE001  # told to the parent
        told["failed"] = repr(error)
    # Larger than a pipe holds, so written piece by piece.
    with os.fdopen(pipe, "w") as file:
        file.write(json.dumps(told))
    os._exit(0)


def measure_waits(waits: list[float]) -> None:
    """Note how long the server kept each writer in the queue."""

    @event.listens_for(Engine, "before_cursor_execute")
    def begin(connection: Any, _cursor: object, statement: str, *_: object) -> None:
        if "pg_advisory_xact_lock" in statement:
            connection.info["asked"] = time.monotonic()

    @event.listens_for(Engine, "after_cursor_execute")
    def end(connection: Any, _cursor: object, statement: str, *_: object) -> None:
        if "pg_advisory_xact_lock" in statement:
            waits.append(time.monotonic() - connection.info["asked"])


def opened(url: str, name: str) -> Store | None:
    """The project, or None while the server is away."""
    try:
        return Store.open(url, name)
    except NotConnected:
        time.sleep(0.05)
        return None


def main(url: str) -> None:
    pipes = []
    for number in range(PEOPLE):
        reading, writing = os.pipe()
        if os.fork() == 0:
            work(url, f"Person {number}", writing)
        os.close(writing)
        pipes.append(reading)
    found = []
    for reading in pipes:
        with os.fdopen(reading) as file:
            found.append(json.loads(file.read()))
    for _ in pipes:
        os.wait()
    print(json.dumps(found))  # noqa: T201  # what the test reads


if __name__ == "__main__":
    main(sys.argv[1])
