"""RTF to text: striprtf does the decoding, after one pass that gives it only what it can read.

Called by the reader of RTF files. The pass runs once over the source, in linear time and without recursion.
It takes out what is no running text (pictures, notes, styles, deleted and hidden text), rewrites what
striprtf stumbles over (link fields, font tables, code pages unknown to Python, numbers out of range), and
leaves signs in the text where a link, a heading, a list item or bold print begins. The signs are
noncharacters, which no file can bring along.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

LINK, LINK_END, ITEM, LEVEL, BOLD, PLAIN = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4", "\ufdd5"
"""The signs. After LINK stands the number of the link, after LEVEL that of the outline, each with a `;`."""

_SIGNS = re.compile("[\ufdd0-\ufdef]")
_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])|"
    r"(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_DROPPED = {
    "footnote": "notes",
    "annotation": "comments",
    "shptxt": "text boxes",
    "dptxbxtext": "text boxes",
    "pict": "pictures",
    "object": "embedded objects",
}
_SILENT = (
    "stylesheet info listtable listoverridetable colortbl fonttbl themedata datastore latentstyles generator "
    "rsidtbl pgptbl nonshppict header headerl headerr headerf footer footerl footerr footerf xe tc "
    "atnid atnauthor atndate bkmkstart bkmkend listtext pntext fldinst"
)
_DROPPED_SILENTLY = frozenset(_SILENT.split())
# Code pages of the Macintosh that Python does not know, by their nearest kin.
_CHARSETS = {78: 128, 79: 136, 80: 129, 81: 178, 82: 177, 85: 134, 86: 238, 87: 204, 88: 222, 89: 238}
_HEADING = re.compile(r"(?:heading|überschrift|titre|kop|título) (\d)", re.IGNORECASE)
_HYPERLINK = re.compile(r'HYPERLINK\s+(?:\\\S+\s+)*"?([^"\s]{1,2000})"?')
_MOST_FONTS = 2000
_HIDING = frozenset({"deleted", "v"})


@dataclass(slots=True)
class Source:
    """An RTF file made ready: `text` for striprtf, and what the pass took out of it.

    links: targets by number. omitted: how often something was left out, by its name. title, author: what
    the file says about itself. encoding: of text before any code page is named.
    """

    text: str = ""
    links: list[str] = field(default_factory=list)
    omitted: Counter[str] = field(default_factory=Counter)
    title: str = ""
    author: str = ""
    encoding: str = "cp1252"


@dataclass(slots=True)
class _Group:
    """A pair of braces. `dropped`: the group that this lies in is not text; `collects`: its name."""

    dropped: bool = False
    collects: str = ""
    hidden: bool = False
    link: bool = False
    bold: bool = False


def prepared(data: bytes) -> Source:
    """The source of an RTF file, ready for striprtf; the time is in proportion to the file's length."""
    scan = _Scan()
    text = data.decode("latin-1")
    place = 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            break
        place = match.end() + scan.take(match)
        if scan.ended:
            break
    return scan.finished()


