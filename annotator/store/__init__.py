"""The memory of the program: one facade, `Store`, over SQLite through SQLAlchemy."""

from annotator.store.store import Store

__all__ = ["Store"]
