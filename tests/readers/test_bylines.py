from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.readers.bylines import byline_in, is_of_person, marked_names


@pytest.mark.parametrize(
    ("line", "names", "date"),
    [
        ("By Nela Quist — Port Tessaly, November 24, 2025", "Nela Quist", "2025-11-24"),
        ("By Nela Quist | Ferry Wire | Nov. 24, 2025", "Nela Quist, Ferry Wire", "2025-11-24"),
        ("By Nela Quist on November 24, 2025", "Nela Quist", "2025-11-24"),
        ("By Nela Quist, November 24, 2025, 6:23 p.m.", "Nela Quist", "2025-11-24"),
        ("By Nela Quist Updated November 24, 2025", "Nela Quist", "2025-11-24"),
        ("Posted by Nela Quist on 24 Nov 2025 10:11 CET", "Nela Quist", "2025-11-24"),
        ("Von Nela Quist, 24. November 2025", "Nela Quist", "2025-11-24"),
        ("Par Nela Quist le 24 novembre 2025", "Nela Quist", "2025-11-24"),
        ("By Nela Quist and Tom Bex, Ferry Wire Shipping Writers", "Nela Quist and Tom Bex", None),
        (
            "By Nela Quist, Tom Bex and Ria van Holm, Ferry Wire",
            "Nela Quist, Tom Bex and Ria van Holm, Ferry Wire",
            None,
        ),
        ("By Nela Quist in Tessaly and Tom Bex in Port Vell", "Nela Quist and Tom Bex", None),
        ("By Nela Quist · 5 min read", "Nela Quist", None),
        ("By Nela Quist (@nelaquist)", "Nela Quist", None),
        ("By Nela Quist nq@ferrypost.example", "Nela Quist", None),
        ("By Nela Quist / Ferry Wire", "Nela Quist, Ferry Wire", None),
        ("By Ferry Wire Staff", "Ferry Wire Staff", None),
        ("Текст: Нела Квист", "Нела Квист", None),
    ],
)
def test_names_of_a_byline(line: str, names: str, date: str | None) -> None:
    found = byline_in(line)
    assert found is not None
    assert (found.names, found.date.date if found.date else None) == (names, date)


@pytest.mark.parametrize(
    "line",
    ["By Monday the harbour was empty.", "By 2025 the fees will rise", "By contrast", "By the time he left", "Por eso"],
)
def test_prose_is_no_byline(line: str) -> None:
    assert byline_in(line) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nela Quist", "Nela Quist"),
        ("By Nela Quist | Ferry Post", "Nela Quist, Ferry Post"),
        ("Nela Quist | Tessaly", "Nela Quist"),
        ("Authors", None),
        ("The harbour and ferry ministries", None),
        ("Show more sharing options", None),
        ("严玉洁", "严玉洁"),
    ],
)
def test_what_a_page_marks_as_a_byline(text: str, names: str | None) -> None:
    assert marked_names(text) == names


@pytest.mark.parametrize("line", ["Nela Quist", "Nela Quist and Tom Bex", "Nela de la Quist, Ferry Wire", "Нела Квист"])
def test_people(line: str) -> None:
    assert is_of_person(line)


@pytest.mark.parametrize("line", ["Ferry Post", "The Tessaly Times", "Ferrytass", "Le Quotidien", "TESSALY, Vell"])
def test_outlets_are_no_people(line: str) -> None:
    assert not is_of_person(line)


@given(st.lists(st.sampled_from(["Nela Quist", "Tom Bex", "Ria van Holm", "Ivo Marsh"]), min_size=1, unique=True))
def test_names_come_through_whatever_stands_around_them(people: list[str]) -> None:
    names = " and ".join(filter(None, (", ".join(people[:-1]), people[-1])))
    for line in (f"By {names}", f"by {names} — Tessaly, 24 November 2025", f"By {names} | 24.11.2025", f"By: {names}"):
        found = byline_in(line)
        assert found is not None
        assert found.names == names


@given(st.text(max_size=150))
def test_any_line_is_looked_at_without_harm(line: str) -> None:
    found = byline_in(line)
    assert found is None or found.names.strip()
    marked_names(line)
    if line.strip():
        is_of_person(line)
