"""CoNLL and BIO: a token a line, a tag for each; training data.

Called by way of the registry. Read are IOB1, BIO, BIOES and BILOU with any number of columns; the text is rebuilt
with single blanks, sentences a line. Written is BIO, a folder or zip with a file for each annotator and layer,
since the spans of one file must not overlap: of those that do, the longest stays and the others are counted.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import regex

from annotator.errors import InvalidSet
from annotator.formats import FileReport, Format, Progress, ReadOptions, Refusal, Written, no_progress, register
from annotator.formats.bundle import file_names, write_bundle
from annotator.formats.cas_files import files_in
from annotator.formats.foreign.description import ForeignLayer, ForeignSet, ForeignSpan, ForeignText
from annotator.formats.foreign.leaving import CLAIM, CUE, LOSES, MENTION, Leaving, bare
from annotator.formats.foreign.reading import lister, reader
from annotator.formats.json_objects import headline
from annotator.formats.unpacking import unpacked, zip_holds
from annotator.records import Record
from annotator.sentences import worded
from annotator.text import sentences

SUFFIXES = (".conll", ".bio", ".iob", ".conll03")
DOCUMENT = "-DOCSTART-"

MOST_SPANS = 150_000
"""The most that one document may have: far above what people tag, far below what memory holds."""

_NAMED_AT_MOST = 100

_TAG = re.compile(r"O|([BIESLUM])[-_](\S+)")
_TOKEN = regex.compile(r"\w+(?:['’\-]\w+)*|[^\w\s]")
_STARTS, _ENDS = frozenset("BSU"), frozenset("ESLU")


# Reading ---------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Document:
    """A text while its tokens come in. open: label and start of the span under way."""

    text: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[ForeignSpan] = field(default_factory=list)
    open: tuple[str, int, str] | None = None

    def add(self, word: str, *, new_line: bool) -> tuple[int, int]:
        """Put a token in; its place in code points."""
        if self.text:
            self.text.append("\n" if new_line else " ")
            self.length += 1
        start = self.length
        self.text.append(word)
        self.length += len(word)
        return start, self.length

    def close(self, end: int) -> None:
        """End the span under way, if there is one."""
        if self.open is not None:
            label, start, where = self.open
            self.spans.append(ForeignSpan(str(len(self.spans)), label, ((start, end),), where=where))
            self.open = None


def describe(path: Path, report: FileReport, options: ReadOptions) -> ForeignSet:
    """The texts of a file, or of the files in a folder. Raises FileError."""
    return ForeignSet(_texts(path, report))


def _texts(path: Path, report: FileReport) -> Iterator[ForeignText]:
    for name, data in files_in(path, SUFFIXES, {}):
        words = data.decode("utf-8", errors="replace").removeprefix("\ufeff")
        if "\0" in words:
            raise InvalidSet(
                worded("This is no text; choose a file with a token and its tag on each line."), where=name
            )
        for document in _documents(words, Path(name).name, report):
            text = "".join(document.text)
            layer = ForeignLayer(Path(name).stem, tuple(document.spans))
            yield ForeignText(headline(text, Path(name).stem), text, (layer,), file=Path(name).name)


def _documents(words: str, name: str, report: FileReport) -> Iterator[_Document]:
    strict = not _is_iob1(_each_line(words))
    document, new_line, repaired, end, untagged = _Document(), False, 0, 0, 0
    for number, line in enumerate(_each_line(words), 1):
        columns = line.split("\t") if "\t" in line else line.split()
        columns = [each.strip() for each in columns if each.strip()]
        if not columns or line.startswith("# ") or columns[0] == DOCUMENT:
            document.close(end)
            new_line = True
            if columns and columns[0] == DOCUMENT:
                if document.text:
                    yield document
                document, end = _Document(), 0
            continue
        where = f"{name}:{number}"
        found = _TAG.fullmatch(columns[-1]) if len(columns) > 1 else None
        if found is None:
            untagged += 1
            if untagged <= _NAMED_AT_MOST:
                reason = worded("The line does not end in a tag such as O or B-PER; its token was taken without one.")
                report.refused.append(Refusal(where, reason))
        place, label = (found[1] or "O", found[2] or "") if found else ("O", "")
        goes_on = document.open is not None and document.open[0] == label and place not in _STARTS and place != "O"
        if not goes_on:
            document.close(end)
            repaired += strict and place not in ("O", *_STARTS)
        start, end = document.add(_form(columns), new_line=new_line)
        new_line = False
        if not goes_on and place != "O":
            document.open = (label, start, where)
        if place in _ENDS:
            document.close(end)
        if len(document.spans) > MOST_SPANS:
            raise InvalidSet(
                worded(
                    "A document has more than {most_spans:,} spans; part the documents with lines {document}.",
                    most_spans=MOST_SPANS,
                    document=DOCUMENT,
                ),
                where=where,
            )
    document.close(end)
    _tell(report, name, untagged, repaired)
    if document.text:
        yield document


def _tell(report: FileReport, name: str, untagged: int, repaired: int) -> None:
    """What was found more often than it is named, and what was mended."""
    if untagged > _NAMED_AT_MOST:
        reason = worded(
            "{count:,} more lines do not end in a tag; their tokens were taken without one.",
            count=untagged - _NAMED_AT_MOST,
        )
        report.refused.append(Refusal(name, reason))
    if repaired:
        report.ignored.append(
            f"{name}: spans that did not begin with a beginning tag, taken as if they did: {repaired}"
        )


def _each_line(words: str) -> Iterator[str]:
    """The lines one by one: as a list they would take as much memory again as the whole file."""
    start = 0
    while (end := words.find("\n", start)) >= 0:
        yield words[start:end].removesuffix("\r")
        start = end + 1
    yield words[start:].removesuffix("\r")


def _form(columns: Sequence[str]) -> str:
    """The token: the first column, the second where the first counts tokens as CoNLL-U does."""
    return columns[1] if len(columns) >= 8 and columns[0].isdigit() else columns[0]


def _is_iob1(lines: Iterable[str]) -> bool:
    """Whether B- stands only between neighbours of one label, as in CoNLL-2003 itself."""
    before, inside = "O", 0
    for line in lines:
        found = _TAG.fullmatch(line.split()[-1]) if line.split() else None
        tag = found[0] if found else "O"
        if tag.startswith("B") and tag[2:] != before[2:]:
            return False
        inside += tag.startswith("I")
        before = tag
    return inside > 0


def recognise(path: Path, head: bytes) -> float:
    """By the tags at the ends of the lines."""
    inside = zip_holds(path, *SUFFIXES)
    lines = [line for line in (inside or head).decode("utf-8", errors="replace").splitlines()[:200] if line.strip()]
    if not lines or path.is_dir() or "\0" in lines[0]:
        return 0.0
    tagged = [line for line in lines if len(line.split()) > 1 and _TAG.fullmatch(line.split()[-1])]
    known = path.suffix.lower() in SUFFIXES or inside is not None
    if len(tagged) < len(lines) * (0.3 if known else 0.8) or all(line.split()[-1] == "O" for line in tagged) > known:
        return 0.0
    return 0.75


# Writing ---------------------------------------------------------------------------------------------


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write a folder or zip in the place of `out`. Raises DiskFull and FileError."""
    leaving = Leaving(records, progress)
    texts = list(leaving.texts(bare))
    layers: dict[tuple[str, str], dict[int, list[ForeignSpan]]] = {}
    for number, text in enumerate(texts):
        for layer in text.layers:
            for span in layer.spans:
                layers.setdefault((layer.annotator, _file_of(span.label)), {}).setdefault(number, []).append(span)
    keys = sorted(layers)
    names = [f"{name}.conll" for name in file_names(f"{who} {what}" for who, what in keys)] or ["empty.conll"]
    lost: Counter[str] = Counter()

    def fill(folder: Path) -> None:
        for name, key in zip(names, keys or [("", "")], strict=True):
            with (folder / name).open("w", encoding="utf-8", newline="\n") as file:
                for number, text in enumerate(texts):
                    spans = layers.get(key, {}).get(number, [])
                    file.writelines(_lines(text.raw or "", spans, lost))

    sha256 = write_bundle(out, names, fill)
    counts, loses = leaving.counted
    loses |= {"details": leaving.detailed} if leaving.detailed else {}
    # Of an article its words stay, of an annotator a name in that of a file; neither comes back as it was.
    loses |= {each: counts.pop(each) for each in ("annotator", "article") if counts.get(each)}
    details = {f"{each} details": leaving.counts[each] for each in ("claim", "mention") if leaving.counts[each]}
    return Written(str(out), "conll", counts, loses | details | +lost, sha256)


