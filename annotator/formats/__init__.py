"""The registry of annotation-set formats, and what reading and writing a set gives back.

A format is one module of this package that registers itself when it is imported. The verbs that import
and export call `recognise_file`, `format_named` and `format_for_output`; the choices of file dialogs, the
command line and the documentation are made from `formats()`. Nothing here knows the database or Qt: what
a format must know of the project that a set goes into, it asks through `Known` and `ArticleText`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, Protocol

from msgspec import Struct, field

from annotator.errors import FileError, InvalidValue
from annotator.extensions import load_extensions
from annotator.records import PROJECT_SUFFIX, ArticleRecord, Record
from annotator.sentences import worded

HEAD_BYTES = 8192
"""How much of a file a format sees when it is asked whether it knows the kind."""

Progress = Callable[[int], None]
"""Told now and then how many records are done; may raise Cancelled, which undoes the file."""

Known = Callable[[str, str, str | None], bool]
"""Whether the project that a set goes into has (kind, id): article, annotator, topic, speaker,
proposition or mention. The third is None but for a mention: the article that it must be in."""

ArticleText = Callable[[str, int], str | None]
"""The project's text of (article id, revision); None where it has none."""

Named = Callable[[str, str], str | None]
"""The id of (kind, name) in the project that a set goes into: annotator, speaker or topic; None where it has none.

A topic goes by its name, or by its path from the top of the tree, with ` / ` between the names."""

ArticleCalled = Callable[[str], ArticleRecord | None]
"""The project's article of that id, url, file name or title, its present text only; None unless there is one."""

StyledText = Callable[[str, bytes], str | None]
"""The plain text of a styled file (name, content) that lies in a set without one; None where nothing reads it.
Raises UnreadableArticle."""

LabelKind = Literal["claim", "mention", "cue", "passage", "ignore"]
"""What spans of a foreign label become: passages stand under a topic of the label's name."""

_registered: dict[str, Format] = {}


def nothing_known(kind: str, identity: str, article: str | None) -> bool:
    """`Known` of an empty project."""
    return False


def no_text(article: str, revision: int) -> str | None:
    """`ArticleText` of an empty project."""
    return None


def nothing_named(kind: str, name: str) -> str | None:
    """`Named` of an empty project."""
    return None


def no_article(called: str) -> ArticleRecord | None:
    """`ArticleCalled` of an empty project."""
    return None


def no_styled_text(name: str, data: bytes) -> str | None:
    """`StyledText` where no reader of articles is at hand."""
    return None


def no_progress(done: int) -> None:
    """`Progress` that nobody watches."""


class ReadOptions(Struct, frozen=True):
    """What the person who imports says of a foreign set, and what its reader asks of the project by name.

    labels: label -> what becomes of it, before all defaults. texts: the folder of the texts where stand-off
    files lie apart from them. annotator: whose the marks are, whatever the file says. columns: field -> heading, of
    tables of other programs. met: takes the labels that the sets turn out to have.
    """

    labels: dict[str, LabelKind] = field(default_factory=dict)
    texts: Path | None = None
    annotator: str | None = None
    columns: dict[str, str] = field(default_factory=dict)
    named: Named = nothing_named
    article_called: ArticleCalled = no_article
    styled_text: StyledText = no_styled_text
    met: set[str] = field(default_factory=set)


class Label(Struct, frozen=True):
    """A label of a foreign set, for the person who maps it.

    what: span, relation, event, or role (of an event's argument). kind: what it becomes by default, None for
    what is only reported.
    examples: the words of the first few spans.
    """

    name: str
    what: Literal["span", "relation", "event", "role"]
    kind: LabelKind | None
    count: int
    examples: tuple[str, ...]


class Refusal(Struct, frozen=True):
    """What was left out of an import. where: file and line (`a.jsonl:17`); reason: one sentence."""

    where: str
    reason: str


class FileReport(Struct):
    """What became of one imported file; its keys are those that `import --json` prints.

    The reader of a format fills `refused` and `ignored`, the verb that imports the rest. moved, uncertain,
    orphans: marks that had to be anchored again because the article's text here is another. namesakes: names
    that belong to one annotator of the project and to another one of the file.
    """

    path: str
    format: str
    articles: int = 0
    annotators: int = 0
    claims: int = 0
    mentions: int = 0
    passages: int = 0
    topics: int = 0
    speakers: int = 0
    same: int = 0
    conflicts: list[str] = field(default_factory=list)
    moved: int = 0
    uncertain: int = 0
    orphans: int = 0
    refused: list[Refusal] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    namesakes: list[str] = field(default_factory=list)


class Written(Struct, frozen=True):
    """What an export wrote.

    counts: records by kind of line. loses: what the format could not carry, by kind, with how many of it.
    sha256: of the file's bytes; of a folder, of the list that `sha256sum *` prints for it, by name. troubles:
    sentences on what was written as it stands in the project and is not as it should be; the verb fills it in.
    """

    path: str
    format: str
    counts: dict[str, int]
    loses: dict[str, int]
    sha256: str
    troubles: tuple[str, ...] = ()


class ReadSet(Protocol):
    """Reads the records of a file, or raises FileError; what it leaves out goes into the report."""

    def __call__(
        self,
        path: Path,
        *,
        partial: bool,
        report: FileReport,
        known: Known = nothing_known,
        article_text: ArticleText = no_text,
        progress: Progress = no_progress,
        options: ReadOptions = ReadOptions(),  # noqa: B008  # frozen
    ) -> Iterator[Record]: ...


