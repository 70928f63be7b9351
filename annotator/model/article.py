"""Articles, their texts, and how far each annotator is with them."""

from typing import TYPE_CHECKING, Any

from annotator.model import tables
from annotator.model.base import Base, Mapped, Versioned


class Article(Versioned, Base):
    """What the list of articles shows. The text lies apart, so that listing 10,000 reads none.

    position: place in the list. characters, sha256: of the present revision's text (code points; of
    its UTF-8 bytes). file_sha256: of the bytes that the reader was given.
    """

    __table__ = tables.ARTICLE

    if TYPE_CHECKING:
        id: Mapped[str]
        position: Mapped[int]
        title: Mapped[str]
        byline: Mapped[str | None]
        published: Mapped[str | None]
        source: Mapped[str | None]
        url: Mapped[str | None]
        language: Mapped[str | None]
        revision: Mapped[int]
        characters: Mapped[int]
        sha256: Mapped[str]
        file: Mapped[str | None]
        file_sha256: Mapped[str | None]
        retrieved: Mapped[str | None]
        meta: Mapped[dict[str, Any] | None]
        batch: Mapped[int | None]
        version: Mapped[int]


class ArticleText(Base):
    """One revision of an article's text; never changed once it is there.

    blocks: [[kind, start, end], …]; links: [[start, end, url], …]; offsets in code points.
    """

    __table__ = tables.TEXT

    if TYPE_CHECKING:
        article_id: Mapped[str]
        revision: Mapped[int]
        text: Mapped[str]
        sha256: Mapped[str]
        retrieved: Mapped[str | None]
        blocks: Mapped[list[Any] | None]
        links: Mapped[list[Any] | None]
        batch: Mapped[int | None]


class Progress(Versioned, Base):
    """How far an annotator is with an article.

    empty_blocks: numbers of the blocks that hold nothing to tag. position: code point read up to.
    """

    __table__ = tables.PROGRESS

    if TYPE_CHECKING:
        article_id: Mapped[str]
        annotator_id: Mapped[str]
        state: Mapped[str]
        nothing_to_tag: Mapped[bool]
        empty_blocks: Mapped[list[Any] | None]
        position: Mapped[int]
        batch: Mapped[int | None]
        version: Mapped[int]


class Assignment(Versioned, Base):
    """That an annotator is to read an article, and whether without seeing the others' marks."""

    __table__ = tables.ASSIGNMENT

    if TYPE_CHECKING:
        article_id: Mapped[str]
        annotator_id: Mapped[str]
        purpose: Mapped[str]
        blind: Mapped[bool]
        batch: Mapped[int | None]
        version: Mapped[int]
