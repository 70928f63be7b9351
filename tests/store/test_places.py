"""Network shares and synchronised folders: told, locked, and written without a shared log."""

from __future__ import annotations

import json
import os
import shutil
import socket
from pathlib import Path

import pytest

from annotator.actions.speakers import make_speaker
from annotator.errors import ProjectLocked
from annotator.store import Store, places


@pytest.fixture
def synced(project: Path, tmp_path: Path) -> Path:
    """A project in a folder that a sync service keeps."""
    folder = tmp_path / "Dropbox" / "harbour"
    folder.mkdir(parents=True)
    return Path(shutil.copyfile(project, folder / "project.annotator"))


def lock_of(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Work)", "Dropbox"),
        ("OneDrive - Selm Institute", "OneDrive"),
        ("My Drive", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("icloud~com~example", "iCloud Drive"),
        ("Dropboxes", None),
        ("articles", None),
    ],
)
def test_a_synced_folder_is_known_by_its_name(tmp_path: Path, folder: str, service: str | None) -> None:
    assert places.synced_folder(tmp_path / folder / "deep" / "a.annotator") == service


def test_a_synced_folder_is_known_by_its_marker(tmp_path: Path) -> None:
    (tmp_path / "share" / ".stfolder").mkdir(parents=True)
    assert places.synced_folder(tmp_path / "share" / "a.annotator") == "Syncthing"


def test_in_a_synced_folder_there_is_a_warning_a_lock_and_no_log(synced: Path) -> None:
    with Store.open(synced, "Ana") as opened:
        [warning] = opened.warnings
        assert "lies in a folder that Dropbox synchronises" in warning
        holder = json.loads(lock_of(synced).read_text())
        assert (holder["host"], holder["process"]) == (socket.gethostname(), os.getpid())
        assert set(holder) == {"host", "user", "process", "since"}
        make_speaker(opened, "Mira Okafor")
        with opened.read() as session:
            mode = session.connection().exec_driver_sql("PRAGMA journal_mode").scalar_one()
        assert mode == "delete"
        assert {path.name for path in synced.parent.iterdir()} == {synced.name, lock_of(synced).name}
    assert [path.name for path in synced.parent.iterdir()] == [synced.name]


def test_a_project_that_somebody_holds_is_refused_with_their_name(synced: Path) -> None:
    holder = {"host": "elsewhere", "user": "ben", "process": 1, "since": "2025-11-24T10:00:00Z"}
    lock_of(synced).write_text(json.dumps(holder))
    before = synced.read_bytes()
    with pytest.raises(ProjectLocked, match="open on elsewhere by ben since 2025-11-24 10:00 UTC"):
        Store.open(synced, "Ana")
    assert synced.read_bytes() == before
    assert json.loads(lock_of(synced).read_text()) == holder


def test_a_lock_of_this_computer_whose_program_has_ended_is_cleared(synced: Path) -> None:
    gone = os.fork()
    if gone == 0:
        os._exit(0)
    os.waitpid(gone, 0)
    holder = {"host": socket.gethostname(), "user": "ana", "process": gone, "since": "2025-11-24T10:00:00Z"}
    lock_of(synced).write_text(json.dumps(holder))
    with Store.open(synced, "Ana") as opened:
        make_speaker(opened, "Mira Okafor")
    assert not lock_of(synced).exists()


def test_a_lock_of_a_running_program_holds(synced: Path) -> None:
    holder = {"host": socket.gethostname(), "user": "ana", "process": 1, "since": "2025-11-24T10:00:00Z"}
    lock_of(synced).write_text(json.dumps(holder))
    with pytest.raises(ProjectLocked):
        Store.open(synced, "Ana")


def test_an_unreadable_lock_is_cleared(synced: Path) -> None:
    lock_of(synced).write_text("half a lo")
    Store.open(synced, "Ana").close()
    assert not lock_of(synced).exists()


def test_a_file_that_cannot_be_opened_leaves_no_lock(synced: Path) -> None:
    synced.write_bytes(b"nothing of ours")
    with pytest.raises(Exception, match="not an Annotator project"):
        Store.open(synced, "Ana")
    assert [path.name for path in synced.parent.iterdir()] == [synced.name]


def test_a_network_share_is_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # No share can be mounted everywhere: the disk that the project lies on is taken for one.
    import psutil

    disks = psutil.disk_partitions(all=True)
    kinds = {disk.fstype.lower() for disk in disks}
    monkeypatch.setattr(places, "NETWORK_SYSTEMS", frozenset(kinds))
    with Store.open(project, "Ana") as opened:
        [warning] = opened.warnings
        assert "lies on a network share" in warning
        assert "One person at a time" in warning
        with opened.read() as session:
            assert session.connection().exec_driver_sql("PRAGMA journal_mode").scalar_one() == "delete"
        assert lock_of(project).exists()


def test_a_local_disk_is_no_share(project: Path) -> None:
    with Store.open(project, "Ana") as opened:
        assert opened.warnings == []
    assert places.network_system(project) is None


@pytest.mark.parametrize(
    ("name", "is_copy"),
    [
        ("project (Ben's conflicted copy 2025-11-24).annotator", True),
        ("project.sync-conflict-20251124-101500-ABCDEFG.annotator", True),
        ("project (Konflikt).annotator", True),
        ("project-2.annotator", False),
        ("conflict.annotator", False),
    ],
)
def test_conflict_copies_are_named(synced: Path, name: str, is_copy: bool) -> None:
    shutil.copyfile(synced, synced.with_name(name))
    with Store.open(synced, "Ana") as opened:
        assert any(name in warning for warning in opened.warnings) == is_copy
