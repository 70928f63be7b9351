"""Where a proposition appears: the claims that assert it, in a list that leads to them.

Opened by `propositions.py`, which imports it then.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from annotator.gui.dialogs.frame import DesignedDialog
from annotator.gui.dress import current_theme
from annotator.gui.lines_view import Line, LinesView
from annotator.queries.propositions import Appearance


class AppearancesDialog(DesignedDialog):
    """The claims that assert a proposition, by the day of their articles."""

    def __init__(self, text: str, found: Sequence[Appearance], parent: QWidget | None = None) -> None:
        super().__init__(parent, text)
        articles = len({each.article for each in found})
        self.explain(self.tr("Claims: {claims} · articles: {articles}").format(claims=len(found), articles=articles))
        self.list = LinesView(current_theme(), self.tr("Appearances"), framed=True)
        self.list.set_lines([self._line(each) for each in found])
        self.content.addWidget(self.list, 1)
        self.add_button(self.tr("Close"), self.reject, kind="primary", default=False)
        self.open_at(640, 480)
        self.list.setFocus()

    def _line(self, found: Appearance) -> Line:
        day = found.published or self.tr("no date")
        below = (day, ", ".join(found.speakers), found.source or found.title, found.annotator)
        return Line(found.quote, " · ".join(filter(None, below)), found.article, found.claim)
