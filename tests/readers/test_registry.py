from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from annotator.errors import UnreadableArticle
from annotator.readers import ARTICLE_LIMIT_BYTES, HEAD_BYTES, known_suffixes, read_file, readers
from tests.readers.invented import MARKDOWN, TITLE


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableArticle) as caught:
        read_file(path)
    assert str(path) in str(caught.value)
    assert str(caught.value).endswith(".")
    return caught.value.reason


def test_every_reader_has_a_name_a_title_and_suffixes() -> None:
    assert {"html", "markdown", "text"} <= {reader.name for reader in readers()}
    for reader in readers():
        assert reader.title
        assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in reader.suffixes)
        assert set(reader.suffixes) <= known_suffixes()


@pytest.mark.parametrize("head", [b"", b"\x00\xff\xfe", b"# A", b"<html>", os.urandom(HEAD_BYTES)])
def test_recognition_is_a_share_and_never_fails(head: bytes) -> None:
    for reader in readers():
        for name in ("a", "a.md", "a.txt", "a.html", "a.bin", *(f"a{suffix}" for suffix in reader.suffixes)):
            assert 0 <= reader.recognise(Path(name), head) <= 1


def test_the_content_decides_where_the_suffix_leaves_it_open(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(MARKDOWN, encoding="utf-8")
    (document,) = read_file(tmp_path / "article.txt")
    assert document.meta["reader"] == "markdown"
    assert document.title == TITLE
    assert document.file == "article.txt"
    assert len(document.meta["file_sha256"]) == 64


def test_a_missing_an_empty_and_a_strange_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.md").touch()
    (tmp_path / "song.xyz").write_text("la la", encoding="utf-8")
    assert "nothing at this place" in refusal(tmp_path / "absent.md")
    assert "empty" in refusal(tmp_path / "empty.md")
    assert ".md" in refusal(tmp_path / "song.xyz")
    assert "not a file" in refusal(tmp_path)


def test_a_file_past_the_limit_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(6 * ARTICLE_LIMIT_BYTES)
    assert "300 MB" in refusal(tmp_path / "large.txt")
    assert "50 MB" in refusal(tmp_path / "large.txt")


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html"])
@pytest.mark.parametrize("content", [b"%PDF-1.7 and so on", b"PK\x03\x04zip", b"text\x00\x01\x02\x03" * 40])
def test_binary_content_is_refused_whatever_the_suffix(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert "not text" in refusal(tmp_path / name)


@pytest.mark.parametrize("content", [b"\n\n  \n", b"\xef\xbb\xbf", b"![only a picture](x.png)\n"])
def test_a_file_without_words_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.md").write_bytes(content)
    assert "no text" in refusal(tmp_path / "a.md")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind root")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    (tmp_path / "closed.md").write_text("text", encoding="utf-8")
    (tmp_path / "closed.md").chmod(0)
    assert "permission" in refusal(tmp_path / "closed.md")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files on this system")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert "not a file" in refusal(tmp_path / "pipe.md")


def test_heavy_libraries_wait_until_a_page_is_read() -> None:
    code = (
        "import sys, annotator.readers as r; r.readers();"
        "sys.exit(any(m in sys.modules for m in ('trafilatura', 'lxml', 'dateparser', 'markdown_it')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are always characters there")
def test_names_with_line_breaks_and_half_characters_become_one_line_of_text(tmp_path: Path) -> None:
    for name in (b"two\nlines.txt", b"half\xff.txt", b"half\xff.md"):
        path = tmp_path / os.fsdecode(name)
        path.write_text("The ferry left the harbour.\n\nIt was late.\n", encoding="utf-8")
        (document,) = read_file(path)
        assert document.file in ("two lines.txt", "half\ufffd.txt", "half\ufffd.md")
        assert document.title in ("two lines", "half\ufffd")
        document.title.encode()
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        archive.add(tmp_path / os.fsdecode(b"half\xff.txt"), os.fsdecode(b"in\xff/half\xff.txt"))
    (document,) = read_file(tmp_path / "a.tar")
    assert document.file == "a.tar/in\ufffd/half\ufffd.txt"
