"""Makes invented downloads of news services, each with the same two articles in the layout of the service."""

from __future__ import annotations

import textwrap
from typing import NamedTuple


class Told(NamedTuple):
    """An invented article, as a service tells it."""

    title: str
    outlet: str
    date: str
    author: str
    body: tuple[str, ...]


FERRIES = Told(
    "Ferries stay moored in Tessaly",
    "The Ferry Post (Tessaly)",
    "November 24, 2025 Monday",
    "Nela Quist",
    (
        "The boats of Tessaly stayed moored on Monday “for as long as it takes,” the guild's head Ada Dorn said.",
        "Length: that is what the fee is about. Longer boats pay less than short ones.",
        "Body",
        "“Our boats are small,” Dorn said. “The fee is not.”",
    ),
)
STUDY = Told(
    "Minister Marsh asks for a new study",
    "Orvand Daily",
    "November 25, 2025 Tuesday",
    "Ivar Lund",
    (
        "Harbour minister Ivo Marsh asked on Tuesday for a new study of the fee.",
        "IN the harbour nobody had heard of it.",
    ),
)
BOTH = (FERRIES, STUDY)


def nexis_lines(told: Told) -> list[str]:
    """The paragraphs of an article in the present layout of Nexis."""
    return [
        told.title,
        told.outlet,
        f"{told.date} 10:11 AM GMT",
        f"Copyright 2025 {told.outlet} All Rights Reserved",
        "Section: HARBOUR; Pg. 3",
        "Length: 1,012 words",
        f"Byline: By {told.author}",
        "Dateline: TESSALY",
        "Highlight: What the guild says, and what it does not.",
        "Body",
        *told.body,
        "Graphic",
        "A boat in the harbour.",
        "Classification",
        "Language: ENGLISH",
        "Publication-Type: Newspaper",
        "Subject: PORTS (90%); FEES (80%)",
        "Load-Date: November 27, 2025",
        "End of Document",
    ]


def nexis_cover(told: tuple[Told, ...]) -> list[str]:
    """The cover and the list of titles that stand before the articles."""
    return [
        "User Name: Rea Holt",
        "Date and Time: Thursday, November 27, 2025 10:00:00 AM CET",
        "Job Number: 12345",
        f"Documents ({len(told)})",
        *(f"{number}. {each.title}" for number, each in enumerate(told, 1)),
        "Client/Matter: -None-",
        "Search Terms: ferry and fee",
    ]


def lexis_text(told: tuple[Told, ...]) -> str:
    """A download in the older layout: plain text with CRLF, hard wraps and centred heads."""
    lines = ["\ufeff", "", "Download Request: Selected Items: 1-2", "Terms: ferry and fee", ""]
    for number, each in enumerate(told, 1):
        lines += [f"{number} of 340 DOCUMENTS".center(78), "", "", each.outlet.center(78), ""]
        lines += [each.date.center(78), "Edition 1;".center(78), ""]
        lines += [*textwrap.wrap(each.title, 78), "", f"BYLINE: BY {each.author.upper()}", ""]
        lines += ["SECTION: HARBOUR; Pg. 3", "", "LENGTH: 1,012 words", ""]
        for paragraph in each.body:
            lines += [*textwrap.wrap(paragraph, 70, break_on_hyphens=False), ""]
        lines += ["LOAD-DATE: November 27, 2025", "", "LANGUAGE: ENGLISH", ""]
        lines += [
            "GRAPHIC: A boat in the harbour, seen from the pier on which the guild meets, and",
            "its crew",
            "",
        ]
        lines += ["PUBLICATION-TYPE: Newspaper", "", "", "Copyright 2025 Orvand Media".center(78), ""]
    return "\r\n".join(lines)


def factiva_number(told: Told) -> str:
    """The unique number that the service gives an article."""
    return f"{'FERRY0' if told is FERRIES else 'ORVAN0'}000020251124elbo0001{'e' if told is FERRIES else 'f'}"


def factiva_fields(told: Told) -> list[tuple[str, list[str]]]:
    """The coded fields of an article in the service's order."""
    return [
        ("SE", ["Harbour"]),
        ("HD", [told.title]),
        ("BY", [f"By {told.author}"]),
        ("WC", ["312 words"]),
        ("PD", [told.date.rsplit(" ", 1)[0]]),
        ("ET", ["10:11"]),
        ("SN", [told.outlet]),
        ("SC", ["FERRY"]),
        ("LA", ["English"]),
        ("CY", ["Copyright 2025 Orvand Media"]),
        ("LP", [told.body[0]]),
        ("TD", list(told.body[1:])),
        ("NS", ["ports : Ports/Harbours"]),
        ("AN", [f"Document {factiva_number(told)}"]),
    ]


