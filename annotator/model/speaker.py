"""The registry of speakers: who asserts something."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from annotator.model.base import Base, Batched, Versioned, reference


class Speaker(Batched, Versioned, Base):
    """A person, an organisation, a group or somebody unnamed.

    aliases: [text, …]; affiliations: [[organisation, role, from, to], …]; identifiers: {scheme: id}.
    merged_into: the speaker that this one turned out to be; its marks stay as they are.
    """

    __tablename__ = "speaker"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    aliases: Mapped[list[Any] | None]
    affiliations: Mapped[list[Any] | None]
    identifiers: Mapped[dict[str, Any] | None]
    note: Mapped[str] = mapped_column(default="")
    merged_into_id: Mapped[str | None] = mapped_column(reference("speaker.id"))
