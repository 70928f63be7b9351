"""The coded selections of one source of a REFI-QDA project, as layers of labelled spans.

Used by `refi_read`. In projects of this program a selection is one span, whose code says what it is, and further
codes what is said about it; in those of others each code of a selection is a span of its own. Selections that
nobody coded are kept as notes on the article where somebody noted something.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Protocol

from annotator.formats import Refusal
from annotator.formats.codebook_qdc import code_id
from annotator.formats.foreign.description import ForeignLayer, ForeignLink, ForeignSpan, Reference
from annotator.formats.foreign.moments import moment_of
from annotator.formats.foreign.register import SPEAKERS, TOPICS
from annotator.formats.refi_codes import Codes, plain_guid
from annotator.sentences import in_quotes, worded

if TYPE_CHECKING:
    from lxml.etree import _Element

UNKNOWN = "Unknown"
"""The annotator of selections whose project names nobody."""

CASES = "Case"
"""The register of another program's cases."""

_CUT = ("…", "...")


class Surroundings(Protocol):
    """What a project says of selections outside their source."""

    own: bool
    codes: Codes
    users: dict[str, str]
    notes: dict[str, str]
    cases: dict[str, str]
    cases_of: dict[str, list[str]]
    links: dict[str, list[tuple[str, str]]]
    next_part: dict[str, str]
    own_lines: dict[str, str]


