"""What ids stand for while one article is shown: a frozen look-up that the shell makes and the widgets read.

Made by the window when speakers, topics, annotators or mentions change, and handed to the panel and the
reader. It asks nothing and stores nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.gui.reader.names import Names
from annotator.queries.reviews import MarkReview
from annotator.records import AnnotatorRecord, FieldRecord, FieldTarget, MentionRecord, SpeakerRecord, TopicRecord

DEFAULT_COLOUR = "#7f8794"
"""Of topics for which nobody chose a colour."""
_FARTHEST = 32
"""How many merges or levels are followed: a circle in a damaged project must not hang the window."""


@dataclass(frozen=True, slots=True)
class Display:
    """Records by id. `me` is the id of who works here, None before the first mark."""

    speakers: Mapping[str, SpeakerRecord] = field(default_factory=dict)
    topics: Mapping[str, TopicRecord] = field(default_factory=dict)
    annotators: Mapping[str, AnnotatorRecord] = field(default_factory=dict)
    mentions: Mapping[str, MentionRecord] = field(default_factory=dict)
    me: str | None = None
    fields: tuple[FieldRecord, ...] = ()
    propositions: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, MarkReview] = field(default_factory=dict)
    """Verdicts and comments, by the id of the mark."""

    def speaker(self, id_: str | None) -> SpeakerRecord | None:
        """The speaker, or the one that it was merged into; None where nobody has that id."""
        found = self.speakers.get(id_) if id_ else None
        for _ in range(_FARTHEST):
            if found is None or found.merged_into is None or found.merged_into not in self.speakers:
                break
            found = self.speakers[found.merged_into]
        return found

    def speaker_name(self, id_: str | None) -> str:
        """The name that a speaker goes by now, empty where nobody has that id."""
        found = self.speaker(id_)
        return found.name if found else ""

    def topic(self, id_: str | None) -> TopicRecord | None:
        """The topic, or the one that it was merged into; None where none has that id."""
        found = self.topics.get(id_) if id_ else None
        for _ in range(_FARTHEST):
            if found is None or found.merged_into is None or found.merged_into not in self.topics:
                break
            found = self.topics[found.merged_into]
        return found

    def topic_name(self, id_: str | None) -> str:
        """The name that a topic goes by now, empty where none has that id."""
        found = self.topic(id_)
        return found.name if found else ""

    def topic_path(self, id_: str | None) -> tuple[str, ...]:
        """The names from the root of the tree down to the topic."""
        names: list[str] = []
        found = self.topic(id_)
        while found is not None and len(names) < _FARTHEST:
            names.append(found.name)
            found = self.topic(found.parent)
        return tuple(reversed(names))

    def topic_colour(self, id_: str | None) -> str:
        """The topic's own colour, else the nearest one above it, else a plain grey: "#rrggbb"."""
        found = self.topic(id_)
        for _ in range(_FARTHEST):
            if found is None or found.colour:
                break
            found = self.topic(found.parent)
        return (found.colour if found else None) or DEFAULT_COLOUR

    def mention_words(self, id_: str | None) -> str:
        """The words of a mention as they stand in the text, empty where none has that id."""
        found = self.mentions.get(id_) if id_ else None
        return " … ".join(part.quote for part in found.parts) if found else ""

    def is_mine(self, annotator: str) -> bool:
        """Whether a mark of this annotator may be changed here. Before the first mark nobody's is mine."""
        return self.me is not None and annotator == self.me

    def fields_of(self, kind: FieldTarget) -> tuple[FieldRecord, ...]:
        """The codebook's own fields that are asked of this kind of mark."""
        return tuple(each for each in self.fields if kind in each.applies_to)

    def names(self) -> Names:
        """The same in the shape that the reader asks for; merged ones under their old ids too."""
        return Names(
            speakers={id_: self.speaker_name(id_) for id_ in self.speakers},
            topics={id_: (self.topic_name(id_), self.topic_colour(id_)) for id_ in self.topics},
            colleagues={id_: each.name for id_, each in self.annotators.items() if id_ != self.me},
        )
