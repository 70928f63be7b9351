"""A database of the Discourse Network Analyzer (version 2 or 3), described in neutral terms.

Used by `dna`; `dna_database` opens it and gives the rows. Statements with a person, organisation or concept are
claims; persons and organisations become speakers, concepts topics, agreement a stance.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from annotator.errors import FileError, InvalidSet
from annotator.formats import FileReport, ReadOptions, unreadable
from annotator.formats.dna_database import Row, Tables, opened
from annotator.formats.dna_own import Claim, Coder, Document, Entity, Kept, Terms, as_it_was
from annotator.formats.dna_tables import (
    AGREEMENT,
    ANNOTATION,
    CLAIMS,
    CONCEPT,
    NOTE,
    ORGANISATION,
    OWN,
    PERSON,
    RECORDS,
    STANCE,
    STATEMENT,
)
from annotator.formats.foreign.description import (
    ForeignLayer,
    ForeignSet,
    ForeignSpan,
    ForeignText,
    Reference,
    Unit,
)
from annotator.formats.foreign.identity import identity_of
from annotator.formats.foreign.register import PATH, SPEAKERS, TOPICS
from annotator.records import Affiliation, SpeakerRecord, TopicRecord
from annotator.sentences import worded
from annotator.text import normalise

LARGEST_BYTES = 1024**3
LABEL = "Statement"
"""The label of statements that are claims."""

_NAMES = {
    "person": PERSON, "actor": PERSON, "speaker": PERSON,
    "organization": ORGANISATION, "organisation": ORGANISATION,
    "concept": CONCEPT, "category": CONCEPT, "topic": CONCEPT,
    "agreement": AGREEMENT, "agree": AGREEMENT, "qualifier": AGREEMENT,
}  # fmt: skip
_SPEAKER_KINDS = ("person", "organisation", "group", "unnamed")
_MILLISECONDS = 100_000_000_000
_DATA = ("DATASHORTTEXT", "DATALONGTEXT", "DATAINTEGER", "DATABOOLEAN")


def describe(path: Path, report: FileReport, options: ReadOptions) -> ForeignSet:
    """The set in a database. Raises FileError."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise InvalidSet(
                worded("The database has more than {megabytes} MB.", megabytes=LARGEST_BYTES // 1024**2),
                where=str(path),
            )
        with closing(opened(path)) as connection:
            database = _Database(Tables(connection, path), path, report, options)
            return ForeignSet(database.texts(), database.topics, database.speakers, codebook=True, mentions=False)
    except OSError as error:
        raise FileError(unreadable(error), where=str(path)) from error
    except (sqlite3.Error, OverflowError, ValueError, TypeError) as error:
        raise InvalidSet(
            worded("It cannot be read as a database of DNA ({error}); choose another file.", error=error),
            where=str(path),
        ) from error


class _Written(Struct, frozen=True):
    """The text of a document. unchanged: whether it is the one that this program wrote."""

    raw: str
    unit: Unit = "utf-16"
    identity: str | None = None
    unchanged: bool = False


