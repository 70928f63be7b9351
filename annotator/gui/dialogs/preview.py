"""What the import shows before and after: the shape of a report on one annotation set.

Read by the import dialog and the report dialog; whatever has these attributes can be shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol


class RefusedItem(Protocol):
    """A line or file that was not taken. where: file, or file and line."""

    @property
    def where(self) -> str:
        """File, or file and line."""

    @property
    def reason(self) -> str:
        """Why, as a sentence."""


class SetReport(Protocol):
    """What one file holds, counted, and what an import would do with it or has done."""

    @property
    def path(self) -> str:
        """The file."""

    @property
    def format(self) -> str:
        """The format's name, told from the content."""

    @property
    def articles(self) -> int:
        """Articles that come in."""

    @property
    def annotators(self) -> int:
        """Annotators that come in."""

    @property
    def claims(self) -> int:
        """Claims that come in."""

    @property
    def mentions(self) -> int:
        """Mentions that come in."""

    @property
    def passages(self) -> int:
        """Passages that come in."""

    @property
    def topics(self) -> int:
        """Topics that come in."""

    @property
    def speakers(self) -> int:
        """Speakers that come in."""

    @property
    def same(self) -> int:
        """Records that are here already."""

    @property
    def conflicts(self) -> Sequence[Any]:
        """Records that are here with other content."""

    @property
    def moved(self) -> int:
        """Marks found at another place of a changed text."""

    @property
    def uncertain(self) -> int:
        """Marks whose place is a guess."""

    @property
    def orphans(self) -> int:
        """Marks whose words are no longer in the text."""

    @property
    def refused(self) -> Sequence[RefusedItem]:
        """What is not taken, and why."""

    @property
    def ignored(self) -> Sequence[Any]:
        """What the program does not know and leaves out."""
