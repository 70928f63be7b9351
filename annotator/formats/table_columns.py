"""Which column of another program's table of annotations holds what: by the words of its heading, or as a person says.

Used by `foreign_table`; the command line takes the names of the fields from here. It looks at headings only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotator.errors import InvalidSet
from annotator.sentences import worded

# Field -> headings that mean it, surest first: those of DNA, ATLAS.ti, MAXQDA, NVivo, QualCoder, Taguette and of
# people, English and German. Compared without case, blanks and punctuation.
_WORDS = {
    "quote": "quote quotation exact quotationcontent quotationtext codedtext codedsegment selectedtext coveredtext"
    " segment textsegment excerpt passage span spantext highlight fragment entitytext reference zitat"
    " segmenttext textstelle",
    "start": "start begin beginning startoffset startposition startchar charstart startpos pos0 anfang beginn",
    "end": "end stop endoffset endposition stopposition endchar charend endpos pos1 ende",
    "label": "label code tag codes tags labels codename category annotation type kind layer kategorie",
    "annotator": "annotator coder codername creator createdby user username author owner who kodierer erstelltvon",
    "note": "note comment memo notes comments remark kommentar notiz bemerkung",
    "document": "document documentname documenttitle doc docname file filename article articletitle title source"
    " documentid docid articleid textname assetname dokument dokumentname datei artikel",
    "text": "documenttext fulltext articletext text content body volltext inhalt",
    "speaker": "speaker person actor organization organisation sprecher akteur",
    "topic": "topic concept theme thema konzept",
    "stance": "stance agreement position haltung",
    "created": "created createdat date time creationdate erstellt erstelltam",
}
_KINDS = {field: tuple(words.split()) for field, words in _WORDS.items()}

_TAGUETTE = ["document", "tag", "content"]
"""The headings of Taguette, where the content is that of the highlight and never that of the document."""

FIELDS = tuple(_WORDS)
"""What a column may be: the keys of a mapping."""

_MOST_NAMED = 30


def folded(heading: str) -> str:
    """The letters and digits of a heading, without case."""
    return "".join(filter(str.isalnum, heading.casefold()))


def mapped(headings: Sequence[str], columns: Mapping[str, str], where: str) -> dict[str, str]:
    """Field -> heading: as a person says, and by their words for the fields that it leaves open.

    An empty heading leaves the field out. Raises InvalidSet, with what there is, for an unknown field or heading.
    """
    by_word: dict[str, str] = {}
    for heading in headings:
        by_word.setdefault(folded(heading), heading)
    mapping: dict[str, str] = {}
    for field, wanted in columns.items():
        if field not in FIELDS:
            raise InvalidSet(
                worded(
                    "“{field}” is nothing that a column could hold; use one of {fields}.",
                    field=field,
                    fields=", ".join(FIELDS),
                ),
                where=where,
            )
        if not wanted:
            continue
        if folded(wanted) not in by_word:
            raise InvalidSet(
                worded(
                    "The table has no column “{wanted}”; its columns are {headings}.",
                    wanted=wanted,
                    headings=listed(headings),
                ),
                where=where,
            )
        mapping[field] = by_word[folded(wanted)]
    for field, words in _KINDS.items():
        found = next((by_word[word] for word in words if word in by_word and by_word[word] not in mapping.values()), "")
        if found and field not in columns:
            mapping[field] = found
    if "text" in mapping and [folded(mapping.get(each, "")) for each in ("document", "label", "text")] == _TAGUETTE:
        mapping.setdefault("quote", mapping.pop("text"))
    for one, other in (("start", "end"), ("end", "start")):
        if one in mapping and other not in mapping and one not in columns:
            # Half a place says nothing; it stays a field.
            del mapping[one]
    return mapping


def tells_of_annotations(mapping: Mapping[str, str]) -> bool:
    """Whether rows with these columns are annotations: words or places, and something that is said of them."""
    placed = "quote" in mapping or {"start", "end"} <= mapping.keys()
    return placed and bool(mapping.keys() & {"label", "speaker", "topic", "note"})


def listed(headings: Sequence[str]) -> str:
    """The headings for a sentence, the first of them if there are many."""
    named = [f"“{each[:40]}”" for each in headings if each.strip()]
    further = len(named) - _MOST_NAMED
    return (", ".join(named[:_MOST_NAMED]) or "empty") + (f" and {further} further" if further > 0 else "")
