"""Nothing that was acknowledged is lost when the program is killed, at whatever moment."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="victims are forked from a warm process")


def kill(folder: Path, times: int) -> None:
    seed = random.SystemRandom().randrange(10**9)
    command = [sys.executable, "-m", "tests.store.crash_worker", str(folder), str(times), str(seed)]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root)
    assert done.returncode == 0, f"seed {seed}: {done.stderr}"
    report = json.loads(done.stdout)
    assert report["failures"] == [], f"seed {seed}"
    assert report["kills"] == times
    assert not report["qt"]
    # Else nothing was shown: the kills must have met work, and batches half way.
    assert report["acknowledged"] > times
    assert report["under_way"] > times / 4
    assert report["open_batches"] > times / 40


def test_200_kills_lose_nothing(tmp_path: Path) -> None:
    kill(tmp_path, 200)


@pytest.mark.prove
def test_1000_kills_lose_nothing(tmp_path: Path) -> None:
    kill(tmp_path, 1000)
