"""What a press on a chip does, and the menus of chips and cards.

Called by the card. Everything ends in a signal of the card's wishes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from annotator.gui.commands import BY_ID
from annotator.gui.labels import key_text
from annotator.gui.panel.card_fields import pressed
from annotator.gui.panel.planned import PlannedChip
from annotator.gui.panel.words import ROLES, SPEAKER_KINDS, STANCES, role_word, speaker_kind_word, stance_word
from annotator.records import ClaimRecord, SpeakerRecord

if TYPE_CHECKING:
    from annotator.gui.panel.card import ClaimCard

_LONGEST = 40
"""Letters of a part that a menu shows."""


def press(card: ClaimCard, chip: PlannedChip, below: QPoint) -> None:
    """What the chip does at once; for a speaker, topic or cue its menu opens at the global point `below`."""
    claim, wishes = card.claim, card.wishes
    if claim is None or not card.editable:
        return
    if chip.target == "add_speaker":
        wishes.speaker_add_requested.emit(claim.id)
    elif chip.target == "add_topic":
        wishes.topic_add_requested.emit(claim.id)
    elif chip.target == "add_cue":
        wishes.cue_requested.emit(claim.id)
    elif chip.target == "quotation":
        wishes.quotation_chosen.emit(claim.id, None if claim.quotation == chip.value else chip.value)
    elif chip.target == "certainty":
        wishes.certainty_chosen.emit(claim.id, None if claim.certainty == chip.value else chip.value)
    elif chip.target == "add_proposition":
        wishes.proposition_requested.emit(claim.id)
    elif chip.target == "answer":
        field = next(each for each in card.display.fields if each.key == chip.field)
        wishes.field_answered.emit(claim.id, chip.field, pressed(field, claim.fields.get(chip.field), chip.value))
    elif chip.target == "review":
        wishes.review_requested.emit(claim.id)
    elif chip.target == "written":
        card.write_answer(chip)
    else:
        open_menu(card, chip, below)


def remove(card: ClaimCard, chip: PlannedChip) -> None:
    """Ask to take the speaker, topic or cue of a chip away."""
    if card.claim is None or not card.editable:
        return
    if chip.target == "speaker":
        card.wishes.speaker_remove.emit(card.claim.id, chip.place)
    elif chip.target == "topic":
        card.wishes.topic_remove.emit(card.claim.id, chip.place)
    elif chip.target == "cue":
        card.wishes.cue_removed.emit(card.claim.id)
    elif chip.target == "proposition":
        card.wishes.proposition_removed.emit(card.claim.id)
    elif chip.target == "written":
        card.wishes.field_answered.emit(card.claim.id, chip.field, None)


def open_menu(card: ClaimCard, chip: PlannedChip, point: QPoint) -> None:
    """Open the menu of a speaker, topic or cue at a global point."""
    if card.claim is None:
        return
    if not card.editable:
        open_card_menu(card, point)
    elif chip.target == "speaker":
        _show(speaker_menu(card, card.claim, chip), point)
    elif chip.target == "topic":
        _show(topic_menu(card, card.claim, chip), point)
    elif chip.target == "cue":
        _show(cue_menu(card, card.claim), point)
    elif chip.target == "proposition":
        _show(proposition_menu(card, card.claim), point)
    else:
        open_card_menu(card, point)


def open_card_menu(card: ClaimCard, point: QPoint) -> None:
    """Open the menu of the whole claim at a global point."""
    if card.claim is not None and (card.editable or card.wishes.several):
        _show(claim_menu(card, card.claim), point)


def speaker_menu(card: ClaimCard, claim: ClaimRecord, chip: PlannedChip) -> QMenu:
    """The roles of a speaker, another one in its place, and removing it."""
    menu = QMenu(card)
    group = QActionGroup(menu)
    for role in ROLES:
        action = _choice(menu, group, role_word(role), claim.speakers[chip.place].role == role)
        action.triggered.connect(
            lambda _checked=False, role=role: card.wishes.role_chosen.emit(claim.id, chip.place, role)
        )
    menu.addSeparator()
    if (mention := claim.speakers[chip.place].mention) is not None and card.wishes.several:
        going = QCoreApplication.translate("Card", "Go to the words that name them")
        _add(menu, going, lambda: card.wishes.claim_chosen.emit(mention))
    speaker = card.display.speaker(claim.speakers[chip.place].speaker)
    if speaker is not None and card.wishes.several:
        _add_kinds(menu, card, speaker)
    another = menu.addAction(QCoreApplication.translate("Card", "Another speaker…"))
    another.triggered.connect(lambda: card.wishes.speaker_replace_requested.emit(claim.id, chip.place))
    removing = menu.addAction(QCoreApplication.translate("Card", "Remove the speaker"))
    removing.triggered.connect(lambda: card.wishes.speaker_remove.emit(claim.id, chip.place))
    return menu


def _add_kinds(menu: QMenu, card: ClaimCard, speaker: SpeakerRecord) -> None:
    """What the speaker is, everywhere in the project: one that was made while tagging is a person at first."""
    kinds = menu.addMenu(QCoreApplication.translate("Card", "Kind of speaker"))
    group = QActionGroup(kinds)
    for kind in SPEAKER_KINDS:
        action = _choice(kinds, group, speaker_kind_word(kind), speaker.kind == kind)
        action.triggered.connect(
            lambda _checked=False, kind=kind: card.wishes.speaker_kind_chosen.emit(speaker.id, kind)
        )


def topic_menu(card: ClaimCard, claim: ClaimRecord, chip: PlannedChip) -> QMenu:
    """The stances on a topic, another one in its place, and removing it."""
    menu = QMenu(card)
    group = QActionGroup(menu)
    for stance in (*STANCES, None):
        action = _choice(menu, group, stance_word(stance), claim.topics[chip.place].stance == stance)
        action.triggered.connect(
            lambda _checked=False, stance=stance: card.wishes.stance_chosen.emit(claim.id, chip.place, stance)
        )
    menu.addSeparator()
    another = menu.addAction(QCoreApplication.translate("Card", "Another topic…"))
    another.triggered.connect(lambda: card.wishes.topic_replace_requested.emit(claim.id, chip.place))
    removing = menu.addAction(QCoreApplication.translate("Card", "Remove the topic"))
    removing.triggered.connect(lambda: card.wishes.topic_remove.emit(claim.id, chip.place))
    return menu


def cue_menu(card: ClaimCard, claim: ClaimRecord) -> QMenu:
    """Other words as the cue, and none."""
    translate, menu = QCoreApplication.translate, QMenu(card)
    other = menu.addAction(translate("Card", "Take the words selected in the text"))
    other.triggered.connect(lambda: card.wishes.cue_requested.emit(claim.id))
    removing = menu.addAction(translate("Card", "Remove the cue"))
    removing.triggered.connect(lambda: card.wishes.cue_removed.emit(claim.id))
    return menu


def proposition_menu(card: ClaimCard, claim: ClaimRecord) -> QMenu:
    """Where the proposition appears, another one, and taking the link away."""
    translate, menu = QCoreApplication.translate, QMenu(card)
    listing = menu.addAction(translate("Card", "List where it appears"))
    listing.triggered.connect(lambda: card.wishes.appearances_requested.emit(claim.id))
    if card.wishes.several:
        _add(menu, translate("Card", "All propositions…"), card.wishes.propositions_wanted.emit)
    another = menu.addAction(translate("Card", "Link to another proposition"))
    another.triggered.connect(lambda: card.wishes.proposition_requested.emit(claim.id))
    menu.addSeparator()
    removing = menu.addAction(translate("Card", "Remove the link"))
    removing.triggered.connect(lambda: card.wishes.proposition_removed.emit(claim.id))
    return menu


def claim_menu(card: ClaimCard, claim: ClaimRecord) -> QMenu:
    """Adding, copying, selecting, removing a part where there are several, deleting; the rest of a colleague's."""
    translate, menu, wishes, id_ = QCoreApplication.translate, QMenu(card), card.wishes, claim.id
    if card.editable:
        _add(menu, translate("Card", "Add a speaker"), lambda: wishes.speaker_add_requested.emit(id_), "speaker")
        _add(menu, translate("Card", "Add a topic"), lambda: wishes.topic_add_requested.emit(id_), "topic")
        linking = translate("Card", "Link to a proposition")
        _add(menu, linking, lambda: wishes.proposition_requested.emit(id_), "proposition")
        menu.addSeparator()
    if wishes.several:
        _add_of_several(card, id_, menu)
    if card.editable:
        _add_removing(card, claim, menu)
    return menu


