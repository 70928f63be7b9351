"""Records that a format has read, checked against each other before they are handed on.

Used by the readers that make whole sets in memory (tables, Web Annotations and others); the native format
checks line by line. What is not sound is left out and named in the report, with all that needs it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.formats import ArticleText, FileReport, Known, Progress, Refusal
from annotator.formats.first_pass import KINDS
from annotator.formats.references import References
from annotator.records import Record, kind_of

_RECORDS_AT_ONCE = 1000
_PLACE = {kind: number for number, kind in enumerate(KINDS)}


def sound_records(
    placed: Iterable[tuple[str, Record]],
    report: FileReport,
    known: Known,
    article_text: ArticleText,
    progress: Progress,
) -> Iterator[Record]:
    """The records that are sound, by kind in the contract's order, within a kind as they came.

    placed: each with the place in the file that it was read from, which a refusal names.
    """
    references = References(known, article_text)
    kept: list[tuple[str, Record]] = []
    for number, (where, record) in enumerate(placed, 1):
        references.add(number, record)
        kept.append((where, record))
        if not number % _RECORDS_AT_ONCE:
            progress(number)
    refused = references.finish()
    for number in sorted(refused):
        report.refused.append(Refusal(kept[number - 1][0], refused[number][:1].upper() + refused[number][1:]))
    sound = [record for number, (_, record) in enumerate(kept, 1) if number not in refused]
    return iter(sorted(sound, key=lambda record: _PLACE[kind_of(record)]))
