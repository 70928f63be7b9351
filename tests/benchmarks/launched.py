"""The program as a user starts it, which says when its first article is painted and what memory it takes.

Run by the benchmarks in a process of its own: `python -m tests.benchmarks.launched`, on the last project
of `ANNOTATOR_HOME`. Prints "painted" and then the resident memory in bytes, and ends.
"""

from __future__ import annotations

import sys
from typing import Any

from annotator.cli import import_ahead, main

REST_MILLISECONDS = 1500


def watch_first_paint() -> None:
    """Have the reader tell when it has painted an article."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from annotator.gui.reader.page_view import PageView

    paint = PageView.paintEvent
    seen: list[PageView] = []

    def rest() -> None:
        import psutil

        print(psutil.Process().memory_info().rss, flush=True)  # noqa: T201  # the answer
        QApplication.closeAllWindows()

    def painted(view: PageView, event: Any) -> None:
        paint(view, event)
        if view.text() and not seen:
            seen.append(view)
            QTimer.singleShot(0, lambda: print("painted", flush=True))  # noqa: T201  # the answer
            QTimer.singleShot(REST_MILLISECONDS, rest)

    PageView.paintEvent = painted  # type: ignore[method-assign, assignment]


if __name__ == "__main__":
    # As `main` begins, since the watch imports a part of the window.
    import_ahead()
    watch_first_paint()
    sys.argv[1:] = []
    main()
