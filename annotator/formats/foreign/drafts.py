"""From labelled spans and relations of one layer to marks in the making: which words make which claim.

Called by the translator. An event with content is a claim with its cue and its sources; a relation between a
claim and a mention gives it a speaker; what stands alone is a claim, a mention or a passage by itself.
Nothing is dropped: what finds no place is listed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from annotator.formats.foreign.description import ForeignLayer, ForeignLink, Reference
from annotator.formats.foreign.labels import Meanings, plain, role_of
from annotator.formats.foreign.placing import WORST_LAST, Placed
from annotator.records import Part, Role
from annotator.text import Status

# Events that say no more than what a claim is anyway; others keep their name among the claim's fields.
PLAIN_EVENTS = frozenset({"attribution", "claim", "cue", "quotation", "quote", "statement"})


@dataclass(slots=True)
class Draft:
    """A mark in the making. said: (role, key of a mention's span). spans: all that went into it."""

    kind: Literal["claim", "mention", "passage"]
    label: str
    spans: list[Placed]
    parts: tuple[Part, ...] = ()
    cue: tuple[Part, ...] = ()
    said: list[tuple[Role, str]] = field(default_factory=list)
    attributes: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The key of the span that it is made of in the first place."""
        return self.spans[0].span.key

    @property
    def status(self) -> Status:
        """The least sure of all that went into it."""
        return max((each.status for each in self.spans), key=WORST_LAST.index)


@dataclass(slots=True)
class Drafts:
    """What became of one layer. dangling: (where, key that names nothing). The counts are of labels.

    remarks: notes and attributes of relations that became nothing.
    """

    marks: list[Draft] = field(default_factory=list)
    unmapped: Counter[str] = field(default_factory=Counter)
    ignored: Counter[str] = field(default_factory=Counter)
    dangling: list[tuple[str, str]] = field(default_factory=list)
    unplaced: list[Placed] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def drafts_of(layer: ForeignLayer, spans: list[Placed], meanings: Meanings) -> Drafts:
    """The marks of a layer. spans: its spans where they stand, in its order."""
    return _Drafting(layer, spans, meanings).result()


class _Drafting:
    """The work on one layer: events first, then what stands alone, then relations between these."""

    def __init__(self, layer: ForeignLayer, spans: list[Placed], meanings: Meanings) -> None:
        self._layer = layer
        self._spans = {each.span.key: each for each in spans}
        self._events = {link.key: link for link in layer.links if link.trigger is not None}
        self._meanings = meanings
        self._found = Drafts()
        self._used: set[str] = set()
        self._events_left: defaultdict[str, list[ForeignLink]] = defaultdict(list)  # key of a trigger -> events
        self._claims: defaultdict[str, list[Draft]] = defaultdict(list)  # key of a content -> its claims

    def result(self) -> Drafts:
        for link in self._layer.links:
            if link.trigger is not None:
                self._take_event(link)
        cued = {key for link in self._layer.links if link.trigger is None for key in self._cues_of(link)}
        for placed in self._spans.values():
            if placed.span.key not in self._used and placed.span.key not in cued:
                self._take_alone(placed)
        for link in self._layer.links:
            if link.trigger is None:
                self._take_relation(link)
        return self._found

    # Events -----------------------------------------------------------------------------------------

    def _take_event(self, event: ForeignLink) -> None:
        if self._meanings.asked(event.label) == "ignore":
            self._found.ignored[event.label] += 1
            return
        kinds: defaultdict[str, list[tuple[str, Placed]]] = defaultdict(list)
        for role, key in event.arguments:
            target = self._target(key)
            if target is None:
                self._found.dangling.append((event.where, key))
            else:
                kinds[self._meanings.of_argument(role, target.span.label)].append((role, target))
        trigger = self._target(event.trigger or "")
        contents = [target for _, target in kinds["claim"] if target.parts]
        if not contents and trigger is not None and self._meanings.asked(event.label) == "claim" and trigger.parts:
            contents = [trigger]
        if not contents:
            self._found.unmapped[event.label] += 1
            self._events_left[event.trigger or ""].append(event)
            return
        cues = [target for _, target in kinds["cue"]] or [each for each in (trigger,) if each and each not in contents]
        members = [*contents, *(each for each in cues if each not in contents)]
        draft = self._claim(event.label, members, contents, cues)
        if trigger is not None:
            self._used.add(trigger.span.key)
            if trigger not in members:
                _gather(draft, [trigger])
        if plain(event.label) not in PLAIN_EVENTS:
            draft.attributes.setdefault("label", event.label)
        draft.attributes.update(event.attributes)
        draft.notes.extend(event.notes)
        draft.said.extend((role_of(role), target.span.key) for role, target in kinds["mention"])
        for role, _ in kinds["passage"]:
            self._found.unmapped[f"{event.label} {role}"] += 1

    def _claim(self, label: str, members: list[Placed], contents: list[Placed], cues: list[Placed]) -> Draft:
        draft = Draft("claim", label, members)
        draft.parts = joined(part for each in contents for part in each.parts)
        draft.cue = joined(part for each in cues for part in each.parts)
        _gather(draft, members)
        self._used.update(each.span.key for each in members)
        for each in contents:
            self._claims[each.span.key].append(draft)
        self._found.marks.append(draft)
        return draft

    def _target(self, key: str) -> Placed | None:
        """The span of that key; of an event, the span that triggers it."""
        if key in self._events:
            key = self._events[key].trigger or ""
        return self._spans.get(key)

    # What stands alone ------------------------------------------------------------------------------

    def _take_alone(self, placed: Placed) -> None:
        kind = self._meanings.of_span(placed.span.label)
        if kind == "ignore":
            self._found.ignored[placed.span.label] += 1
        elif not placed.parts:
            self._found.unplaced.append(placed)
        elif kind == "claim":
            self._claim(placed.span.label, [placed], [placed], [])
        else:
            draft = Draft("mention" if kind == "mention" else "passage", placed.span.label, [placed], placed.parts)
            _gather(draft, [placed])
            for event in self._events_left[placed.span.key]:
                draft.attributes.update(event.attributes)
                draft.notes.extend(event.notes)
            self._found.marks.append(draft)

    # Relations --------------------------------------------------------------------------------------

    def _kind(self, key: str) -> str:
        target = self._target(key)
        return "" if target is None else self._meanings.of_span(target.span.label)

    def _cues_of(self, link: ForeignLink) -> list[str]:
        """The keys of cues that a relation ties to a claim."""
        kinds = {self._kind(key): key for _, key in link.arguments}
        asked = self._meanings.asked(link.label)
        return [kinds["cue"]] if asked != "ignore" and kinds.keys() == {"claim", "cue"} else []

    def _take_relation(self, link: ForeignLink) -> None:
        if self._meanings.asked(link.label) == "ignore":
            self._found.ignored[link.label] += 1
            return
        ends = {self._kind(key): key for _, key in link.arguments}
        missing = [key for _, key in link.arguments if self._target(key) is None]
        if missing:
            self._found.dangling.extend((link.where, key) for key in missing)
            return
        claims = self._claims.get(ends.get("claim", ""), [])
        other = next((kind for kind in ends if kind != "claim"), "")
        target = self._target(ends.get(other, ""))
        if len(link.arguments) != 2 or not claims or target is None or other not in ("mention", "cue"):
            self._found.unmapped[link.label] += 1
            self._found.remarks.extend(f"{link.label}: {note}" for note in link.notes)
            self._found.remarks.extend(f"{link.label}, {name}: {value}" for name, value in link.attributes.items())
            for key in self._cues_of(link):
                self._take_alone(self._spans[key])
            return
        for draft in claims:
            if other == "mention":
                draft.said.append((role_of(link.label), target.span.key))
            else:
                draft.cue = joined([*draft.cue, *target.parts])
                draft.spans.append(target)
                _gather(draft, [target])
            draft.attributes.update(link.attributes)
            draft.notes.extend(link.notes)


def _gather(draft: Draft, members: Iterable[Placed]) -> None:
    """Attributes, notes and references of spans that went into a mark; of two values of one name both stay."""
    for each in members:
        for name, value in each.span.attributes.items():
            taken = draft.attributes.get(name, value) != value
            draft.attributes[f"{each.span.label} {name}" if taken else name] = value
        draft.notes.extend(each.span.notes)
        draft.references.extend(each.span.references)


def joined(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Parts in the order of the text, those that overlap made one."""
    made: list[Part] = []
    for part in sorted(parts, key=lambda each: (each.start, each.end)):
        if made and part.start < made[-1].end:
            before = made[-1]
            if part.end > before.end:
                quote = before.quote + part.quote[before.end - part.start :]
                made[-1] = Part(before.start, part.end, quote)
        else:
            made.append(part)
    return tuple(made)
