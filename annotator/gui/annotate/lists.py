"""The lists that S and T open, and what is taken from them.

Made by the Annotate screen. Opens one list at a time below the words it is about; what is taken becomes
a verb. The text below stays readable, and gets the focus back.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from PySide6.QtCore import QObject, QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from annotator.gui import verbs
from annotator.gui.annotate.choices import (
    AROUND_NAMES,
    called_first,
    is_somebody_new,
    offered_name,
    speaker_choices,
    speakers_called,
    topic_choices,
)
from annotator.gui.annotate.lookup import Lookup
from annotator.gui.annotate.typed_on import TypedOn
from annotator.gui.commands import with_keys
from annotator.gui.jobs import Jobs
from annotator.gui.language import counted, filled
from annotator.gui.panel.display import Display
from annotator.gui.picker_model import Offer, PickerItem
from annotator.gui.roles import refusal
from annotator.gui.theme import Theme
from annotator.model import new_id
from annotator.records import ArticleRecord, ClaimRecord, MarkRecord, MentionRecord, PassageRecord
from annotator.store import Store

if TYPE_CHECKING:
    from annotator.gui.annotate.tagger import Tagger
    from annotator.gui.picker import Picker

Span = tuple[int, int]
Tag = Callable[[Store], Any]
Take = Callable[..., None]
"""Takes the id of a speaker or topic, and as `make` how it is made where it is new."""


class Make(NamedTuple):
    """How what was typed is made. step: makes it and tags with it, at once. said: a sentence for afterwards."""

    step: Callable[[Store, Tag], Any]
    said: str = ""


class ShownArticle(Protocol):
    """The article that the lists are about. me: whose marks may be changed."""

    record: ArticleRecord | None
    marks: dict[str, MarkRecord]
    me: str | None


class Lists(QObject):
    """Asks for a speaker or a topic, and does what was asked for with the one taken."""

    def __init__(self, screen: Any, jobs: Jobs, lookup: Lookup, opened: ShownArticle, theme: Theme) -> None:
        super().__init__(screen)
        self._screen = screen
        self._jobs = jobs
        self._lookup = lookup
        self._open = opened
        self._theme = theme
        self.picker: Picker | None = None
        self.typed_on = TypedOn(screen.reader)

    def answer(self, tagger: Tagger) -> None:
        """Open the lists that the keys of the text ask for."""
        tagger.mention_wanted.connect(self.ask_mention)
        tagger.other_of_claim_wanted.connect(self.ask_other_of_claim)
        tagger.other_speaker_wanted.connect(self.ask_whom)
        tagger.other_topic_wanted.connect(self.ask_what_about)
        tagger.speaker_wanted.connect(self.ask_speaker)
        tagger.topic_wanted.connect(self.ask_topic)
        tagger.resolved.connect(self._say_whom)

    def set_theme(self, theme: Theme) -> None:
        """Lists opened from now on look like this."""
        self._theme = theme

    def _say_whom(self, words: str, speaker: str) -> None:
        """Whom words such as “she” were found to stand for; it may be somebody else than was meant."""
        name = self._display().speaker_name(speaker)
        said = self.tr("“{words}” is {name} here; {undo} takes it back.")
        if not words:
            said = self.tr("{name} says it; {undo} takes it back.")
        self._screen.hint.emit(filled(with_keys(said), words=words, name=name))

    # What keys and cards ask for ----------------------------------------------------------------

    def ask_speaker(self, claim: str, span: Span | None, anchor: QRect | None = None) -> None:
        """Who asserts the claim; the span becomes the mention. anchor: what the list opens beside."""
        beside = anchor if anchor is not None and anchor.isValid() else self._rectangle(claim, span)
        self._choose_speaker(beside, partial(self.add_speaker, claim, span), span)

    def ask_mention(self, span: Span) -> None:
        """Whom these words name, without a claim."""
        self._choose_speaker(self._rectangle(None, span), partial(self.tag_mention, span), span)

    def ask_topic(self, target: str | Span, anchor: QRect | None = None) -> None:
        """What a claim is about, or the topic of a passage on the span."""
        if isinstance(target, str):
            beside = anchor if anchor is not None and anchor.isValid() else self._rectangle(target, None)
            self._choose_topic(beside, partial(self.add_topic, target))
        else:
            self._choose_topic(self._rectangle(None, target), partial(self.tag_passage, target))

    # Tagging with what was taken, here or in the panel ------------------------------------------

    def add_speaker(self, claim: str, span: Span | None, speaker: str, make: Make | None = None) -> None:
        """The speaker asserts the claim; the span becomes the mention."""
        spans = [span] if span is not None else []
        self._lookup.used_speaker(speaker)
        self._screen.reader.clear_selection()
        self._write(lambda store: verbs.tagging.add_speaker(store, claim, speaker, mention=spans, origin=self), make)

    def tag_mention(self, span: Span, speaker: str, make: Make | None = None) -> None:
        """The words name the speaker, without a claim."""
        article = self._article_id()
        self._lookup.used_speaker(speaker)
        self._screen.reader.use_selection()
        self._write(lambda store: verbs.tagging.tag_mention(store, article, [span], speaker=speaker, origin=self), make)

    def add_topic(self, claim: str, topic: str, make: Make | None = None) -> None:
        """The claim is about the topic."""
        self._lookup.used_topic(topic)
        self._write(lambda store: verbs.tagging.add_topic(store, claim, topic, origin=self), make)

    def tag_passage(self, span: Span, topic: str, make: Make | None = None) -> None:
        """A passage about the topic on the span."""
        article = self._article_id()
        self._lookup.used_topic(topic)
        self._screen.reader.use_selection()
        self._write(lambda store: verbs.tagging.tag_passage(store, article, [span], topic, origin=self), make)

    def _write(self, tag: Tag, make: Make | None, done: Callable[[Any], None] | None = None) -> None:
        """Tag in the background. make: what is tagged with is new, and made in the same step."""
        store = self._jobs.store

        def over(result: Any) -> None:
            if done is not None:
                done(result)
            if make is not None and make.said:
                self._screen.hint.emit(make.said)

        self._jobs.write(lambda: tag(store) if make is None else make.step(store, tag), over)

    # Changing what a tag says ---------------------------------------------------------------------

    def ask_other_of_claim(
        self, what: Literal["speaker", "topic"], claim: str, place: int, anchor: QRect | None = None
    ) -> None:
        """Another speaker or topic in the place of one that a claim has; role and stance stay."""

        def take(id_: str, make: Make | None = None) -> None:
            retagging = verbs.retagging
            verb = retagging.replace_speaker if what == "speaker" else retagging.replace_topic
            self._write(lambda store: verb(store, claim, place, id_, origin=self), make)

        mark = self._open.marks.get(claim)
        if not isinstance(mark, ClaimRecord):
            return
        beside = anchor if anchor is not None and anchor.isValid() else self._rectangle(claim, None)
        if what == "speaker":
            self._choose_speaker(beside, take, None, but=mark.speakers[place].speaker)
        else:
            self._choose_topic(beside, take, but=mark.topics[place].topic)

    def ask_whom(self, mention: MentionRecord) -> None:
        """Whom the words of a mention name instead; claims that have their speaker by them follow."""
        span = mention.parts[0].start, mention.parts[0].end

        def say(followed: int) -> None:
            one, several = self.tr("1 claim follows these words."), self.tr("{count} claims follow these words.")
            if followed:
                self._screen.hint.emit(counted(followed, one, several))

        def take(speaker: str, make: Make | None = None) -> None:
            self._lookup.used_speaker(speaker)
            self._write(lambda store: verbs.retagging.name_mention(store, mention.id, speaker, origin=self), make, say)

        asked = self.tr("Whom do these words name?")
        self._choose_speaker(self._rectangle(None, span), take, span, asked, but=mention.speaker)

    def ask_what_about(self, passage: PassageRecord) -> None:
        """Which topic a passage has instead."""
        span = passage.parts[0].start, passage.parts[0].end

        def take(topic: str, make: Make | None = None) -> None:
            self._lookup.used_topic(topic)
            self._write(
                lambda store: verbs.retagging.replace_passage_topic(store, passage.id, topic, origin=self), make
            )

        self._choose_topic(self._rectangle(None, span), take, but=passage.topic)

    # Merging ------------------------------------------------------------------------------------

    def ask_other_speaker(self, but: str, anchor: QRect, take: Callable[[str], None]) -> None:
        """Another speaker than this one, to merge it into."""
        items = [each for each in self._speaker_items() if each.id != but]
        self._show(anchor, items, take, None, self.tr("Merge into…"), "")

    def ask_other_topic(self, but: str, anchor: QRect, take: Callable[[str], None]) -> None:
        """Another topic than this one, to merge it into."""
        items = [each for each in self._topic_items() if each.id != but]
        self._show(anchor, items, take, None, self.tr("Merge into…"), "")

    # Choosing and making ------------------------------------------------------------------------

    def _choose_speaker(
        self,
        anchor: QRect,
        take: Take,
        span: Span | None,
        asked: str = "",
        but: str | None = None,
    ) -> None:
        """Whom the words name comes first, then the words themselves as a new name if the hand selected them.

        but: who is to be replaced, and not offered.
        """

        def make(name: str) -> None:
            made = new_id()
            said = self.tr("“{name}” is a new speaker, a person. The menu of the chip changes the kind.")
            step = partial(_with_new_speaker, name, made, self)
            take(made, Make(step, filled(said, name=name)))

        words = self._words(span)
        mentioned = None if but else self._mentioned(words)
        named = [mentioned] if mentioned else speakers_called(words, self._lookup.names)
        offered = [each for each in self._speaker_items() if each.id != but]
        items = called_first(offered, named, self.tr("Named so"))
        by_hand = span is not None and span == self._screen.reader.cursor_state.selection
        name = offered_name(words, self._lookup.names) if by_hand and not mentioned else None
        offer = None
        if name is not None:
            offer = Offer(name, len(named), likeliest=not named and is_somebody_new(name, self._lookup.names))
        asked = asked or self.tr("Who says it?")
        self._show(anchor, items, take, make, asked, self.tr("New speaker “{name}”"), offer)

    def _choose_topic(self, anchor: QRect, take: Take, but: str | None = None) -> None:
        def make(name: str) -> None:
            made = new_id()
            take(made, Make(lambda store, tag: verbs.together.with_new_topic(store, name, made, tag, origin=self)))

        new = None if refusal(self._jobs.store, "manage") else make
        items = [each for each in self._topic_items() if each.id != but]
        self._show(anchor, items, take, new, self.tr("What is it about?"), self.tr("New topic “{name}”"))
        if self.picker is not None:
            self.picker.taken_by_key.connect(lambda key: self.typed_on.begin(key, [each.name for each in items]))

    def _show(
        self,
        anchor: QRect,
        items: list[PickerItem],
        take: Callable[[str], None],
        make: Callable[[str], None] | None,
        prompt: str,
        new_label: str,
        offer: Offer | None = None,
    ) -> None:
        from annotator.gui.picker import Picker

        window: QWidget = self._screen.window()
        picker = Picker.ask(
            window,
            anchor,
            items,
            theme=self._theme,
            prompt=prompt,
            new_label=new_label,
            allow_new=make is not None,
            offer=offer,
            when_empty=self.tr("None yet. Type a name; Enter makes it.") if make is not None else "",
        )
        picker.taken.connect(take)
        if make is not None:
            picker.new_requested.connect(make)
        picker.closed.connect(self._closed)
        self.picker = picker

    def _closed(self) -> None:
        self.picker = None
        self._screen.reader.setFocus()

    # What is offered ----------------------------------------------------------------------------

    def _display(self) -> Display:
        return self._lookup.display({}, self._open.me)

    def _speaker_items(self) -> list[PickerItem]:
        lookup = self._lookup
        return speaker_choices(self._open.marks.values(), lookup.recent_speakers, self._display(), lookup.everybody)

    def _topic_items(self) -> list[PickerItem]:
        return topic_choices(self._open.marks.values(), self._lookup.recent_topics, self._display())

    def _article_id(self) -> str:
        assert self._open.record is not None
        return self._open.record.id

    def _words(self, span: Span | None) -> str:
        record = self._open.record
        return record.text[span[0] : span[1]].strip(AROUND_NAMES) if span is not None and record is not None else ""

    def _mentioned(self, words: str) -> str | None:
        """Whom the same words named before in this article."""
        folded = words.casefold()
        for mark in self._open.marks.values() if words else ():
            if (
                isinstance(mark, MentionRecord)
                and mark.speaker
                and mark.parts[0].quote.strip(AROUND_NAMES).casefold() == folded
            ):
                winner = self._display().speaker(mark.speaker)
                return winner.id if winner is not None else None
        return None

    def _rectangle(self, claim: str | None, span: Span | None) -> QRect:
        """Where the words stand on the screen; the list opens below them."""
        if span is None and claim is not None:
            mark = self._open.marks.get(claim)
            if isinstance(mark, ClaimRecord):
                span = (mark.parts[-1].start, mark.parts[-1].end)
            else:
                span = self._screen.reader.cursor_state.sentence
        if span is not None:
            # The line that the words end on: the list must not cover any of them.
            rectangle: QRect = self._screen.reader.screen_rectangle(span[1] - 1, span[1])
            if rectangle.isValid():
                return rectangle
        reader: QWidget = self._screen.reader
        return QRect(reader.mapToGlobal(QPoint(reader.width() // 3, reader.height() // 3)), QSize(1, 1))


def _with_new_speaker(name: str, made: str, origin: object, store: Store, tag: Tag) -> Any:
    return verbs.together.with_new_speaker(store, name, made, tag, origin=origin)
