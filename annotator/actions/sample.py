"""The sample project, made from `seeds/`.

Called by `annotator new` and the welcome screen. Ids are derived from names, so that the colleagues' sets
in `seeds/sets` speak of the same articles, topics and speakers in every sample that is made.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from annotator import paths
from annotator.actions.articles import Report, article_rows, quiet
from annotator.actions.codebook_files import codebook_records
from annotator.actions.exchange import import_sets
from annotator.errors import FileError, system_words
from annotator.formats.codebook_file import read_codebook, stable_id
from annotator.model.rows import rows_of
from annotator.model.tables import ARTICLE, TEXT
from annotator.readers import read_file
from annotator.readers.folders import article_files
from annotator.records import Affiliation, Record, SpeakerRecord
from annotator.sentences import worded
from annotator.store import Store
from annotator.store.batch import Batch

# The sample's codebook is the same in every sample, so that a set from one does not conflict with another.
CODEBOOK_MADE = "2025-12-12T08:00:00Z"


def fill_with_sample(store: Store, *, report: Report = quiet) -> None:
    """Put the sample's codebook, speakers, articles and two colleagues' sets into an empty project."""
    seeds = paths.seeds()
    batch = store.begin_batch(worded("Open the sample"), source="sample")
    codebook = codebook_records(read_codebook(seeds / "codebook.toml"), created=CODEBOOK_MADE)
    _add(batch, [*codebook, *_speakers(seeds / "speakers.toml")])
    files = [each for each in article_files([seeds / "articles"]) if isinstance(each, Path)]
    for number, path in enumerate(files):
        report(number, len(files), path.name)
        for document in read_file(path):
            row, text = article_rows(document, number + 1, stable_id("article", path.name))
            batch.add(ARTICLE, [row])
            batch.add(TEXT, [text])
            batch.give_way()
    store.batch_finished(batch)
    import_sets(store, sorted((seeds / "sets").glob("*.jsonl")), report=report)


def _add(batch: Batch, records: list[Record]) -> None:
    for record in records:
        for table, rows in rows_of(record):
            batch.add(table, rows)


def _speakers(path: Path) -> list[Record]:
    records: list[Record] = []
    for number, table in enumerate(_toml(path).get("speaker", []), 1):
        values = dict(table)
        affiliations = tuple(
            Affiliation(each["organisation"], each.get("role"), each.get("since"), each.get("until"))
            for each in values.pop("affiliation", [])
        )
        values["id"] = stable_id("speaker", values["name"])
        speaker = _converted(values, SpeakerRecord, path, f"speaker {number}")
        records.append(msgspec.structs.replace(speaker, affiliations=affiliations))
    return records


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FileError(worded("It cannot be read ({reason}).", reason=system_words(error)), where=str(path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FileError(worded("It is no valid TOML: {error}.", error=error), where=str(path)) from error


def _converted(values: dict[str, Any], kind: Any, path: Path, where: str) -> Any:
    try:
        return msgspec.convert(values, kind)
    except msgspec.ValidationError as error:
        raise FileError(worded("It does not fit: {error}.", error=error), where=f"{path}: {where}") from error
