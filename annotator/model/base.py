"""What every noun's table has in common.

Every value is text, a number, a truth value or JSON made of these, so that a row can stand in the
journal as it is. Moments are ISO 8601 text in UTC. Empty JSON is stored as NULL: reading 10,000 marks
then decodes only the few that carry something.

No module of this package postpones its annotations: SQLAlchemy makes the columns of them, and would have to
evaluate each one by itself, which takes a seventh of the time that the classes take at every start.
"""

import uuid
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """All tables of a project."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        dict[str, Any]: JSON(none_as_null=True),
        list[Any]: JSON(none_as_null=True),
    }


class Versioned:
    """A noun that two people may change at once: a stale write raises instead of winning silently."""

    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805  # a class, as SQLAlchemy calls it
        return {"version_id_col": cls.version}


class Batched:
    """A noun that imports bring by the thousand.

    batch: number of the step that brought the row in bulk, None for a row made by hand.
    """

    batch: Mapped[int | None]


def new_id() -> str:
    """A fresh identifier: known before the write, the same after export, merge and undo."""
    return str(uuid.uuid4())


def reference(target: str) -> ForeignKey:
    """A foreign key that is checked when the transaction ends, so that rows may come in any order."""
    return ForeignKey(target, deferrable=True, initially="DEFERRED")
