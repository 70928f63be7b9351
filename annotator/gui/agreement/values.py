"""A figure of agreement and its interval as papers print them, in the habits of the window's language."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from annotator.gui.language import tr


def value_text(value: float | None, *, decimals: int = 2) -> str:
    """A figure as papers print it: ".78", "1.00", "−.05", in German "0,78"; a dash where there is none."""
    if value is None:
        return "–"
    point = QLocale().decimalPoint()
    said = f"{value:.{decimals}f}".replace("-", "−")
    # Where a comma parts the decimals, nobody leaves the nought away.
    return said.replace("0.", ".", 1) if point == "." else said.replace(".", point)


def interval_text(interval: tuple[float, float] | None) -> str:
    """Its interval: ".71 to .84"."""
    if interval is None:
        return "–"
    return tr("{low} to {high}").format(low=value_text(interval[0]), high=value_text(interval[1]))
