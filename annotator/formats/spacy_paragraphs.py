"""Training documents of spaCy 2 (`[{"id": …, "paragraphs": [{"raw": …, "sentences": […]}]}]`) as texts with entities.

Used by `doccano`, whose lines they become: a paragraph is a text. Its entities are its own list of offsets; where it
has none, the tags of its tokens (BILUO), which are found in the text one after the other. It never refuses anything:
what is no paragraph gives nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotator.formats.json_objects import Object, list_of, object_of, text_of

Place = tuple[int, int]
Entity = tuple[int, int, str]

_OUTSIDE = frozenset({"", "O", "-"})


def lines_of(document: Object) -> Iterator[Object]:
    """The paragraphs of a document, each an object of a text and its entities."""
    for paragraph in map(object_of, list_of(document.get("paragraphs"))):
        tokens = [
            object_of(token)
            for sentence in map(object_of, list_of(paragraph.get("sentences")))
            for token in list_of(sentence.get("tokens"))
        ]
        words = [text_of(token.get("orth")) or "" for token in tokens]
        text = text_of(paragraph.get("raw")) or " ".join(filter(None, words))
        said = paragraph.get("entities")
        entities = _told(said) if isinstance(said, list) else list(_tagged(tokens, _places(text, words)))
        cats = [object_of(each) for each in list_of(paragraph.get("cats"))]
        chosen = [str(each.get("label")) for each in cats if each.get("value") and each.get("label")]
        yield {"text": text, "entities": [list(each) for each in entities], "cats": chosen}


def _told(entities: list[Any]) -> list[Any]:
    """Entities as lists of start, end and label; others as they are, for the report."""
    return [
        [each.get("start"), each.get("end"), each.get("label")] if isinstance(each, dict) and "start" in each else each
        for each in entities
    ]


def _places(text: str, words: list[str]) -> Iterator[Place | None]:
    """Where each word stands, one after the other; None of one that does not."""
    at = 0
    for word in words:
        start = text.find(word, at) if word else -1
        if start < 0:
            yield None
        else:
            at = start + len(word)
            yield start, at


def _tagged(tokens: list[Object], places: Iterator[Place | None]) -> Iterator[Entity]:
    """The entities that the tags of tokens make; a tag that goes on with nothing begins an entity."""
    begun: Entity | None = None
    for token, place in zip(tokens, places, strict=True):
        scheme, _, label = (text_of(token.get("ner")) or "O").partition("-")
        if scheme in _OUTSIDE or place is None:
            if begun is not None:
                yield begun
            begun = None
        elif begun is not None and scheme in "IL" and label == begun[2]:
            begun = (begun[0], place[1], label)
        else:
            if begun is not None:
                yield begun
            begun = (*place, label)
        if begun is not None and scheme in "LU":
            yield begun
            begun = None
    if begun is not None:
        yield begun


def is_document(value: Object) -> bool:
    """Whether an object is such a document."""
    return isinstance(value.get("paragraphs"), list) and "text" not in value
