"""A server that may be killed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.server import Server
from tests.store.server.members import team

__all__ = ["team"]


@pytest.fixture(scope="package")
def safe_server(server: Server) -> Iterator[Server]:
    """A server that keeps what it acknowledges, as those of people do."""
    # `server` skips where there is none.
    del server
    made = Server(safe=True)
    yield made
    made.remove()
