"""A package of somebody else brings a reader or a format: the README's own example, installed and used."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parents[1] / "README.md"
NOTES = "Ferry late\nThe ferry came at ten.\n\nFog\nNobody saw the pier."
FORMAT = """
from annotator.formats import Format, register

register(Format("tally", "Tally", (".tally",)))
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder of packages with the README's example in it, as an installer leaves one."""
    text = README.read_text(encoding="utf-8")
    code = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    points = re.search(r'```toml\n\[project\.entry-points\."(.*?)"\]\n(\w+) = "(.*?)"\n```', text, re.DOTALL)
    assert code is not None
    assert points is not None
    group, name, module = points.groups()
    folder = tmp_path / "site"
    _install(folder, module, code[1], f"[{group}]\n{name} = {module}\n")
    return folder


def _install(folder: Path, module: str, code: str, entry_points: str) -> None:
    package, _, inner = module.partition(".")
    (folder / package).mkdir(parents=True)
    (folder / package / "__init__.py").touch()
    (folder / package / f"{inner}.py").write_text(code, encoding="utf-8")
    info = folder / f"{package}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(entry_points, encoding="utf-8")


def _annotator(site: Path, *words: str) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join([str(site), *(entry for entry in sys.path if entry)])
    return subprocess.run(
        [sys.executable, "-m", "annotator", *words],
        env={**os.environ, "PYTHONPATH": paths}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_example_of_the_readme_reads_notes(site: Path, tmp_path: Path) -> None:
    file, project = tmp_path / "day.notes", str(tmp_path / "p")
    file.write_text(NOTES, encoding="utf-8")
    assert _annotator(site, "new", project).returncode == 0
    added = _annotator(site, "add", project, str(file), "--json")
    assert added.returncode == 0, added.stderr
    (outcome,) = json.loads(added.stdout)["files"]
    assert [each["title"] for each in outcome["articles"]] == ["Ferry late", "Fog"]
    code = re.search(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert code is not None
    assert len([line for line in code[1].splitlines() if line.strip()]) <= 10


def test_a_format_of_another_package_is_listed(site: Path) -> None:
    _install(site, "tally_marks.format", FORMAT, "[annotator.formats]\ntally = tally_marks.format\n")
    listed = _annotator(site, "formats", "--json")
    assert listed.returncode == 0, listed.stderr
    answer = json.loads(listed.stdout)
    assert "tally" in [each["name"] for each in answer["formats"]]
    assert "notes" in [each["name"] for each in answer["readers"]]


def test_a_broken_extension_is_told_and_stops_nothing(site: Path, tmp_path: Path) -> None:
    _install(site, "broken_one.reader", "1 / 0\n", "[annotator.readers]\nbroken = broken_one.reader\n")
    listed = _annotator(site, "formats", "--json")
    assert listed.returncode == 1
    assert "broken" in listed.stderr
    assert "ZeroDivisionError" in listed.stderr
    assert "Traceback" not in listed.stderr
    assert "markdown" in [each["name"] for each in json.loads(listed.stdout)["readers"]]


def test_a_reader_that_fails_refuses_its_file_and_no_other(site: Path, tmp_path: Path) -> None:
    bad, good, project = tmp_path / "bad.notes", tmp_path / "good.md", str(tmp_path / "p")
    bad.write_bytes(b"\xff\xfe\xfd")
    good.write_text("# Ferry late\n\nThe ferry came at ten.\n", encoding="utf-8")
    _annotator(site, "new", project)
    added = _annotator(site, "add", project, str(bad), str(good), "--json")
    assert added.returncode == 1
    assert "UnicodeDecodeError" in added.stderr
    assert "Traceback" not in added.stderr
    assert [each["status"] for each in json.loads(added.stdout)["files"]] == ["refused", "added"]
