"""Copies: verified, rotated, daily, and never over something that is there."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator import paths
from annotator.actions.speakers import make_speaker
from annotator.errors import AnnotatorError, DiskFull, ForeignFile, ProjectError, ProjectExists
from annotator.store import Store, backup
from tests.sample_articles import add_articles, article_record, snapshot

pytestmark = pytest.mark.in_a_file


def test_a_copy_holds_what_is_still_in_the_log(store: Store, tmp_path: Path) -> None:
    make_speaker(store, "Mira Okafor")
    assert store.path.with_name(store.path.name + "-wal").stat().st_size
    made = store.copy_to(tmp_path / "copy.annotator")
    assert sorted(path.name for path in tmp_path.glob("copy*")) == ["copy.annotator"]
    with Store.open(made, "Ben") as copy:
        assert snapshot(copy) == snapshot(store)
        assert copy.project_id == store.project_id


def test_a_copy_made_while_tagging_is_one_state(store: Store, tmp_path: Path) -> None:
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            with store.change("Two") as session:
                name = str(len(session.new))
                session.connection()
                for _ in range(2):
                    from annotator.model import Speaker, new_id

                    session.add(Speaker(id=new_id(), name=name, kind="person"))

    thread = threading.Thread(target=work)
    thread.start()
    try:
        copies = [store.copy_to(tmp_path / f"copy-{number}.annotator") for number in range(5)]
    finally:
        stop.set()
        thread.join()
    for path in copies:
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("SELECT count(*) % 2 FROM speaker").fetchone() == (0,)
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_copy_to_nowhere_is_a_sentence(store: Store, tmp_path: Path) -> None:
    with pytest.raises(AnnotatorError, match="cannot be opened"):
        store.copy_to(tmp_path / "absent" / "copy.annotator")
    make_speaker(store, "Mira Okafor")


def test_ten_backups_are_kept_and_those_before_a_migration_for_good(store: Store) -> None:
    folder = paths.backup_folder(store.project_id)
    folder.mkdir(parents=True)
    for day in range(1, 13):
        (folder / f"2025-01-{day:02}T10-00-00Z.annotator").touch()
    kept = folder / "2024-01-01T10-00-00Z before migration.annotator"
    kept.touch()
    made = store.back_up()
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 11
    assert kept.name in names
    assert made.name in names
    assert "2025-01-03T10-00-00Z.annotator" not in names
    assert "2025-01-04T10-00-00Z.annotator" in names


def test_an_empty_project_needs_no_backup(store: Store) -> None:
    assert store.back_up_if_due() is None


def aged(backup: Path, hours: float) -> None:
    """Let a backup have been made so long ago."""
    then = (datetime.now(UTC) - timedelta(hours=hours)).timestamp()
    os.utime(backup, (then, then))


def test_a_backup_is_made_every_hour_in_which_something_was_changed(store: Store) -> None:
    make_speaker(store, "Mira Okafor")
    made = store.back_up_if_due()
    assert made is not None
    make_speaker(store, "Jonas Albrecht")
    aged(made, 0.9)
    assert store.back_up_if_due() is None
    aged(made, 1.1)
    second = store.back_up_if_due()
    assert second is not None
    aged(second, 50)
    assert store.back_up_if_due() is None
    store.undo()
    assert store.back_up_if_due() is not None


def test_a_large_project_is_backed_up_once_a_day(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.store.backup.HOURLY_BYTES", 1000)
    make_speaker(store, "Mira Okafor")
    made = store.back_up_if_due()
    assert made is not None
    make_speaker(store, "Jonas Albrecht")
    aged(made, 23)
    assert store.back_up_if_due() is None
    aged(made, 25)
    assert store.back_up_if_due() is not None


def test_a_clock_that_was_set_back_costs_no_backup(store: Store) -> None:
    folder = paths.backup_folder(store.project_id)
    folder.mkdir(parents=True)
    for day in range(1, 13):
        (folder / f"2999-01-{day:02}T10-00-00Z.annotator").touch()
    make_speaker(store, "Mira Okafor")
    aged(folder / "2999-01-12T10-00-00Z.annotator", -9000)
    made = store.back_up_if_due()
    assert made is not None
    assert made.name == "2999-01-12T10-00-01Z.annotator"
    assert made.is_file()
    assert store.last_backup() == made


def test_of_days_before_the_newest_backup_is_kept(store: Store) -> None:
    folder = paths.backup_folder(store.project_id)
    folder.mkdir(parents=True)
    for day in range(1, 13):
        for hour in range(9, 18):
            (folder / f"2025-01-{day:02}T{hour:02}-00-00Z.annotator").touch()
    store.back_up()
    names = {path.name for path in folder.iterdir()}
    assert len(names) == 18
    assert {f"2025-01-{day:02}T17-00-00Z.annotator" for day in range(4, 13)} <= names
    assert "2025-01-12T09-00-00Z.annotator" in names
    assert "2025-01-11T16-00-00Z.annotator" not in names


def test_restore_gives_the_project_as_it_was(store: Store, tmp_path: Path) -> None:
    add_articles(store, [article_record("a")], source="set")
    before = snapshot(store)
    made = store.back_up()
    make_speaker(store, "Mira Okafor")
    restored = backup.restore(made, tmp_path / "restored.annotator")
    with Store.open(restored, "Ana") as opened:
        assert snapshot(opened) == before
        assert opened.undo()["label"] == "Add articles"


def test_restore_never_overwrites(store: Store, tmp_path: Path) -> None:
    made = store.back_up()
    target = tmp_path / "there.annotator"
    target.write_text("mine")
    with pytest.raises(ProjectExists, match="restore to another name"):
        backup.restore(made, target)
    assert target.read_text() == "mine"


def test_restore_refuses_what_is_no_project(tmp_path: Path) -> None:
    strange = tmp_path / "strange.annotator"
    strange.write_text("nothing")
    with pytest.raises(ForeignFile):
        backup.restore(strange, tmp_path / "new.annotator")
    with pytest.raises(ProjectError, match="no backup at"):
        backup.restore(tmp_path / "absent.annotator", tmp_path / "new.annotator")
    assert [path.name for path in tmp_path.iterdir()] == ["strange.annotator"]


def test_after_settling_the_file_alone_holds_everything(store: Store, tmp_path: Path) -> None:
    make_speaker(store, "Mira Okafor")
    store.settle()
    alone = tmp_path / "alone.annotator"
    shutil.copyfile(store.path, alone)
    with Store.open(alone, "Ana") as copy:
        assert snapshot(copy) == snapshot(store)


def test_a_full_disk_of_backups_is_a_sentence(store: Store, small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_HOME", str(small_disk / "home"))
    make_speaker(store, "Mira Okafor")
    (small_disk / "filler").write_bytes(bytes(1024 * 1024))
    with pytest.raises(DiskFull, match="no room"):
        store.back_up_if_due()
    make_speaker(store, "Jonas Albrecht")
