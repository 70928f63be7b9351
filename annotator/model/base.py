"""What the nouns have in common: each is a class mapped on its table, where the columns are declared.

The classes repeat the columns' names for the type checker alone, so that SQLAlchemy need not look through
annotations at every start.
"""

from typing import Any

from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr

from annotator.model.tables import METADATA

__all__ = ["Base", "Mapped", "Versioned"]


class Base(DeclarativeBase):
    """All nouns of a project."""

    metadata = METADATA


class Versioned:
    """A noun that two people may change at once: a stale write raises instead of winning silently."""

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805  # a class, as SQLAlchemy calls it
        return {"version_id_col": cls.__table__.c.version}  # type: ignore[attr-defined]
