"""Trouble from outside: each gets its sentence, and no acknowledged tag is lost."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event, select

from annotator.actions.tagging import tag_claim
from annotator.errors import (
    AnnotatorError,
    DiskFull,
    ProjectError,
    ProjectLocked,
    ReadOnlyProject,
)
from annotator.model import Article, Mark
from annotator.model.rows import rows_of
from annotator.queries.check import problems
from annotator.queries.marks import marks_of
from annotator.records import ArticleRecord
from annotator.store import Store, engine
from annotator.store.batch import Batch, told_when_full
from annotator.store.places import log_of
from tests.sample_articles import add_articles, article_record, span

pytestmark = pytest.mark.in_a_file

WORDS = "Two ships a month"


def marks(store: Store) -> set[str]:
    with store.read() as session:
        return set(session.execute(select(Mark.id)).scalars())


def tag_until_refused(store: Store, article: str, most: int = 5000) -> tuple[set[str], AnnotatorError]:
    """Tag until it does not work any more: the acknowledged tags, and the refusal."""
    tagged: set[str] = set()
    for _ in range(most):
        try:
            tagged.add(tag_claim(store, article, [span(WORDS)]))
        except AnnotatorError as error:
            return tagged, error
    raise AssertionError("nothing was refused")


def assert_kept(path: Path, expected: set[str]) -> None:
    with Store.open(path, "Ana") as opened, opened.read() as session:
        assert list(problems(session)) == []
        assert set(session.execute(select(Mark.id)).scalars()) == expected


def in_child(work: Callable[[], None]) -> None:
    """Run in a forked process; what fails there fails here."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        code = 0
        try:
            work()
        except BaseException:  # noqa: BLE001  # told to the parent, whatever it is
            os.write(writing, traceback.format_exc().encode()[:60000])
            code = 1
        os._exit(code)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8", errors="replace") as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    assert status == 0, told


# No room ---------------------------------------------------------------------------------------------


def test_full_file_refuses_in_a_sentence_and_goes_on_with_room(store: Store, article_id: str) -> None:
    with store.read() as session:
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
    limit = [pages + 12]
    event.listen(
        store._database.engine,
        "checkout",
        lambda driver, *_: driver.execute(f"PRAGMA max_page_count={limit[0]}").close(),
    )
    tagged, refusal = tag_until_refused(store, article_id)
    assert isinstance(refusal, DiskFull)
    assert "no room left on the disk" in str(refusal)
    assert tagged
    assert marks(store) == tagged
    limit[0] += 1000
    tagged.add(tag_claim(store, article_id, [span(WORDS)]))
    path = store.path
    store.close()
    assert_kept(path, tagged)


def test_file_that_may_not_grow_loses_nothing(project: Path) -> None:
    with Store.open(project, "Ana") as opened:
        add_articles(opened, [article_record("a")], source="set")

    def work() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        opened = Store.open(project, "Ana")
        size = project.stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 50_000, size + 50_000))
        tagged, refusal = tag_until_refused(opened, "a")
        assert isinstance(refusal, ProjectError), repr(refusal)
        assert marks(opened) == tagged
        assert tagged
        Path(f"{project}.tagged").write_text(" ".join(tagged))

    in_child(work)
    assert_kept(project, set(Path(f"{project}.tagged").read_text().split()))


def test_full_disk_loses_nothing_and_is_gone_on_with(small_disk: Path, project: Path) -> None:
    path = Path(shutil.copyfile(project, small_disk / "project.annotator"))
    filler = small_disk / "filler"
    with Store.open(path, "Ana") as opened:
        add_articles(opened, [article_record("a")], source="set")
        filler.write_bytes(bytes(400_000))
        tagged, refusal = tag_until_refused(opened, "a")
        assert isinstance(refusal, DiskFull)
        assert str(refusal).startswith(f"There is no room left on the disk for {path}")
        assert marks(opened) == tagged
        with pytest.raises(DiskFull):
            opened.copy_to(small_disk / "copy.annotator")
        assert not list(small_disk.glob(".*copy*"))
        with pytest.raises(DiskFull):
            add_articles(opened, [article_record(f"b-{n}", "Ships\n" * 5000) for n in range(20)], source="b")
        filler.unlink()
        tagged.add(tag_claim(opened, "a", [span(WORDS)]))
        opened.undo()
        opened.redo()
        with opened.read() as session:
            # What was begun is named, nothing else is wrong.
            assert all("did not reach its end" in problem for problem in problems(session))
        assert marks(opened) == tagged
    with Store.open(path, "Ana") as opened:
        assert marks(opened) == tagged


