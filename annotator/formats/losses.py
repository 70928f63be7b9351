"""What formats cannot carry, in words: the one list that command line, README and dialogs agree with.

Called by the command line; tests hold the README's table and the dialogs' words against it. It counts nothing: the
formats do, by the keys of `LOST`.
"""

from __future__ import annotations

from collections.abc import Collection

LOST = {
    "codebook": "versions of the codebook",
    "annotator": "annotators",
    "field": "own fields",
    "topic": "topics",
    "speaker": "speakers",
    "article": "articles",
    "earlier": "earlier texts of articles",
    "blocks": "kinds of paragraphs",
    "links": "links of articles",
    "details": "details of articles",
    "characters": "characters beyond U+FFFF",
    "controls": "control characters",
    "cut": "letters beyond the length of a field",
    "proposition": "propositions",
    "mention": "mentions",
    "mention details": "details of mentions",
    "claim": "claims",
    "claim details": "details of claims",
    "parts": "further parts of claims",
    "cue": "cues",
    "roles": "roles other than who says it",
    "quotation": "kinds of quotation",
    "certainty": "certainty",
    "fields": "own fields of claims",
    "passage": "passages",
    "boundaries": "boundaries within a token",
    "overlap": "marks that overlap longer ones",
    "widened": "boundaries within a token, widened",
    "review": "reviews",
    "comment": "comments",
    "progress": "progress",
    "assignment": "assignments",
}
"""Key of a loss -> what people call it, in the order in which they are told."""


def in_words(loses: Collection[str]) -> list[str]:
    """What is lost by these keys, as words in the order of `LOST`; a key of somebody else's format stays as it is."""
    known = [words for key, words in LOST.items() if key in loses]
    return known + [each for each in loses if each not in LOST]
