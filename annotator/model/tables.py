"""The tables of a project: every column, its kind, its default, what it points to.

Used by whatever asks or writes rows as they are; the nouns of the neighbouring modules are mapped on these
tables. Here is nothing of SQLAlchemy's mapping, so that a project can be opened and shown before that is there.

Every value is text, a number, a truth value or JSON made of these, so that a row can stand in the journal as it
is. Moments are ISO 8601 text in UTC. Empty JSON is stored as NULL: reading 10,000 marks then decodes only the few
that carry something.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""All tables of a project."""


def new_id() -> str:
    """A fresh identifier: known before the write, the same after export, merge and undo."""
    return str(uuid.uuid4())


def _text(name: str, *more: ForeignKey, null: bool = False, **options: Any) -> Column[Any]:
    return Column(name, String(), *more, nullable=null, **options)


def _number(name: str, *, null: bool = False, **options: Any) -> Column[Any]:
    return Column(name, Integer(), nullable=null, **options)


def _flag(name: str) -> Column[Any]:
    return Column(name, Boolean(), nullable=False, default=False)


def _json(name: str, *, null: bool = True) -> Column[Any]:
    return Column(name, JSON(none_as_null=True), nullable=null)


def _to(target: str) -> ForeignKey:
    """A foreign key that is checked when the transaction ends, so that rows may come in any order."""
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


def _of_mark(column: str) -> ForeignKeyConstraint:
    """A reference to a mark of the same article, by both ids: deleting a mark then searches one article."""
    return ForeignKeyConstraint(
        ["article_id", column], ["mark.article_id", "mark.id"], deferrable=True, initially="DEFERRED"
    )


def _batch() -> Column[Any]:
    """Number of the step that brought the row in bulk, none for a row made by hand. Imports bring thousands."""
    return _number("batch", null=True)


def _version() -> Column[Any]:
    """Counted up by every write: of two people who change a row at once, the later is told."""
    return _number("version", default=1)


# The project and its codebook ------------------------------------------------------------------------

PROJECT = Table("project", METADATA, _text("id", primary_key=True), _text("name"), _text("created"), _version())

CODEBOOK = Table(
    "codebook",
    METADATA,
    _number("number", primary_key=True, autoincrement=False),
    _text("note"),
    _text("created"),
    _text("annotator", null=True),
    _batch(),
)

FIELD = Table(
    "field",
    METADATA,
    _text("key", primary_key=True),
    _text("title"),
    _text("kind"),
    _json("choices"),
    _json("applies_to"),
    _number("place", default=0),
    _batch(),
    _version(),
)

TOPIC = Table(
    "topic",
    METADATA,
    _text("id", primary_key=True),
    _text("name"),
    _text("parent_id", _to("topic.id"), null=True),
    _number("place", default=0),
    _text("definition", default=""),
    _text("include", default=""),
    _text("exclude", default=""),
    _text("colour", null=True),
    _text("key", null=True),
    _flag("retired"),
    _text("merged_into_id", _to("topic.id"), null=True),
    _batch(),
    _version(),
)

SPEAKER = Table(
    "speaker",
    METADATA,
    _text("id", primary_key=True),
    _text("name"),
    _text("kind"),
    _json("aliases"),
    _json("affiliations"),
    _json("identifiers"),
    _text("note", default=""),
    _text("merged_into_id", _to("speaker.id"), null=True),
    _batch(),
    _version(),
)

ANNOTATOR = Table(
    "annotator",
    METADATA,
    _text("id", primary_key=True),
    _text("name"),
    _text("initials"),
    _text("colour"),
    _text("kind"),
    _flag("imported"),
    _batch(),
    _version(),
)

# Articles --------------------------------------------------------------------------------------------

ARTICLE = Table(
    "article",
    METADATA,
    _text("id", primary_key=True),
    _number("position", index=True),
    _text("title"),
    _text("byline", null=True),
    _text("published", null=True),
    _text("source", null=True),
    _text("url", null=True),
    _text("language", null=True),
    _number("revision", default=1),
    _number("characters"),
    _text("sha256", index=True),
    _text("file", null=True),
    _text("file_sha256", null=True),
    _text("retrieved", null=True),
    _json("meta"),
    _batch(),
    _version(),
)

TEXT = Table(
    "article_text",
    METADATA,
    _text("article_id", _to("article.id")),
    _number("revision"),
    _text("text"),
    _text("sha256"),
    _text("retrieved", null=True),
    _json("blocks"),
    _json("links"),
    _batch(),
    PrimaryKeyConstraint("article_id", "revision"),
)

PROGRESS = Table(
    "progress",
    METADATA,
    _text("article_id", _to("article.id")),
    _text("annotator_id", _to("annotator.id")),
    _text("state"),
    _flag("nothing_to_tag"),
    _json("empty_blocks"),
    _number("position", default=0),
    _batch(),
    _version(),
    PrimaryKeyConstraint("article_id", "annotator_id"),
)

