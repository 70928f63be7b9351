"""The project itself: one row that says which project this file holds, and the codebook's versions."""

from typing import TYPE_CHECKING

from annotator.model import tables
from annotator.model.base import Base, Mapped, Versioned


class Project(Versioned, Base):
    """One row. The id stays the same in every copy of a project, so copies can be told from strangers."""

    __table__ = tables.PROJECT

    if TYPE_CHECKING:
        id: Mapped[str]
        name: Mapped[str]
        created: Mapped[str]
        version: Mapped[int]


class CodebookVersion(Base):
    """One version of topics and fields together; every mark names the one it was made under."""

    __table__ = tables.CODEBOOK

    if TYPE_CHECKING:
        number: Mapped[int]
        note: Mapped[str]
        created: Mapped[str]
        annotator: Mapped[str | None]
        batch: Mapped[int | None]
