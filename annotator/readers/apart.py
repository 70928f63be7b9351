"""Readers at work in processes of their own: many pages at once on all cores, and large ones on short rations.

`read_many` is called by the verb that adds articles, `read_apart` by `read_parts` for a page that is large
enough to be made to do harm. `main` runs in such a process: it answers each path on standard input with what
`read_parts` found in it. A process that takes too long or too much memory is ended; the file is refused in
a sentence and the program lives. It writes no file and opens no address.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import IO

import msgspec

from annotator.errors import UnreadableArticle
from annotator.readers import read_parts
from annotator.readers.folders import Refusal
from annotator.records import Document
from annotator.sentences import Sentence, worded

SECONDS = 24
MEMORY_BYTES = 420 * 1024 * 1024
"""For one file. With the program's own start and what lies outside the data, 30 seconds and 500 MB."""
APART_SUFFIXES = frozenset({".docx", ".eml", ".htm", ".html", ".mht", ".mhtml", ".odt", ".rtf", ".xhtml"})
"""Kinds that cost more to read than to hand from one process to the other. A PDF has its process anyway."""
FEWEST = 24
"""Fewer files than this are read before the processes would have started."""
MOST_PROCESSES = 4
_AHEAD = 32
_LENGTH = struct.Struct("<Q")

# The child gets the very modules of this program: the folder that it is started in is not looked at.
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]);from annotator.readers.apart import main; main()"


class Told(msgspec.Struct, frozen=True, array_like=True):
    """Why a file or a part of it is refused: a sentence by its template and values, or a plain text."""

    template: str
    values: dict[str, str | int | float | Told] | None = None


class Found(msgspec.Struct, frozen=True):
    """What a process answers for one file: documents and refusals in their order, or why there are none."""

    found: tuple[Document | None, ...] = ()
    """A document, or None for a refusal: the next of `left_out`."""
    left_out: tuple[tuple[str, Told], ...] = ()
    """Place and reason of each refusal."""
    refused: Told | None = None


def read_many(
    paths: Iterable[Path | Refusal], columns: Mapping[str, str] | None = None
) -> Iterator[tuple[Path, Iterator[Document | Refusal]]]:
    """Each file with what is found in it, in the order given; the next file is read while this one is used.

    A refusal among the paths is passed on. Nothing raises: a file without an article gives a refusal.
    """
    places = list(paths)
    apart = [each for each in places if isinstance(each, Path) and each.suffix.lower() in APART_SUFFIXES]
    if len(apart) < FEWEST:
        for each in places:
            yield (each, _here(each, columns)) if isinstance(each, Path) else (each.path, iter((each,)))
        return
    count = max(1, min(os.cpu_count() or 1, MOST_PROCESSES))
    with _Processes(count, columns) as processes:
        to_ask = iter(apart)
        asked: deque[Future[list[Document | Refusal]]] = deque()
        for each in places:
            while len(asked) < _AHEAD and (path := next(to_ask, None)) is not None:
                asked.append(processes.ask(path))
            if isinstance(each, Refusal):
                yield each.path, iter((each,))
            elif each.suffix.lower() in APART_SUFFIXES:
                yield each, iter(asked.popleft().result())
            else:
                yield each, _here(each, columns)


def _here(path: Path, columns: Mapping[str, str] | None) -> Iterator[Document | Refusal]:
    try:
        yield from read_parts(path, columns=columns)
    except UnreadableArticle as error:
        yield Refusal(path, error.reason)


def read_apart(path: Path, columns: Mapping[str, str] | None = None) -> list[Document | Refusal]:
    """What is found in one file, read in a process of its own. Raises UnreadableArticle."""
    with _Processes(1, columns) as processes:
        found = processes.ask(path).result()
    if len(found) == 1 and isinstance(found[0], Refusal):
        raise UnreadableArticle(found[0].reason, where=str(path))
    return found


