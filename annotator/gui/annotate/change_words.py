"""What a change of many claims sets, in one sentence, for the question that comes before it.

Called by `many_changes.py`. Knows names and choices in words; changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.annotate.same_tags import shortened
from annotator.gui.language import filled, tr
from annotator.gui.panel.card_fields import answer_words
from annotator.gui.panel.card_plan import quote_of
from annotator.gui.panel.display import Display
from annotator.gui.panel.words import certainty_word, quotation_word, stance_word

if TYPE_CHECKING:
    from annotator.actions.many import Change


def change_words(change: Change, display: Display, made: str = "") -> str:
    """The sentence; empty for a deletion, of which the question's title says all. made: the name of what is new, and
    made once the change is agreed to.
    """
    match change.what:
        case "delete":
            return ""
        case "add_topic":
            return filled(tr("They get the topic “{name}”."), name=made or display.topic_name(change.topic))
        case "remove_topic":
            return filled(tr("They lose the topic “{name}”."), name=display.topic_name(change.topic))
        case "add_speaker":
            return filled(tr("They get the speaker “{name}”."), name=made or display.speaker_name(change.speaker))
        case "remove_speaker":
            return filled(tr("They lose the speaker “{name}”."), name=display.speaker_name(change.speaker))
        case "replace_topic":
            new = made or display.topic_name(change.value)
            return filled(tr("“{before}” becomes “{name}”."), before=display.topic_name(change.topic), name=new)
        case "replace_speaker":
            new = made or display.speaker_name(change.value)
            return filled(tr("“{before}” becomes “{name}”."), before=display.speaker_name(change.speaker), name=new)
        case "like":
            words = shortened(quote_of(change.pattern)) if change.pattern is not None else ""
            return filled(tr("They get the tags of “{name}”."), name=words)
    return _value_words(change, display, made)


def _value_words(change: Change, display: Display, made: str) -> str:
    """Of a change that sets one value, or takes it away."""
    value, given = change.value, ""
    match change.what:
        case "stance":
            what = filled(tr("Stance on “{name}”"), name=display.topic_name(change.topic))
            value = change.stance
            given = stance_word(change.stance)
        case "quotation":
            what, given = tr("Kind of quotation"), quotation_word(value) if value else ""
        case "certainty":
            what, given = tr("Certainty"), certainty_word(value) if value else ""
        case "proposition":
            what, given = tr("Proposition"), made or display.propositions.get(value, "")
        case _:
            what = next((each.title for each in display.fields if each.key == change.field), change.field or "")
            given = answer_words(value)
    if value is None:
        return filled(tr("{what}: taken away."), what=what)
    return filled(tr("{what} becomes “{value}”."), what=what, value=given)
