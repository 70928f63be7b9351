"""UIMA CAS, XMI and JSON: opened by others' readers, and read as INCEpTION writes it."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import cassis
import pytest

from annotator.errors import InvalidSet
from annotator.formats import Format, format_named, recognise_file
from annotator.records import AnnotatorRecord, ArticleRecord, ClaimRecord, CommentRecord, MentionRecord, PassageRecord
from tests.formats.golden import golden_set
from tests.formats.round_trips import read_back

XMI, JSON = format_named("xmi"), format_named("cas_json")
TEXT = "Mira 😀 said: no ships."


def of(records: list[Any], kind: type) -> list[Any]:
    """The records of one kind."""
    return [each for each in records if isinstance(each, kind)]


def opened(fmt: Format, folder: Path) -> list[cassis.Cas]:
    """The files of an export, read by dkpro-cassis."""
    assert fmt.write is not None
    fmt.write(golden_set(), folder)
    if fmt is JSON:
        return [cassis.load_cas_from_json(path.read_text("utf-8")) for path in sorted(folder.rglob("*.json"))]
    with (folder / "TypeSystem.xml").open("rb") as file:
        types = cassis.load_typesystem(file)
    found = []
    for path in sorted(folder.rglob("*.xmi")):
        with path.open("rb") as file:
            found.append(cassis.load_cas_from_xmi(file, typesystem=types))
    return found


@pytest.mark.parametrize("fmt", [XMI, JSON], ids=["xmi", "json"])
def test_dkpro_cassis_opens_what_is_written(tmp_path: Path, fmt: Format) -> None:
    found = opened(fmt, tmp_path / "out")
    assert len(found) == 3
    claims = [each for cas in found for each in cas.select("webanno.custom.Claim")]
    claim = next(each for each in claims if each.quotation == "direct")
    assert claim.get_covered_text() == "the port loses two ships 😀 a month"
    assert (claim.certainty, claim.note) == ("high", "-1 for certainty")
    assert list(claim.topics.elements) == ["Ports / Dues", "Ports"]
    links = {(each.role, each.target.get_covered_text()) for each in claim.links.elements}
    assert links == {("Cue", "said"), ("says", "Mira Okafor"), ("reported_by", "she"), ("continues", "or three")}
    passages = [each for cas in found for each in cas.select("webanno.custom.Passage")]
    assert [(each.topic, each.get_covered_text()) for each in passages] == [("Ports", "الميناء مفتوح")]


def inception() -> cassis.Cas:
    """A small analysis with a layer, a relation, a slot, tokens and a chain, made by dkpro-cassis."""
    types = cassis.TypeSystem()
    claim, speaker = types.create_type("webanno.custom.Claim"), types.create_type("webanno.custom.Speaker")
    link = types.create_type("webanno.custom.Link", "uima.cas.TOP")
    relation, token = types.create_type("webanno.custom.Near"), types.create_type("custom.Token")
    types.create_feature(claim, "value", "uima.cas.String")
    types.create_feature(claim, "score", "uima.cas.Integer")
    types.create_feature(claim, "speakers", "uima.cas.FSArray", elementType="webanno.custom.Link")
    types.create_feature(link, "role", "uima.cas.String")
    types.create_feature(link, "target", "uima.tcas.Annotation")
    for name in ("Governor", "Dependent"):
        types.create_feature(relation, name, "uima.tcas.Annotation")
    cas = cassis.Cas(types)
    cas.sofa_string, cas.sofa_mime, cas.document_language = TEXT, "text", "en"
    who = speaker(begin=0, end=6)
    what = claim(begin=13, end=21, value="weak", score=3)
    what.speakers = types.get_type("uima.cas.FSArray")(elements=[link(role="says", target=who)])
    near = relation(begin=0, end=6, Governor=what, Dependent=what)
    cas.add_all([who, what, near, token(begin=0, end=4), claim(begin=7, end=7)])
    return cas


@pytest.mark.parametrize("fmt", [XMI, JSON], ids=["xmi", "json"])
def test_layers_slots_and_relations_of_inception(tmp_path: Path, fmt: Format) -> None:
    path = tmp_path / f"ana{fmt.suffixes[0]}"
    if fmt is JSON:
        inception().to_json(path)
    else:
        inception().to_xmi(path)
        inception().typesystem.to_xml(tmp_path / "TypeSystem.xml")
    assert recognise_file(path) == fmt
    records, report = read_back(fmt, path)
    (claim,), (mention,) = of(records, ClaimRecord), of(records, MentionRecord)
    assert (claim.parts[0].quote, mention.parts[0].quote) == ("no ships", "Mira 😀")
    assert [(each.role, each.mention) for each in claim.speakers] == [("says", mention.id)]
    assert claim.fields["value"] == "weak"
    assert int(claim.fields["score"]) == 3
    assert of(records, AnnotatorRecord)[0].name == "ana"
    assert (of(records, ArticleRecord)[0].language, of(records, ArticleRecord)[0].text) == ("en", TEXT)
    assert [each.text for each in of(records, CommentRecord)] == ["Claim at 7"]
    assert any(each.endswith("segmentation, no annotation: Token (1)") for each in report.ignored)
    assert "no place for “Near” (1)" in report.ignored
    records, _ = read_back(fmt, path, labels={"Token": "passage", "Claim": "ignore"})
    assert [each.parts[0].quote for each in of(records, PassageRecord)] == ["Mira"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "It has a document type of its own, which no XMI needs"),
        ("<a/>", "This is XML, but no XMI of UIMA"),
        ('<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"><cas', "This is no whole XMI"),
        ("", "This is no whole XMI"),
    ],
)
def test_xml_that_is_broken_or_made_to_do_harm_is_refused(tmp_path: Path, content: str, sentence: str) -> None:
    path = tmp_path / "a.xmi"
    path.write_text(content, "utf-8")
    with pytest.raises(InvalidSet, match=sentence):
        read_back(XMI, path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_xml_bomb_is_not_read(tmp_path: Path, encoding: str) -> None:
    layers = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "{"no ships " * 100}">{layers}]>'
    body = '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" a="&e9;">&e9;</xmi:XMI>'
    path = tmp_path / "a.xmi"
    path.write_text(f'<?xml version="1.0" encoding="{encoding}"?>{bomb}{body}', encoding)
    with pytest.raises(InvalidSet, match=r"document type of its own|no whole XMI"):
        read_back(XMI, path)


def test_the_older_json_of_uima_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"_context": {}, "_views": {}}), "utf-8")
    with pytest.raises(InvalidSet, match=r"older JSON of UIMA; export it as UIMA CAS JSON 0\.4 or XMI"):
        read_back(JSON, path)


def test_a_project_of_inception_has_a_zip_for_each_annotator(tmp_path: Path) -> None:
    def packed(name: str) -> bytes:
        with io.BytesIO() as held:
            with zipfile.ZipFile(held, "w") as inner:
                inner.writestr(f"{name}.xmi", inception().to_xmi())
                inner.writestr("TypeSystem.xml", inception().typesystem.to_xml())
            return held.getvalue()

    path = tmp_path / "project.zip"
    with zipfile.ZipFile(path, "w") as outer:
        outer.writestr("exportedproject.json", "{}")
        outer.writestr("source/harbour.txt", TEXT)
        for name in ("ana", "ben"):
            outer.writestr(f"annotation/harbour.txt/{name}.zip", packed(name))
        outer.writestr("curation/harbour.txt/CURATION_USER.zip", packed("CURATION_USER"))
    assert recognise_file(path) == XMI
    records, report = read_back(XMI, path)
    assert report.refused == []
    who = {(each.name, each.kind) for each in of(records, AnnotatorRecord)}
    assert who == {("ana", "person"), ("ben", "person"), ("CURATION_USER", "consensus")}
    assert (len(of(records, ArticleRecord)), len(of(records, ClaimRecord))) == (1, 3)
