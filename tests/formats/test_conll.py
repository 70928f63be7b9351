"""CoNLL and BIO: schemes, repairs, columns, several texts; and what an export without places can say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotator.formats import FileReport, format_named, recognise_file
from annotator.records import ArticleRecord, ClaimRecord, MentionRecord, PassageRecord
from tests.formats.golden import golden_set
from tests.formats.round_trips import read_back

CONLL = format_named("conll")


def read(tmp_path: Path, content: str) -> tuple[list[Any], FileReport]:
    """The records of a file, which is told from its content."""
    path = tmp_path / "ana.txt"
    path.write_text(content, "utf-8")
    assert recognise_file(path) == CONLL
    return read_back(CONLL, path)


def passages(records: list[Any]) -> list[str]:
    """The words of the passages."""
    return [each.parts[0].quote for each in records if isinstance(each, PassageRecord)]


@pytest.mark.parametrize(
    ("tags", "repaired"),
    [
        ("B-PER I-PER O B-PORT O", 0),
        ("B-PER E-PER O S-PORT O", 0),
        ("B-PER L-PER O U-PORT O", 0),
        ("I-PER I-PER O I-PORT O", 0),
        ("B-PER I-PER O I-PORT O", 1),
    ],
    ids=["BIO", "BIOES", "BILOU", "IOB1", "repaired"],
)
@pytest.mark.parametrize("separator", [" ", "\t", " -X- _ "], ids=["blank", "tab", "four columns"])
def test_every_scheme(tmp_path: Path, tags: str, repaired: int, separator: str) -> None:
    words = ("Mira", "Okafor", "left", "Aberlay", ".")
    lines = [f"{word}{separator}{tag}" for word, tag in zip(words, tags.split(), strict=True)]
    records, report = read(tmp_path, "\r\n".join(lines))
    assert passages(records) == ["Mira Okafor", "Aberlay"]
    assert report.refused == []
    assert len(report.ignored) == bool(repaired)


def test_neighbours_of_one_label_sentences_and_documents(tmp_path: Path) -> None:
    content = "-DOCSTART- O\n\na B-X\nb B-X\n\nc B-X\nd I-X\n\n-DOCSTART- O\n\ne O\nf B-Claim\ng h i\n"
    records, report = read(tmp_path, content)
    assert [each.text for each in records if isinstance(each, ArticleRecord)] == ["a b\nc d", "e f g"]
    assert passages(records) == ["a", "b", "c d"]
    assert [each.parts[0].quote for each in records if isinstance(each, ClaimRecord)] == ["f"]
    assert [each.where for each in report.refused] == ["ana.txt:13"]


def test_an_export_has_a_file_for_each_annotator_and_layer_and_counts_what_it_loses(tmp_path: Path) -> None:
    assert CONLL.write is not None
    written = CONLL.write(golden_set(), tmp_path / "out")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [
        "Ana_Ports.conll",
        "Ana_claims.conll",
        "Ana_cues.conll",
        "Ana_mentions.conll",
        "Ben_claims.conll",
        "Ben_mentions.conll",
    ]
    lines = (tmp_path / "out" / "Ana_claims.conll").read_text("utf-8").splitlines()
    assert [line for line in lines if "Claim" in line][:2] == ["the B-Claim", "port I-Claim"]
    assert (written.loses["parts"], written.loses["claim details"]) == (1, 2)
    assert (written.loses["annotator"], written.loses["article"]) == (2, 2)
    assert all(written.loses.values())
    records, report = read_back(CONLL, tmp_path / "out")
    assert (report.refused, report.ignored) == ([], [])
    assert {each.parts[0].quote for each in records if isinstance(each, MentionRecord)} == {
        "Mira Okafor",
        "she",
        "Nobody",
    }
