"""brat stand-off: folders of texts with `.ann` files beside them, or one `.ann` file.

Called by way of the registry. Read are spans, discontinuous too, events, relations, attributes, entries of
registers, notes and the hierarchy of `annotation.conf`; written is one folder an annotator, since brat knows
none, with the configuration on top. What brat has no place for stands in comments that brat keeps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import structs

from annotator.formats import FileReport, Format, Progress, ReadOptions, Refusal, Written, no_progress, register
from annotator.formats.brat_collection import SUFFIXES, Collection, Marked, content, names_in
from annotator.formats.brat_conf import FILES, WORDS, StorageForms, configuration, read_labels
from annotator.formats.brat_records import OWN_NOTE, read_records
from annotator.formats.bundle import file_names, write_bundle
from annotator.formats.foreign.description import ForeignLayer, ForeignSet, ForeignSpan, ForeignText, Reference
from annotator.formats.foreign.leaving import LOSES, Leaving
from annotator.formats.foreign.placing import as_parts
from annotator.formats.foreign.reading import lister, reader
from annotator.formats.unpacking import unpacked, zip_holds
from annotator.records import Record
from annotator.sentences import worded

UNTAGGED = "untagged"
"""The folder of articles on which nobody has a mark."""

_FIRST_RECORD = re.compile(rb"(?:\xef\xbb\xbf)?\s*T\d+\t\S+ \d+ \d+")
_WORD = re.compile(r"\S+")
_LINE = re.compile(r"[^\n]+")


# Reading ---------------------------------------------------------------------------------------------


def describe(path: Path, report: FileReport, options: ReadOptions) -> ForeignSet:
    """The set in a folder or a file. Raises FileError."""
    collection = Collection(path, options.texts)
    found = collection.marked()
    folders = dict.fromkeys([collection.root, *(each.files[0].parent for marked in found.values() for each in marked)])
    labels = read_labels([*folders, collection.root.absolute().parent], options)
    return ForeignSet(_texts(found, report, options), labels)


def _texts(found: dict[Path | None, list[Marked]], report: FileReport, options: ReadOptions) -> Iterator[ForeignText]:
    for text, marked in found.items():
        if text is None:
            for each in marked:
                yield from _without_text(each, report, options)
            continue
        raw, is_utf8 = content(text)
        if not is_utf8:
            report.ignored.append(f"{text.name}: not UTF-8; read as Windows-1252")
        layers = tuple(_layer(each, each.annotator, report) for each in marked)
        yield ForeignText(text.stem, raw, layers, across_lines=True, file=text.name)


def _without_text(marked: Marked, report: FileReport, options: ReadOptions) -> Iterator[ForeignText]:
    """Marks on an article that the project has by that name; refused where it has none."""
    path = marked.files[0]
    for name, who in names_in(path.stem):
        article = options.article_called(f"{name}.txt") or options.article_called(name)
        if article is not None:
            layer = _layer(marked, who or path.absolute().parent.name, report)
            yield ForeignText(name, None, (layer,), across_lines=True, identity=article.id)
            return
    report.refused.append(
        Refusal(
            str(path),
            worded("Its text {path}.txt is not beside it; name the folder of the texts (--texts).", path=path.stem),
        )
    )


def _layer(marked: Marked, annotator: str, report: FileReport) -> ForeignLayer:
    words = []
    for path in marked.files:
        read, is_utf8 = content(path)
        words.append(read)
        if not is_utf8:
            report.ignored.append(f"{path.name}: not UTF-8; read as Windows-1252")
    result = read_records("\n".join(words), annotator, marked.files[0].name)
    report.refused.extend(result.refused)
    return result.layer


def recognise(path: Path, head: bytes) -> float:
    """By the suffix; of other files by the first record; of folders by what lies in them."""
    if path.is_dir():
        return 0.8 * any(each.suffix.lower() in SUFFIXES for each in path.rglob("*"))
    if zip_holds(path, *SUFFIXES) is not None:
        return 0.8
    if path.suffix.lower() in SUFFIXES and b"\0" not in head:
        return 0.9
    return 0.6 * (_FIRST_RECORD.match(head) is not None)


# Writing ---------------------------------------------------------------------------------------------


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write a collection in the place of the folder (or zip file) `out`. Raises DiskFull and FileError."""
    leaving = Leaving(records, progress)
    forms = StorageForms()
    names = file_names(leaving.titles())
    annotators = sorted({(each.name, each.id) for whose in leaving.annotators() for each in whose})
    called = file_names([name for name, _ in annotators], [*FILES, UNTAGGED])
    folders = dict(zip(annotators, called, strict=True))
    places = [f"{folder}/{name}" for folder in (*folders.values(), UNTAGGED) for name in names]
    own = [*FILES, *(f"{place}{end}" for place in places for end in (".txt", ".ann"))]

    def fill(folder: Path) -> None:
        described = leaving.texts(lambda span, text: _fitted(span, text, forms))
        for name, text in zip(names, described, strict=True):
            for layer in text.layers or (ForeignLayer(""),):
                place = folder / folders.get((layer.annotator, layer.identity or ""), UNTAGGED)
                place.mkdir(exist_ok=True)
                (place / f"{name}.txt").write_bytes((text.raw or "").encode())
                with (place / f"{name}.ann").open("w", encoding="utf-8", newline="\n") as file:
                    file.writelines(_lines(layer, text.raw or ""))
        for name, each in configuration(forms).items():
            (folder / name).write_text(each, "utf-8", newline="\n")

    sha256 = write_bundle(out, own, fill)
    return Written(str(out), "brat", *leaving.counted, sha256)


