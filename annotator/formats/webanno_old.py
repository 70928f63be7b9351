"""The rows of WebAnno TSV 1 and 2 as structures: tokens without places, told by their words.

Used by `webanno_tsv.py`. Version 2 names its layers on the first line, version 1 has fixed columns, of which the named
entities are annotations; what else a token has there is counted. Sentences stand one a line.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from annotator.formats import FileReport, Refusal
from annotator.formats.cas_model import Analysis, References, Sofa, Structure
from annotator.sentences import worded
from annotator.text import Offsets

OLD = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:#\s*[\w.]+\s*\|[^\n]*\n\s*)?#id=\d+\r?\n#text=")
"""How such a file begins."""

SOFA = "text"
_ROW = re.compile(r"((?:\d{1,9}-)?\d{1,9})\t([^\t]*)\t(.*)")
_PREFIXED = re.compile(r"([BI])[-_](.*)", re.DOTALL)
_NONE = ("_", "O", "*", "")
_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
_FIRST_VERSION = ("Lemma", "POS", "", "", "Dependency")
"""What the columns of version 1 hold beside the named entities, which are the third."""


@dataclass(slots=True)
class _Layer:
    """A layer of the first line. attached: the layer whose spans its relations tie; empty of spans."""

    type: str
    columns: list[str]
    attached: str = ""


@dataclass(slots=True)
class _Span:
    """A span while its rows come in, in code points. values: by column, without the sign of the beginning."""

    id: str
    layer: _Layer
    start: int
    end: int
    unit: str
    values: list[str]
    features: dict[str, Any] = field(default_factory=dict)


def read_old_rows(content: str, name: str, report: FileReport) -> Analysis:
    """The analysis in a file's content. name: of the file, for the report."""
    return _Rows(name, report).read(content)


class _Rows:
    def __init__(self, name: str, report: FileReport) -> None:
        self._name = name
        self._report = report
        self._layers: list[_Layer] | None = None
        self._lines: list[str] = []
        self._start = self._at = 0  # of the sentence, and behind the last token, in code points of the text
        self._spans: list[_Span] = []
        self._open: dict[tuple[str, int], _Span] = {}
        self._relations: list[tuple[_Layer, str, list[str], str]] = []
        self._aside: Counter[str] = Counter()

    def read(self, content: str) -> Analysis:
        for number, line in enumerate(content.removeprefix("\ufeff").split("\n"), 1):
            line = line.removesuffix("\r")
            if line.startswith("#text="):
                self._start += len(self._lines[-1]) + 1 if self._lines else 0
                self._lines.append(line.removeprefix("#text="))
                self._at, self._open = 0, {}
            elif line.lstrip().startswith("#") and "|" in line and self._layers is None and not self._lines:
                self._layers = _header(line)
            elif line.strip() and not line.startswith("#"):
                self._take_row(line, f"{self._name}:{number}")
        for what, count in self._aside.items():
            self._report.ignored.append(f"{self._name}: no place for “{what}” ({count})")
        text = "\n".join(self._lines)
        return Analysis((Sofa(SOFA, SOFA, text),), tuple(self._structures(text)))

    def _take_row(self, line: str, where: str) -> None:
        found = _ROW.fullmatch(line)
        if found is None or not self._lines:
            self._refuse(where, worded("This is no row of a token; correct or remove the line."))
            return
        at = self._lines[-1].find(found[2], self._at)
        if at < 0:
            self._refuse(where, worded("“{word}” does not stand there in its sentence.", word=found[2]))
            return
        self._at = at + len(found[2])
        place = (self._start + at, self._start + self._at)
        cells = found[3].split("\t")
        if self._layers is None:
            self._count_aside(cells)
            self._take_spans(_Layer(_ENTITY, ["value"]), found[1], place, cells[2:3])
            return
        begin = 0
        for layer in self._layers:
            width = len(layer.columns) + bool(layer.attached)
            own = cells[begin : begin + width]
            begin += width
            if layer.attached:
                self._take_relations(layer, found[1], own)
            else:
                self._take_spans(layer, found[1], place, own)

    def _refuse(self, where: str, reason: str) -> None:
        self._report.refused.append(Refusal(where, reason))

    def _count_aside(self, cells: list[str]) -> None:
        pairs = zip(_FIRST_VERSION, cells, strict=False)
        self._aside.update(what for what, cell in pairs if what and cell not in _NONE)

    def _take_spans(self, layer: _Layer, unit: str, place: tuple[int, int], cells: list[str]) -> None:
        stacks = [cell.split("|") for cell in cells]
        for number in range(max(map(len, stacks), default=0)):
            raw = [stack[number] if number < len(stack) else "_" for stack in stacks]
            if all(value in _NONE for value in raw):
                self._open.pop((layer.type, number), None)
                continue
            signs = [_PREFIXED.fullmatch(value) for value in raw]
            values = [sign[2] if sign else value for sign, value in zip(signs, raw, strict=True)]
            before = self._open.get((layer.type, number))
            if before is not None and before.values == values and any(sign and sign[1] == "I" for sign in signs):
                before.end = place[1]
                continue
            span = _Span(f"a{len(self._spans)}", layer, *place, unit, values)
            pairs = zip(layer.columns, values, strict=False)
            span.features = {name: value for name, value in pairs if name and value not in _NONE}
            self._spans.append(span)
            self._open[layer.type, number] = span

    def _take_relations(self, layer: _Layer, unit: str, cells: list[str]) -> None:
        *features, sources = [cell.split("|") for cell in cells] or [[]]
        for number, source in enumerate(sources):
            if source not in _NONE:
                values = [stack[number] if number < len(stack) else "_" for stack in features]
                self._relations.append((layer, unit, values, source))

    def _structures(self, text: str) -> list[Structure]:
        offsets = Offsets(text)
        found, at_unit = [], defaultdict(list)
        for span in self._spans:
            place = {"begin": offsets.to_utf16(span.start), "end": offsets.to_utf16(span.end)}
            found.append(Structure(span.id, span.layer.type, span.features | place, SOFA))
            at_unit[span.layer.type, span.unit].append(span.id)
        for number, (layer, unit, values, source) in enumerate(self._relations):
            ends = [at_unit.get((layer.attached, each)) for each in (source, unit)]
            if not all(ends):
                kind = layer.type.rpartition(".")[2]
                self._report.ignored.append(f"{self._name}: no place for “{kind}” between {source} and {unit}")
                continue
            pairs = zip(layer.columns, values, strict=False)
            features: dict[str, Any] = {name: value for name, value in pairs if value not in _NONE}
            governor, dependent = (References((each[0],)) for each in ends if each)
            ties = {"Governor": governor, "Dependent": dependent}
            found.append(Structure(f"r{number}", layer.type, features | ties, SOFA))
        return found


def _header(line: str) -> list[_Layer]:
    layers = []
    for part in line.split("#")[1:]:
        name, *columns = (each.strip() for each in part.split("|"))
        attached = next((each.partition("=")[2] for each in columns if each.startswith("AttachTo=")), "")
        layers.append(_Layer(name, [each for each in columns if not each.startswith("AttachTo=")], attached))
    return layers
