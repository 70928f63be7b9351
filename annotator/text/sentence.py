"""Where sentences begin and end: what carries the reader's sentence cursor.

Called by the reader, a paragraph at a time, and by whatever works by sentences without a window. It
knows no language setting: scripts, capitals and the lists in `abbreviations.py` decide. It never
changes the text, never crosses a newline and never returns white space or an empty sentence.

Why rules of our own: on the 264 invented sentences of `tests/data/sentences_gold.jsonl`, written
before these rules, pysbd 0.3.4 finds 69 %, syntok 1.4.4 69 % and sentencex 1.0.32 74 % (75, 79 and
75 % on those in Latin script); the reader needs 98 %, and pysbd takes four times the time allowed.

How it works: each sign that may end a sentence is a candidate, with the closing quotation marks and
emoji that belong to it; one question after the other may refuse it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.text import abbreviations as known

Span = tuple[int, int]

_EMOJI = "[\U0001f000-\U0001faff\u2600-\u26ff\u2700-\u27bf\u2b50\ufe0f\u200d\U000e0020-\U000e007f]"
_FACE = "[\U0001f600-\U0001f64f\U0001f910-\U0001f92f\U0001f970-\U0001f97a]"
# Armenian, Devanagari, Urdu, Ethiopic, Burmese and Khmer have full stops of their own.
_SIGNS = ".!?…‼⁇⁈⁉؟۔।॥։።။។"
_WIDE = "。！？｡．"
_INVISIBLE = "\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069"

# A sign that may end a sentence, what closes with it, and either white space or, for the signs of
# scripts that set none, nothing. The Greek question mark looks like a semicolon and is typed as one.
_CANDIDATE = re.compile(
    rf"""
    (?P<sign> (?<![{_SIGNS}])[{_SIGNS}]++ | (?<=[\u0370-\u03ff\u1f00-\u1fff])[;\u037e]
            | (?P<wide>[{_WIDE}]++…*+) )
    (?P<closing> (?:["'”’“‘»«›‹)\]}}」』）】〉》{_INVISIBLE}] | \s[»›](?!\w))*+ )
    (?P<emoji> (?:\s*{_EMOJI}++)*+ )
    (?(wide)\s*|(?=\s|\Z))
    | (?P<face> {_FACE}\ufe0f? ) (?=\s)
    """,
    re.VERBOSE,
)
# What follows: anything that may open a sentence, then its first word with a stop if it has one.
_FOLLOWING = re.compile(
    rf"(?P<opening>[\s\"'“”„‟‘‚«»‹›¿¡(\[{{「『（—–•·{_INVISIBLE}-]*)(?P<word>\w*(?:[-’']\w+)*)(?P<stop>\.?)"
)
_BEFORE_A_WORD = re.compile(r"[\s\"'“”„‘’‚«»‹›¿¡(\[{—–/]")
_LETTERS_WITH_STOPS = re.compile(r"(?:\w\.)+\w\Z")
# Of Korean, Japanese and Chinese. Not an expression: it would take longer to compile than all the others.
_NO_INITIALS = (("\u1100", "\u11ff"), ("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"))
_LIST_MARK = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})\Z")
_ORDINAL = re.compile(r"\d{1,2}\Z")
_ROMAN_OR_NUMBER = re.compile(r"\d|[VXLC]\b|[IVXLC]{2,}\b")
_THAI_BREAK = re.compile("(?<=[\u0e01-\u0eff])[ \u00a0]+(?=[\u0e01-\u0eff])")
_OPENING_QUOTES = '"“„‘«‹「『'

# A Thai or Lao stretch shorter than this (in code points) is a phrase or a name, not a sentence.
_THAI_SENTENCE = 12
# How far (code points) a decision looks around: a bound, so that a hostile line costs linear time.
_NEARBY = 120
# How many words after a closing quote may stand before its speaker's verb.
_SAYING_WORDS = 6

_TITLES = frozenset(known.TITLES)
_TITLES_AND_LEADING = frozenset((*known.TITLES, *known.LEADING))
_BEFORE_NUMBER = frozenset(known.BEFORE_NUMBER)
_SOMETIMES_LAST = frozenset(known.SOMETIMES_LAST)
_STATES = frozenset(known.STATES)
_USUALLY_LAST = frozenset(known.USUALLY_LAST)
_OPENING_WORDS = frozenset(known.OPENING_WORDS)
_NAME_PARTICLES = frozenset(known.NAME_PARTICLES)
_AFTER_A_TIME = frozenset(known.AFTER_A_TIME)
_BEFORE_ORDINAL = frozenset(known.BEFORE_ORDINAL)
_SAYING = frozenset(known.SAYING)
_SAYING_UNSPACED = re.compile(rf"[^，。！？、；\s]{{0,6}}?(?:{'|'.join(known.SAYING_UNSPACED)})|[とっ]")


class _Following(NamedTuple):
    """What stands after a candidate."""

    opening: str
    word: str
    is_initial: bool

    @property
    def continues(self) -> bool:
        """Whether it goes on in lower case; a word such as "eBay" may open a sentence."""
        return self.word[:1].islower() and self.word.islower()

    @property
    def opens(self) -> bool:
        """Whether it is a word that has a capital only where a sentence begins."""
        return self.word.split("’")[0].split("'")[0] in _OPENING_WORDS and not self.is_initial

    @property
    def carries_on(self) -> bool:
        """Whether a dash leads on, as from a dateline to its report."""
        return any(dash in self.opening for dash in "-–—")

    @property
    def quotes(self) -> bool:
        """Whether a quotation opens before it."""
        return any(mark in _OPENING_QUOTES for mark in self.opening)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences between two offsets, in order: half-open spans of code points, trimmed.

    Each line is parted by itself, so a heading without a full stop is a sentence; everything that is
    not white space belongs to exactly one sentence. `start` and `end` count as ends of a line. Right
    on at least 98 % of the gold list (`tests/data/sentences_gold.jsonl`).
    """
    stop = len(text) if end is None else end
    found: list[Span] = []
    while start < stop:
        newline = text.find("\n", start, stop)
        line_end = stop if newline < 0 else newline
        found.extend(_of_line(text[start:line_end], start))
        start = line_end + 1
    return found


def _of_line(line: str, shift: int) -> list[Span]:
    """The sentences of one line, their offsets moved by `shift`."""
    found: list[Span] = []
    begin = 0
    for match in _CANDIDATE.finditer(line):
        if match.end() < len(line) and _ends_sentence(line, begin, match):
            found.extend(_trimmed(line, begin, match.end()))
            begin = match.end()
    found.extend(_trimmed(line, begin, len(line)))
    if not line.isascii() and _THAI_BREAK.search(line):
        found = [part for span in found for part in _thai_sentences(line, span)]
    return [(first + shift, last + shift) for first, last in found]


def _trimmed(line: str, first: int, last: int) -> list[Span]:
    """The span without white space at its ends; nothing where nothing is left."""
    piece = line[first:last]
    body = piece.strip()
    if not body:
        return []
    first += len(piece) - len(piece.lstrip())
    return [(first, first + len(body))]


def _ends_sentence(line: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the candidate ends the sentence that began at `begin`."""
    after = _following(line, match.end())
    if match["face"]:
        return after.word[:1].isupper()
    sign, closing = match["sign"], match["closing"]
    if match["wide"]:
        return not (closing and _is_reported(line, begin, match))
    if sign[-1] not in ".!?…‼⁇⁈⁉؟":
        return not after.continues
    if after.continues and not match["emoji"]:
        return False
    if sign[-1] != "." and closing.strip(")]} ") and _is_said(line, match.end(), after):
        return False
    if sign == "." and not closing:
        return _stop_ends_sentence(line, begin, match.start(), after)
    return True


def _following(line: str, position: int) -> _Following:
    match = _FOLLOWING.match(line, position)
    assert match is not None  # every part of the pattern may be empty
    return _Following(match["opening"], match["word"], bool(match["stop"]) and len(match["word"]) == 1)


def _is_said(line: str, position: int, after: _Following) -> bool:
    """Whether a speaker and a verb of saying follow a quotation that ended in ! or ?."""
    if after.opens or after.quotes:
        return False
    clause = re.split(r"[,;:!?“\"]", line[position : position + _NEARBY], maxsplit=1)[0]
    return any(word.rstrip(".") in _SAYING for word in clause.split()[:_SAYING_WORDS])


def _is_reported(line: str, begin: int, match: re.Match[str]) -> bool:
    """The same for scripts without spaces; a quotation after a colon has had its verb before it."""
    if "：" in line[max(begin, match.start() - _NEARBY) : match.start()]:
        return False
    return _SAYING_UNSPACED.match(line, match.end()) is not None


def _stop_ends_sentence(line: str, begin: int, position: int, after: _Following) -> bool:
    """Whether a single full stop at `position` is more than the end of an abbreviation or ordinal."""
    token = _BEFORE_A_WORD.split(line[max(begin, position - _NEARBY) : position])[-1]
    token_start = position - len(token)
    word = token.casefold()
    before = line[max(begin, token_start - _NEARBY) : token_start].split()
    if not before and _LIST_MARK.match(token):
        return False
    if word in _TITLES_AND_LEADING or word.rpartition("-")[2] in _TITLES:
        return False
    if word in _BEFORE_NUMBER and _ROMAN_OR_NUMBER.match(after.word):
        return False
    if word in _USUALLY_LAST or (word == "m" and before[-1:] in (["p."], ["a."])):
        return after.word not in _AFTER_A_TIME and not after.is_initial
    if word in _SOMETIMES_LAST or token in _STATES or _LETTERS_WITH_STOPS.match(token):
        return (after.opens or after.quotes) and not after.carries_on
    if len(token) == 1 and token.isalpha() and not any(first <= token <= last for first, last in _NO_INITIALS):
        return _single_letter_ends(token, before, after)
    if _ORDINAL.match(token) and before and before[-1].casefold() in _BEFORE_ORDINAL:
        return not after.word[:1].isupper()
    return True


def _single_letter_ends(letter: str, before: list[str], after: _Following) -> bool:
    """An initial, a unit after its number ("3.5 m. The wall"), or one letter of an abbreviation."""
    if letter.islower() and before and before[-1][-1].isdigit():
        return True
    return after.opens and after.word not in _NAME_PARTICLES


def _thai_sentences(line: str, span: Span) -> list[Span]:
    """Parts a stretch of Thai or Lao at its spaces, which stand where other scripts set full stops.

    A space also parts phrases, so it counts only between two long stretches, and not before a
    connective. This is a rule of thumb: Thai has no sign for the end of a sentence.
    """
    first, last = span
    found: list[Span] = []
    for gap in _THAI_BREAK.finditer(line, first, last):
        next_space = line.find(" ", gap.end(), last)
        next_length = (last if next_space < 0 else next_space) - gap.end()
        long_enough = gap.start() - first >= _THAI_SENTENCE and next_length >= _THAI_SENTENCE
        if long_enough and not line.startswith(known.THAI_CONNECTIVES, gap.end()):
            found.append((first, gap.start()))
            first = gap.end()
    found.append((first, last))
    return found
