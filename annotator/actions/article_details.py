"""What is known of an article beside its text: title, byline, when and where it came out, the codebook's questions.

Called by the dialog of an article and by scripts. A reader may take a date or a byline for another; here it is put
right. The text is never touched: a new one is a revision.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from annotator.actions.acting import found
from annotator.actions.fields import checked_answer
from annotator.errors import InvalidValue
from annotator.model import Article, Field
from annotator.readers.dates import date_of
from annotator.records import ANSWERS, answers_of
from annotator.sentences import worded
from annotator.store import Store

DETAILS = ("language", "title", "byline", "published", "source", "url")
"""In the order in which they are taken: the language tells how a date is meant."""

_PARTIAL_DATE = re.compile(r"\d{4}(-\d\d)?")
# Language, script, region as in RFC 5646, without what it has for scholars.
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?")
_WEB_ADDRESS = re.compile(r"https?://[^\s/]\S*")


def edit_article(
    store: Store,
    article_id: str,
    details: Mapping[str, str],
    answers: Mapping[str, object] | None = None,
    *,
    by: str | None = None,
    origin: object = None,
) -> None:
    """Put details of an article right, and answer the codebook's fields of it, as one step.

    details: texts by names among `DETAILS`, "" for what is not known; published: a year, a month or a day as
    2025-11-24, or written out. answers: by the fields' keys, None takes an answer away. What is not named stays.
    Raises InvalidValue and UnknownRecord.
    """
    with store.change(worded("Edit article"), by=by, origin=origin) as session:
        article = found(session, Article, article_id, "article")
        if unknown := next((name for name in details if name not in DETAILS), None):
            raise InvalidValue(worded("“{name}” is no detail of an article that can be put right.", name=unknown))
        for name in DETAILS:
            before = getattr(article, name) or ""
            # What stood there before may be of no shape that is asked for: whoever leaves it leaves it.
            if (text := " ".join(details.get(name, before).split())) != before:
                setattr(article, name, _checked(name, text, article.language))
        if answers:
            article.meta = _with_answers(session, article.meta or {}, answers)


def _checked(name: str, text: str, language: str | None) -> str | None:
    if not text:
        if name == "title":
            raise InvalidValue(worded("An article needs a title."))
        return None
    if name == "published":
        return _checked_date(text, language)
    if name == "language" and not _LANGUAGE.fullmatch(text):
        raise InvalidValue(
            worded("“{text}” is no code of a language; write it as en, de or pt-BR, or leave it empty.", text=text)
        )
    if name == "url" and not _WEB_ADDRESS.fullmatch(text):
        raise InvalidValue(worded("“{text}” is no address of a page; it begins with https:// or http://.", text=text))
    return text


def _checked_date(text: str, language: str | None) -> str:
    months = int(text[5:7]) if len(text) == 7 and text[5:].isdecimal() else 1
    if _PARTIAL_DATE.fullmatch(text) and 1 <= months <= 12:
        return text
    date = date_of(text, language)
    if date is None:
        raise InvalidValue(
            worded("“{text}” is no date; write a day as 2025-11-24, a month as 2025-11, or a year.", text=text)
        )
    return date


def _with_answers(session: Session, meta: dict[str, Any], answers: Mapping[str, object]) -> dict[str, Any] | None:
    given = answers_of(meta)
    for key, value in answers.items():
        field = found(session, Field, key, "field")
        if "article" not in (field.applies_to or ()):
            raise InvalidValue(worded("“{field}” is not asked of an article.", field=field.title))
        given.pop(key, None)
        if (checked := checked_answer(field, value)) is not None:
            given[key] = checked
    others = {key: value for key, value in meta.items() if key != ANSWERS}
    return (others | ({ANSWERS: given} if given else {})) or None
