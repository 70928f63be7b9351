"""WebAnno TSV 3: a row a token, a column a feature.

Called by way of the registry. Read are versions 3.0 to 3.3 with spans, slots, relations and chains, and the older
versions 1 and 2 with spans and relations; written are
spans and slots in a folder or zip with one file for each text and annotator. INCEpTION calls the format outdated,
and it has no place for white space alone: a mark on nothing else is lost.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import regex
from msgspec import structs

from annotator.errors import FileError, InvalidSet
from annotator.formats import FileReport, Format, Progress, ReadOptions, Refusal, Written, no_progress, register
from annotator.formats.cas_files import files_in, write_each
from annotator.formats.cas_model import NOTE, OWN, PASSAGE, TOPIC, texts_of
from annotator.formats.cas_writing import LAYERS, LINKS, SPACE, slot_of
from annotator.formats.foreign.description import ForeignLayer, ForeignSet, ForeignSpan, ForeignText
from annotator.formats.foreign.leaving import CLAIM, CUE, LOSES, MENTION, with_topics
from annotator.formats.foreign.reading import lister, reader
from annotator.formats.foreign.segments import apart
from annotator.formats.unpacking import unpacked, zip_holds
from annotator.formats.webanno_old import OLD, read_old_rows
from annotator.formats.webanno_rows import read_rows
from annotator.records import Record
from annotator.sentences import worded
from annotator.text import Offsets

SHOWN = ("certainty", "quotation", "stance")
FEATURES = {
    CLAIM: (OWN, NOTE, *SHOWN),
    CUE: (OWN, NOTE),
    MENTION: (OWN, NOTE),
    PASSAGE: (OWN, NOTE, TOPIC),
}
"""Layer -> its features, in the order of their columns; then come the roles and targets of its links."""

_FORMAT = re.compile(rb"(?:\xef\xbb\xbf)?#FORMAT=WebAnno TSV 3\.\d")
_TOKEN = regex.compile(r"\w+|[^\w\s]")
_SPECIAL = re.compile(r"->|[\\\[\]|_;\t\n\r*]")
_WEIGHTS = {b"\n": 300, b"\t": 60, b"|": 300}
_SIGNS = {"\t": "t", "\n": "n", "\r": "r"}


# Reading ---------------------------------------------------------------------------------------------


def describe(path: Path, report: FileReport, options: ReadOptions) -> ForeignSet:
    """The texts of a file, or of the files in a folder. Raises FileError."""
    return ForeignSet(_texts(path, report, options))


def _texts(path: Path, report: FileReport, options: ReadOptions) -> Iterator[ForeignText]:
    whole = path.is_file()
    for name, data in files_in(path, (".tsv",), _WEIGHTS):
        try:
            old = OLD.match(data) is not None
            if not old and not _FORMAT.match(data):
                raise InvalidSet(worded("This is no WebAnno TSV; choose another file."), where=name)
            rows = read_old_rows if old else read_rows
            analysis = rows(data.decode("utf-8", errors="replace"), Path(name).name, report)
        except FileError as error:
            if whole:
                raise
            report.refused.append(Refusal(error.where, error.reason))
            continue
        yield from texts_of(analysis, Path(name).stem, Path(name).name, report, options)


def recognise(path: Path, head: bytes) -> float:
    """By the first lines."""
    begins = zip_holds(path, ".tsv") or head
    return 0.95 * (_FORMAT.match(begins) is not None or OLD.match(begins) is not None)


# Writing ---------------------------------------------------------------------------------------------


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write a folder or zip in the place of `out`. Raises DiskFull and FileError."""
    lost: Counter[str] = Counter()

    def content(text: ForeignText, layer: ForeignLayer) -> bytes:
        return _File(text, lost).content(layer).encode()

    written = write_each(records, out, progress, "webanno_tsv", _fitted, content, {})
    counts = {kind: count - lost[kind] for kind, count in written.counts.items()}
    return structs.replace(written, counts=counts, loses=written.loses | dict(lost))


