"""Sentences that are told in English and can be said in another language: a template and what stands in it.

Every floor words what people are to read with `worded`: refusals, reports, names of steps. To all that exists a
`Sentence` is its English text; the window says it in its own language by `gui/language.py`, and the templates
are taken into the translations by the name `worded`. Nothing here imports anything of the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any


class Sentence(str):
    """An English text that remembers its template and values.

    values: numbers, texts and sentences. `str()` of it stays it, so that the text of an error (`str(error)`) keeps
    it too. What is cut out of it or put together with it by hand is a plain text.
    """

    template: str
    values: Mapping[str, Any]

    def __new__(cls, template: str, values: Mapping[str, Any]) -> Sentence:
        """The text of the template with its values filled in."""
        self = super().__new__(cls, template.format_map(values))
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
