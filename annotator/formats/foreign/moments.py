"""Times as other tools write them.

Used by the formats that read times.
"""

from __future__ import annotations

from datetime import UTC, datetime


def moment_of(text: str | None) -> str | None:
    """A time of any writer as ours; one without zone is taken for UTC."""
    try:
        found = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    try:
        return found.astimezone(UTC).isoformat().replace("+00:00", "Z")
    except OverflowError:
        return None