def _fitted(span: ForeignSpan, text: str) -> ForeignSpan:
    """The span as it comes back: without white space at the ends of its parts, with simple features only."""
    span = with_topics(span, text)
    parts = [_trimmed(text, *part) for part in span.parts]
    shown = {name: value for name, value in span.attributes.items() if name in SHOWN and span.label == CLAIM and value}
    return structs.replace(
        span,
        parts=tuple(part for part in parts if part[0] < part[1]) or span.parts[:1],
        attributes=shown,
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


@dataclass(slots=True)
class _Unit:
    """A token or a piece of one: its place in code points, and the entries of its cells by layer."""

    start: int
    end: int
    entries: defaultdict[str, list[list[str]]] = field(default_factory=lambda: defaultdict(list))
    pieces: dict[tuple[int, int], _Unit] = field(default_factory=dict)


class _File:
    """One file on its way out."""

    def __init__(self, text: ForeignText, lost: Counter[str]) -> None:
        self._text = text.raw or ""
        self._lost = lost
        self._offsets = Offsets(self._text)
        self._tokens = [_Unit(found.start(), found.end()) for found in _TOKEN.finditer(self._text)]
        self._starts = [token.start for token in self._tokens]
        self._sentences = _sentences(self._text)
        self._names = dict(self._named())

    def _named(self) -> Iterator[tuple[int, str]]:
        """Start of a token -> its name, by sentence and place in it."""
        at = iter(self._tokens)
        token = next(at, None)
        for number, (_, end) in enumerate(self._sentences, 1):
            place = 1
            while token is not None and token.start < end:
                yield token.start, f"{number}-{place}"
                token, place = next(at, None), place + 1

    def content(self, layer: ForeignLayer) -> str:
        layer = apart(layer)
        units = {span.key: self._units(*span.parts[0]) for span in layer.spans}
        numbers = {span.key: number for number, span in enumerate(layer.spans, 1)}
        links: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for link in layer.links:
            (_, first), (_, second) = link.arguments
            if units[second]:
                links[first].append((link.label, f"{self._name(units[second][0])}[{numbers[second]}]"))
        for span in layer.spans:
            if not units[span.key]:
                self._lost[_kind(span.label).casefold()] += bool(span.own)
            for place, unit in enumerate(units[span.key]):
                self._add(unit, span, numbers[span.key], links[span.key], first=not place)
        return "".join(self._lines())

    def _units(self, start: int, end: int) -> list[_Unit]:
        """The tokens, and pieces of tokens, that a stretch covers."""
        found = []
        for token in self._tokens[max(0, bisect_right(self._starts, start) - 1) :]:
            if token.start >= end:
                break
            place = max(start, token.start), min(end, token.end)
            if place == (token.start, token.end):
                found.append(token)
            elif place[0] < place[1]:
                found.append(token.pieces.setdefault(place, _Unit(*place)))
        return found

    def _name(self, unit: _Unit) -> str:
        token = self._tokens[bisect_right(self._starts, unit.start) - 1]
        name = self._names[token.start]
        if unit is token:
            return name
        return f"{name}.{list(token.pieces).index((unit.start, unit.end)) + 1}"

    def _add(self, unit: _Unit, span: ForeignSpan, number: int, links: list[tuple[str, str]], *, first: bool) -> None:
        """The cells of a span at one of its units. The mark itself stands at the first only, since it is long."""
        kind = _kind(span.label)
        values = dict(span.attributes)
        if first:
            values |= {OWN: span.own or "", NOTE: span.notes[0] if span.notes else ""}
        if kind == PASSAGE:
            values[TOPIC] = span.label
        cells = [
            f"{_escaped(str(values[name]))}[{number}]" if values.get(name) else f"*[{number}]"
            for name in FEATURES[kind]
        ]
        shown = links if first else []
        cells.append((";".join(_escaped(role) for role, _ in shown) or "_") + f"[{number}]")
        cells.append(";".join(to for _, to in shown) or "*")
        unit.entries[kind].append(cells)

    # Rows -------------------------------------------------------------------------------------------

    def _lines(self) -> Iterator[str]:
        yield "#FORMAT=WebAnno TSV 3.3\n"
        for layer in LAYERS:
            name = f"{SPACE}.{layer}"
            slot = f"ROLE_{name}:{LINKS}_{slot_of(layer)}|uima.tcas.Annotation"
            yield f"#T_SP={name}|{'|'.join(FEATURES[layer])}|{slot}\n"
        yield "\n"
        at = 0
        for start, end in self._sentences:
            yield "\n"
            for line in self._text[start:end].split("\n"):
                yield f"#Text={_escaped_line(line)}\n"
            while at < len(self._tokens) and self._tokens[at].start < end:
                token = self._tokens[at]
                yield self._row(token)
                for piece in token.pieces.values():
                    yield self._row(piece)
                at += 1

    def _row(self, unit: _Unit) -> str:
        cells = []
        for layer in LAYERS:
            entries = unit.entries.get(layer)
            count = len(FEATURES[layer]) + 2
            cells += ["|".join(column) for column in zip(*entries, strict=True)] if entries else ["_"] * count
        place = f"{self._offsets.to_utf16(unit.start)}-{self._offsets.to_utf16(unit.end)}"
        form = _escaped_line(self._text[unit.start : unit.end])
        return "\t".join((self._name(unit), place, form, *cells)) + "\t\n"


def _kind(label: str) -> str:
    return label if label in (CLAIM, CUE, MENTION) else PASSAGE


def _sentences(text: str) -> list[tuple[int, int]]:
    """Stretches that hold all of the text but one newline between two of them, and each at least one token."""
    found: list[tuple[int, int]] = []
    start = at = 0
    seen = False
    for line in text.split("\n"):
        if seen and line.strip() and _TOKEN.search(line):
            found.append((start, at - 1))
            start = at
        seen = seen or bool(_TOKEN.search(line))
        at += len(line) + 1
    return [*found, (start, len(text))] if text else found


def _escaped(value: str) -> str:
    return _SPECIAL.sub(lambda found: "\\" + _SIGNS.get(found[0], found[0]), value)


def _escaped_line(line: str) -> str:
    return re.sub(r"[\\\t\r]", lambda found: "\\" + _SIGNS.get(found[0], found[0]), line)


register(
    Format(
        name="webanno_tsv",
        title=worded("WebAnno TSV 3"),
        suffixes=(".tsv",),
        loses=(*LOSES, "claim", "mention", "passage"),
        recognise=recognise,
        read=reader(unpacked(describe)),
        write=write,
        labels=lister(unpacked(describe)),
        saved_as=".zip",
    )
)
