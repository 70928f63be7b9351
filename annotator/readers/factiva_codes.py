"""What the two-letter codes of Factiva mean, and how its fields look where they have no codes.

Called by the reader of Factiva downloads. Codes are the same in every language; dates and names of languages
are in the language of the service's pages.
"""

from __future__ import annotations

import re

from annotator.readers.dates import date_line
from annotator.readers.nexis_labels import date, language_code, names
from annotator.readers.units import Details

TEXT_CODES = ("LP", "TD")
"""Lead and rest: together the body."""

_BEFORE = "SE HD BY CR WC PD ET SN SC ED PG VOL LA CY CLM CX HL DLN"
_BELOW = "CT RF CO IN NS RE IPC IPD PUB AN ART"
CODES = frozenset((*_BEFORE.split(), *TEXT_CODES, *_BELOW.split()))
BEHIND = frozenset(_BELOW.split())
"""Codes of fields that stand below the body."""

ACCESSION = re.compile(
    r"(?:Docum\w+|Dokument|Документ|文件|文档|文書)\s+([A-Za-z][A-Za-z0-9]{5,11}0{0,4}\d{8}[a-z0-9]{6,12})"
)
"""The line that ends an article and its unique number: `Document FERRY00020251124elbo0001`."""

_COUNTED = re.compile(
    r"[\d.,\u00a0\u202f ]+\s*"
    r"(?:words?|Wörter|mots|palabras|parole|woorden|palavras|слов\w*|słów|ord|字|語)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?:\s*(?:[AP]M|GMT|Uhr|h))?", re.IGNORECASE)
_SOURCE_CODE = re.compile(r"[A-Z][A-Z0-9]{2,9}")
_PAGE = re.compile(r"[A-Z]{0,3}\d{1,4}[A-Z]?")
_COPYRIGHT = re.compile(r"copyright\b|©|\(c\)|all rights reserved", re.IGNORECASE)
_EDITION = re.compile(r".{0,30}\b(?:edition|ausgabe|édition|edición|editie)\b.{0,30}|volume \d.*", re.IGNORECASE)


def take(details: Details, code: str, value: str) -> None:
    """Writes a coded field to its place in the details; those without one are kept under their code."""
    if not value:
        return
    if code == "HD":
        details.title = value
    elif code == "BY":
        details.byline = names(value)
    elif code == "PD":
        details.published = date(value)
        if details.published is None:
            details.left_out.append(value)
    elif code == "SN":
        details.source = value
    elif code == "SE":
        details.section = value
    elif code == "LA":
        details.language = language_code(value) or details.language
    elif code == "AN":
        found = ACCESSION.search(value)
        details.further["accession"] = found[1] if found else value
    else:
        details.further.setdefault("factiva", {})[code] = value


def code_of(value: str, taken: frozenset[str]) -> str | None:
    """What a field without a code is, by its look: the code that it would have; None for a sentence.

    `taken`: the codes that are known by now. The first name after the date is the outlet, the first before
    the number of words the author.
    """
    if ACCESSION.fullmatch(value):
        return "AN"
    if _COUNTED.fullmatch(value):
        return "WC"
    if date_line(value) or date(value):
        return "PD"
    if _CLOCK.fullmatch(value):
        return "ET"
    if _COPYRIGHT.match(value):
        return "CY"
    if language_code(value) and len(value.split()) == 1:
        return "LA"
    if "PD" in taken and "SN" not in taken:
        return "SN"
    if "SN" in taken and "SC" not in taken and _SOURCE_CODE.fullmatch(value):
        return "SC"
    if _EDITION.fullmatch(value):
        return "ED"
    if "SN" in taken and _PAGE.fullmatch(value):
        return "PG"
    return "BY" if "WC" not in taken and "BY" not in taken and "HD" in taken else None
