"""What all agree on, shown before it is accepted at once; a threshold lets a majority suffice.

Opened from the foot of the queue. Decides nothing: the screen accepts what is returned.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from annotator.gui.dialogs.choosers import Segments
from annotator.gui.dialogs.frame import DesignedDialog
from annotator.gui.labels import label
from annotator.gui.whole_rows import ShowsWholeRows
from annotator.queries.disagreements import Agreed

SHARES: dict[str, float] = {"all": 1.0, "two thirds": 0.66, "more than half": 0.501}
MOST_SHOWN = 500


class _Claims(ShowsWholeRows, QListWidget):
    """The list."""


class UnanimousDialog(DesignedDialog):
    """The claims that would be accepted, by article."""

    def __init__(
        self, parent: QWidget | None, agreed: Callable[[float], Sequence[Agreed]], title_of: Callable[[str], str]
    ) -> None:
        """agreed: the claims without a verdict on which a share of the annotators agrees."""
        super().__init__(parent, "")
        self.heading.setText(self.tr("Accept what is agreed on"))
        self.setWindowTitle(self.heading.text())
        self.explain(self.tr("The consensus takes these claims in one step, which one undo takes back."))
        self._agreed = agreed
        self._title_of = title_of
        self.claims: Sequence[Agreed] = ()
        self.share = Segments(
            self.tr("Who must agree"),
            [
                ("all", self.tr("All annotators")),
                ("two thirds", self.tr("Two thirds")),
                ("more than half", self.tr("More than half")),
            ],
        )
        self.share.set_value("all")
        self.share.chosen.connect(lambda _value: self._show())
        self.content.addWidget(self.share)
        self.list = _Claims()
        self.list.show_whole_rows()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setAccessibleName(self.tr("Claims to accept"))
        self.list.setWordWrap(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.content.addWidget(self.list, 1)
        self.more = label("", "small")
        self.content.addWidget(self.more)
        self.add_button(self.tr("Cancel"), self.reject)
        self.yes = self.add_button("", self.accept, kind="primary", default=True)
        self.open_at(640, 560)
        self._show()
        self.yes.setFocus()

    def _show(self) -> None:
        self.claims = self._agreed(SHARES[self.share.value()])
        self.list.clear()
        article = ""
        for each in self.claims[:MOST_SHOWN]:
            if each.group.article != article:
                article = each.group.article
                heading = QListWidgetItem(self._title_of(article))
                font = heading.font()
                font.setBold(True)
                heading.setFont(font)
                self.list.addItem(heading)
            words = " … ".join(part.quote for part in each.versions[0].parts)
            self.list.addItem(f"{' '.join(words.split())}")
        if not self.claims:
            nothing = QListWidgetItem(self.tr("Every claim on which so many agree has a verdict already."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        left = len(self.claims) - MOST_SHOWN
        self.more.setText(self.tr("… and {count} more").format(count=left))
        self.more.setVisible(left > 0)
        count = len(self.claims)
        words = self.tr("Accept 1 claim") if count == 1 else self.tr("Accept {count} claims").format(count=count)
        self.yes.setText(words)
        self.yes.setEnabled(count > 0)
