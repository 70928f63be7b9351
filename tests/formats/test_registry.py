"""The registry of formats: names, suffixes, and what a file is told from."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import FileError, InvalidValue
from annotator.formats import format_for_output, format_named, formats, recognise_file
from annotator.formats.native import write
from tests.formats.golden import golden_set


def test_every_format_has_a_name_of_its_own_and_reads_or_writes() -> None:
    assert len({each.name for each in formats()}) == len(formats())
    assert all(each.reads or each.writes for each in formats())
    assert all(suffix == suffix.lower() and suffix.startswith(".") for each in formats() for suffix in each.suffixes)


def test_the_native_format_loses_nothing() -> None:
    native = format_named("native")
    assert native.reads
    assert native.writes
    assert native.loses == ()


def test_an_unknown_name_is_answered_with_the_names_there_are() -> None:
    with pytest.raises(InvalidValue, match=r"no format “nativ”; choose one of: .*csv.*native"):
        format_named("nativ")


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("a.jsonl", "native"),
        ("A.JSONL", "native"),
        ("t.zip", "csv"),
        ("t", "csv"),
        ("a.jsonld", "w3c"),
        ("a.json", "label_studio"),
    ],
)
def test_the_suffix_of_the_output_chooses_the_format(tmp_path: Path, name: str, format_name: str) -> None:
    assert format_for_output(tmp_path / name).name == format_name


def test_a_folder_that_is_there_takes_tables(tmp_path: Path) -> None:
    assert format_for_output(tmp_path).name == "csv"


def test_an_unknown_suffix_is_answered_with_the_suffixes_there_are(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"“\.qq”; use one of .*\.jsonl"):
        format_for_output(tmp_path / "a.qq")


@pytest.mark.parametrize("beginning", [b"", b"\xef\xbb\xbf", b"\n"])
def test_a_native_set_is_told_from_its_content(tmp_path: Path, beginning: bytes) -> None:
    path = tmp_path / "from Ben.txt"
    write(golden_set(), path)
    path.write_bytes(beginning + path.read_bytes())
    found = recognise_file(path)
    assert found is not None
    assert found.name == "native"


@pytest.mark.parametrize("content", [b"", b"Harbour dispute\n", b'{"text": "Harbour", "label": []}\n', b"\0\xff\n"])
def test_other_content_is_no_native_set(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(content)
    assert format_named("native").recognise(path, content) == 0


def test_a_file_that_is_not_there_is_named_in_the_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"gone\.jsonl: There is nothing at this place"):
        recognise_file(tmp_path / "gone.jsonl")


def test_where_a_codebook_is_written_as_toml_is_said() -> None:
    with pytest.raises(FileError, match=r"as TOML in the window: Codebook › Export…; from here it goes out as “\.qdc”"):
        format_for_output(Path("book.toml"))
