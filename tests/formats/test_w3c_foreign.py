"""Web Annotations of other programs: all forms that are allowed, anchored by their quotes, and wild ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import FileError
from annotator.formats import FileReport, ReadOptions, format_named, recognise_file
from annotator.records import ArticleRecord, ClaimRecord, CommentRecord, PassageRecord
from annotator.text import sha256_of

FORMAT = format_named("w3c")
PAGE = "https://example.org/fees"
TEXT = "Fees rise\nThe port 🚢 is shut, said Mira. The port is old."
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def article(called: str) -> ArticleRecord | None:
    """The one article of the project."""
    none: tuple[Any, ...] = (None, None, None)
    if called not in (PAGE, "Fees rise"):
        return None
    return ArticleRecord("d-1", "Fees rise", *none, PAGE, "en", TEXT, sha256_of(TEXT), 1, (), (), (), None, None, {})


def taken(path: Path, content: Any) -> tuple[list[Any], FileReport]:
    """The records in a file of this content, for a project with the article."""
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    assert FORMAT.read is not None
    report = FileReport(str(path), FORMAT.name)
    options = ReadOptions(article_called=article)
    records = FORMAT.read(
        path,
        partial=False,
        report=report,
        options=options,
        known=lambda kind, identity, _: (kind, identity) == ("article", "d-1"),
        article_text=lambda identity, revision: TEXT if (identity, revision) == ("d-1", 1) else None,
    )
    return list(records), report


def annotation(**more: Any) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": "The port", "prefix": "Mira. ", "suffix": " is old"}
    made = {
        "@context": CONTEXT,
        "id": "http://example.org/a1",
        "type": "Annotation",
        "creator": {"id": "http://example.org/u", "type": "Person", "name": "Eve"},
        "created": "2025-10-13T13:00:00+02:00",
        "motivation": "tagging",
        "body": {"type": "TextualBody", "value": "Ports"},
        "target": {"source": PAGE, "selector": quote},
    }
    return {key: value for key, value in (made | more).items() if value is not None}


def passages(records: list[Any]) -> list[tuple[str, str, int]]:
    names = {each.id: each.name for each in records if hasattr(each, "name")}
    return [
        (names[each.topic], each.parts[0].quote, each.parts[0].start)
        for each in records
        if isinstance(each, PassageRecord)
    ]


SECOND = TEXT.rindex("The port")
POSITION = {"type": "TextPositionSelector", "start": SECOND, "end": SECOND + 8}
QUOTE = annotation()["target"]["selector"]


def test_a_quote_finds_its_place_by_what_stands_around_it(tmp_path: Path) -> None:
    records, report = taken(tmp_path / "a.json", annotation())
    assert passages(records) == [("Ports", "The port", SECOND)]
    assert (report.moved, report.uncertain, report.orphans, report.refused) == (0, 0, 0, [])
    (passage,) = (each for each in records if isinstance(each, PassageRecord))
    assert passage.created == "2025-10-13T11:00:00Z"
    found = recognise_file(tmp_path / "a.json")
    assert found is FORMAT


@pytest.mark.parametrize(
    "content",
    [
        [annotation()],
        {"@context": CONTEXT, "type": "AnnotationPage", "items": [annotation()]},
        {"@context": CONTEXT, "type": ["AnnotationCollection"], "first": {"items": [annotation()]}, "total": 1},
        json.dumps(annotation()) + "\n\n",
        annotation(target=[{"source": {"id": PAGE}, "selector": [QUOTE, POSITION]}]),
        annotation(
            target={"source": PAGE, "selector": {"type": "FragmentSelector", "value": "p2", "refinedBy": QUOTE}}
        ),
        annotation(target={"type": "List", "items": [{"source": PAGE, "selector": QUOTE}]}),
        annotation(target={"source": PAGE, "selector": POSITION}),
        annotation(
            target={
                "source": PAGE,
                "selector": {
                    "type": "RangeSelector",
                    "startSelector": {"type": "TextPositionSelector", "start": SECOND, "end": SECOND + 3},
                    "endSelector": {"type": "TextPositionSelector", "start": SECOND + 8, "end": SECOND + 9},
                },
            }
        ),
        annotation(target={"source": PAGE, "type": "FragmentSelector", "value": "p2", "refinedBy": QUOTE}),
        annotation(
            target={
                "source": PAGE,
                "selector": {
                    "type": "RangeSelector",
                    "startSelector": QUOTE,
                    "endSelector": {"type": "TextQuoteSelector", "exact": " is old"},
                },
            }
        ),
        annotation(body=[{"@type": "oa:TextualBody", "purpose": "tagging", "value": "Ports"}], motivation=None),
        annotation(body={"type": "SpecificResource", "source": "http://example.org/topics/Ports"}, type=None),
        annotation(body={"type": "Choice", "items": [{"type": "TextualBody", "value": "Ports"}]}),
        annotation(motivation=["oa:tagging"]),
    ],
)
def test_every_form_of_it_is_read(tmp_path: Path, content: Any) -> None:
    records, report = taken(tmp_path / "a.json", content)
    assert passages(records) == [("Ports", "The port", SECOND)]
    assert report.refused == []


def test_positions_that_do_not_fit_give_way_to_the_quote(tmp_path: Path) -> None:
    wrong = {"type": "TextPositionSelector", "start": 2, "end": 10}
    records, report = taken(tmp_path / "a.json", annotation(target={"source": PAGE, "selector": [wrong, QUOTE]}))
    assert passages(records) == [("Ports", "The port", SECOND)]
    assert report.moved == 1


def test_notes_replies_and_labels_of_claims(tmp_path: Path) -> None:
    claim = annotation(
        body=[
            {"type": "TextualBody", "purpose": "classifying", "value": "Claim"},
            {"type": "TextualBody", "purpose": "commenting", "value": "Is it?"},
        ]
    )
    reply = annotation(id="http://example.org/a2", motivation="replying", target="http://example.org/a1", body=None)
    reply |= {"bodyValue": "No."}
    records, report = taken(tmp_path / "a.json", [claim, reply])
    (made,) = (each for each in records if isinstance(each, ClaimRecord))
    assert made.note == "Is it?\n\nEve: No."
    assert report.refused == []


def test_rows_of_hypothesis(tmp_path: Path) -> None:
    row = {
        "id": "x1",
        "uri": PAGE,
        "user": "acct:eve@hypothes.is",
        "text": "See",
        "tags": ["Ports", "Old"],
        "target": [{"source": PAGE, "selector": [{"type": "RangeSelector", "startContainer": "/p[1]"}, QUOTE]}],
        "document": {"title": ["Fees"]},
    }
    answer = {"id": "x2", "uri": PAGE, "user": "acct:bob@hypothes.is", "text": "Hm", "references": ["x1"]}
    records, _ = taken(tmp_path / "a.json", {"total": 2, "rows": [row, answer]})
    assert [name for name, _, _ in passages(records)] == ["Ports", "Old"]
    names = [each.name for each in records if hasattr(each, "initials")]
    assert names == ["eve"]
    notes = [each.note for each in records if isinstance(each, PassageRecord)]
    assert notes == ["See\n\nbob: Hm", ""]


def test_what_is_on_the_whole_page_or_no_text_becomes_a_comment(tmp_path: Path) -> None:
    whole = annotation(target=PAGE, motivation="commenting", body={"type": "TextualBody", "value": "Good"})
    picture = annotation(id="http://example.org/a3", target={"source": PAGE, "selector": {"type": "SvgSelector"}})
    records, report = taken(tmp_path / "a.json", [whole, picture])
    comments = [each.text for each in records if isinstance(each, CommentRecord)]
    assert comments == ["commenting — Good", "Ports"]
    assert any("no place for SvgSelector (1)" in each for each in report.ignored)


def test_pages_that_the_project_does_not_have_are_named(tmp_path: Path) -> None:
    records, report = taken(tmp_path / "a.json", annotation(target="http://example.org/other"))
    assert not [each for each in records if isinstance(each, PassageRecord)]
    assert report.refused[0].where == "http://example.org/other"
    assert "neither in the set nor in the project" in report.refused[0].reason
    assert report.refused[0].reason.endswith("Left out with it: 1.")


def test_what_is_only_named_is_not_fetched(tmp_path: Path) -> None:
    page = {"@context": CONTEXT, "type": "AnnotationCollection", "first": "http://example.org/p1", "last": "x"}
    _, report = taken(tmp_path / "a.json", page)
    assert report.ignored == ["a.json: annotations that are only named, not fetched (1)"]


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from([PAGE, "List", "Annotation"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["type", "source", "selector", "items", "id", "exact", "start", "end", "refinedBy", "value"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
keys = st.sampled_from(["target", "body", "creator", "motivation", "created", "id", "tags", "references", "uri"])


@given(st.dictionaries(keys, anything, max_size=6))
def test_anything_in_any_place_is_refused_or_taken_but_never_fails(
    tmp_path_factory: pytest.TempPathFactory, more: dict[str, Any]
) -> None:
    path = tmp_path_factory.getbasetemp() / "wild.json"
    try:
        taken(path, annotation() | more)
    except FileError as error:
        assert str(error)  # noqa: PT017


def test_selectors_in_each_other_without_end_do_no_harm(tmp_path: Path) -> None:
    selector: Any = QUOTE
    for _ in range(400):
        selector = {"type": "FragmentSelector", "refinedBy": selector}
    taken(tmp_path / "a.json", annotation(target={"source": PAGE, "selector": selector}))


@pytest.mark.parametrize(
    ("outer", "inner", "quote"),
    [
        ({"exact": "The port is old"}, {"start": 4, "end": 8}, "port"),
        ({"type": "TextPositionSelector", "start": SECOND, "end": SECOND + 15}, {"start": 4, "end": 8}, "port"),
        ({"type": "XPathSelector", "value": "/p"}, {"exact": "is old"}, "is old"),
    ],
    ids=["within words", "within a place", "within an element"],
)
def test_a_refinement_counts_within_what_it_refines(tmp_path: Path, outer: Any, inner: Any, quote: str) -> None:
    target = {"source": PAGE, "selector": outer | {"refinedBy": inner}}
    records, report = taken(tmp_path / "a.json", annotation(target=target))
    assert [words for _, words, _ in passages(records)] == [quote]
    assert not report.refused


def test_a_place_alone_on_a_page_is_in_doubt_and_one_within_an_element_is_nowhere(tmp_path: Path) -> None:
    records, report = taken(tmp_path / "a.json", annotation(target={"source": PAGE, "selector": POSITION}))
    assert (report.uncertain, [words for _, words, _ in passages(records)]) == (1, ["The port"])
    within = {"type": "CssSelector", "value": "p", "refinedBy": {"start": 0, "end": 4}}
    records, report = taken(tmp_path / "b.json", annotation(target={"source": PAGE, "selector": within}))
    assert passages(records) == []
    assert "no place for a position within another selection" in " ".join(report.ignored)


@pytest.mark.parametrize(
    "fragment", [f"char={SECOND},{SECOND + 8}", ":~:text=Mira.-,The%20port,-is", "s:~:text=is%20old"]
)
def test_the_fragment_of_an_address_selects(tmp_path: Path, fragment: str) -> None:
    records, report = taken(tmp_path / "a.json", annotation(target=f"{PAGE}#{fragment}"))
    assert [words for _, words, _ in passages(records)] in (["The port"], ["is old"])
    assert not report.refused


def test_a_file_without_addresses_is_of_the_article_of_its_name(tmp_path: Path) -> None:
    records, report = taken(tmp_path / "Fees rise.json", [annotation(target={"selector": [QUOTE]})])
    assert (passages(records), report.refused) == ([("Ports", "The port", SECOND)], [])
    _, report = taken(tmp_path / "Another.json", [annotation(target={"selector": [QUOTE]})])
    assert [each.where for each in report.refused] == ["Another"]


def test_a_range_whose_ends_stand_at_several_places_is_only_reported(tmp_path: Path) -> None:
    ends = {"startSelector": {"exact": "The port"}, "endSelector": {"exact": " is old"}}
    target = {"source": PAGE, "selector": {"type": "RangeSelector", **ends}}
    records, report = taken(tmp_path / "a.json", annotation(target=target))
    assert passages(records) == []
    assert "a.json: no place for RangeSelector (1)" in report.ignored
