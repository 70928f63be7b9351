"""Marked texts as a DocBin of spaCy, for training a span categorizer.

Called by way of the registry; needs the extra `spacy`. Each article is a document. All parts of all marks are
spans of the group `sc` (labels claim, cue, mention, passage), passages and claims again by topic in the group
`topics`; mentions that do not overlap are entities with their speaker as knowledge-base id. The whole records of
an article's marks are in `user_data["claims"]` as JSON. It is written only, never read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from annotator.formats import Format, Progress, Written, no_progress, register
from annotator.formats.extras import extra_library
from annotator.formats.names import Names
from annotator.formats.output import replacing, sha256_so_far
from annotator.records import (
    ArticleRecord,
    ClaimRecord,
    MarkRecord,
    MentionRecord,
    Part,
    PassageRecord,
    Record,
    kind_of,
)
from annotator.sentences import worded

EVERYTHING, TOPICS, USER_KEY = "sc", "topics", "claims"
"""The groups of spans, the first under the name that spaCy's span categorizer looks for; the key of `user_data`."""

LOSES = (
    "codebook", "annotator", "field", "topic", "speaker", "earlier", "blocks", "links", "details", "proposition",
    "mention", "claim", "passage", "boundaries", "review", "comment", "progress", "assignment",
)  # fmt: skip
"""Of marks, those on an earlier text; of boundaries, spans that had to be widened to whole tokens."""

_RECORDS_AT_ONCE = 1000
_NO_LANGUAGE = "xx"
_CARRIED = ("article", "mention", "claim", "passage")
_ENTITY_LABELS = {"person": "PERSON", "organisation": "ORG", "group": "GROUP", "unnamed": "UNNAMED"}


class _Documents:
    """The documents while they are made."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.loses: Counter[str] = Counter()
        self._spacy = extra_library("spacy", "spacy")
        self._names = Names()
        self._articles: list[ArticleRecord] = []
        self._marks: defaultdict[str, list[MarkRecord]] = defaultdict(list)
        self._languages: dict[str, Any] = {}

    def take_all(self, records: Iterable[Record], progress: Progress) -> None:
        """Collect articles and marks."""
        for done, record in enumerate(records, 1):
            self._names.take(record)
            kind = kind_of(record)
            match record:
                case ArticleRecord():
                    self._articles.append(record)
                    for key in ("earlier", "blocks", "links"):
                        self.loses[key] += len(getattr(record, key))
                    about = (record.byline, record.language, record.file, record.retrieved, record.meta)
                    self.loses["details"] += any(about)
                case ClaimRecord() | MentionRecord() | PassageRecord():
                    self._marks[record.article].append(record)
            self.counts[kind] += kind in _CARRIED
            self.loses[kind] += kind in LOSES and kind not in _CARRIED
            if not done % _RECORDS_AT_ONCE:
                progress(done)

    def bytes(self) -> bytes:
        """The DocBin of all articles, in their order."""
        bin_ = self._spacy.tokens.DocBin(attrs=["ORTH", "ENT_IOB", "ENT_TYPE", "ENT_KB_ID"], store_user_data=True)
        for article in self._articles:
            bin_.add(self._document(article))
        made: bytes = bin_.to_bytes()
        return made

    def _language(self, code: str | None) -> Any:
        """A tokenizer of that language; of none in particular where spaCy lacks it or what it needs."""
        name = (code or _NO_LANGUAGE).split("-")[0].lower()
        if name not in self._languages:
            try:
                made = self._spacy.blank(name)
            except (ImportError, OSError, ValueError):
                made = self._spacy.blank(_NO_LANGUAGE)
            made.max_length = 2**31
            self._languages[name] = made
        return self._languages[name]

    def _document(self, article: ArticleRecord) -> Any:
        document = self._language(article.language).make_doc(article.text)
        marks: list[MarkRecord] = []
        for mark in self._marks[article.id]:
            if mark.revision == article.revision:
                marks.append(mark)
            else:
                self.counts[kind_of(mark)] -= 1
                self.loses[kind_of(mark)] += 1
        document.spans[EVERYTHING] = [span for mark in marks for span in self._spans(document, mark)]
        document.spans[TOPICS] = [
            span
            for mark in marks
            for path in self._topics(mark)
            for part in mark.parts
            if (span := self._span(document, part, path, mark.id)) is not None
        ]
        self._set_entities(document, [mark for mark in marks if isinstance(mark, MentionRecord)])
        about = {key: getattr(article, key) for key in ("id", "title", "published", "source", "url", "sha256")}
        document.user_data[USER_KEY] = msgspec.json.encode({"article": about, "marks": marks}).decode()
        return document

    def _spans(self, document: Any, mark: MarkRecord) -> list[Any]:
        kind = kind_of(mark)
        spans = [self._span(document, part, kind, mark.id) for part in mark.parts]
        if isinstance(mark, ClaimRecord):
            spans += [self._span(document, part, "cue", mark.id) for part in mark.cue]
        for part, span in zip((*mark.parts, *getattr(mark, "cue", ())), spans, strict=True):
            self.loses["boundaries"] += span is None or (span.start_char, span.end_char) != (part.start, part.end)
        return [span for span in spans if span is not None]

    def _span(self, document: Any, part: Part, label: str, identity: str, speaker: str = "") -> Any:
        """The tokens that a part touches; None where there is no token."""
        return document.char_span(
            part.start, part.end, label=label, kb_id=speaker, span_id=identity, alignment_mode="expand"
        )

    def _topics(self, mark: MarkRecord) -> list[str]:
        match mark:
            case ClaimRecord():
                return [path for each in mark.topics if (path := self._names.topic_path(each.topic))]
            case PassageRecord():
                return [path] if (path := self._names.topic_path(mark.topic)) else []
        return []

    def _set_entities(self, document: Any, mentions: list[MentionRecord]) -> None:
        spans: list[Any] = []
        for mention in mentions:
            speaker = self._names.speaker(mention.speaker)
            label = _ENTITY_LABELS[speaker.kind] if speaker else "MENTION"
            found = [
                self._span(document, part, label, mention.id, speaker.id if speaker else "") for part in mention.parts
            ]
            spans.extend(span for span in found if span is not None)
        document.set_ents(self._spacy.util.filter_spans(spans), default="outside")


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write the DocBin in the place of `out`. Raises DiskFull, and FileError, also when spaCy is not installed."""
    documents = _Documents()
    documents.take_all(records, progress)
    with replacing(out) as file:
        file.write(documents.bytes())
        counts, loses = +documents.counts, +documents.loses
        return Written(str(out), "spacy", dict(counts), dict(loses), sha256_so_far(file))


register(Format("spacy", worded("Training data for spaCy (DocBin)"), (".spacy",), LOSES, write=write))
