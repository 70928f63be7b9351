"""Networks of speakers and topics as matrices in CSV, for R, UCINET and spreadsheets.

Called by way of the registry. Two-mode matrices have a row for each speaker and a column for each topic, the
one-mode ones speakers both ways; see `networks` for what the numbers are. The first cell is empty, as these
programs expect. It is written only, never read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from annotator.errors import FileError
from annotator.formats import Format, Progress, Written, no_progress, register
from annotator.formats.bundle import write_bundle
from annotator.formats.csv_cells import BYTE_ORDER_MARK, cell, row
from annotator.formats.networks import LOSES, STANCES, Network, Pair
from annotator.records import Record
from annotator.sentences import worded

ONE_MODE = ("congruence", "conflict")
FILES = ("claims.csv", *(f"{stance}.csv" for stance in STANCES), *(f"{name}.csv" for name in ONE_MODE))
MOST_CELLS = 20_000_000
"""More make files that no program opens."""


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write the matrices into the folder `out`, or, when that ends in `.zip`, into one zip file.

    Raises DiskFull, and FileError when a matrix would be too large or `out` cannot be written.
    """
    network = Network()
    network.take_all(records, progress)
    people = len(network.speakers())
    if people * max(people, len(network.topics())) > MOST_CELLS:
        raise FileError(
            worded(
                "A matrix of {people:,} speakers is too large for any program; export GraphML, or fewer articles.",
                people=people,
            ),
            where=str(out),
        )
    sha256 = write_bundle(out, FILES, lambda folder: _fill(network, folder))
    return Written(str(out), "matrix", dict(network.counts), dict(network.loses), sha256)


def _fill(network: Network, folder: Path) -> None:
    speakers, topics = network.speakers(), network.topics()
    names = _distinct([network.names.speaker_name(each) for each in speakers])
    paths = _distinct([network.names.topic_path(each) for each in topics])

    def two_mode(name: str, weight: Callable[[Counter[str]], int]) -> None:
        nothing: Counter[str] = Counter()
        lines = ([weight(network.ties.get((one, other), nothing)) for other in topics] for one in speakers)
        _write(folder / name, names, paths, lines)

    two_mode("claims.csv", Counter.total)
    for stance in STANCES:
        two_mode(f"{stance}.csv", lambda stances, stance=stance: stances[stance])  # type: ignore[misc]
    for mode in ONE_MODE:
        pairs: dict[Pair, int] = getattr(network, mode)()
        lines = ([pairs.get((a, b), 0) or pairs.get((b, a), 0) for b in speakers] for a in speakers)
        _write(folder / f"{mode}.csv", names, names, lines)


def _write(path: Path, rows: Sequence[str], columns: Sequence[str], lines: Iterable[Sequence[int]]) -> None:
    with path.open("w", encoding="utf-8", errors="replace", newline="") as stream:
        stream.write(BYTE_ORDER_MARK + row([cell(None), *map(cell, columns)]))
        for name, numbers in zip(rows, lines, strict=True):
            stream.write(row([cell(name), *map(str, numbers)]))


def _distinct(names: Sequence[str]) -> list[str]:
    """The names, with a number behind those that came before: labels of a matrix must differ."""
    taken: set[str] = set()
    made = []
    for name in names:
        label, number = name, 1
        while label in taken:
            number += 1
            label = f"{name} ({number})"
        taken.add(label)
        made.append(label)
    return made


register(Format("matrix", worded("Matrices of speakers and topics (CSV)"), (".zip",), LOSES, write=write))
