"""The translations are whole: every text of the window is in them, translated, compiled, with its placeholders."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TRANSLATIONS = sorted((ROOT / "resources" / "i18n").glob("*.ts"))
TOOLS = Path(sys.executable).parent
each = pytest.mark.parametrize("path", TRANSLATIONS, ids=lambda path: path.stem)


def _messages(path: Path) -> list[tuple[str, str, bool]]:
    """(text, translation, whether it is finished) of each message."""
    found = []
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        found.append((message.findtext("source") or "", translation.text or "", translation.get("type") is None))
    return found


def _run(tool: str, *words: str) -> None:
    subprocess.run([str(TOOLS / tool), *words], check=True, capture_output=True, cwd=ROOT)


def test_there_is_a_translation() -> None:
    assert TRANSLATIONS


@each
def test_every_text_of_the_window_is_translated(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    shutil.copyfile(path, copy)
    sources = sorted(str(each.relative_to(ROOT)) for each in (ROOT / "annotator" / "gui").rglob("*.py"))
    called = re.search(r"^TEXTS_CALLED := (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert called is not None
    _run("pyside6-lupdate", *called[1].split(), *sources, "-no-obsolete", "-locations", "none", "-ts", str(copy))
    assert [text for text, translation, finished in _messages(copy) if not (translation and finished)] == []
    assert {text for text, _, _ in _messages(copy)} == {text for text, _, _ in _messages(path)}


@each
def test_placeholders_and_ends_are_kept(path: Path) -> None:
    for text, translation, _ in _messages(path):
        assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", translation)), text
        assert text.endswith("…") == translation.endswith("…"), text


@each
def test_what_is_compiled_is_what_is_written(path: Path, tmp_path: Path) -> None:
    compiled = tmp_path / "compiled.qm"
    _run("pyside6-lrelease", "-silent", str(path), "-qm", str(compiled))
    assert compiled.read_bytes() == path.with_suffix(".qm").read_bytes()


@each
def test_the_window_speaks_it(path: Path, tmp_path: Path) -> None:
    code = path.stem.removeprefix("annotator_")
    script = (
        "import sys; from annotator.gui.app import application; from annotator.gui.language import speak;"
        "application(); spoken = speak(sys.argv[1]);"
        "from annotator.gui.commands import BY_ID; print(spoken, BY_ID['claim'].label)"
    )
    told = subprocess.run([sys.executable, "-c", script, code], check=True, capture_output=True, text=True, cwd=ROOT)
    translations = {text: translation for text, translation, _ in _messages(path)}
    assert told.stdout.split() == [code, translations["Claim"]]


@each
def test_every_page_of_the_help_is_there_in_it(path: Path) -> None:
    english = ROOT / "resources" / "help"
    translated = english / path.stem.removeprefix("annotator_")
    assert [page.name for page in sorted(translated.glob("*.md"))] == [p.name for p in sorted(english.glob("*.md"))]
    for page in translated.glob("*.md"):
        theirs, ours = page.read_text(encoding="utf-8"), (english / page.name).read_text(encoding="utf-8")
        for piece in (r"^#+ ", r"\]\(\w+\.md\)", r"`Ctrl[^`]*`"):
            told = [re.findall(piece, text, re.MULTILINE) for text in (theirs, ours)]
            assert sorted(told[0]) == sorted(told[1]), f"{page.name}: {piece}"
