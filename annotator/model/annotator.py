"""Those whose work a project holds: persons, suggesters, and the consensus."""

from sqlalchemy.orm import Mapped, mapped_column

from annotator.model.base import Base, Batched, Versioned


class Annotator(Batched, Versioned, Base):
    """Who made a mark.

    kind: person, suggester or consensus. imported: came with a set, so is listed even without work.
    """

    __tablename__ = "annotator"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    initials: Mapped[str]
    colour: Mapped[str]
    kind: Mapped[str]
    imported: Mapped[bool] = mapped_column(default=False)
