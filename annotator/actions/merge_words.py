"""Things of two copies in words: what a conflict is about, and what each side says. Used by `merging.py` only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.model import Annotator, Article, Proposition, Speaker, Topic
from annotator.records import ANSWERS, answers_of
from annotator.sentences import in_quotes, term, worded
from annotator.store.journal import BOOKKEEPING, Row
from annotator.store.lineage import Key, Thing

WORDS = {
    "codebook": "codebook version", "progress": "progress", "assignment": "assignment", "field": "field",
    "proposition": "proposition", "review": "verdict", "comment": "comment",
}  # fmt: skip
FIELDS = {
    "annotator_id": "annotator", "article_id": "article", "speaker_id": "speaker", "topic_id": "topic",
    "merged_into_id": "merged into", "parent_id": "under", "place": "place", "proposition_id": "proposition",
    "nothing_to_tag": "nothing to tag", "empty_blocks": "empty paragraphs", "codebook_question": "for the codebook",
}  # fmt: skip
LEFT_OUT = BOOKKEEPING | {
    "id", "start", "created", "codebook", "revision", "article_id", "mark_id", "characters", "meta",
}  # fmt: skip
SHORT = 60


class SideBySide(Struct, frozen=True):
    """One property of a thing in which two copies differ; empty where a copy says nothing."""

    field: str
    here: str
    there: str


def names_of(*sessions: Session) -> dict[str, str]:
    """Names of speakers, topics, annotators and articles by id, from both copies."""
    found: dict[str, str] = {}
    for session in sessions:
        for noun, column in (
            (Speaker, Speaker.name),
            (Topic, Topic.name),
            (Annotator, Annotator.name),
            (Article, Article.title),
            (Proposition, Proposition.text),
        ):
            found |= {row[0]: row[1] for row in session.execute(select(noun.id, column))}
    return found


def kind_of_thing(thing: Thing) -> str:
    """The word for it: "claim", "speaker", "progress"."""
    table = next(iter(thing))[0]
    main = next((row for (name, _), row in thing.items() if name == "mark"), None)
    if main is not None:
        return term(str(main["kind"]))
    table = "article" if table == "article_text" else table
    return term(WORDS.get(table, table))


def title_of(key: Key, thing: Thing, names: Mapping[str, str]) -> str:
    """What a person knows it by: its name, or its first words and the article's title."""
    quotes = _quotes(thing, "content")
    row = _main(key, thing)
    article = names.get(row.get("article_id", ""), "")
    if quotes:
        return worded("“{words}” in “{article}”", words=_short(quotes), article=article)
    name = row.get("name") or row.get("title") or row.get("text") or row.get("reason") or row.get("number")
    if name is not None and name != "":
        return in_quotes(_short(str(name)))
    who = names.get(row.get("annotator_id", ""), "")
    if article:
        return worded("of {who} in “{article}”", who=who, article=article)
    return worded("of {who}", who=who) if who else str(key[1][0])


def side_by_side(here: Thing, there: Thing, names: Mapping[str, str]) -> list[SideBySide]:
    """The properties in which the two differ, in the order in which they are met."""
    mine, theirs = dict(_properties(here, names)), dict(_properties(there, names))
    return [
        SideBySide(name, *_told_apart(mine.get(name, ""), theirs.get(name, "")))
        for name in dict.fromkeys([*mine, *theirs])
        if mine.get(name, "") != theirs.get(name, "")
    ]


def _told_apart(here: str, there: str) -> tuple[str, str]:
    """Both texts, short enough to stand side by side, from a little before where they begin to differ."""
    if _short(here) != _short(there):
        return _short(here), _short(there)
    shorter = min(len(here), len(there))
    same = next((place for place in range(shorter) if here[place] != there[place]), shorter)
    begin = max(0, same - SHORT // 3)
    return f"…{_short(here[begin:])}", f"…{_short(there[begin:])}"


def _main(key: Key, thing: Thing) -> Row:
    return thing.get(key) or next(iter(thing.values()))


def _quotes(thing: Thing, role: str) -> str:
    rows = [row for (name, _), row in thing.items() if name == "part" and row["role"] == role]
    return " … ".join(row["quote"] for row in sorted(rows, key=lambda row: row["ordinal"]))


def _properties(thing: Thing, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if words := _quotes(thing, "content"):
        places = [f"{row['start']}–{row['end']}" for row in _rows(thing, "part") if row["role"] == "content"]
        yield term("words"), f"{words} ({', '.join(places)})"
    if cue := _quotes(thing, "cue"):
        yield term("cue"), cue
    if said := _rows(thing, "claim_speaker"):
        yield term("speakers"), ", ".join(f"{names.get(row['speaker_id'] or '', '?')} ({row['role']})" for row in said)
    if about := _rows(thing, "claim_topic"):
        yield term("topics"), ", ".join(f"{names.get(row['topic_id'], '?')} ({row['stance'] or '–'})" for row in about)
    for (table, _), row in thing.items():
        if table in ("part", "claim_speaker", "claim_topic"):
            continue
        for name, value in row.items():
            if name not in LEFT_OUT and value not in (None, "", [], {}, False):
                shown = names.get(value, value) if isinstance(value, str) else str(value)
                yield term(FIELDS.get(name, name.replace("_", " "))), shown
        if table == "article":
            # What its reader noted, and what people answered, each under its own name.
            meta = dict(row["meta"] or {})
            answers = answers_of(meta)
            yield from ((name, str(value)) for name, value in (meta | answers).items() if name != ANSWERS)


def _rows(thing: Thing, table: str) -> list[Row]:
    return sorted((row for (name, _), row in thing.items() if name == table), key=lambda row: row["ordinal"])


def _short(words: str) -> str:
    return words if len(words) <= SHORT else f"{words[: SHORT - 1]}…"
