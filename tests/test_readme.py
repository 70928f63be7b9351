"""The README names what there is: every reader, every format, every command, every target."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotator.cli import COMMANDS
from annotator.formats import Format, formats
from annotator.formats.foreign.leaving import LOSES as USUAL
from annotator.formats.losses import LOST, in_words
from annotator.readers import readers

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("reader", readers(), ids=lambda reader: reader.name)
def test_every_reader_has_its_row_with_its_suffixes(reader: object) -> None:
    title, suffixes = reader.title, reader.suffixes  # type: ignore[attr-defined]  # an id for pytest needs object
    assert f"| {title} | `{' '.join(suffixes)}` |" in README


@pytest.mark.parametrize("name", [each.name for each in formats()])
def test_every_format_has_its_row(name: str) -> None:
    title = next(each.title for each in formats() if each.name == name)
    assert f"| {title}" in README


def losses(fmt: Format) -> str:
    """What the table says that a format loses."""
    if not fmt.loses:
        return "nothing" if fmt.writes else ""
    if set(USUAL) <= set(fmt.loses):
        return ", ".join(["the usual", *in_words([each for each in fmt.loses if each not in USUAL])])
    return ", ".join(in_words(fmt.loses))


@pytest.mark.parametrize("fmt", formats(), ids=lambda fmt: fmt.name)
def test_every_format_says_what_it_loses(fmt: Format) -> None:
    assert set(fmt.loses) <= set(LOST)
    (row,) = (line for line in README.splitlines() if line.startswith(f"| {fmt.title}"))
    cells = [cell.strip() for cell in row.removeprefix("|").removesuffix("|").split("|")]
    assert cells[2].startswith("yes" if fmt.reads else "no")
    assert cells[3] == ("yes" if fmt.writes else "no")
    assert cells[4] == losses(fmt)


def test_the_usual_losses_are_told() -> None:
    assert f"*The usual*: {', '.join(in_words(USUAL))}." in README.replace("\n", " ")


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_named(command: str) -> None:
    assert re.search(rf"`[^`]*\b{command} ?[^`]*`", README)


def test_every_target_of_the_makefile_is_named() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^([a-z]+):.*## ", makefile, flags=re.MULTILINE):
        assert target in README or target == "clean"


def test_pictures_and_files_that_it_points_to_are_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).is_file()
