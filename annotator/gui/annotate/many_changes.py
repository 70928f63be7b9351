"""Several claims changed at once: a menu of changes, what it would do to how many, then one step.

Made by the Annotate screen for the claims selected in the panel.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QMenu, QWidget

from annotator.gui import verbs
from annotator.gui.annotate.change_words import change_words
from annotator.gui.annotate.choices import speaker_choices, topic_choices
from annotator.gui.annotate.lookup import Lookup
from annotator.gui.annotate.open_article import OpenArticle
from annotator.gui.annotate.propositions import Propositions
from annotator.gui.annotate.same_tags import SameTags, shortened
from annotator.gui.dress import current_theme
from annotator.gui.jobs import Jobs
from annotator.gui.language import counted, filled
from annotator.gui.panel.card_fields import answer_words
from annotator.gui.panel.card_plan import quote_of
from annotator.gui.panel.panel import Panel
from annotator.gui.panel.words import CERTAINTIES, QUOTATIONS, STANCES, certainty_word, quotation_word, stance_word
from annotator.gui.picker_model import PickerItem
from annotator.gui.roles import refusal
from annotator.model import new_id
from annotator.records import ClaimRecord, FieldRecord, Stance
from annotator.store import Store

if TYPE_CHECKING:
    from annotator.actions.many import Change, Preview, What
    from annotator.gui.picker import Picker


Alter = Callable[[Store], int]
Step = Callable[[Store, Alter], int]
"""Makes something new and changes with it, as one step."""
Making = Callable[..., Any]
"""A verb of `together` that lacks store, name, id and the change: it makes what is new and changes in one step."""


class ManyChanges(QObject):
    """Asks what to change, shows the preview, and writes it."""

    def __init__(
        self,
        screen: Any,
        jobs: Jobs,
        lookup: Lookup,
        opened: OpenArticle,
        panel: Panel,
        propositions: Propositions,
        same_tags: SameTags,
    ) -> None:
        super().__init__(screen)
        self._same_tags = same_tags
        self._screen, self._jobs, self._lookup, self._opened = screen, jobs, lookup, opened
        self._panel, self._propositions = panel, propositions
        self.picker: Picker | None = None
        panel.selection.change_wanted.connect(self.open_menu)

    def _claims(self) -> list[ClaimRecord]:
        marks = (self._opened.marks.get(id_) for id_ in self._panel.cards.selected)
        return [mark for mark in marks if isinstance(mark, ClaimRecord)]

    def open_menu(self) -> None:
        """The menu of changes, at the button that asks for it."""
        menu = self.menu()
        button = self._panel.selection.change
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def menu(self) -> QMenu:
        """The changes that the claims selected can have."""
        claims, menu = self._claims(), QMenu(self._panel)
        display = self._lookup.display({}, self._opened.me)
        topics = {what.id: what.name for c in claims for each in c.topics if (what := display.topic(each.topic))}
        speakers = {who.id: who.name for c in claims for each in c.speakers if (who := display.speaker(each.speaker))}
        self._add(menu, self.tr("Add a topic…"), self._pick_topic)
        self._submenu(menu, self.tr("Remove a topic"), topics, lambda id_: _change("remove_topic", topic=id_))
        self._pick_menu(menu, self.tr("Replace a topic"), topics, self._pick_other_topic)
        stances = menu.addMenu(self.tr("Stance on"))
        for id_, name in topics.items():
            words = {stance: stance_word(stance) for stance in (*STANCES, None)}
            self._submenu(stances, name, words, partial(_stance_on, id_))
        stances.setEnabled(bool(topics))
        menu.addSeparator()
        self._add(menu, self.tr("Add a speaker…"), self._pick_speaker)
        self._submenu(menu, self.tr("Remove a speaker"), speakers, lambda id_: _change("remove_speaker", speaker=id_))
        self._pick_menu(menu, self.tr("Replace a speaker"), speakers, self._pick_other_speaker)
        menu.addSeparator()
        kinds = {kind: quotation_word(kind) for kind in QUOTATIONS} | {None: self.tr("none")}
        self._submenu(menu, self.tr("Quotation"), kinds, lambda value: _change("quotation", value=value))
        sure = {value: certainty_word(value) for value in CERTAINTIES} | {None: self.tr("none")}
        self._submenu(menu, self.tr("Certainty"), sure, lambda value: _change("certainty", value=value))
        for field in display.fields_of("claim"):
            if field.kind in ("choice", "choices", "yes_no"):
                self._field_menu(menu, field)
        self._add(menu, self.tr("Link to a proposition…"), self._pick_proposition)
        if (pattern := self._same_tags.copied) is not None:
            like = filled(self.tr("Same tags as “{words}”"), words=shortened(quote_of(pattern)))
            self._add(menu, like.replace("&", "&&"), lambda: self.ask(_change("like", pattern=pattern)))
        menu.addSeparator()
        self._add(menu, self.tr("Make one claim of them…"), self.join)
        self._add(menu, self.tr("Delete…"), self.ask_delete)
        return menu

    def _add(self, menu: QMenu, words: str, act: Callable[[], object]) -> None:
        menu.addAction(words).triggered.connect(lambda _checked=False: act())

    def _submenu(self, menu: QMenu, words: str, choices: dict[Any, str], change: Callable[[Any], Change]) -> None:
        below = menu.addMenu(words.replace("&", "&&"))
        for value, name in choices.items():
            self._add(below, name.replace("&", "&&"), partial(self.ask, change(value)))
        below.setEnabled(bool(choices))

    def _pick_menu(self, menu: QMenu, words: str, choices: dict[str, str], pick: Callable[[str], object]) -> None:
        """What is to be replaced; the other one is chosen from a list then."""
        below = menu.addMenu(words)
        for id_, name in choices.items():
            self._add(below, filled(self.tr("{name}…"), name=name).replace("&", "&&"), partial(pick, id_))
        below.setEnabled(bool(choices))

    def _field_menu(self, menu: QMenu, field: FieldRecord) -> None:
        values: Sequence[Any] = (True, False) if field.kind == "yes_no" else field.choices
        choices = {value: answer_words(value) for value in values} | {None: self.tr("no answer")}

        def change(value: Any) -> Change:
            several = field.kind == "choices" and value is not None
            return _change("field", field=field.key, value=[value] if several else value)

        self._submenu(menu, field.title, choices, change)

    # Choosing from lists -----------------------------------------------------------------------------

    def _pick(
        self,
        items: list[PickerItem],
        prompt: str,
        change: Callable[[str], Change],
        new_label: str,
        make: Making | None,
        *,
        sentences: bool = False,
    ) -> None:
        """make: how a new one is made with the change, once that is agreed to; None where that may not be."""
        from annotator.gui.picker import Picker, PropositionPicker

        button = self._panel.selection.change
        anchor = QRect(button.mapToGlobal(QPoint(0, 0)), button.size())
        window: QWidget = self._screen.window()
        kind = PropositionPicker if sentences else Picker
        none = self.tr("None yet. Type a name; Enter makes it.") if make is not None else ""
        self.picker = kind.ask(
            window,
            anchor,
            items,
            theme=current_theme(),
            prompt=prompt,
            new_label=new_label,
            allow_new=make is not None,
            when_empty=none,
        )
        self.picker.taken.connect(lambda id_: self.ask(change(id_)))

        def ask_new(name: str) -> None:
            assert make is not None
            id_ = new_id()
            self.ask(change(id_), lambda store, alter: make(store, name, id_, alter, origin=self), made=name)

        self.picker.new_requested.connect(ask_new)

    def _topics(self) -> list[PickerItem]:
        display = self._lookup.display({}, self._opened.me)
        return topic_choices(self._opened.marks.values(), self._lookup.recent_topics, display)

    def _speakers(self) -> list[PickerItem]:
        lookup, display = self._lookup, self._lookup.display({}, self._opened.me)
        return speaker_choices(self._opened.marks.values(), lookup.recent_speakers, display, lookup.everybody)

    def _pick_a_topic(self, items: list[PickerItem], change: Callable[[str], Change]) -> None:
        make = None if refusal(self._jobs.store, "manage") else verbs.together.with_new_topic
        self._pick(items, self.tr("What are they about?"), change, self.tr("New topic “{name}”"), make)

    def _pick_a_speaker(self, items: list[PickerItem], change: Callable[[str], Change]) -> None:
        make, new = verbs.together.with_new_speaker, self.tr("New speaker “{name}”")
        self._pick(items, self.tr("Who says them?"), change, new, make)

    def _pick_topic(self) -> None:
        self._pick_a_topic(self._topics(), lambda id_: _change("add_topic", topic=id_))

    def _pick_other_topic(self, before: str) -> None:
        others, change = [each for each in self._topics() if each.id != before], partial(_change, "replace_topic")
        self._pick_a_topic(others, lambda id_: change(topic=before, value=id_))

    def _pick_speaker(self) -> None:
        self._pick_a_speaker(self._speakers(), lambda id_: _change("add_speaker", speaker=id_))

    def _pick_other_speaker(self, before: str) -> None:
        others, change = [each for each in self._speakers() if each.id != before], partial(_change, "replace_speaker")
        self._pick_a_speaker(others, lambda id_: change(speaker=before, value=id_))

    def _pick_proposition(self) -> None:
        words = " ".join(part.quote for claim in self._claims()[:1] for part in claim.parts)
        items = self._propositions.items(words)
        change, make = partial(_change, "proposition"), verbs.together.with_new_proposition
        asked, new = self.tr("What do they assert?"), self.tr("New proposition “{name}”")
        self._pick(items, asked, lambda id_: change(value=id_), new, make, sentences=True)

    def join(self) -> None:
        """All parts and tags on the first claim, after a question."""
        from annotator.gui.dialogs.confirm import Confirm

        mine = [claim.id for claim in self._claims() if self._opened.is_mine(claim)]
        if len(mine) < 2:
            self._screen.hint.emit(self.tr("Select two claims of your own at least to make one of them."))
            return
        title = filled(self.tr("Make one claim of {count}?"), count=len(mine))
        text = self.tr("The first one gets the parts and tags of all; the others go. Undo brings them back.")
        if Confirm.ask(self._screen.window(), title, text, self.tr("Make one")):
            store = self._jobs.store
            self._jobs.write(lambda: verbs.joining.join_claims(store, mine, origin=self), self._screen.choose)

    def split(self, claim: str) -> None:
        """Each part of the claim becomes a claim of its own."""
        store = self._jobs.store

        def say(made: list[str]) -> None:
            self._screen.hint.emit(
                filled(self.tr("{count} claims were made of one. Undo takes it back."), count=len(made))
            )

        self._jobs.write(lambda: verbs.joining.split_claim(store, claim, origin=self), say)

    def ask_delete(self) -> None:
        """Delete all that are selected, after a question."""
        self.ask(_change("delete"))

    # Doing it ----------------------------------------------------------------------------------------

    def ask(self, change: Change, step: Step | None = None, *, made: str = "") -> None:
        """Say what the change would do to how many, and do it when that is agreed to.

        step: makes something new and changes with it. made: the name of what is new.
        """
        claims, name = list(self._panel.cards.selected), self._jobs.store.annotator

        def show(found: Preview) -> None:
            if not found.changes:
                self._screen.hint.emit(" ".join(self.sentences(found)))
                return
            from annotator.gui.dialogs.confirm import Confirm

            danger = change.what == "delete"
            title, label = (
                (self.tr("Delete these claims?"), self.tr("Delete"))
                if danger
                else (self.tr("Change these claims?"), self.tr("Change"))
            )
            said = change_words(change, self._lookup.display({}, self._opened.me), made)
            text = " ".join(filter(None, (said, *self.sentences(found))))
            if Confirm.ask(self._screen.window(), title, text, label, destructive=danger):
                self._write(claims, change, step)

        self._jobs.ask(lambda session: verbs.many.preview(session, claims, change, name), show, key="many")

    def sentences(self, found: Preview) -> list[str]:
        """What a change does to how many."""
        one = self.tr("1 claim is changed, as one step of undo.")
        said = [counted(found.changes, one, self.tr("{count} claims are changed, as one step of undo."))]
        if not found.changes:
            said = [self.tr("Nothing would change.")]
        if found.same:
            said.append(counted(found.same, self.tr("1 is so already."), self.tr("{count} are so already.")))
        if found.others:
            one = self.tr("1 is a colleague’s and stays as it is.")
            said.append(counted(found.others, one, self.tr("{count} are those of colleagues and stay as they are.")))
        return said

    def _write(self, claims: list[str], change: Change, step: Step | None) -> None:
        store = self._jobs.store

        def alter(where: Store) -> int:
            changed: int = verbs.many.change_many(where, claims, change, origin=self)
            return changed

        def done(changed: int) -> None:
            one = self.tr("1 claim changed. Undo takes it back.")
            self._screen.hint.emit(counted(changed, one, self.tr("{count} claims changed. Undo takes it back.")))

        self._jobs.write(lambda: alter(store) if step is None else step(store, alter), done)


def _stance_on(topic: str, stance: Stance | None) -> Change:
    return _change("stance", topic=topic, stance=stance)


def _change(what: What, **values: Any) -> Change:
    return verbs.many.Change(what, **values)