class _Scan:
    """The one pass: a stack of groups, and the pieces that are kept."""

    def __init__(self) -> None:
        self.ended = False
        self._source = Source()
        self._kept: list[str] = []
        self._stack: list[_Group] = [_Group()]
        self._collected: dict[str, list[str]] = {"fldinst": [], "title": [], "author": [], "name": []}
        self._fonts: dict[str, int] = {}
        self._font = "0"
        self._headings: dict[str, int] = {}
        self._style = "0"
        self._target = ""

    def take(self, match: re.Match[str]) -> int:
        """One token; answers how many characters of raw data after it are to be passed over."""
        brace, word, text = match["brace"], match["word"], match["text"]
        if brace == "{":
            self._open()
        elif brace == "}":
            self._close()
        elif word:
            return self._word(word, match["number"], match[0])
        elif text is not None:
            self._text(text)
        elif match["hex"] or match["sign"]:
            self._escape(match[0])
        return 0

    def finished(self) -> Source:
        """What the pass made, with a font table of its own in front of the body."""
        fonts = "".join(f"{{\\f{number}\\fcharset{charset} x;}}" for number, charset in self._fonts.items())
        body = "".join(self._kept)
        self._source.text = f"{{\\rtf1{{\\fonttbl{fonts}}}{body}}}"
        self._source.title = "".join(self._collected["title"])
        self._source.author = "".join(self._collected["author"])
        return self._source

    def _open(self) -> None:
        above = self._stack[-1]
        self._stack.append(_Group(above.dropped, above.collects, above.hidden, bold=above.bold))
        self._keep("{")

    def _close(self) -> None:
        if len(self._stack) > 1:
            group = self._stack.pop()
            if group.collects == "fldinst" and self._stack[-1].collects != "fldinst":
                target = _HYPERLINK.search("".join(self._collected["fldinst"]))
                self._target = target[1] if target else ""
                self._collected["fldinst"].clear()
            if not group.dropped:
                # Signs stand behind the brace: before it they could be taken for the spare character of a \u.
                bold = "" if group.bold == self._stack[-1].bold else PLAIN if group.bold else BOLD
                self._kept.append("}" + (LINK_END if group.link else "") + bold)
        self.ended = len(self._stack) == 1

    def _keep(self, piece: str) -> None:
        """Braces too: so that what is inside a dropped group leaves no trace."""
        if not self._stack[-1].dropped:
            self._kept.append(piece)

    def _text(self, text: str) -> None:
        group = self._stack[-1]
        if group.collects in self._collected:
            self._collected[group.collects].append(text)
        if group.collects == "stylesheet":
            self._name_style(text)
        if not group.dropped and not group.hidden:
            self._kept.append(text)

    def _escape(self, whole: str) -> None:
        """A character by its number, or an escaped brace or blank."""
        group = self._stack[-1]
        if group.collects in ("title", "author"):
            self._collected[group.collects].append(whole)
        if not group.hidden:
            self._keep(whole)

    def _name_style(self, text: str) -> None:
        heading = _HEADING.match(text.strip())
        if heading:
            self._headings[self._style] = int(heading[1])
        elif text.strip(" ;").casefold() == "title":
            self._headings[self._style] = 0
        self._style = "0"

    def _word(self, word: str, number: str | None, whole: str) -> int:
        group = self._stack[-1]
        if word == "bin":
            return max(0, int(number or 0))
        if group.dropped:
            self._in_dropped(group, word, number, whole)
        elif word in _DROPPED or word in _DROPPED_SILENTLY:
            self._drop(group, word)
        elif word in _HIDING or word == "plain":
            group.hidden = word != "plain" and number != "0"
            if word == "deleted" and group.hidden:
                self._source.omitted["tracked deletions"] += 1
            if word == "plain":
                group.bold = False
                self._kept.append(f"{whole.strip()} {PLAIN}")
        elif not group.hidden or word in ("par", "pard", "row", "cell"):
            self._kept.append(self._rewritten(group, word, number, whole))
        return 0

    def _drop(self, group: _Group, word: str) -> None:
        if word in _DROPPED:
            self._source.omitted[_DROPPED[word]] += 1
        elif word in ("listtext", "pntext"):
            self._kept.append(ITEM)
        # The opening brace has been kept: it is closed here, and the rest of the group passed over.
        self._kept.append("}")
        group.dropped, group.collects = True, word

    def _in_dropped(self, group: _Group, word: str, number: str | None, whole: str) -> None:
        if group.collects in ("info", "title", "author") and word in ("title", "author"):
            group.collects = word
        elif group.collects == "fonttbl":
            if word == "f":
                self._font = number or "0"
            elif word == "fcharset" and len(self._fonts) < _MOST_FONTS:
                charset = int(number or 0)
                if charset > 1:  # 0 and 1 mean the code page of the whole file
                    self._fonts[self._font] = _CHARSETS.get(charset, charset)
        elif group.collects == "stylesheet" and word == "s":
            self._style = number or "0"
        elif group.collects in self._collected and word == "u" and number:
            self._collected[group.collects].append(whole)

    def _rewritten(self, group: _Group, word: str, number: str | None, whole: str) -> str:
        if word in ("u", "uc"):
            spare = 0xFFFD if word == "u" else 1
            value = int(number) if number and -0x8000 <= int(number) <= 0xFFFF else spare
            return f"\\{word}{value if word == 'u' else min(9, max(0, value))} "
        if word == "fldrslt" and self._target:
            group.link = True
            self._source.links.append(self._target)
            self._target = ""
            return f"{whole.strip()} {LINK}{len(self._source.links) - 1};"
        if word in ("cell", "nestcell"):
            return "\\tab "
        if word == "s" and number in self._headings:
            return f"{whole.strip()} {LEVEL}{self._headings[number]};"
        if word == "outlinelevel" and number and number in "012345678":
            return f"{LEVEL}{int(number) + 1};"
        if word == "b":
            group.bold = number != "0"
            return f"{whole.strip()} {PLAIN if number == '0' else BOLD}"
        if word == "mac":
            self._source.encoding = "mac_roman"
        return "" if word == "rtf" else whole


def without_signs(text: str) -> str:
    """The text without the signs and their numbers."""
    return _SIGNS.sub("", re.sub(f"[{LINK}{LEVEL}]\\d+;", "", text))
