"""Readers and formats that other packages bring along.

A package names a module under the entry point group `annotator.readers` or `annotator.formats`; the
module registers itself when it is imported, just as the program's own do. Called by the two registries.
A module that cannot be imported stops nothing: what is wrong with it is kept, and the skins tell it.
"""

from __future__ import annotations

import logging
from importlib.metadata import entry_points

from annotator.sentences import worded

log = logging.getLogger("annotator.extensions")
_failed: dict[tuple[str, str], str] = {}


def load_extensions(group: str) -> None:
    """Import the modules that installed packages name under the group; each registers itself."""
    for point in entry_points(group=group):
        try:
            point.load()
        except Exception as error:  # noqa: BLE001  # somebody else's code: whatever is wrong with it, we go on
            log.info("extension %s of %s: %s", point.name, group, type(error).__name__)
            _failed[group, point.name] = worded(
                "The extension “{point}” ({value}) cannot be loaded: {name}: {error}. Update or uninstall the "
                "package that brings it.",
                point=point.name,
                value=point.value,
                name=type(error).__name__,
                error=error,
            )
        else:
            _failed.pop((group, point.name), None)


def extension_troubles() -> tuple[str, ...]:
    """One sentence for each extension that could not be loaded so far."""
    return tuple(_failed.values())
