"""What tests of parts of the window share: an article of a real project, asked for at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from annotator.gui.annotate.open_article import OpenArticle
from annotator.gui.jobs import Jobs
from annotator.gui.main_window import MainWindow
from annotator.settings import Settings
from annotator.store import Store
from tests.gui.reviewing import made, reviewer

__all__ = ["made", "reviewer"]


@pytest.fixture
def jobs(qapp: object, store: Store) -> Iterator[Jobs]:
    """Background work that is done in the calling thread."""
    made = Jobs(store, at_once=True)
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, store: Store, article_id: str) -> Iterator[MainWindow]:
    """Ana's window on the sample article; what is asked for is done at once."""
    made = MainWindow(Settings(annotator="Ana", theme="light"), at_once=True, keep_settings=False)
    made.resize(1100, 800)
    made.show_project(store, article_id)
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def opened(jobs: Jobs, store: Store, article_id: str) -> Iterator[OpenArticle]:
    """The sample article, open, and following the store's news."""
    made = OpenArticle(jobs)
    end = store.subscribe(made.follow)
    made.open(article_id)
    yield made
    end()
