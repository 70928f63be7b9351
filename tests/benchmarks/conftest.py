"""Fixtures of the benchmarks, and the table of figures and targets at the end of a run."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import pytest

from annotator.gui.app import set_pace
from tests.benchmarks.desk import Desk
from tests.benchmarks.workloads import Workloads

Measure = Callable[..., Any]
Line = tuple[str, float, float, float, str]
LINES: list[Line] = []


def note(benchmark: Any, title: str, values: list[float], target: float, unit: str) -> None:
    """Keep a figure for the table and write it, with its target, into the benchmark's own record."""
    high = quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]
    middle = median(values)
    benchmark.extra_info.update(title=title, unit=unit, median=middle, p95=high, target=target, met=middle <= target)
    LINES.append((title, middle, high, target, unit))


@pytest.fixture
def measure(benchmark: Any) -> Measure:
    """`measure(title, target_ms, act, setup=…, rounds=…)`: time each call of `act` by itself."""

    def run(
        title: str,
        target: float,
        act: Callable[[], object],
        *,
        setup: Callable[[], object] = lambda: None,
        after: Callable[[], object] = lambda: None,
        rounds: int = 30,
        warmup: int = 3,
    ) -> None:
        benchmark.pedantic(
            act,
            setup=lambda: setup() and None,
            teardown=lambda: after() and None,
            rounds=rounds,
            warmup_rounds=warmup,
        )
        note(benchmark, title, [1000 * each for each in benchmark.stats.stats.data], target, "ms")

    return run


@pytest.fixture(scope="session")
def workloads() -> Workloads:
    """The three workloads, in an interpreter tuned as window and command line tune theirs."""
    set_pace()
    made = Workloads()
    made.prepare()
    return made


@pytest.fixture
def desk(qapp: object) -> Iterator[Desk]:
    """A window without a project."""
    made = Desk()
    yield made
    made.close()


@pytest.fixture
def large(desk: Desk, workloads: Workloads, tmp_path: Path) -> Desk:
    """The window on W2, with W1 in the same project."""
    desk.open(copied(workloads.large, tmp_path))
    return desk


def copied(project: Path, folder: Path) -> Path:
    """A copy to write to."""
    return Path(shutil.copyfile(project, folder / project.name))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the figures beside their targets."""
    if not LINES:
        return
    terminalreporter.section("speed and memory")
    terminalreporter.write_line(f"{'':48}{'median':>10}{'95 %':>10}{'target':>10}")
    for title, middle, high, target, unit in LINES:
        missed = "" if middle <= target else "  missed"
        terminalreporter.write_line(f"{title:48}{middle:10.1f}{high:10.1f}{target:10.0f} {unit}{missed}")
