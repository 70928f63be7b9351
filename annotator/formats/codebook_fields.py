"""Fields of a codebook file: what can be mended is mended and said, what cannot refuses the file.

Called by the reader of TOML; REFI-QDA's codebooks have no fields.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import structs

from annotator.errors import FileError
from annotator.records import FieldRecord
from annotator.sentences import worded


def sound_fields(fields: Iterable[FieldRecord], where: str) -> tuple[list[FieldRecord], list[str]]:
    """Fields with keys, titles and choices of their own, asked of something; and sentences on what was mended.

    where: the file, as the sentences of FileError name it.
    """
    kept: list[FieldRecord] = []
    said: list[str] = []
    keys: set[str] = set()
    titles: set[str] = set()
    for field in fields:
        if field.key in keys:
            raise FileError(
                worded("There are two fields with the key “{doubled}”; give each its own.", doubled=field.key),
                where=where,
            )
        keys.add(field.key)
        title = _free(" ".join(field.title.split()) or field.key, titles)
        if title != field.title:
            said.append(worded("The field “{key}” is called “{title}” now.", key=field.key, title=title))
        titles.add(title.casefold())
        if not field.applies_to:
            said.append(worded("“{field}” says not what it is asked of; it is asked of claims now.", field=title))
        kept.append(
            structs.replace(
                field,
                title=title,
                choices=_choices(field, title, said, where),
                applies_to=field.applies_to or ("claim",),
            )
        )
    return kept, said


def _free(title: str, taken: set[str]) -> str:
    free, number = title, 2
    while free.casefold() in taken:
        free, number = f"{title} ({number})", number + 1
    return free


def _choices(field: FieldRecord, title: str, said: list[str], where: str) -> tuple[str, ...]:
    """Each choice once, and none for a field that has no use for them."""
    asks = field.kind in ("choice", "choices")
    found = tuple(dict.fromkeys(words for each in field.choices if (words := " ".join(each.split())))) if asks else ()
    if asks and not found:
        raise FileError(worded("“{field}” needs at least one choice.", field=title), where=where)
    if len(found) != len(field.choices):
        said.append(worded("Choices of “{field}” that are empty or named twice were left out.", field=title))
    return found
