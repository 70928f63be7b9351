"""The watchdog itself: it counts work of the window's thread, and nothing that others do."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from tests.journeys.conftest import FROZEN_MILLISECONDS
from tests.journeys.watchdog import Watchdog


@pytest.fixture
def watchdog() -> Iterator[Watchdog]:
    """A watchdog of this thread."""
    made = Watchdog()
    yield made
    made.close()


def work(seconds: float) -> None:
    """Keep this thread busy for so long by the processor's clock."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def test_work_is_a_freeze_and_is_told_with_its_place(watchdog: Watchdog) -> None:
    with watchdog.watching("key C"):
        work(0.15)
    assert watchdog.longest.milliseconds * watchdog.longest.slower >= 150
    assert "key C" in str(watchdog.longest)


def test_the_work_of_other_threads_and_short_waits_are_none(watchdog: Watchdog) -> None:
    other = threading.Thread(target=work, args=(0.15,))
    with watchdog.watching("key C"):
        other.start()
        other.join()
        time.sleep(0.05)
    assert watchdog.longest.milliseconds < 100


def test_no_slowness_of_the_machine_excuses_a_freeze_of_twice_the_limit(watchdog: Watchdog) -> None:
    with watchdog.watching("key C"):
        work(2 * FROZEN_MILLISECONDS / 1000)
    assert watchdog.longest.milliseconds >= FROZEN_MILLISECONDS


def test_the_longest_is_kept_until_it_is_forgotten(watchdog: Watchdog) -> None:
    for seconds in (0.01, 0.06, 0.01):
        with watchdog.watching(f"{seconds}"):
            work(seconds)
    assert watchdog.longest.what == "0.06"
    watchdog.forget()
    assert watchdog.longest.milliseconds == 0
