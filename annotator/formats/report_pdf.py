"""A readable report of the tagged articles as PDF, with embedded fonts for every script that the system has.

Called by way of the registry; needs the extra `pdf` (Typst, which sets right-to-left and complex scripts and runs
without a network). What it says is in `report`; it goes to the typesetter as data, never as its language, so that
nothing in an article can be run. It is written only, never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

from annotator.errors import FileError
from annotator.formats import Format, Progress, Written, no_progress, register
from annotator.formats.extras import extra_library
from annotator.formats.output import replacing, sha256_so_far, working_folder
from annotator.formats.report import LOSES, Report
from annotator.formats.xml_text import xml_text
from annotator.records import Record
from annotator.sentences import worded

MOST_CHARACTERS = 5_000_000
"""The longest texts together, some 2,000 pages: the typesetter holds all of them in memory."""

_LANGUAGE = re.compile("[a-z]{2,3}")
_TEMPLATE = rb"""
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, date: none)
#set page(paper: "a4", margin: (x: 25mm, y: 24mm), numbering: "1", number-align: center)
#set text(font: ("Inter", "Noto Sans", "Helvetica Neue", "Arial", "DejaVu Sans"), size: 10pt, fill: rgb("#1c2024"))
#set par(leading: 0.72em, spacing: 1em, justify: false)
#show link: set text(fill: rgb("#2f5d9b"))
#let quiet(body) = text(fill: rgb("#60646c"), size: 8.5pt, body)
#let dot(colour) = box(circle(radius: 2.6pt, fill: rgb(colour)), baseline: -0.6pt)
#let topic(it) = [#dot(it.colour)~#it.path#if it.stance != "" [ \u{2013} #it.stance]]
#let run(it) = {
  let body = text(it.text)
  if it.cue { body = text(style: "italic", body) }
  if it.mention { body = underline(stroke: (thickness: 0.5pt, dash: "dotted"), offset: 2pt, body) }
  if it.passage { body = underline(stroke: 1.2pt + rgb(it.colour), offset: 3.5pt, body) }
  if it.claim { body = highlight(fill: rgb(it.colour).lighten(72%), radius: 1pt, body) }
  body
  if it.numbers.len() > 0 { super(text(fill: rgb("#60646c"), it.numbers.map(str).join(","))) }
}
#let line-of(it) = {
  let body = it.runs.map(run).join()
  if it.kind == "title" { body = heading(level: 2, outlined: true, body) }
  else if it.kind == "heading" { body = heading(level: 3, outlined: false, body) }
  else if it.kind == "standfirst" { body = strong(body) }
  else if it.kind == "quote" { body = pad(left: 1.2em, body) }
  else if it.kind == "item" { body = [\u{2022} #body] }
  if it.right_to_left { align(right, text(dir: rtl, body)) } else { body }
  parbreak()
}
#let rule = (bottom: 0.5pt + rgb("#d9dce1"))
#let entry(it) = block(breakable: false, width: 100%, spacing: 0pt, inset: (y: 4pt), stroke: rule,
  grid(columns: (1.8em, 1fr), gutter: 4pt, quiet(str(it.number)), {
    set text(size: 9pt)
    set par(leading: 0.6em)
    [\u{201c}#it.words\u{201d}]
    let said = (..(if it.speakers.len() > 0 { (it.speakers.join("; "),) }), ..it.topics.map(topic))
    if said.len() > 0 { linebreak(); said.join([ \u{b7} ]) }
    if it.proposition != "" { linebreak(); quiet([The same claim elsewhere: #it.proposition]) }
    if it.note != "" { linebreak(); it.note }
    linebreak(); quiet((it.kind, ..it.about).join(", "))
  }))
#text(size: 17pt, weight: "bold", data.title)
#parbreak()
#quiet(data.counts)
#block(grid(columns: (1fr, 1fr), gutter: 5pt, ..data.legend.map(it => [#topic(it) #quiet("(" + str(it.count) + ")")])))
#quiet[#highlight(fill: rgb("#3b7dd8").lighten(72%))[claim] \u{b7} #underline(stroke: 1.2pt + rgb("#3b7dd8"),
  offset: 3.5pt)[passage on a topic] \u{b7} #underline(stroke: (thickness: 0.5pt, dash: "dotted"), offset: 2pt)[mention
  of a speaker] \u{b7} #emph[cue]]
#for section in data.sections {
  v(1.2em)
  let about = quiet(section.about.join(" \u{b7} "))
  let titled = section.lines.filter(it => it.kind == "title").len() > 0
  if not titled { heading(level: 2, section.title); about; parbreak() }
  set text(lang: section.language)
  for each in section.lines {
    line-of(each)
    if each.kind == "title" { about; parbreak() }
  }
  v(0.4em)
  for each in section.entries { entry(each) }
}
"""


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write the PDF in the place of `out`.

    Raises DiskFull, and FileError when Typst is not installed, the set is too long, or `out` cannot be written.
    """
    report = Report()
    report.take_all(records, progress)
    if report.characters() > MOST_CHARACTERS:
        raise FileError(
            worded("The articles are too long for one PDF; choose some of them, or write the report as HTML."),
            where=str(out),
        )
    typst = extra_library("typst", "pdf")
    data = xml_text(msgspec.json.encode(_data(report)).decode())
    with replacing(out) as file, working_folder(out) as empty:
        try:
            # An empty folder is all that the typesetter sees; without the time the same set gives the same bytes.
            made = typst.compile(_TEMPLATE, root=str(empty), format="pdf", sys_inputs={"data": data}, timestamp=0)
        except RuntimeError as error:
            raise FileError(worded("The report could not be set: {error}.", error=error), where=str(out)) from error
        file.write(made)
        return Written(str(out), "pdf", dict(+report.counts), dict(report.loses), sha256_so_far(file))


def _data(report: Report) -> dict[str, object]:
    counts = [f"{report.counts[kind]} {kind}{'' if report.counts[kind] == 1 else 's'}" for kind in ("article", "claim")]
    sections = [msgspec.to_builtins(each) for each in report.sections()]
    for section in sections:
        # The typesetter knows languages by two or three letters.
        language = (section["language"] or "").split("-")[0].lower()
        section["language"] = (
            language if language.isascii() and language.isalpha() and len(language) in (2, 3) else "en"
        )
        section["about"] = [*section["about"], *filter(None, (section["url"],))] or [""]
    legend = [msgspec.to_builtins(each) for each in report.legend()]
    return {"title": report.title or "Report", "counts": ", ".join(counts), "legend": legend, "sections": sections}


register(Format("pdf", worded("Report to read, with a legend (PDF)"), (".pdf",), LOSES, write=write))
