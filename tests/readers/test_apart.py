"""Files read in processes of their own: the same as in this one, in order, and never longer than allowed."""

from __future__ import annotations

from pathlib import Path

import psutil
import pytest

from annotator.errors import UnreadableArticle
from annotator.readers import APART_BYTES, apart, read_file
from annotator.readers.apart import FEWEST, read_many
from annotator.readers.folders import Refusal
from annotator.records import Document

PAGE = """<html><head><title>Ferry number {number} late</title></head><body><article><h1>Ferry number {number} late</h1>
<p>The ferry with the number {number} came in at ten and not at nine, as the harbour office said on Monday.</p>
<p>“We waited for an hour,” said Rika Storm, who sells nets. {filling}</p></article></body></html>"""
FILLING = "Nobody at the pier had been told anything by the company that runs the boats to the islands."


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    """Enough pages to be read in several processes, and among them one without an article and a text."""
    paths = []
    for number in range(FEWEST):
        path = tmp_path / f"{number:02}.html"
        path.write_text(PAGE.format(number=number, filling=FILLING), encoding="utf-8")
        paths.append(path)
    paths[3].write_text("<html><body></body></html>", encoding="utf-8")
    text = tmp_path / "note.txt"
    text.write_text("A note\n\nThe pier is closed.\n", encoding="utf-8")
    return [*paths[:10], text, *paths[10:]]


def _readers() -> list[psutil.Process]:
    """The processes that read for this one; a test may have a server of its own besides."""
    return [each for each in psutil.Process().children() if any("annotator.readers.apart" in w for w in each.cmdline())]


def _harmful(path: Path) -> Path:
    """A page of more paragraphs than any search through them gets to the end of in time."""
    path.write_text("<html><body>" + "<p>The quay <i>sinks</i>.</p>" * 100_000 + "</body></html>", encoding="utf-8")
    assert path.stat().st_size > APART_BYTES
    return path


def test_many_files_give_what_each_gives_alone_in_their_order(pages: list[Path]) -> None:
    lost = Refusal(Path("lost"), "It is lost.")
    answers = [(path, list(found)) for path, found in read_many([*pages[:5], lost, *pages[5:]])]
    assert [path for path, _ in answers] == [*pages[:5], lost.path, *pages[5:]]
    for path, found in answers:
        if path == lost.path:
            assert found == [lost]
        elif path == pages[3]:
            assert [type(each) for each in found] == [Refusal]
        else:
            assert found == read_file(path)
    assert _readers() == []


def test_who_stops_early_leaves_no_process_behind(pages: list[Path]) -> None:
    running = read_many(pages)
    next(running)
    assert _readers()
    running.close()  # type: ignore[attr-defined]  # it is a generator
    assert _readers() == []


def test_a_page_made_to_do_harm_is_refused_and_the_others_are_read(
    pages: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "SECONDS", 2)
    harmful = _harmful(tmp_path / "harmful.html")
    answers = {path: list(found) for path, found in read_many([pages[0], harmful, *pages[1:]])}
    (refusal,) = answers.pop(harmful)
    assert isinstance(refusal, Refusal)
    assert "longer than 2 seconds" in refusal.reason
    assert sum(isinstance(found[0], Document) for found in answers.values()) == len(pages) - 1
    with pytest.raises(UnreadableArticle, match="longer than 2 seconds"):
        read_file(harmful)


def test_a_process_that_is_killed_costs_its_file_only(pages: list[Path]) -> None:
    answers = []
    for number, (path, found) in enumerate(read_many(pages)):
        if number == 0:
            for process in _readers():
                process.kill()
        answers.append((path, list(found)))
    assert [path for path, _ in answers] == pages
    stopped = [each for _, found in answers for each in found if isinstance(each, Refusal) and "stop" in each.reason]
    assert len(stopped) <= apart.MOST_PROCESSES
    assert sum(isinstance(found[0], Document) for _, found in answers) >= len(pages) - 1 - len(stopped)


def test_a_large_page_is_read_as_a_small_one_is(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    path.write_text(PAGE.format(number=7, filling=FILLING + f"<!-- {' ' * APART_BYTES} -->"), encoding="utf-8")
    (document,) = read_file(path)
    assert document.title == "Ferry number 7 late"
    assert FILLING in document.text
    assert document.file == "large.html"
