"""Who reads what: articles are dealt out, some to two persons, some to be read again by the same one.

Called by the window. `deal` and `deal_again` only propose, the same for the same seed; `carry_out` writes a
proposal as one step of undo. Nothing is taken from what is assigned already.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.actions.acting import new_annotator
from annotator.errors import InvalidValue
from annotator.model import Annotator, Article, Assignment
from annotator.queries.annotators import annotator_named
from annotator.queries.compared import AGAIN
from annotator.queries.plan import PlannedArticle
from annotator.records import Purpose
from annotator.sentences import worded
from annotator.store import Store


class Proposed(Struct, frozen=True):
    """One assignment that is proposed. annotator: a name."""

    article: str
    annotator: str
    purpose: Purpose
    blind: bool


def deal(
    articles: Sequence[PlannedArticle], people: Sequence[str], *, share: float, seed: int, blind: bool
) -> list[Proposed]:
    """Deal the articles out to the people, by name, as evenly as can be.

    share: how much of them, 0 to 1, two persons read; drawn at random within each outlet, so that every
    outlet has its share. seed: the same one deals the same. blind: who reads with another does not see the
    other's marks before having finished. Raises InvalidValue where that cannot be.
    """
    if not people:
        raise InvalidValue(worded("Choose at least one person who is to read."))
    if not 0 <= share <= 1:
        raise InvalidValue(worded("The share for double reading lies between 0 and 100 per cent."))
    if share > 0 and len(people) < 2:
        raise InvalidValue(worded("Double reading takes two persons at least; choose another one, or a share of 0."))
    draw = random.Random(seed)
    double = _drawn(articles, share, draw)
    load = dict.fromkeys(sorted(people), 0)
    proposed: list[Proposed] = []
    for article in articles:
        readers = 2 if article.id in double else 1
        order = sorted(load, key=lambda name: (load[name], draw.random()))
        for name in order[:readers]:
            load[name] += 1
            purpose: Purpose = "double" if readers == 2 else "single"
            proposed.append(Proposed(article.id, name, purpose, blind and readers == 2))
    return proposed


def deal_again(finished: Mapping[str, Sequence[PlannedArticle]], *, share: float, seed: int) -> list[Proposed]:
    """Give people some of their own finished articles again, to see how far they agree with themselves.

    finished: name -> articles. The second reading goes under a name of its own and is always blind.
    """
    if not 0 < share <= 1:
        raise InvalidValue(worded("The share to read again lies above 0 and is at most 100 per cent."))
    draw = random.Random(seed)
    return [
        Proposed(article.id, name + AGAIN, "repeat", True)
        for name in sorted(finished)
        for chosen in [_drawn(finished[name], share, draw)]
        for article in finished[name]
        if article.id in chosen
    ]


def _drawn(articles: Sequence[PlannedArticle], share: float, draw: random.Random) -> set[str]:
    """So much of the articles, drawn at random, from each outlet its share.

    What is left of shares that are no whole numbers goes to the outlets with the largest remainders.
    """
    outlets: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles:
        outlets[article.source or ""].append(article.id)
    wanted = round(share * len(articles))
    exact = {outlet: share * len(ids) for outlet, ids in sorted(outlets.items())}
    taken = {outlet: int(part) for outlet, part in exact.items()}
    rest = sorted(exact, key=lambda outlet: (taken[outlet] - exact[outlet], draw.random()))
    for outlet in rest[: max(0, wanted - sum(taken.values()))]:
        taken[outlet] += 1
    return {
        chosen
        for outlet, number in taken.items()
        for chosen in draw.sample(outlets[outlet], min(number, len(outlets[outlet])))
    }


def carry_out(store: Store, proposed: Sequence[Proposed], *, by: str | None = None, origin: object = None) -> int:
    """Assign as proposed, one step; people who are not in the project yet are entered.

    What is assigned already for the same purpose only becomes blind or open. Returns how many are new.
    Raises InvalidValue for an article that is gone.
    """
    with store.change(worded("Assign articles"), by=by, origin=origin) as session:
        there = set(session.execute(select(Article.id)).scalars())
        ids = {name: _person(session, name) for name in dict.fromkeys(each.annotator for each in proposed)}
        made = 0
        for each in proposed:
            if each.article not in there:
                raise InvalidValue(worded("One of these articles is not in the project any more; make the plan again."))
            key = each.article, ids[each.annotator], each.purpose
            present = session.get(Assignment, key)
            if present is None:
                session.add(Assignment(article_id=key[0], annotator_id=key[1], purpose=key[2], blind=each.blind))
                made += 1
            else:
                present.blind = each.blind
        return made


def withdraw(
    store: Store,
    articles: Collection[str],
    annotators: Collection[str],
    *,
    by: str | None = None,
    origin: object = None,
) -> int:
    """Take assignments back, for whatever purpose: articles and annotators by id. Tags stay. Returns how many."""
    with store.change(worded("Withdraw assignments"), by=by, origin=origin) as session:
        query = select(Assignment).where(Assignment.annotator_id.in_(annotators))
        gone = [each for each in session.execute(query).scalars() if each.article_id in articles]
        for each in gone:
            session.delete(each)
        return len(gone)


def _person(session: Session, name: str) -> str:
    found = annotator_named(session, name)
    if found is not None:
        return found
    made = new_annotator(session, name)
    session.add(Annotator(**made))
    session.flush()
    return str(made["id"])
