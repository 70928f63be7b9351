"""Lines into paragraphs: which line ends are the author's and which only the width of a page.

Called by the readers of plain text and Markdown. No word is dropped or added; where lines are joined, a
blank stands between them unless the script has none or the line ends in a hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

_NARROWEST, _WIDEST = 45, 110
_NARROWEST_IDEOGRAPHS = 20
_SENTENCE_ENDS = ".!?…:;。！？؟।"
_CLOSING = "\"'”’»)]»“"
_IDEOGRAPH = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_INDENTED = re.compile(r"[ \t]{2,}\S|\t")
_MOST = 0.7


def ends_sentence(line: str) -> bool:
    """Whether a line ends where a sentence may end."""
    return line.rstrip().rstrip(_CLOSING)[-1:] in _SENTENCE_ENDS and bool(line.strip())


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether a whole text was cut into lines of one width: most lines that another one follows are of
    middling length, none is far longer, and most do not end with a sentence."""
    inner = [line.rstrip() for line, following in pairwise(lines) if line.strip() and following.strip()]
    if not inner or max(map(len, inner)) > _WIDEST:
        return False
    long = sum(_is_full(line) for line in inner)
    return long > len(inner) / 2 and not _mostly_sentences(inner)


def joined(lines: Sequence[str], stands_alone: Callable[[str], bool]) -> list[str]:
    """The paragraphs in lines that no blank line parts. `stands_alone`: lines that are never joined."""
    if len(lines) == 1:
        return [lines[0].strip()]
    each_a_paragraph = len(lines) > 2 and _mostly_sentences(lines[:-1])
    paragraphs: list[str] = []
    previous = ""
    for line in lines:
        together = (
            previous
            and not each_a_paragraph
            and not _INDENTED.match(line)
            and not stands_alone(previous.strip())
            and not stands_alone(line.strip())
            and (_is_full(previous.rstrip()) or _runs_on(previous, line))
        )
        if together:
            paragraphs[-1] = _glued(paragraphs[-1], line.strip())
        else:
            paragraphs.append(line.strip())
        previous = line
    return [paragraph for paragraph in paragraphs if paragraph]


def _mostly_sentences(lines: Sequence[str]) -> bool:
    return sum(map(ends_sentence, lines)) >= _MOST * len(lines)


def _is_full(line: str) -> bool:
    if _NARROWEST <= len(line) <= _WIDEST:
        return True
    if len(line) < _NARROWEST and not (len(line) >= _NARROWEST_IDEOGRAPHS and _IDEOGRAPH.match(line[-1:])):
        return False
    return not ends_sentence(line)


def _runs_on(previous: str, line: str) -> bool:
    return line.lstrip()[:1].islower() and not ends_sentence(previous)


def _glued(before: str, after: str) -> str:
    if _IDEOGRAPH.match(before[-1:]) and _IDEOGRAPH.match(after[:1]):
        return before + after
    if before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower():
        return before + after
    return f"{before} {after}"