def bring(made: Batch, records: list[ArticleRecord]) -> None:
    with told_when_full(made):
        for record in records:
            for table, rows in rows_of(record):
                made.add(table, rows)
            made.flush()


def test_a_batch_that_meets_a_full_disk_is_named_and_completed_or_undone(small_disk: Path, project: Path) -> None:
    path = Path(shutil.copyfile(project, small_disk / "project.annotator"))
    records = [article_record(f"b-{n}", "Ships\n" * 1000) for n in range(200)]
    with Store.open(path, "Ana") as opened:
        add_articles(opened, [article_record("a")], source="set")
        made = opened.begin_batch("Import b.jsonl", source="b")
        partly = r"only a part of “Import b\.jsonl” is in the project.*undo it"
        with pytest.raises(DiskFull, match=partly):
            bring(made, records)
    subprocess.run(["mount", "-o", "remount,size=20m", str(small_disk)], check=True)
    with Store.open(path, "Ana") as opened:
        undone = opened.copy_to(small_disk / "undone.annotator")
    for each in (path, undone):
        with Store.open(each, "Ana") as opened:
            assert any("“Import b.jsonl” (step 2) did not reach its end" in warning for warning in opened.warnings)
            if each is undone:
                opened.undo()
            else:
                with opened.read() as session:
                    present = set(session.execute(select(Article.id)).scalars())
                assert 1 < len(present) < 201
                rest = [record for record in records if record.id not in present]
                add_articles(opened, rest, source="b", label="Import b.jsonl")
            with opened.read() as session:
                assert list(problems(session)) == []
                count = len(session.execute(select(Article.id)).scalars().all())
            assert count == (1 if each is undone else 201)
        with Store.open(each, "Ana") as opened:
            assert not opened.warnings


def test_new_project_on_a_full_disk_leaves_nothing_behind(small_disk: Path) -> None:
    filler = small_disk / "filler"
    filler.write_bytes(bytes(1024 * 1024 - 3 * 4096))
    with pytest.raises(DiskFull, match="no room left"):
        Store.create(small_disk / "new", "Ana")
    assert list(small_disk.iterdir()) == [filler]


# No right to write -----------------------------------------------------------------------------------


@pytest.fixture
def elsewhere(project: Path) -> Iterator[Path]:
    """A project with an article and a tag, in a folder that other users may enter."""
    with Store.open(project, "Ana") as opened:
        add_articles(opened, [article_record("a")], source="set")
        tag_claim(opened, "a", [span(WORDS)], mark_id="tag")
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield Path(shutil.copyfile(project, folder / "project.annotator"))
    folder.chmod(0o755)
    shutil.rmtree(folder)


def as_somebody(work: Callable[[], None]) -> None:
    """Run in a child that has no right to write everywhere."""

    def weaker() -> None:
        if os.geteuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        work()

    in_child(weaker)


def reads_but_does_not_write(path: Path) -> None:
    with Store.open(path, "Ben") as opened:
        assert opened.read_only
        [warning] = opened.warnings
        assert "read-only" in warning
        with opened.read() as session:
            assert [mark.id for mark in marks_of(session, "a")] == ["tag"]
            assert list(problems(session)) == []
        with pytest.raises(ReadOnlyProject, match="opened for reading only"):
            tag_claim(opened, "a", [span(WORDS)])
        with pytest.raises(ReadOnlyProject):
            opened.undo(by="Ana")
        opened.poll()


