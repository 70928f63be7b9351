"""The rows of a WebAnno TSV 3 file as structures: spans, slots, relations and chains on a rebuilt text.

Used by `webanno_tsv.py`. The file keeps sentences with the places of their tokens; what lay between sentences is
not in it, and newlines stand for it. Places count UTF-16 units.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import regex

from annotator.errors import InvalidSet, InvalidSpan
from annotator.formats import FileReport, Refusal
from annotator.formats.cas_model import Analysis, References, Sofa, Structure
from annotator.formats.foreign.units import same_words
from annotator.sentences import worded
from annotator.text import Offsets

SOFA = "text"
LARGEST_GAP = 10_000
"""The most characters between two sentences."""
NEAR = 2
"""How many characters the words of a token may stand from its place, beyond those before it."""

_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t", "r": "\r"}
# Behind an even number of backslashes: each two of them are one that stands for itself.
_UNESCAPED = r"(?<=(?<!\\)(?:\\\\)*)"
_IDENTITY = regex.compile(_UNESCAPED + r"\[(\d{1,9}(?:_\d{1,9})?)\]$")
_ROW = re.compile(r"(\d{1,9}-\d{1,9}(?:\.\d{1,9})?)\t(\d{1,10})-(\d{1,10})\t")
_LINK = regex.compile(rf"(.*?){_UNESCAPED}->(\d{{1,9}})-(\d{{1,9}})", regex.DOTALL)


@dataclass(slots=True)
class _Layer:
    """A layer of the header. kind: SP, CH or RL. columns: names, slots as (feature, type of target)."""

    kind: str
    type: str
    columns: list[str]
    base: str = ""


@dataclass(slots=True)
class _Annotation:
    """A span while its rows come in. slots: (feature, role, unit, disambiguation, type of target)."""

    id: str
    type: str
    begin: int
    end: int
    features: dict[str, Any] = field(default_factory=dict)
    slots: list[tuple[str, str, str, str, str]] = field(default_factory=list)


class _Fit:
    """Whether the places of tokens fit their sentence."""

    def __init__(self, sentence: str, start: int) -> None:
        """start: of the sentence, in UTF-16 units from the beginning of the text."""
        self._sentence = sentence
        self._start = start
        self._offsets = Offsets(sentence)
        self._shift = 0

    def place(self, begin: int, end: int, form: str) -> tuple[int, int] | None:
        """The place of that form, in UTF-16 units of the text: the given one, or the nearest a few letters off.

        None where it is not there. One that is found tells how far those behind it are off.
        """
        try:
            first = self._offsets.from_utf16(begin - self._start)
            last = self._offsets.from_utf16(end - self._start)
        except InvalidSpan:
            first = last = -1
        if first >= 0 and same_words(self._sentence[first:last], form) and not (self._shift and not form):
            return begin, end
        about = max(0, first) + self._shift
        near = range(max(0, about - NEAR), about + NEAR + 1)
        found = [at for at in near if self._sentence.startswith(form, at) and at <= len(self._sentence)]
        if not found:
            return None
        at = min(found, key=lambda each: abs(each - about))
        self._shift = at - max(0, first)
        return self._start + self._offsets.to_utf16(at), self._start + self._offsets.to_utf16(at + len(form))


def read_rows(content: str, name: str, report: FileReport) -> Analysis:
    """The analysis in a file's content. name: of the file, for sentences. Raises InvalidSet."""
    return _Rows(name, report).read(content)


