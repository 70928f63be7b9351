"""Files of every format that reads, with bytes changed, cut or doubled: a sentence or a report, never a failure."""

from __future__ import annotations

import tempfile
import warnings
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import FileError
from annotator.formats import FileReport, Format, formats, recognise_file
from tests.formats.golden import golden_set

READING = [each for each in formats() if each.reads and each.writes and not each.gathers]
each_format = pytest.mark.parametrize("fmt", READING, ids=lambda each: each.name)
quickly = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
# Where, what stands there instead, and how many bytes it replaces.
spoils = st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=8), st.integers(0, 40)), min_size=1, max_size=6)
_WHOLE: dict[str, bytes] = {}


def whole(fmt: Format) -> bytes:
    """The golden set in that format; of one that writes several files, the largest that it reads."""
    if fmt.name not in _WHOLE:
        assert fmt.write is not None
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / f"a{fmt.suffixes[0]}"
            try:
                fmt.write(golden_set(), out)
            except FileError:
                fmt.write(golden_set(), Path(folder) / "set")
            written = [each for each in Path(folder).rglob("*") if each.suffix in fmt.suffixes]
            _WHOLE[fmt.name] = max((each.read_bytes() for each in written), key=len)
    return _WHOLE[fmt.name]


@each_format
@quickly
@given(changes=spoils)
def test_a_spoiled_file_is_refused_or_read_as_far_as_it_goes(
    fmt: Format, changes: list[tuple[float, bytes, int]]
) -> None:
    data = whole(fmt)
    for place, instead, length in changes:
        start = int(place * len(data))
        data = data[:start] + instead + data[start + length :]
    assert fmt.read is not None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{fmt.suffixes[0]}"
        path.write_bytes(data)
        with warnings.catch_warnings():
            # What libraries say of files that are not as they expect.
            warnings.simplefilter("ignore")
            try:
                recognise_file(path)
                for _ in fmt.read(path, partial=True, report=FileReport(str(path), fmt.name)):
                    pass
            except FileError as error:
                assert str(error)  # noqa: PT017
        assert [each.name for each in Path(folder).iterdir()] == [path.name]
        assert path.read_bytes() == data
