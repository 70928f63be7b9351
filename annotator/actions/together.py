"""What is made while tagging — a speaker, a topic, a proposition — and the tag that gets it, as one step of undo.

Called by the lists of the window, which make a name on the spot. The tag itself is one of the usual verbs: it is
handed a store that stands within the step, and writes into it instead of beginning a step of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, cast

from sqlalchemy.orm import Session

from annotator.actions.propositions import make_proposition
from annotator.actions.speakers import make_speaker
from annotator.actions.topics import make_topic
from annotator.records import SpeakerKind
from annotator.sentences import worded
from annotator.store import Store

Verb = Callable[[Store], Any]
"""A verb that lacks only its store."""


class _Within:
    """What verbs need of a store, inside a step that is under way: labels and persons are those of that step."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @contextmanager
    def change(self, _label: str, **_more: Any) -> Iterator[Session]:
        """The session of the step; what was done in it is there for the next verb."""
        yield self._session
        self._session.flush()


def with_new_speaker(
    store: Store,
    name: str,
    speaker_id: str,
    tag: Verb,
    *,
    kind: SpeakerKind = "person",
    by: str | None = None,
    origin: object = None,
) -> Any:
    """Make the speaker and tag with it; returns what the verb returns. Undo takes both back. Raises as both do."""
    make = partial(make_speaker, name=name, kind=kind, speaker_id=speaker_id)
    return _together(store, worded("Add a new speaker"), make, tag, by, origin)


def with_new_topic(
    store: Store, name: str, topic_id: str, tag: Verb, *, by: str | None = None, origin: object = None
) -> Any:
    """The same for a topic."""
    make = partial(make_topic, name=name, topic_id=topic_id)
    return _together(store, worded("Add a new topic"), make, tag, by, origin)


def with_new_proposition(
    store: Store, text: str, proposition_id: str, tag: Verb, *, by: str | None = None, origin: object = None
) -> Any:
    """The same for a proposition."""
    make = partial(make_proposition, text=text, proposition_id=proposition_id)
    return _together(store, worded("Add a new proposition"), make, tag, by, origin)


def _together(store: Store, label: str, make: Verb, tag: Verb, by: str | None, origin: object) -> Any:
    with store.change(label, by=by, origin=origin) as session:
        within = cast("Store", _Within(session))
        make(within)
        return tag(within)
