"""What the command line's tests share: calling it, in this process or as a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from annotator.actions.articles import add_articles
from annotator.actions.tagging import tag_claim, tag_mention
from annotator.cli import main
from annotator.queries.articles import article, article_list
from annotator.store import Store

ARTICLE = """# Port fees to rise

By [Tomas Renn](#)

November 14, 2025

“The channel is too shallow,” said Mira Okafor. Nobody else spoke.

Original url:

<https://www.dailyledger.example/2025/11/14/port-fees>
"""


@dataclass(frozen=True)
class Outcome:
    """What a command left: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output; fails where there is anything else."""
        return json.loads(self.out)

    def refused(self, code: int, *pieces: str) -> None:
        """The command ended with this code and a sentence that holds the pieces, and no traceback."""
        assert self.code == code, self
        assert self.err.strip(), "nothing was said on standard error"
        assert "Traceback" not in self.err
        assert 'File "' not in self.err
        for piece in pieces:
            assert piece in self.err


Run = Callable[..., Outcome]


@pytest.fixture
def annotator(capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process."""

    def run(*words: object) -> Outcome:
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        out, err = capfd.readouterr()
        return Outcome(int(ended.value.code or 0), out, err)

    return run


def process(words: Sequence[object], **more: Any) -> subprocess.Popen[str]:
    """Starts a command as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "annotator", *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **more,
    )


@pytest.fixture
def article_file(tmp_path: Path) -> Path:
    """One article file."""
    path = tmp_path / "fees.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def tagged(project: Path, article_file: Path) -> Path:
    """A project with one article, a claim and a mention by Ana, closed."""
    with Store.open(project, "Ana") as store:
        add_articles(store, [article_file])
        with store.read() as session:
            found = article(session, article_list(session, "Ana")[0].id)
        quote = found.text.index("“The")
        tag_claim(store, found.id, [(quote, quote + 29)], quotation="direct")
        name = found.text.index("Mira")
        tag_mention(store, found.id, [(name, name + 11)])
    return project


@pytest.fixture
def exported(tagged: Path, tmp_path: Path, annotator: Run) -> Path:
    """The project as a native set."""
    out = tmp_path / "set.jsonl"
    assert annotator("export", tagged, "-o", out).code == 0
    return out