class Layers:
    """The layers of one source. left: what has no place, counted; refused: what cannot be read."""

    def __init__(self, project: Surroundings, source: _Element, raw: str, where: str) -> None:
        self._project = project
        self._raw = raw
        self._where = where
        self._plain = " ".join(raw.split())
        self.left: Counter[str] = Counter()
        self.refused: list[Refusal] = []
        self._spans: dict[str, list[ForeignSpan]] = {}
        self._notes: dict[str, list[str]] = {}
        self._links: dict[str, list[ForeignLink]] = {}
        self._user_of: dict[str, str] = {}  # key of a span -> guid of its user
        selections = {plain_guid(each.get("guid")): each for each in source if _local(each) == "PlainTextSelection"}
        parts = set(project.next_part.values())
        for identity, element in selections.items():
            if identity not in parts:
                self._selection(identity, element, [identity, *self._following(identity, selections)], selections)
        whole = [each for each in source if _local(each) == "Coding"]
        self._coded(f"{plain_guid(source.get('guid'))} whole", source, whole, ((0, len(raw)),), (raw,), [])
        notes = [note for each in source if _local(each) == "NoteRef" if (note := self._note(each))]
        if notes:
            self._notes.setdefault(plain_guid(source.get("creatingUser")), []).extend(notes)
        self._tie(selections)

    def described(self) -> Iterator[ForeignLayer]:
        """One layer an annotator."""
        for user in dict.fromkeys([*self._spans, *self._notes]):
            name = self._project.users.get(user) or UNKNOWN
            spans, links = tuple(self._spans.get(user, ())), tuple(self._links.get(user, ()))
            yield ForeignLayer(name, spans, links, tuple(self._notes.get(user, ())))

    def _following(self, identity: str, selections: dict[str, _Element]) -> Iterator[str]:
        """The selections that go on with a mark of several parts."""
        seen = {identity}
        at = self._project.next_part.get(identity)
        while at in selections and at not in seen:
            seen.add(at)
            yield at
            at = self._project.next_part.get(at)

    def _selection(
        self, identity: str, element: _Element, identities: list[str], selections: dict[str, _Element]
    ) -> None:
        parts = []
        for each in identities:
            start, end = (_number(selections[each].get(name)) for name in ("startPosition", "endPosition"))
            if start is None or end is None:
                self.refused.append(
                    Refusal(self._where, worded("The selection {identity} has no positions.", identity=identity))
                )
                return
            parts.append((start, end))
        quotes = self._quotes(parts, [selections[each].get("name") or "" for each in identities])
        codings = [each for each in element if _local(each) == "Coding"]
        noted = [ref for each in (element, *codings) for ref in each if _local(ref) == "NoteRef"]
        notes = [note for each in noted if (note := self._note(each))]
        linked = [target for _, target in self._project.links.get(identity, ())]
        notes += [self._project.notes[each] for each in linked if each in self._project.notes]
        if not self._project.own:
            notes += ["".join(map(str, each.itertext())) for each in element if _local(each) == "Description"]
        self._coded(identity, element, codings, tuple(parts), quotes, notes)

    def _coded(
        self,
        identity: str,
        element: _Element,
        codings: list[_Element],
        parts: tuple[tuple[int, int], ...],
        quotes: tuple[str, ...],
        notes: list[str],
    ) -> None:
        """The spans of a selection or a whole source with its codings, each of who coded, not of who selected."""
        selector = plain_guid(element.get("creatingUser"))
        coded = [
            (code_id(ref.get("targetGUID")), plain_guid(each.get("creatingUser")) or selector)
            for each in codings
            for ref in each
            if _local(ref) == "CodeRef"
        ]
        codes = [code for code, _ in coded]
        user = next(filter(None, (user for _, user in coded)), selector)
        if not codes:
            if notes:
                words = "".join(quotes)[:60]
                self._notes.setdefault(user, []).extend(f"{in_quotes(words)}: {note}" for note in notes)
            elif _local(element) == "PlainTextSelection":
                self.left["selections without a code"] += 1
            return
        common: dict[str, Any] = {
            "parts": parts,
            "quotes": quotes,
            "created": moment_of(element.get("creationDateTime")),
            "updated": moment_of(element.get("modifiedDateTime")),
            "where": self._where,
            "own": self._project.own_lines.get(identity),
        }
        kind = next((self._project.codes.kinds[code] for code in codes if code in self._project.codes.kinds), None)
        if kind is not None:
            self._put(user, self._own_span(identity, kind, codes, tuple(notes), common))
            return
        cases = tuple(
            Reference(CASES, each, self._project.cases[each]) for each in self._project.cases_of.get(identity, ())
        )
        for number, (code, coder) in enumerate(coded):
            label = self._project.codes.labels.get(code)
            if label is None:
                reason = worded("The code {code} of a selection is not in the codebook.", code=code)
                self.refused.append(Refusal(self._where, reason))
                continue
            key = identity if number == 0 else f"{identity} {number}"
            said = tuple(notes) if number == 0 else ()
            self._put(coder, ForeignSpan(key=key, label=label, references=cases, notes=said, **common))

    def _own_span(
        self, identity: str, kind: str, codes: list[str], notes: tuple[str, ...], common: dict[str, Any]
    ) -> ForeignSpan:
        """A span that this program wrote, with its words, topics and speakers."""
        known = self._project.codes
        references = [
            Reference(TOPICS, code, known.labels.get(code, ""))
            for code in codes
            if code not in known.kinds and code not in known.attributes
        ]
        speakers = self._project.cases_of.get(identity, [])
        linked = [each for _, each in self._project.links.get(identity, ()) if each in self._project.cases]
        speakers = [*speakers, *linked]
        references += [Reference(SPEAKERS, each, self._project.cases[each]) for each in speakers]
        attributes = dict(known.attributes[code] for code in codes if code in known.attributes)
        return ForeignSpan(identity, kind, attributes=attributes, references=tuple(references), notes=notes, **common)

    def _put(self, user: str, span: ForeignSpan) -> None:
        self._spans.setdefault(user, []).append(span)
        self._user_of[span.key] = user

    def _tie(self, selections: dict[str, _Element]) -> None:
        """Links between selections of one annotator as relations; others are counted."""
        for origin in selections:
            for number, (name, target) in enumerate(self._project.links.get(origin, ())):
                if target in self._project.notes or target in self._project.cases:
                    continue
                user = self._user_of.get(origin)
                if user is None or self._user_of.get(target) != user:
                    self.left[f"the link “{name}”"] += 1
                    continue
                ends = (("Arg1", origin), ("Arg2", target))
                link = ForeignLink(f"{origin} {number}", name or "link", ends, where=self._where)
                self._links.setdefault(user, []).append(link)

    def _note(self, reference: _Element) -> str:
        return self._project.notes.get(plain_guid(reference.get("targetGUID")), "")

    def _quotes(self, parts: list[tuple[int, int]], names: list[str]) -> tuple[str, ...]:
        """The words of a selection, where its name holds them: names may be cut short, or anything else."""
        if self._project.own:
            words = [self._raw[start:end] for start, end in parts]
            fit = all(word.startswith(name.removesuffix("…")) for word, name in zip(words, names, strict=True))
            return tuple(words if fit else names)
        if any(not name.strip() or name.endswith(_CUT) or " ".join(name.split()) not in self._plain for name in names):
            return ()
        return tuple(names)


def _local(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _number(text: str | None) -> int | None:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
