"""Output that is there wholly or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.errors import Cancelled, FileError
from annotator.formats.output import replacing, replacing_folder, working_folder


def stop_while_writing(out: Path) -> None:
    with replacing(out) as file:
        file.write(b"new")
        raise Cancelled


def stop_while_writing_folder(out: Path) -> None:
    with replacing_folder(out, {"a.csv"}) as folder:
        (folder / "a.csv").write_text("new")
        raise Cancelled


def test_a_file_takes_its_place_when_the_block_ends(tmp_path: Path) -> None:
    out = tmp_path / "a.jsonl"
    out.write_bytes(b"old")
    with replacing(out) as file:
        file.write(b"new")
        assert out.read_bytes() == b"old"
    assert out.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["a.jsonl"]


def test_a_file_stays_as_it_was_when_the_block_raises(tmp_path: Path) -> None:
    out = tmp_path / "a.jsonl"
    out.write_bytes(b"old")
    with pytest.raises(Cancelled):
        stop_while_writing(out)
    assert out.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.jsonl"]


def test_a_file_with_a_name_as_long_as_names_may_be_is_written(tmp_path: Path) -> None:
    out = tmp_path / ("é" * 127)
    with replacing(out) as file:
        file.write(b"new")
    assert out.read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets only administrators make links")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    real.write_bytes(b"old")
    link.symlink_to(real)
    with replacing(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_folder_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="This is a folder"), replacing(tmp_path):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="there are no devices in the file system")
def test_a_device_is_not_replaced_by_a_file() -> None:
    with pytest.raises(FileError, match="not an ordinary file"), replacing(Path("/dev/null")):
        pass


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="make it first"), replacing(tmp_path / "none" / "a.jsonl"):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_disk_without_room_keeps_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "a.jsonl"
    out.write_bytes(b"old")
    program = (
        "import resource, sys; from pathlib import Path\n"
        "from annotator.errors import DiskFull; from annotator.formats.output import replacing\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))\n"
        "try:\n"
        "    with replacing(Path(sys.argv[1])) as file: file.write(b'x' * 10_000)\n"
        "except DiskFull as error: sys.exit(str(error))\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(out)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "There was no room to write" in done.stderr
    assert out.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.jsonl"]


def test_a_folder_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    out = tmp_path / "tables"
    for text in ("old", "new"):
        with replacing_folder(out, {"a.csv", "b.csv"}) as folder:
            (folder / ("a.csv" if text == "old" else "b.csv")).write_text(text)
    assert {each.name: each.read_text() for each in out.iterdir()} == {"b.csv": "new"}
    assert [each.name for each in tmp_path.iterdir()] == ["tables"]


def test_a_folder_stays_as_it_was_when_the_block_raises(tmp_path: Path) -> None:
    out = tmp_path / "tables"
    out.mkdir()
    (out / "a.csv").write_text("old")
    with pytest.raises(Cancelled):
        stop_while_writing_folder(out)
    assert (out / "a.csv").read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["tables"]


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("mine")
    with pytest.raises(FileError, match=r"“diary\.txt”"), replacing_folder(tmp_path, {"a.csv"}):
        pass
    assert (tmp_path / "diary.txt").read_text() == "mine"


def test_a_file_is_not_replaced_by_a_folder(tmp_path: Path) -> None:
    out = tmp_path / "tables"
    out.write_text("mine")
    with pytest.raises(FileError, match="a file of this name"), replacing_folder(out, {"a.csv"}):
        pass
    assert out.read_text() == "mine"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a program is forked and killed")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_a_killed_program_left_goes_with_the_next_writing(tmp_path: Path, what: str) -> None:
    out, other = tmp_path / "a", tmp_path / "another"
    for place in (out, other):
        child = os.fork()
        if child == 0:
            on_the_way = replacing(place) if what == "file" else replacing_folder(place, {"a.csv"})
            with on_the_way, working_folder(place) as folder:
                (folder / "half.csv").write_text("half")
                os.kill(os.getpid(), signal.SIGKILL)
        os.waitpid(child, 0)
    assert len(list(tmp_path.iterdir())) == 4
    # Of a program that is at it just now nothing is touched.
    with working_folder(out) as ours:
        if what == "file":
            with replacing(out) as file:
                file.write(b"new")
        else:
            with replacing_folder(out, {"a.csv"}) as folder:
                (folder / "a.csv").write_text("new")
        assert ours.exists()
    left = [each.name for each in tmp_path.iterdir() if each != out]
    assert len(left) == 2
    assert all(name.startswith(".another.") for name in left)
