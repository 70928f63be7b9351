"""A readable report of the tagged articles as one web page.

Called by way of the registry. The page holds all that it needs, runs no script and loads nothing; it reads in
light and dark, and prints. What it says is in `report`. It is written only, never read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from annotator.errors import FileError
from annotator.formats import Format, Progress, Written, no_progress, register
from annotator.formats.output import replacing, sha256_so_far
from annotator.formats.report import LOSES, Entry, Line, Report, Run, Section, Topic
from annotator.formats.xml_text import xml_text
from annotator.records import Record
from annotator.sentences import worded

_STYLE = """
:root { color-scheme: light dark; --ink: #1c2024; --quiet: #60646c; --paper: #fff; --line: #d9dce1; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7e9ec; --quiet: #a0a6b0; --paper: #16181b; --line: #3a3f47; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 2.5rem 1.25rem; color: var(--ink); background: var(--paper);
  font: 1.05rem/1.65 "Inter", "Noto Sans", system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.35rem; line-height: 1.3; margin: 3.5rem 0 .25rem; }
h3 { font-size: 1.05rem; } blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid
  var(--line); }
.about { color: var(--quiet); font-size: .9rem; margin: 0 0 1.25rem; } .standfirst { font-weight: 600; }
.c { background: color-mix(in srgb, var(--c) 24%, transparent); border-radius: 2px; }
.p { box-shadow: inset 0 -2px 0 var(--c); } .m { text-decoration: underline dotted; text-underline-offset: .2em; }
.u { font-style: italic; } sup { font-size: .7em; line-height: 0; }
sup a { color: var(--quiet); text-decoration: none; }
.dot { display: inline-block; width: .75em; height: .75em; border-radius: 50%; background: var(--c);
  margin-inline-end: .4em; }
ol.tags { padding: 0; list-style: none; border-top: 1px solid var(--line); font-size: .92rem; line-height: 1.5; }
ol.tags li { display: grid; grid-template-columns: 2.2rem 1fr; padding: .6rem 0; border-bottom: 1px solid var(--line); }
ol.tags p { margin: 0 0 .2rem; } .number { color: var(--quiet); } .quiet { color: var(--quiet); }
ul.legend { padding: 0; list-style: none; columns: 2; font-size: .92rem; }
@media print { body { max-width: none; padding: 0; } li { break-inside: avoid; } h2 { break-after: avoid; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_ELEMENTS = {"title": "h2", "heading": "h3", "quote": "blockquote"}


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write the page in the place of `out`. Raises DiskFull and FileError; then `out` stays as it was."""
    report = Report()
    report.take_all(records, progress)
    with replacing(out) as file:
        try:
            for piece in _page(report):
                file.write(piece.encode())
        except UnicodeEncodeError as error:
            raise FileError(
                worded("A text holds half a character (a lone surrogate), which no file carries; type it again."),
                where=str(out),
            ) from error
        return Written(str(out), "html", dict(+report.counts), dict(report.loses), sha256_so_far(file))


def _text(text: str) -> str:
    return escape(xml_text(text))


def _page(report: Report) -> Iterator[str]:
    title = _text(report.title) or "Report"
    yield (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n"
    )
    counts = [f"{report.counts[kind]} {kind}{'' if report.counts[kind] == 1 else 's'}" for kind in ("article", "claim")]
    yield f'<h1 dir="auto">{title}</h1>\n<p class="about">{", ".join(counts)}</p>\n'
    yield '<section aria-label="Legend">\n<ul class="legend">\n'
    for topic in report.legend():
        yield f'<li>{_topic(topic)} <span class="quiet">({topic.count})</span></li>\n'
    yield (
        '</ul>\n<p class="about"><span class="c" style="--c:#3b7dd8">claim</span> · '
        '<span class="p" style="--c:#3b7dd8">passage on a topic</span> · <span class="m">mention of a speaker</span>'
        ' · <span class="u">cue</span></p>\n</section>\n'
    )
    for number, section in enumerate(report.sections(), 1):
        yield from _section(number, section)
    yield "</body>\n</html>\n"


def _section(number: int, section: Section) -> Iterator[str]:
    language = f' lang="{_text(section.language)}"' if section.language else ""
    yield f"<article>\n<div{language}>\n"
    about = [_text(each) for each in section.about]
    if section.url and section.url.startswith(("http://", "https://")):
        about.append(f'<a href="{_text(section.url)}" rel="noreferrer">{_text(section.url)}</a>')
    said = f'<p class="about" dir="auto">{" · ".join(about)}</p>\n' if about else ""
    if not any(line.kind == "title" for line in section.lines):
        yield f'<h2 dir="auto">{_text(section.title)}</h2>\n{said}'
        said = ""
    for line in section.lines:
        yield _line(number, line)
        if line.kind == "title":
            yield said
            said = ""
    yield "</div>\n"
    if section.entries:
        yield '<ol class="tags">\n'
        yield from (_entry(number, each) for each in section.entries)
        yield "</ol>\n"
    yield "</article>\n"


def _line(number: int, line: Line) -> str:
    element = _ELEMENTS.get(line.kind, "p")
    kind = ' class="standfirst"' if line.kind == "standfirst" else ""
    bullet = "• " if line.kind == "item" else ""
    direction = "rtl" if line.right_to_left else "ltr"
    words = "".join(_run(number, run) for run in line.runs)
    return f'<{element} dir="{direction}"{kind}>{bullet}{words}</{element}>\n'


def _run(number: int, run: Run) -> str:
    names = [name for name, on in (("c", run.claim), ("p", run.passage), ("m", run.mention), ("u", run.cue)) if on]
    words = _text(run.text)
    if names:
        colour = f' style="--c:{run.colour}"' if run.colour else ""
        words = f'<span class="{" ".join(names)}"{colour}>{words}</span>'
    return words + "".join(f'<sup><a href="#t{number}-{each}">{each}</a></sup>' for each in run.numbers)


def _topic(topic: Topic) -> str:
    stance = f" – {topic.stance}" if topic.stance else ""
    return f'<span class="dot" style="--c:{topic.colour}"></span><bdi>{_text(topic.path)}</bdi>{stance}'


def _entry(number: int, entry: Entry) -> str:
    lines = [f'<p dir="auto">“{_text(entry.words)}”</p>']
    if entry.speakers:
        lines.append(f"<p>{'; '.join(f'<bdi>{_text(each)}</bdi>' for each in entry.speakers)}</p>")
    lines += [f"<p>{_topic(each)}</p>" for each in entry.topics]
    if entry.proposition:
        lines.append(f'<p class="quiet">The same claim elsewhere: <bdi>{_text(entry.proposition)}</bdi></p>')
    if entry.note:
        lines.append(f'<p dir="auto">{_text(entry.note)}</p>')
    lines.append(f'<p class="quiet">{_text(", ".join((entry.kind, *entry.about)))}</p>')
    mark = f'<span class="number">{entry.number}</span>'
    return f'<li id="t{number}-{entry.number}">{mark}<div>{"".join(lines)}</div></li>\n'


register(Format("html", worded("Report to read, with a legend (HTML)"), (".html", ".htm"), LOSES, write=write))
