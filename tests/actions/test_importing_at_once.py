"""Two programs bring the same set, or the same articles, into the same project at the same moment."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

import pytest
from sqlalchemy import select

from annotator.actions.articles import FileOutcome, add_articles
from annotator.actions.exchange import import_sets
from annotator.errors import ChangeError
from annotator.formats import format_named
from annotator.model import Article, Mark, Step
from annotator.queries.check import problems
from annotator.store import Store
from tests.actions.test_exchange import ANA, HEADER
from tests.sample_articles import article_record, claim_record

pytestmark = [pytest.mark.in_a_file, pytest.mark.skipif(not hasattr(os, "fork"), reason="programs are forked")]

CLAIMS = 1500


@pytest.fixture
def path(tmp_path: Path) -> Path:
    claims = [claim_record(f"claim-{number:04}", "a", ANA.id) for number in range(CLAIMS)]
    out = tmp_path / "set.jsonl"
    write = format_named("native").write
    assert write is not None
    write([HEADER, ANA, article_record("a"), *claims], out)
    return out


def forked(project: Path, path: Path, ready: int, told: int) -> int:
    """A program that imports once something can be read from `ready`, and tells what went wrong."""
    child = os.fork()
    if child == 0:
        failed = ""
        try:
            with Store.open(project, "Ana") as store:
                os.read(ready, 1)
                (report,) = import_sets(store, [path])
            failed = str([*report.refused, *report.conflicts] or "")
        except BaseException:  # noqa: BLE001  # told to the parent, whatever it is
            failed = traceback.format_exc()
        os.write(told, failed.encode()[:60000])
        os._exit(0)
    return child


def test_both_imports_succeed_and_every_mark_is_there_once(project: Path, path: Path) -> None:
    ready, go = os.pipe()
    heard, told = os.pipe()
    children = [forked(project, path, ready, told) for _ in range(3)]
    os.close(told)
    os.write(go, b"ggg")
    for child in children:
        os.waitpid(child, 0)
    with os.fdopen(heard, encoding="utf-8") as pipe:
        assert pipe.read() == ""
    for end in (ready, go):
        os.close(end)
    with Store.open(project, "Ana") as store, store.read() as session:
        assert list(problems(session)) == []
        assert len(session.execute(select(Mark.id)).scalars().all()) == CLAIMS
        # Whoever began it, it is one import.
        (step,) = session.execute(select(Step)).scalars()
        assert (step.kind, step.open) == ("batch", False)


def test_what_another_program_took_back_is_not_gone_on_with(project: Path) -> None:
    with Store.open(project, "Ana") as one, Store.open(project, "Ana") as other:
        made = one.begin_batch("Import set.jsonl", source="set")
        table, rows = next(iter(_rows("a")))
        made.add(table, rows)
        made.flush()
        other.abandon(made.number)
        table, rows = next(iter(_rows("b")))
        made.add(table, rows)
        with pytest.raises(ChangeError, match="was taken back by another program"):
            made.flush()
        made.drop_pending()
        one.batch_finished(made)
        with one.read() as session:
            assert list(problems(session)) == []


def test_articles_that_another_program_adds_meanwhile_are_told_as_present(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(f"Title {name}\n\nThe port is shut, says {name}.\n", encoding="utf-8")
    theirs: list[FileOutcome] = []
    with Store.open(project, "Ana") as one, Store.open(project, "Ben") as other:

        def meanwhile(done: int, total: int, what: str) -> None:
            if not theirs:
                theirs.extend(add_articles(other, [folder / "a.txt", folder / "b.txt"]))

        ours = add_articles(one, [folder], report=meanwhile)
        assert [each.status for each in theirs] == ["added", "added"]
        assert [each.status for each in ours] == ["present", "present", "added"]
        assert [each.articles for each in ours[:2]] == [each.articles for each in theirs]
        assert "as “Title a”" in (ours[0].reason or "")
        with one.read() as session:
            assert list(problems(session)) == []
            assert sorted(session.execute(select(Article.title)).scalars()) == ["Title a", "Title b", "Title c"]
            labels = session.execute(select(Step.label).order_by(Step.number)).scalars().all()
        assert labels == ["Add article", "Add 2 articles"]


def _rows(article: str) -> list[tuple[object, list[dict[str, object]]]]:
    from annotator.model.rows import rows_of

    return rows_of(article_record(article))  # type: ignore[return-value]
