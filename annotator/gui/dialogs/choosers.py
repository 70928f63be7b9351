"""Two small designed controls: one choice among a few side by side, and a number with minus and plus.

Called by the dialogs where a drop-down list or a spin box would hide what there is to choose.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QDoubleSpinBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from annotator.gui.flow import Flow
from annotator.gui.theme import TIGHT, scaled


class Segment(QPushButton):
    """A choice that is as wide as it will be when it is chosen: its letters are heavier then."""

    def sizeHint(self) -> QSize:
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        usual = QFont(self.font())
        usual.setWeight(QFont.Weight.Normal)
        words = self.text()
        more = QFontMetrics(strong).horizontalAdvance(words) - QFontMetrics(usual).horizontalAdvance(words)
        return super().sizeHint() + QSize(0 if self.font().weight() >= QFont.Weight.DemiBold else max(more, 0), 0)


class Segments(Flow):
    """One of a few choices; the arrow keys move among them. They stand on as many lines as they need."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """name: for screen readers; choices: (value, text)."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for value, text in choices:
            button = Segment(text)
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{name}: {text}")
            button.clicked.connect(lambda _checked=False, value=value: self.chosen.emit(value))
            self._group.addButton(button)
            self._buttons[value] = button
        self.hold(self._buttons.values())

    def value(self) -> str:
        """The choice that stands; "" before any."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose without a signal."""
        self._buttons[value].setChecked(True)


class Stepper(QWidget):
    """A number that is typed, or changed with minus and plus or Up and Down."""

    changed = Signal(float)

    def __init__(
        self,
        name: str,
        bounds: tuple[float, float],
        step: float,
        unit: str,
        decimals: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """name: for screen readers; bounds: least and greatest; unit: what stands behind the number."""
        super().__init__(parent)
        self.field = QDoubleSpinBox()
        self.field.setLocale(QLocale())
        self.field.setDecimals(decimals)
        self.field.setRange(*bounds)
        self.field.setSingleStep(step)
        self.field.setSuffix(f" {unit}" if unit else "")
        self.field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.field.setAccessibleName(name)
        self.field.setKeyboardTracking(False)
        self.field.setFixedWidth(scaled(132))
        self.field.valueChanged.connect(self.changed)
        self.less = self._button("−", self.tr("{name}: less").format(name=name), -1)
        self.more = self._button("+", self.tr("{name}: more").format(name=name), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        for each in (self.less, self.field, self.more):
            row.addWidget(each)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _button(self, sign: str, name: str, steps: int) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setProperty("kind", "step")
        button.setAccessibleName(name)
        button.setAutoRepeat(True)
        # As high as the number between them.
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        button.clicked.connect(lambda _checked=False: self.field.stepBy(steps))
        return button

    def value(self) -> float:
        """The number."""
        return self.field.value()

    def set_value(self, value: float) -> None:
        """Show a number without a signal."""
        blocked = self.field.blockSignals(True)
        self.field.setValue(value)
        self.field.blockSignals(blocked)
