"""Questions: each takes an open session and gives frozen records. Nothing here writes.

`Session` is named here for those who only hand one on, such as the window's background jobs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

__all__ = ["Session"]
