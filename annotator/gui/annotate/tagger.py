"""What the keys do in the text: claims, mentions, passages, cues and what is said of them become verbs.

Made by the Annotate screen, one method a command. Acts on the reader's cursor and the open article; ids
are made here, before the write, so that the next key may already speak of the new claim.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from annotator.gui import verbs
from annotator.gui.annotate.current_mark import CurrentMark
from annotator.gui.annotate.moved_ends import Span
from annotator.gui.commands import why_not, with_keys
from annotator.model import new_id
from annotator.queries.articles import reading_of
from annotator.records import Certainty, ClaimRecord, MarkRecord, MentionRecord, PassageRecord, Role, Stance
from annotator.text import word_at

ROLES: tuple[Role, ...] = ("says", "on_behalf_of", "reported_by", "addressed")
CERTAINTIES: tuple[Certainty | None, ...] = ("high", "medium", "low", None)


class Tagger(CurrentMark):
    """Commands on the text."""

    speaker_wanted = Signal(str, object)
    """(claim id, the span that becomes the mention or None): the list of speakers should open."""
    mention_wanted = Signal(object)
    """A span that becomes a mention without a claim: the list of speakers should open."""
    other_of_claim_wanted = Signal(str, str, int)
    """("speaker" or "topic", claim id, its place): another is to stand there."""
    other_speaker_wanted = Signal(object)
    """The record of a mention: whom its words name instead."""
    other_topic_wanted = Signal(object)
    """The record of a passage: what it is about instead."""
    resolved = Signal(str, str)
    """(words, speaker's id): whom they were found to stand for; no words for those of a claim."""
    topic_wanted = Signal(object)
    """The claim's id, or the span that becomes a passage: the list of topics should open."""
    claim_made = Signal()
    nothing_to_leave = Signal()
    """Esc was pressed in the text, and there was nothing to leave any more."""
    note_wanted = Signal(str)
    """A claim's id: the note on its card."""
    mark_note_wanted = Signal(object)
    """The record of a mention or passage: its note."""
    mark_fields_wanted = Signal(object)
    """The record of a mention or passage: its fields."""
    fields_wanted = Signal(str)
    proposition_wanted = Signal(str)

    # Making marks -------------------------------------------------------------------------------

    def claim(self) -> None:
        """A claim of the hand selection, else of the sentence; it becomes current."""
        span = self._reader.cursor_state.span_for_claim()
        if span is None:
            self.hint.emit(self.tr("There is no text here to make a claim of."))
            return
        self._fresh = made = new_id()
        twin, store, article = self._is_claimed(span), self._jobs.store, self.article_id

        def say(_made: str) -> None:
            if twin:
                self.hint.emit(
                    with_keys(self.tr("These words are a claim of yours already; {undo} takes the second back."))
                )

        self._jobs.write(lambda: verbs.tagging.tag_claim(store, article, [span], mark_id=made, origin=self), say)
        self._reader.use_selection()
        self.claim_made.emit()

    def _is_claimed(self, span: Span) -> bool:
        """Whether a claim of one's own has exactly these words; of an article's marks only those are looked at."""
        here = (self._open.marks.get(id_) for id_ in self._reader.page.marks.meeting(*span))
        own = (mark for mark in here if isinstance(mark, ClaimRecord) and self._open.is_mine(mark))
        return any([(part.start, part.end) for part in mark.parts] == [tuple(span)] for mark in own)

    def part(self) -> None:
        """The hand selection becomes another part of the current claim."""
        claim, span = self.current_claim(), self._reader.cursor_state.selection
        if claim is None or span is None:
            self.hint.emit(with_keys(self.tr("Select the words that belong to the current claim, then press {part}.")))
            return
        mark = self.current_mark()
        if mark is not None and any(part.start <= span[0] and span[1] <= part.end for part in mark.parts):
            self.hint.emit(self.tr("These words belong to the claim already."))
            return
        self._write(verbs.tagging.add_part, claim, span)
        sentence = self._reader.cursor_state.sentence
        if sentence is not None and span[1] > sentence.end:
            self._reader.use_selection()
        else:
            self._reader.clear_selection()

    def cue(self) -> None:
        """The hand selection becomes the cue of the current claim."""
        claim, span = self.current_claim(), self._reader.cursor_state.selection
        if claim is None or span is None:
            said = self.tr("Select the words that attribute the claim, such as “said”, then press {cue}.")
            self.hint.emit(with_keys(said))
            return
        self._write(verbs.tagging.set_cue, claim, [span])
        self._reader.clear_selection()

    def speaker(self) -> None:
        """S: who asserts the current claim, or a mention; see the contract for the four cases.

        In the words of the current mention, these get another speaker.
        """
        claim, span = self.current_claim(), self._reader.cursor_state.selection
        if claim is not None and self.current() is not None:
            if not self._is_colleagues():
                self.speaker_wanted.emit(claim, span)
            return
        mark, caret = self.current_mark(), self._reader.cursor_state.caret
        if span is None and isinstance(mark, MentionRecord) and any(p.start <= caret < p.end for p in mark.parts):
            self.other_speaker()
            return
        span = span or self._word()
        if span is None:
            self.hint.emit(with_keys(self.tr("Put the cursor on a word that names a speaker, then press {speaker}.")))
            return
        self.mention_wanted.emit(span)

    def topic(self) -> None:
        """T: a topic of the current claim, else a passage on the selection or sentence."""
        claim = self.current_claim() if self.current() is not None else None
        if claim and self._is_colleagues():
            return
        target: object = claim or self._reader.cursor_state.span_for_claim()
        if target is not None:
            self.topic_wanted.emit(target)
        else:
            self.hint.emit(self.tr("There is no text here to make a passage of."))

    def other_speaker(self) -> None:
        """Somebody else in the place of the claim's speaker last set, or of whom the current mention names."""
        mark = self.current_mark()
        if mark is None or self._is_colleagues():
            return
        if isinstance(mark, MentionRecord):
            self.other_speaker_wanted.emit(mark)
        elif not isinstance(mark, ClaimRecord):
            self.hint.emit(self.tr("A passage has a topic and no speaker."))
        elif mark.speakers:
            self.other_of_claim_wanted.emit("speaker", mark.id, len(mark.speakers) - 1)
        else:
            self.hint.emit(why_not("speaker"))

    def other_topic(self) -> None:
        """Another topic in the place of the claim's topic last set, or of that of the current passage."""
        mark = self.current_mark()
        if mark is None or self._is_colleagues():
            return
        if isinstance(mark, PassageRecord):
            self.other_topic_wanted.emit(mark)
        elif not isinstance(mark, ClaimRecord):
            self.hint.emit(self.tr("A mention has a speaker and no topic."))
        elif mark.topics:
            self.other_of_claim_wanted.emit("topic", mark.id, len(mark.topics) - 1)
        else:
            self.hint.emit(why_not("topic"))

    def _is_colleagues(self) -> bool:
        """Whether a colleague made the current mark, which is said then."""
        mark = self.current_mark()
        if mark is None or self._open.is_mine(mark):
            return False
        self.hint.emit(self.tr("A colleague made this mark; only they change it. Esc leaves it."))
        return True

    def _word(self) -> Span | None:
        record = self._open.record
        return word_at(record.text, self._reader.cursor_state.caret) if record is not None else None

    # Changing the current mark ------------------------------------------------------------------

    def role(self) -> None:
        """The role of the speaker last set, in turn."""
        claim, store = self.current_claim(), self._jobs.store

        def turn(mark: MarkRecord) -> str | None:
            if not isinstance(mark, ClaimRecord) or not mark.speakers:
                return why_not("speaker")
            role = ROLES[(ROLES.index(mark.speakers[-1].role) + 1) % len(ROLES)]
            verbs.tagging.set_role(store, mark.id, -1, role, origin=self)
            return None

        if claim is not None:
            self._write_on(claim, turn)

    def stance(self, stance: Stance | None) -> None:
        """The stance on the topic last set."""
        claim, store = self.current_claim(), self._jobs.store

        def take_side(mark: MarkRecord) -> str | None:
            if not isinstance(mark, ClaimRecord) or not mark.topics:
                return why_not("topic")
            verbs.tagging.set_stance(store, mark.id, -1, stance, origin=self)
            return None

        if claim is not None:
            self._write_on(claim, take_side)

    def quotation(self, quotation: str) -> None:
        """How the claim is quoted."""
        self._edit(self.tr("Set quotation"), quotation=quotation)

    def certainty(self) -> None:
        """How sure the annotator is, in turn."""
        claim, store = self.current_claim(), self._jobs.store

        def turn(mark: MarkRecord) -> None:
            now = mark.certainty if isinstance(mark, ClaimRecord) else None
            following = CERTAINTIES[(CERTAINTIES.index(now) + 1) % len(CERTAINTIES)]
            label = self.tr("Set certainty")
            verbs.tagging.edit_marks(store, [mark.id], label=label, origin=self, certainty=following)

        if claim is not None:
            self._write_on(claim, turn)

    def _edit(self, label: str, **values: object) -> None:
        claim = self.current_claim()
        if claim is not None and self.current() is not None:
            self._write(verbs.tagging.edit_marks, [claim], label=label, **values)

    def note(self) -> None:
        """Write a note on the current mark."""
        mark = self.current_mark()
        if self._is_colleagues():
            return
        if mark is None or isinstance(mark, ClaimRecord):
            self.note_wanted.emit(self.current() or "")
        else:
            self.mark_note_wanted.emit(mark)

    def proposition(self) -> None:
        """L: what the current claim asserts in common with others."""
        claim = self.current_claim()
        if claim is not None and self.current() is not None and not self._is_colleagues():
            self.proposition_wanted.emit(claim)

    def resolve(self) -> None:
        """A: the words selected, or the current mark, stand for whom this article has named before."""
        mark, span = self.current(), self._reader.cursor_state.selection
        claim = self.current_claim() if mark is not None else None
        span = span or (self._word() if mark is None else None)
        store = self._jobs.store
        if span is not None:
            article, words = self.article_id, self._reader.text()[slice(*span)]
            self._jobs.write(
                lambda: verbs.resolving.resolve_words(store, article, span, claim=claim, origin=self),
                partial(self.resolved.emit, words),
            )
            self._reader.clear_selection()
        elif mark is not None:
            record = self.current_mark()
            words = record.parts[0].quote if isinstance(record, MentionRecord) else ""
            self._jobs.write(
                lambda: verbs.resolving.resolve_mark(store, mark, origin=self), partial(self.resolved.emit, words)
            )

    def edit(self) -> None:
        """Go to the fields of the current mark: on the claim's card, below the text for others."""
        mark = self.current_mark()
        if mark is None or isinstance(mark, ClaimRecord):
            self.fields_wanted.emit(self.current() or "")
        elif not self._is_colleagues():
            self.mark_fields_wanted.emit(mark)

    def nothing(self) -> None:
        """Nothing to tag in this paragraph; once more takes it back."""
        sentence, record = self._reader.cursor_state.sentence, self._open.record
        if sentence is None or record is None:
            return
        block = next((number for number, b in enumerate(record.blocks) if b.start <= sentence.start <= b.end), None)
        if block is None:
            block = record.text.count("\n", 0, sentence.start)
        store, article, number = self._jobs.store, record.id, block

        def turn() -> bool:
            with store.read() as session:
                empty = number not in reading_of(session, article, store.annotator).empty_blocks
            verbs.articles.set_empty_block(store, article, number, empty, origin=self)
            return empty

        self._jobs.write(turn, self._say_empty)

    def _say_empty(self, empty: bool) -> None:
        if empty:
            self.hint.emit(self.tr("Nothing to tag in this paragraph. The same key takes it back."))
        else:
            self.hint.emit(self.tr("This paragraph is open again."))

    # Leaving ------------------------------------------------------------------------------------

    def done(self) -> None:
        """Enter: done with this claim, on to the next sentence."""
        self.forget_fresh()
        self._reader.finish_claim()

    def leave(self) -> None:
        """Esc: the hand selection, then the current mark."""
        fresh = self._fresh is not None and self._reader.cursor_state.selection is None
        if fresh:
            self.forget_fresh()
        if not self._reader.escape() and not fresh:
            self.nothing_to_leave.emit()