def factiva_page(told: tuple[Told, ...], *, coded: bool = True) -> str:
    """A page of articles, with or without the table of codes."""
    articles = "".join(_coded(each) if coded else _plain(each) for each in told)
    return f"<!DOCTYPE html><html><head><title>Factiva</title></head><body>{articles}</body></html>"


def _coded(told: Told) -> str:
    rows = "".join(
        f'<tr><td class="index"><b>{code}</b>&nbsp;</td><td>'
        + "".join(
            f'<p class="articleParagraph enarticleParagraph">{value}</p>' if code in ("LP", "TD") else value
            for value in values
        )
        + "</td></tr>"
        for code, values in factiva_fields(told)
    )
    return f'<div class="article enArticle"><p><table>{rows}</table></p></div>'


def _plain(told: Told) -> str:
    fields = dict(factiva_fields(told))
    divs = "".join(f"<div>{fields[code][0]}</div>" for code in ("WC", "PD", "ET", "SN", "SC", "LA", "CY"))
    body = "".join(f'<p class="articleParagraph enarticleParagraph">{line}</p>' for line in told.body)
    return (
        f'<div class="article enArticle"><div id="hd"><span class="enHeadline">{told.title}</span></div>'
        f'<div class="author">By {told.author}</div>{divs}{body}'
        f'<p class="articleParagraph enarticleParagraph">Document {factiva_number(told)}</p></div>'
    )


_EUROPRESSE = """<article><header>
<div class="rdp__DocPublicationName"><span class="DocPublicationName">{outlet}, no. 4301<br>Tessaly</span></div>
<div class="rdp__DocHeader"><span class="DocHeader">Harbour, {weekday}, {day} 1 512 words, p. 11</span></div>
<div class="titreArticle"><p class="sm-margin-bottomNews">REPORT</p>
<p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">{title}</p>
<p class="sm-margin-TopNews rdp__subtitle">What the guild says</p></div>
<p class="sm-margin-bottomNews">By {author}</p></header>
<section><div class="DocText clearfix"><div class="docOcurrContainer">{body}
<p><a href="https://post.example/{number}">This article appeared in {outlet} (web site)</a></p></div></div></section>
<aside>Illustration(s): a boat.</aside>
<footer><small>© 2025 {outlet}. All rights reserved.</small>
<div class="publiC-lblNodoc">news·20251124·PB·{number}</div></footer></article>"""


def europresse_page(told: tuple[Told, ...]) -> str:
    """A download of Europresse: the searched word is marked in the text."""
    articles = []
    for number, each in enumerate(told, 1):
        *day, weekday = each.date.split()
        body = "".join(f"<p>{paragraph.replace('boats', '<mark>boats</mark>')}</p>" for paragraph in each.body)
        articles.append(
            _EUROPRESSE.format(
                outlet=each.outlet,
                weekday=weekday,
                day=" ".join(day),
                title=each.title,
                author=each.author,
                body=body,
                number=number,
            )
        )
    return f"<!DOCTYPE html><html><head><title>Europresse</title></head><body>{''.join(articles)}</body></html>"


_FACTIVA_XML = """<ppsarticle><article><accessionNo>FERRY00020251124elbo000{number}</accessionNo>
<baseLanguage>EN</baseLanguage><byline>By {author}</byline><copyright>(c) 2025 {outlet}</copyright>
<headline><paragraph display="Proportional">{title}</paragraph></headline>
<leadParagraph><paragraph display="Proportional"><hlt>{first}</hlt> {rest}</paragraph></leadParagraph>
<publicationDate><dateTime>{day}T01:35:58Z</dateTime></publicationDate><sourceName>{outlet}</sourceName>
<region code="tes"><name>Tessaly</name></region><region code="orv"><name>Orvand</name></region>
<tailParagraphs>{tail}</tailParagraphs><wordCount>1012</wordCount></article></ppsarticle>"""


def factiva_xml(told: tuple[Told, ...]) -> str:
    """A download of Factiva as XML: the searched word is an element within the text."""
    articles = []
    for number, each in enumerate(told, 1):
        first, rest = each.body[0].split(" ", 1)
        tail = "".join(f'<paragraph display="Proportional">{paragraph}</paragraph>' for paragraph in each.body[1:])
        day = f"2025-11-{each.date.split()[1].strip(',')}"
        articles.append(
            _FACTIVA_XML.format(
                number=number,
                author=each.author,
                outlet=each.outlet,
                title=each.title,
                first=first,
                rest=rest,
                day=day,
                tail=tail,
            )
        )
    found = "".join(articles)
    return (
        '<?xml version="1.0" encoding="utf-8"?><PPSResponse>'
        f'<ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0"><ppsarticleResultSet count="{len(told)}">'
        f"{found}</ppsarticleResultSet></ppsArticleResponse></PPSResponse>"
    )
