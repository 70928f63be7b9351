"""Discontinuous spans in formats whose spans are one stretch each.

Used by such formats, both ways: the parts of a span become spans of their own, of the same label, tied to the
first by the relation `CONTINUES`, which such tools show; where spans are tied so, they are one again.
"""

from __future__ import annotations

from msgspec import structs

from annotator.formats.foreign.description import ForeignLayer, ForeignLink, ForeignSpan

CONTINUES = "continues"


def apart(layer: ForeignLayer) -> ForeignLayer:
    """The layer with a span for each part; the first has everything else."""
    spans: list[ForeignSpan] = []
    links = list(layer.links)
    for span in layer.spans:
        spans.append(span if len(span.parts) < 2 else structs.replace(span, parts=span.parts[:1]))
        for number, part in enumerate(span.parts[1:], 2):
            key = f"{span.key}-{number}"
            spans.append(ForeignSpan(key, span.label, (part,)))
            links.append(ForeignLink(f"p{len(links)}", CONTINUES, (("Arg1", span.key), ("Arg2", key))))
    return structs.replace(layer, spans=tuple(spans), links=tuple(links))


def together(layer: ForeignLayer) -> ForeignLayer:
    """The layer with spans that continue each other made one."""
    spans = {span.key: span for span in layer.spans}
    links = []
    for link in layer.links:
        first, second = (spans.get(key) for _, key in (*link.arguments, ("", ""), ("", ""))[:2])
        if link.label != CONTINUES or first is None or second is None or first is second or first.label != second.label:
            links.append(link)
            continue
        quotes = first.quotes + second.quotes
        complete = len(quotes) == len(first.parts) + len(second.parts)
        spans[first.key] = structs.replace(first, parts=first.parts + second.parts, quotes=quotes if complete else ())
        del spans[second.key]
    return structs.replace(layer, spans=tuple(spans.values()), links=tuple(links))
