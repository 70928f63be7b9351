"""A guess at the language of a text: by script, and by its commonest words.

Called by the readers when a file does not name its language. It never decides between near relatives
without evidence: then it answers None.
"""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 1000
_ENOUGH_HITS = 3
_LEAD = 1.4

_COMMON_WORDS = {
    "en": "the and of to in that is for on with said was has by from are it he she they who not this",
    "de": "der die und das den von mit ist nicht dem sich auch für auf ein eine wird hat sagte im zu",
    "fr": "le la les et des du une dans est que qui pour sur au par pas avec ont selon il elle ce",
    "es": "el la los las y del que en una por con para se al es más como su según pero lo",
    "it": "il lo gli della del di che è per con una non sono nel alla dei anche più si ha",
    "pt": "o os as do da dos das que em uma para com não é se no na por mais ao foi",
    "nl": "de het een en van dat is op te met voor niet zijn aan ook die heeft door bij om",
    "pl": "w na z że się nie jest do przez o jak po dla od oraz ale który są",
    "sv": "och att det som är på av för med till inte om har den ett en från var",
    "tr": "ve bir bu da de için ile olarak olan daha çok gibi ama ise kadar sonra",
}
_BY_WORD: dict[str, tuple[str, ...]] = {}
for _language, _words in _COMMON_WORDS.items():
    for _word in _words.split():
        _BY_WORD[_word] = (*_BY_WORD.get(_word, ()), _language)

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
_SCRIPT_SHARE = 0.2
_JAPANESE_SHARE = 0.05  # kana among Chinese characters
_PERSIAN = re.compile("[پچژگ]")
_UKRAINIAN = re.compile("[іїєґ]", re.IGNORECASE)
_NOT_LATIN = re.compile("[\u0370-\u1fff\u3040-\ud7af]+")
_LETTERS = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str | None:
    """The two-letter code of the language of a text, or None where the signs are too few."""
    sample = text[:_SAMPLE]
    return (None if sample.isascii() else _by_script(sample)) or _by_words(sample)


def _by_script(sample: str) -> str | None:
    foreign = "".join(_NOT_LATIN.findall(sample))
    letters = max(1, sum(map(len, _LETTERS.findall(sample))))
    if len(foreign) < _JAPANESE_SHARE * letters:
        return None
    for language, pattern in _SCRIPTS:
        share = len(pattern.findall(foreign)) / letters
        if share > (_JAPANESE_SHARE if language == "ja" else _SCRIPT_SHARE):
            if language == "ar" and len(_PERSIAN.findall(sample)) > letters / 100:
                return "fa"
            if language == "ru" and len(_UKRAINIAN.findall(sample)) > letters / 100:
                return "uk"
            return language
    return None


def _by_words(sample: str) -> str | None:
    hits: Counter[str] = Counter()
    for word in _LETTERS.findall(sample.lower()):
        for language in _BY_WORD.get(word, ()):
            hits[language] += 1
    ranked = hits.most_common(2)
    if not ranked or ranked[0][1] < _ENOUGH_HITS:
        return None
    if len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]:
        return None
    return ranked[0][0]
