"""Eight people at the same article, and a server that is killed under them: nothing acknowledged is lost."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from annotator.model import JournalRow, Mark, Step
from annotator.queries.check import problems
from annotator.store import Store
from tests.sample_articles import add_articles, article_record
from tests.server import Server

DURATIONS = [pytest.param(10, id="10 s"), pytest.param(60, id="60 s", marks=pytest.mark.prove)]
LONGEST_WAIT = 1.0
"""Seconds that nobody is kept from writing."""
MARKS_BETWEEN_KILLS = 40
PATIENCE = 60
"""Seconds after which people who get nowhere are given up."""


def people_at_work(url: str, meanwhile: Callable[[], object]) -> list[dict[str, Any]]:
    """What each of the eight told; they work until `meanwhile` is over."""
    command = [sys.executable, "-m", "tests.store.server.clients", url]
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, cwd=Path(__file__).parents[3], **streams) as running:
        try:
            meanwhile()
        finally:
            # Ends their standard input, too.
            out, _ = running.communicate(timeout=120)
    assert running.returncode == 0
    found: list[dict[str, Any]] = json.loads(out)
    assert [each["failed"] for each in found] == [""] * len(found)
    return found


def assert_all_there(url: str, told: list[dict[str, Any]]) -> None:
    """Every acknowledged mark with its note, nothing that nobody made, and every step in its place."""
    acknowledged = {mark: note for each in told for mark, note in each["marks"].items()}
    unknown = {mark for each in told for mark in each["unknown"]}
    with Store.open(url, "Keeper") as store, store.read() as session:
        there = {row.id: row.note for row in session.execute(select(Mark.id, Mark.note))}
        # Of a note that was not acknowledged nobody knows.
        known = {mark: {note, mark} if mark in unknown else {note} for mark, note in acknowledged.items()}
        assert {mark: notes for mark, notes in known.items() if there.get(mark) not in notes} == {}
        assert set(there) - set(acknowledged) <= unknown
        assert list(problems(session)) == []
        numbers = session.execute(select(Step.number).order_by(Step.number)).scalars().all()
        assert numbers == list(range(1, len(numbers) + 1))
        # A step's moment is taken when its turn has come, so that later steps are later.
        moments = session.execute(select(Step.at).order_by(Step.number)).scalars().all()
        assert moments == sorted(moments)
        rows = session.execute(select(func.count()).select_from(JournalRow)).scalar_one()
        assert rows == session.execute(select(func.sum(Step.rows)).where(Step.kind == "change")).scalar_one()
        assert len(numbers) - 1 >= sum(each["steps"] for each in told)


@pytest.mark.parametrize("seconds", DURATIONS)
def test_eight_people_at_one_article_lose_nothing_and_wait_for_nobody(safe_server: Server, seconds: int) -> None:
    url = safe_server.url(safe_server.template())
    with Store.open(url, "Keeper") as store:
        add_articles(store, [article_record("shared")], source="articles")
    told = people_at_work(url, lambda: time.sleep(seconds))
    # Everybody got on, nobody at the cost of another.
    numbers = sorted(len(each["marks"]) for each in told)
    assert numbers[0] * 2 > numbers[-1]
    for each in told:
        # A turn a change, each measured from asking to being let in, and the whole change as a person waits for it.
        assert len(each["waits"]) >= each["steps"]
        assert max(each["waits"]) < LONGEST_WAIT
        assert max(each["took"]) < LONGEST_WAIT
    assert [each["unknown"] for each in told] == [[]] * len(told)
    assert_all_there(url, told)


@pytest.mark.parametrize("times", [1, pytest.param(6, marks=pytest.mark.prove)])
def test_a_server_killed_in_the_middle_loses_nothing_acknowledged(safe_server: Server, times: int) -> None:
    database = safe_server.template()
    url = safe_server.url(database)
    with Store.open(url, "Keeper") as store:
        add_articles(store, [article_record("shared")], source="articles")

    def marks() -> int:
        return int(safe_server.execute("SELECT count(*) FROM annotator.mark", database=database)[0][0])

    def more_marks() -> None:
        enough, end = marks() + MARKS_BETWEEN_KILLS, time.monotonic() + PATIENCE
        while marks() < enough:
            assert time.monotonic() < end, "nobody gets on"
            time.sleep(0.05)

    def killed() -> None:
        for _ in range(times):
            more_marks()
            safe_server.kill()
            safe_server.start()
        # They come back, and go on.
        more_marks()

    told = people_at_work(url, killed)
    # Else nothing was shown: the kill must have met people at work.
    assert sum(each["lost"] for each in told) >= times
    assert_all_there(url, told)
