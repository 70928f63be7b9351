"""Databases of the Discourse Network Analyzer (`.dna`): statements of persons and organisations on concepts.

Called by way of the registry; `dna_read` reads them. Written is version 3: a claim is one statement for each
speaker who holds it and each topic, with agreement where it supports or opposes, else a statement of the type
“Claim” with the stance as a word. Everything else of a set has no place there and is counted as lost.
"""

from __future__ import annotations

import errno
import hashlib
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Any

from msgspec import Struct

from annotator import __version__
from annotator.errors import FileError
from annotator.formats import Format, Progress, Written, dna_own, no_progress, register
from annotator.formats.dna_read import describe
from annotator.formats.dna_tables import (
    AGREEMENT,
    ATTRIBUTES,
    CLAIMS,
    CONCEPT,
    LONGEST_TEXT,
    ORGANISATION,
    OWN,
    PASSWORD,
    PERSON,
    RECORDS,
    SHORT,
    STANCE,
    TABLES,
    TYPES,
    VARIABLES,
    create,
    hashed,
)
from annotator.formats.foreign.own import Names as Called
from annotator.formats.foreign.own import line_of
from annotator.formats.foreign.reading import lister, reader
from annotator.formats.names import Names
from annotator.formats.networks import HOLDING
from annotator.formats.output import replacing, sha256_so_far, working_folder
from annotator.records import (
    AnnotatorRecord,
    ArticleRecord,
    ClaimRecord,
    Record,
    SetRecord,
    SpeakerRecord,
    TopicRecord,
    kind_of,
)
from annotator.sentences import worded

LOSES = (
    "codebook", "field", "topic", "speaker", "earlier", "blocks", "links", "details", "characters", "cut",
    "proposition", "mention", "claim", "parts", "cue", "roles", "quotation", "certainty", "fields", "passage",
    "review", "comment", "progress", "assignment",
)  # fmt: skip
"""Of claims, those on an earlier text; of parts, all but the stretch from the first to the last; of roles,
all but who says a claim, with who only reports it or is addressed, and who is known by a mention alone; of fields, all
of claims; of characters, those beyond U+FFFF, on which the program counts in two ways, and which become U+FFFD."""

_MAGIC = b"SQLite format 3\0"
_ADMIN = "Admin"
_RECORDS_AT_ONCE = 1000
_PERSONS = frozenset({"person", "unnamed"})


