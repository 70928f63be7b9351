"""Copies of the project become one: what only the other has, and what was changed only there, is taken in.

Called by `annotator merge` and by the window. Ids decide what is the same thing. The copy is read through a
copy of its own, so that nothing in it changes. All of a merge is one step of undo. What was changed on both
sides is never decided silently: it stays as it is here and is named in the report, unless a choice is given.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct, field
from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.actions.articles import Report, quiet
from annotator.actions.exchange import export_set
from annotator.actions.merge_plan import Conflict, MergePlan, Side, plan_merge
from annotator.actions.merge_words import SideBySide, kind_of_thing, names_of, side_by_side, title_of
from annotator.actions.merged_places import carry_over_marks, fit_marks
from annotator.errors import AnotherProject, FileError, NewerProject, ProjectError
from annotator.formats import FileReport, Refusal
from annotator.model import Annotator
from annotator.sentences import worded
from annotator.store import Store
from annotator.store import backup as copies
from annotator.store.database import is_url
from annotator.store.engine import project_path
from annotator.store.lineage import MERGED, Key, Lineage, shared_steps
from annotator.store.patch import Replacement, replace_rows

PLURALS = {"article": "articles", "annotator": "annotators", "topic": "topics", "speaker": "speakers"} | {
    "claim": "claims", "mention": "mentions", "passage": "passages"
}  # fmt: skip


class OpenConflict(Struct, frozen=True):
    """Something that was changed on both sides and that a person has to decide.

    key: what a choice names it by. kind: the word for it. title: what it is known by. sides: in what the
    two differ. deleted: the side on which it is not there any more. used: it was deleted in the copy but is
    used here, so there is nothing to choose.
    """

    key: str
    kind: str
    title: str
    sides: list[SideBySide]
    deleted: Side | None = None
    used: bool = False


class MergeReport(FileReport):
    """What became of one copy. The counts of nouns are of what was taken in, new or changed.

    only_here, only_there: things that one copy alone has. changed_here, changed_there: those changed in one
    copy only. removed: deleted there and now here too. open: the conflicts, for choosing. instead: it is no copy,
    but its tags can be taken in as an annotation set; see `set_of_other`.
    """

    only_here: int = 0
    only_there: int = 0
    changed_here: int = 0
    changed_there: int = 0
    removed: int = 0
    open: list[OpenConflict] = field(default_factory=list)
    instead: bool = False


def merge_copies(
    store: Store,
    others: Sequence[str | Path],
    *,
    choices: Mapping[str, Side] | None = None,
    same_people: Collection[str] = (),
    dry_run: bool = False,
    by: str | None = None,
    origin: object = None,
    report: Report = quiet,
) -> list[MergeReport]:
    """Take in copies of this project, each as one step; those that are none are refused in the report.

    choices: key of a conflict -> the side to go on with. same_people: names of annotators who are the same
    person in both copies, though each copy gave them an id of its own. dry_run: report only.
    """
    decided = {_key_from(key): side for key, side in (choices or {}).items()}
    reports = []
    for number, other in enumerate(others):
        outcome = MergeReport(str(other), "project")
        name = Path(str(other)).name
        report(number, len(others), name)
        try:
            with _opened(store, other) as copy:
                merging = _Merging(store, copy, outcome, decided, set(same_people), report)
                if dry_run:
                    with store.read() as session:
                        merging.plan(session)
                else:
                    with store.change(worded("Merge the copy {name}", name=name), by=by, origin=origin) as session:
                        merging.run(session)
        except (ProjectError, FileError) as error:
            reason = error.reason if isinstance(error, FileError) else str(error)
            if isinstance(error, NewerProject):
                reason = worded(
                    "{reason} Or have its tags exported there as an annotation set, and import that here.",
                    reason=reason,
                )
            instead = isinstance(error, AnotherProject)
            outcome = MergeReport(str(other), "project", refused=[Refusal(str(other), reason)], instead=instead)
        reports.append(outcome)
    return reports


def set_of_other(store: Store, other: str | Path, folder: Path) -> Path:
    """The tags of another project as an annotation set in the folder, to be imported here. Raises ProjectError."""
    with _read(store, other) as (there, place):
        out = folder / f"{Path(place).stem}.jsonl"
        export_set(there, out)
    return out


@contextmanager
def _opened(store: Store, other: str | Path) -> Iterator[Store]:
    """The copy, open. Raises AnotherProject."""
    with _read(store, other) as (there, place):
        if there.project_id != store.project_id:
            raise AnotherProject(
                worded(
                    "{place} is no copy of this project but another one, “{there}”. To take its tags in, export "
                    "them from there as an annotation set and import that here.",
                    place=place,
                    there=there.name,
                )
            )
        yield there


@contextmanager
def _read(store: Store, other: str | Path) -> Iterator[tuple[Store, str]]:
    """Any project, open, and what its place is called. A file is copied first: an older one is brought up to date,
    which must not touch it.
    """
    if is_url(other):
        with Store.open(other, store.annotator) as there:
            yield there, str(other)
        return
    path = project_path(other)
    if store.path is not None and path.exists() and path.samefile(store.path):
        raise ProjectError(worded("{path} is this very project; choose another copy of it.", path=path))
    if not path.is_file():
        raise ProjectError(worded("There is no project at {path}; check the name.", path=path))
    with TemporaryDirectory(prefix="annotator-merge-", ignore_cleanup_errors=True) as folder:
        read = copies.restore(path, Path(folder) / "copy.annotator")
        with Store.open(read, store.annotator) as there:
            yield there, str(path)


class _Merging:
    """One copy on its way in."""

    def __init__(
        self,
        store: Store,
        copy: Store,
        outcome: MergeReport,
        choices: Mapping[Key, Side],
        same_people: set[str],
        report: Report,
    ) -> None:
        """report: told how far it is; Cancelled, raised by it, leaves nothing behind."""
        self._store, self._copy, self._outcome, self._report = store, copy, outcome, report
        self._choices, self._same_people = choices, same_people
        self._people: dict[str, str] = {}

    def plan(self, session: Session) -> MergePlan:
        """Decide and report. session: on the project here."""
        with self._copy.read() as copy:
            since = shared_steps(session, copy)
            here = Lineage(session, since)
            self._report(0, 0, "")
            self._people = here.people | self._namesakes(session, copy, here.people)
            there = Lineage(copy, since, self._people)
            self._report(0, 0, "")
            plan = plan_merge(here, there, self._choices, lambda done, total: self._report(done, total, ""))
            fit_marks(self._store, plan, there, self._outcome)
            self._count(plan, there.count())
            names = names_of(session, copy)
        for conflict in plan.conflicts:
            self._outcome.open.append(_open(conflict, names))
            self._outcome.conflicts.append(_sentence(conflict, names))
        return plan

    def run(self, session: Session) -> None:
        """Decide and write, in the change that `session` belongs to."""
        plan = self.plan(session)
        rows: list[Replacement] = []
        for key, thing in plan.taken.items():
            mine = plan.here.get(key, {})
            rows += [(at[0], mine.get(at), thing.get(at)) for at in dict.fromkeys([*mine, *thing])]
        if not rows and not plan.known:
            return
        replace_rows(session, rows, lambda done: self._report(done, len(rows), ""))
        known = [[key[0], list(key[1]), sorted(versions)] for key, versions in plan.known.items() if versions]
        session.info["recorder"].source = MERGED + json.dumps({"people": self._people, "versions": known})
        carry_over_marks(session, plan, self._outcome)

    def _namesakes(self, session: Session, copy: Session, known: Mapping[str, str]) -> dict[str, str]:
        """Who of the copy has a name that belongs to somebody else here; those that are the same, by id."""
        query = select(Annotator.id, Annotator.name).where(Annotator.kind == "person").order_by(Annotator.id)
        here: dict[str, str] = {}
        for row in session.execute(query):
            here.setdefault(row.name, row.id)
        ids = set(session.execute(select(Annotator.id)).scalars())
        same: dict[str, str] = {}
        for row in copy.execute(query):
            if row.id in ids or row.id in known or row.name not in here:
                continue
            if row.name in self._same_people:
                same[row.id] = here[row.name]
            else:
                self._outcome.namesakes.append(row.name)
        return same

    def _count(self, plan: MergePlan, things: int) -> None:
        outcome = self._outcome
        for key, thing in plan.taken.items():
            if not thing:
                outcome.removed += 1
                continue
            new = key not in plan.here
            outcome.only_there += new
            outcome.changed_there += not new
            if name := PLURALS.get(kind_of_thing(thing)):
                setattr(outcome, name, getattr(outcome, name) + 1)
        for key in plan.kept:
            both = key in plan.here and key in plan.there
            outcome.changed_here += both
            outcome.only_here += key in plan.here and not both
        different = sum(1 for thing in plan.taken.values() if thing)
        different += sum(1 for key in plan.kept if key in plan.there)
        outcome.same = things - different - sum(1 for each in plan.conflicts if each.there)


def _open(conflict: Conflict, names: Mapping[str, str]) -> OpenConflict:
    present = conflict.here or conflict.there
    deleted: Side | None = "here" if not conflict.here else "there" if not conflict.there else None
    sides = side_by_side(conflict.here, conflict.there, names)
    title = title_of(conflict.key, present, names)
    return OpenConflict(_key_text(conflict.key), kind_of_thing(present), title, sides, deleted, conflict.used)


def _sentence(conflict: Conflict, names: Mapping[str, str]) -> str:
    present = conflict.here or conflict.there
    called = f"{kind_of_thing(present).capitalize()} {title_of(conflict.key, present, names)}"
    if conflict.used:
        return worded("{called} was deleted in the copy but is used here; it was kept.", called=called)
    if not conflict.here:
        return worded("{called} was deleted here and changed in the copy; it stays deleted.", called=called)
    if not conflict.there:
        return worded("{called} was changed here and deleted in the copy; it was kept.", called=called)
    return worded("{called} was changed here and in the copy; what is here was kept.", called=called)


def _key_text(key: Key) -> str:
    return json.dumps([key[0], *key[1]])


def _key_from(text: str) -> Key:
    table, *values = json.loads(text)
    return str(table), tuple(values)
