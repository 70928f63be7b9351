"""One contract for every format of other tools that reads and writes, run over the registry."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from annotator.errors import FileError
from annotator.formats import Format, ReadOptions, format_named, formats, recognise_file
from annotator.formats.foreign.leaving import LOSES
from annotator.records import AnnotatorRecord, ArticleRecord, MentionRecord, Part, Record, SetRecord
from annotator.text import sha256_of
from tests.formats.golden import golden_set
from tests.formats.round_trips import expected_marks, marks_of, read_back
from tests.sample_articles import MOMENT, article_record
from tests.strategies import annotation_sets

KINDS = ("claim", "mention", "passage")
FOREIGN = [each for each in formats() if each.labels is not None]
# One that loses nothing keeps earlier texts too, and has its own tests.
TWO_WAY = [
    each for each in FOREIGN if each.reads and each.writes and each.loses and set(each.loses) <= {*LOSES, *KINDS}
]
each_format = pytest.mark.parametrize("fmt", FOREIGN, ids=lambda each: each.name)
each_two_way = pytest.mark.parametrize("fmt", TWO_WAY, ids=lambda each: each.name)


@contextmanager
def suppress_sentences(into: list[str]) -> Iterator[None]:
    """Keeps the sentence with which a file was refused; any other exception passes."""
    try:
        yield
    except FileError as error:
        into.append(str(error))


def written(fmt: Format, records: list[Record], folder: Path) -> tuple[Path, int]:
    """A file or folder of the format, and how many marks it could not carry at all."""
    assert fmt.write is not None
    try:
        result = fmt.write(records, out := folder / f"out{fmt.suffixes[0]}")
    except FileError:
        # Several files together.
        result = fmt.write(records, out := folder / "out")
    assert set(result.loses) <= set(fmt.loses)
    return out, sum(result.loses.get(kind, 0) for kind in KINDS)


@each_two_way
def test_the_golden_set_comes_back_but_for_what_is_declared_lost(fmt: Format, tmp_path: Path) -> None:
    golden = golden_set()
    out, lost = written(fmt, golden, tmp_path)
    assert lost == 0
    records, report = read_back(fmt, out)
    assert (report.refused, report.moved, report.uncertain, report.orphans) == ([], 0, 0, 0)
    assert marks_of(records) == expected_marks(golden)


@each_two_way
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=25)
@given(records=annotation_sets())
def test_any_set_comes_back_but_for_what_is_declared_lost(fmt: Format, records: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        out, lost = written(fmt, records, Path(folder))
        found, report = read_back(fmt, out)
    assert (report.refused, report.moved, report.uncertain, report.orphans) == ([], 0, 0, 0)
    expected = expected_marks(records)
    if lost:
        assert marks_of(found).keys() < expected.keys()
        assert len(marks_of(found)) == len(expected) - lost
    else:
        assert marks_of(found) == expected
    texts = {each.text for each in records if isinstance(each, ArticleRecord)}
    assert {each.text for each in found if isinstance(each, ArticleRecord)} == texts


@each_format
@pytest.mark.parametrize("content", [b"", b"\0\1\2", b"\xff\xfe\xfd", b"{" * 100_000, b"T1\tClaim 0 99999999999\tx\n"])
def test_what_is_no_set_is_one_sentence_or_a_report(fmt: Format, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"bad{fmt.suffixes[0]}"
    path.write_bytes(content)
    sentences: list[str] = []
    with suppress_sentences(sentences):
        records, _ = read_back(fmt, path)
        assert marks_of(records) == {}
    with suppress_sentences(sentences):
        assert fmt.labels is not None
        assert fmt.labels(path, ReadOptions()) == []
    assert all("\n" not in each for each in sentences)


damages = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=12)), min_size=1, max_size=4)


@each_two_way
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=12)
@given(which=st.floats(0, 1), damages=damages, cut=st.booleans())
def test_damaged_files_are_a_sentence_or_a_report(
    fmt: Format, which: float, damages: list[tuple[float, int, bytes]], cut: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        out, _ = written(fmt, golden_set(), Path(folder))
        files = sorted(each for each in [out, *out.rglob("*")] if each.is_file())
        path = files[int(which * (len(files) - 1))]
        data = path.read_bytes()
        for at, length, inserted in damages:
            start = int(at * len(data))
            data = data[:start] + inserted + (b"" if cut else data[start + length :])
        path.write_bytes(data)
        with suppress_sentences([]):
            records, _ = read_back(fmt, out)
            texts = {each.id: each.text for each in records if isinstance(each, ArticleRecord)}
            for mark in marks_of(records).values():
                assert all(texts[mark.article][part.start : part.end] == part.quote for part in mark.parts)


@each_two_way
def test_ten_thousand_marks_on_one_text_come_back(fmt: Format, tmp_path: Path) -> None:
    text = "no ships 😀 came, said Mira. " * 2_500
    article = structs.replace(article_record("a"), text=text, sha256=sha256_of(text), blocks=(), links=())
    annotator = AnnotatorRecord("ana", "Ana", "AN", "#7b5bb8", "person")
    last: tuple[Any, ...] = (None, "", {}, (), 0, MOMENT, MOMENT)
    marks = [
        MentionRecord(f"m-{n}", "a", 1, "ana", (Part(*found.span(), found[0]),), *last)
        for n, found in enumerate(re.finditer(r"\w{4,}", text))
    ]
    header = SetRecord("annotator-set", 1, "p", "Harbour", MOMENT, "annotator 0.1.0")
    out, lost = written(fmt, [header, annotator, article, *marks], tmp_path)
    records, report = read_back(fmt, out)
    assert (lost, report.refused, report.moved, report.uncertain, report.orphans) == (0, [], 0, 0, 0)
    assert len(marks) == 10_000
    assert marks_of(records) == {each.id: each for each in marks}


@each_two_way
def test_an_empty_set_and_an_article_without_marks_come_back(fmt: Format, tmp_path: Path) -> None:
    header = SetRecord("annotator-set", 1, "p", "Harbour", MOMENT, "annotator 0.1.0")
    out, _ = written(fmt, [header, article_record("a")], tmp_path)
    records, report = read_back(fmt, out)
    assert report.refused == []
    assert [each.text for each in records if isinstance(each, ArticleRecord)] == [article_record("a").text]
    assert marks_of(records) == {}


@pytest.mark.parametrize("name", ["brat", "cas_json", "label_studio", "webanno_tsv", "xmi"])
def test_a_zip_of_several_files_is_told_from_its_content_and_comes_back(name: str, tmp_path: Path) -> None:
    fmt, path = format_named(name), tmp_path / "set.zip"
    assert fmt.write is not None
    fmt.write(golden_set(), path)
    assert recognise_file(path) == fmt
    records, report = read_back(fmt, path)
    assert (report.refused, report.orphans) == ([], 0)
    assert marks_of(records) == expected_marks(golden_set())


@each_format
def test_an_article_without_marks_never_loses_its_details_silently(fmt: Format, tmp_path: Path) -> None:
    """Byline, date, outlet and the like come back, or the export counts the article among its losses."""
    if fmt.write is None or "article" in fmt.loses:
        pytest.skip("it carries no articles")
    told = {"byline": "Rika Storm", "published": "2025-11-24", "source": "Coast Courier", "language": "en"}
    article = structs.replace(article_record("plain"), url="https://coast.example/a", file="a.md", **told)
    kept: list[Record] = [each for each in golden_set() if isinstance(each, SetRecord)]
    result = fmt.write(
        [*kept, article], out := tmp_path / ("out" if fmt.output_suffix == ".zip" else f"out{fmt.output_suffix}")
    )
    records, _ = read_back(fmt, out)
    back = [each for each in records if isinstance(each, ArticleRecord)]
    about = (*told, "url", "file")
    whole = any(all(getattr(each, key) == getattr(article, key) for key in about) for each in back)
    assert whole or result.loses["details"] == 1


@each_two_way
@pytest.mark.parametrize("text", ["Ships.\n\n\n", "Ships.\n \n…"])
def test_lines_without_words_stay_in_the_text(fmt: Format, text: str, tmp_path: Path) -> None:
    header = SetRecord("annotator-set", 1, "p", "Harbour", MOMENT, "annotator 0.1.0")
    article = structs.replace(article_record("a"), text=text, sha256=sha256_of(text), blocks=(), links=())
    out, _ = written(fmt, [header, article], tmp_path)
    records, report = read_back(fmt, out)
    assert report.refused == []
    assert [each.text for each in records if isinstance(each, ArticleRecord)] == [text]
