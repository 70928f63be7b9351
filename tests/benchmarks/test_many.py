"""How fast 10,000 articles with 200,000 marks come in, are listed, and go out, and 5,000 claims are changed at once."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from annotator.actions.articles import add_articles
from annotator.actions.exchange import export_set, import_sets
from annotator.actions.many import Change, change_many
from annotator.actions.topics import make_topic
from annotator.store import Store
from tests.benchmarks.conftest import Measure, copied
from tests.benchmarks.desk import Desk, wait
from tests.benchmarks.workloads import ANNOTATOR, SAVED_PAGES, W3_ARTICLES, W3_MARKS, Workloads, saved_page


def test_adding_articles(measure: Measure, workloads: Workloads, tmp_path: Path) -> None:
    with Store.create(tmp_path / "new", ANNOTATOR) as store:
        measure("add W3's articles", 12_000, lambda: add_articles(store, [workloads.many_files]), rounds=1, warmup=0)
        with store.read() as session:
            assert sum(1 for _ in session.connection().exec_driver_sql("SELECT 1 FROM article")) == W3_ARTICLES


def test_importing_marks(measure: Measure, workloads: Workloads, tmp_path: Path) -> None:
    reports = []
    with Store.create(tmp_path / "new", ANNOTATOR) as store:
        measure(
            "import W3's set",
            15_000,
            lambda: reports.extend(import_sets(store, [workloads.many_set])),
            rounds=1,
            warmup=0,
        )
    assert reports[0].claims + reports[0].mentions + reports[0].passages == W3_ARTICLES * W3_MARKS


@pytest.mark.parametrize(
    ("name", "target"),
    [("native", 6_000), ("csv", 5_000), ("w3c", 20_000), ("refi-qda", 20_000), ("brat", 20_000), ("xmi", 20_000)],
)
def test_exporting(measure: Measure, workloads: Workloads, tmp_path: Path, name: str, target: int) -> None:
    out = tmp_path / ("set.jsonl" if name == "native" else "set")
    with Store.open(copied(workloads.many, tmp_path), ANNOTATOR) as store:
        measure(
            f"export W3, {name}",
            target,
            lambda: export_set(store, out, format_name=name),
            rounds=2,
            warmup=0,
        )
    assert out.exists()


def test_opening_a_project(measure: Measure, desk: Desk, workloads: Workloads, tmp_path: Path) -> None:
    project = copied(workloads.many, tmp_path)

    def leave() -> None:
        desk.window.show_welcome()
        desk.settle()

    def wait_for_backup() -> None:
        while desk.window.work.rows:
            wait(20)

    def show() -> None:
        desk.window.commands.open_path(str(project))
        while desk.window.project is None:
            wait(1)
        view = desk.screen.articles.view
        desk.until_painted(lambda: None, view.viewport, lambda: view.model().rowCount() == W3_ARTICLES)

    measure("open W3's project, list painted", 300, show, setup=leave, after=wait_for_backup, rounds=8, warmup=1)


def test_filtering_while_typing(measure: Measure, desk: Desk, workloads: Workloads, tmp_path: Path) -> None:
    desk.open(copied(workloads.many, tmp_path))
    articles, keys = desk.screen.articles, itertools.cycle("harbour")
    articles.filter.setFocus()

    def clear() -> None:
        if articles.filter.text() == "harbour":
            articles.filter.clear()
        desk.settle()

    def type_() -> None:
        key = next(keys)
        wanted = articles.filter.text() + key
        desk.until_painted(
            lambda: QTest.keyClicks(articles.filter, key),
            lambda: articles.view.viewport(),
            lambda: articles.model.query == wanted,
        )

    measure("filter W3's list, one key", 50, type_, setup=clear, rounds=28, warmup=7)


def test_adding_saved_pages(measure: Measure, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(SAVED_PAGES):
        (pages / f"{number}.html").write_text(saved_page(number), encoding="utf-8")
    with Store.create(tmp_path / "new", ANNOTATOR) as store:
        measure("add 1,000 saved pages", 60_000, lambda: add_articles(store, [pages]), rounds=1, warmup=0)
        with store.read() as session:
            assert sum(1 for _ in session.connection().exec_driver_sql("SELECT 1 FROM article")) == SAVED_PAGES


def test_changing_many_claims_at_once(measure: Measure, workloads: Workloads, tmp_path: Path) -> None:
    with Store.open(copied(workloads.large, tmp_path), ANNOTATOR) as store:
        with store.read() as session:
            every = session.connection().exec_driver_sql("SELECT id FROM mark WHERE kind = 'claim' LIMIT 5000")
            claims = [id_ for (id_,) in every]
        topic = make_topic(store, "All of them")
        assert len(claims) == 5_000
        measure(
            "add a topic to 5,000 claims",
            1_500,
            lambda: change_many(store, claims, Change("add_topic", topic=topic)),
            after=store.undo,
            rounds=3,
            warmup=0,
        )
