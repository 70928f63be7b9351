"""Files as strangers damage them: bytes changed, cut, doubled, swapped for what parsers trip over.

A strategy for hypothesis; used by the tests that throw damaged files at every reader and every format.
"""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

TRAPS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r\r\n", b'"', b"'", b"<", b"]]>", b"&#x0;", b"&a;",
    b"<!DOCTYPE a [<!ENTITY a 'b'>]>", b"{" * 300, b"[" * 3000, b"-1", b"99999999999999999999999999", b"1e999", b"NaN",
    b"null", b"../", b"/etc/passwd", b"=cmd()", b"\\u0000", b"\\", b"PK\x03\x04", b"%PDF-", b"\x1f\x8b",
)  # fmt: skip
"""Pieces that have brought parsers down: bombs' fuses, open quotes, names that lead out, numbers out of range."""


def _edits(damaged: bytes, edits: list[tuple[str, float, float, bytes]]) -> bytes:
    for what, where, how_much, piece in edits:
        start = int(where * len(damaged))
        end = min(len(damaged), start + 1 + int(how_much * 40))
        if what == "cut off":
            damaged = damaged[:start]
        elif what == "take out":
            damaged = damaged[:start] + damaged[end:]
        elif what == "double":
            damaged = damaged[:end] + damaged[start:]
        elif what == "put in":
            damaged = damaged[:start] + piece + damaged[start:]
        else:
            damaged = damaged[:start] + piece + damaged[end:]
    return damaged


def damages() -> st.SearchStrategy[Callable[[bytes], bytes]]:
    """Ways to damage bytes, in up to four places."""
    share = st.floats(0, 1, allow_nan=False)
    edit = st.tuples(
        st.sampled_from(("cut off", "take out", "double", "put in", "write over")),
        share,
        share,
        st.one_of(st.sampled_from(TRAPS), st.binary(min_size=1, max_size=6)),
    )
    return st.lists(edit, min_size=1, max_size=4).map(lambda edits: lambda whole: _edits(whole, edits))
