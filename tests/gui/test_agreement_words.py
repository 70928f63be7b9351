"""Every sentence of the library of agreement that the window shows can be translated."""

from __future__ import annotations

from annotator.agreement import alpha, figures, gamma, kappa, unitizing
from annotator.agreement.definitions import INTERVALS, LAYERS, MEASURES
from annotator.agreement.differences import KINDS
from annotator.gui.agreement.words import TEXTS


def test_the_texts_are_those_of_the_library() -> None:
    defined = [text for each in (*LAYERS.values(), *MEASURES.values()) for text in (each.title, each.says)]
    reasons = [
        text
        for module in (alpha, figures, gamma, kappa, unitizing)
        for text in vars(module).values()
        if isinstance(text, str) and text.startswith("It cannot be computed")
    ]
    assert set(TEXTS) == {*defined, *reasons, *KINDS, INTERVALS}