class _Rows:
    """The rows of a database while they are collected."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Sequence[Any]]] = {table: [] for table in TABLES}
        self.counts: Counter[str] = Counter()
        self.loses: Counter[str] = Counter()
        self._names = Names()
        self._coders: dict[str, int] = {}
        self._documents: dict[str, tuple[int, int]] = {}  # article -> number, revision
        self._entities: dict[tuple[int, str], int] = {}
        self._parents: dict[int, int] = {}
        self._salt = b""
        self._used: set[str] = set()

    def take_all(self, records: Iterable[Record], progress: Progress) -> None:
        """All rows of all records."""
        for done, record in enumerate(records, 1):
            self._names.take(record)
            self._take(record)
            if not done % _RECORDS_AT_ONCE:
                progress(done)
        unused = [each for each in self._names.speakers.values() if not self._is_whole(each)]
        self.loses["speaker"] = len(unused)
        self.loses["topic"] = sum(each.id not in self._used for each in self._names.topics.values())

    def _is_whole(self, speaker: SpeakerRecord) -> bool:
        return speaker.id in self._used and not (speaker.identifiers or speaker.merged_into or speaker.affiliations[1:])

    def _take(self, record: Record) -> None:
        match record:
            case SetRecord():
                self._salt = hashlib.sha256(record.project_id.encode()).digest()[:16]
                self._begin(record)
            case AnnotatorRecord():
                number, called = self._coder(record.name or record.id, record.id)
                self._keep("coder", number, called, dna_own.Coder(record.id, record.name, record.kind))
                self.counts["annotator"] += 1
            case ArticleRecord():
                self._document(record)
            case ClaimRecord():
                self._claim(record)
            case _ if (kind := kind_of(record)) in LOSES and kind not in ("topic", "speaker"):
                self.loses[kind] += 1

    def _put(self, table: str, *values: Any) -> int:
        """One more row with a number in front of the values; the number."""
        number = len(self.rows[table]) + 1
        self.rows[table].append((number, *values))
        return number

    def _keep(self, kind: dna_own.Kind, number: int, value: Any, content: Struct) -> None:
        """Who or what that is here, for when the database comes back."""
        self._put(RECORDS, *dna_own.row(kind, number, value, content))

    def _begin(self, record: SetRecord) -> None:
        day = record.created[:10]
        self.rows["SETTINGS"] += [("version", "3.0.11"), ("date", day), OWN, ("generator", f"Annotator {__version__}")]
        self._coder(_ADMIN, _ADMIN)
        for number, label, colour in TYPES:
            self.rows["STATEMENTTYPES"].append((number, label, *colour))
        self.rows["VARIABLES"].extend(VARIABLES)
        for number, _, kind, _ in VARIABLES:
            if kind == SHORT:
                for name in ATTRIBUTES:
                    self._put("ATTRIBUTEVARIABLES", number, name)
                self._entity(number, "")

    def _coder(self, name: str, identity: str) -> tuple[int, str]:
        """The number and the name of one more coder."""
        taken = {row[1] for row in self.rows["CODERS"]}
        called = next(
            each for n in range(len(taken) + 1) if (each := self._cut(f"{name} {n}" if n else name)) not in taken
        )
        password = self.rows["CODERS"][0][7] if taken else hashed(PASSWORD, self._salt)
        look = (called, 0, 0, 0, 0, 14, password, 300, 0, 0, 1)
        number = self._put("CODERS", *look, *([1] * 16))
        self._coders[identity] = number
        for other in range(1, number):
            for pair in ((number, other), (other, number)):
                self._put("CODERRELATIONS", *pair, 1, 1, 1, 1)
        return number, called

    def _cut(self, text: str) -> str:
        """A text that is short enough for its column."""
        self.loses["cut"] += max(0, len(text) - LONGEST_TEXT)
        return text[:LONGEST_TEXT]

    def _document(self, article: ArticleRecord) -> None:
        signs = tuple((at, sign) for at, sign in enumerate(article.text) if sign > "\uffff")
        text = "".join(sign if sign <= "\uffff" else dna_own.REPLACEMENT for sign in article.text)
        self.loses["characters"] += len(signs)
        about = (article.byline or "", article.source or "", "", article.url or "", "")
        title = self._cut(article.title) or "Untitled"
        author, source, section, notes, kind = (*map(self._cut, about[:3]), about[3], about[4])
        coder = self._coders[_ADMIN]
        when = _seconds(article.published)
        number = self._put("DOCUMENTS", title, text, coder, author, source, section, notes, kind, when)
        self._documents[article.id] = (number, article.revision)
        self._keep("document", number, text, dna_own.Document(article.id, signs))
        self.counts["article"] += 1
        for key in ("earlier", "blocks", "links"):
            self.loses[key] += len(getattr(article, key))
        self.loses["details"] += any((article.language, article.file, article.retrieved, article.meta))

    # Statements -------------------------------------------------------------------------------------

    def _claim(self, claim: ClaimRecord) -> None:
        document, revision = self._documents.get(claim.article, (0, 0))
        if claim.revision != revision or claim.annotator not in self._coders:
            self.loses["claim"] += 1
            return
        self.counts["claim"] += 1
        self.loses["parts"] += len(claim.parts) - 1
        self.loses["cue"] += bool(claim.cue)
        self.loses["roles"] += sum(each.role != "says" or each.speaker is None for each in claim.speakers)
        self.loses["quotation"] += claim.quotation is not None
        self.loses["certainty"] += claim.certainty is not None
        self.loses["fields"] += len(claim.fields)
        start, stop = min(part.start for part in claim.parts), max(part.end for part in claim.parts)
        place = (document, start, stop, self._coders[claim.annotator])
        speakers = [
            who for each in claim.speakers if each.role in HOLDING and (who := self._names.speaker(each.speaker))
        ]
        nobody: list[SpeakerRecord | None] = [None]
        topics = [(each.topic, each.stance) for each in claim.topics]
        said = [
            self._statement(place, who, topic, stance)
            for who, (topic, stance) in product(speakers or nobody, topics or [("", None)])
        ]
        if claim.note:
            number = self._put("STATEMENTS", 3, *place)
            self._put("DATALONGTEXT", number, 5, claim.note)
            self._put(CLAIMS, number, self.counts["claim"])
        terms = dna_own.Terms((start, stop), said, [claim.note] if claim.note else [])
        kept = dna_own.Claim(line_of("", claim, self._names_in(claim)), terms.seals())
        self._keep("claim", self.counts["claim"], None, kept)

    def _names_in(self, claim: ClaimRecord) -> Called:
        """What the ids in a claim are called."""
        known = self._names
        topics = [known.topics[each.topic] for each in claim.topics]
        speakers = [known.speakers[each.speaker] for each in claim.speakers if each.speaker is not None]
        propositions = [known.propositions[each] for each in (claim.proposition,) if each is not None]
        return Called(
            {each.id: tuple((step.id, step.name) for step in known.lineage(each)) for each in topics},
            {each.id: (each.name, each.kind) for each in speakers},
            {each.id: each.text for each in propositions},
        )

    def _statement(
        self, place: tuple[int, int, int, int], who: SpeakerRecord | None, topic: str, stance: str | None
    ) -> dict[str, Any]:
        """One more statement; its values by the names of the variables."""
        sided = stance in ("supports", "opposes")
        kind, first = (1, 1) if sided else (4, 6)
        number = self._put("STATEMENTS", kind, *place)
        self._put(CLAIMS, number, self.counts["claim"])
        person = who.name if who is not None and who.kind in _PERSONS else ""
        organisation = "" if who is None else who.name if not person else _organisation(who)
        values = {
            PERSON: self._entity(first, person, who if person else None),
            ORGANISATION: self._entity(first + 1, organisation, who if who is not None and not person else None),
            CONCEPT: self._concept(first + 2, topic),
        }
        if not sided:
            values[STANCE] = self._entity(9, stance or "")
        for variable, entity in enumerate(values.values(), first):
            self._put("DATASHORTTEXT", number, variable, entity)
        said: dict[str, Any] = {name: self.rows["ENTITIES"][entity - 1][2] for name, entity in values.items()}
        if sided:
            said[AGREEMENT] = stance == "supports"
            self._put("DATABOOLEAN", number, 4, int(stance == "supports"))
        return said

    def _concept(self, variable: int, topic: str) -> int:
        """The entity of a topic, under those of the topics above it."""
        found = self._names.topic(topic)
        above, entity = 0, self._entity(variable, "")
        for each in self._names.lineage(found) if found is not None else ():
            entity = self._entity(variable, each.name, each, above)
            above = entity
        return entity

    def _entity(
        self, variable: int, name: str, whose: SpeakerRecord | TopicRecord | None = None, above: int = 0
    ) -> int:
        """The entity of that value; names of one variable differ, so a topic's second place gets its number."""
        if whose is not None:
            self._used.add(whose.id)
        value = first = self._cut(name)
        number, place = self._entities.get((variable, value)), 1
        while number is not None and self._parents[number] != above:
            place += 1
            value = f"{first[: LONGEST_TEXT - 10]} ({place})"
            number = self._entities.get((variable, value))
        if number is None:
            number = self._put("ENTITIES", variable, value, 0, 0, 0, above or None)
            self._entities[variable, value] = number
            self._parents[number] = above
            said = ("", "", "")
            if whose is not None:
                self._keep("entity", number, value, dna_own.Entity(whose.id))
            if isinstance(whose, SpeakerRecord):
                said = (whose.kind, "; ".join(whose.aliases), whose.note)
            names = [row[0] for row in self.rows["ATTRIBUTEVARIABLES"] if row[1] == variable]
            for attribute, text in zip(names, said, strict=True):
                self._put("ATTRIBUTEVALUES", number, attribute, self._cut(text))
        return number


