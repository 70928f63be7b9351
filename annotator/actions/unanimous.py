"""Taking into the consensus, all at once, what the annotators agree on.

Called by the Review screen after a preview. Hundreds of claims are one batch, so one step of undo; only new
rows are written.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs
from sqlalchemy.orm import Session

from annotator.actions.acting import acting
from annotator.actions.articles import Report, quiet
from annotator.actions.consensus import Copies, enter_consensus
from annotator.model import new_id
from annotator.model.rows import rows_of
from annotator.queries.disagreements import Agreed
from annotator.queries.marks import marks_by_id
from annotator.queries.reviews import reviews_on
from annotator.records import MarkRecord, ReviewRecord, Verdict, now
from annotator.sentences import worded
from annotator.store import Store


def accept_agreed(
    store: Store,
    agreed: Sequence[Agreed],
    *,
    by: str | None = None,
    origin: object = None,
    report: Report = quiet,
) -> int:
    """Take the claims into the consensus; returns how many were.

    agreed: as previewed. A claim that was changed, deleted or decided since is left out: it shows up again.
    Versions that say otherwise than the majority are rejected. Raises Cancelled with nothing kept.
    """
    with store.change(worded("Accept unanimous claims"), by=by, origin=origin) as session:
        me, consensus = acting(session), enter_consensus(session)
    with store.read() as session:
        standing = _standing(session, agreed)
        copies = Copies(session, consensus, [each.versions[0] for each in standing])
    if not standing:
        return 0
    moment, count = now(), len(standing)
    batch = store.begin_batch(worded("Accept unanimous claims"), source=f"unanimous {new_id()}", by=by)
    try:
        for number, each in enumerate(standing):
            report(number, count, each.versions[0].parts[0].quote)
            for record in _records(each, copies, me, moment):
                for table, rows in rows_of(record):
                    batch.add(table, rows)
            batch.give_way()
        label = worded("Accept 1 unanimous claim")
        if count != 1:
            label = worded("Accept {count} unanimous claims", count=count)
        store.batch_finished(batch, label=label, origin=origin)
    except BaseException:
        store.abandon(batch.number, by=by, origin=origin)
        raise
    return count


def _standing(session: Session, agreed: Sequence[Agreed]) -> list[Agreed]:
    """Those of which no version was changed, deleted or decided since."""
    ids = [claim.id for each in agreed for claim in each.group.claims]
    present = {mark.id: _as_compared(mark) for mark in marks_by_id(session, ids)}
    decided = reviews_on(session, ids)
    return [
        each
        for each in agreed
        if all(present.get(c.id) == _as_compared(c) and c.id not in decided for c in each.group.claims)
    ]


def _records(each: Agreed, copies: Copies, me: str, moment: str) -> list[MarkRecord | ReviewRecord]:
    """The copy of a claim with its mentions, and a verdict on each of its versions."""
    same = {claim.id for claim in each.versions}
    records: list[MarkRecord | ReviewRecord] = []
    records += copies.of(each.versions[0], [claim.id for claim in each.versions])
    copy = records[-1].id
    for claim in each.group.claims:
        verdict: Verdict = "accepted" if claim.id in same else "rejected"
        replacement = None if claim.id in same else copy
        records.append(ReviewRecord(new_id(), claim.id, me, verdict, "", None, False, replacement, moment))
    return records


def _as_compared(mark: MarkRecord) -> MarkRecord:
    """A mark without what counts up by itself."""
    return structs.replace(mark, updated="", codebook=0)
