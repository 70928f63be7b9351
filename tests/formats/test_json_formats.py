"""doccano, Prodigy, Label Studio and labelbuddy as these tools write them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import InvalidSet
from annotator.formats import FileReport, format_named, recognise_file
from annotator.records import (
    AnnotatorRecord,
    ArticleRecord,
    ClaimRecord,
    CommentRecord,
    MentionRecord,
    PassageRecord,
    TopicRecord,
)
from tests.formats.golden import golden_set
from tests.formats.round_trips import read_back

TEXT = "Mira Okafor 😀 said: no ships."


def read(path: Path, name: str, *lines: Any, array: bool = False) -> tuple[list[Any], FileReport]:
    """The records of objects in a file, which is told from its content."""
    path.write_text(json.dumps(lines) if array else "\n".join(map(json.dumps, lines)), "utf-8")
    found = recognise_file(path)
    assert found is not None
    assert found.name == name
    return read_back(found, path)


def of(records: list[Any], kind: type) -> list[Any]:
    """The records of one kind."""
    return [each for each in records if isinstance(each, kind)]


def test_doccano_entities_with_relations_categories_and_comments(tmp_path: Path) -> None:
    entities = [
        {"id": 5, "label": "Claim", "start_offset": 20, "end_offset": 28},
        {"id": 6, "label": "Speaker", "start_offset": 0, "end_offset": 11},
        {"id": 7, "label": "Port", "start_offset": 23, "end_offset": 28},
    ]
    relations = [
        {"id": 1, "from_id": 5, "to_id": 6, "type": "SaidBy"},
        {"id": 2, "from_id": 5, "to_id": 7, "type": "On"},
    ]
    line = {"id": 1, "text": TEXT, "entities": entities, "relations": relations, "cats": ["news"]}
    line |= {"Comments": [{"id": 1, "comment": "look"}], "desk": "north"}
    records, report = read(tmp_path / "ana.jsonl", "doccano", line)
    (claim,), (mention,) = of(records, ClaimRecord), of(records, MentionRecord)
    assert (claim.parts[0].quote, claim.speakers[0].mention) == ("no ships", mention.id)
    assert of(records, AnnotatorRecord)[0].name == "ana"
    assert of(records, PassageRecord)[0].parts[0].quote == "ships"
    assert {each.text for each in of(records, CommentRecord)} == {"news", "look"}
    assert of(records, ArticleRecord)[0].meta == {"desk": "north"}
    assert (report.ignored, report.refused) == (["no place for “On” (1)"], [])


def test_doccano_triples_and_lines_that_are_wrong(tmp_path: Path) -> None:
    lines = [{"text": TEXT, "label": [[14, 18, "Cue"], [0, 900, "Far"], [1, "x"]]}, {"label": [[0, 1, "A"]]}]
    records, report = read(tmp_path / "a.jsonl", "doccano", *lines)
    assert [each.parts[0].quote for each in of(records, PassageRecord)] == ["said"]
    assert [(each.where, each.reason) for each in report.refused] == [
        ("a.jsonl:1", '[1, "x"] is no label of doccano; correct or remove it.'),
        ("a.jsonl:2", "It has no text; add one, or remove it."),
    ]
    assert report.orphans == 1


def test_prodigy_tasks_of_two_annotators_with_relations_by_tokens(tmp_path: Path) -> None:
    spans = [
        {"start": 20, "end": 28, "label": "Claim", "token_start": 4, "token_end": 5},
        {"start": 0, "end": 11, "label": "Source", "token_start": 0, "token_end": 1},
    ]
    task = {"text": TEXT, "_input_hash": 1, "spans": spans, "answer": "accept", "_timestamp": 1767607200}
    relation = {"head": 5, "child": 1, "label": "says", "head_span": spans[0], "child_span": spans[1]}
    lines = [
        task | {"_annotator_id": "ana", "relations": [relation]},
        task | {"_annotator_id": "ben", "relations": [{"head": 5, "child": 1, "label": "says"}]},
        task | {"_annotator_id": "cleo", "answer": "reject"},
    ]
    records, report = read(tmp_path / "a.jsonl", "prodigy", *lines)
    assert [each.name for each in of(records, AnnotatorRecord)] == ["ana", "ben"]
    assert [len(each.speakers) for each in of(records, ClaimRecord)] == [1, 1]
    assert {each.created for each in of(records, ClaimRecord)} == {"2026-01-05T10:00:00Z"}
    assert len(of(records, ArticleRecord)) == 1
    assert report.ignored == ["a.jsonl:3: answered “reject”; its 2 spans were left out"]


def region(key: str, start: int, end: int, label: str) -> dict[str, Any]:
    """A labelled region of Label Studio, counted in UTF-16 as its older releases did."""
    counted = [len(TEXT[:place].encode("utf-16-le")) // 2 for place in (start, end)]
    value = {"start": counted[0], "end": counted[1], "text": TEXT[start:end], "labels": [label]}
    return {"id": key, "type": "labels", "from_name": "label", "to_name": "text", "value": value}


def test_label_studio_regions_with_choices_topics_and_relations(tmp_path: Path) -> None:
    place = {"start": 21, "end": 29}
    result = [
        region("r1", 20, 28, "Claim"),
        region("r2", 0, 11, "Speaker"),
        {"id": "r1", "type": "taxonomy", "from_name": "topics", "value": place | {"taxonomy": [["Ports", "Fees"]]}},
        {"id": "r1", "type": "choices", "from_name": "stance", "value": place | {"choices": ["supports"]}},
        {"id": "r1", "type": "choices", "from_name": "tone", "value": place | {"choices": ["calm", "dry"]}},
        {"id": "r1", "type": "textarea", "from_name": "note", "value": place | {"text": ["see page 2"]}},
        {"id": "whole", "type": "choices", "from_name": "genre", "value": {"choices": ["news"]}},
        {"type": "relation", "from_id": "r1", "to_id": "r2", "direction": "right", "labels": ["SaidBy"]},
    ]
    annotations = [
        {"completed_by": {"email": "ana@example.org"}, "result": result},
        {"was_cancelled": True, "result": []},
    ]
    predictions = [{"model_version": "m1", "result": [region("r1", 0, 4, "Port")]}]
    task = {
        "id": 7,
        "data": {"text": TEXT, "title": "No ships"},
        "annotations": annotations,
        "predictions": predictions,
    }
    records, report = read(tmp_path / "a.json", "label_studio", task, array=True)
    (claim,), topics = of(records, ClaimRecord), {each.id: each for each in of(records, TopicRecord)}
    assert (claim.parts[0].quote, claim.note, claim.fields) == ("no ships", "see page 2", {"tone": ["calm", "dry"]})
    (topic,) = claim.topics
    assert (topics[topic.topic].name, topic.stance) == ("Fees", "supports")
    assert topics[topics[topic.topic].parent].name == "Ports"
    assert {(each.name, each.kind) for each in of(records, AnnotatorRecord)} == {
        ("ana@example.org", "person"),
        ("m1", "suggester"),
    }
    assert "genre: news" in {each.text for each in of(records, CommentRecord)}
    assert (report.moved, report.refused) == (0, [])
    assert (
        f"{of(records, ArticleRecord)[0].title}: offsets count utf-16, not code points, by their quotes"
        in report.ignored
    )


def test_label_studio_small_json(tmp_path: Path) -> None:
    labels = [{"start": 0, "end": 4, "text": "Mira", "labels": ["Port", "Sea"]}]
    records, _ = read(
        tmp_path / "a.json", "label_studio", {"id": 1, "text": TEXT, "label": labels, "annotator": 3}, array=True
    )
    assert len(of(records, PassageRecord)) == 2
    assert of(records, AnnotatorRecord)[0].name == "annotator 3"


def test_label_studio_comes_with_the_configuration_that_it_needs(tmp_path: Path) -> None:
    fmt = format_named("label_studio")
    assert fmt.write is not None
    fmt.write(golden_set(), tmp_path / "out")
    config = (tmp_path / "out" / "labeling_config.xml").read_text("utf-8")
    tasks = json.loads((tmp_path / "out" / "tasks.json").read_text("utf-8"))
    names = {
        each["from_name"] for task in tasks for a in task["annotations"] for each in a["result"] if "from_name" in each
    }
    assert all(f'name="{name}"' in config for name in names)


@pytest.mark.parametrize("unit", ["char", "byte"])
def test_labelbuddy_documents(tmp_path: Path, unit: str) -> None:
    start, end = (20, 28) if unit == "char" else (len(TEXT[:20].encode()), len(TEXT[:28].encode()))
    annotations = [
        {f"start_{unit}": start, f"end_{unit}": end, "label_name": "Claim", "extra_data": "unclear"},
        {f"start_{unit}": 3, f"end_{unit}": 3, "label_name": "Gap"},
        {"label_name": "Claim"},
    ]
    document = {"text": TEXT, "metadata": {"title": "No ships", "desk": 2}, "annotations": annotations}
    records, report = read(tmp_path / "a.jsonl", "labelbuddy", document)
    (claim,) = of(records, ClaimRecord)
    assert (claim.parts[0].quote, claim.note) == ("no ships", "unclear")
    assert [each.text for each in of(records, CommentRecord)] == ["Gap at 3"]
    assert [each.where for each in report.refused] == ["a.jsonl:1, annotation 3"]
    assert (of(records, ArticleRecord)[0].title, of(records, ArticleRecord)[0].meta) == ("No ships", {"desk": 2})


def test_labels_of_labelbuddy_are_topics(tmp_path: Path) -> None:
    labels = [{"name": "Ports", "color": "#aec7e8", "shortcut_key": "p"}, {"name": "Fees"}]
    records, _ = read(tmp_path / "a.json", "labelbuddy", *labels, array=True)
    assert [(each.name, each.colour, each.key) for each in records] == [("Ports", "#aec7e8", "p"), ("Fees", None, None)]


def test_huge_numbers_and_other_things_are_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"text": "a", "label": [[0, 1e400, "x"]]}', "utf-8")
    with pytest.raises(InvalidSet, match=r"a\.json: This is no whole JSON: Number out of range"):
        read_back(format_named("doccano"), path)
    path.write_text('{"text": "a", "label": [[0, 99999999999999999999, "x"], [-1, 1, "x"]]}', "utf-8")
    records, report = read_back(format_named("doccano"), path)
    assert of(records, PassageRecord) == []
    assert len(report.refused) == 2


@pytest.mark.parametrize(
    "content", ["[" * 200_000, '[{"text": "a", "label": []}, {"text', '[{"text": "a", "label": []}}']
)
def test_arrays_that_break_off_or_are_nested_too_deep_are_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content, "utf-8")
    with pytest.raises(InvalidSet, match=r"a\.json, item [12]: This is no whole JSON: it (breaks off|is nested)"):
        read_back(format_named("doccano"), path)


def test_a_mark_that_another_tool_moved_keeps_what_that_tool_cannot_say(tmp_path: Path) -> None:
    fmt = format_named("doccano")
    assert fmt.write is not None
    path = tmp_path / "a.jsonl"
    fmt.write(golden_set(), path)
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    entity = next(each for line in lines for each in line["entities"] if each["label"] == "Claim")
    entity["end_offset"] -= 1
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    records, _ = read_back(fmt, path)
    before = next(each for each in golden_set() if isinstance(each, ClaimRecord) and each.id == "c-1")
    after = next(each for each in of(records, ClaimRecord) if each.id == "c-1")
    assert after.parts[0].end == before.parts[0].end - 1
    assert (after.certainty, after.note, after.fields) == (before.certainty, before.note, before.fields)
    assert (after.topics, after.proposition) == (before.topics, before.proposition)


def test_old_lines_of_doccano_name_text_and_labels_otherwise(tmp_path: Path) -> None:
    place = {"label": 3, "start_offset": 0, "end_offset": 11, "user": 1}
    numbered = {"id": 1, "text": TEXT, "annotations": [place], "annotation_approver": None, "meta": {}}
    records, report = read(tmp_path / "a.jsonl", "doccano", numbered)
    assert [each.name for each in of(records, TopicRecord)] == ["3"]
    assert [each.parts[0].quote for each in of(records, PassageRecord)] == ["Mira Okafor"]
    whole = numbered | {"annotations": [{"label": 7, "user": 1}]}
    records, second = read(tmp_path / "c.jsonl", "doccano", whole)
    assert [each.text for each in of(records, CommentRecord)] == ["7"]
    records, third = read(tmp_path / "b.jsonl", "doccano", {"id": 1, "data": TEXT, "label": [[0, 11, "Person"]]})
    assert [each.parts[0].quote for each in of(records, PassageRecord)] == ["Mira Okafor"]
    assert [*report.refused, *second.refused, *third.refused] == []


def test_the_same_text_twice_keeps_the_marks_of_both(tmp_path: Path) -> None:
    line = {"id": 1, "text": TEXT, "label": [[0, 11, "Person"]]}
    records, report = read(tmp_path / "a.jsonl", "doccano", line, line | {"id": 2})
    assert len(of(records, ArticleRecord)) == 1
    assert len({each.id for each in of(records, PassageRecord)}) == 2
    assert report.refused == []


def test_the_short_form_of_label_studio_keeps_what_is_said_of_the_whole_text(tmp_path: Path) -> None:
    region = {"start": 0, "end": 11, "text": "Mira Okafor", "labels": ["Speaker"]}
    task = {"id": 1, "text": TEXT, "who": [region], "annotator": 1, "lead_time": 1.5, "desk": "north"}
    records, report = read(tmp_path / "a.json", "label_studio", task | {"mood": {"choices": ["calm"]}}, array=True)
    assert [each.parts[0].quote for each in of(records, MentionRecord)] == ["Mira Okafor"]
    assert {each.text for each in of(records, CommentRecord)} == {"desk: north", "mood: calm"}
    assert not report.refused


def test_old_lines_of_doccano_keep_their_users_apart(tmp_path: Path) -> None:
    labels = [
        {"label": 12, "start_offset": 14, "end_offset": 18, "user": 1},
        {"label": 12, "start_offset": 14, "end_offset": 18, "user": 2},
        {"label": "news", "user": 2},
        {"label": "Port", "start_offset": 23, "end_offset": 28},
    ]
    line = {"id": 1, "text": TEXT, "annotations": labels, "meta": {}, "annotation_approver": None}
    records, report = read(tmp_path / "ana.jsonl", "doccano", line)
    names = {each.id: each.name for each in of(records, AnnotatorRecord)}
    assert sorted((names[each.annotator], each.parts[0].quote) for each in of(records, PassageRecord)) == [
        ("ana", "ships"),
        ("user 1", "said"),
        ("user 2", "said"),
    ]
    assert [(names[each.annotator], each.text) for each in of(records, CommentRecord)] == [("user 2", "news")]
    assert report.refused == []


def test_spans_of_a_task_that_are_no_list_are_named(tmp_path: Path) -> None:
    task = {"text": TEXT, "spans": "[{'start': 0, 'end': 4, 'label': 'Name'}]", "answer": "accept"}
    _, report = read(tmp_path / "a.jsonl", "prodigy", task)
    assert [each.reason for each in report.refused] == [
        "Its spans are no list, and were left out; export the task again."
    ]


def test_completions_of_tools_made_of_label_studio_keep_who_made_them_and_how_sure(tmp_path: Path) -> None:
    sure = region("a", 0, 11, "Name")
    sure["value"] |= {"confidence": 0.9}
    completions = [
        {"created_username": "eric", "result": [sure]},
        {"created_username": "mia", "result": [region("b", 0, 11, "Name")]},
    ]
    task = {"completions": completions, "predictions": [], "data": {"text": TEXT}, "id": 2}
    records, _ = read(tmp_path / "a.json", "label_studio", task, array=True)
    names = {each.id: each.name for each in of(records, AnnotatorRecord)}
    assert sorted((names[each.annotator], each.fields) for each in of(records, PassageRecord)) == [
        ("eric", {"confidence": 0.9}),
        ("mia", {}),
    ]


def test_what_stands_behind_a_label_in_a_triple_is_a_note(tmp_path: Path) -> None:
    records, _ = read(tmp_path / "a.jsonl", "doccano", {"text": TEXT, "labels": [[14, 18, "Cue", "loud"], [0, 4, "N"]]})
    assert {each.parts[0].quote: each.note for each in of(records, PassageRecord)} == {"said": "loud", "Mira": ""}


def test_pairs_of_a_text_and_its_entities_are_read(tmp_path: Path) -> None:
    pair = [TEXT, {"entities": [[0, 11, "PERSON"]], "cats": ["news"]}]
    records, report = read(tmp_path / "train.json", "doccano", pair, ["No ships.", {"entities": []}], array=True)
    assert [each.parts[0].quote for each in of(records, PassageRecord)] == ["Mira Okafor"]
    assert sorted(each.text for each in of(records, ArticleRecord)) == [TEXT, "No ships."]
    assert [each.text for each in of(records, CommentRecord)] == ["news"]
    assert report.refused == []
