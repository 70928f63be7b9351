"""The codebook: the tree of topics and the project's own fields."""

from typing import TYPE_CHECKING, Any

from annotator.model import tables
from annotator.model.base import Base, Mapped, Versioned


class Topic(Versioned, Base):
    """A node of the tree. place: among its siblings; key: the single key that takes it at once."""

    __table__ = tables.TOPIC

    if TYPE_CHECKING:
        id: Mapped[str]
        name: Mapped[str]
        parent_id: Mapped[str | None]
        place: Mapped[int]
        definition: Mapped[str]
        include: Mapped[str]
        exclude: Mapped[str]
        colour: Mapped[str | None]
        key: Mapped[str | None]
        retired: Mapped[bool]
        merged_into_id: Mapped[str | None]
        batch: Mapped[int | None]
        version: Mapped[int]


class Field(Versioned, Base):
    """A question of the project's own, answered on marks or articles."""

    __table__ = tables.FIELD

    if TYPE_CHECKING:
        key: Mapped[str]
        title: Mapped[str]
        kind: Mapped[str]
        choices: Mapped[list[Any] | None]
        applies_to: Mapped[list[Any] | None]
        place: Mapped[int]
        batch: Mapped[int | None]
        version: Mapped[int]
