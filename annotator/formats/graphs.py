"""Networks of speakers and topics as graphs that other programs draw: GraphML and GEXF.

Called by way of the registry. One file holds one graph with three kinds of edges, told apart by `relation`:
“claims” from a speaker to a topic, “congruence” and “conflict” between two speakers; see `networks`. It is
written only, never read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

from annotator.formats import Format, Progress, Written, no_progress, register
from annotator.formats.networks import LOSES, STANCES, Network
from annotator.formats.output import replacing, sha256_so_far
from annotator.formats.xml_text import xml_text
from annotator.records import Record
from annotator.sentences import worded

NO_COLOUR = "#808080"
"""Of a topic that has none."""


def graph_of(network: Network) -> Any:
    """The networkx graph of a network. Every attribute has one type throughout, as both formats want."""
    import networkx

    graph = networkx.MultiGraph()
    names = network.names
    for identity in network.speakers():
        kind = names.speakers[identity].kind
        about = {"label": xml_text(names.speaker_name(identity)), "kind": "speaker", "speaker_kind": kind}
        graph.add_node(_speaker(identity), **about, colour="", claims=network.claims_of_speaker[identity])
    for identity in network.topics():
        colour = names.topics[identity].colour or NO_COLOUR
        about = {"label": xml_text(names.topic_path(identity)), "kind": "topic", "speaker_kind": ""}
        graph.add_node(_topic(identity), **about, colour=colour, claims=network.claims_on_topic[identity])
    edges = [
        (_speaker(speaker), _topic(topic), "claims", stances.total(), stances)
        for (speaker, topic), stances in sorted(network.ties.items())
    ]
    alone: Counter[str] = Counter()
    for relation, pairs in (("congruence", network.congruence()), ("conflict", network.conflict())):
        for (one, other), count in sorted(pairs.items()):
            edges.append((_speaker(one), _speaker(other), relation, count, alone))
    for number, (source, target, relation, weight, stances) in enumerate(edges):
        sides = {stance: stances[stance] for stance in STANCES}
        graph.add_edge(source, target, key=f"e{number}", relation=relation, weight=weight, **sides)
    return graph


def _speaker(identity: str) -> str:
    return xml_text(f"speaker {identity}")


def _topic(identity: str) -> str:
    return xml_text(f"topic {identity}")


def _graphml(graph: Any) -> bytes:
    import networkx

    stream = BytesIO()
    networkx.write_graphml_xml(graph, stream, named_key_ids=True)
    return stream.getvalue()


def _gexf(graph: Any) -> bytes:
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(graph, version="1.2draft")
    # The day of writing, which would make two files of one set differ.
    del writer.xml.find("meta").attrib["lastmodifieddate"]
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _writer(name: str, encode: Callable[[Any], bytes]) -> Callable[..., Written]:
    def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
        """Write the graph of the set in the place of `out`. Raises DiskFull and FileError."""
        network = Network()
        network.take_all(records, progress)
        with replacing(out) as file:
            file.write(encode(graph_of(network)))
            return Written(str(out), name, dict(network.counts), dict(network.loses), sha256_so_far(file))

    return write


for _name, _title, _encode in (
    ("graphml", worded("Network of speakers and topics (GraphML)"), _graphml),
    ("gexf", worded("Network of speakers and topics (GEXF)"), _gexf),
):
    register(Format(_name, _title, (f".{_name}",), LOSES, write=_writer(_name, _encode)))
