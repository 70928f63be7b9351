"""How fast the versions of two annotators are compared, and how soon the queue of a large project opens."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from annotator.agreement.matching import matched_groups
from annotator.gui.review.screen import ReviewScreen
from annotator.queries.compared import ComparedArticle
from annotator.queries.disagreements import groups_of
from annotator.queries.marks import marks_of
from annotator.records import AnnotatorRecord, ClaimRecord
from annotator.store import Store
from tests.benchmarks.conftest import Measure, copied
from tests.benchmarks.desk import Desk, wait
from tests.benchmarks.workloads import ANNOTATOR, W3_ARTICLES, Workloads

COPIES = {
    "mark": ("id",),
    "part": ("mark_id",),
    "claim_speaker": ("mark_id", "mention_id"),
    "claim_topic": ("mark_id",),
}

PATIENCE = 1000


def with_a_colleague(project: Path) -> Path:
    """The same marks once more, as Ben's; every seventh of his claims is quoted otherwise."""
    connection = sqlite3.connect(project)
    connection.execute(
        "INSERT INTO annotator (id, name, initials, colour, kind, imported, version) "
        "VALUES ('ben', 'Ben', 'BE', '#2f6fb3', 'person', 1, 1)"
    )
    for table, renamed in COPIES.items():
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        wanted = [f"'b-' || {name}" if name in renamed else name for name in columns]
        if table == "mark":
            wanted[columns.index("annotator_id")] = "'ben'"
        connection.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(wanted)} FROM {table}")
    connection.execute(
        "UPDATE mark SET quotation = 'mixed' WHERE annotator_id = 'ben' AND kind = 'claim' AND rowid % 7 = 0"
    )
    connection.commit()
    connection.close()
    return project


def test_comparing_ten_thousand_marks(measure: Measure, workloads: Workloads, tmp_path: Path) -> None:
    project = with_a_colleague(copied(workloads.large, tmp_path))
    with Store.open(project, ANNOTATOR) as store, store.read() as session:
        row = session.connection().exec_driver_sql("SELECT id FROM article ORDER BY characters DESC LIMIT 1").first()
        assert row is not None
        marks = marks_of(session, row[0])
        rows = session.connection().exec_driver_sql("SELECT id, name FROM annotator ORDER BY name").fetchall()
    people = [AnnotatorRecord(row[0], row[1], "", "", "person") for row in rows]
    claims = [mark for mark in marks if isinstance(mark, ClaimRecord)]
    compared = ComparedArticle(row[0], tuple(people), tuple(marks))
    assert len(claims) >= 10_000
    measure("match 10,000 claims of two annotators", 1_000, lambda: matched_groups(claims), rounds=5, warmup=1)
    measure_groups = sum(1 for _ in groups_of(compared))
    assert measure_groups >= len(claims) / 2


def test_opening_the_queue_of_a_large_project(
    measure: Measure, desk: Desk, workloads: Workloads, tmp_path: Path
) -> None:
    desk.open(with_a_colleague(copied(workloads.many, tmp_path)))
    assert desk.window.project is not None
    screens = desk.window.project.screens

    def queue() -> ReviewScreen:
        screen = screens["review"]
        assert isinstance(screen, ReviewScreen)
        return screen

    def open_queue() -> None:
        desk.until_painted(
            lambda: desk.window.show_screen("review"),
            lambda: queue().queue.view.viewport(),
            lambda: queue().queue.model.rowCount() > 0,
        )

    def leave() -> None:
        desk.window.show_screen("annotate")
        queue().comparing.stop()
        desk.settle()
        queue().queue.begin()
        screens._missed.add("review")
        desk.settle()

    measure("open the queue of W3 by two annotators", 200, open_queue, setup=leave, rounds=6, warmup=1)
    for _ in range(PATIENCE):
        if len(queue().comparing.articles) == W3_ARTICLES:
            break
        # Which articles there are to compare is known a while after the first of them are shown.
        wait(20)
    assert len(queue().comparing.articles) == W3_ARTICLES
