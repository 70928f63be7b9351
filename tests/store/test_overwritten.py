"""Files copied or moved over a project while it is open: noticed, saved, and never mixed."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from annotator.actions.set_files import sets_and_articles
from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import tag_claim
from annotator.errors import ForeignFile, ProjectGone
from annotator.model import Mark
from annotator.queries.check import problems
from annotator.queries.registry import speakers
from annotator.store import Store
from annotator.store.main_file import MainFile, known_of
from annotator.store.places import log_of
from tests.sample_articles import add_articles, article_record, span

pytestmark = [
    pytest.mark.in_a_file,
    pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be written over there"),
]

WORDS = "Two ships a month"


def tagged(store: Store, count: int) -> set[str]:
    return {tag_claim(store, "a", [span(WORDS)]) for _ in range(count)}


def sound_marks(path: Path) -> set[str]:
    with Store.open(path, "Ana") as opened, opened.read() as session:
        assert list(problems(session)) == []
        return set(session.execute(select(Mark.id)).scalars())


@pytest.fixture
def begun(project: Path) -> Path:
    """A project with an article and three tags, closed."""
    with Store.open(project, "Ana") as opened:
        add_articles(opened, [article_record("a")], source="set")
        tagged(opened, 3)
    return project


def another_project(path: Path) -> Path:
    other = path.with_name("other.annotator")
    with Store.create(other, "Ben") as opened:
        for number in range(20):
            make_speaker(opened, f"Somebody else {number}")
    return other


def an_older_copy(path: Path) -> Path:
    return Path(shutil.copyfile(path, path.with_name("older.annotator")))


def an_older_backup(path: Path) -> Path:
    with Store.open(path, "Ana") as opened:
        return opened.copy_to(path.with_name("older.annotator"))


def no_database(path: Path) -> Path:
    other = path.with_name("other.annotator")
    other.write_bytes(b"Minutes of a meeting\n" * 50_000)
    return other


def cut_off(path: Path) -> Path:
    other = path.with_name("other.annotator")
    other.write_bytes(path.read_bytes()[:8192])
    return other


OTHERS = [another_project, an_older_copy, an_older_backup, no_database, cut_off]


@pytest.mark.parametrize("settled", [False, True])
@pytest.mark.parametrize("made", OTHERS)
def test_a_file_copied_over_the_open_project_is_noticed_and_not_written_to(
    begun: Path, made: Callable[[Path], Path], settled: bool
) -> None:
    other = made(begun)
    content = other.read_bytes()
    with Store.open(begun, "Ana") as opened:
        tagged(opened, 3)
        # The file moves on from the state of the older copies.
        opened.settle()
        opened.poll()
        tagged(opened, 2)
        if settled:
            opened.settle()
            opened.poll()
        shutil.copyfile(other, begun)
        with pytest.raises(ProjectGone, match="was overwritten or cut off"):
            opened.poll()
        with pytest.raises(ProjectGone):
            tag_claim(opened, "a", [span(WORDS)])
        with pytest.raises(ProjectGone):
            opened.settle()
    assert begun.read_bytes() == content
    assert not log_of(begun).exists() or not log_of(begun).stat().st_size


def test_a_write_notices_by_itself(begun: Path) -> None:
    other = another_project(begun)
    with Store.open(begun, "Ana") as opened:
        tagged(opened, 3)
        shutil.copyfile(other, begun)
        with pytest.raises(ProjectGone, match="was overwritten"):
            tag_claim(opened, "a", [span(WORDS)])
    assert begun.read_bytes() == other.read_bytes()


def test_what_was_tagged_is_saved_where_the_log_holds_it_all(begun: Path) -> None:
    """The daily backup is made when the project is opened; the log has all that came after."""
    with Store.open(begun, "Ana") as opened:
        opened.back_up()
        before = sound_marks_of(opened)
        new = tagged(opened, 5)
        shutil.copyfile(another_project(begun), begun)
        with pytest.raises(ProjectGone):
            opened.poll()
        rescued, missing = opened.rescue()
    assert missing == {}
    assert rescued.name.startswith("project (rescued ")
    assert sound_marks(rescued) == before | new
    with Store.open(begun, "Ben") as other, other.read() as session:
        assert list(problems(session)) == []
        assert len(speakers(session)) == 20


def test_what_can_be_read_is_saved_where_nothing_holds_it_all(begun: Path) -> None:
    older = an_older_copy(begun)
    with Store.open(begun, "Ana") as opened:
        tagged(opened, 3)
        opened.settle()
        opened.poll()
        last = tagged(opened, 1)
        shutil.copyfile(older, begun)
        with pytest.raises(ProjectGone):
            opened.poll()
        rescued, missing = opened.rescue()
    assert "is as it was in project.annotator" in missing["step"]
    with Store.open(rescued, "Ana") as opened, opened.read() as session:
        assert set(session.execute(select(Mark.id)).scalars()) >= last


def test_checkpoints_of_other_programs_and_copies_of_the_same_state_are_no_trouble(begun: Path) -> None:
    with Store.open(begun, "Ana") as one, Store.open(begun, "Ana") as other:
        for _ in range(5):
            tagged(other, 2)
            other.settle()
            one.poll()
            tagged(one, 2)
            one.settle()
            other.poll()
        one.settle()
        os.utime(begun)
        one.poll()
        shutil.copyfile(begun, begun.with_name("same.annotator"))
        shutil.copyfile(begun.with_name("same.annotator"), begun)
        one.poll()
        tagged(one, 1)
    assert len(sound_marks(begun)) == 3 + 21


def test_a_set_that_gives_an_empty_project_its_identity_is_no_trouble(project: Path) -> None:
    with Store.open(project, "Ana") as opened:
        opened.adopt("another-id", "Harbour")
        opened.settle()
        opened.poll()
        add_articles(opened, [article_record("a")], source="set")
        opened.settle()
        opened.poll()
        tagged(opened, 1)


def test_a_program_killed_after_a_set_gave_the_project_its_identity_loses_nothing(project: Path) -> None:
    def given_an_identity(opened: Store) -> None:
        opened.adopt("another-id", "Harbour")
        add_articles(opened, [article_record("a")], source="set")

    new = killed_with(project, given_an_identity)
    with Store.open(project, "Ana") as opened:
        assert (opened.warnings, opened.project_id, opened.name) == ([], "another-id", "Harbour")
        assert sound_marks_of(opened) == new


# Logs that were left ---------------------------------------------------------------------------------


def killed_with(
    begun: Path, before: Callable[[Store], None] = lambda _: None, happens: Callable[[], object] = lambda: None
) -> set[str]:
    """A program tags, then something happens to the file, and it is killed before it can look."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        opened = Store.open(begun, "Ana")
        before(opened)
        os.write(writing, " ".join(tagged(opened, 5)).encode())
        happens()
        os.kill(os.getpid(), signal.SIGKILL)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    return set(told.split())


