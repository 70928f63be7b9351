"""What a person's role in the team allows, so that the window greys what the server would refuse, with the reason.

Asked by commands and screens. The server keeps the rights; this only says beforehand what they are. A project in
a file, and the owner of a database, know no roles.
"""

from __future__ import annotations

from annotator.gui.commands import why_not
from annotator.store import Store

WHO: dict[str, tuple[str, ...]] = {"decide": ("reviewer", "manager"), "manage": ("manager",)}
"""decide: give verdicts, make the consensus, call articles reviewed. manage: the codebook, the articles, the plan."""


def refusal(store: Store, may: str) -> str:
    """The sentence that says why a person's role does not allow it; empty where it does. may: a key of `WHO`."""
    return "" if store.role is None or store.role in WHO[may] else why_not(may)