class _Database:
    """All that one database says. report: takes what is left aside."""

    def __init__(self, tables: Tables, path: Path, report: FileReport, options: ReadOptions) -> None:
        self._options = options
        self._path = path
        self._report = report
        self._rows = tables.rows
        self._own = OWN in self._rows("SETTINGS", "Property", "Value")
        self._claims: dict[Any, Any] = dict(self._rows(CLAIMS, "StatementId", "Claim")) if self._own else {}
        self._kept = Kept(self._rows(RECORDS, "Kind", "Number", "Seal", "Content") if self._own else [])
        self._coders = {row[0]: str(row[1]) for row in self._rows("CODERS", "ID", "Name")}
        self._types = {row[0]: str(row[1]) for row in self._rows("STATEMENTTYPES", "ID", "Label")}
        self._variables = {row[0]: str(row[1]) for row in self._rows("VARIABLES", "ID", "Variable")}
        self._entities = self._entity_rows()
        self._attributes = self._attribute_values()
        self.topics: dict[str, TopicRecord] = {}
        self.speakers: dict[str, SpeakerRecord] = {}
        self._topic_of: dict[Any, Reference] = {}
        self._taken: set[Any] = set()  # claims of ours that were met
        self._values = self._data()
        self._take_topics()
        self._take_speakers()
        self._described = list(self._documents())

    def texts(self) -> list[ForeignText]:
        """The documents with a layer for each coder."""
        return self._described

    # Rows -------------------------------------------------------------------------------------------

    def _entity_rows(self) -> dict[Any, tuple[Any, str, Any]]:
        """Entity -> its variable, value and the entity that it lies under."""
        rows = self._rows("ENTITIES", "ID", "VariableId", "Value", "ChildOf")
        return {row[0]: (row[1], str(row[2] or ""), row[3]) for row in rows}

    def _attribute_values(self) -> dict[Any, dict[str, str]]:
        names = {row[0]: str(row[1]) for row in self._rows("ATTRIBUTEVARIABLES", "ID", "AttributeVariable")}
        found: defaultdict[Any, dict[str, str]] = defaultdict(dict)
        for entity, variable, value in self._rows(
            "ATTRIBUTEVALUES", "EntityId", "AttributeVariableId", "AttributeValue"
        ):
            if value and variable in names:
                found[entity][names[variable]] = str(value)
        return found

    def _data(self) -> dict[Any, dict[str, Any]]:
        """Statement -> variable -> its value; of short texts in version 3 the number of the entity."""
        found: defaultdict[Any, dict[str, Any]] = defaultdict(dict)
        for table in _DATA:
            for statement, variable, value, entity in self._rows(table, "StatementId", "VariableId", "Value", "Entity"):
                name = self._variables.get(variable, "")
                name = _NAMES.get(name.casefold(), name)
                if entity in self._entities:
                    value = self._entities[entity][1]
                    if name == CONCEPT:
                        found[statement]["entity"] = entity
                found[statement][name] = bool(value) if table == "DATABOOLEAN" else value
        return found

    # Topics and speakers ----------------------------------------------------------------------------

    def _take_topics(self) -> None:
        concepts = {key for key, name in self._variables.items() if _NAMES.get(name.casefold()) == CONCEPT}
        for entity, (variable, value, _) in self._entities.items():
            if variable in concepts and value:
                self._topic_of[entity] = self._topic(*self._path_of(entity))
        for values in self._values.values():
            name = values.get(CONCEPT)
            if name and "entity" not in values:
                self._topic_of[name] = self._topic([str(name)], [None])

    def _path_of(self, entity: Any) -> tuple[list[str], list[str | None]]:
        """The names from the top of the tree to an entity, and what ids of ours the entities have."""
        names: dict[Any, str] = {}
        at = entity
        while at in self._entities and at not in names and self._entities[at][1]:
            names[at] = self._entities[at][1]
            at = self._entities[at][2]
        return list(reversed(names.values())), [self._own_id(each) for each in reversed(names)]

    def _own_id(self, entity: Any) -> str | None:
        """The id that an entity has here, where this program wrote it and it is still called so."""
        kept: Entity | None = self._kept.content("entity", entity)
        same = self._kept.is_unchanged("entity", entity, self._entities.get(entity, (None, None))[1])
        return kept.id if kept is not None and same else None

    def _topic(self, names: list[str], own: list[str | None]) -> Reference:
        parent = None
        for number in range(1, len(names) + 1):
            path = PATH.join(names[:number])
            name = names[number - 1]
            known = self._options.named("topic", path) or own[number - 1]
            identity = known or identity_of("topic", "dna", path)
            above = None if parent == identity else parent
            self.topics.setdefault(path, TopicRecord(identity, name, above, len(self.topics) + 1))
            parent = identity
        return Reference(TOPICS, str(parent), PATH.join(names))

    def _take_speakers(self) -> None:
        """Persons with the organisations that statements put them in; organisations that speak for themselves."""
        places: defaultdict[str, dict[str, None]] = defaultdict(dict)
        alone: dict[str, None] = {}
        for values in self._values.values():
            person, organisation = str(values.get(PERSON) or ""), str(values.get(ORGANISATION) or "")
            if person:
                places[person].update({organisation: None} if organisation else {})
            elif organisation:
                alone[organisation] = None
        for name, organisations in places.items():
            affiliations = tuple(Affiliation(each, None, None, None) for each in organisations)
            self._speaker(PERSON, name, affiliations)
        for name in alone:
            self._speaker(ORGANISATION, name, ())

    def _speaker(self, variable: str, name: str, affiliations: tuple[Affiliation, ...]) -> None:
        said = next((self._attributes.get(key, {}) for key in self._called(variable, name)), {})
        kind: Any = said.get("Type", "").casefold()
        known = kind in _SPEAKER_KINDS
        default: Any = "organisation" if variable == ORGANISATION else "person"
        notes = [said.get("Notes", ""), "" if known or not kind else f"Type: {said['Type']}"]
        notes += [f"{key}: {value}" for key, value in said.items() if key not in ("Type", "Alias", "Notes")]
        own = next(filter(None, map(self._own_id, self._called(variable, name))), None)
        identity = self._options.named("speaker", name) or own or identity_of("speaker", "dna", variable, name)
        self.speakers[f"{variable} {name}"] = SpeakerRecord(
            identity,
            name,
            kind if known else default,
            tuple(filter(None, (each.strip() for each in said.get("Alias", "").split(";")))),
            affiliations,
            note="\n".join(filter(None, notes)),
        )

    def _called(self, variable: str, name: str) -> Iterator[Any]:
        for key, (number, value, _) in self._entities.items():
            if value == name and _NAMES.get(self._variables.get(number, "").casefold()) == variable:
                yield key

    # Documents --------------------------------------------------------------------------------------

    def _documents(self) -> Iterator[ForeignText]:
        statements: defaultdict[Any, list[Row]] = defaultdict(list)
        for row in self._rows("STATEMENTS", "ID", "StatementTypeId", "DocumentId", "Start", "Stop", "Coder"):
            statements[row[2]].append(row)
        columns = ("ID", "Title", "Text", "Author", "Source", "Section", "Notes", "Type", "Date")
        for row in self._rows("DOCUMENTS", *columns):
            identity, title, text, author, source, section, notes, kind, date = row
            notes = str(notes or "")
            is_url = notes.startswith(("http://", "https://")) and not notes.split(None, 1)[1:]
            about = {"section": section, "type": kind, "notes": "" if is_url else notes}
            document = self._as_written(identity, str(text or ""))
            yield ForeignText(
                name=str(title or f"Document {identity}"),
                raw=document.raw,
                layers=tuple(self._layers(statements.pop(identity, []), document)),
                unit=document.unit,
                identity=document.identity,
                byline=str(author) if author else None,
                published=_day(date),
                source=str(source) if source else None,
                url=notes if is_url else None,
                meta={key: str(value) for key, value in about.items() if value},
            )
        if lost := sum(map(len, statements.values())):
            self._report.ignored.append(f"{self._path.name}: statements on documents that are not there ({lost})")

    def _as_written(self, number: Any, text: str) -> _Written:
        """A document as this program wrote it, with the characters that the database does not hold."""
        kept: Document | None = self._kept.content("document", number)
        if kept is None:
            return _Written(text)
        restored = kept.restored(text) if self._kept.is_unchanged("document", number, text) else None
        if restored is None:
            return _Written(text, identity=kept.id)
        return _Written(restored, "code points", kept.id, unchanged=True)

    def _layers(self, rows: list[Row], document: _Written) -> Iterator[ForeignLayer]:
        by_coder: defaultdict[Any, list[Row]] = defaultdict(list)
        for row in rows:
            by_coder[row[5]].append(row)
        for coder, own in by_coder.items():
            name, spans = self._coders.get(coder, f"Coder {coder}"), tuple(self._spans(own, document))
            kept: Coder | None = self._kept.content("coder", coder)
            if kept is not None and self._kept.is_unchanged("coder", coder, name):
                yield ForeignLayer(kept.name, spans, kind=kept.kind, identity=kept.id)
            else:
                yield ForeignLayer(name, spans)

    def _spans(self, rows: list[Row], document: _Written) -> Iterator[ForeignSpan]:
        """One coder's statements; in databases of ours those that one claim became are one claim again."""
        notes: dict[Any, list[str]] = defaultdict(list)
        groups: dict[Any, list[Row]] = defaultdict(list)
        for row in rows:
            identity, kind, _, start, stop, _ = row
            place = (int(start), int(stop))
            # Statements that the other program added, or moved elsewhere, belong to no claim of ours.
            claim = (place, self._claims.get(identity))
            said = self._values.get(identity, {})
            if self._types.get(kind) == ANNOTATION and said.get(NOTE):
                notes[claim].append(str(said[NOTE]))
            else:
                groups[claim if claim[1] is not None else (place, None, identity)].append(row)
        for key, group in groups.items():
            identity, kind, _, _, _, _ = group[0]
            place = key[0]
            own = notes.pop(key[:2], ())
            span = self._span(str(identity), group, place, str(self._types.get(kind, "")), tuple(own))
            yield self._as_it_was(span, key[1], [self._values.get(row[0], {}) for row in group], document)
        for number, ((place, _), words) in enumerate(notes.items()):
            yield ForeignSpan(f"note {number}", ANNOTATION, (place,), notes=tuple(words))

    def _as_it_was(self, span: ForeignSpan, claim: Any, said: list[dict[str, Any]], document: _Written) -> ForeignSpan:
        """The span of a claim that this program wrote with what it kept of that; others as they are."""
        kept: Claim | None = self._kept.content("claim", claim)
        if kept is None or claim in self._taken or document.raw != normalise(document.raw):
            return span
        self._taken.add(claim)
        seals = Terms(span.parts[0], said, span.notes).seals()
        changed = {side for side, value in seals.items() if kept.seals.get(side) != value}
        changed |= set() if document.unchanged else {"place"}
        return as_it_was(span, kept, changed, document.raw, self.speakers)

    def _span(
        self, key: str, rows: list[Row], place: tuple[int, int], kind: str, notes: tuple[str, ...]
    ) -> ForeignSpan:
        said = [self._values.get(row[0], {}) for row in rows]
        topics: dict[Reference, str | None] = {}
        speakers: dict[Reference, None] = {}
        fields: dict[str, Any] = {}
        for values in said:
            if (topic := self._topic_of.get(values.get("entity", values.get(CONCEPT)))) is not None:
                topics.setdefault(topic, _stance(values))
            for variable in (PERSON, ORGANISATION):
                if name := str(values.get(variable) or ""):
                    speakers[Reference(SPEAKERS, f"{variable} {name}", name)] = None
                    break
            known = (PERSON, ORGANISATION, CONCEPT, "entity", AGREEMENT, STANCE)
            fields |= {name: value for name, value in values.items() if name not in known and value not in (None, "")}
        if not topics and AGREEMENT in said[0]:
            fields[AGREEMENT] = said[0][AGREEMENT]
        if any(topics.values()):
            fields["stances"] = [each or "" for each in topics.values()]
        is_claim = bool(topics or speakers) or kind in (STATEMENT, "Claim")
        if is_claim and kind not in (STATEMENT, "Claim"):
            fields["type"] = kind
        label = LABEL if is_claim else kind or LABEL
        return ForeignSpan(key, label, (place,), attributes=fields, references=(*speakers, *topics), notes=notes)


def _stance(values: dict[str, Any]) -> str | None:
    if AGREEMENT in values:
        return "supports" if values[AGREEMENT] else "opposes"
    stance = values.get(STANCE)
    return str(stance) if stance else None


def _day(date: Any) -> str | None:
    """The day of a document: seconds since 1970, in version 2 milliseconds."""
    if not isinstance(date, int) or date == 0:
        return None
    try:
        return datetime.fromtimestamp(date / 1000 if abs(date) > _MILLISECONDS else date, UTC).date().isoformat()
    except (OverflowError, OSError, ValueError):
        return None