def _add_of_several(card: ClaimCard, id_: str, menu: QMenu) -> None:
    """What concerns other claims, or other programs, too: copying and selecting."""
    translate, wishes = QCoreApplication.translate, card.wishes
    _add(menu, translate("Card", "Copy with its source"), lambda: wishes.source_copied.emit(id_), "copy_source")
    _add(menu, translate("Card", "Copy the tags"), lambda: wishes.tags_copied.emit(id_), "copy_tags")
    if card.editable:
        _add(menu, translate("Card", "Same tags again"), lambda: wishes.tags_wanted.emit(id_), "same_tags")
    menu.addSeparator()
    chosen = translate("Card", "Deselect") if card.is_selected else translate("Card", "Select")
    _add(menu, chosen, lambda: card.selected.emit(id_, False))
    if card.is_selected:
        _add(menu, translate("Card", "Change all that are selected…"), wishes.many_requested.emit)
    menu.addSeparator()


def _add(menu: QMenu, words: str, act: Callable[[], object], command: str = "") -> None:
    """command: whose key does the same in the text."""
    keys = BY_ID[command].keys if command else ()
    entry = menu.addAction(f"{words}\t{key_text(keys[0])}" if keys else words)
    entry.triggered.connect(lambda _checked=False: act())


def _add_removing(card: ClaimCard, claim: ClaimRecord, menu: QMenu) -> None:
    """Removing one of several parts, and the whole claim."""
    translate = QCoreApplication.translate
    if len(claim.parts) > 1 and card.wishes.several:
        splitting = translate("Card", "Make a claim of each part")
        _add(menu, splitting, lambda: card.wishes.split_requested.emit(claim.id))
    if len(claim.parts) > 1:
        parts = menu.addMenu(translate("Card", "Remove a part"))
        for index, part in enumerate(claim.parts):
            words = " ".join(part.quote.split())
            words = words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + "…"
            action = parts.addAction(words.replace("&", "&&"))
            action.triggered.connect(
                lambda _checked=False, index=index: card.wishes.part_remove_requested.emit(claim.id, index)
            )
    _add(menu, translate("Card", "Delete the claim"), lambda: card.wishes.delete_requested.emit(claim.id))


def _choice(menu: QMenu, group: QActionGroup, words: str, chosen: bool) -> QAction:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(chosen)
    group.addAction(action)
    return action


def _show(menu: QMenu, point: QPoint) -> None:
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(point)
