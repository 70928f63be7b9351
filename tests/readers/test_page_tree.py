"""The tree of a page, and what is passed over before a parser that is slow with it sees it."""

from __future__ import annotations

import pytest

from annotator.readers.page_tree import MOST_ATTRIBUTES, page_tree


@pytest.mark.parametrize("attribute", ["a{}=1", "a{}='>'", 'a{}=">"', "a{}", 'a{} = "b c"'])
def test_of_an_element_with_very_many_attributes_the_first_are_kept(attribute: str) -> None:
    attributes = " ".join(attribute.format(number) for number in range(40_000))
    tree = page_tree(f'<p id="a">The quay</p><p {attributes}>sinks.</p><p id="b">Nobody <b>listens</b>.</p>')
    assert tree is not None
    first, second, third = tree.iter("p")
    assert len(second.attrib) == MOST_ATTRIBUTES
    assert [each.text_content() for each in (first, second, third)] == ["The quay", "sinks.", "Nobody listens."]
    assert (first.get("id"), third.get("id")) == ("a", "b")


def test_a_large_picture_within_a_page_is_one_attribute() -> None:
    picture = "data:image/png;base64," + "A0=/" * 100_000
    tree = page_tree(f'<p class="a"><img src="{picture}" alt="The quay > the pier"> It sinks.</p>')
    assert tree is not None
    (image,) = tree.iter("img")
    assert (image.get("src"), image.get("alt")) == (picture, "The quay > the pier")
    assert tree.text_content().strip() == "It sinks."


def test_nothing_but_blanks_is_no_tree() -> None:
    assert page_tree("  <!-- quay -->") is None


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p>The quay</p></body></html><p>sinks.</p>",
        "<html><body><p>The quay</p></html>\n<!-- fog --><html><head><title>Fog</title></head><body><p>sinks.</p>",
        "<html><head></head></html><body><p>The quay</p><p>sinks.</p></body>",
        "<html><body><p>The quay</p></body></html>sinks.",
    ],
)
def test_what_stands_behind_the_end_of_the_page_is_part_of_it(page: str) -> None:
    tree = page_tree(page)
    assert tree is not None
    for element in list(tree.iter("head")):
        element.drop_tree()
    assert " ".join(tree.itertext()).split() == ["The", "quay", "sinks."]
    assert len(list(tree.iter("html", "body"))) <= 2
