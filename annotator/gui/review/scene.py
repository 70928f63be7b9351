"""What the text shows while a claim is reviewed: one version of every claim, all versions of this one, lanes.

Worked out by the Review screen for the reader. Pure: records in, records and stretches out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from annotator.agreement.versions import differing
from annotator.gui.reader.annotator_lanes import AnnotatorLanes, LaneSpan
from annotator.gui.reader.spots import Spots
from annotator.queries.disagreements import ClaimGroup
from annotator.records import AnnotatorRecord, ClaimRecord, MarkRecord

NEUTRAL = "#7f8794"
"""Of every annotator while names are hidden."""


def marks_to_show(
    groups: Iterable[ClaimGroup], current: ClaimGroup | None, amended: MarkRecord | None
) -> dict[str, MarkRecord]:
    """By id: of every claim one version, of the current one all of them or the consensus', with their mentions."""
    shown: dict[str, MarkRecord] = {}
    for group in groups:
        versions: Sequence[MarkRecord] = group.claims if group is current else group.claims[:1]
        if group is current and amended is not None:
            versions = [amended]
        for version in versions:
            shown[version.id] = version
            if isinstance(version, ClaimRecord):
                linked = (group.mentions.get(said.mention or "") for said in version.speakers)
                shown.update({mention.id: mention for mention in linked if mention is not None})
    return shown


def lanes_of(
    groups: Sequence[ClaimGroup],
    current: ClaimGroup | None,
    *,
    known: Mapping[str, AnnotatorRecord],
    names_hidden: bool,
) -> AnnotatorLanes:
    """One lane for each annotator of the article, in their order; the current claim stands in front.

    known: by id, with the colours in which people are shown.
    """
    everybody = [known.get(each.id, each) for each in groups[0].annotators] if groups else []
    lane = {each.id: number for number, each in enumerate(reversed(everybody))}
    colour = {each.id: NEUTRAL if names_hidden else each.colour for each in everybody}
    spans = [
        LaneSpan(part.start, part.end, lane[claim.annotator], colour[claim.annotator], group is current)
        for group in groups
        for claim in group.claims
        for part in claim.parts
    ]
    if current is None:
        return AnnotatorLanes(spans)
    have = {claim.annotator for claim in current.claims}
    names = [] if names_hidden else [each.name for each in everybody if each.id in have]
    return AnnotatorLanes(spans, names, current.start)


def differing_words(current: ClaimGroup | None) -> Spots:
    """The words of the current claim, content or cue, that not all of its versions cover."""
    if current is None or len(current.claims) < 2:
        return Spots()
    content = differing(claim.parts for claim in current.claims)
    cue = differing(claim.cue for claim in current.claims) if "cue" in current.differences else ()
    free = [each for each in cue if not any(each[0] < end and start < each[1] for start, end in content)]
    return Spots(sorted([*content, *free]))


def reach(group: ClaimGroup) -> tuple[int, int]:
    """From the first to the last code point of all versions."""
    parts = [part for claim in group.claims for part in claim.parts]
    return min(part.start for part in parts), max(part.end for part in parts)
