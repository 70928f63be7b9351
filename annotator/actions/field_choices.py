"""Choices of a field under other names: in the field, and in every answer that was given by them.

Called by the Codebook screen, which asks first. It changes no meaning, and so makes no version.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.actions.acting import acting, found, marks_with_ids
from annotator.errors import InvalidValue, NotAllowed
from annotator.model import Article, Field
from annotator.model.tables import ARTICLE, MARK
from annotator.records import ANSWERS, answers_of, now
from annotator.sentences import worded
from annotator.store import Store


def rename_choices(
    store: Store, key: str, renamed: Mapping[str, str], *, by: str | None = None, origin: object = None
) -> int:
    """Rename choices of a field, and with them the answers of everybody; returns how many answers that were.

    renamed: old name -> new one. Raises InvalidValue for what is no choice of it, and for a name that is
    empty or another choice's; NotAllowed where a server keeps colleagues' marks from whoever asks.
    """
    with store.change(worded("Rename choice"), by=by, origin=origin) as session:
        field = found(session, Field, key, "field")
        renamed = {old: " ".join(new.split()) for old, new in renamed.items()}
        before = list(field.choices or [])
        after = [renamed.get(each, each) for each in before]
        if missing := next((each for each in renamed if each not in before), None):
            raise InvalidValue(worded("“{choice}” is no choice of “{field}”.", choice=missing, field=field.title))
        if "" in after:
            raise InvalidValue(worded("“{field}” needs at least one choice.", field=field.title))
        if doubled := next((each for number, each in enumerate(after) if each in after[:number]), None):
            raise InvalidValue(
                worded(
                    "“{doubled}” stands twice among the choices of “{field}”; each is named once.",
                    doubled=doubled,
                    field=field.title,
                )
            )
        field.choices = after
        return _in_marks(session, key, renamed, store.member) + _in_articles(session, key, renamed)


def _in_marks(session: Session, key: str, renamed: Mapping[str, str], member: str | None) -> int:
    """member: name of who asks, where a server lets them change only marks of their own; else None."""
    rows = session.execute(select(MARK.c.id, MARK.c.fields).where(MARK.c.fields.is_not(None)))
    others = {id_: changed for id_, answers in rows if (changed := _changed(answers, key, renamed)) is not None}
    marks = marks_with_ids(session, others)
    if member is not None and any(mark.annotator_id != acting(session) for mark in marks):
        raise NotAllowed(
            worded(
                "Colleagues answered with this choice, and the server lets nobody but them change their marks; add the "
                "new choice beside the old one, or ask the owner of the project."
            )
        )
    for mark in marks:
        mark.fields, mark.updated = others[mark.id], now()
    return len(others)


def _in_articles(session: Session, key: str, renamed: Mapping[str, str]) -> int:
    rows = session.execute(select(ARTICLE.c.id, ARTICLE.c.meta).where(ARTICLE.c.meta.is_not(None)))
    others = {id_: changed for id_, meta in rows if (changed := _changed(answers_of(meta), key, renamed)) is not None}
    for id_, answers in others.items():
        article = found(session, Article, id_, "article")
        article.meta = (article.meta or {}) | {ANSWERS: answers}
    return len(others)


def _changed(answers: Mapping[str, Any], key: str, renamed: Mapping[str, str]) -> dict[str, Any] | None:
    """The answers with other names in the one of this field, None where it stays as it is."""
    answer = answers.get(key)
    if isinstance(answer, list):
        other: Any = [renamed.get(each, each) if isinstance(each, str) else each for each in answer]
    else:
        other = renamed.get(answer, answer) if isinstance(answer, str) else answer
    return None if other == answer else {**answers, key: other}
