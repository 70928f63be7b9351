"""Opening, reading and changing: what `Store` promises about one transaction."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import select, update

from annotator.actions.speakers import edit_speaker, make_speaker
from annotator.actions.tagging import tag_claim
from annotator.errors import ChangeError, ProjectExists, ProjectNotFound, StaleWrite
from annotator.model import ClaimSpeaker, Speaker, Step
from annotator.queries.check import problems
from annotator.store import Store
from tests.sample_articles import snapshot, span


def pragma(store: Store, name: str) -> object:
    with store.read() as session:
        return session.connection().exec_driver_sql(f"PRAGMA {name}").scalar_one()


def test_new_project_is_empty_and_sound(tmp_path: Path) -> None:
    with Store.create(tmp_path / "harbour", "Ana") as made:
        assert made.path == tmp_path / "harbour.annotator"
        assert made.name == "harbour"
        assert not any(snapshot(made).values())
        with made.read() as session:
            assert list(problems(session)) == []


def test_new_project_never_overwrites(project: Path) -> None:
    before = project.read_bytes()
    with pytest.raises(ProjectExists, match="exists already"):
        Store.create(project, "Ana")
    assert project.read_bytes() == before


def test_absent_project_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProjectNotFound, match=r"nowhere\.annotator"):
        Store.open(tmp_path / "nowhere", "Ana")


@pytest.mark.in_a_file
def test_sqlite_is_set_up_for_safety(store: Store) -> None:
    assert pragma(store, "journal_mode") == "wal"
    assert pragma(store, "synchronous") == 2
    assert pragma(store, "foreign_keys") == 1
    assert pragma(store, "trusted_schema") == 0
    assert pragma(store, "busy_timeout") == 5000


def test_a_project_in_a_file_loads_nothing_of_a_server(project: Path) -> None:
    program = (
        "import sys; from annotator.store import Store; import annotator.cli.project, annotator.cli.running; "
        "Store.open(sys.argv[1], 'Ana').close(); print(sorted({'psycopg', 'keyring'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program, str(project)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_closed_project_is_one_file(project: Path) -> None:
    with Store.open(project, "Ana") as opened:
        make_speaker(opened, "Mira Okafor")
    assert [path.name for path in project.parent.iterdir()] == [project.name]


def test_change_is_there_after_reopening(project: Path) -> None:
    with Store.open(project, "Ana") as opened:
        made = make_speaker(opened, "Mira Okafor")
    with Store.open(project, "Ben") as opened, opened.read() as session:
        assert session.execute(select(Speaker.id, Speaker.name)).all() == [(made, "Mira Okafor")]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_change_under_an_exception_leaves_nothing(store: Store, error: type[BaseException]) -> None:
    def interrupted() -> None:
        with store.change("Never") as session:
            session.add(Speaker(id="s", name="Nobody", kind="person"))
            session.flush()
            raise error("stop")

    before = snapshot(store)
    with pytest.raises(error, match="stop"):
        interrupted()
    assert snapshot(store) == before
    make_speaker(store, "Mira Okafor")
    with store.read() as session:
        assert session.execute(select(Step.number)).scalars().all() == [1]
        assert list(problems(session)) == []


def test_change_of_nothing_leaves_no_step(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")
    edit_speaker(store, made, name="Mira Okafor")
    with store.read() as session:
        assert session.execute(select(Step.label)).scalars().all() == ["New speaker"]


def test_four_threads_counting_up_lose_nothing(store: Store) -> None:
    made = make_speaker(store, "Counter")
    edit_speaker(store, made, note="0")
    failed: list[BaseException] = []

    def count() -> None:
        try:
            for _ in range(50):
                with store.change("Count") as session:
                    speaker = session.get_one(Speaker, made)
                    speaker.note = str(int(speaker.note) + 1)
        except BaseException as error:  # noqa: BLE001  # in a thread, so told below
            failed.append(error)

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with store.read() as session:
        assert session.get_one(Speaker, made).note == "200"
        assert session.get_one(Speaker, made).version == 202


def test_two_programs_counting_up_lose_nothing(project: Path) -> None:
    with Store.open(project, "Ana") as ours, Store.open(project, "Ben") as theirs:
        made = make_speaker(ours, "Counter")
        edit_speaker(ours, made, note="0")

        def count(store: Store) -> None:
            for _ in range(40):
                with store.change("Count") as session:
                    speaker = session.get_one(Speaker, made)
                    speaker.note = str(int(speaker.note) + 1)

        thread = threading.Thread(target=count, args=(theirs,))
        thread.start()
        count(ours)
        thread.join()
        with ours.read() as session:
            assert session.get_one(Speaker, made).note == "80"


def test_stale_write_raises(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")

    def stale() -> None:
        with store.change("Rename") as session:
            speaker = session.get_one(Speaker, made)
            # As on a server where another transaction came in between.
            session.connection().execute(update(Speaker.__table__).values(version=7))  # type: ignore[arg-type]
            speaker.name = "Somebody else"

    with pytest.raises(StaleWrite, match="in the meantime"):
        stale()
    with store.read() as session:
        assert session.get_one(Speaker, made).name == "Mira Okafor"


def test_reference_to_nothing_is_refused_at_the_end(store: Store, article_id: str) -> None:
    claim = tag_claim(store, article_id, [span("Two ships a month")])
    before = snapshot(store)

    def dangling() -> None:
        with store.change("Dangling") as session:
            session.add(ClaimSpeaker(article_id=article_id, mark_id=claim, ordinal=0, speaker_id="nobody", role="says"))

    with pytest.raises(ChangeError, match="names something that is not in the project"):
        dangling()
    assert snapshot(store) == before


def test_reader_keeps_its_state_while_a_writer_writes(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")
    with store.read() as session:
        assert session.execute(select(Speaker.name)).scalars().all() == ["Mira Okafor"]
        edit_speaker(store, made, name="M. Okafor")
        assert session.execute(select(Speaker.name)).scalars().all() == ["Mira Okafor"]
    with store.read() as session:
        assert session.execute(select(Speaker.name)).scalars().all() == ["M. Okafor"]
