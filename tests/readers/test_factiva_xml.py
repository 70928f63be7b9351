"""Downloads of Factiva as XML."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import UnreadableArticle
from annotator.readers import read_file, read_parts
from annotator.readers.folders import Refusal
from annotator.records import Document
from tests.readers.made_downloads import BOTH, FERRIES, factiva_xml


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "download.xml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_article_with_its_fields(tmp_path: Path) -> None:
    found = read_file(_file(tmp_path, factiva_xml(BOTH)))
    for document, told in zip(found, BOTH, strict=True):
        assert document.text.split("\n") == [told.title, *told.body]
        assert (document.title, document.byline, document.source) == (told.title, told.author, told.outlet)
        assert document.language == "en"
        assert document.meta["factiva"]["RE"] == "tes : Tessaly | orv : Orvand"
        assert document.meta["factiva"]["WC"] == "1012"
    assert [each.published for each in found] == ["2025-11-24", "2025-11-25"]
    assert found[0].meta["accession"] == "FERRY00020251124elbo0001"


def test_text_that_is_set_line_by_line_keeps_its_lines(tmp_path: Path) -> None:
    lines = '<paragraph display="Preformatted">Fee   12\n\nBoat  30</paragraph></tailParagraphs>'
    (document,) = read_file(_file(tmp_path, factiva_xml((FERRIES,)).replace("</tailParagraphs>", lines)))
    assert document.text.endswith("\nFee 12\nBoat 30")


def test_an_article_without_text_is_told_and_broken_xml_refused(tmp_path: Path) -> None:
    text = factiva_xml(BOTH).replace("<leadParagraph>", "<x>", 1).replace("</leadParagraph>", "</x>", 1)
    first_tail = text[text.index("<tailParagraphs>") : text.index("</tailParagraphs>")]
    document, refusal = read_parts(_file(tmp_path, text.replace(first_tail, "<tailParagraphs>", 1)))
    assert isinstance(document, Document)
    assert isinstance(refusal, Refusal)
    assert "Article 1" in refusal.reason
    with pytest.raises(UnreadableArticle, match="broken XML"):
        read_file(_file(tmp_path, factiva_xml(BOTH)[:-20]))


def test_no_entity_is_resolved(tmp_path: Path) -> None:
    secret = _file(tmp_path, "secret").rename(tmp_path / "secret.txt")
    kinds = f'<!DOCTYPE PPSResponse [<!ENTITY x SYSTEM "{secret.as_uri()}">]><PPSResponse>'
    text = factiva_xml(BOTH).replace("<PPSResponse>", kinds).replace("Length: that", "Length: &x; that")
    found = read_file(_file(tmp_path, text))
    assert len(found) == len(BOTH)
    assert all("secret" not in each.text for each in found)
