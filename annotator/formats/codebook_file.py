"""A codebook alone in a file: what every such file gives, and which format reads or writes it.

Called by the verbs that take in and write out codebooks. TOML keeps all; REFI-QDA's `.qdc` is what other
programs for qualitative analysis read; `.csv` is for spreadsheets. What cannot be taken refuses the file with a
sentence; what can be mended is mended, and said.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct, structs

from annotator.errors import FileError
from annotator.formats import unreadable
from annotator.records import FieldRecord, TopicRecord
from annotator.sentences import worded

LARGEST_BYTES = 32 * 1024**2
"""Ten thousand topics with long definitions take some 10 MB."""
TABLES = (".csv", ".tsv")
LONGEST_NAME = 300
"""Characters of a topic's name; other programs write whole quotations there."""
# Any fixed UUID would do; this one names what was made from names.
NAMESPACE = uuid.UUID("5a1e0a7e-6b0f-4d35-9c7e-1f5a0b9c2d11")
_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")


class CodebookFile(Struct, frozen=True):
    """Topics, each after the one that it lies under, and fields. repaired: sentences on what was mended."""

    topics: tuple[TopicRecord, ...]
    fields: tuple[FieldRecord, ...] = ()
    repaired: tuple[str, ...] = ()


def stable_id(kind: str, name: str) -> str:
    """The same id for the same name, wherever it is made."""
    return str(uuid.uuid5(NAMESPACE, f"{kind}:{name}"))


def read_codebook(path: Path) -> CodebookFile:
    """The codebook in a TOML or REFI-QDA file, told from its content, or in a table, told by its suffix.

    Raises FileError with a sentence.
    """
    from annotator.formats import codebook_csv, codebook_qdc, codebook_toml

    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise FileError(unreadable(error), where=str(path)) from error
    if len(content) > LARGEST_BYTES:
        raise FileError(worded("It is larger than 32 MB, which no codebook is; choose another file."), where=str(path))
    is_xml = content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") or content[:2] in (
        b"\xff\xfe",
        b"\xfe\xff",
    )
    if path.suffix.lower() in TABLES:
        return codebook_csv.read(content, str(path))
    return (codebook_qdc.read if is_xml else codebook_toml.read)(content, str(path))


def write_codebook(book: CodebookFile, out: Path) -> list[str]:
    """Write a codebook in the place of `out`, as `.qdc`, `.csv` or else TOML; returns what could not be carried.

    Raises DiskFull and FileError, with `out` as it was.
    """
    from annotator.formats import codebook_csv, codebook_qdc, codebook_toml
    from annotator.formats.output import replacing

    suffix = out.suffix.lower()
    content_of, lost = {
        ".qdc": (codebook_qdc.content_of, codebook_qdc.lost),
        ".csv": (codebook_csv.content_of, codebook_csv.lost),
    }.get(suffix, (codebook_toml.content_of, _nothing))
    content = content_of(book)
    with replacing(out) as file:
        file.write(content)
    return lost(book)


def _nothing(_book: CodebookFile) -> list[str]:
    """TOML keeps all."""
    return []


def _cut(topic: TopicRecord) -> TopicRecord:
    """The topic with a name that lists can show; nothing of the long one is lost."""
    whole = "\n\n".join(filter(None, (topic.name, topic.definition)))
    return structs.replace(topic, name=topic.name[: LONGEST_NAME - 1].rstrip() + "…", definition=whole)


def tidied(topics: Iterable[TopicRecord]) -> tuple[list[TopicRecord], list[str]]:
    """The topics with sound colours and keys, and sentences on what was dropped."""
    kept: list[TopicRecord] = []
    said: list[str] = []
    keys: dict[str, TopicRecord] = {}
    for topic in topics:
        if len(topic.name) > LONGEST_NAME:
            topic = _cut(topic)
            said.append(worded("The name of “{topic}” was cut; it stands whole in the definition.", topic=topic.name))
        colour, key = (topic.colour or "").strip().lower() or None, topic.key or None
        if colour is not None and not _COLOUR.fullmatch(colour):
            said.append(
                worded("“{colour}” is no colour; “{topic}” gets another one.", colour=topic.colour, topic=topic.name)
            )
            colour = None
        if colour is not None and len(colour) == 4:
            colour = "#" + "".join(2 * digit for digit in colour[1:])
        if key is not None and (len(key) != 1 or not key.isalnum()):
            said.append(worded("“{key}” cannot be a key; “{topic}” has none now.", key=key, topic=topic.name))
            key = None
        if key is not None and (other := keys.setdefault(key.casefold(), topic)) is not topic:
            said.append(
                worded(
                    "The key “{key}” is that of “{other}”; “{topic}” has none now.",
                    key=key,
                    other=other.name,
                    topic=topic.name,
                )
            )
            key = None
        kept.append(structs.replace(topic, colour=colour, key=key))
    return kept, said
