"""The date that a line of an article names: `November 24, 2015`, `24. November 2015, 10:11 Uhr`, …

Called by the readers for lines above and below the body and for metadata. A line is a date line only if
nothing but a date, a time and words like "Published" stand in it; sentences with dates are none. Common
forms take microseconds; other languages go through dateparser, which is imported only then.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MONTH_NAMES = (
    "january jan januar janvier enero gennaio janeiro januari января stycznia ocak січня ianuarie",
    "february feb februar février fevrier febrero febbraio fevereiro februari февраля lutego şubat лютого februarie",
    "march mar märz maerz mrz mars marzo março maart марта marca mart березня martie marts",
    "april apr avril abril aprile апреля kwietnia nisan квітня aprilie",
    "may mai mayo maggio maio mei мая maja mayıs травня maj",
    "june jun juni juin junio giugno junho июня czerwca haziran червня iunie",
    "july jul juli juillet julio luglio julho июля lipca temmuz липня iulie",
    "august aug août aout agosto augustus августа sierpnia ağustos серпня augusti",
    "september sep sept septembre septiembre settembre setembro сентября września eylül вересня septembrie",
    "october oct oktober okt octobre octubre ottobre outubro октября października ekim жовтня octombrie",
    "november nov novembre noviembre novembro ноября listopada kasım листопада noiembrie",
    "december dec dezember dez décembre decembre diciembre dicembre dezembro декабря grudnia aralık грудня decembrie",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_MONTH = r"(?P<month>[^\W\d_]{3,11})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?<!\d){_YEAR}(?P<parting>[-/.])(?P<month>\d{{1,2}})(?P=parting)(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<!\d){_YEAR}\s*[年년]\s*(?P<month>\d{{1,2}})\s*[月월]\s*(?P<day>\d{{1,2}})\s*[日일]",
        rf"\b{_MONTH}\s*{_DAY}\s*,?\s+{_YEAR}",
        rf"(?<!\d){_DAY}[\s-]*(?:de\s+|of\s+)?{_MONTH}\s*,?[\s-]*(?:de\s+|del\s+)?{_YEAR}",
        rf"(?<!\d)(?P<first>\d{{1,2}})(?P<parting>[-/.])(?P<second>\d{{1,2}})(?P=parting){_YEAR}",
        rf"\b{_MONTH}\s*,?\s+(?:de\s+)?{_YEAR}",
        r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<short_year>\d\d)(?![\d.])",
    )
)
_TIME = re.compile(
    r"(?<!\w)t?\d{1,2}[:.h]\d\d(?:[:.]\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?|h\b)?|\b\d{1,2}\s*[ap]\.?m\b\.?|[+-]\d\d:?\d\d\b"
    r"|(?<=\bgmt)[+-]\d{1,2}\b|(?<=\butc)[+-]\d{1,2}\b"
)
_BESIDE_WORDS = """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
    понедельник вторник среда четверг пятница суббота воскресенье года г
    published publication posted updated update last modified date dated created on at the first
    veröffentlicht veroeffentlicht aktualisiert stand datum am um uhr vom den publié publie mis à a jour le
    publicado actualizado fecha el las hora pubblicato aggiornato alle ore gepubliceerd опубликовано дата р r klo kl
    saat godz
    am pm a m p z gmt utc est edt cst cdt mst mdt pst pdt bst cet cest msk ist jst eet eest et ct pt h de del
