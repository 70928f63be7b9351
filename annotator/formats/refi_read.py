"""A REFI-QDA project of any program, described in neutral terms.

Used by `refi_qda`. The project is read twice, element by element: first users, codes, cases, notes and links, then
the sources one by one. Real files have their habits: entries beside the sources, capitals, ids in braces, times
without zone, empty plain texts beside styled ones; what is left aside is said in the report. No entity is ever
expanded, nothing outside the archive opened.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import structs

from annotator.errors import InvalidSet, UnreadableArticle
from annotator.formats import FileReport, ReadOptions, Refusal, StyledText
from annotator.formats.foreign.description import ForeignLayer, ForeignSet, ForeignText
from annotator.formats.refi_codes import ORIGIN, Codes, plain_guid
from annotator.formats.refi_folder import LOOSE, Entries, unzipped
from annotator.formats.refi_selections import Layers
from annotator.formats.refi_write import CONTINUES, DESCRIPTIONS, OWN_ENTRY, SPEAKER, SPEAKER_KIND, TOPIC
from annotator.formats.zip_package import opened
from annotator.records import SpeakerRecord
from annotator.sentences import worded

if TYPE_CHECKING:
    from lxml.etree import _Element

_SOURCES = ("TextSource", "PDFSource", "PictureSource", "AudioSource", "VideoSource")
_KINDS = ("person", "organisation", "group", "unnamed")


def project_entry(path: Path) -> str | None:
    """The name of the project's entry in an archive; None where it is no such archive."""
    try:
        with opened(path, FileReport("", "")) as package:
            return _entry(package)
    except InvalidSet:
        return None


def _opened(path: Path, report: FileReport) -> AbstractContextManager[Entries]:
    """The files of an archive, or of a project that lies outside its archive."""
    return unzipped(path) if path.suffix.lower() == LOOSE else opened(path, report)


def _entry(package: Entries) -> str | None:
    projects = [name for name in package.names if name.lower().endswith(".qde") and "__MACOSX" not in name]
    return min(projects, key=lambda name: name.count("/"), default=None)


def describe(path: Path, report: FileReport, options: ReadOptions) -> ForeignSet:
    """The set in a project. Raises FileError."""
    with _opened(path, report) as package:
        name = _entry(package)
        if name is None:
            raise InvalidSet(worded("There is no project (.qde) in this archive."), where=str(path))
        project = Project(path, package.read(name), package, report, options.styled_text)
    return ForeignSet(project.texts(), project.codes.topics, project.speakers, codebook=True)


