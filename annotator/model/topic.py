"""The codebook: the tree of topics and the project's own fields."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from annotator.model.base import Base, Batched, Versioned, reference


class Topic(Batched, Versioned, Base):
    """A node of the tree. place: among its siblings; key: the single key that takes it at once."""

    __tablename__ = "topic"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    parent_id: Mapped[str | None] = mapped_column(reference("topic.id"))
    place: Mapped[int] = mapped_column(default=0)
    definition: Mapped[str] = mapped_column(default="")
    include: Mapped[str] = mapped_column(default="")
    exclude: Mapped[str] = mapped_column(default="")
    colour: Mapped[str | None]
    key: Mapped[str | None]
    retired: Mapped[bool] = mapped_column(default=False)
    merged_into_id: Mapped[str | None] = mapped_column(reference("topic.id"))


class Field(Batched, Versioned, Base):
    """A question of the project's own, answered on marks or articles."""

    __tablename__ = "field"
    key: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    kind: Mapped[str]
    choices: Mapped[list[Any] | None]
    applies_to: Mapped[list[Any] | None]
    place: Mapped[int] = mapped_column(default=0)
