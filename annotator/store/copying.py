"""All rows of a project from one database into another, whichever the two are.

Called by the store when a project is moved between a file and a server, and when one on a server is
copied into a file. The target is an empty project that nobody else has open.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, delete, func, select

from annotator.errors import DamagedProject
from annotator.model.tables import METADATA, PROJECT
from annotator.sentences import worded
from annotator.store.batch import insert_rows

ROWS_A_PAGE = 2000
Report = Callable[[int, int, str], None]


def copy_rows(source: Connection, target: Connection, report: Report = lambda done, total, what: None) -> None:
    """Copy every table, in the transactions of the two connections; report: rows done, rows in all, table.

    Raises DamagedProject when the target holds another number of rows afterwards.
    """
    tables = METADATA.sorted_tables
    counts = {table: source.execute(select(func.count()).select_from(table)).scalar_one() for table in tables}
    total, done = sum(counts.values()), 0
    target.execute(delete(PROJECT))
    for table in tables:
        result = source.execution_options(stream_results=True).execute(select(table)).mappings()
        while page := result.fetchmany(ROWS_A_PAGE):
            insert_rows(target, table, [dict(row) for row in page])
            done += len(page)
            report(done, total, table.name)
        if target.execute(select(func.count()).select_from(table)).scalar_one() != counts[table]:
            raise DamagedProject(
                worded("Not all rows of {table} could be copied; nothing was kept of the copy.", table=table.name)
            )
