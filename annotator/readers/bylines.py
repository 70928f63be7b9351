"""The names in a line that says who wrote an article: `By Anna Bell and Carl Dorn, Ferry Post`.

Called by the readers for lines above and below a body, and for what web pages mark as their authors. Dates,
roles, places of writing, mail addresses and handles beside the names are no names; agencies are.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.readers.dates import NamedDate, date_line
from annotator.readers.wrapping import ends_sentence

LONGEST_BYLINE = 140

_BYLINE = re.compile(
    r"(?P<colon>(?:by|authors?|(?:reported|reporting|written|posted|published|story|text) by|words|texte?|texto|testo|"
    r"von|par|por|di|door|av|autor(?:en|in|es|a)?|auteurs?|автор[ыа]?|текст|بقلم|כתב|מאת|作者|記者|记者|文)"
    r"\s*[:：]\s*)(?P<names>\S.*)"
    r"|(?:(?:(?:reported|reporting|written|posted|published|story|words) )?by|von|par|por|di|door|av|بقلم|מאת)"
    r"\s+(?P<plain>\S.*)",
    re.IGNORECASE,
)
_PARTING = re.compile(r"\s*[|•·—]\s*|\s+[-–/]\s+")
# Where a date may begin behind names: "Anna Bell on 3 May 2024", "Anna Bell, May 3, 2024", "Vell, 3 May 2024".
_BEFORE_DATE = re.compile(
    r"(?:\s*[,;|•·—–(]\s*|\s+(?=\d)|\s+(?:on|am|le|el|il|vom)\s+|\s+(?=(?:last )?(?:updated|published|posted)\b))+",
    re.IGNORECASE,
)
_READING_TIME = re.compile(
    r"\d{1,3}[ -]*(?:min(?:ute)?[ns]?\.?|minut[ei])[ -]*(?:(?:to )?read|lesezeit|de lecture|di lettura)?", re.IGNORECASE
)
_ADDRESS = re.compile(r"\(?(?:[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\w)@\w+)\)?")
_ROLE = re.compile(
    r"(?:(?!and\b|und\b|et\b)[^,;()])*\b(?:editor(?: in chief|-in-chief)?|correspondent|reporter|writers?|staff|"
    r"journalist|columnist|analyst|contributors?|redakteur(?:in)?|korrespondent(?:in)?|journaliste|correspondante?|"
    r"redacteur|корреспондент|обозреватель)",
    re.IGNORECASE,
)
_WRITTEN_IN = re.compile(
    r"\s+(?:in|à)\s+[^\W\d_a-z][\w.’'-]*(?:\s+[^\W\d_a-z][\w.’'-]*){0,3}(?=\s*(?:[,;&]|\b(?:and|und|et)\b|$))"
)
_PARTICLE_WORDS = """
    and und et y e en og och i и و ו von van de der den del della di da dos du la le el al bin ibn ben ter
    with for in at the of from aus mit pour avec con para zu zum zur
"""
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_AND = re.compile(r"\s*,\s*|\s+(?:and|und|et|y|e|og|och|и|&)\s+")
_DIGIT = re.compile(r"\d")
_NAME = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*\.?")
_ARTICLE_WORDS = """
    the der die das le la les el los il lo al de het
"""
_ARTICLES = frozenset(_ARTICLE_WORDS.split())
# Words in the names of outlets, none of which is a person's name.
_OUTLET_NAMES = """
    news post times daily weekly sunday wire press agency agence agencia agenzia zeitung tribune herald journal
    gazette observer guardian mail telegraph star sun standard chronicle review today radio tv television media
    magazine online report reports bulletin courier independent express mirror globe register sentinel dispatch
    monitor record voice network nachrichten rundschau kurier anzeiger blatt spiegel welt presse bote tagblatt
    tageblatt monde figaro país pais mundo diario correo gazeta новости газета правда desk editors redaktion staff
    world national international politics business opinion sport sports culture welle eye watch east west europe
    asia africa america port
