"""Days and moments as people write them, in the window's language: "14 November 2025", "14. Nov. 2025, 09:30".

Called by all that shows a date. How day, month and year stand together is a text that is translated; Qt's own
forms of a locale would put months first in one place and numbers in another.
"""

from __future__ import annotations

from PySide6.QtCore import QDate, QDateTime, QLocale

from annotator.gui.language import tr


def day_in_words(day: QDate, *, short: bool = False) -> str:
    """Day, month and year."""
    return QLocale().toString(day, tr("d MMM yyyy") if short else tr("d MMMM yyyy"))


def moment_in_words(moment: QDateTime, *, seconds: bool = False) -> str:
    """Day and time of a moment; today's without the day."""
    time = QLocale().toString(moment.time(), "HH:mm:ss" if seconds else "HH:mm")
    if moment.date() == QDate.currentDate():
        return time
    return f"{day_in_words(moment.date(), short=True)}, {time}"


def published_in_words(published: str | None, *, short: bool = False) -> str:
    """When an article came out, as exact as it is known: a day, a month or a year; "" where nothing is."""
    if not published:
        return ""
    numbers = [int(number) for number in published.split("-") if number.isdigit()]
    if len(numbers) < 2:
        return published
    day = QDate(*[*numbers, 1][:3])
    if len(numbers) > 2:
        return day_in_words(day, short=short)
    return QLocale().toString(day, "MMM yyyy" if short else "MMMM yyyy")
