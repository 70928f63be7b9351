"""Which keys a command has now: the usual ones of the table, or those that the user gave it.

Set by the window from its settings; asked by everything that shows or answers keys, so that menus, sheet,
palette, help and tabs say the same. There is one keyboard, so there is one map for the whole program.
Keys are Qt's portable texts ("Ctrl+Shift+A"). A key never stands for two commands at once: `use` says where
the settings wanted that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

RESERVED = ("Tab", "Shift+Tab", "Backtab", "Shift+Backtab")
"""They move the focus everywhere."""
_current: dict[str, tuple[str, ...]] = {}


class Keyed(Protocol):
    """What the map needs to know of a command."""

    @property
    def id(self) -> str: ...
    @property
    def where(self) -> str: ...
    @property
    def usual_keys(self) -> tuple[str, ...]: ...
    @property
    def label(self) -> str: ...


def keys_of(command: Keyed) -> tuple[str, ...]:
    """The keys of a command now; the first one is shown."""
    return _current.get(command.id, command.usual_keys)


def portable(key: str) -> str:
    """The one spelling of a key; "" for what is none."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def meet(first: Keyed, second: Keyed) -> bool:
    """Whether two commands can be wanted at the same moment, so that they must not share a key."""
    places = {first.where, second.where}
    # A version is changed where it is reviewed.
    return len(places) == 1 or "window" in places or places == {"review", "amending"}


def use(commands: Sequence[Keyed], chosen: Mapping[str, Sequence[str]]) -> list[str]:
    """Take over what the user chose; a sentence for each key that two commands were given.

    Of two commands that want a key, one that the user gave it to comes before one that usually has it, else
    the first in the table. What names no command or no key is passed over.
    """
    _current.clear()
    sentences: list[str] = []
    given = [command for command in commands if command.id in chosen]
    for command in given:
        keys = [key for key in map(portable, chosen[command.id]) if key and key not in RESERVED]
        free = []
        for key in dict.fromkeys(keys):
            rival = _holder(key, command, [each for each in given if each.id in _current])
            if rival is None:
                free.append(key)
            else:
                sentences.append(_sentence(key, rival, command))
        _current[command.id] = tuple(free)
    for command in commands:
        if command.id not in chosen:
            kept = tuple(key for key in command.usual_keys if _holder(portable(key), command, given) is None)
            if kept != command.usual_keys:
                _current[command.id] = kept
    return sentences


def holders(key: str, command: Keyed, commands: Iterable[Keyed]) -> list[Keyed]:
    """The other commands that have this key now, where it would act for `command` as well."""
    return [
        each
        for each in commands
        if each.id != command.id and meet(each, command) and portable(key) in map(portable, keys_of(each))
    ]


def is_kept_by_fields(key: str) -> bool:
    """Whether a line that is typed in keeps this key for itself, such as Ctrl+V, so that no command gets it there."""
    sequence = QKeySequence(key)
    if sequence.isEmpty():
        return False
    # Qt asks the focus whether it wants a key before it looks for a shortcut; here a line is asked.
    pressed = sequence[0]  # type: ignore[index]  # Qt has it, its stubs do not
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers())
    asked.ignore()
    QCoreApplication.sendEvent(QLineEdit(), asked)
    return asked.isAccepted()


def _holder(key: str, command: Keyed, commands: Iterable[Keyed]) -> Keyed | None:
    return next(iter(holders(key, command, commands)), None)


def _sentence(key: str, first: Keyed, second: Keyed) -> str:
    said = QCoreApplication.translate(
        "Keymap", "{key} is given to two commands; it stays with “{first}”, not “{second}”."
    )
    return said.format(key=key, first=first.label, second=second.label)
