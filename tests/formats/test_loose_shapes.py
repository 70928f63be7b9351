"""Further shapes that other programs export: tables of JSON cells, spaCy's documents, unpacked projects, new counts."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import FileError
from annotator.formats import FileReport, format_named, recognise_file
from annotator.records import AnnotatorRecord, ArticleRecord, PassageRecord, TopicRecord
from tests.formats.golden import golden_set
from tests.formats.round_trips import read_back

TEXT = "Mira Okafor said no ships come 🚢. The guild is against it."


def taken(path: Path, expected: str, **options: Any) -> tuple[list[tuple[str, str]], list[Any], FileReport]:
    """Quote and topic of each passage, all records, and the report; of a file that is told by its content."""
    found = recognise_file(path)
    assert found is not None
    assert found.name == expected
    records, report = read_back(found, path, **options)
    topics = {each.id: each.name for each in records if isinstance(each, TopicRecord)}
    passages = [each for each in records if isinstance(each, PassageRecord)]
    return sorted((each.parts[0].quote, topics[each.topic]) for each in passages), records, report


def table(path: Path, *rows: list[Any]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def test_a_table_of_doccano_is_read_like_its_lines(tmp_path: Path) -> None:
    labels = json.dumps([[0, 11, "Who"], [20, 25, "Port"]])
    path = table(tmp_path / "a.csv", ["id", "text", "label"], [1, TEXT, labels], [2, "Other words", "[]"])
    found, records, report = taken(path, "doccano")
    assert found == [("Mira Okafor", "Who"), ("ships", "Port")]
    assert len([each for each in records if isinstance(each, ArticleRecord)]) == 2
    assert (report.refused, report.ignored) == ([], [])
    found, _, report = taken(path, "doccano", labels={"Who": "ignore"})
    assert found == [("ships", "Port")]


def test_a_table_of_label_studio_is_read_like_its_tasks(tmp_path: Path) -> None:
    region = {"start": 0, "end": 11, "text": "Mira Okafor", "labels": ["Who"]}
    headings = ["text", "id", "label", "tone", "annotator", "annotation_id", "created_at", "updated_at", "lead_time"]
    rest = [3, 9, "2021-01-01T00:00:00Z", "2021-01-01T00:00:00Z", 3.2]
    path = table(tmp_path / "a.csv", headings, [TEXT, 1, json.dumps([region]), "calm", *rest])
    found, records, report = taken(path, "label_studio")
    assert found == [("Mira Okafor", "Who")]
    assert [each.name for each in records if isinstance(each, AnnotatorRecord)] == ["annotator 3"]
    assert (report.refused, report.ignored) == ([], [])


@pytest.mark.parametrize("cell", ["[[0, 3,]]", "[{]", "[" * 3000 + "]", '[{"start": 1e400}]', '{"a": }'])
def test_a_cell_that_is_no_json_is_refused_with_its_place(tmp_path: Path, cell: str) -> None:
    good = json.dumps([[0, 11, "Who"]])
    path = table(tmp_path / "a.csv", ["id", "text", "label"], [1, TEXT, good], [2, "Other words", cell])
    found, _, report = taken(path, "doccano")
    assert found == [("Mira Okafor", "Who")]
    assert all(each.where == "a.csv:3" for each in report.refused)
    assert report.refused


def test_a_table_of_articles_is_none(tmp_path: Path) -> None:
    assert recognise_file(table(tmp_path / "a.csv", ["id", "text"], [1, TEXT])) is None


TOKENS = [("Mira", "B-Who"), ("Okafor", "L-Who"), ("said", "O"), ("no", "O"), ("ships", "U-Port"), ("come", "-")]


@pytest.mark.parametrize("own", [True, False], ids=["offsets", "tags"])
@pytest.mark.parametrize("raw", [True, False], ids=["text", "words"])
def test_a_document_of_spacy_is_read(tmp_path: Path, own: bool, raw: bool) -> None:
    tokens = [{"id": n, "orth": word, "ner": tag} for n, (word, tag) in enumerate(TOKENS)]
    paragraph: dict[str, Any] = {"sentences": [{"tokens": tokens, "brackets": []}]}
    paragraph |= {"raw": TEXT} if raw else {}
    paragraph |= {"entities": [[0, 11, "Who"], {"start": 20, "end": 25, "label": "Port"}]} if own else {}
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"id": 0, "paragraphs": [paragraph, {"raw": "Other words", "sentences": []}]}]))
    found, records, report = taken(path, "doccano")
    assert found == [("Mira Okafor", "Who"), ("ships", "Port")]
    assert len([each for each in records if isinstance(each, ArticleRecord)]) == 2
    assert report.refused == []


def test_wild_documents_of_spacy_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    tokens = [7, {"orth": 3, "ner": []}, {"orth": "ships", "ner": "L-Port"}, {"orth": "none", "ner": "I-Who"}]
    wild = [{"raw": TEXT, "sentences": [{"tokens": tokens}, "x"], "cats": "y"}, {"raw": 3, "sentences": []}, 5]
    wild.append({"raw": TEXT + " Again.", "entities": [["a", 2], "b"], "sentences": []})
    path.write_text(json.dumps([{"id": 0, "paragraphs": wild}]))
    found, _, report = taken(path, "doccano")
    assert found == [("ships", "Port")]
    assert len(report.refused) == 4


def unpacked_project(tmp_path: Path) -> Path:
    """A project outside its archive."""
    guid = "11111111-1111-1111-1111-11111111111"
    (tmp_path / "Sources").mkdir()
    (tmp_path / "Sources" / f"{guid}1.txt").write_text(TEXT, "utf-8")
    path = tmp_path / "project.qde"
    path.write_text(
        f"""<?xml version="1.0" encoding="utf-8"?><Project name="p" xmlns="urn:QDA-XML:project:1.0">
