"""What a person waits for after a double click, and what memory the program then takes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from annotator import settings
from annotator.settings import Settings
from tests.benchmarks.conftest import Measure, copied, note
from tests.benchmarks.workloads import ANNOTATOR, Workloads

COMMAND = [sys.executable, "-m", "tests.benchmarks.launched"]
MEGABYTE = 1_000_000


def remember(project: Path) -> None:
    """Make it the last project of this test's home; its daily backup is made by the first start."""
    settings.save(Settings(annotator=ANNOTATOR, theme="light", recent=[str(project)]))


def start() -> subprocess.Popen[str]:
    """Start the program and wait for its first picture of an article."""
    # Compiled as every start but the first finds it, whatever the shell of the developer says.
    quiet = os.environ | {"PYTHONWARNINGS": "ignore", "PYTHONDONTWRITEBYTECODE": ""}
    process = subprocess.Popen(COMMAND, stdout=subprocess.PIPE, text=True, env=quiet)
    assert process.stdout is not None
    assert process.stdout.readline() == "painted\n"
    return process


def rest(process: subprocess.Popen[str]) -> int:
    """Wait for the end; the resident memory in bytes."""
    assert process.stdout is not None
    memory = int(process.stdout.readline())
    assert process.wait(timeout=60) == 0
    process.stdout.close()
    return memory


def test_start(measure: Measure, workloads: Workloads, tmp_path: Path) -> None:
    remember(copied(workloads.small, tmp_path))
    started: list[subprocess.Popen[str]] = []
    measure(
        "process start to painted window",
        600,
        lambda: started.append(start()),
        after=lambda: rest(started.pop()),
        rounds=10,
        warmup=2,
    )


@pytest.mark.parametrize(("which", "target"), [("large", 220), ("many", 260)])
def test_memory(benchmark: Any, workloads: Workloads, tmp_path: Path, which: str, target: int) -> None:
    remember(copied(getattr(workloads, which), tmp_path))
    rest(start())
    values: list[float] = []
    benchmark.pedantic(lambda: values.append(rest(start()) / MEGABYTE), rounds=3)
    title = "resident memory, W2 open" if which == "large" else "resident memory, W3's project open"
    note(benchmark, title, values, target, "MB")
