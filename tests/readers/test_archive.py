from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UnreadableArticle
from annotator.readers import read_file, read_parts
from annotator.readers.archive import ENTRY_LIMIT, read, recognise
from annotator.readers.folders import Refusal
from annotator.records import Document
from tests.readers.invented import MARKDOWN, TITLE, check

ARTICLE = MARKDOWN.encode()
SECOND = b"# Second\n\nThe guild met on Tuesday to speak about the fees."


def zipped(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(entries: dict[str, bytes], *members: tarfile.TarInfo) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in entries.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
        for member in members:
            archive.addfile(member)
    return out.getvalue()


def found_in(data: bytes, name: str = "a.zip") -> tuple[list[Document], list[Refusal]]:
    documents: list[Document] = []
    refusals: list[Refusal] = []
    for each in read(Path(name), data):
        if isinstance(each, Document):
            check(each)
            documents.append(each)
        else:
            assert each.reason.endswith(".")
            refusals.append(each)
    return documents, refusals


def reason(data: bytes, name: str = "a.zip") -> str:
    with pytest.raises(UnreadableArticle, match=r"\.$") as caught:
        found_in(data, name)
    return caught.value.reason


@pytest.mark.parametrize(
    ("name", "packed"),
    [
        ("a.zip", zipped),
        ("a.tar", tarred),
        ("a.tar.gz", lambda entries: gzip.compress(tarred(entries))),
        ("a.tgz", lambda entries: gzip.compress(tarred(entries))),
        ("a.tar.bz2", lambda entries: bz2.compress(tarred(entries))),
        ("a.tar.xz", lambda entries: lzma.compress(tarred(entries))),
    ],
)
def test_entries_are_read_by_the_readers_of_their_kinds(tmp_path: Path, name: str, packed: object) -> None:
    assert callable(packed)
    table = b"title,text\nOne,The first report.\nTwo,The second report.\n"
    (tmp_path / name).write_bytes(packed({"inner/Bericht ü.md": ARTICLE, "t.csv": table, "inner/b.txt": SECOND}))
    documents = read_file(tmp_path / name)
    named = {(each.file, each.title, each.meta["reader"]) for each in documents}
    assert named == {
        (f"{name}/inner/Bericht ü.md", TITLE, "markdown"),
        (f"{name}/inner/b.txt", "Second", "markdown"),
        (f"{name}/t.csv", "One", "csv"),
        (f"{name}/t.csv", "Two", "csv"),
    }
    assert all(len(each.meta["file_sha256"]) == 64 for each in documents)


def test_a_single_compressed_file_is_read_as_what_its_name_says(tmp_path: Path) -> None:
    (tmp_path / "article.md.gz").write_bytes(gzip.compress(ARTICLE))
    (document,) = read_file(tmp_path / "article.md.gz")
    assert (document.title, document.file) == (TITLE, "article.md.gz/article.md")
    assert "no file of a kind" in reason(gzip.compress(b"la la"), "song.mp4.gz")
    assert "not compressed" in reason(ARTICLE, "article.md.gz")


def test_archives_within_archives_are_read_once() -> None:
    inner = zipped({"x/article.md": ARTICLE, "deeper.zip": zipped({"b.md": SECOND})})
    documents, refusals = found_in(tarred({"set/inner.zip": inner, "b.md": SECOND}), "a.tar")
    assert [each.file for each in documents] == ["a.tar/set/inner.zip/x/article.md", "a.tar/b.md"]
    (refusal,) = refusals
    assert refusal.path.as_posix() == "a.tar/set/inner.zip/deeper.zip"
    assert "too deep" in refusal.reason


def test_columns_reach_the_tables_in_an_archive(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"t.csv": b"Kopf,Was\nOne,The first report.\n", "b.md": SECOND}))
    found = list(read_parts(tmp_path / "a.zip", columns={"title": "Kopf", "text": "Was"}))
    assert [each.title for each in found if isinstance(each, Document)] == ["Second", "One"]


