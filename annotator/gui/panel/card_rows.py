"""The claims as rows: sorted, narrowed and headed as the arrangement says.

Used by the list of cards alone. Knows no widget: it says which row a claim stands in, and what changed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import itemgetter

from annotator.gui.panel.arrangement import Arrangement, Key
from annotator.gui.panel.display import Display
from annotator.records import ClaimRecord


class CardRows:
    """Rows of claims. The current claim is always one of them, and keeps its row while it is changed."""

    def __init__(self) -> None:
        self.claims: list[ClaimRecord] = []
        self.all: dict[str, ClaimRecord] = {}
        """Those left out as well."""
        self.arrangement = Arrangement()
        self.display = Display()
        self.current: str | None = None
        self._keys: list[Key] = []
        self._key_of: dict[str, Key] = {}

    def __len__(self) -> int:
        return len(self.claims)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._key_of

    def row(self, id_: str) -> int:
        """The row of a claim that has one."""
        return bisect_left(self._keys, self._key_of[id_])

    def arrange(self) -> None:
        """Sort and narrow all claims anew."""
        if self.arrangement.is_plain:
            # Of 10,000 claims, whenever an article is opened: no call for each.
            keyed: list[tuple[Key, ClaimRecord]] = [
                ((0, claim.parts[0].start, claim.parts[-1].end, claim.id), claim) for claim in self.all.values()
            ]
        else:
            keyed = [(self._key(claim), claim) for claim in self.all.values() if self.admits(claim)]
        keyed.sort(key=itemgetter(0))
        self._keys = [key for key, _ in keyed]
        self.claims = [claim for _, claim in keyed]
        self._key_of = {key[-1]: key for key in self._keys}

    def _key(self, claim: ClaimRecord) -> Key:
        return self.arrangement.key(claim, self.display)

    def admits(self, claim: ClaimRecord) -> bool:
        """Whether the claim has a row."""
        return claim.id == self.current or self.arrangement.admits(claim, self.display)

    def fitting(self) -> int:
        """How many claims are as the arrangement wants them; the current one is shown whether it is or not."""
        current = self.all.get(self.current or "")
        kept = current is not None and current.id in self and not self.arrangement.admits(current, self.display)
        return len(self) - kept

    def stays(self, claim: ClaimRecord) -> bool:
        """Whether a changed claim keeps its row: its place is the same, or it is being worked on."""
        known = self._key_of.get(claim.id)
        if known is None or not self.admits(claim):
            return False
        return known == self._key(claim) or (claim.id == self.current and self.arrangement.order != "text")

    def replace(self, claim: ClaimRecord) -> int:
        """Put a changed claim in its row; returns it."""
        row = self.row(claim.id)
        self.claims[row] = claim
        return row

    def put_in(self, claim: ClaimRecord) -> int:
        """A new row for the claim; returns it."""
        key = self._key(claim)
        row = bisect_left(self._keys, key)
        self.claims.insert(row, claim)
        self._keys.insert(row, key)
        self._key_of[claim.id] = key
        return row

    def take_out(self, id_: str) -> int | None:
        """Take a claim's row away; returns which it was."""
        if id_ not in self._key_of:
            return None
        row = self.row(id_)
        del self.claims[row], self._keys[row], self._key_of[id_]
        return row

    def is_displaced(self, id_: str) -> bool:
        """Whether a claim that was worked on belongs elsewhere now, or nowhere."""
        claim = self.all.get(id_)
        if claim is None or id_ not in self._key_of:
            return claim is not None and self.admits(claim)
        return not self.admits(claim) or self._key_of[id_] != self._key(claim)

    def heading(self, row: int) -> str:
        """What stands above a row, empty where nothing does."""
        heading = self.arrangement.heading(self.claims[row], self.display)
        if row and heading == self.arrangement.heading(self.claims[row - 1], self.display):
            return ""
        return heading

    def between(self, first: str, last: str) -> Iterable[str]:
        """Ids of the claims from one to another, whichever stands first."""
        low, high = sorted((self.row(first), self.row(last)))
        return [claim.id for claim in self.claims[low : high + 1]]
