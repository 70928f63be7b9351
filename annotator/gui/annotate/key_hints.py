"""The keys at the foot of the window: those that help most with what is current in the text.

Asked by the Annotate screen whenever that may have changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from annotator.gui.annotate.tagger import Tagger
from annotator.gui.commands import BY_ID
from annotator.records import MentionRecord, PassageRecord


def key_hints(article: bool, tagger: Tagger, *, mine: bool) -> Sequence[tuple[str, str]]:
    """(key, word) for each. article: whether one is open. mine: whether the current mark can be changed."""
    translate = QCoreApplication.translate
    mark, hints = tagger.current_mark(), list[tuple[str, str]]()
    if mark is not None and not mine:
        pass
    elif isinstance(mark, MentionRecord):
        hints = [("other_speaker", translate("KeyHints", "another speaker")), ("note", translate("KeyHints", "note"))]
    elif isinstance(mark, PassageRecord):
        hints = [("other_topic", translate("KeyHints", "another topic")), ("note", translate("KeyHints", "note"))]
    elif article:
        hints = [("speaker", translate("KeyHints", "speaker")), ("topic", translate("KeyHints", "topic"))]
    if article and tagger.current() is not None:
        hints.append(("done", translate("KeyHints", "done")))
    elif article:
        hints.insert(0, ("claim", translate("KeyHints", "claim")))
    hints.append(("keys", translate("KeyHints", "all keys")))
    return tuple((BY_ID[each].keys[0], word) for each, word in hints if BY_ID[each].keys)
