"""Whether the first paragraph after the header is a standfirst: the line or two that sum the article up.

Called by the readers once header and tail are taken off. It only gives a paragraph its kind; no text is
moved or dropped.
"""

from __future__ import annotations

import re

from annotator.readers.units import Details, Unit, folded

_LONGEST = 300
_LONGEST_MARKED = 400
_SENTENCES = 3
_SHORTEST_HEADING = 60
_SHORTEST_LEAD = 130
# "TESSALY (Orvand Wire) —": with a dateline the body has begun.
_DATELINE = re.compile(r"[^\W\d_a-z]{3,}[^.!?]{0,40}(?:\([^)]*\)\s*)?(?:[—–-]{1,2}\s|\))")
# The lead of a news report is one long sentence that says on which day something was said or done.
_WEEKDAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)\b"
)
_SENTENCE_END = re.compile(r"[.!?…](?=\s+[^\W\da-z_])")
_QUOTES = "\"“”«»„'‘’「」"


def mark_standfirst(units: list[Unit], details: Details) -> None:
    """Gives the first paragraph of the body the kind `standfirst` where it is one.

    Only below a byline or date line, and only with at least two paragraphs after it. Surely when it is
    emphasised as a whole or repeated further down; else when it is short, in at most three sentences, begins
    with neither dateline nor quotation mark, leaves no quotation open and does not read like a report's lead.
    """
    if not (details.byline or details.published) or any(unit.kind == "standfirst" for unit in units):
        return
    first = next((place for place, unit in enumerate(units) if unit.kind != "title"), len(units))
    rest = units[first + 1 :]
    if len(rest) < 2 or rest[0].kind == "item" or units[first].kind not in ("paragraph", "heading"):
        return
    unit = units[first]
    if unit.kind == "heading":
        # A heading right below the header that is a sentence, or as long as one, heads no section.
        if rest[0].kind == "paragraph" and _LONGEST >= len(unit.text) >= _SHORTEST_HEADING:
            unit.kind = "standfirst"
    elif _is_marked(unit, rest) or _reads_like_one(unit.text):
        unit.kind = "standfirst"


def _is_marked(unit: Unit, rest: list[Unit]) -> bool:
    if len(unit.text) > _LONGEST_MARKED:
        return False
    words = folded(unit.text)
    return unit.emphasised or any(
        other.text[:1] == unit.text[:1] and folded(other.text).startswith(words) for other in rest
    )


def _reads_like_one(text: str) -> bool:
    sentences = len(_SENTENCE_END.findall(text)) + 1
    return (
        len(text) <= _LONGEST
        and text[0] not in _QUOTES
        and text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
        and sentences <= _SENTENCES
        and not _DATELINE.match(text)
        and not (sentences == 1 and len(text) >= _SHORTEST_LEAD and _WEEKDAY.search(text))
    )
