"""The translations are whole: every text of the window is in them, translated, compiled, with its placeholders.

What the floors below the window say to people is in them too: all of it is worded as templates.
"""

from __future__ import annotations

import ast
import inspect
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import errors
from annotator.queries.codebook import NOTES, note_sentence
from annotator.store.step_labels import WITH_VALUES, step_label

ROOT = Path(__file__).parents[1]
TRANSLATIONS = sorted((ROOT / "resources" / "i18n").glob("*.ts"))
LOWER = [path for path in sorted((ROOT / "annotator").rglob("*.py")) if not {"gui", "cli"} & set(path.parts)]
REFUSING = {name for name, each in inspect.getmembers(errors, inspect.isclass) if issubclass(each, Exception)}
REFUSING |= {"Refusal"}
REFUSING -= {"UnrecordedWrite"}
"""What takes a sentence that people are shown; an unrecorded write is a defect and never shown."""
PLACEHOLDER = r"\{\w+(?::[^{}]*)?\}"
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


def test_no_text_stands_within_an_f_string() -> None:
    """Qt's tool does not look into them, so that such a text would never be translated."""
    within = re.compile(r"""f"[^"\n]*\{(?:self\.)?(?:tr|_|worded|QCoreApplication\.translate)\(['"]""")
    found = [path.name for path in (ROOT / "annotator").rglob("*.py") if within.search(path.read_text("utf-8"))]
    assert found == []


def test_there_is_a_translation() -> None:
    assert TRANSLATIONS


@each
def test_every_text_of_the_window_is_translated(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    shutil.copyfile(path, copy)
    sources = sorted(str(each.relative_to(ROOT)) for each in (ROOT / "annotator").rglob("*.py"))
    called = re.search(r"^TEXTS_CALLED := (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert called is not None
    _run("pyside6-lupdate", *called[1].split(), *sources, "-no-obsolete", "-locations", "none", "-ts", str(copy))
    assert [text for text, translation, finished in _messages(copy) if not (translation and finished)] == []
    assert {text for text, _, _ in _messages(copy)} == {text for text, _, _ in _messages(path)}


@each
def test_placeholders_and_ends_are_kept(path: Path) -> None:
    for text, translation, _ in _messages(path):
        assert set(re.findall(PLACEHOLDER, text)) == set(re.findall(PLACEHOLDER, translation)), text
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


# Apostrophes and quotation marks --------------------------------------------------------------------------

STRAIGHT = re.compile(r"""(?<=[^\W\d_])'(?=[a-z ])|(?<=})'(?=s\b)|(?<!\w)"(?=\w)""")
"""An apostrophe, or an opening quotation mark, as typewriters have it; what is typed into a shell is no prose."""


def _prose(page: str) -> str:
    return re.sub(r"```.*?```|`[^`]*`", "", page, flags=re.DOTALL)


def _said_by_the_command_line() -> Iterator[tuple[str, str]]:
    """(file, text) of what the command line says itself: texts of its code, and the help of its commands."""
    for path in sorted((ROOT / "annotator" / "cli").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        commands = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.decorator_list)
        silent -= {id(node.body[0].value) for node in commands if isinstance(node.body[0], ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
                yield path.name, node.value


def test_what_people_read_has_the_apostrophes_and_quotation_marks_of_print() -> None:
    assert all(STRAIGHT.search(each) for each in ("the team's file", "colleagues' tags", "{name}'s", 'a "word"'))
    assert not STRAIGHT.search("pip install 'annotator[team]'.")
    said = [(path.name, text) for path in TRANSLATIONS for pair in _messages(path) for text in pair[:2]]
    said += _said_by_the_command_line()
    pages = sorted((ROOT / "resources" / "help").rglob("*.md"))
    said += [(page.name, _prose(page.read_text(encoding="utf-8"))) for page in pages]
    assert [(name, text) for name, text in said if STRAIGHT.search(text)] == []


# The floors below the window ----------------------------------------------------------------------------


def _calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _bare_words(node: ast.AST) -> Iterator[str]:
    """Texts of several words in the expression that are not worded; what stands in a sentence's braces may be."""
    if isinstance(node, ast.Call) and _name(node) == "worded":
        return
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        text = ast.unparse(node)
        if " " in text.strip() and re.search("[a-z]", text):
            yield text
        return
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.keyword) and child.arg == "where"):
            yield from _bare_words(child)


def test_every_refusal_is_worded() -> None:
    for path in LOWER:
        for call in _calls(path):
            if _name(call) in REFUSING:
                said = call.args[1:] if _name(call) == "Refusal" else call.args
                assert [text for each in said for text in _bare_words(each)] == [], f"{path}:{call.lineno}"


def test_templates_are_literal() -> None:
    for path in LOWER:
        for call in _calls(path):
            if _name(call) == "worded":
                assert isinstance(call.args[0], ast.Constant), f"{path}:{call.lineno}"
                placed = set(re.findall(r"\{(\w+)", str(call.args[0].value)))
                assert placed == {each.arg for each in call.keywords}, f"{path}:{call.lineno}"


def _labels(path: Path) -> Iterator[ast.AST]:
    """Expressions that name a step: the first argument of `change` and `begin_batch`, and what is called a label."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node) in ("change", "begin_batch") and node.args:
            yield node.args[0]
        called = isinstance(node, ast.keyword) and node.arg == "label"
        if isinstance(node, ast.Assign):
            called = [ast.unparse(each) for each in node.targets] in (["label"], ["LABELS"])
        if called and isinstance(node, ast.keyword | ast.Assign):
            yield node.value


def test_labels_of_steps_are_worded_and_known_again() -> None:
    worded, bare = set[str](), []
    for path in (ROOT / "annotator" / "actions").glob("*.py"):
        for label in _labels(path):
            calls = (each for each in ast.walk(label) if isinstance(each, ast.Call) and _name(each) == "worded")
            worded |= {str(each.args[0].value) for each in calls if isinstance(each.args[0], ast.Constant)}
            bare += list(_bare_words(label))
    assert bare == []
    assert {each for each in worded if "{" in each} == set(WITH_VALUES)
    for label in ("Tag claim", "Add 3 articles", "Merge {copy}.annotator", "A {label} of an older program"):
        assert step_label(label) == label


def test_notes_of_codebook_versions_are_known_again() -> None:
    paths = [ROOT / "annotator" / "actions" / f"{name}.py" for name in ("codebook", "codebook_files", "fields")]
    calls = [call for path in paths for call in _calls(path) if _name(call) == "worded"]
    assert set(NOTES) <= {str(call.args[0].value) for call in calls if isinstance(call.args[0], ast.Constant)}
    for note in (
        "",
        "First version",
        "“A” retired; “B” merged into “C”",
        "my {own} words; more",
        "“A”: include changed",
    ):
        assert note_sentence(note) == note
