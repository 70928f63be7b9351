"""Which marks of several annotators are marks of the same words.

Called by the measures of agreement and the question about disagreements. Marks are matched for each two
annotators, one to one, so that the overlaps of the pairs are together as long as they can be; a group is
what such pairs hold together. Ties are broken by what the marks say, never by ids or by the order in which
marks, annotators or articles come. It compares words and values, and never says who is right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations
from typing import Any, TypeVar

from annotator.agreement.assignment import heaviest_pairs
from annotator.records import ClaimRecord, MarkRecord, MentionRecord, Part, PassageRecord, kind_of

M = TypeVar("M", ClaimRecord, MentionRecord, PassageRecord, MarkRecord)

Overlaps = list[dict[int, int]]


def matched_groups(marks: Iterable[MarkRecord]) -> list[tuple[MarkRecord, ...]]:
    """All marks in groups of those that were matched, in the order of the text; a lone mark is a group.

    marks: of any articles, kinds and annotators; only marks of one article, revision of its text and kind
    are compared. With three annotators or more, two marks of one of them may meet in a group, each matched
    with another mark of it. Groups of one article stand together, articles in the order in which they came.
    """
    apart: defaultdict[tuple[str, int, str], defaultdict[str, list[MarkRecord]]]
    apart = defaultdict(lambda: defaultdict(list))
    for mark in marks:
        apart[mark.article, mark.revision, kind_of(mark)][mark.annotator].append(mark)
    groups: list[tuple[MarkRecord, ...]] = []
    for by_annotator in apart.values():
        groups += _groups(list(by_annotator.values()))
    place = {article: number for number, article in enumerate(dict.fromkeys(article for article, _, _ in apart))}

    def by_text(group: tuple[MarkRecord, ...]) -> Any:
        words, values = content_of(group[0])
        return place[group[0].article], words, kind_of(group[0]), values

    return sorted(groups, key=by_text)


def matched_pairs(left: Sequence[M], right: Sequence[M]) -> list[tuple[M, M]]:
    """The marks of two annotators that belong together, in the order of `left`; each mark in one pair at most.

    All marks are of one article, revision and kind; offsets are code points. The pairs' overlaps are
    together as long as possible; of equal sums the one whose marks agree in more of their values is taken,
    then the one that comes first by the marks' content. A mark that overlaps none is in no pair.
    """
    overlaps = _overlaps(left, right)
    shared = [0] * len(right)
    for columns in overlaps:
        for column in columns:
            shared[column] += 1
    partner: dict[int, int] = {}
    crowded: Overlaps = [{} for _ in left]
    for row, columns in enumerate(overlaps):
        if len(columns) == 1 and shared[only := next(iter(columns))] == 1:
            partner[row] = only
        else:
            crowded[row] = columns
    for rows, columns_of in _components(crowded, len(right)):
        partner.update(_assigned(left, right, crowded, rows, columns_of))
    return [(left[row], right[partner[row]]) for row in sorted(partner)]


def grouped(marks: Iterable[M], pairs: Iterable[tuple[M, M]]) -> list[tuple[M, ...]]:
    """What the pairs hold together, each group in the order of content; a mark that is in no pair is a group."""
    leader: dict[str, str] = {}

    def lead(mark_id: str) -> str:
        while (above := leader.get(mark_id, mark_id)) != mark_id:
            leader[mark_id] = leader.get(above, above)
            mark_id = above
        return mark_id

    for one, other in pairs:
        if (first := lead(one.id)) != (second := lead(other.id)):
            leader[second] = first
    together: defaultdict[str, list[M]] = defaultdict(list)
    for mark in marks:
        together[lead(mark.id)].append(mark)
    return [tuple(sorted(group, key=content_of)) if len(group) > 1 else tuple(group) for group in together.values()]


def overlap(one: MarkRecord, other: MarkRecord) -> int:
    """Code points of the text that both marks cover with their parts."""
    return shared_characters(one.parts, other.parts)


def shared_characters(one: Sequence[Part], other: Sequence[Part]) -> int:
    """Code points of the text that both sequences of parts cover."""
    return sum(max(0, min(mine.end, its.end) - max(mine.start, its.start)) for mine in one for its in other)


def values_of(mark: MarkRecord) -> tuple[Hashable, ...]:
    """What a mark says about its words, value by value, without the words, ids of marks, and moments."""
    common = (mark.note, repr(sorted(mark.fields.items())))
    if isinstance(mark, MentionRecord):
        return (mark.speaker or "", *common)
    if isinstance(mark, PassageRecord):
        return (mark.topic, *common)
    return (
        tuple((part.start, part.end) for part in mark.cue),
        tuple(sorted((each.speaker or "", each.role) for each in mark.speakers)),
        tuple(sorted((each.topic, each.stance or "") for each in mark.topics)),
        mark.quotation or "",
        mark.certainty or "",
        mark.proposition or "",
        *common,
    )


def content_of(mark: MarkRecord) -> Any:
    """What marks are ordered by where nothing else decides: start, end, quote, then the values."""
    return tuple((part.start, part.end, part.quote) for part in mark.parts), values_of(mark)


def _groups(by_annotator: Sequence[Sequence[MarkRecord]]) -> list[tuple[MarkRecord, ...]]:
    """Groups of marks of one article and kind, from the pairs of each two annotators."""
    pairs = (pair for mine, theirs in combinations(by_annotator, 2) for pair in matched_pairs(mine, theirs))
    return grouped((mark for marks in by_annotator for mark in marks), pairs)


def _overlaps(left: Sequence[MarkRecord], right: Sequence[MarkRecord]) -> Overlaps:
    """For each mark of the left {number of a mark of the right: code points that both cover}."""
    found: Overlaps = [{} for _ in left]
    spans = sorted(
        (part.start, part.end, side, number)
        for side, marks in enumerate((left, right))
        for number, mark in enumerate(marks)
        for part in mark.parts
    )
    open_spans: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for start, end, side, number in spans:
        facing = 1 - side
        still_open = open_spans[facing]
        if still_open:
            open_spans[facing][:] = still_open = [each for each in still_open if each[0] > start]
        for other_end, other in still_open:
            row, column = (other, number) if side else (number, other)
            shared = (end if end < other_end else other_end) - start
            found[row][column] = found[row].get(column, 0) + shared
        open_spans[side].append((end, number))
    return found


def _components(overlaps: Overlaps, columns: int) -> list[tuple[list[int], list[int]]]:
    """Rows and columns that hang together by overlaps; what overlaps nothing is left out."""
    rows_of: list[list[int]] = [[] for _ in range(columns)]
    for row, shared in enumerate(overlaps):
        for column in shared:
            rows_of[column].append(row)
    found: list[tuple[list[int], list[int]]] = []
    seen_rows, seen_columns = set[int](), set[int]()
    for first, shared in enumerate(overlaps):
        if not shared or first in seen_rows:
            continue
        seen_rows.add(first)
        rows, reached = [first], list[int]()
        for row in rows:
            for column in overlaps[row].keys() - seen_columns:
                seen_columns.add(column)
                reached.append(column)
                new = [each for each in rows_of[column] if each not in seen_rows]
                seen_rows.update(new)
                rows += new
        found.append((rows, reached))
    return found


def _assigned(
    left: Sequence[MarkRecord], right: Sequence[MarkRecord], overlaps: Overlaps, rows: list[int], columns: list[int]
) -> dict[int, int]:
    """The pairs of one component: row -> column.

    Marks that say the same of the same words are paired first: no other choice is better. What is left
    then differs in content from every mark of the other side, so content alone numbers it, whichever side
    is the left one.
    """
    mine = {row: content_of(left[row]) for row in sorted(rows)}
    theirs = {column: content_of(right[column]) for column in sorted(columns)}
    pairs = _same_content(mine, theirs)
    taken = set(pairs.values())
    free_rows = sorted((row for row in mine if row not in pairs), key=mine.__getitem__)
    free_columns = sorted((column for column in theirs if column not in taken), key=theirs.__getitem__)
    if free_rows and free_columns:
        row_number = {row: number for number, row in enumerate(free_rows)}
        column_number = {column: number for number, column in enumerate(free_columns)}
        # More than all values of all pairs together, so that overlap decides before them.
        scale = 1 + min(len(free_rows), len(free_columns)) * len(mine[free_rows[0]][1])
        edges = [
            (row_number[row], column_number[column], shared * scale + _agreeing(mine[row], theirs[column]))
            for row in free_rows
            for column, shared in overlaps[row].items()
            if column in column_number
        ]
        for row, column in _heaviest(edges, swapped=theirs[free_columns[0]] < mine[free_rows[0]]):
            pairs[free_rows[row]] = free_columns[column]
    return _settled(pairs, mine, theirs)


def _same_content(mine: dict[int, Any], theirs: dict[int, Any]) -> dict[int, int]:
    waiting: defaultdict[Any, list[int]] = defaultdict(list)
    for column, content in theirs.items():
        waiting[content].append(column)
    return {row: waiting[content].pop() for row, content in mine.items() if waiting.get(content)}


def _agreeing(mine: Any, theirs: Any) -> int:
    """How many values of two contents are equal."""
    return sum(one == other for one, other in zip(mine[1], theirs[1], strict=True))


def _heaviest(edges: list[tuple[int, int, int]], *, swapped: bool) -> list[tuple[int, int]]:
    """Row and column of the heaviest pairs; swapped: the columns are placed one by one instead of the rows."""
    if swapped:
        edges = [(column, row, weight) for row, column, weight in edges]
    graph: Overlaps = [{} for _ in range(1 + max((one for one, _, _ in edges), default=-1))]
    for one, other, weight in sorted(edges):
        graph[one][other] = weight
    partners = heaviest_pairs(graph, 1 + max((other for _, other, _ in edges), default=-1))
    pairs = [(one, partner) for one, partner in enumerate(partners) if partner is not None]
    return [(row, column) for column, row in pairs] if swapped else pairs


def _settled(pairs: dict[int, int], mine: dict[int, Any], theirs: dict[int, Any]) -> dict[int, int]:
    """The same pairs by content; of an annotator's own equal marks the first ones are in them.

    Else it would be chance which of two equal marks is paired, and groups of three would hang on it.
    """
    rows_of: defaultdict[Any, list[int]] = defaultdict(list)
    columns_of: defaultdict[Any, list[int]] = defaultdict(list)
    for row in reversed(mine):
        rows_of[mine[row]].append(row)
    for column in reversed(theirs):
        columns_of[theirs[column]].append(column)
    contents = sorted((mine[row], theirs[column]) for row, column in pairs.items())
    column_of = {
        number: columns_of[contents[number][1]].pop()
        for number in sorted(range(len(contents)), key=lambda number: contents[number][::-1])
    }
    return {rows_of[content].pop(): column_of[number] for number, (content, _) in enumerate(contents)}