def _file_of(label: str) -> str:
    return {CLAIM: "claims", CUE: "cues", MENTION: "mentions"}.get(label, label)


def _lines(text: str, spans: Sequence[ForeignSpan], lost: Counter[str]) -> Iterator[str]:
    """The lines of one text."""
    tokens = [found.span() for found in _TOKEN.finditer(text)]
    tags = _tags(tokens, spans, lost)
    yield f"{DOCUMENT} O\n"
    ends = iter([*(end for _, end in sentences(text)), len(text)])
    end = 0
    for (start, stop), tag in zip(tokens, tags, strict=True):
        if start >= end:
            while start >= end:
                end = next(ends, len(text) + 1)
            # A span may go on in the next sentence, an empty line would cut it.
            if not tag.startswith("I-"):
                yield "\n"
        yield f"{text[start:stop]} {tag}\n"
    yield "\n"


def _tags(tokens: Sequence[tuple[int, int]], spans: Sequence[ForeignSpan], lost: Counter[str]) -> list[str]:
    tags = ["O"] * len(tokens)
    pieces = [(start, end, span) for span in spans for start, end in span.parts]
    lost["parts"] += sum(len(span.parts) - 1 for span in spans)
    starts, stops = [start for start, _ in tokens], [stop for _, stop in tokens]
    for start, end, span in sorted(pieces, key=lambda piece: (piece[0] - piece[1], piece[0])):
        covered = range(bisect_right(stops, start), bisect_left(starts, end))
        if not covered or any(tags[number] != "O" for number in covered):
            lost["overlap"] += 1
            continue
        lost["widened"] += starts[covered[0]] != start or stops[covered[-1]] != end
        label = re.sub(r"\s+", "_", span.label.strip()) or "span"
        for place, number in enumerate(covered):
            tags[number] = f"I-{label}" if place else f"B-{label}"
    return tags


register(
    Format(
        name="conll",
        title=worded("CoNLL and BIO"),
        suffixes=SUFFIXES,
        loses=(*LOSES, "annotator", "article", "claim details", "mention details", "parts", "overlap", "widened"),
        recognise=recognise,
        read=reader(unpacked(describe)),
        write=write,
        labels=lister(unpacked(describe)),
        saved_as=".zip",
    )
)
