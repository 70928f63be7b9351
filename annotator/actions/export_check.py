"""What stands around an export: what will be lost, whether what was written comes back the same, a manifest.

Called by the window and the command line. To foresee the losses the set is written to a place that is
thrown away, so that the count is that of this very set; to compare, the file is imported into an empty
project that is thrown away, and both are put side by side line by line. The project is only read.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path

import msgspec
from msgspec import Struct, field

from annotator import __version__
from annotator.actions.articles import Report, quiet
from annotator.actions.exchange import chosen, export_set, import_sets
from annotator.errors import FileError, InvalidValue
from annotator.formats import Written, format_for_output, format_named
from annotator.formats.output import replacing
from annotator.queries.annotation_set import annotation_set
from annotator.records import EndRecord, Record, SetRecord, kind_of, now
from annotator.sentences import worded
from annotator.store import Store
from annotator.store.engine import SUFFIX

_READER = "Export check"


class Comparison(Struct, frozen=True):
    """A set beside what came back of it. missing, other: kind of line -> number of lines.

    same: lines that came back unchanged. missing: lines of the project that did not come back so. other:
    lines that came back and are not in the project so; a changed line counts in both.
    """

    same: int
    missing: dict[str, int] = field(default_factory=dict)
    other: dict[str, int] = field(default_factory=dict)

    @property
    def equal(self) -> bool:
        """Whether all came back, and nothing else."""
        return not self.missing and not self.other


def foresee_losses(
    store: Store,
    format_name: str,
    *,
    annotators: Collection[str] | None = None,
    articles: Collection[str] | None = None,
    report: Report = quiet,
) -> dict[str, int]:
    """What the format could not carry of this very set: kind of line or key -> how many; nothing is kept.

    annotators: names, articles: ids; None means all. Raises as `export_set` does.
    """
    fmt = format_named(format_name)
    if not fmt.loses:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / f"set{fmt.output_suffix}"
        written = export_set(
            store, out, format_name=format_name, annotators=annotators, articles=articles, report=report
        )
    return {kind: count for kind, count in written.loses.items() if count}


def require_readable(format_name: str | None, out: Path) -> None:
    """Raises InvalidValue where an export to `out` could not be read back; asked before anything is written."""
    fmt = format_named(format_name) if format_name else format_for_output(out)
    if not fmt.reads:
        raise InvalidValue(
            worded("{fmt} can be written but not read, so it cannot be compared; leave out --verify.", fmt=fmt.title)
        )


def read_back(
    store: Store,
    written: Written,
    *,
    annotators: Collection[str] | None = None,
    articles: Collection[str] | None = None,
    without_blind: bool = False,
    report: Report = quiet,
) -> Comparison:
    """Read an exported set into an empty project and compare it with what was exported.

    written, annotators, articles, without_blind: what `export_set` gave and was given. Raises FileError when the file
    cannot be read at all, InvalidValue when the format only writes.
    """
    require_readable(written.format, Path(written.path))
    with tempfile.TemporaryDirectory() as folder:
        with Store.create(Path(folder) / f"check{SUFFIX}", _READER) as empty:
            reports = import_sets(empty, [Path(written.path)], format_name=written.format, report=report)
            if refused := [each for one in reports for each in one.refused]:
                raise FileError(refused[0].reason, where=refused[0].where)
            with empty.read() as session:
                back = _lines(annotation_set(session))
        with store.read() as session:
            here = _lines(chosen(session, store.annotator, annotators, articles, without_blind=without_blind))
    return Comparison(same=sum((here & back).values()), missing=_by_kind(here - back), other=_by_kind(back - here))


def _lines(records: Iterable[Record]) -> Counter[tuple[str, int]]:
    """(kind, hash of the line) -> number. What names the writing itself is left out."""
    return Counter(
        (kind_of(each), hash(msgspec.json.encode(each)))
        for each in records
        if not isinstance(each, SetRecord | EndRecord)
    )


def _by_kind(lines: Counter[tuple[str, int]]) -> dict[str, int]:
    kinds: Counter[str] = Counter()
    for (kind, _), count in lines.items():
        kinds[kind] += count
    return dict(kinds)


def write_manifest(
    store: Store,
    written: Written,
    *,
    annotators: Collection[str] | None = None,
    articles: Collection[str] | None = None,
    comparison: Comparison | None = None,
) -> Path:
    """Write beside an exported set what it holds: counts, losses, hash, selection, and how it compared.

    Returns the manifest's path, the set's with `.manifest.json`. Raises FileError and DiskFull.
    """
    out = Path(written.path)
    place = out.with_name(f"{out.name}.manifest.json")
    manifest = {
        "file": out.name,
        "format": written.format,
        "sha256": written.sha256,
        "project": store.name,
        "project_id": store.project_id,
        "created": now(),
        "generator": f"annotator {__version__}",
        "annotators": None if annotators is None else sorted(annotators),
        "articles": None if articles is None else sorted(articles),
        "counts": written.counts,
        "loses": written.loses,
        "read_back": None if comparison is None else {"equal": comparison.equal, **msgspec.to_builtins(comparison)},
    }
    with replacing(place) as file:
        file.write(msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n")
    return place