ASSIGNMENT = Table(
    "assignment",
    METADATA,
    _text("article_id", _to("article.id")),
    _text("annotator_id", _to("annotator.id")),
    _text("purpose"),
    _flag("blind"),
    _batch(),
    _version(),
    PrimaryKeyConstraint("article_id", "annotator_id", "purpose"),
)

# Marks -----------------------------------------------------------------------------------------------

MARK = Table(
    "mark",
    METADATA,
    _text("id", primary_key=True),
    _text("kind"),
    _text("article_id", _to("article.id")),
    _number("revision", default=1),
    _text("annotator_id", _to("annotator.id")),
    _number("start"),
    _text("note", default=""),
    _json("fields"),
    _json("origins"),
    _number("codebook", default=0),
    _text("created"),
    _text("updated"),
    # of a claim
    _text("quotation", null=True),
    _text("certainty", null=True),
    _text("proposition_id", _to("proposition.id"), null=True),
    # of a mention
    _text("speaker_id", _to("speaker.id"), null=True),
    # of a passage
    _text("topic_id", _to("topic.id"), null=True),
    _batch(),
    _version(),
    UniqueConstraint("article_id", "id"),
    # Counting 200,000 marks by article and annotator reads this index alone.
    Index(None, "article_id", "kind", "annotator_id"),
)

# What hangs on a mark is keyed by its article first: all of an article's rows lie side by side in the file.
PART = Table(
    "part",
    METADATA,
    _text("article_id"),
    _text("mark_id"),
    _text("role"),
    _number("ordinal"),
    _number("start"),
    _number("end"),
    _text("quote"),
    PrimaryKeyConstraint("article_id", "mark_id", "role", "ordinal"),
    _of_mark("mark_id"),
    sqlite_with_rowid=False,
)

CLAIM_SPEAKER = Table(
    "claim_speaker",
    METADATA,
    _text("article_id"),
    _text("mark_id"),
    _number("ordinal"),
    _text("speaker_id", _to("speaker.id"), null=True),
    _text("role"),
    _text("mention_id", null=True),
    PrimaryKeyConstraint("article_id", "mark_id", "ordinal"),
    _of_mark("mark_id"),
    _of_mark("mention_id"),
    sqlite_with_rowid=False,
)

CLAIM_TOPIC = Table(
    "claim_topic",
    METADATA,
    _text("article_id"),
    _text("mark_id"),
    _number("ordinal"),
    _text("topic_id", _to("topic.id")),
    _text("stance", null=True),
    PrimaryKeyConstraint("article_id", "mark_id", "ordinal"),
    _of_mark("mark_id"),
    sqlite_with_rowid=False,
)

PROPOSITION = Table(
    "proposition",
    METADATA,
    _text("id", primary_key=True),
    _text("text"),
    _text("note", default=""),
    _batch(),
    _version(),
)

# What colleagues say about marks. `target` is no foreign key: a verdict outlives the mark that it was given on.
REVIEW = Table(
    "review",
    METADATA,
    _text("id", primary_key=True),
    _text("target", index=True),
    _text("annotator_id", _to("annotator.id")),
    _text("verdict"),
    _text("reason", default=""),
    _text("cause", null=True),
    _flag("codebook_question"),
    _text("replacement", null=True),
    _text("created"),
    _batch(),
    _version(),
)

COMMENT = Table(
    "comment",
    METADATA,
    _text("id", primary_key=True),
    _text("target", index=True),
    _text("reply_to", null=True),
    _text("annotator_id", _to("annotator.id")),
    _text("text"),
    _text("created"),
    _batch(),
    _version(),
)

# The journal -----------------------------------------------------------------------------------------

STEP = Table(
    "step",
    METADATA,
    _number("number", primary_key=True, autoincrement=False),
    _text("label"),
    _text("annotator", index=True),
    _text("at"),
    _text("kind"),
    _number("undoes", null=True),
    _number("undone_by", null=True),
    _flag("passed_over"),
    _flag("open"),
    _text("source", null=True),
    _json("articles"),
    _number("rows", default=0),
)

JOURNAL = Table(
    "journal",
    METADATA,
    _number("step"),
    _number("seq"),
    _text("table_name"),
    _text("record"),
    _json("key", null=False),
    _text("operation"),
    _json("old"),
    _json("new"),
    PrimaryKeyConstraint("step", "seq"),
    Index(None, "record"),
    sqlite_with_rowid=False,
)

REMOVED_ROWS = Table(
    "removed_rows",
    METADATA,
    _number("step"),
    _number("seq"),
    _text("table_name"),
    Column("rows", LargeBinary(), nullable=False),
    PrimaryKeyConstraint("step", "seq"),
)

TABLES: Mapping[str, Table] = METADATA.tables
"""Name -> table."""