"""
_BESIDE = frozenset(_BESIDE_WORDS.split())
_BESIDE_TIME = re.compile(r"\(?(?:[^\W\d_]+ ){1,2}time\)?|\b\d{1,3}[ -]min(?:ute)?s?\.?[ -](?:to )?read\b")
_UPDATED = re.compile(r"\b(?:updated?|modified|aktualisiert|mis à jour|actualizado|aggiornato)\b")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 90
_LAST_CENTURY = "70"
_LONGEST_FOREIGN = 48
_DAY_FIRST = frozenset({"de", "fr", "es", "it", "pt", "nl", "ru", "pl", "uk", "sv", "tr", "ar", "he"})


class NamedDate(NamedTuple):
    """A date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. `ambiguous`: day and month could not be told apart,
    so that only the year is given. `updated`: the line says when the article was changed. `changed`: the
    date of a change that the line names beside the date."""

    date: str
    ambiguous: bool = False
    updated: bool = False
    changed: str | None = None


def date_line(line: str, language: str | None = None) -> NamedDate | None:
    """The date in a line that holds nothing else; None for any other line.

    `language` decides whether 03/04/2024 begins with the day.
    """
    if len(line) > _LONGEST or not _DIGIT.search(line):
        return None
    rest, found = _dates_in(line.casefold().strip(), language)
    if not found:
        return _by_dateparser(line)
    rest = _TIME.sub(" ", _BESIDE_TIME.sub(" ", rest))
    if any(word not in _BESIDE for word in _WORD.findall(rest)):
        return None
    first = next((named for named in found if not named.updated), found[0])
    changed = next((named.date for named in found if named.updated), None)
    return first._replace(changed=changed if changed != first.date and not first.updated else None)


def _dates_in(text: str, language: str | None) -> tuple[str, list[NamedDate]]:
    """The text without its dates, and the dates in their order, each told whether it is that of a change."""
    found: dict[int, NamedDate] = {}
    for form in _FORMS:
        for match in form.finditer(text):
            if date := _of_match(match, language):
                found[match.start()] = date
                text = f"{text[: match.start()]}{' ' * len(match[0])}{text[match.end() :]}"
    dates: list[NamedDate] = []
    end = 0
    for start in sorted(found):
        dates.append(found[start]._replace(updated=bool(_UPDATED.search(text[end:start]))))
        end = start
    if len(dates) == 1:
        dates = [dates[0]._replace(updated=bool(_UPDATED.search(text)))]
    return text, dates


def date_of(stamp: str, language: str | None = None) -> str | None:
    """The date in a metadata value (`2015-11-24T10:11:00+03:00` or a date line); the clock is left out.

    language: as for `date_line`.
    """
    found = date_line(stamp.strip()[:_LONGEST], language)
    return found.date if found else None


def _of_match(match: re.Match[str], language: str | None) -> NamedDate | None:
    groups = match.groupdict()
    short = groups.get("short_year")
    year = groups["year"] if not short else f"19{short}" if short >= _LAST_CENTURY else f"20{short}"
    if groups.get("first"):
        return _numeric(int(groups["first"]), int(groups["second"]), year, groups["parting"], language)
    month_name = groups["month"]
    month = int(month_name) if month_name.isdecimal() else _MONTHS.get(month_name, 0)
    if not 1 <= month <= 12:
        return None
    if groups.get("day") is None:
        return NamedDate(f"{year}-{month:02}")
    return _day(year, month, int(groups["day"]))


def _numeric(first: int, second: int, year: str, parting: str, language: str | None) -> NamedDate | None:
    if first > 12 or parting == "." or first == second or language in _DAY_FIRST:
        return _day(year, second, first)
    if second > 12:
        return _day(year, first, second)
    return NamedDate(year, ambiguous=True)


def _day(year: str, month: int, day: int) -> NamedDate | None:
    if not 1 <= month <= 12:
        return None
    in_month = 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    return NamedDate(f"{year}-{month:02}-{day:02}") if 1 <= day <= in_month else None


def _by_dateparser(line: str) -> NamedDate | None:
    """Month names of further languages. Only for short lines with a year, a day and a name in them."""
    numbers = [int(number) for number in re.findall(r"\d+", line)]
    has_year = any(1900 <= number <= 2099 for number in numbers)
    has_day = any(1 <= number <= 31 for number in numbers)
    if len(line) > _LONGEST_FOREIGN or not (has_year and has_day) or line.isascii():
        return None
    import dateparser  # 150 ms, needed for few files

    found = dateparser.parse(line, settings={"STRICT_PARSING": True, "RETURN_AS_TIMEZONE_AWARE": False})
    return NamedDate(found.date().isoformat()) if found else None