def test_what_cannot_be_read_is_a_refusal_and_the_rest_is_read(tmp_path: Path) -> None:
    entries = {"a.md": ARTICLE, "b.md": b"", "c.md": b"PK\x03\x04no text", "d.csv": b"x,y\n1,2\n", "e.doc": b"x"}
    (tmp_path / "a.zip").write_bytes(zipped(entries))
    found = list(read_parts(tmp_path / "a.zip"))
    assert [each.title for each in found if isinstance(each, Document)] == [TITLE]
    refusals = {each.path.name: each.reason for each in found if isinstance(each, Refusal)}
    assert "empty" in refusals["b.md"]
    assert "not text" in refusals["c.md"]
    assert "“x”, “y”" in refusals["d.csv"]


def test_what_systems_leave_and_other_kinds_are_left_out() -> None:
    entries = {
        "a.md": ARTICLE,
        "__MACOSX/._a.md": b"x",
        ".DS_Store": b"x",
        "x/.hidden/b.md": SECOND,
        "~$c.docx": b"x",
        "Thumbs.db": b"x",
        "photo.jpg": b"x",
    }
    documents, refusals = found_in(zipped(entries))
    assert [each.title for each in documents] == [TITLE]
    assert not refusals
    assert "no file of a kind" in reason(zipped({"photo.jpg": b"x"}))


def test_names_that_other_programs_write() -> None:
    data = zipped({"aaa\\Bericht.md": ARTICLE, "Fxxhre.md": SECOND}).replace(b"xx", "ä".encode())
    documents, _ = found_in(data)
    assert {each.file for each in documents} == {"a.zip/aaa/Bericht.md", "a.zip/Fähre.md"}


# Annotation sets -------------------------------------------------------------------------------------


def test_annotation_sets_in_archives_are_no_articles(tmp_path: Path) -> None:
    tables = {"meta.csv": b"format\n", "annotators.csv": b"id\n", "articles.csv": b"title,text\nA,B c.\n"}
    data = zipped({**tables, "claims.csv": b"id\n"})
    assert recognise(Path("a.zip"), data[:8192]) == 0
    assert "annotation set" in reason(data)
    head = {"type": "set", "format": "annotator-set", "version": 1}
    (tmp_path / "a.zip").write_bytes(zipped({"ana.jsonl": json.dumps(head).encode(), "b.md": SECOND}))
    found = list(read_parts(tmp_path / "a.zip"))
    assert [type(each) for each in found] == [Refusal, Document]


# Hostile archives ------------------------------------------------------------------------------------

OUTSIDE = ["../out.md", "a/../../out.md", "/etc/out.md", "C:/out.md", "..\\out.md", "\\\\host\\share\\out.md"]


@pytest.mark.parametrize("name", OUTSIDE)
@pytest.mark.parametrize("suffix", [".zip", ".tar"])
def test_names_that_lead_out_are_refused_by_name_and_nothing_is_written(tmp_path: Path, name: str, suffix: str) -> None:
    place = tmp_path / "deep" / "deeper"
    place.mkdir(parents=True)
    packed = zipped if suffix == ".zip" else tarred
    (place / f"a{suffix}").write_bytes(packed({name: ARTICLE, "b.md": SECOND}))
    before = sorted(tmp_path.rglob("*"))
    found = list(read_parts(place / f"a{suffix}"))
    assert [each.title for each in found if isinstance(each, Document)] == ["Second"]
    (refusal,) = (each for each in found if isinstance(each, Refusal))
    assert name.replace("\\", "/" if suffix == ".zip" else "\\") in refusal.reason
    assert "leads out" in refusal.reason
    assert sorted(tmp_path.rglob("*")) == before


def test_links_and_devices_are_refused() -> None:
    members = []
    for name, kind in (("l.md", tarfile.SYMTYPE), ("h.md", tarfile.LNKTYPE), ("p.md", tarfile.FIFOTYPE)):
        member = tarfile.TarInfo(name)
        member.type, member.linkname = kind, "/etc/hostname"
        members.append(member)
    documents, refusals = found_in(tarred({"b.md": SECOND}, *members), "a.tar")
    assert len(documents) == 1
    assert [refusal.path.name for refusal in refusals] == ["l.md", "h.md", "p.md"]
    assert all("link" in refusal.reason for refusal in refusals)
    link = zipfile.ZipInfo("l.md")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc/hostname")
        archive.writestr("b.md", SECOND)
    documents, refusals = found_in(out.getvalue())
    assert [document.title for document in documents] == ["Second"]
    assert "link" in refusals[0].reason


