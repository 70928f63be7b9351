"""The log file: what the program did and what went wrong, one click away. It holds no article text."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler

from annotator import paths

LIMIT_BYTES = 1_000_000


class _LogFile(RotatingFileHandler):
    """The file. What it cannot take, on a full disk, is not told on the screen instead."""

    def handleError(self, record: logging.LogRecord) -> None:
        del record


def start() -> None:
    """Write the program's log to its file. Without a place to write, the program runs without one."""
    path = paths.log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _LogFile(path, maxBytes=LIMIT_BYTES, backupCount=2, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("annotator")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    logger.propagate = False