def _organisation(who: SpeakerRecord) -> str:
    return who.affiliations[0].organisation if who.affiliations else ""


def _seconds(published: str | None) -> int:
    """A date (year, month or day) as seconds since 1970; 0 where there is none."""
    if not published:
        return 0
    try:
        return int(datetime.fromisoformat((published + "-01-01")[:10]).replace(tzinfo=UTC).timestamp())
    except ValueError:
        return 0


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write the database in the place of `out`. Raises DiskFull and FileError; then `out` stays as it was."""
    made = _Rows()
    made.take_all(records, progress)
    with replacing(out) as file, working_folder(out) as folder:
        place = folder / "made.dna"
        with closing(sqlite3.connect(place, isolation_level=None)) as connection:
            # Nobody else has this file, and it is thrown away on any error.
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            try:
                connection.execute("BEGIN")
                for table, rows in made.rows.items():
                    connection.execute(create(table))
                    marks = ", ".join("?" * len(TABLES[table]))
                    connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
                connection.execute("COMMIT")
            except UnicodeEncodeError as error:
                raise FileError(
                    worded("A text holds half a character (a lone surrogate), which no file carries; type it again."),
                    where=str(out),
                ) from error
            except sqlite3.OperationalError as error:
                # Of the file that is being made; what it says is not to be taken for the project's.
                full = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_FULL
                raise OSError(errno.ENOSPC if full else errno.EIO, str(error), str(out)) from error
        with place.open("rb") as finished:
            shutil.copyfileobj(finished, file, 1 << 20)
        return Written(str(out), "dna", dict(+made.counts), dict(+made.loses), sha256_so_far(file))


def recognise(path: Path, head: bytes) -> float:
    """By the suffix, of a file that is a SQLite database."""
    if not head.startswith(_MAGIC):
        return 0.0
    return 0.95 if path.suffix.lower() == ".dna" else 0.3 * (b"STATEMENTTYPES" in head)


register(
    Format(
        name="dna",
        title=worded("Discourse Network Analyzer database"),
        suffixes=(".dna",),
        loses=LOSES,
        recognise=recognise,
        read=reader(describe),
        write=write,
        labels=lister(describe),
    )
)
