"""The project itself: one row that says which project this file holds, and the codebook's versions."""

from sqlalchemy.orm import Mapped, mapped_column

from annotator.model.base import Base, Batched, Versioned


class Project(Versioned, Base):
    """One row. The id stays the same in every copy of a project, so copies can be told from strangers."""

    __tablename__ = "project"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    created: Mapped[str]


class CodebookVersion(Batched, Base):
    """One version of topics and fields together; every mark names the one it was made under."""

    __tablename__ = "codebook"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    note: Mapped[str]
    created: Mapped[str]
    annotator: Mapped[str | None]
