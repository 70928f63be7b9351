"""Damaged files at every reader: articles, refusals in a sentence, and never anything else."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from annotator.errors import UnreadableArticle
from annotator.readers import reader_for, readers
from annotator.readers.folders import Refusal
from annotator.records import Document
from tests.damage import damages
from tests.readers.invented import MARKDOWN
from tests.readers.made_downloads import BOTH, europresse_page, factiva_page, factiva_xml, lexis_text
from tests.readers.made_office import docx_bytes, odt_bytes, rtf_bytes
from tests.readers.made_pdf import column, pdf_bytes
from tests.readers.test_apart import FILLING, PAGE
from tests.readers.test_feed import item, rss
from tests.readers.test_tables import workbook
from tests.readers.test_warc import page, warc

HTML = PAGE.format(number=1, filling=FILLING).encode()
MAIL = (
    b"From: Rika Storm <rika@nets.example>\r\nSubject: The quay\r\nDate: Mon, 24 Nov 2025 10:11:00 +0100\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n'
    b"\r\nThe quay sinks, and nobody says so.\r\n--b\r\nContent-Type: text/html\r\n\r\n" + HTML + b"\r\n--b--\r\n"
)
SAVED = (
    b'MIME-Version: 1.0\r\nSubject: Ferry\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
    b"--b\r\nContent-Type: text/html\r\nContent-Location: https://ferry.example/a\r\n\r\n" + HTML + b"\r\n--b--\r\n"
)


def _zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.md", MARKDOWN)
        archive.writestr("b/c.html", HTML)
    return packed.getvalue()


def _tar() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        entry = tarfile.TarInfo("a.md")
        entry.size = len(MARKDOWN.encode())
        archive.addfile(entry, io.BytesIO(MARKDOWN.encode()))
    return packed.getvalue()


SEEDS: dict[str, Callable[[], bytes]] = {
    "a.md": MARKDOWN.encode,
    "a.txt": lambda: b"The quay sinks\n\nThe quay sinks, said Rika Storm. Nobody listens to her.\n",
    "a.html": lambda: HTML,
    "a.mhtml": lambda: SAVED,
    "a.eml": lambda: MAIL,
    "a.mbox": lambda: b"From rika Mon Nov 24 10:11:00 2025\n" + MAIL.replace(b"\r\n", b"\n") + b"\n",
    "a.rss": lambda: rss(item(), item()),
    "a.docx": lambda: docx_bytes(lambda document: document.add_paragraph("The quay sinks, said Rika Storm.")),
    "a.odt": lambda: odt_bytes("<text:p>The quay sinks, said Rika Storm.</text:p>"),
    "a.rtf": lambda: rtf_bytes("The quay sinks, said Rika Storm.", "Nobody listens."),
    "a.pdf": lambda: pdf_bytes(["\n".join(column(70, 700, ["The quay sinks, said Rika Storm."] * 5))]),
    "nexis.txt": lambda: lexis_text(BOTH).encode(),
    "factiva.html": lambda: factiva_page(BOTH).encode(),
    "factiva.xml": lambda: factiva_xml(BOTH).encode(),
    "europresse.html": lambda: europresse_page(BOTH).encode(),
    "a.warc.gz": lambda: warc(page()),
    "a.csv": lambda: b'title,text\n"The quay","It sinks, said Rika Storm."\n"Fog","Nobody saw it."\n',
    "a.jsonl": lambda: b'{"title": "The quay", "text": "It sinks."}\n{"title": "Fog", "text": "Nobody saw it."}\n',
    "a.xlsx": lambda: workbook(["title", "text"], ["The quay", "It sinks, said Rika Storm."]),
    "a.zip": _zip,
    "a.tar.gz": _tar,
    "a.md.gz": lambda: gzip.compress(MARKDOWN.encode(), mtime=0),
}


def test_there_is_a_seed_for_every_reader() -> None:
    assert {reader_for(Path(name), make()[:8192]).name for name, make in SEEDS.items()} == {
        reader.name for reader in readers()
    }


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize("examples", [12, pytest.param(400, marks=pytest.mark.prove)])
def test_a_damaged_file_gives_articles_or_a_sentence(name: str, examples: int) -> None:
    whole = SEEDS[name]()

    @settings(max_examples=examples, suppress_health_check=[HealthCheck.too_slow])
    @given(damage=damages())
    def damaged(damage: Callable[[bytes], bytes]) -> None:
        data = damage(whole)
        path = Path(name)
        found: list[Document | Refusal] = []
        with suppress(UnreadableArticle):
            found.extend(reader_for(path, data[:8192]).read(path, data))
        for each in found:
            assert isinstance(each, Document | Refusal)
            if isinstance(each, Document):
                assert each.title
                assert all(0 <= block.start <= block.end <= len(each.text) for block in each.blocks)
                each.text.encode()

    damaged()
