"""Text that XML can carry.

Used by every format that writes XML. XML 1.0 has no place for most control characters, lone surrogates and
two more; they become U+FFFD, one for one, so that offsets stay.
"""

from __future__ import annotations

import re

# Source: Extensible Markup Language (XML) 1.0, production [2] Char.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def beyond_xml(text: str) -> int:
    """How many characters of the text XML cannot hold."""
    return 0 if text.isascii() and text.isprintable() else len(_NO_XML.findall(text))


def xml_text(text: str) -> str:
    """The text with U+FFFD for each character that XML cannot hold."""
    return text if text.isascii() and text.isprintable() else _NO_XML.sub("\ufffd", text)