class _Processes:
    """Some processes, each with a thread that hands it files and waits for the answers."""

    def __init__(self, count: int, columns: Mapping[str, str] | None) -> None:
        self._columns = dict(columns or {})
        self._threads = ThreadPoolExecutor(count, "reading")
        self._own = threading.local()
        self._running: list[subprocess.Popen[bytes]] = []
        self._closed = False

    def __enter__(self) -> _Processes:
        return self

    def __exit__(self, *_: object) -> None:
        self._closed = True
        for process in self._running:
            process.kill()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for process in self._running:
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    with suppress(OSError):
                        stream.close()
            process.wait()

    def ask(self, path: Path) -> Future[list[Document | Refusal]]:
        """What is in the file, once it is read."""
        return self._threads.submit(self._read, path)

    def _read(self, path: Path) -> list[Document | Refusal]:
        process = getattr(self._own, "process", None)
        if process is None or process.poll() is not None:
            process = self._own.process = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(SECONDS, end)
        timer.start()
        try:
            _send(process.stdin, json.dumps([str(path), self._columns]).encode())
            answer = _receive(process.stdout)
        except OSError:
            answer = None
        finally:
            timer.cancel()
        if answer is None:
            process.wait()
            return [Refusal(path, _slow() if late.is_set() else _broken())]
        return _unpacked(path, msgspec.msgpack.decode(answer, type=Found))

    def _started(self) -> subprocess.Popen[bytes]:
        paths = json.dumps([entry for entry in sys.path if entry])
        # Without this a console window would flash up on Windows; 0 elsewhere.
        flags: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=flags,
        )
        self._running.append(process)
        if self._closed:
            process.kill()
        return process


def _slow() -> str:
    return worded(
        "Reading this file takes longer than {seconds} seconds; copy the article into a text file and add that.",
        seconds=SECONDS,
    )


def _broken() -> str:
    return worded("This file brought its reader to a stop; copy the article into a text file and add that.")


def _unpacked(path: Path, answer: Found) -> list[Document | Refusal]:
    if answer.refused is not None:
        return [Refusal(path, _sentence(answer.refused))]
    left_out = (Refusal(Path(place), _sentence(told)) for place, told in answer.left_out)
    return [next(left_out) if each is None else each for each in answer.found]


def _told(text: str) -> Told:
    if not isinstance(text, Sentence):
        return Told(text)
    return Told(text.template, {k: _told(v) if isinstance(v, Sentence) else v for k, v in text.values.items()})


def _sentence(told: Told) -> str:
    if told.values is None:
        return told.template
    return Sentence(told.template, {k: _sentence(v) if isinstance(v, Told) else v for k, v in told.values.items()})


def _send(stream: IO[bytes], data: bytes) -> None:
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes | None:
    """The next message; None when the other side has ended."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None


# In the process --------------------------------------------------------------------------------------


def main() -> None:
    """Runs in the process: answers each path until there are no more."""
    _limit()
    answers = sys.stdout.buffer
    # What a library prints must not get among the answers.
    sys.stdout = sys.stderr
    while (asked := _receive(sys.stdin.buffer)) is not None:
        name, columns = json.loads(asked)
        _send(answers, msgspec.msgpack.encode(_answer(Path(name), columns)))


def _answer(path: Path, columns: dict[str, str]) -> Found:
    found: list[Document | None] = []
    left_out: list[tuple[str, Told]] = []
    try:
        for each in read_parts(path, columns=columns, apart=False):
            if isinstance(each, Refusal):
                left_out.append((str(each.path), _told(each.reason)))
            found.append(None if isinstance(each, Refusal) else each)
    except UnreadableArticle as error:
        return Found(refused=_told(error.reason))
    return Found(tuple(found), tuple(left_out))


def _limit() -> None:
    """Memory, where the system knows such a limit (not on Windows, and macOS may refuse it)."""
    try:
        import resource
    except ImportError:
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