class Project:
    """What a project says outside its sources. report: takes what is left aside."""

    def __init__(self, path: Path, data: bytes, package: Entries, report: FileReport, styled_text: StyledText) -> None:
        self._path = path
        self._styled_text = styled_text
        self._data = data
        self._report = report
        self._entries = {name.rpartition("/")[2].lower(): name for name in package.names}
        self.own = False
        self.users: dict[str, str] = {}
        self.notes: dict[str, str] = {}
        self.cases: dict[str, str] = {}  # guid -> name
        self.cases_of: dict[str, list[str]] = {}  # guid of a selection -> guids of cases
        self.links: dict[str, list[tuple[str, str]]] = {}  # guid of the origin -> name and guid of the target
        self.next_part: dict[str, str] = {}  # guid of a selection -> that of the one that goes on
        self.speakers: dict[str, SpeakerRecord] = {}
        self._variables: dict[str, str] = {}
        self._left: Counter[str] = Counter()
        codes: _Element | None = None
        for section, element in self._elements():
            if section == "CodeBook" and local(element) == "Codes":
                codes = element
            else:
                self._take(section, element, package)
        self.own_lines = self._own_lines(package) if self.own else {}
        own_ids = {key.removeprefix(TOPIC): name for key, name in self.own_lines.items() if key.startswith(TOPIC)}
        self.codes = Codes(codes, own_ids if self.own else None)
        for identity, speaker in self.speakers.items():
            own_id = self.own_lines.get(SPEAKER + identity, identity)
            self.speakers[identity] = structs.replace(speaker, id=own_id)
        report.ignored.extend(f"{path.name}: {said}" for said in self.codes.said)

    def _elements(self) -> Iterator[tuple[str, _Element]]:
        """The children of the project's sections with the names of these; each is emptied afterwards."""
        from lxml import etree

        try:
            events = etree.iterparse(
                io.BytesIO(self._data), events=("end",), resolve_entities=False, no_network=True, load_dtd=False,
                remove_comments=True, remove_pis=True,
            )  # fmt: skip
            for _, element in events:
                parent = element.getparent()
                if parent is None or parent.getparent() is None or parent.getparent().getparent() is not None:
                    continue
                if element.getroottree().docinfo.doctype:
                    raise InvalidSet(
                        worded("Its project defines document types or entities, which none does."),
                        where=str(self._path),
                    )
                root = parent.getparent()
                self.own = (root.get("origin") or "").startswith(ORIGIN)
                yield local(parent), element
                if local(element) != "Codes":
                    element.clear()
                    while element.getprevious() is not None:
                        del parent[0]
        except (etree.XMLSyntaxError, ValueError) as error:
            raise InvalidSet(
                worded("Its project is no valid XML: {error}.", error=error), where=str(self._path)
            ) from error

    def _take(self, section: str, element: _Element, package: Entries) -> None:
        identity, name = plain_guid(element.get("guid")), element.get("name") or ""
        match section, local(element):
            case "Users", "User":
                self.users[identity] = name or element.get("id") or identity
            case "Variables", "Variable":
                self._variables[identity] = name
            case "Cases", "Case":
                self._take_case(identity, name, element)
            case "Notes", "Note":
                words = (self.plain_text(element, package) or "").strip("\ufeff")
                self.notes[identity] = f"{name}\n{words}" if name and not words.startswith(name) else words
            case "Links", "Link":
                self._take_link(element, name)
            case "Sources", _:
                pass
            case _, kind:
                self._left[kind] += 1

    def _take_case(self, identity: str, name: str, element: _Element) -> None:
        self.cases[identity] = name
        for each in children(element, "SelectionRef"):
            self.cases_of.setdefault(plain_guid(each.get("targetGUID")), []).append(identity)
        if self.own:
            kind: Any = self.values_of(element).get(SPEAKER_KIND)
            note = "".join(words_of(each) for each in children(element, "Description"))
            self.speakers[identity] = SpeakerRecord(identity, name, kind if kind in _KINDS else "person", note=note)

    def _take_link(self, element: _Element, name: str) -> None:
        origin, target = plain_guid(element.get("originGUID")), plain_guid(element.get("targetGUID"))
        if self.own and name == CONTINUES:
            self.next_part[origin] = target
        else:
            self.links.setdefault(origin, []).append((name, target))

    def _own_lines(self, package: Entries) -> dict[str, str]:
        """What this program wrote of each mark by the GUID of its selection, and ids that are no GUIDs."""
        if OWN_ENTRY not in package.names:
            return {}
        lines = package.read(OWN_ENTRY).decode("utf-8", "replace").split("\n")
        return dict(line.split("\t", 1) for line in lines if "\t" in line)

    def values_of(self, element: _Element) -> dict[str, str]:
        """The values of variables in a case or source, by the variable's name."""
        found: dict[str, str] = {}
        for value in children(element, "VariableValue"):
            reference, *rest = [*value, None]
            name = self._variables.get(plain_guid(reference.get("targetGUID")), "") if reference is not None else ""
            if name and rest[0] is not None:
                found[name] = words_of(rest[0])
        return found

    def plain_text(self, element: _Element, package: Entries) -> str | None:
        """The plain text of a source or note, as it is; None where there is none in the archive."""
        for each in children(element, "PlainTextContent"):
            return words_of(each)
        # Some programs leave the scheme or the folder away, or write them their own way: the file's name decides.
        wanted = (element.get("plainTextPath") or "").rpartition("/")[2].lower()
        found = self._entries.get(wanted) if wanted else None
        return None if found is None else decoded(package.read(found))

    # Sources ----------------------------------------------------------------------------------------

    def texts(self) -> Iterator[ForeignText]:
        """The sources that have a text, one by one; others go into the report."""
        with _opened(self._path, FileReport("", "")) as package:
            for section, element in self._elements():
                if section == "Sources" and local(element) in _SOURCES:
                    yield from self._texts_in(element, package)
        for kind, count in (+self._left).items():
            self._report.ignored.append(f"{self._path.name}: no place for {kind} ({count})")

    def _texts_in(self, element: _Element, package: Entries) -> Iterator[ForeignText]:
        name = element.get("name") or plain_guid(element.get("guid"))
        if local(element) == "TextSource":
            yield from self._text(name, element, package)
            return
        for kind in ("PDFSelection", "PictureSelection", "AudioSelection", "VideoSelection", "Transcript"):
            self._left[kind] += sum(1 for _ in children(element, kind))
        described = [*children(element, "Representation"), *children(element, "TextDescription")]
        if not described and local(element) == "PDFSource":
            described = [element]
        if not described:
            reason = worded("It is a {kind} without a plain text, which cannot be read.", kind=local(element))
            self._report.refused.append(Refusal(f"{self._path.name}: {name}", reason))
        for each in described:
            yield from self._text(name, each, package)

    def _text(self, name: str, element: _Element, package: Entries) -> Iterator[ForeignText]:
        raw, reason = self.plain_text(element, package), ""
        derived = raw is None or not raw.strip("\ufeff \r\n\t")
        if derived:
            raw, reason = self._styled(name, element, package, missing=raw is None)
        if not raw:
            self._refuse_empty(name, element, reason)
            return
        layers = Layers(self, element, raw, f"{self._path.name}: {name}")
        values = self.values_of(element)
        self._left.update(layers.left)
        self._report.refused.extend(layers.refused)
        about: dict[str, Any] = {key: values.pop(key) for key in DESCRIPTIONS if self.own and key in values}
        yield ForeignText(
            name=name,
            raw=raw,
            layers=tuple(layers.described()) or (ForeignLayer(""),),
            identity=plain_guid(element.get("guid")) if self.own else None,
            derived=derived,
            title=name,
            meta=dict(values),
            **about,
        )

    def _styled(self, name: str, element: _Element, package: Entries, *, missing: bool) -> tuple[str | None, str]:
        """The text of the styled file of a source, or why there is none."""
        file = next(filter(None, (element.get(key) for key in ("richTextPath", "path"))), "").rpartition("/")[2]
        entry = self._entries.get(file.lower())
        if not file:
            return None, worded("Its text is not in the archive; export it with its documents.") if missing else worded(
                "It is empty."
            )
        if entry is None:
            return None, worded(
                "Neither a plain text nor {file} is in the archive; export the project with its documents.", file=file
            )
        try:
            found = self._styled_text(file, package.read(entry))
        except UnreadableArticle as error:
            return None, f"It has no plain text, and in {file} there is none: {error.reason}"
        if found is None:
            return None, worded("It has no plain text beside {file}; add that file as an article.", file=file)
        said = "its text is that of the styled file, and marks without words beside them are in doubt"
        self._report.ignored.append(f"{name}: no plain text beside {file}; {said}")
        return found, ""

    def _refuse_empty(self, name: str, element: _Element, reason: str) -> None:
        selections = sum(1 for _ in children(element, "PlainTextSelection"))
        reason = (
            worded("{reason} ({selections} selections were left out).", reason=reason[:-1], selections=selections)
            if selections
            else reason
        )
        self._report.refused.append(Refusal(f"{self._path.name}: {name}", reason))


def local(element: _Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: _Element, name: str) -> Iterator[_Element]:
    """The children of that name."""
    return (each for each in element if local(each) == name)


def words_of(element: _Element) -> str:
    """All text in an element."""
    return "".join(map(str, element.itertext()))


def decoded(data: bytes) -> str:
    """The text of an entry: UTF-8 with its byte order mark, UTF-16, or else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
