"""The labeling configuration that a Label Studio project needs to show what this program writes.

Used by `label_studio.py`. The names of the controls are those that the results refer to; a result whose name is
not in the project's configuration is passed over by Label Studio.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from lxml import etree

from annotator.formats.foreign.segments import CONTINUES
from annotator.formats.xml_text import xml_text
from annotator.records import Certainty, Quotation, Role, Stance

LABELS, TOPICS, NOTE = "label", "topics", "note"
"""The names of the controls for regions' labels, topics and notes."""

CHOICES: dict[str, tuple[str, ...]] = {
    "quotation": get_args(Quotation),
    "certainty": get_args(Certainty),
    "stance": get_args(Stance),
}
"""The controls with choices, and these."""


def configuration(labels: Iterable[str], topics: Iterable[str]) -> bytes:
    """The configuration as XML. labels: of all regions. topics: paths, with ` / ` between the names."""
    view = etree.Element("View")
    control = etree.SubElement(view, "Labels", name=LABELS, toName="text")
    for label in labels:
        etree.SubElement(control, "Label", value=xml_text(label))
    etree.SubElement(view, "Text", name="text", value="$text", granularity="symbol")
    tree = etree.SubElement(view, "Taxonomy", name=TOPICS, toName="text", perRegion="true")
    made: dict[tuple[str, ...], etree._Element] = {}
    for path in topics:
        names = path.split(" / ")
        for depth in range(1, len(names) + 1):
            steps = tuple(names[:depth])
            if steps not in made:
                above = made.get(steps[:-1], tree)
                made[steps] = etree.SubElement(above, "Choice", value=xml_text(steps[-1]))
    for name, values in CHOICES.items():
        choices = etree.SubElement(view, "Choices", name=name, toName="text", perRegion="true", choice="single")
        for value in values:
            etree.SubElement(choices, "Choice", value=value)
    etree.SubElement(view, "TextArea", name=NOTE, toName="text", perRegion="true", maxSubmissions="1")
    relations = etree.SubElement(view, "Relations")
    for value in (*get_args(Role), "Cue", CONTINUES):
        etree.SubElement(relations, "Relation", value=value)
    return bytes(etree.tostring(view, encoding="UTF-8", pretty_print=True))
