"""From a foreign set to our records: the one translator of all formats.

Used by `reading.py`. It takes text after text, keeps what it made by kind, and gives it in the contract's
order, since what a mark needs must come before it. Ids are made of content and place, so that the same file
imported again gives the same records. What cannot become a mark becomes a comment on its article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import structs

from annotator.formats import FileReport, Known, ReadOptions, Refusal
from annotator.formats.foreign.description import ForeignLayer, ForeignSet, ForeignText
from annotator.formats.foreign.drafts import Drafts, drafts_of
from annotator.formats.foreign.identity import identity_of
from annotator.formats.foreign.labels import Meanings
from annotator.formats.foreign.marking import Marking
from annotator.formats.foreign.own import Names, own_of
from annotator.formats.foreign.placing import Patience, Placed, placed
from annotator.formats.foreign.register import Register
from annotator.formats.weight import MARK_BYTES, require_light_set, text_bytes
from annotator.records import ArticleRecord, CommentRecord, MarkRecord, Record, now
from annotator.sentences import worded
from annotator.text import normalise, sha256_of

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class Translator:
    """The records of one foreign set."""

    def __init__(self, described: ForeignSet, report: FileReport, options: ReadOptions, known: Known) -> None:
        self._report = report
        self._options = options
        self._known = known
        self._meanings = Meanings(options.labels)
        self._register = Register(described, options, known)
        self._articles: dict[str, ArticleRecord] = {}
        self._marks: list[MarkRecord] = []
        self._comments: dict[str, CommentRecord] = {}
        self._unmapped: Counter[str] = Counter()
        self._ignored: Counter[str] = Counter()
        self._made_at = now()
        self._patience = Patience()
        self._bytes = 0

    def take(self, text: ForeignText) -> None:
        """Translate one text and all that lies on it. Raises InvalidSet where the whole set is too much for memory."""
        self._weigh(text)
        article = self._article(text)
        if article is None:
            return
        on_layers, ruler = placed(text, article.text, self._patience)
        if not ruler.expected:
            self._report.ignored.append(f"{text.name}: offsets count {ruler.name}, not {text.unit}, by their quotes")
        for layer, spans in zip(text.layers, on_layers, strict=True):
            self._take_layer(article, text, layer, spans)

    def _weigh(self, text: ForeignText) -> None:
        """Count what is kept of a text until the whole set is read."""
        marks = sum(len(layer.spans) + len(layer.notes) for layer in text.layers)
        self._bytes += marks * MARK_BYTES + text_bytes(text.raw or "")
        require_light_set(self._bytes, self._report.path)

    def records(self) -> Iterator[Record]:
        """All that was taken, kind by kind. Fills the report's list of what was left aside."""
        for what, counts in (("no place for", self._unmapped), ("left out, as asked:", self._ignored)):
            for label, count in counts.items():
                self._report.ignored.append(f"{what} “{label}” ({count})")
        yield from self._register.records(self._marks)
        yield from self._articles.values()
        yield from self._register.propositions()
        for kind in Marking.KINDS:
            yield from (mark for mark in self._marks if type(mark) is kind)
        yield from self._comments.values()

    # Articles ---------------------------------------------------------------------------------------

    def _article(self, text: ForeignText) -> ArticleRecord | None:
        """The article of a text, brought along or already in the project."""
        if text.raw is None:
            for called in (text.identity, text.url, text.title, text.name):
                if called and (there := self._options.article_called(called)) is not None:
                    return there
            reason = worded(
                "Its text is neither in the set nor in the project; add the article first, or name its folder."
            )
            if left := sum(len(layer.spans) for layer in text.layers):
                reason = worded("{reason} Left out with it: {left}.", reason=reason, left=left)
            self._report.refused.append(Refusal(text.name, reason))
            return None
        clean = normalise(text.raw)
        sha256 = sha256_of(clean)
        text = _as_we_called_it(text, clean)
        identity = text.identity or identity_of("article", sha256)
        made = ArticleRecord(
            id=identity,
            title=text.title or text.name,
            byline=text.byline,
            published=text.published if text.published and _DATE.fullmatch(text.published) else None,
            source=text.source,
            url=text.url,
            language=text.language,
            text=clean,
            sha256=sha256,
            revision=1,
            earlier=(),
            blocks=(),
            links=(),
            file=text.file,
            retrieved=None,
            meta=text.meta,
        )
        return self._articles.setdefault(identity, made)

    # Layers -----------------------------------------------------------------------------------------

    def _take_layer(self, article: ArticleRecord, text: ForeignText, layer: ForeignLayer, spans: list[Placed]) -> None:
        if not (layer.spans or layer.links or layer.notes):
            return
        self._options.met.update(each.label for each in layer.spans)
        self._options.met.update(each.label for each in layer.links)
        self._options.met.update(role for each in layer.links for role, _ in each.arguments)
        whose = names_of(layer, article.text).annotator
        name, kind, own = (whose.name, whose.kind, whose.id) if whose else (layer.annotator, layer.kind, layer.identity)
        annotator = self._register.annotator(name, kind, own)
        # Two people's files may say the same of the same words: those are two marks, whoever the files name.
        layer = structs.replace(layer, annotator=self._options.annotator or name)
        drafts = drafts_of(layer, spans, self._meanings)
        marking = Marking(article, annotator, self._register, self._made_at)
        marks = marking.marks(layer, spans, drafts)
        self._marks.extend(marks)
        self._unmapped.update(drafts.unmapped)
        self._ignored.update(drafts.ignored)
        for where, key in drafts.dangling:
            self._report.refused.append(
                Refusal(where or text.name, worded("It refers to {key}, which is not there.", key=key))
            )
        self._note_places(article, marking.unsure)
        self._comment_on_unplaced(article, annotator, text, drafts)
        for note in (*layer.notes, *drafts.remarks):
            self._comment(article.id, annotator, note)

    def _note_places(self, article: ArticleRecord, unsure: Sequence[tuple[Any, Placed]]) -> None:
        """Marks that do not stand where the file says: counted, listed, and each with a comment."""
        for mark, each in unsure:
            name = "moved" if each.status == "moved" else "uncertain"
            setattr(self._report, name, getattr(self._report, name) + 1)
            here = ", ".join(f"{part.start}–{part.end}" for part in each.parts)
            said = f"{_offsets(each)}{_short(each)} ({each.span.label})"
            sentence = {
                "moved": f"The file places this at {said}; its words stand at {here}.",
                "uncertain": f"Look at the place: the file says {said}; the likeliest words stand at {here}.",
            }[name]
            self._comment(mark.id, mark.annotator, sentence)
            self._report.ignored.append(f"{name}: {each.span.where or article.title}: {said}, now at {here}")

    def _comment_on_unplaced(self, article: ArticleRecord, annotator: str, text: ForeignText, drafts: Drafts) -> None:
        """Spans of no length, and spans whose words are nowhere: a comment on the article each."""
        for each in drafts.unplaced:
            span = each.span
            attributes = "".join(f", {name}: {value}" for name, value in span.attributes.items())
            notes = "".join(f" — {note}" for note in span.notes)
            where = span.where or text.name
            if each.status == "orphan":
                self._report.orphans += 1
                said = f"{span.label} at {_offsets(each)}{_short(each)}"
                self._comment(article.id, annotator, f"Not found in the text: {said}{attributes}{notes}")
                self._report.ignored.append(f"orphan: {where}: {said}, kept as a comment on its article")
            else:
                at = "" if each.at is None else f" at {each.at}"
                self._comment(article.id, annotator, f"{span.label}{at}{attributes}{notes}")
                self._report.ignored.append(f"no length: {where}: {span.label}{at}, kept as a comment on its article")

    def _comment(self, target: str, annotator: str, words: str) -> None:
        identity = identity_of("comment", target, annotator, words)
        self._comments[identity] = CommentRecord(identity, target, None, annotator, words, self._made_at)


def names_of(layer: ForeignLayer, clean: str) -> Names:
    """What this program wrote about a layer beside its first mark; nothing where it did not. clean: the text."""
    for span in layer.spans:
        own = own_of(span.own, clean)
        if own is not None and own.names.annotator is not None:
            return own.names
    return Names()


def _as_we_called_it(text: ForeignText, clean: str) -> ForeignText:
    """A text that this program wrote, with the id and the description that it wrote beside the marks."""
    for layer in text.layers:
        names = names_of(layer, clean)
        if names.article is not None:
            about = structs.asdict(names.article)
            known = {name: value for name, value in about.items() if value and name != "id"}
            return structs.replace(text, identity=names.article.id, **known)
    return text


def _offsets(each: Placed) -> str:
    return ", ".join(f"{start}–{end}" for start, end in each.span.parts) or "no place"


def _short(each: Placed) -> str:
    """The beginning of the words that the file keeps, in quotation marks; nothing where it keeps none."""
    words = " ".join(" … ".join(each.span.quotes).split())
    short = words if len(words) <= 60 else words[:59] + "…"
    return f" “{short}”" if short else ""
