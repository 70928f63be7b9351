"""What merging a copy of the project would do: for each thing that differs, which version goes on.

Used by `merging.py` only. A version that the other copy knows from its own past is older than what became
of it there; where each copy has something that the other never saw, it was changed on both sides: a
conflict, which a person decides. Nothing here writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from annotator.model.tables import TABLES
from annotator.store.journal import OWNER
from annotator.store.lineage import DELETED, Key, Lineage, Thing, version_of

AT_A_TIME = 500
Side = Literal["here", "there"]
Verdict = Literal["same", "here", "there", "conflict"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A thing that was changed on both sides; empty where it was deleted. used: it stays, since work uses it."""

    key: Key
    here: Thing
    there: Thing
    used: bool = False


@dataclass(slots=True)
class MergePlan:
    """taken: what goes on as it is in the copy, empty for what is deleted. only_here, changed_here: what
    goes on as it is here, though the copy differs. known: versions of the copy that are settled with this merge.
    """

    here: dict[Key, Thing]
    there: dict[Key, Thing]
    taken: dict[Key, Thing] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    kept: set[Key] = field(default_factory=set)
    known: dict[Key, set[str]] = field(default_factory=dict)


def plan_merge(
    here: Lineage, there: Lineage, choices: Mapping[Key, Side], report: Callable[[int, int], None]
) -> MergePlan:
    """Decide. choices: how a person decided conflicts; the others stay as they are here.

    report: told how many things of how many are looked at; may raise Cancelled.
    """
    keys = here.touched | there.touched
    plan = MergePlan(here.things(keys), there.things(keys))
    # In one order, so that the report is the same whichever copy is which.
    for done, key in enumerate(sorted(keys, key=lambda key: (key[0], [str(part) for part in key[1]]))):
        if done % AT_A_TIME == 0:
            report(done, len(keys))
        mine, theirs = plan.here.get(key, {}), plan.there.get(key, {})
        verdict = _verdict(here, there, key, mine, theirs)
        if verdict == "conflict":
            chosen = choices.get(key)
            if chosen is None:
                plan.conflicts.append(Conflict(key, mine, theirs))
                continue
            verdict = chosen
            plan.known[key] = there.versions(key, theirs)
        if verdict == "there":
            plan.taken[key] = theirs
            plan.known.setdefault(key, there.past(key, theirs))
        elif verdict == "here":
            plan.kept.add(key)
    _keep_whole(plan)
    return plan


def _verdict(here: Lineage, there: Lineage, key: Key, mine: Thing, theirs: Thing) -> Verdict:
    if not mine and not theirs:
        return "same"
    # The common case by far: new in one copy, and never heard of in the other.
    if not mine and not here.ever(key):
        return "there"
    if not theirs and not there.ever(key):
        return "here"
    if mine and theirs and version_of(mine) == version_of(theirs):
        return "same"
    older_here = _known(there, key, mine, theirs)
    older_there = _known(here, key, theirs, mine)
    if older_here == older_there:
        return "conflict"
    return "there" if older_here else "here"


def _known(other: Lineage, key: Key, thing: Thing, others: Thing) -> bool:
    """Whether what one copy has is something that the other had before: then the other went on from there."""
    return (version_of(thing) if thing else DELETED) in other.versions(key, others)


def _keep_whole(plan: MergePlan) -> None:
    """What is taken must find what it refers to, and what is used here must not go."""
    while True:
        missing = {target for thing in plan.taken.values() for target in references(thing) if _gone(plan, target)}
        staying = (plan.taken.get(key, thing) for key, thing in plan.here.items())
        used = {target for thing in staying for target in references(thing)}
        needed = {key for key, thing in plan.taken.items() if not thing and key in used}
        for key in missing:
            if plan.there.get(key):
                plan.taken[key] = plan.there[key]
                plan.kept.discard(key)
        for key in needed:
            plan.conflicts.append(Conflict(key, plan.here[key], plan.taken.pop(key), used=True))
            plan.known.pop(key, None)
        if not needed and not any(plan.there.get(key) for key in missing):
            return


def _gone(plan: MergePlan, key: Key) -> bool:
    if key in plan.taken:
        return not plan.taken[key]
    return key not in plan.here and key in plan.there


def references(thing: Thing) -> Iterator[Key]:
    """The other nouns without which the thing's rows cannot be."""
    for (name, _), row in thing.items():
        for key in TABLES[name].foreign_keys:
            target = key.column.table
            owner = OWNER.get(name) == target.name and key.parent.name == f"{target.name}_id"
            value = row[key.parent.name]
            if value is not None and not owner and key.column.primary_key and len(target.primary_key.columns) == 1:
                yield target.name, (value,)