<Users><User guid="{guid}a" name="Ana"/></Users>
<CodeBook><Codes><Code guid="{guid}b" name="Port" isCodable="true"/></Codes></CodeBook>
<Sources><TextSource guid="{guid}1" name="News" plainTextPath="internal://{guid}1.txt">
<PlainTextSelection guid="{guid}c" name="ships" startPosition="20" endPosition="25" creatingUser="{guid}a">
<Coding guid="{guid}d" creatingUser="{guid}a"><CodeRef targetGUID="{guid}b"/></Coding>
</PlainTextSelection></TextSource></Sources></Project>""",
        "utf-8",
    )
    return path


def test_a_project_outside_its_archive_is_read(tmp_path: Path) -> None:
    found, _, report = taken(unpacked_project(tmp_path), "refi-qda")
    assert found == [("ships", "Port")]
    assert report.refused == []


def test_links_beside_a_project_are_not_followed(tmp_path: Path) -> None:
    path = unpacked_project(tmp_path)
    (source,) = (tmp_path / "Sources").iterdir()
    source.rename(tmp_path / "elsewhere.txt")
    source.symlink_to(tmp_path / "elsewhere.txt")
    found, records, _ = taken(path, "refi-qda")
    assert found == []
    assert not [each for each in records if isinstance(each, ArticleRecord)]


def test_a_project_is_written_as_an_archive(tmp_path: Path) -> None:
    write = format_named("refi-qda").write
    assert write is not None
    with pytest.raises(FileError, match="qdpx"):
        write(golden_set(), tmp_path / "a.qde")
    assert not (tmp_path / "a.qde").exists()


def test_places_that_begin_anew_in_each_sentence_are_put_one_below_the_other(tmp_path: Path) -> None:
    sentences = [
        [("Mira", 0, "Port[1]"), ("Okafor", 5, "Port[1]"), ("agrees", 12, "_")],
        [("The", 0, "_"), ("guild", 4, "Port"), ("waits", 10, "_")],
        [("Nobody", 0, "Port[2]"), ("came", 7, "Port[2]")],
    ]
    lines = ["#FORMAT=WebAnno TSV 3.3", "#T_SP=webanno.custom.Ent|value", "", ""]
    for number, sentence in enumerate(sentences, 1):
        lines.append("#Text=" + " ".join(word for word, _, _ in sentence))
        lines += [
            f"{number}-{place}\t{at}-{at + len(word)}\t{word}\t{label}\t"
            for place, (word, at, label) in enumerate(sentence, 1)
        ]
        lines.append("")
    path = tmp_path / "a.tsv"
    path.write_text("\n".join(lines), "utf-8")
    found, records, report = taken(path, "webanno_tsv")
    assert [quote for quote, _ in found] == ["Mira Okafor", "Nobody came", "guild"]
    (article,) = (each for each in records if isinstance(each, ArticleRecord))
    assert article.text == "Mira Okafor agrees\nThe guild waits\nNobody came"
    assert [each for each in report.ignored if each.endswith("put below those before: 2")]
    assert report.refused == []


def test_a_mark_goes_on_where_places_begin_anew_and_words_are_not_quite_those_of_the_text(tmp_path: Path) -> None:
    lines = [
        "#FORMAT=WebAnno TSV 3.1", "#T_SP=webanno.custom.Ent|value", "", "", "#Text==A ship with a-cargo",
        "1-1\t0-1\ta\t_", "1-2\t2-6\tship\t_", "1-3\t7-11\twith\t_", "1-4\t12-19\ta-cargo\tPort[6]", "",
        "#Text==unloads here .", "2-1\t0-7\tunloads\tPort[6]", "2-2\t8-12\there\t_", "2-3\t13-14\t.\t_", "",
    ]  # fmt: skip
    path = tmp_path / "a.tsv"
    path.write_text("\n".join(lines), "utf-8")
    found, records, report = taken(path, "webanno_tsv")
    (article,) = (each for each in records if isinstance(each, ArticleRecord))
    assert article.text == "=A ship with a-cargo\n=unloads here ."
    assert [quote for quote, _ in found] == ["a-cargo\n=unloads"]
    assert report.refused == []
