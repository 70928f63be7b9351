"""The memory of the program: one facade, `Store`, through SQLAlchemy, over SQLite or PostgreSQL.

What verbs and questions ask runs on both, and the tests of store, actions and queries try it on both. So:
- SQLAlchemy's Core or ORM; what is a database's own (PRAGMA, FTS5, tsvector) has a branch for each.
- Order by what tells rows apart, and never by a column that may be NULL: SQLite puts NULL first,
  PostgreSQL last.
- In a GROUP BY, every column that is selected is in it, or depends on a primary key that is.
- A text is no number and no truth value: compare like with like, and `column.is_(True)` instead of 1.
- LIKE minds capitals on PostgreSQL and `lower()` knows ASCII alone on SQLite: compare case-folded texts in
  Python, or keep a folded column.
- JSON columns have no equality: no DISTINCT, GROUP BY or ORDER BY on them; take a value out with
  `column["name"].as_string()`.
- No INSERT OR IGNORE, no rowid; `substr` counts from 1 and takes no negative length.
- In a raw statement a percent sign is doubled on PostgreSQL.
- A migration changes a table where it stands (`op.batch_alter_table` without `recreate`): a server has other
  tables that refer to it. All of a migration is one transaction on both.
- A new table is named in `server/rights.py`; else nobody but the owner can read or write it there.
"""

from annotator.store.store import Store

__all__ = ["Store"]
