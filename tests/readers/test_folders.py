from __future__ import annotations

import os
from pathlib import Path

import pytest

from annotator.readers.folders import Refusal, article_files


def fill(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text", encoding="utf-8")


def listed(folder: Path) -> list[str]:
    found = [path for path in article_files([folder]) if isinstance(path, Path)]
    return [path.relative_to(folder).as_posix() for path in found]


def test_folders_are_listed_with_all_that_is_in_them_in_natural_order(tmp_path: Path) -> None:
    fill(tmp_path, "a10.md", "a2.md", "B1.txt", "sub/c.html", "sub/deep/d.md", "photo.jpg", "marks.ann", "old.doc")
    assert listed(tmp_path) == ["a2.md", "a10.md", "B1.txt", "old.doc", "sub/c.html", "sub/deep/d.md"]


def test_what_systems_and_browsers_leave_behind_is_left_out(tmp_path: Path) -> None:
    fill(tmp_path, ".hidden.md", ".git/a.md", "__MACOSX/b.md", ".DS_Store", "~$c.docx", "page.html")
    fill(tmp_path, "page_files/frame.html", "Seite.htm", "Seite-Dateien/x.html", "own_files/kept.md")
    assert listed(tmp_path) == ["own_files/kept.md", "page.html", "Seite.htm"]


def test_a_file_that_is_named_is_passed_on_whatever_it_is(tmp_path: Path) -> None:
    fill(tmp_path, "photo.jpg", ".hidden.md")
    paths = [tmp_path / "photo.jpg", tmp_path / ".hidden.md", tmp_path / "absent.md"]
    assert list(article_files(paths)) == paths


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_links_do_not_lead_in_circles(tmp_path: Path) -> None:
    fill(tmp_path, "a/x.md")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert listed(tmp_path) == ["a/x.md"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind root")
def test_a_closed_folder_is_a_refusal(tmp_path: Path) -> None:
    fill(tmp_path, "a.md", "closed/b.md")
    (tmp_path / "closed").chmod(0)
    try:
        found = list(article_files([tmp_path]))
    finally:
        (tmp_path / "closed").chmod(0o700)
    assert found[0] == tmp_path / "a.md"
    assert isinstance(found[1], Refusal)
    assert "permission" in found[1].reason
