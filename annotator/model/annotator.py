"""Those whose work a project holds: persons, suggesters, and the consensus."""

from typing import TYPE_CHECKING

from annotator.model import tables
from annotator.model.base import Base, Mapped, Versioned


class Annotator(Versioned, Base):
    """Who made a mark.

    kind: person, suggester or consensus. imported: came with a set, so is listed even without work.
    """

    __table__ = tables.ANNOTATOR

    if TYPE_CHECKING:
        id: Mapped[str]
        name: Mapped[str]
        initials: Mapped[str]
        colour: Mapped[str]
        kind: Mapped[str]
        imported: Mapped[bool]
        batch: Mapped[int | None]
        version: Mapped[int]