def _fitted(span: ForeignSpan, text: str, forms: StorageForms) -> ForeignSpan:
    """The span as brat shows it and gives it back."""
    parts = as_parts(text, _fragments(text, span.parts), across_lines=True)
    shown = {name: value for name, value in span.attributes.items() if value in WORDS.get(name, ())}
    return structs.replace(
        span,
        key=f"T{span.key}",
        label=forms.form(span.label),
        parts=tuple((part.start, part.end) for part in parts),
        attributes=shown,
        references=tuple(
            Reference(each.register, each.key, " ".join(each.name.split()))
            for each in span.references
            if _WORD.fullmatch(each.key)
        ),
        notes=tuple(filter(None, (" ".join(note.split()) for note in span.notes))),
    )


def _fragments(text: str, parts: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """What brat makes of a selection: one fragment a line, without white space at its ends."""
    found: list[tuple[int, int]] = []
    for start, end in parts:
        words = text[start:end]
        if "\n" not in words and not (words[:1].isspace() or words[-1:].isspace()):
            found.append((start, end))
            continue
        lines = [(start + line.start(), start + line.end()) for line in _LINE.finditer(words)]
        trimmed = [_trimmed(text, *line) for line in lines]
        # White space alone has no fragment in brat; its first character stands for it.
        found.extend([each for each in trimmed if each[0] < each[1]] or [(start, start + 1)])
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _lines(layer: ForeignLayer, text: str) -> Iterator[str]:
    attributes = entries = notes = 0
    for span in layer.spans:
        fragments = _fragments(text, span.parts)
        offsets = ";".join(f"{start} {end}" for start, end in fragments)
        words = " ".join(text[start:end] for start, end in fragments)
        yield f"{span.key}\t{span.label} {offsets}\t{words.replace(chr(10), ' ').replace(chr(9), ' ')}\n"
        for name, value in span.attributes.items():
            attributes += 1
            yield f"A{attributes}\t{name} {span.key} {value}\n"
        for each in span.references:
            entries += 1
            yield f"N{entries}\tReference {span.key} {each.register}:{each.key}\t{each.name}\n"
        said = [("AnnotatorNotes", note) for note in span.notes] + ([(OWN_NOTE, span.own)] if span.own else [])
        for kind, note in said:
            notes += 1
            yield f"#{notes}\t{kind} {span.key}\t{note}\n"
    for link in layer.links:
        arguments = " ".join(f"{role}:{key}" for role, key in link.arguments)
        yield f"R{link.key}\t{link.label} {arguments}\n"


register(
    Format(
        name="brat",
        title=worded("brat stand-off (texts with .ann files)"),
        suffixes=(".ann", ".a1", ".a2"),
        loses=LOSES,
        recognise=recognise,
        read=reader(unpacked(describe)),
        write=write,
        labels=lister(unpacked(describe)),
        gathers=SUFFIXES,
        saved_as=".zip",
    )
)
