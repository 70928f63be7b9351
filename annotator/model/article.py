"""Articles, their texts, and how far each annotator is with them."""

from typing import Any

from sqlalchemy import PrimaryKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from annotator.model.base import Base, Batched, Versioned, reference


class Article(Batched, Versioned, Base):
    """What the list of articles shows. The text lies apart, so that listing 10,000 reads none.

    position: place in the list. characters, sha256: of the present revision's text (code points; of
    its UTF-8 bytes). file_sha256: of the bytes that the reader was given.
    """

    __tablename__ = "article"
    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(index=True)
    title: Mapped[str]
    byline: Mapped[str | None]
    published: Mapped[str | None]
    source: Mapped[str | None]
    url: Mapped[str | None]
    language: Mapped[str | None]
    revision: Mapped[int] = mapped_column(default=1)
    characters: Mapped[int]
    sha256: Mapped[str] = mapped_column(index=True)
    file: Mapped[str | None]
    file_sha256: Mapped[str | None]
    retrieved: Mapped[str | None]
    meta: Mapped[dict[str, Any] | None]


class ArticleText(Batched, Base):
    """One revision of an article's text; never changed once it is there.

    blocks: [[kind, start, end], …]; links: [[start, end, url], …]; offsets in code points.
    """

    __tablename__ = "article_text"
    article_id: Mapped[str] = mapped_column(reference("article.id"))
    revision: Mapped[int]
    text: Mapped[str]
    sha256: Mapped[str]
    retrieved: Mapped[str | None]
    blocks: Mapped[list[Any] | None]
    links: Mapped[list[Any] | None]
    __table_args__ = (PrimaryKeyConstraint("article_id", "revision"),)


class Progress(Batched, Versioned, Base):
    """How far an annotator is with an article.

    empty_blocks: numbers of the blocks that hold nothing to tag. position: code point read up to.
    """

    __tablename__ = "progress"
    article_id: Mapped[str] = mapped_column(reference("article.id"))
    annotator_id: Mapped[str] = mapped_column(reference("annotator.id"))
    state: Mapped[str]
    nothing_to_tag: Mapped[bool] = mapped_column(default=False)
    empty_blocks: Mapped[list[Any] | None]
    position: Mapped[int] = mapped_column(default=0)
    __table_args__ = (PrimaryKeyConstraint("article_id", "annotator_id"),)


class Assignment(Batched, Versioned, Base):
    """That an annotator is to read an article, and whether without seeing the others' marks."""

    __tablename__ = "assignment"
    article_id: Mapped[str] = mapped_column(reference("article.id"))
    annotator_id: Mapped[str] = mapped_column(reference("annotator.id"))
    purpose: Mapped[str]
    blind: Mapped[bool] = mapped_column(default=False)
    __table_args__ = (PrimaryKeyConstraint("article_id", "annotator_id", "purpose"),)
