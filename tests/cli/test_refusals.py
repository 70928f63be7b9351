"""Bad input, one by one: a sentence, the right exit code, no traceback, nothing half done."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import signal
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.cli import COMMANDS
from annotator.store import Store
from tests.cli.conftest import Run, process

ON_A_PROJECT = {
    "add": ("x.md",),
    "articles": (),
    "import": ("x.jsonl",),
    "export": ("-o", "x.jsonl"),
    "history": (),
    "undo": (),
    "redo": (),
    "check": (),
    "backup": ("copy.annotator",),
}


# Arguments ------------------------------------------------------------------------------------------


def test_a_word_that_is_no_command_with_more_behind_it_is_refused(annotator: Run) -> None:
    annotator("nonsense", "extra").refused(2, "“nonsense” is no command", "--help")


def test_unknown_options_and_missing_arguments_are_refused(annotator: Run, project: Path) -> None:
    annotator("--nonsense").refused(2, "--nonsense")
    annotator("check", project, "--nonsense").refused(2, "--nonsense")
    for command in sorted(set(COMMANDS) - {"formats", "team"}):
        annotator(command).refused(2, "Missing argument")


@pytest.mark.parametrize("command", sorted(ON_A_PROJECT))
def test_no_such_project(annotator: Run, tmp_path: Path, command: str) -> None:
    missing = tmp_path / "missing"
    for json_too in ((), ("--json",)):
        outcome = annotator(command, missing, *ON_A_PROJECT[command], *json_too)
        outcome.refused(2, f"{missing}.annotator")
        assert outcome.out == ""
    assert not list(tmp_path.glob("missing*"))


@pytest.mark.parametrize("content", [b"", b"\x00" * 5000, b"SQLite format 3\x00" + b"\xff" * 4000])
def test_a_file_that_is_no_project(annotator: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.annotator"
    path.write_bytes(content)
    for command in ("check", "articles", "undo"):
        annotator(command, path).refused(2, str(path))
    assert path.read_bytes() == content


def test_a_bad_format_name_lists_those_there_are(annotator: Run, tagged: Path, exported: Path, tmp_path: Path) -> None:
    annotator("export", tagged, "-o", tmp_path / "x.zzz", "--format", "nonsense").refused(2, "nonsense", "native")
    annotator("import", tagged, exported, "--format", "nonsense").refused(2, "nonsense", "native")
    annotator("export", tagged, "-o", tmp_path / "x.zzz").refused(2, "x.zzz")
    assert not (tmp_path / "x.zzz").exists()


def test_out_in_a_missing_folder(annotator: Run, tagged: Path, tmp_path: Path) -> None:
    out = tmp_path / "missing" / "set.jsonl"
    annotator("export", tagged, "-o", out).refused(2, str(out.parent))
    annotator("export", tagged, "-o", tmp_path).refused(2, str(tmp_path))


# Article files --------------------------------------------------------------------------------------


def refused_file(annotator: Run, project: Path, path: Path) -> str:
    """Adds one file, which must be refused; the sentence why."""
    outcome = annotator("add", project, path, "--json")
    outcome.refused(1, str(path))
    (entry,) = outcome.json["files"]
    assert (entry["status"], entry["articles"]) == ("refused", [])
    assert annotator("articles", project, "--json").json == {"articles": []}
    return str(entry["reason"])


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n  \n", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n" + b"\x00" * 900],
    ids=["empty", "blank", "program", "picture"],
)
def test_a_file_without_text_is_refused(annotator: Run, project: Path, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.md"
    path.write_bytes(content)
    assert refused_file(annotator, project, path).endswith(".")


def test_a_huge_file_is_refused_before_it_is_read(annotator: Run, project: Path, tmp_path: Path) -> None:
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    assert "MB" in refused_file(annotator, project, path)


def test_a_missing_file_and_an_empty_folder(annotator: Run, project: Path, tmp_path: Path) -> None:
    annotator("add", project, tmp_path / "missing.md").refused(1, "missing.md")
    folder = tmp_path / "folder"
    folder.mkdir()
    annotator("add", project, folder).refused(1)


def test_a_folder_that_may_not_be_read(annotator: Run, project: Path, tmp_path: Path, as_nobody: None) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    (folder / "a.md").write_text("# A\n\nText.\n")
    folder.chmod(0)
    try:
        annotator("add", project, folder).refused(1, str(folder))
    finally:
        folder.chmod(0o755)


@pytest.fixture
def as_nobody(tmp_path: Path) -> Iterator[None]:
    """Root may read everything: become somebody who may not, as far as the file system is concerned."""
    root = os.geteuid() == 0
    if root:
        for folder in (tmp_path, Path(os.environ["ANNOTATOR_HOME"])):
            for path in (folder, *folder.rglob("*")):
                os.chown(path, 65534, 65534)
        parents = [each for each in tmp_path.parents if each.stat().st_uid == 0 and each.stat().st_mode & 0o077 == 0]
        for each in parents:
            each.chmod(0o755)
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)
        for each in parents:
            each.chmod(0o700)


# Annotation sets ------------------------------------------------------------------------------------


def sealed(lines: list[dict[str, Any]]) -> str:
    """Lines as a native set whose last line fits again."""
    body = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines if line["type"] != "end")
    counts: dict[str, int] = {}
    for line in lines:
        if line["type"] not in ("set", "end"):
            counts[line["type"]] = counts.get(line["type"], 0) + 1
    end = {"type": "end", "counts": counts, "sha256": hashlib.sha256(body.encode()).hexdigest()}
    return body + json.dumps(end) + "\n"


def of_kind(lines: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    """The first line of a kind."""
    return next(line for line in lines if line["type"] == kind)


def outside(lines: list[dict[str, Any]]) -> None:
    """A part that ends behind the text."""
    of_kind(lines, "claim")["parts"][0]["end"] = 10_000


def other_quote(lines: list[dict[str, Any]]) -> None:
    """A quote that is not what stands there."""
    of_kind(lines, "claim")["parts"][0]["quote"] = "something else entirely"


def unknown_speaker(lines: list[dict[str, Any]]) -> None:
    """A speaker who is in no line."""
    of_kind(lines, "mention")["speaker"] = "nobody-knows"


def twice(lines: list[dict[str, Any]]) -> None:
    """Two different lines with one id."""
    again = dict(of_kind(lines, "claim"))
    again["note"] = "another"
    lines.append(again)


def no_stance(lines: list[dict[str, Any]]) -> None:
    """A word that is no quotation."""
    of_kind(lines, "claim")["quotation"] = "shouted"


@pytest.mark.parametrize("spoil", [outside, other_quote, unknown_speaker, twice, no_stance])
def test_a_line_that_cannot_be_true_is_refused_with_its_place(
    annotator: Run, tmp_path: Path, exported: Path, spoil: Callable[[list[dict[str, Any]]], None]
) -> None:
    lines = [json.loads(line) for line in exported.read_text(encoding="utf-8").splitlines()]
    spoil(lines)
    odd = tmp_path / "odd.jsonl"
    odd.write_text(sealed(lines), encoding="utf-8")
    other = tmp_path / "other.annotator"
    annotator("new", other)
    outcome = annotator("import", other, odd, "--json")
    outcome.refused(1, f"{odd.name}:")
    refused = outcome.json["files"][0]["refused"]
    assert all(set(each) == {"where", "reason"} for each in refused)
    annotator("check", other)
    assert annotator("check", other).code == 0


@pytest.mark.parametrize("how", ["truncated", "edited", "headless", "newer"])
def test_a_set_that_is_not_whole_is_refused_whole_unless_partial(
    annotator: Run, tmp_path: Path, exported: Path, how: str
) -> None:
    text = exported.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    odd = tmp_path / "odd.jsonl"
    spoiled = {
        "truncated": text[: len(text) * 2 // 3],
        "edited": text.replace("Tomas Renn", "Thomas Renn"),
        "headless": "".join(lines[1:]),
        "newer": text.replace('"version":1', '"version":99', 1),
    }
    odd.write_text(spoiled[how], encoding="utf-8")
    other = tmp_path / "other.annotator"
    annotator("new", other)
    outcome = annotator("import", other, odd)
    assert outcome.code in (1, 2)
    outcome.refused(outcome.code, odd.name)
    assert annotator("articles", other, "--json").json == {"articles": []}
    if how in ("truncated", "edited"):
        annotator("import", other, odd, "--partial")
        assert len(annotator("articles", other, "--json").json["articles"]) == 1
    assert annotator("check", other).code == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json at all\n",
        b"\xff\xfe\x00" * 50,
        b"[" * 20_000 + b"]" * 20_000,
        b'{"type":"set","format":"annotator-set","version":1,"project_id":"x","project":' + b'{"a":' * 9000,
        b'{"type":"set","format":"something-else","version":1}\n',
    ],
    ids=["empty", "words", "bytes", "deep", "deep in a set", "another format"],
)
def test_what_is_no_set_is_refused(annotator: Run, project: Path, tmp_path: Path, content: bytes) -> None:
    odd = tmp_path / "odd.jsonl"
    odd.write_bytes(content)
    for more in ((), ("--partial",), ("--format", "native")):
        outcome = annotator("import", project, odd, *more)
        assert outcome.code in (1, 2)
        outcome.refused(outcome.code, odd.name)


def test_a_rehearsal_changes_nothing(annotator: Run, exported: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.annotator"
    annotator("new", other)
    rehearsed = annotator("import", other, exported, "--dry-run", "--json")
    assert (rehearsed.code, rehearsed.json["files"][0]["claims"]) == (0, 1)
    assert annotator("articles", other, "--json").json == {"articles": []}
    assert annotator("history", other, "--json").json == {"steps": []}


# Disks, signals, pipes ------------------------------------------------------------------------------


def test_a_full_disk_keeps_what_was_there(tagged: Path, tmp_path: Path, annotator: Run) -> None:
    files = tmp_path / "many"
    files.mkdir()
    for number in range(40):
        words = f"Sentence {number} of the long report. " * 1500
        (files / f"{number}.md").write_text(f"# Report {number}\n\n{words}\n", encoding="utf-8")
    limit = tagged.stat().st_size + 300_000

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    added = process(["add", tagged, files], preexec_fn=little_room)
    _, err = added.communicate(timeout=60)
    assert added.returncode in (1, 2)
    assert "disk" in err.lower()
    assert "Traceback" not in err

    def no_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    out = process(["export", tagged, "-o", tmp_path / "set.jsonl"], preexec_fn=no_room)
    _, err = out.communicate(timeout=60)
    assert out.returncode == 2
    assert "Traceback" not in err
    assert err.strip()
    assert not (tmp_path / "set.jsonl").exists()
    marks = [each["marks"] for each in annotator("articles", tagged, "--json").json["articles"]]
    assert marks[0] == 2


@pytest.mark.parametrize("command", ["add", "import"])
def test_ctrl_c_leaves_a_sound_project(tagged: Path, tmp_path: Path, annotator: Run, command: str) -> None:
    files = tmp_path / "many"
    files.mkdir()
    for number in range(150):
        words = f"Sentence {number} of the long report. " * 300
        (files / f"{number}.md").write_text(f"# Report {number}\n\n{words}\n", encoding="utf-8")
    source: Path = files
    if command == "import":
        big = tmp_path / "big.annotator"
        annotator("new", big)
        assert annotator("add", big, files).code == 0
        source = tmp_path / "big.jsonl"
        assert annotator("export", big, "-o", source).code == 0
    before = annotator("history", tagged, "--json").json["steps"]
    running = process([command, tagged, source], start_new_session=True)
    end = time.monotonic() + 30
    while running.poll() is None and time.monotonic() < end:
        if len(annotator("history", tagged, "--json").json["steps"]) > len(before):
            break
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=30)
    assert "Traceback" not in err
    assert running.returncode in (0, 1)
    if running.returncode == 1:
        assert "Stopped." in err
    marks = [each["marks"] for each in annotator("articles", tagged, "--json").json["articles"]]
    assert marks[0] == 2
    # A batch that was cut short is told by `check`, and the same command completes it.
    assert annotator(command, tagged, source).code == 0
    assert annotator("check", tagged).code == 0
    assert len(annotator("articles", tagged, "--json").json["articles"]) == 151


def test_a_reader_that_goes_away_ends_the_command_quietly(tagged: Path) -> None:
    words = [sys.executable, "-m", "annotator", "history", str(tagged)]
    running = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None
    running.stdout.close()
    assert running.stderr is not None
    err = running.stderr.read()
    running.stderr.close()
    assert running.wait(timeout=30) == 0
    assert err == ""


def test_names_that_only_look_alike_are_one_project_file(annotator: Run, tmp_path: Path) -> None:
    composed = tmp_path / unicodedata.normalize("NFC", "Háfen “2026” 🐟")
    assert annotator("new", composed).code == 0
    assert annotator("check", composed).code == 0


def test_a_project_is_closed_by_every_command(annotator: Run, tagged: Path) -> None:
    for command in ("articles", "history", "check"):
        annotator(command, tagged)
    assert [each.name for each in tagged.parent.glob(f"{tagged.name}-*")] == []
    with Store.open(tagged, "Ana") as store:
        assert store.read_only is False
