"""Notes that are being typed, kept apart from the project until they are written into it.

The window keeps a draft after each pause, and drops it with the note's own step: typing is no step, and one undo
takes the whole note back. What a program left that was killed is written as the note it was to become when the
project is opened next. A draft lies in the user's own folder, in one small file for each program and mark.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

import msgspec
from msgspec import Struct

from annotator import paths
from annotator.actions.tagging import edit_marks
from annotator.errors import ChangeError
from annotator.model import Mark
from annotator.sentences import worded
from annotator.store import Store


class _Draft(Struct):
    """base: the note as it was when the typing began."""

    mark: str
    annotator: str
    base: str
    text: str


def keep_draft(store: Store, mark: str, base: str, text: str) -> None:
    """Keep what has been typed so far; what equals the note again is dropped. Without room nothing is kept."""
    if text.strip() == base.strip():
        drop_draft(store, mark)
        return
    place = _folder(store) / _name(mark)
    unfinished = place.with_suffix(".part")
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(msgspec.json.encode(_Draft(mark, store.annotator, base, text)))
        unfinished.replace(place)


def drop_draft(store: Store, mark: str) -> None:
    """The note is written, or was given up."""
    with contextlib.suppress(OSError):
        (_folder(store) / _name(mark)).unlink(missing_ok=True)


def write_note(store: Store, mark: str, text: str, *, label: str, origin: object = None) -> None:
    """Set the note of a mark, as one step; its draft is not needed any more. Raises as `edit_marks` does."""
    edit_marks(store, [mark], label=label, origin=origin, note=text)
    drop_draft(store, mark)


def take_drafts(store: Store, *, origin: object = None) -> list[str]:
    """Write the notes that programs left which live no more, each as a step; returns the ids of their marks.

    Where the note was changed otherwise since, what was typed stands below it.
    """
    taken = []
    for place in sorted(_folder(store).glob("*.json")):
        if _is_alive(place):
            continue
        with contextlib.suppress(OSError, msgspec.DecodeError, ChangeError):
            draft = msgspec.json.decode(place.read_bytes(), type=_Draft)
            with store.read() as session:
                mark = session.get(Mark, draft.mark)
                now = None if mark is None else mark.note
            if now is not None and draft.text.strip() not in now:
                text = draft.text if now.strip() == draft.base.strip() else f"{now}\n{draft.text}"
                edit_marks(
                    store, [draft.mark], label=worded("Write note"), by=draft.annotator, origin=origin,
                    note=text.strip(),
                )  # fmt: skip
                taken.append(draft.mark)
        with contextlib.suppress(OSError):
            place.unlink(missing_ok=True)
    return taken


def _folder(store: Store) -> Path:
    return paths.data_folder() / "drafts" / store.project_id


def _name(mark: str) -> str:
    # An imported id may hold anything.
    return f"{os.getpid()}-{hashlib.sha256(mark.encode()).hexdigest()[:16]}.json"


def _is_alive(place: Path) -> bool:
    import psutil

    process = place.name.partition("-")[0]
    return process.isdecimal() and bool(psutil.pid_exists(int(process)))
