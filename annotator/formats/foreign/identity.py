"""Ids of what comes from a foreign set: made of content and place, so that the same file gives the same ids."""

from __future__ import annotations

from uuid import UUID, uuid5

NAMESPACE = UUID("7d1f0a52-5a0e-4b0a-9a53-0c5e5a1f8a61")


def identity_of(kind: str, *words: object) -> str:
    """The id of a thing of that kind which these words tell apart from all others."""
    return str(uuid5(NAMESPACE, "\x1f".join((kind, *map(str, words)))))
