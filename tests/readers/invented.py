"""Invented articles that the tests of the readers share."""

from __future__ import annotations

from annotator.records import Document

TITLE = "Ferry Guild: Boats to Stay in Harbour Despite Minister's Pledge"
STANDFIRST = "Dorn also told Marsh that the fee punishes the smallest boats."
BODY = (
    "Ferry guild head Ada Dorn said on Tuesday that the boats would stay moored “for as long as it takes,” "
    "despite the pledge of the harbour minister, the guild's press office reported.",
    "The guild met Minister Ivo Marsh on the sidelines of the Tessaly fair.",
    "“Our boats are small,” Dorn said. “The fee is not.”",
    "By Monday the harbour was empty.",
    "Dorn also told Marsh that the fee punishes the smallest boats, and asked for a new study.",
    "“We understand the budget — and its holes,” he said.",
)
ADDRESS = "https://www.ferrypost.example/2025/11/24/boats-to-stay-a50"

MARKDOWN = "\n\n".join(
    (
        f"\n\n# {TITLE}",
        "By [Nela Quist](#)",
        "November 24, 2025\n\n",
        STANDFIRST,
        *BODY,
        "Contact the author at [desk@ferrypost.example](mailto:desk@ferrypost.example)",
        "Original url:",
        f"<{ADDRESS}>",
    )
)


def lines_of(document: Document, *kinds: str) -> list[str]:
    """The text of the document's blocks, of all or of some kinds."""
    blocks = [block for block in document.blocks if not kinds or block.kind in kinds]
    return [document.text[block.start : block.end] for block in blocks]


def check(document: Document) -> None:
    """What holds for every document: blocks are the lines of the text, links lie within one of them."""
    assert document.title
    assert lines_of(document) == document.text.split("\n")
    for link in document.links:
        assert 0 <= link.start < link.end <= len(document.text)
        assert "\n" not in document.text[link.start : link.end]
        assert link.url
