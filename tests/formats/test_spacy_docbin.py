"""Training data for spaCy, read back by spaCy."""

from __future__ import annotations

import json
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from annotator.errors import FileError
from annotator.formats.spacy_docbin import write
from annotator.records import ArticleRecord, Record
from tests.formats.golden import OTHER, TEXT, golden_set
from tests.strategies import annotation_sets

with warnings.catch_warnings():
    # What spaCy's own libraries say of each other while they are imported.
    warnings.simplefilter("ignore")
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed; the extra `spacy` or `dev` brings it")

slowly = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def documents(path: Path) -> list[Any]:
    """The documents of a DocBin, as spaCy reads them."""
    return list(spacy.tokens.DocBin().from_disk(path).get_docs(spacy.blank("xx").vocab))


def test_spans_of_all_kinds_come_back(tmp_path: Path) -> None:
    written = write(golden_set(), tmp_path / "a.spacy")
    first, second = documents(tmp_path / "a.spacy")
    assert (first.text, second.text) == (TEXT, OTHER)
    assert [(each.text, each.label_, each.id_) for each in first.spans["sc"]] == [
        ("Mira Okafor", "mention", "m-1"),
        ("she", "mention", "m-2"),
        ("the port loses two ships 😀 a month", "claim", "c-1"),
        ("or three", "claim", "c-1"),
        ("said", "cue", "c-1"),
        ("port loses two ships 😀", "claim", "c-2"),
        ("الميناء مفتوح", "passage", "g-1"),
    ]
    assert [(each.text, each.label_) for each in first.spans["topics"]][:2] == [
        ("the port loses two ships 😀 a month", "Ports / Fees"),
        ("or three", "Ports / Fees"),
    ]
    assert [(each.text, each.label_, each.kb_id_) for each in first.ents] == [
        ("Mira Okafor", "PERSON", "s-1"),
        ("she", "MENTION", ""),
    ]
    assert [each["id"] for each in json.loads(first.user_data["claims"])["marks"]] == [
        "m-1",
        "m-2",
        "c-1",
        "c-2",
        "g-1",
    ]
    assert (written.counts["claim"], written.loses["claim"]) == (2, 1)
    assert "boundaries" not in written.loses


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    assert write(golden_set(), tmp_path / "a").sha256 == write(golden_set(), tmp_path / "b").sha256


@slowly
@given(annotation_sets())
def test_any_set_is_read_by_spacy(made: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        written = write(made, Path(folder) / "a.spacy")
        found = documents(Path(folder) / "a.spacy")
    assert [each.text for each in found] == [each.text for each in made if isinstance(each, ArticleRecord)]
    widened = written.loses.get("boundaries", 0)
    spans = [span for each in found for span in each.spans["sc"]]
    parts = {part.quote for each in made for part in (*getattr(each, "parts", ()), *getattr(each, "cue", ()))}
    assert sum(span.text not in parts for span in spans) <= widened


def test_without_spacy_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(FileError, match=r"install it with: pip install 'annotator\[spacy\]'"):
        write(golden_set(), tmp_path / "a.spacy")
    assert list(tmp_path.iterdir()) == []
