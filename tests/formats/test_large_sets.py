"""Files of others that would fill the memory: one sentence, in a process whose memory and time are measured."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.errors import InvalidSet
from annotator.formats import FileReport, format_named, weight
from annotator.formats.foreign import placing
from annotator.formats.json_items import SIGNS
from annotator.formats.json_objects import objects
from annotator.formats.weight import is_heavy

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux tells it")

MOST_BYTES = 500 << 20
HUGE_BYTES = 150 << 20
READING = """
import re, sys
from pathlib import Path
from annotator.errors import FileError
from annotator.formats import FileReport, format_named
path, name = Path(sys.argv[1]), sys.argv[2]
report = FileReport(str(path), name)
try:
    for _ in format_named(name).read(path, partial=False, report=report):
        pass
    print("taken", *(each.reason for each in report.refused[:1]))
except FileError as error:
    print("refused", error)
# Not ru_maxrss: that one counts what the process was forked from.
print(int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) * 1024)
"""

CAS = '{"%FEATURE_STRUCTURES":[{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaID":"_InitialView","sofaString":"no ships"}'
XMI = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///c.ecore">'
    '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="no ships"/>'
)
HUGE = {
    "a line": ("doccano", "a.jsonl", '{"text":"no ships","label":[[0,2,"x"]', ',[0,2,"x"]', "]}\n"),
    "an object": ("doccano", "a.json", '{\n"text":"no ships","label":[[0,2,"x"]', ',[0,2,"x"]', "]}\n"),
    "an item": ("label_studio", "a.json", '[{"data":{"text":"no ships"},"annotations":[{}', ",[]", "]}]"),
    "a number": ("prodigy", "a.jsonl", '{"text":"no ships","spans":[],"_timestamp":', "1", "}"),
    "a text": ("prodigy", "a.jsonl", '{"spans":[],"text":"', "no ships 😀 ", '"}'),
    "many objects": ("labelbuddy", "a.json", '[{"text":"no ships"}', ',{"a":1}', "]"),
    "a page": ("w3c", "a.jsonld", '{"type":"AnnotationPage","items":[{}', ',{"target":"x"}', "]}"),
    "structures": ("cas_json", "a.json", CAS, ',{"%ID":2,"%TYPE":"x.Y","begin":0,"end":2}', "]}"),
    "elements": ("xmi", "a.xmi", XMI, '<c:C xmi:id="2" sofa="1" begin="0" end="2"/>', "</xmi:XMI>"),
    "rows": ("webanno_tsv", "a.tsv", "#FORMAT=WebAnno TSV 3.3\n\n\n#Text=no\n", "1-1\t0-2\tno\t\n", ""),
    "records": ("brat", "a.ann", "", "T1\tClaim 0 2\tno\n", ""),
    "many annotations": ("w3c", "a.jsonl", "", '{"target":"http://a.example/x","bodyValue":"no"}\n', ""),
    "tokens": ("conll", "a.conll", "", "no B-X\n", ""),
}


def written(path: Path, begin: str, again: str, end: str, size: int) -> Path:
    """A file that says the same again and again. size: bytes."""
    piece = again * (1 + (1 << 20) // len(again))
    with path.open("w", encoding="utf-8") as file:
        file.write(begin)
        for _ in range(size // len(piece.encode())):
            file.write(piece)
        file.write(end)
    return path


def limited(limit: int) -> Callable[[], None]:
    """What bounds the memory of a process, so that a failure here takes nothing from others."""
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


@pytest.mark.parametrize("what", HUGE)
def test_a_huge_file_is_refused_in_bounded_memory(what: str, tmp_path: Path) -> None:
    name, file, *content = HUGE[what]
    path = written(tmp_path / file, *content, HUGE_BYTES)  # type: ignore[arg-type]  # three words
    (tmp_path / "a.txt").write_text("no ships", encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-c", READING, str(path), name],
        capture_output=True,
        text=True,
        timeout=120,
        preexec_fn=limited(2 * MOST_BYTES),
        check=False,
    )
    assert ended.stderr == ""
    said, peak = ended.stdout.rsplit("\n", 2)[:2]
    assert said.startswith("refused ")
    assert any(word in said for word in ("MB", "spans", "pieces"))
    assert int(peak) < MOST_BYTES


def test_an_array_is_read_in_pieces_that_part_anything(tmp_path: Path) -> None:
    lines = [{"text": f'ships 😀 \\ " \u2028 {n}', "n": n, "f": -1.5e3, "none": None} for n in range(30_000)]
    path = tmp_path / "a.json"
    path.write_text(json.dumps(lines, ensure_ascii=False), encoding="utf-8")
    assert path.stat().st_size > 2 << 20
    report = FileReport(str(path), "")
    assert [value for _, value in objects(path, report)] == lines
    path.write_text(json.dumps(lines), encoding="utf-16")
    assert [value for _, value in objects(path, report)] == lines
    assert report.refused == []


@pytest.mark.parametrize(
    ("end", "reason"),
    [
        (',{"text":"', "breaks off"),
        (',{"text" 1}]', "damaged"),
        (',{"a":' + "[" * 2000, "too deep"),
        ("", "breaks off"),
    ],
)
def test_an_array_that_is_damaged_late_names_the_item(tmp_path: Path, end: str, reason: str) -> None:
    path = tmp_path / "a.json"
    path.write_text("[" + ",".join(['{"text":"no ships"}'] * 100_000) + end, encoding="utf-8")
    with pytest.raises(InvalidSet, match=reason) as raised:
        list(objects(path, FileReport(str(path), "")))
    assert raised.value.where == "a.json, item 100001"


def test_what_people_tag_is_light() -> None:
    line = json.dumps({"text": "no ships came " * 100_000, "label": [[n, n + 2, "Claim"] for n in range(10_000)]})
    assert len(line) > 1 << 20
    assert not is_heavy(line.encode() * 5, SIGNS)


def folder_of_texts(folder: Path, ann: str) -> Path:
    """A collection of ten texts with these marks each."""
    for number in range(10):
        (folder / f"{number}.txt").write_text(f"no ships came to the quay on Monday {number}", encoding="utf-8")
        (folder / f"{number}.ann").write_text(ann, encoding="utf-8")
    return folder


def test_many_small_texts_are_refused_where_they_are_too_much_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of_texts(tmp_path, "T1\tPort 0 2\tno\n")
    brat = format_named("brat")
    assert brat.read is not None
    report = FileReport(str(folder), "brat")
    assert len(list(brat.read(folder, partial=False, report=report))) > 20
    monkeypatch.setattr(weight, "MOST_BYTES", 9 * weight.MARK_BYTES)
    with pytest.raises(InvalidSet, match="All texts of this set together say more than"):
        list(brat.read(folder, partial=False, report=report))


def test_the_search_for_lost_words_ends_for_all_texts_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_of_texts(tmp_path, "T1\tPort 0 35\tno shipz came to the quay on Monday\n")
    brat = format_named("brat")
    assert brat.read is not None
    looked = FileReport(str(folder), "brat")
    list(brat.read(folder, partial=False, report=looked))
    monkeypatch.setattr(placing, "SEARCHED", 3 * placing.LEAST_SEARCHED)
    stopped = FileReport(str(folder), "brat")
    list(brat.read(folder, partial=False, report=stopped))
    assert (looked.orphans, stopped.orphans) == (0, 7)
    assert len([each for each in stopped.ignored if each.startswith("orphan")]) == 7
