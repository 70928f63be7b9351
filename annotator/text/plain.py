"""What two spellings of a name or word have in common: for comparing and finding, never for offsets.

Called by the lists that narrow while somebody types, and by the questions for likely duplicates.
"""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """The text without case and accents, white space made single."""
    return " ".join(plain_letters(text).split())


def plain_letters(text: str) -> str:
    """The text without case and accents; white space stays as it is."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return text.casefold()
