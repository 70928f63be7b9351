"""What two spellings of a name or word have in common: for comparing and finding, never for offsets.

Called by the lists that narrow while somebody types, and by the questions for likely duplicates.
"""

from __future__ import annotations

import unicodedata

_WHOLE = {
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H", "ŧ": "t",
    "Ŧ": "T", "ı": "i", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th",
}  # fmt: skip
"""Letters that Unicode does not take apart, but that are typed as others where a keyboard lacks them."""


def folded(text: str) -> str:
    """The text without case and accents, white space made single."""
    return " ".join(plain_letters(text).split())


def plain_letters(text: str) -> str:
    """The text without case and accents; white space stays as it is."""
    if not text.isascii():
        letters = set(text)
        for letter in letters & _WHOLE.keys():
            text = text.replace(letter, _WHOLE[letter])
        text = unicodedata.normalize("NFKD", text)
        # Few different ones, also in twenty thousand names at once: quicker than to look at every letter.
        for mark in {letter for letter in set(text) if unicodedata.combining(letter)}:
            text = text.replace(mark, "")
    return text.casefold()
