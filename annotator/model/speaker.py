"""The registry of speakers: who asserts something."""

from typing import TYPE_CHECKING, Any

from annotator.model import tables
from annotator.model.base import Base, Mapped, Versioned


class Speaker(Versioned, Base):
    """A person, an organisation, a group or somebody unnamed.

    aliases: [text, …]; affiliations: [[organisation, role, from, to], …]; identifiers: {scheme: id}.
    merged_into: the speaker that this one turned out to be; its marks stay as they are.
    """

    __table__ = tables.SPEAKER

    if TYPE_CHECKING:
        id: Mapped[str]
        name: Mapped[str]
        kind: Mapped[str]
        aliases: Mapped[list[Any] | None]
        affiliations: Mapped[list[Any] | None]
        identifiers: Mapped[dict[str, Any] | None]
        note: Mapped[str]
        merged_into_id: Mapped[str | None]
        batch: Mapped[int | None]
        version: Mapped[int]
