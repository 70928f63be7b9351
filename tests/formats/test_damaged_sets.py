"""Damaged sets at every format: records, refusals in a sentence, and never anything else."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from annotator.errors import FileError
from annotator.formats import FileReport, Format, formats
from annotator.records import Record
from tests.damage import damages
from tests.formats.golden import golden_set

READABLE = [each for each in formats() if each.reads and each.writes]


@cache
def _written(name: str) -> dict[str, bytes]:
    """The golden set in a format: file name -> bytes; several where the format is a folder of files."""
    fmt = next(each for each in formats() if each.name == name)
    assert fmt.write is not None
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / ("set" if fmt.output_suffix == ".zip" else f"set{fmt.output_suffix}")
        fmt.write(golden_set(), whole)
        files = [each for each in whole.rglob("*") if each.is_file()] if whole.is_dir() else [whole]
        return {str(each.relative_to(folder)): each.read_bytes() for each in sorted(files)}


@pytest.mark.parametrize("fmt", READABLE, ids=lambda each: each.name)
@pytest.mark.parametrize("examples", [12, pytest.param(300, marks=pytest.mark.prove)])
def test_a_damaged_set_gives_records_or_a_sentence(fmt: Format, examples: int) -> None:
    files = _written(fmt.name)

    @settings(max_examples=examples, suppress_health_check=[HealthCheck.too_slow])
    @given(damage=damages())
    def damaged(damage: Callable[[bytes], bytes]) -> None:
        assert fmt.read is not None
        with tempfile.TemporaryDirectory() as folder:
            for number, (name, data) in enumerate(files.items()):
                path = Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                # Of several files one is damaged, another one each time.
                path.write_bytes(damage(data) if number == len(damage(b"abc")) % len(files) else data)
            place = Path(folder) / next(iter(files)).split("/")[0]
            report = FileReport(str(place), fmt.name)
            found: list[Record] = []
            with suppress(FileError):
                found.extend(fmt.read(place, partial=True, report=report))
            for refusal in report.refused:
                assert refusal.reason
                assert refusal.where
            for record in found:
                for part in getattr(record, "parts", ()):
                    assert 0 <= part.start < part.end

    damaged()
