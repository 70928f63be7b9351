from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.readers.dates import date_line, date_of


@pytest.mark.parametrize(
    "line",
    [
        "November 24, 2025",
        "Nov. 24, 2025",
        "Nov 24 2025",
        "November 24th, 2025",
        "24 November 2025",
        "24 Nov 2025 10:11 CET",
        "24th of November, 2025",
        "Monday, November 24, 2025, 10:11 p.m. EST",
        "Published: November 24, 2025 at 10:11",
        "Published on Monday 24 November 2025",
        "2025-11-24",
        "2025/11/24",
        "2025-11-24T10:11:12.123+03:00",
        "2025-11-24 10:11:12Z",
        "24.11.2025",
        "11/24/2025",
        "24/11/2025",
        "24. November 2025, 10:11 Uhr",
        "Montag, 24. November 2025",
        "24 novembre 2025 à 10h11",
        "24 de noviembre de 2025",
        "24 ноября 2025 г.",
        "2025年11月24日",
        "24 נובמבר 2025",
        "24 نوفمبر 2025",
    ],
)
def test_a_day_in_many_forms(line: str) -> None:
    named = date_line(line)
    assert named is not None
    assert named.date == "2025-11-24"
    assert not named.ambiguous


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2025",
        "By 2025 the fees will rise",
        "On November 24, 2025, the boats stayed",
        "November rain 2025",
        "February 31, 2025",
        "12 boats and 2025 crowns",
        "Call 555-2025",
        "The study appeared on 24 November 2025 and was withdrawn.",
    ],
)
def test_lines_that_are_no_dates(line: str) -> None:
    assert date_line(line) is None


def test_months_and_updates() -> None:
    month, update = date_line("November 2025"), date_line("Last updated: 24 November 2025")
    assert month is not None
    assert month.date == "2025-11"
    assert update is not None
    assert update.updated


def test_day_and_month_are_told_apart_by_the_language_or_not_at_all() -> None:
    unknown, german = date_line("03/04/2025"), date_line("03/04/2025", "de")
    assert unknown is not None
    assert (unknown.date, unknown.ambiguous) == ("2025", True)
    assert german is not None
    assert (german.date, german.ambiguous) == ("2025-04-03", False)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    for form in ("%Y-%m-%d", "%B %d, %Y", "%d %b %Y", "%d.%m.%Y", "%Y-%m-%dT%H:%M:%SZ"):
        assert date_of(day.strftime(form)) == day.isoformat()
