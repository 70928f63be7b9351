"""The user's settings: a small JSON file, read at the start and written when something changes.

Holds no secrets and no text of any article. A file that cannot be read is set aside, never overwritten.
"""

from __future__ import annotations

import getpass
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct, field

from annotator import paths

RECENT = 10


class Highlighter(Struct, frozen=True):
    """Words, or a regular expression, that the reader paints in a colour (#rrggbb) wherever they stand."""

    words: str
    colour: str
    expression: bool = False
    case: bool = False
    whole_words: bool = True
    on: bool = True


class Settings(Struct):
    """What a person chose. language is a code, "" for the system's; sizes are points, spacing a factor of the
    font's line, width in characters."""

    annotator: str = ""
    theme: Literal["light", "dark", "contrast", "contrast_dark", "system"] = "system"
    language: str = ""
    interface_size: float = 0.0
    reading_font: str = ""
    reading_size: float = 13.0
    line_spacing: float = 1.6
    column_width: int = 70
    show_colleagues: bool = False
    session_clock: bool = False
    tour_taken: bool = False
    palette: list[str] = field(default_factory=list)
    """Ids of what was taken in the palette last, latest first."""
    keys: dict[str, list[str]] = field(default_factory=dict)
    """Id of a command -> the keys that the user gave it; the others have their usual ones."""
    highlighters: list[Highlighter] = field(default_factory=list)
    recent: list[str] = field(default_factory=list)
    identities: dict[str, str] = field(default_factory=dict)
    """Address of a recent project -> its id, by which its backups are found when the file is not."""
    window: dict[str, Any] = field(default_factory=dict)

    def remember_project(self, path: str, identity: str) -> None:
        """Put a project first among the recent ones."""
        self.recent = [path, *(each for each in self.recent if each != path)][:RECENT]
        known = self.identities | {path: identity}
        self.identities = {each: known[each] for each in self.recent if each in known}

    def forget_project(self, path: str) -> None:
        """Take a project out of the recent ones; the file is not touched."""
        self.recent = [each for each in self.recent if each != path]


def load() -> Settings:
    """The stored settings; defaults where there are none yet."""
    path = paths.settings_file()
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings)
    except FileNotFoundError:
        return Settings()
    except (OSError, msgspec.DecodeError):
        _set_aside(path)
        return Settings()


def _set_aside(path: Path) -> None:
    if path.is_file() and os.access(path.parent, os.W_OK):
        path.replace(path.with_suffix(".unreadable.json"))


def save(settings: Settings) -> None:
    """Write the settings; whole or not at all. Raises OSError."""
    path = paths.settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    try:
        unfinished.write_bytes(msgspec.json.format(msgspec.json.encode(settings), indent=2))
        unfinished.replace(path)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def environment_name() -> str:
    """The name that `ANNOTATOR_NAME` gives, which goes before the settings' own; empty where it gives none."""
    return os.environ.get("ANNOTATOR_NAME", "")


def acting_annotator(by: str | None, settings: Settings | None = None) -> str:
    """Who acts: as named, else `ANNOTATOR_NAME`, else the settings, else the system's user name."""
    chosen = by or environment_name() or (settings or load()).annotator
    if chosen:
        return chosen
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "Annotator"
