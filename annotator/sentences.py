"""Sentences that are told in English and can be said in another language: a template and what stands in it.

Every floor words what people are to read with `worded`: refusals, reports, names of steps. To all that exists a
`Sentence` is its English text; the window says it in its own language by `gui/language.py`, and the templates
are taken into the translations by the name `worded`. Nothing here imports anything of the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from string import Formatter
from typing import Any

_QUOTED = re.compile(r"([“„])\{(\w+)\}(?=[”“])")
_WITHIN = "within"
_SINGLE = str.maketrans("“”„‟«»", "‘’‚‛‹›")


def nested(text: str) -> str:
    """A text that stands between quotation marks: its own become single ones; others stay as they are.

    Straight marks stay inside, where they may stand for inches, and become single where they enclose the text.
    """
    enclosed = len(text) > 1 and text[0] == text[-1] == '"'
    inner = f"'{text[1:-1]}'" if enclosed else text
    return inner.translate(_SINGLE)


def in_quotes(text: str) -> str:
    """A text between quotation marks."""
    return f"“{nested(text)}”"


class Filling(Formatter):
    """Fills templates in; what a template puts between quotation marks is nested, unless it is “{name!s}”."""

    def fill(self, template: str, values: Mapping[str, Any]) -> str:
        """The text of the template with its values."""
        return self.vformat(_QUOTED.sub(rf"\1{{\2:{_WITHIN}}}", template), (), values)

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == _WITHIN:
            return nested(self.format_field(value, ""))
        return str(super().format_field(value, format_spec))


_FILLING = Filling()


class Sentence(str):
    """An English text that remembers its template and values.

    values: numbers, texts and sentences. `str()` of it stays it, so that the text of an error (`str(error)`) keeps
    it too. What is cut out of it or put together with it by hand is a plain text.
    """

    template: str
    values: Mapping[str, Any]

    def __new__(cls, template: str, values: Mapping[str, Any]) -> Sentence:
        """The text of the template with its values filled in."""
        # Most have no quotation marks; the plain way is the fast one.
        filled = _FILLING.fill(template, values) if "“" in template else template.format_map(values)
        self = super().__new__(cls, filled)
        self.template = template
        self.values = values
        return self

    def __str__(self) -> str:
        return self

    def __reduce__(self) -> tuple[type[Sentence], tuple[str, Mapping[str, Any]]]:
        return Sentence, (self.template, self.values)


def worded(template: str, /, **values: object) -> Sentence:
    """A sentence of this template; the values are kept as numbers, sentences and texts. It must be a literal."""
    return Sentence(template, {name: _kept(value) for name, value in values.items()})


def term(word: str) -> str:
    """The word for a thing ("claim", "speaker") as a value of a sentence; a word that is none stays a plain text."""
    return TERMS.get(word, word)


def _kept(value: object) -> Any:
    if isinstance(value, (int, float, Sentence)) and not isinstance(value, bool):
        return value
    return str(value)


def joined(parts: Iterable[str], between: str = ", ") -> Sentence:
    """Texts and sentences in a row."""
    values = {f"part{number}": part for number, part in enumerate(parts)}
    return Sentence(between.join(f"{{{name}}}" for name in values), values)


def recognised(text: str, templates: Iterable[str]) -> str:
    """A plain text that was stored, as the sentence that it was; it reads the same. Templates have their values."""
    for template in templates:
        if found := _pattern(template).fullmatch(text):
            return Sentence(template, found.groupdict())
    return text if set("{}") & set(text) else Sentence(text, {})


@cache
def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*)", re.escape(template)), re.DOTALL)


def plain(value: object) -> str:
    """The bare English text, for what knows none but exact texts, as the hook of encoders. Raises TypeError."""
    if not isinstance(value, str):
        raise TypeError(f"no text: {type(value).__name__}")
    return "".join(value)


TERMS: Mapping[str, Sentence] = {
    each: each
    for each in (
        worded("address"),
        worded("affiliations"),
        worded("aliases"),
        worded("annotator"),
        worded("applies to"),
        worded("article"),
        worded("assignment"),
        worded("blind"),
        worded("byline"),
        worded("cause"),
        worded("certainty"),
        worded("choices"),
        worded("claim"),
        worded("codebook version"),
        worded("colour"),
        worded("comment"),
        worded("cue"),
        worded("definition"),
        worded("empty paragraphs"),
        worded("exclude"),
        worded("field"),
        worded("fields"),
        worded("file"),
        worded("for the codebook"),
        worded("group"),
        worded("identifiers"),
        worded("include"),
        worded("initials"),
        worded("key"),
        worded("kind"),
        worded("language"),
        worded("mark"),
        worded("member"),
        worded("mention"),
        worded("merged into"),
        worded("name"),
        worded("note"),
        worded("nothing to tag"),
        worded("organisation"),
        worded("passage"),
        worded("person"),
        worded("place"),
        worded("position"),
        worded("progress"),
        worded("project"),
        worded("proposition"),
        worded("published"),
        worded("purpose"),
        worded("quotation"),
        worded("reason"),
        worded("replacement"),
        worded("retired"),
        worded("review"),
        worded("role"),
        worded("source"),
        worded("speaker"),
        worded("speakers"),
        worded("stance"),
        worded("state"),
        worded("text"),
        worded("title"),
        worded("topic"),
        worded("topics"),
        worded("under"),
        worded("unnamed"),
        worded("verdict"),
        worded("words"),
    )
}