def test_read_only_file_is_read(elsewhere: Path) -> None:
    elsewhere.parent.chmod(0o777)
    elsewhere.chmod(0o444)
    as_somebody(lambda: reads_but_does_not_write(elsewhere))


def test_read_only_folder_is_read(elsewhere: Path) -> None:
    elsewhere.chmod(0o666)
    elsewhere.parent.chmod(0o555)
    as_somebody(lambda: reads_but_does_not_write(elsewhere))
    assert [path.name for path in elsewhere.parent.iterdir()] == [elsewhere.name]


def test_read_only_file_in_a_read_only_folder_is_read(elsewhere: Path) -> None:
    elsewhere.chmod(0o444)
    elsewhere.parent.chmod(0o555)
    as_somebody(lambda: reads_but_does_not_write(elsewhere))


def test_read_only_folder_takes_no_new_project(elsewhere: Path) -> None:
    elsewhere.parent.chmod(0o555)

    def work() -> None:
        with pytest.raises(ReadOnlyProject, match=r"new\.annotator cannot be made: Permission denied"):
            Store.create(elsewhere.parent / "new", "Ana")

    as_somebody(work)


def test_file_that_may_not_be_read_is_a_sentence(elsewhere: Path) -> None:
    elsewhere.chmod(0o000)

    def work() -> None:
        with pytest.raises(ProjectError, match=r"project\.annotator cannot be opened: Permission denied"):
            Store.open(elsewhere, "Ana")

    as_somebody(work)


# Held by another program -----------------------------------------------------------------------------


def test_locked_database_is_a_sentence_and_nothing_is_lost(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_MILLISECONDS", 50)
    with Store.open(project, "Ana") as opened:
        add_articles(opened, [article_record("a")], source="set")
        tagged = {tag_claim(opened, "a", [span(WORDS)])}
        with closing(sqlite3.connect(project, isolation_level=None)) as holder:
            holder.execute("BEGIN IMMEDIATE")
            with pytest.raises(ProjectLocked, match="is being written by another program"):
                tag_claim(opened, "a", [span(WORDS)])
            with pytest.raises(ProjectLocked):
                opened.undo()
            with pytest.raises(ProjectLocked):
                opened.begin_batch("Import", source="set")
            assert marks(opened) == tagged
            holder.execute("ROLLBACK")
        tagged.add(tag_claim(opened, "a", [span(WORDS)]))
        assert marks(opened) == tagged
    assert_kept(project, tagged)


@pytest.mark.parametrize("left", ["nothing", "a log"])
def test_a_disk_without_a_byte_left_is_read_from(small_disk: Path, project: Path, left: str) -> None:
    with Store.open(project, "Ana") as opened:
        add_articles(opened, [article_record("a")], source="set")
        tagged = {tag_claim(opened, "a", [span(WORDS)], mark_id="tag")}

    def stopped() -> None:
        opened = Store.open(project, "Ana")
        tag_claim(opened, "a", [span(WORDS)], mark_id="in the log")
        add_articles(opened, [article_record("b", "Ships " * 40_000)], source="b")

    if left == "a log":
        in_child(stopped)
        tagged.add("in the log")
        # Too large for the file to take it in on this disk.
        shutil.copyfile(log_of(project), log_of(small_disk / "project.annotator"))
    path = Path(shutil.copyfile(project, small_disk / "project.annotator"))
    filler = small_disk / "filler"
    filler.write_bytes(bytes(shutil.disk_usage(small_disk).free))
    with Store.open(path, "Ana") as opened:
        [told] = opened.warnings
        assert "no room left on the disk of project.annotator: it can be read" in told
        assert marks(opened) == tagged
        with pytest.raises(ReadOnlyProject):
            tag_claim(opened, "a", [span(WORDS)])
        opened.poll()
        copy = opened.copy_to(project.with_name("copy.annotator"))
    assert_kept(copy, tagged)
    subprocess.run(["mount", "-o", "remount,size=20m", str(small_disk)], check=True)
    assert_kept(path, tagged)
