"""Every format that writes, on a disk that is full."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import DiskFull
from annotator.formats import Format, formats
from annotator.records import TopicRecord
from tests.formats.test_native_format import ANA, HEADER
from tests.sample_articles import article_record, claim_record


@pytest.mark.parametrize("fmt", [each for each in formats() if each.write is not None], ids=lambda each: each.name)
@pytest.mark.parametrize("room", [0, 40_960])
def test_a_full_disk_is_told_with_the_target_and_nothing_is_left(
    fmt: Format, room: int, small_disk: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (small_disk / "filler").write_bytes(bytes(1024 * 1024 - room))
    texts = [article_record(f"full-{number}", f"Ships {number}\n" * 6_000) for number in range(3)]
    topic = TopicRecord("t", "Fees", None, 1, "", "", "", "#3b7dd8", None, False, None)
    records = [HEADER, ANA, topic, *texts, *(claim_record(f"full-{number}", "full-0", ANA.id) for number in range(400))]
    out = small_disk / f"out{fmt.output_suffix}"
    assert fmt.write is not None
    refused = []
    try:
        fmt.write(records, out)
    except DiskFull as error:
        refused.append(str(error))
    if refused:
        assert refused[0].startswith(f"There was no room to write “{out}”")
        assert [each.name for each in small_disk.iterdir()] == ["filler"]
    else:
        # What only counts or lists is small enough.
        assert out.exists()
    assert capfd.readouterr().err == ""
