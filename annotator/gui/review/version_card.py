"""One annotator's version of a claim as a card: what it says, what not all versions say, whose it is.

Made by the versions pane. The card of a claim with a foot: badge and name, what was decided, its number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen

from annotator.agreement.versions import Unlike
from annotator.gui.panel.card import BADGE, BOTTOM, LEFT, RIGHT, TOP, ClaimCard
from annotator.gui.panel.chip import ChipFace
from annotator.gui.panel.display import Display
from annotator.gui.panel.planned import PlannedChip, PlannedRow
from annotator.gui.theme import SMALL, Theme, interface_font, scaled
from annotator.records import AnnotatorRecord, ClaimRecord, FieldRecord, Part, Verdict

_FOOT = 30
_CAP = 18
"""Pixels at the usual size of the interface."""
_JOIN = 3
"""Letters between two parts of a quote: " … "."""


class Version(NamedTuple):
    """What a version card shows. number: its key, 0 for none. said: the verdict in words, empty before one."""

    claim: ClaimRecord
    unlike: Unlike
    annotator: AnnotatorRecord
    number: int
    chosen: bool
    said: str = ""
    verdict: Verdict | None = None


class VersionCard(ClaimCard):
    """A card that can be chosen, not changed."""

    version: Version | None = None

    def show_version(self, version: Version, display: Display, fields: Mapping[str, FieldRecord], theme: Theme) -> None:
        """Show a version; `arrange` must follow before it is seen. display: with nobody as `me`."""
        self.version = version
        self._quote.marked = units_in_quote(version.claim.parts, version.unlike.words)
        self.show_claim(version.claim, display, theme, current=True)
        planned = [_standing_out(chip, version.unlike) for row in self._rows for chip in row.chips]
        chips = [chip for chip in planned if chip is not None]
        self._rows = [PlannedRow("", (*chips, *_answers(version, fields)))]
        self._fill_chips()
        name = self.tr("Version {number} of {name}: {words}").format(
            number=version.number, name=version.annotator.name, words=self.accessibleName()
        )
        self.setAccessibleName(name if version.number else version.annotator.name)

    def arrange(self, width: int) -> int:
        return super().arrange(width) + scaled(_FOOT) - BOTTOM + SMALL

    def _badge_room(self) -> int:
        return 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        version = self.version
        if version is None:
            return
        bar = QColor(version.annotator.colour)
        self._painting.paint(self, self._theme, current=version.chosen, focused=self.hasFocus(), colour=bar)
        self._painting.paint_content(self, self._theme, self._quote, self._labels, (LEFT, TOP))
        side, top = scaled(BADGE), self.height() - scaled(_FOOT)
        self._painting.paint_badge(self, self._theme, version.annotator, QRectF(LEFT, top, side, side))
        self._paint_foot(version, QRectF(LEFT + side + 7, top, self.width() - LEFT - RIGHT - side - 7, side))

    def _paint_foot(self, version: Version, box: QRectF) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, small = self._theme, QFont(interface_font())
        small.setPointSizeF(small.pointSizeF() * 0.92)
        metrics = QFontMetricsF(small)
        painter.setFont(small)
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        right = box.right()
        if version.number:
            side = scaled(_CAP)
            cap = QRectF(right - side, box.center().y() - side / 2, side, side)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(theme.colour("card"))
            painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(theme.colour("soft"))
            painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), str(version.number))
            right = cap.left() - 8
        if version.said:
            width = metrics.horizontalAdvance(version.said)
            painter.setPen(theme.colour("warn" if version.verdict == "rejected" else "ok"))
            painter.drawText(QRectF(right - width, box.top(), width + 1, box.height()), flags, version.said)
            right -= width + 8
        painter.setPen(theme.colour("soft"))
        name = metrics.elidedText(version.annotator.name, Qt.TextElideMode.ElideRight, max(right - box.left(), 0))
        painter.drawText(QRectF(box.left(), box.top(), right - box.left(), box.height()), flags, name)


class AmendedCard(ClaimCard):
    """The consensus' version while it is changed. The keys of the Annotate screen do not act here, nor are shown."""

    keyed = False


def units_in_quote(parts: Sequence[Part], stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches of the text (code points) as they stand in the quote of the parts (UTF-16 units)."""
    found: list[tuple[int, int]] = []
    begin = 0
    for part in parts:
        for start, end in stretches:
            first, last = max(start, part.start), min(end, part.end)
            if first < last:
                found.append(
                    (
                        begin + _units(part.quote[: first - part.start]),
                        begin + _units(part.quote[: last - part.start]),
                    )
                )
        begin += _units(part.quote) + _JOIN
    return found


def _units(words: str) -> int:
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def _standing_out(chip: PlannedChip, unlike: Unlike) -> PlannedChip | None:
    """The chip, marked where not all versions say the same; None where it is beside the point.

    The cue and how sure the annotator is are shown only where they are what differs.
    """
    if chip.target == "speaker":
        differs = chip.place in unlike.speakers
    elif chip.target == "topic":
        differs = chip.place in unlike.topics
    elif chip.value == "quotation":
        return chip._replace(face=chip.face._replace(form="value", differs=unlike.quotation))
    elif chip.target == "cue" and unlike.cue:
        before = QCoreApplication.translate("VersionCard", "Cue:")
        return chip._replace(face=chip.face._replace(before=before, differs=True))
    else:
        return None
    return chip._replace(face=chip.face._replace(differs=differs))


def _answers(version: Version, fields: Mapping[str, FieldRecord]) -> tuple[PlannedChip, ...]:
    """The answers to the project's own questions that not all versions give."""
    chips = []
    for key, value in sorted(version.claim.fields.items()):
        if key not in version.unlike.fields:
            continue
        title = fields[key].title if key in fields else key
        words = f"{title}: {', '.join(map(str, value)) if isinstance(value, list) else value}"
        chips.append(PlannedChip(ChipFace(words, differs=True), "words"))
    return tuple(chips)
