"""Uncaught errors: logged without the user's data, shown once, never two dialogs at a time."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.gui.crash import LOGGED_TIMES, QUIET_SECONDS, CrashWatch, details_of
from annotator.gui.dialogs.crash_dialog import CrashDialog

# Offscreen, Qt says so of every window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)
SECRET = "the minister’s words"


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def _raised(error: Exception) -> Exception:
    with pytest.raises(type(error)) as caught:
        _raise(error, SECRET)
    return caught.value


def _raise(error: Exception, article_text: str) -> None:
    try:
        {}[article_text]
    except KeyError as cause:
        raise error from cause


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(qtbot: QtBot, tmp_path: Path, clock: Clock, expected_log: list[str]) -> Iterator[CrashWatch]:
    assert qtbot is not None
    expected_log.append("annotator.crash")
    watching = CrashWatch(tmp_path / "annotator.log", clock)
    yield watching
    if watching.dialog is not None:
        watching.dialog.accept()


@pytest.mark.parametrize("error", [ValueError(SECRET), RuntimeError(f"at “{SECRET}”"), TypeError(SECRET)])
def test_details_name_kind_and_lines_but_no_values(error: Exception) -> None:
    details = details_of(_raised(error))
    assert type(error).__name__ in details
    assert "KeyError" in details
    assert "test_crash.py" in details
    assert SECRET not in details


def test_details_keep_what_an_error_says_of_the_program() -> None:
    assert "has no attribute 'colour'" in details_of(_raised(AttributeError("it has no attribute 'colour'")))


def test_an_error_is_shown_once_and_others_wait_for_calm(watch: CrashWatch, qtbot: QtBot, clock: Clock) -> None:
    watch.take(_raised(ValueError("a")))
    qtbot.waitUntil(lambda: watch.dialog is not None)
    first = watch.dialog
    watch.take(_raised(ValueError("b")))
    qtbot.wait(1)
    assert watch.dialog is first
    first.accept()
    watch.take(_raised(ValueError("c")))
    qtbot.wait(1)
    assert watch.dialog is None
    clock.now += QUIET_SECONDS
    watch.take(_raised(ValueError("d")))
    qtbot.waitUntil(lambda: watch.dialog is not None)


def test_the_same_trouble_is_logged_a_few_times_only(watch: CrashWatch, caplog: pytest.LogCaptureFixture) -> None:
    error = _raised(ValueError(SECRET))
    for _ in range(LOGGED_TIMES + 20):
        watch.take(error)
    lines = [record for record in caplog.records if record.name == "annotator.crash"]
    assert len(lines) == LOGGED_TIMES
    assert SECRET not in caplog.text


def test_an_error_on_another_thread_reaches_the_dialog(watch: CrashWatch, qtbot: QtBot) -> None:
    watch.install()
    try:

        def work() -> None:
            raise ValueError(SECRET)

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: watch.dialog is not None)
        assert SECRET not in watch.dialog.details.toPlainText()
    finally:
        watch.uninstall()


def test_uninstalling_gives_the_hooks_back(watch: CrashWatch) -> None:
    before = (sys.excepthook, threading.excepthook)
    watch.install()
    assert sys.excepthook != before[0]
    watch.uninstall()
    assert (sys.excepthook, threading.excepthook) == before


def test_copy_details_copies_them(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = CrashDialog("kind and lines", tmp_path / "annotator.log")
    qtbot.addWidget(dialog)
    copy = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Copy details")
    copy.click()
    assert QGuiApplication.clipboard().text() == "kind and lines"


def test_before_there_is_a_window_a_sentence_goes_to_standard_error(tmp_path: Path) -> None:
    log_file = tmp_path / "annotator.log"
    program = (
        "from pathlib import Path\n"
        "from annotator.gui.crash import install\n"
        f"watch = install(Path({str(log_file)!r}))\n"
        f"raise ValueError({SECRET!r} + '!')\n"
    )
    script = tmp_path / "program.py"
    script.write_text(program, encoding="utf-8")
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
    )
    assert done.returncode == 1
    assert "Annotator could not go on; the log says why" in done.stderr
    assert f"{SECRET}!" not in done.stderr
