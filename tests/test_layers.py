"""The three rules of the architecture, and that imports point down only, read from the source itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import annotator

PACKAGE = Path(annotator.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))
# A module imports from its own floor and from lower ones.
FLOORS = {
    "sentences": 0, "errors": 0,
    "records": 1, "text": 1, "paths": 1, "settings": 1, "log": 1, "model": 1, "extensions": 1,
    "store": 2, "readers": 2, "formats": 2, "suggest": 2, "agreement": 2,
    "queries": 3, "actions": 4, "gui": 5, "cli": 5, "__main__": 5,
}  # fmt: skip
PURE = ("readers", "formats", "suggest", "agreement")


def imports(path: Path) -> Iterator[str]:
    """Full names of everything imported anywhere in the file, functions included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def home(path: Path) -> str:
    """The package or module right below `annotator` that the file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def libraries(path: Path) -> set[str]:
    """Top names of what the file imports."""
    return {name.split(".")[0] for name in imports(path)}


def own_homes(path: Path) -> set[str]:
    """Homes of our own modules that the file imports."""
    parts = [name.split(".") for name in imports(path)]
    return {each[1] for each in parts if each[0] == "annotator" and len(each) > 1} - {"__version__"}


def called(path: Path) -> set[str]:
    """Plain names that the file calls."""
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    return {call.func.id for call in calls if isinstance(call.func, ast.Name)}


def test_qt_is_imported_in_gui_only() -> None:
    qt = {"PySide6", "qtawesome", "shiboken6"}
    assert not [str(path) for path in SOURCES if home(path) != "gui" and libraries(path) & qt]


def test_sqlalchemy_stays_in_four_packages() -> None:
    places = ("model", "store", "actions", "queries")
    database = {"sqlalchemy", "alembic", "sqlite3", "psycopg"}
    # A format of another program whose files happen to be SQLite databases.
    foreign = {PACKAGE / "formats" / name for name in ("dna.py", "dna_database.py", "dna_read.py")}
    outside = [path for path in SOURCES if home(path) not in places and path not in foreign]
    assert not [str(path) for path in outside if libraries(path) & database]


def test_sessions_and_engines_are_made_in_the_store_only() -> None:
    makers = {"Session", "sessionmaker", "scoped_session", "create_engine"}
    assert not [str(path) for path in SOURCES if home(path) != "store" and called(path) & makers]


def test_pure_libraries_know_text_records_errors_and_themselves() -> None:
    allowed = {"text", "records", "errors", "sentences", "extensions"}
    pure = [path for path in SOURCES if home(path) in PURE]
    assert not [str(path) for path in pure if own_homes(path) - allowed - {home(path)}]


def test_imports_point_down() -> None:
    wrong = [
        f"{path}: annotator.{name}"
        for path in SOURCES
        if home(path) != "__init__"
        for name in own_homes(path) - {home(path)}
        if FLOORS[name] > FLOORS[home(path)]
    ]
    assert not wrong


def test_a_module_says_what_it_is() -> None:
    for path in SOURCES:
        source = path.read_text(encoding="utf-8")
        assert not source.strip() or ast.get_docstring(ast.parse(source)), path
        assert path.stem not in ("utils", "helpers", "managers"), path


def test_there_are_sources_to_look_at() -> None:
    assert {"store", "model", "queries", "actions", "readers"} <= {home(path) for path in SOURCES}
