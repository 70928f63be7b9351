"""The colours of topics stay apart: on both themes, and for readers who see fewer colours.

Contrast is WCAG's; distances are CIEDE2000 (Sharma, Wu and Dalal 2005, whose test pairs are used here);
colour blindness is simulated after Machado, Oliveira and Fernandes (2009), severity 1.
"""

from __future__ import annotations

from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import pytest

from annotator.actions.topic_colours import COLOURS, free_colour
from annotator.gui.theme import DARK, LIGHT

Triple = tuple[float, float, float]
SEEN: dict[str, tuple[Triple, Triple, Triple]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}  # fmt: skip
APART = {"normal": 14.0, "deuteranopia": 8.5, "protanopia": 8.5, "tritanopia": 6.8}
"""CIEDE2000; about 1 is just seen side by side, 5 is plainly another colour."""


def linear(colour: str) -> Triple:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    low, high = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in map(linear, (one, other)))
    return (high + 0.05) / (low + 0.05)


def lab(colour: str, sight: str) -> Triple:
    rgb = linear(colour)
    red, green, blue = (min(max(sum(m * c for m, c in zip(row, rgb, strict=True)), 0.0), 1.0) for row in SEEN[sight])
    xyz = (
        (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047,
        0.2126729 * red + 0.7151522 * green + 0.0721750 * blue,
        (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883,
    )
    x, y, z = (part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116 for part in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(first: Triple, second: Triple) -> float:
    (l1, a1, b1), (l2, a2, b2) = first, second
    middle = (hypot(a1, b1) + hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * sqrt(middle**7 / (middle**7 + 25**7))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    hue = 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    between = (h1 + h2) / 2 + (180 if abs(h1 - h2) > 180 else 0) if c1 * c2 else h1 + h2
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    weight = (
        1 - 0.17 * cos(radians(between - 30)) + 0.24 * cos(radians(2 * between))
        + 0.32 * cos(radians(3 * between + 6)) - 0.20 * cos(radians(4 * between - 63))
    )  # fmt: skip
    s_light = 1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2)
    s_chroma, s_hue = 1 + 0.045 * chroma, 1 + 0.015 * chroma * weight
    spin = -2 * sqrt(chroma**7 / (chroma**7 + 25**7)) * sin(radians(60 * exp(-(((between % 360 - 275) / 25) ** 2))))
    parts = (l2 - l1) / s_light, (c2 - c1) / s_chroma, hue / s_hue
    return sqrt(sum(part * part for part in parts) + spin * parts[1] * parts[2])


@pytest.mark.parametrize(
    ("first", "second", "distance"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (50.0, 0.0, -2.5), 4.3065),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_distance_is_measured_as_published(first: Triple, second: Triple, distance: float) -> None:
    assert ciede2000(first, second) == pytest.approx(distance, abs=1e-4)


@pytest.mark.parametrize("sight", SEEN)
def test_each_two_colours_stay_apart(sight: str) -> None:
    distances = {pair: ciede2000(lab(pair[0], sight), lab(pair[1], sight)) for pair in combinations(COLOURS, 2)}
    assert min(distances.values()) >= APART[sight], min(distances, key=lambda pair: distances[pair])


@pytest.mark.parametrize("colour", COLOURS)
def test_each_colour_is_seen_on_every_surface(colour: str) -> None:
    surfaces = [ground for theme in (LIGHT, DARK) for ground in (theme.bg, theme.pane, theme.card)]
    assert min(contrast(colour, ground) for ground in surfaces) >= 3.0


def test_new_topics_take_the_colour_that_is_used_least() -> None:
    assert free_colour([]) == COLOURS[0]
    assert free_colour([COLOURS[0].upper(), None, "#123456"]) == COLOURS[1]
    assert free_colour([*COLOURS, COLOURS[0], COLOURS[1]]) == COLOURS[2]
