"""The tables of an annotation set as Parquet files, for R, Python and DuckDB.

Called by way of the registry; needs the extra `parquet`. What the tables hold is in `tables`; numbers, yes and no,
and times have their own types, lists and objects are JSON. It is written only, never read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from annotator.errors import FileError
from annotator.formats import Format, Progress, Written, no_progress, register
from annotator.formats.bundle import write_bundle
from annotator.formats.extras import extra_library
from annotator.formats.tables import TABLES, Cells, Column, Tables
from annotator.records import Record
from annotator.sentences import worded

_FILES = tuple(f"{name}.parquet" for name in TABLES if name != "meta")
_ROWS_AT_ONCE = 20_000
_MOMENTS = frozenset({"created", "updated", "retrieved"})


class _Files:
    """The tables while they are written, a group of rows at a time. `meta` is the metadata of every file."""

    def __init__(self, folder: Path) -> None:
        self._arrow = extra_library("pyarrow", "parquet")
        self._parquet = extra_library("pyarrow.parquet", "parquet")
        self._folder = folder
        self._meta: dict[str, str] = {}
        self._rows: dict[str, list[Sequence[Any]]] = {name: [] for name in TABLES}
        self._writers: dict[str, Any] = {}

    def put(self, table: str, cells: Sequence[Any]) -> None:
        """One more row."""
        if table == "meta":
            self._meta = {column.name: str(cell) for column, cell in zip(TABLES["meta"], cells, strict=True)}
            return
        rows = self._rows[table]
        rows.append(cells)
        if len(rows) >= _ROWS_AT_ONCE:
            self._flush(table)

    def finish(self) -> None:
        """Write what is left, and close."""
        for table in TABLES:
            if table != "meta":
                self._flush(table)
        self.close()

    def close(self) -> None:
        """Close all files, whole or not."""
        while self._writers:
            self._writers.popitem()[1].close()

    def _flush(self, table: str) -> None:
        columns = TABLES[table]
        schema = self._arrow.schema([self._field(each) for each in columns], metadata=self._meta)
        if table not in self._writers:
            place = self._folder / f"{table}.parquet"
            self._writers[table] = self._parquet.ParquetWriter(place, schema, compression="zstd")
        turned = list(zip(*self._rows[table], strict=True)) or [()] * len(columns)
        arrays = [
            self._arrow.array(map(_moment, cells) if each.name in _MOMENTS else cells, schema.field(each.name).type)
            for each, cells in zip(columns, turned, strict=True)
        ]
        self._writers[table].write_table(self._arrow.Table.from_arrays(arrays, schema=schema))
        self._rows[table].clear()

    def _field(self, column: Column) -> Any:
        arrow = self._arrow
        kinds = {"number": arrow.int64(), "flag": arrow.bool_()}
        moment = arrow.timestamp("us", tz="UTC") if column.name in _MOMENTS else None
        return arrow.field(column.name, moment or kinds.get(column.kind, arrow.string()))


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _same(value: Any) -> Any:
    return value


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write the tables into the folder `out`, or, when that ends in `.zip`, into one zip file.

    Raises DiskFull, and FileError when pyarrow is not installed or `out` cannot be written.
    """
    made: list[Tables] = []
    sha256 = write_bundle(out, _FILES, partial(_fill, records, progress, made))
    return Written(str(out), "parquet", dict(made[0].counts), {}, sha256)


def _fill(records: Iterable[Record], progress: Progress, made: list[Tables], folder: Path) -> None:
    files = _Files(folder)
    made.append(Tables(Cells(_same, _same, _same, int, bool, _json, "none"), lambda table: partial(files.put, table)))
    try:
        made[0].take_all(records, progress)
        files.finish()
    except UnicodeEncodeError as error:
        raise FileError(
            worded("A text holds half a character (a lone surrogate), which no file carries; type it again.")
        ) from error
    finally:
        files.close()


register(Format("parquet", worded("Tables for R, Python and DuckDB (Parquet)"), (".zip",), write=write))
