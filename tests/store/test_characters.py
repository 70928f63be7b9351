"""Any text that a person may paste: kept as it is, or refused in a sentence; never a traceback, never altered."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.actions.speakers import edit_speaker, make_speaker
from annotator.errors import ChangeError
from annotator.model import Speaker
from annotator.store import Store

# Half characters too, which are no text but can be pasted.
ANY = st.text(st.characters(exclude_categories=()), max_size=20)


def kept(store: Store, speaker: str, text: str) -> bool:
    """Whether the note and a value in JSON were taken, and say exactly that."""
    before = said(store, speaker)
    try:
        with store.change("Write") as session:
            found = session.get_one(Speaker, speaker)
            found.note, found.identifiers = text, {"code": text}
    except ChangeError:
        assert said(store, speaker) == before
        return False
    assert said(store, speaker) == (text, {"code": text})
    return True


def said(store: Store, speaker: str) -> tuple[str, object]:
    with store.read() as session:
        found = session.get_one(Speaker, speaker)
        return found.note, found.identifiers


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(texts=st.lists(ANY, min_size=1, max_size=5))
def test_any_text_is_kept_or_refused(store: Store, texts: list[str]) -> None:
    speaker = make_speaker(store, "Mira Okafor")
    for text in texts:
        whole = not any(0xD800 <= ord(each) <= 0xDFFF for each in text)
        assert kept(store, speaker, text) == whole or "\x00" in text


@pytest.mark.parametrize("text", ["🐟", "e\u0301", "\u202eevil", "a\u2028b", "\ufffe", "100 % ' \" \\ ; --", "{}"])
def test_odd_text_is_kept(store: Store, text: str) -> None:
    assert kept(store, make_speaker(store, "Mira Okafor"), text)


def test_half_a_character_is_refused_in_a_sentence(store: Store) -> None:
    speaker = make_speaker(store, "Mira Okafor")
    with pytest.raises(ChangeError, match="half a character"):
        edit_speaker(store, speaker, note="a\ud800b")
