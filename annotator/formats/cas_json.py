"""UIMA CAS as JSON, version 0.4: text, types and annotations in one file, as INCEpTION exports it.

Called by way of the registry. Written is a folder or zip with one file for each text and annotator. The older
JSON of UIMA, which cannot be told back into annotations without its types, is refused with a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from annotator.errors import FileError, InvalidSet
from annotator.formats import FileReport, Format, Progress, ReadOptions, Refusal, Written, no_progress, register
from annotator.formats.cas_files import files_in, write_each
from annotator.formats.cas_model import Analysis, References, Sofa, Structure, texts_of
from annotator.formats.cas_writing import SOFA, STRINGS, fitted, structures, types
from annotator.formats.foreign.description import ForeignLayer, ForeignSet, ForeignText
from annotator.formats.foreign.leaving import LOSES
from annotator.formats.foreign.reading import lister, reader
from annotator.formats.json_items import SIGNS, decoded
from annotator.formats.json_objects import Object, first_keys, keys_in, list_of, object_of, text_of
from annotator.formats.unpacking import unpacked, zip_holds
from annotator.records import Record
from annotator.sentences import worded

_SOFA = "uima.cas.Sofa"
_TYPES, _STRUCTURES, _VIEWS = "%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"


# Reading ---------------------------------------------------------------------------------------------


def describe(path: Path, report: FileReport, options: ReadOptions) -> ForeignSet:
    """The texts of a file, or of the files in a folder. Raises FileError."""
    return ForeignSet(_texts(path, report, options))


def _texts(path: Path, report: FileReport, options: ReadOptions) -> Iterator[ForeignText]:
    whole = path.is_file()
    for name, data in files_in(path, (".json",), SIGNS):
        try:
            analysis = read_json(data, name)
        except FileError as error:
            if whole:
                raise
            report.refused.append(Refusal(error.where, error.reason))
            continue
        yield from texts_of(analysis, Path(name).stem, Path(name).name, report, options)


def read_json(data: bytes, name: str) -> Analysis:
    """The analysis in a file's bytes. name: for the sentence. Raises InvalidSet."""
    whole = object_of(decoded(data, name))
    if _STRUCTURES not in whole and _VIEWS not in whole and _TYPES not in whole:
        older = "_context" in whole or "_views" in whole
        what = worded("This is the older JSON of UIMA") if older else worded("This is no JSON of a UIMA CAS")
        raise InvalidSet(worded("{what}; export it as UIMA CAS JSON 0.4 or XMI.", what=what), where=name)
    listed = whole.get(_STRUCTURES)
    if isinstance(listed, dict):
        found = [object_of(value) | {"%ID": key} for key, value in listed.items()]
    else:
        found = [object_of(each) for each in list_of(listed)]
    arrays = {str(each.get("%ID")): list_of(each.get("%ELEMENTS")) for each in found if "%ELEMENTS" in each}
    sofas: list[Sofa] = []
    made: list[Structure] = []
    for each in found:
        identity, kind = str(each.get("%ID", "")), str(each.get("%TYPE", ""))
        if kind == _SOFA:
            texts = (text_of(each.get(key)) for key in ("sofaString", "sofaURI"))
            sofas.append(Sofa(identity, str(each.get("sofaID") or ""), *texts))
        elif "%ELEMENTS" not in each and kind:
            sofa = each.get("@sofa")
            made.append(Structure(identity, kind, _features(each, arrays), None if sofa is None else str(sofa)))
    return Analysis(tuple(sofas), tuple(made))


def _features(each: Object, arrays: dict[str, list[Any]]) -> Object:
    features: Object = {}
    for name, value in each.items():
        if name.startswith("%") or name == "@sofa":
            continue
        if not name.startswith("@"):
            features[name.lstrip("#^")] = value
            continue
        ids = [str(part) for part in value] if isinstance(value, list) else [str(value)]
        elements = arrays.get(ids[0]) if len(ids) == 1 else None
        if elements is None:
            features[name[1:]] = References(tuple(ids))
        elif all(isinstance(part, int) and not isinstance(part, bool) for part in elements) and elements:
            features[name[1:]] = References(tuple(map(str, elements)))
        else:
            features[name[1:]] = elements
    return features


def recognise(path: Path, head: bytes) -> float:
    """By the keys of the file."""
    inside = zip_holds(path, ".json")
    keys = first_keys(path, head) if inside is None else keys_in(inside)
    if keys & {_TYPES, _STRUCTURES, _VIEWS}:
        return 0.95
    return 0.5 * ({"_context", "_views"} <= keys)


# Writing ---------------------------------------------------------------------------------------------


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write a folder or zip in the place of `out`. Raises DiskFull and FileError."""
    return write_each(records, out, progress, "cas_json", fitted, _content, {})


def _content(text: ForeignText, layer: ForeignLayer) -> bytes:
    found: list[Object] = [
        {
            "%ID": int(SOFA),
            "%TYPE": _SOFA,
            "sofaNum": 1,
            "sofaID": "_InitialView",
            "mimeType": "text",
            "sofaString": text.raw,
        }
    ]
    made = structures(text, layer)
    free = max(int(each.id) for each in made) + 1
    ranges = {name: features for name, _, features in types()}
    for each in made:
        written: Object = {"%ID": int(each.id), "%TYPE": each.type}
        if each.sofa is not None:
            written["@sofa"] = int(each.sofa)
        for name, value in each.features.items():
            kind = ranges.get(each.type, {}).get(name, "")
            if isinstance(value, References) and not kind.endswith("[]"):
                written[f"@{name}"] = int(value.ids[0])
            elif isinstance(value, References | list):
                elements = list(map(int, value.ids)) if isinstance(value, References) else value
                array = STRINGS if isinstance(value, list) else kind
                found.append({"%ID": free, "%TYPE": array, "%ELEMENTS": elements})
                written[f"@{name}"] = free
                free += 1
            else:
                written[name] = value
        found.append(written)
    members = [int(each.id) for each in made if each.sofa is not None]
    whole = {
        _TYPES: dict(_described()),
        _STRUCTURES: found,
        _VIEWS: {"_InitialView": {"%SOFA": int(SOFA), "%MEMBERS": members}},
    }
    return msgspec.json.encode(whole)


def _described() -> Iterator[tuple[str, Object]]:
    for name, above, features in types():
        described: Object = {"%NAME": name, "%SUPER_TYPE": above}
        for feature, kind in features.items():
            described[feature] = {"%NAME": feature, "%RANGE": kind}
        yield name, described


register(
    Format(
        name="cas_json",
        title=worded("UIMA CAS JSON (INCEpTION)"),
        suffixes=(".json",),
        loses=LOSES,
        recognise=recognise,
        read=reader(unpacked(describe)),
        write=write,
        labels=lister(unpacked(describe)),
        saved_as=".zip",
    )
)
