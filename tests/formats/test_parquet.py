"""Parquet tables, read back by pyarrow."""

from __future__ import annotations

import sys
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings

from annotator.errors import FileError
from annotator.formats import FileReport
from annotator.formats.parquet import write
from annotator.formats.table_records import records_of
from annotator.records import Record
from tests.formats.golden import golden_set
from tests.strategies import annotation_sets

slowly = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def test_columns_have_types_and_the_file_says_what_it_is(tmp_path: Path) -> None:
    written = write(golden_set(), tmp_path / "tables")
    table = pyarrow.parquet.read_table(tmp_path / "tables" / "claims.parquet")
    types = {field.name: str(field.type) for field in table.schema}
    assert (types["start"], types["quote"], types["created"]) == ("int64", "string", "timestamp[us, tz=UTC]")
    assert table.schema.metadata[b"format"] == b"annotator-tables"
    first = table.to_pylist()[0]
    assert first["quote"] == "the port loses two ships 😀 a month … or three"
    assert first["created"] == datetime(2026, 1, 5, 10, tzinfo=UTC)
    assert (written.counts["claim"], written.loses) == (3, {})
    assert len(list((tmp_path / "tables").iterdir())) == 17


def test_a_zip_holds_the_same_and_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    first = write(golden_set(), tmp_path / "a.zip")
    assert write(golden_set(), tmp_path / "b.zip").sha256 == first.sha256
    with zipfile.ZipFile(tmp_path / "a.zip") as pack:
        assert "claims.parquet" in pack.namelist()


@slowly
@given(annotation_sets())
def test_all_that_a_set_says_is_in_the_tables(made: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(made, Path(folder) / "t")
        found = {path.stem: pyarrow.parquet.read_table(path).to_pylist() for path in (Path(folder) / "t").iterdir()}

    def rows(table: str) -> Any:
        return ((table, {key: _plain(value) for key, value in row.items()}) for row in found.get(table, []))

    report = FileReport("", "")
    records = [each for _, each in records_of(rows, report)]
    assert not report.refused
    assert [str(each) for each in map(_undated, records)] == [str(each) for each in map(_undated, made[1:])]


def _plain(value: Any) -> Any:
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime) else value


def _undated(record: Record) -> dict[str, Any]:
    """A record without its moments: those of a file have microseconds, always or never."""
    keys = record.__struct_fields__
    return {key: getattr(record, key) for key in keys if key not in ("created", "updated", "retrieved")}


def test_without_pyarrow_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(FileError, match=r"install it with: pip install 'annotator\[parquet\]'"):
        write(golden_set(), tmp_path / "t")
    assert list(tmp_path.iterdir()) == []