class _Rows:
    def __init__(self, name: str, report: FileReport) -> None:
        self._name = name
        self._report = report
        self._layers: list[_Layer] = []
        self._text: list[str] = []
        self._length = 0
        self._sentence: list[str] = []
        self._placed = True
        self._fit = _Fit("", 0)
        self._shift = 0  # of the file's places in the text, where they begin anew
        self._moved = self._unlike = self._anew = 0
        self._annotations: dict[tuple[str, ...], _Annotation] = {}
        self._at_unit: defaultdict[tuple[str, str], list[_Annotation]] = defaultdict(list)
        self._by_number: dict[tuple[str, str], _Annotation] = {}
        self._relations: list[tuple[_Layer, str, list[str], str]] = []
        self._units: dict[str, tuple[int, int]] = {}

    def read(self, content: str) -> Analysis:
        for number, line in enumerate(content.removeprefix("\ufeff").split("\n"), 1):
            line = line.removesuffix("\r")
            where = f"{self._name}:{number}"
            if line.startswith("#Text="):
                self._take_text(line.removeprefix("#Text="))
            elif line.startswith("#T_"):
                self._layers.append(_header(line))
            elif line and not line.startswith("#"):
                self._take_row(line, where)
        if not self._placed:
            # No token says where the last lines stand; they still belong to the text.
            self._text.append(("\n" if self._text else "") + "\n".join(self._sentence))
        for count, what in ((self._moved, "stand where their words are"), (self._unlike, "have other words than it")):
            if count:
                self._report.ignored.append(f"{self._name}: tokens whose places do not fit the text: {count} {what}")
        if self._anew:
            self._report.ignored.append(
                f"{self._name}: sentences whose places begin anew, put below those before: {self._anew}"
            )
        structures = list(self._structures())
        return Analysis((Sofa(SOFA, SOFA, "".join(self._text)),), tuple(structures))

    # Text -------------------------------------------------------------------------------------------

    def _take_text(self, words: str) -> None:
        if self._placed:
            self._sentence, self._placed = [], False
        self._sentence.append(_plain(words))

    def _place_sentence(self, begin: int, form: str, where: str) -> None:
        """Put the sentence in, now that the place of its first token is known."""
        self._placed = True
        sentence = "\n".join(self._sentence)
        before = sentence.partition(form)[0] if form in sentence else ""
        at = begin + self._shift - self._length
        gap = at - _units(before)
        if gap < 0 <= at:
            # Its first words are others than those of its text, and what stands before them there says nothing.
            gap = at
        elif gap < 0:
            self._anew += 1
            gap = 1 if self._text else 0
            self._shift += gap + _units(before) - at
        if not 0 <= gap <= LARGEST_GAP:
            raise InvalidSet(
                worded("The places of this sentence do not follow those before it; export it again."), where=where
            )
        self._text.append(("\n" if self._text else " ") * gap)
        self._text.append(sentence)
        self._fit = _Fit(sentence, self._length + gap)
        self._length += gap + _units(sentence)

    def _fitted(self, begin: int, end: int, form: str) -> tuple[int, int]:
        """The place of a token: the file's, or where its words stand close by; both are told apart in the report."""
        found = self._fit.place(begin, end, form)
        self._moved += found is not None and found != (begin, end)
        self._unlike += found is None
        return found or (begin, end)

    # Rows -------------------------------------------------------------------------------------------

    def _take_row(self, line: str, where: str) -> None:
        found = _ROW.match(line)
        if found is None:
            self._report.refused.append(
                Refusal(where, worded("This is no row of a token; correct or remove the line."))
            )
            return
        unit, begin, end = found[1], int(found[2]), int(found[3])
        form, *cells = line[found.end() :].split("\t")
        if not self._placed:
            self._place_sentence(begin, _plain(form), where)
        begin, end = begin + self._shift, end + self._shift
        self._units[unit] = self._fitted(begin, end, _plain(form))
        at = 0
        for layer in self._layers:
            own = cells[at : at + len(layer.columns)]
            at += len(layer.columns)
            if len(own) < len(layer.columns):
                self._report.refused.append(Refusal(where, worded("The row has no cells for {type}.", type=layer.type)))
                return
            if all(cell == "_" for cell in own):
                continue
            if layer.kind == "RL":
                self._take_relations(layer, unit, own)
            elif layer.kind == "CH":
                self._take_chain(layer, unit, own)
            else:
                self._take_spans(layer, unit, own)

    def _annotation(self, key: tuple[str, ...], layer: _Layer, unit: str) -> tuple[_Annotation, bool]:
        """The span of that key, made longer by the unit, and whether it is new."""
        begin, end = self._units[unit]
        found = self._annotations.get(key)
        new = found is None
        if found is None:
            found = self._annotations[key] = _Annotation(f"a{len(self._annotations)}", layer.type, begin, end)
        found.begin, found.end = min(found.begin, begin), max(found.end, end)
        self._at_unit[layer.type, unit].append(found)
        return found, new

    def _take_spans(self, layer: _Layer, unit: str, cells: list[str]) -> None:
        stacks = [_split(cell, "|") for cell in cells]
        for place in range(max(map(len, stacks))):
            values = [stack[place] if place < len(stack) else "_" for stack in stacks]
            number = next((found[1] for value in values if (found := _IDENTITY.search(value))), "")
            key = (layer.type, number) if number else (layer.type, unit, str(place))
            annotation, new = self._annotation(key, layer, unit)
            if number:
                self._by_number[layer.type, number] = annotation
            if new:
                self._fill(annotation, layer, values)

    def _fill(self, annotation: _Annotation, layer: _Layer, values: list[str]) -> None:
        for place, (column, value) in enumerate(zip(layer.columns, values, strict=True)):
            feature, separator, target = column.partition("\t")
            if not separator:
                value = _IDENTITY.sub("", value)
                if value not in ("_", "*") and column:
                    annotation.features[column] = _plain(value)
            elif target and value not in ("_", "*"):
                roles = _split(_IDENTITY.sub("", values[place - 1]), ";")
                for role, slot in zip(roles, _split(value, ";"), strict=False):
                    to, number = _pointer(slot)
                    annotation.slots.append((feature, "" if role in ("*", "_") else _plain(role), to, number, target))

    def _take_chain(self, layer: _Layer, unit: str, cells: list[str]) -> None:
        kinds = _split(cells[1], "|")
        for place, entry in enumerate(_split(cells[0], "|")):
            found = _LINK.fullmatch(entry)
            if found is None:
                continue
            annotation, new = self._annotation((layer.type, "chain", found[2], found[3]), layer, unit)
            kind = _IDENTITY.sub("", kinds[place]) if place < len(kinds) else "*"
            if new and found[1] not in ("*", "_"):
                annotation.features[layer.columns[0]] = _plain(found[1])
            if new and kind not in ("*", "_"):
                annotation.features[layer.columns[1]] = _plain(kind)

    def _take_relations(self, layer: _Layer, unit: str, cells: list[str]) -> None:
        *features, sources = [_split(cell, "|") for cell in cells]
        for place, source in enumerate(sources):
            values = [stack[place] if place < len(stack) else "_" for stack in features]
            self._relations.append((layer, unit, values, source))

    # Structures -------------------------------------------------------------------------------------

    def _structures(self) -> Iterator[Structure]:
        slots = 0
        for key, each in self._annotations.items():
            features: dict[str, Any] = dict(each.features)
            links: defaultdict[str, list[str]] = defaultdict(list)
            for feature, role, unit, number, target in each.slots:
                other = self._resolved(target, unit, number)
                if other is None:
                    self._refuse_pointer(each.type, unit)
                    continue
                slots += 1
                links[feature].append(f"l{slots}")
                pointer = {"role": role, "target": References((other.id,))}
                yield Structure(f"l{slots}", f"{each.type}Link", pointer, SOFA)
            features |= {feature: References(tuple(ids)) for feature, ids in links.items()}
            if key[1:2] == ("chain",) and len(key) == 4:
                following = self._annotations.get((key[0], "chain", key[2], str(int(key[3]) + 1)))
                features |= {"next": References((following.id,))} if following else {}
            yield Structure(each.id, each.type, features | {"begin": each.begin, "end": each.end}, SOFA)
        for place, relation in enumerate(self._relations):
            yield from self._relation(place, *relation)

    def _relation(self, number: int, layer: _Layer, unit: str, values: list[str], source: str) -> Iterator[Structure]:
        if source in ("_", "*"):
            return
        to, numbers = _pointer(source)
        first, _, second = numbers.partition("_")
        ends = []
        for at, which in ((to, first), (unit, second)):
            found = self._resolved(layer.base, at, "" if which == "0" else which)
            if found is None and at in self._units:
                # Relations may tie tokens, which have no column of their own.
                token = _Annotation(f"t{at}", layer.base, *self._units[at])
                yield Structure(token.id, token.type, {"begin": token.begin, "end": token.end}, SOFA)
                found = token
            if found is None:
                self._refuse_pointer(layer.type, at)
                return
            ends.append(References((found.id,)))
        pairs = zip(layer.columns, values, strict=False)
        features: dict[str, Any] = {name: _plain(value) for name, value in pairs if value not in ("_", "*")}
        yield Structure(f"r{number}", layer.type, features | {"Governor": ends[0], "Dependent": ends[1]}, SOFA)

    def _resolved(self, kind: str, unit: str, number: str) -> _Annotation | None:
        """The span that a pointer means: by its number, else the one of that layer at that unit."""
        if number:
            found = self._by_number.get((kind, number))
            return found or next((each for (_, n), each in self._by_number.items() if n == number), None)
        here = self._at_unit.get((kind, unit))
        if here:
            return here[0]
        if any(layer.type == kind for layer in self._layers):
            return None
        return next((each for (_, at), found in self._at_unit.items() if at == unit for each in found), None)

    def _refuse_pointer(self, kind: str, unit: str) -> None:
        self._report.refused.append(
            Refusal(
                self._name,
                worded("{kind} points at {unit}, where nothing is that it could mean.", kind=kind, unit=unit),
            )
        )


def _header(line: str) -> _Layer:
    kind, _, rest = line[3:].partition("=")
    name, *columns = rest.split("|")
    base = ""
    if kind == "RL" and columns and columns[-1].startswith("BT_"):
        base = columns[-1].removeprefix("BT_")
    made: list[str] = []
    for place, column in enumerate(columns):
        if column.startswith("ROLE_"):
            feature = column.partition(":")[2].rpartition("_")[0]
            target = columns[place + 1] if place + 1 < len(columns) else ""
            made += [f"{feature}\t", f"{feature}\t{target}"]
        elif not (place and columns[place - 1].startswith("ROLE_")):
            made.append(column)
    return _Layer(kind, name, made or ([""] if kind == "SP" else []), base)


def _pointer(value: str) -> tuple[str, str]:
    """The unit that a pointer names, and the number in brackets behind it."""
    found = _IDENTITY.search(value)
    return (value[: found.start()], found[1]) if found else (value, "")


def _split(cell: str, separator: str) -> list[str]:
    pieces: list[str] = regex.split(_UNESCAPED + regex.escape(separator), cell)
    return pieces


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda found: _SIGNS.get(found[1], found[1]), value)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