def test_what_expands_out_of_ratio_is_refused() -> None:
    bomb = b"0 " * 8 * 1024**2
    documents, (refusal,) = found_in(zipped({"a.md": bomb, "b.md": SECOND}))
    assert len(documents) == 1
    assert "expands" in refusal.reason
    assert "expands" in reason(gzip.compress(tarred({"a.md": bomb})), "a.tgz")
    _, (refusal,) = found_in(gzip.compress(bomb), "a.md.gz")
    assert "expands" in refusal.reason
    documents, refusals = found_in(zipped({"inner.tar.gz": gzip.compress(tarred({"a.md": bomb}))}))
    assert not documents
    assert "expands" in refusals[0].reason


def test_declared_sizes_beyond_the_limits_are_refused_before_anything_is_expanded(tmp_path: Path) -> None:
    entries = {f"{n}.md": SECOND * 100 for n in range(30)}
    small = len(SECOND * 100).to_bytes(4, "little")
    data = zipped(entries).replace(small, (40 * 1024**2).to_bytes(4, "little"))
    assert "expands to more than 1,024 MB" in reason(data)
    member = tarfile.TarInfo("a.md")
    member.size = 2**40
    assert "expands to more than 1,024 MB" in reason(member.tobuf(), "a.tar")
    member.size = 60 * 1024**2
    (tmp_path / "a.tar").write_bytes(member.tobuf() + ARTICLE * 10)
    refusals = [each for each in read_parts(tmp_path / "a.tar") if isinstance(each, Refusal)]
    assert "60 MB" in refusals[0].reason


def test_an_entry_that_is_larger_than_it_says_is_refused() -> None:
    content = os.urandom(5000).hex().encode()
    data = zipped({"a.txt": content, "b.md": SECOND}, zipfile.ZIP_STORED)
    documents, refusals = found_in(data.replace(len(content).to_bytes(4, "little"), (100).to_bytes(4, "little")))
    assert [document.title for document in documents] == ["Second"]
    assert "damaged" in refusals[0].reason


def test_too_many_entries_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(ENTRY_LIMIT + 1):
            archive.writestr(zipfile.ZipInfo(f"{number}.md"), b"")
    assert "20,000" in reason(out.getvalue())
    empty = tarfile.TarInfo("a.jpg").tobuf()
    assert "20,000" in reason(gzip.compress(empty * (ENTRY_LIMIT + 1), 9) + gzip.compress(os.urandom(200_000)), "a.tgz")


def test_entries_with_a_password_are_refused() -> None:
    data = bytearray(zipped({"a.md": ARTICLE}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    _, (refusal,) = found_in(bytes(data))
    assert "password" in refusal.reason


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.md.xz"])
@pytest.mark.parametrize("data", [b"PK\x03\x04 and no more", b"no archive", gzip.compress(b"no archive", mtime=0)[:-9]])
def test_damaged_archives_are_refused(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableArticle, match=r"\.$"):
        read_file(tmp_path / name)


@given(st.sampled_from(["a.zip", "a.tar", "a.tgz"]), st.integers(0, 2000), st.binary(min_size=1, max_size=30))
def test_damage_anywhere_is_read_past_or_refused(name: str, place: int, noise: bytes) -> None:
    entries = {"a.md": ARTICLE, "b.md": SECOND}
    data = zipped(entries) if name == "a.zip" else tarred(entries)
    data = gzip.compress(data) if name == "a.tgz" else data
    place %= len(data)
    damaged = data[:place] + noise + data[place + len(noise) :]
    try:
        documents, refusals = found_in(damaged, name)
    except UnreadableArticle as error:
        documents, refusals = [], [Refusal(Path(name), error.reason)]
    assert documents or all(each.reason.endswith(".") for each in refusals)