@pytest.mark.parametrize("made", [another_project, an_older_copy, an_older_backup])
@pytest.mark.parametrize("put", [os.replace, shutil.copyfile])
def test_a_log_left_beside_another_file_is_not_read_into_it(
    begun: Path, made: Callable[[Path], Path], put: Callable[[Path, Path], object]
) -> None:
    before = sound_marks(begun)
    other = made(begun)
    # Not looked at: a copy that was opened once takes a log for its own.
    expected = set() if made is another_project else before
    new = killed_with(begun, happens=lambda: put(other, begun))
    assert log_of(begun).stat().st_size
    with Store.open(begun, "Ana") as opened:
        found = sound_marks_of(opened)
        rescued = list(begun.parent.glob("project (rescued *"))
        kept = list(begun.parent.glob("project (log of another file *"))
        if made is an_older_copy:
            # It is the file that the log was written for.
            assert (found, rescued, kept, opened.warnings) == (before | new, [], [], [])
            return
        assert found == expected
        [warning] = opened.warnings
        assert "was replaced while it was open" in warning
    if made is an_older_backup:
        assert sound_marks(rescued[0]) == before | new
    else:
        assert kept


def test_a_log_of_a_program_that_was_killed_is_taken_in(begun: Path) -> None:
    before = sound_marks(begun)
    new = killed_with(begun)
    with Store.open(begun, "Ana") as opened:
        assert opened.warnings == []
        assert sound_marks_of(opened) == before | new


