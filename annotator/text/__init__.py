"""An article's text: its cleaning, its offsets, its sentences and words, and marks in changed texts.

Called from everywhere; everything that others need is named here. It knows no database, no Qt and no
files, and it never holds an article: each function gets the text it works on.
"""

from __future__ import annotations

from annotator.text.anchoring import SURE, Anchor, Status, find_quote, reanchor
from annotator.text.normalisation import (
    REPLACEMENT,
    NormalisedText,
    RawOffsets,
    normalise,
    normalise_with_map,
    sha256_of,
)
from annotator.text.offsets import Offsets, Snap
from annotator.text.plain import folded, plain_letters
from annotator.text.sentence import sentences
from annotator.text.spelling import spelled
from annotator.text.word import grapheme_boundaries, snap_to_graphemes, snap_to_words, word_at, words

__all__ = [
    "REPLACEMENT",
    "SURE",
    "Anchor",
    "NormalisedText",
    "Offsets",
    "RawOffsets",
    "Snap",
    "Status",
    "find_quote",
    "folded",
    "grapheme_boundaries",
    "normalise",
    "normalise_with_map",
    "plain_letters",
    "reanchor",
    "sentences",
    "sha256_of",
    "snap_to_graphemes",
    "snap_to_words",
    "spelled",
    "word_at",
    "words",
]