"""
_OUTLET_WORDS = frozenset(_OUTLET_NAMES.split())
_NO_NAME_WORDS = frozenset({"the", "of", "in", "for", "with", "at", "from", "and", "und", "et"})
_NAME_WORDS = 16


class Byline(NamedTuple):
    """names: parted as the line parts them. date: one that the line names too. is_cut: whether more was
    dropped than the word before the names."""

    names: str
    date: NamedDate | None
    is_cut: bool


def byline_in(text: str) -> Byline | None:
    """The byline that a whole line is, by the word that it begins with; None for any other line."""
    match = _BYLINE.fullmatch(text) if len(text) <= LONGEST_BYLINE else None
    if match is None:
        return None
    whole = (match["names"] or match["plain"]).strip()
    rest, date = _without_date(whole)
    pieces = _PARTING.split(_ADDRESS.sub("", _READING_TIME.sub("", rest)).strip(" ,;|•·—–"))
    names = _without_roles(pieces[0].strip(" ,;"))
    if not names or not are_names(names) or (date is None and _ends_like_prose(names)):
        return None
    agencies = [name for piece in pieces[1:] if (name := _without_roles(piece.strip(" ,;")))]
    names = ", ".join([names, *agencies])
    return Byline(names, date, names != whole)


def marked_names(text: str) -> str | None:
    """The names in a text that something else marks as a byline, without agencies that follow; else None."""
    line = byline_in(text if _BYLINE.fullmatch(text) else f"By {_PARTING.split(text)[0]}")
    if line is None or _DIGIT.search(line.names):
        return None
    words = line.names.replace(",", " ").split()
    lower = [word for word in words if word[0].islower() and word not in _PARTICLES]
    lone = len(words) == 1 and line.names.isascii() and not _BYLINE.fullmatch(text)
    return None if lower or lone else line.names


def is_of_person(text: str) -> bool:
    """Whether a short line without `By` reads like the names of people rather than of an outlet."""
    return _is_person(_AND.split(text)[0]) and not ends_sentence(text)


def _is_person(text: str) -> bool:
    words = text.split()
    own = [word for word in words if word not in _PARTICLES or word in _NO_NAME_WORDS]
    return (
        2 <= len(own) <= 4
        and words[0].casefold() not in _ARTICLES
        and all(_NAME.fullmatch(word) and not word[0].islower() for word in own)
        and not any(word.casefold() in _OUTLET_WORDS for word in own)
        and any(not word.isupper() for word in own)
    )


def are_names(text: str) -> bool:
    """Whether a text could be a list of names: few words, hardly one of them in lower case."""
    words = text.replace(",", " ").replace("&", " ").split()
    if not words or len(words) > _NAME_WORDS:
        return False
    lower = [word for word in words if word[0].islower() and word.casefold() not in _PARTICLES]
    begins = words[0][0]
    few = len(lower) <= min(3, len(words) // 2)
    return few and (not begins.islower() or words[0] in _PARTICLES) and not begins.isdigit()


def _without_date(text: str) -> tuple[str, NamedDate | None]:
    """The text before a date that it ends with, and the date; a place right before the date goes with it."""
    if not _DIGIT.search(text):
        return text, None
    for parting in _BEFORE_DATE.finditer(text):
        date = date_line(text[parting.end() :])
        if date is not None:
            before = text[: parting.start()]
            pieces = list(_PARTING.finditer(before))
            has_place = bool(pieces) and "," in parting[0]
            return before[: pieces[-1].start()] if has_place else before, date
    return text, None


def _without_roles(text: str) -> str:
    """The names without roles after a comma, and without the place that they wrote from."""
    kept = [part for part in re.split(r"\s*[,;]\s*", _WRITTEN_IN.sub("", text)) if part]
    roles = [bool(_ROLE.fullmatch(part)) for part in kept]
    if all(roles) or not any(roles):
        return _WRITTEN_IN.sub("", text)
    return ", ".join(part for part, is_role in zip(kept, roles, strict=True) if not is_role)


def _ends_like_prose(text: str) -> bool:
    last = text.split()[-1]
    return ends_sentence(text) and len(last) > 3 and last.casefold() not in ("staff.", "jr.", "dr.")