def test_a_log_beside_another_programs_database_is_left_alone(begun: Path) -> None:
    foreign = begun.with_name("notes.sqlite")
    with closing(sqlite3.connect(foreign, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE note (text)")
        log = log_of(foreign).read_bytes()
        with pytest.raises(ForeignFile):
            Store.open(foreign, "Ana")
        assert log_of(foreign).read_bytes() == log


# Locks -----------------------------------------------------------------------------------------------


def sound_marks_of(store: Store) -> set[str]:
    with store.read() as session:
        assert list(problems(session)) == []
        return set(session.execute(select(Mark.id)).scalars())


def opened_and_closed_elsewhere(path: Path) -> None:
    child = os.fork()
    if child == 0:
        with Store.open(path, "Ben") as other:
            make_speaker(other, "Jonas Albrecht")
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0


def opened_again(path: Path) -> None:
    with Store.open(path, "Ana"):
        pass


def looked_at(path: Path) -> None:
    assert sets_and_articles([path.parent]) == ([], [path.parent])
    assert sets_and_articles([path]) == ([], [path])


@pytest.mark.parametrize("happens", [opened_again, looked_at])
def test_looking_at_the_open_file_lets_no_other_program_remove_its_log(
    begun: Path, happens: Callable[[Path], None]
) -> None:
    with Store.open(begun, "Ana") as opened:
        expected = sound_marks_of(opened) | tagged(opened, 1)
        happens(begun)
        opened_and_closed_elsewhere(begun)
        expected |= tagged(opened, 2)
    assert sound_marks(begun) == expected


def test_a_file_that_was_looked_into_by_others_here_is_still_locked(begun: Path) -> None:
    with Store.open(begun, "Ana") as opened, Store.open(begun, "Ana") as again:
        expected = sound_marks_of(opened) | tagged(opened, 1)
        # As a list of files does that looks into each for its kind: the system drops the locks of this process.
        for each in begun.parent.iterdir():
            if each.is_file():
                each.read_bytes()
        opened.poll()
        assert_opened_by_another_program(begun)
        expected |= tagged(opened, 1)
        again.poll()
        opened.close()
        begun.read_bytes()
        expected |= tagged(again, 1)
        assert_opened_by_another_program(begun)
        expected |= tagged(again, 1)
    assert not log_of(begun).exists()
    assert sound_marks(begun) == expected


def assert_opened_by_another_program(path: Path) -> None:
    """A program that shares nothing with this one reads and closes the project; the log is still there."""
    read = f"import sqlite3; c = sqlite3.connect({str(path)!r}); c.execute('SELECT * FROM step').fetchall(); c.close()"
    subprocess.run([sys.executable, "-c", read], check=True)
    assert log_of(path).exists()


def test_a_link_to_the_file_is_the_file(begun: Path) -> None:
    link = begun.with_name("link.annotator")
    link.symlink_to(begun)
    with Store.open(begun, "Ana") as opened:
        expected = sound_marks_of(opened) | tagged(opened, 1)
        with Store.open(link, "Ana") as other:
            assert sound_marks_of(other) == expected
            expected |= tagged(other, 1)
            log_of(link).unlink()
            with pytest.raises(ProjectGone, match="removed the log"):
                other.poll()
            rescued, _ = other.rescue()
    assert sound_marks(rescued) == expected


def test_a_log_that_was_removed_is_noticed_and_all_is_saved(begun: Path) -> None:
    with Store.open(begun, "Ana") as opened:
        expected = sound_marks_of(opened) | tagged(opened, 4)
        opened.poll()
        log_of(begun).unlink()
        with pytest.raises(ProjectGone, match="removed the log"):
            tag_claim(opened, "a", [span(WORDS)])
        rescued, missing = opened.rescue()
    assert missing == {}
    assert sound_marks(rescued) == expected


EMPTIES = """
import os, sqlite3, sys
read = sqlite3.connect(sys.argv[1], isolation_level=None)
read.execute("PRAGMA locking_mode=EXCLUSIVE")
read.execute("SELECT count(*) FROM step").fetchone()
os.truncate(sys.argv[1] + "-wal", 0)
read.close()
read = sqlite3.connect(sys.argv[1])
read.execute("SELECT count(*) FROM step").fetchone()
read.close()
"""


def test_what_is_saved_of_an_emptied_log_says_what_it_lacks(begun: Path) -> None:
    with Store.open(begun, "Ana") as opened:
        opened.settle()
        tagged(opened, 4)
        opened.poll()
        # Its locks are gone, and another program takes the log for one that was left.
        for each in begun.parent.glob("project*"):
            each.read_bytes()
        subprocess.run([sys.executable, "-c", EMPTIES, str(begun)], check=True)
        with pytest.raises(ProjectGone, match="removed the log"):
            opened.poll()
        one, missing = opened.rescue()
        assert "which another program emptied" in missing["step"]
        other, _ = opened.rescue()
        assert one != other
        assert {one, other} <= set(begun.parent.iterdir())


def test_a_step_that_comes_into_the_file_during_the_look_is_no_other_file(begun: Path) -> None:
    with Store.open(begun, "Ana") as store, closing(sqlite3.connect(begun)) as live:
        file, before = MainFile(begun), known_of(live)
        tagged(store, 1)
        store.settle()
        answers = iter([before])
        # Asked before the step was there, and after.
        assert not file.is_overwritten(live, lambda: next(answers, None) or known_of(live))
        # Nobody knows of the step at any time: then it is another file.
        tagged(store, 1)
        store.settle()
        assert file.is_overwritten(live, lambda: before)
