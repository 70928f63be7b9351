"""How a name is spelled for a comparison across scripts, transliterations and orders of words.

Called by the questions for likely duplicates. What comes out is never shown.
"""

from __future__ import annotations

import re
from functools import lru_cache

from annotator.text.plain import folded

TITLES = frozenset((
    "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "herr", "frau", "monsieur",
    "madame", "mme", "don", "dona", "sr", "sra", "pan", "pani", "minister", "president", "senator", "general",
    "judge", "mayor", "chancellor", "secretary", "the", "der", "die", "das", "le", "la", "les", "el", "los", "il",
))  # fmt: skip
"""Words before a name that are no part of it, folded."""
_DOTTED = re.compile(r"\b((?:\w\.){2,})")
_NO_WORD = re.compile(r"[^\w]+")
# What transliterations write in several ways: Marija, Mariia and Maria; Mueller and Müller; Hassan and Hasan.
_SAME = ((re.compile("[iyj]+"), "i"), (re.compile("([aou])e"), r"\1"), (re.compile("kh"), "h"),
         (re.compile(r"([^\W\d])\1+"), r"\1"))  # fmt: skip


@lru_cache(65_536)
def spelled(name: str) -> str:
    """The name in plain Latin letters, first name first, without titles and marks; words parted by one space.

    Kept for the next time: after a change of one of 20,000 speakers all are compared again.

    “Okafor, Dr. Mira” and “Mira Okafor” are spelled alike, so are “Мария” and “Marija”.
    """
    if not name.isascii():
        from anyascii import anyascii  # 5 ms, and only for names that need it

        name = anyascii(name)
    name = _DOTTED.sub(lambda dotted: dotted[1].replace(".", "") + " ", name)
    last, comma, first = name.partition(",")
    if comma and "," not in first and first.strip():
        name = f"{first} {last}"
    name = folded(name)
    words = _NO_WORD.sub(" ", name).split()
    # What is left is a name still: “the minister” stays what it is.
    while len(words) > 2 and words[0] in TITLES:
        words = words[1:]
    text = " ".join(words)
    for pattern, same in _SAME:
        text = pattern.sub(same, text)
    return text