class ListLabels(Protocol):
    """The labels of a foreign set, most frequent first, with what each becomes by default; nothing is kept.

    Raises FileError like `ReadSet`. path, options: as there.
    """

    def __call__(self, path: Path, options: ReadOptions) -> list[Label]: ...


class WriteSet(Protocol):
    """Writes records, given in the contract's order without the end line, in the place of `out`.

    All or nothing: on any error, `out` stays as it was. Raises DiskFull and FileError.
    """

    def __call__(self, records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written: ...


def not_recognised(path: Path, head: bytes) -> float:
    """`recognise` of a format that does not read."""
    return 0.0


@dataclass(frozen=True, slots=True)
class Format:
    """One format of annotation sets.

    name: the word for it on the command line. title: what a dialog calls it. suffixes: lower case, with
    the dot; the first is the usual one. loses: the kinds of record, or keys of them, that it cannot carry.
    recognise: how sure the format is, 0 to 1, from the path and the first `HEAD_BYTES` bytes (none of a
    folder). read, write: None where it does not do that. labels: lists a set's labels, where they are foreign.
    gathers: suffixes of the files that, under one folder, are one set together. saved_as: the suffix of what is
    written, where that is not the first of `suffixes`: `.zip` of a format whose set is several files.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    loses: tuple[str, ...] = ()
    recognise: Callable[[Path, bytes], float] = not_recognised
    read: ReadSet | None = None
    write: WriteSet | None = None
    labels: ListLabels | None = None
    gathers: tuple[str, ...] = ()
    saved_as: str = ""

    @property
    def output_suffix(self) -> str:
        """The suffix of a file that the format is written to."""
        return self.saved_as or self.suffixes[0]

    @property
    def reads(self) -> bool:
        """Whether the format can be imported."""
        return self.read is not None

    @property
    def writes(self) -> bool:
        """Whether the format can be exported."""
        return self.write is not None


def register(each: Format) -> Format:
    """Makes a format known; called by its module when that is imported."""
    _registered[each.name] = each
    return each


@cache
def formats() -> tuple[Format, ...]:
    """All formats by name, those of other packages too; the first call imports their modules."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    load_extensions("annotator.formats")
    return tuple(_registered[name] for name in sorted(_registered))


def format_named(name: str) -> Format:
    """The format of that name. Raises InvalidValue with the names there are."""
    for each in formats():
        if each.name == name:
            return each
    names = ", ".join(each.name for each in formats())
    raise InvalidValue(worded("There is no format “{name}”; choose one of: {names}.", name=name, names=names))


def format_for_output(path: Path) -> Format:
    """The format that a file of this name is written in; a name without suffix is a folder of tables.

    Where several go by the suffix, the native one is taken before all others, one that is a single file before one
    that is several, one that can also be read back before one that cannot, one of ours before one of another tool,
    and one whose usual suffix it is.
    Raises FileError when the suffix belongs to no format that writes.
    """
    suffix = path.suffix.lower()
    if path.is_dir() or not suffix:
        return format_named("csv")
    fitting = [each for each in formats() if each.writes and suffix in each.suffixes]
    if fitting:
        return min(
            fitting,
            key=lambda each: (
                each.name != "native",
                each.saved_as not in ("", suffix),
                not each.reads,
                each.labels is not None,
                suffix != each.suffixes[0],
            ),
        )
    if suffix == ".toml":
        raise FileError(
            worded(
                "The codebook is written as TOML in the window: Codebook › Export…; from here it goes out as “.qdc”, "
                "or inside an annotation set."
            ),
            where=str(path),
        )
    known = ", ".join(sorted({s for each in formats() if each.writes for s in each.suffixes}))
    raise FileError(
        worded(
            "No format goes by the suffix “{suffix}”; use one of {known}, or name the format.",
            suffix=suffix,
            known=known,
        ),
        where=str(path),
    )


def recognise_file(path: Path) -> Format | None:
    """The format that is surest it can read the file or folder, told from its content; None if none is.

    Raises FileError when the file cannot be opened. A project is none, and is not even opened: it may be the one
    that is open, and closing it by hand would give up the locks on it.
    """
    if path.suffix.lower() == PROJECT_SUFFIX:
        return None
    head = b""
    if not path.is_dir():
        if path.exists() and not path.is_file():
            raise FileError(worded("This is neither a file nor a folder; choose one of them."), where=str(path))
        try:
            with path.open("rb") as file:
                head = file.read(HEAD_BYTES)
        except OSError as error:
            raise FileError(unreadable(error), where=str(path)) from error
    readable = [each for each in formats() if each.reads]
    surest = max(readable, key=lambda each: each.recognise(path, head))
    return surest if surest.recognise(path, head) > 0 else None


def unreadable(error: OSError) -> str:
    """One sentence for a file that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return worded("There is nothing at this place; check the name.")
    if isinstance(error, PermissionError):
        return worded("You have no permission to read this; change its permissions or copy it elsewhere.")
    if isinstance(error, IsADirectoryError):
        return worded("This is a folder; choose the file in it.")
    reason = error.strerror or worded("unknown error")
    return worded("The system could not read this ({reason}); check the disk and the name.", reason=reason)
