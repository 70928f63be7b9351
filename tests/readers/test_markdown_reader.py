from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UnreadableArticle
from annotator.readers.markdown import markdown_units, read, recognise
from annotator.records import Document
from tests.readers.invented import ADDRESS, BODY, MARKDOWN, STANDFIRST, TITLE, check, lines_of

HEADER = f"# {TITLE}\n\nBy Nela Quist\n\nNovember 24, 2025\n\n"
WORDS = st.text(st.characters(categories=("Lu", "Ll", "Lo", "Nd")), min_size=1, max_size=8)
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=30).map(" ".join), min_size=1, max_size=8)


def parsed(text: str, name: str = "harbour.md") -> Document:
    (document,) = read(Path(name), text.encode())
    check(document)
    return document


def test_a_news_article_with_header_and_tail() -> None:
    document = parsed(MARKDOWN)
    assert document.title == TITLE
    assert document.byline == "Nela Quist"
    assert document.published == "2025-11-24"
    assert document.url == ADDRESS
    assert document.source == "ferrypost.example"
    assert document.language == "en"
    assert document.text == "\n".join((TITLE, STANDFIRST, *BODY))
    assert [block.kind for block in document.blocks] == ["title", "standfirst", *["paragraph"] * len(BODY)]
    assert document.meta["contact"] == "Contact the author at desk@ferrypost.example"
    assert document.links == ()


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By [Nela Quist](https://ferrypost.example/nq)", "Nela Quist"),
        ("By [Nela Quist](#), [Tom Bex](#) and Ria van Holm", "Nela Quist, Tom Bex and Ria van Holm"),
        ("*By Nela Quist*", "Nela Quist"),
        ("**BY NELA QUIST**", "NELA QUIST"),
        ("by Nela Quist, political correspondent", "Nela Quist"),
        ("Von Nela Quist und Tom Bex", "Nela Quist und Tom Bex"),
        ("Author: Nela Quist", "Nela Quist"),
        ("作者：林 海", "林 海"),
        ("[Nela Quist](/people/nela-quist)", "Nela Quist"),
    ],
)
def test_bylines(line: str, byline: str) -> None:
    document = parsed(f"# {TITLE}\n\n{line}\n\nNovember 24, 2025\n\n{BODY[0]}\n\n{BODY[1]}")
    assert document.byline == byline
    assert document.published == "2025-11-24"
    assert line.strip("*") not in document.text


def test_byline_and_date_on_one_line() -> None:
    document = parsed(f"# {TITLE}\n\nBy Nela Quist | Nov. 24, 2025\n\n{BODY[0]}")
    assert (document.byline, document.published) == ("Nela Quist", "2025-11-24")


def test_header_lines_without_blank_lines_between() -> None:
    document = parsed(f"# {TITLE}\nBy Nela Quist\n24 November 2025, 10:11 CET\n\n{BODY[0]}\n\n{BODY[1]}")
    assert (document.byline, document.published) == ("Nela Quist", "2025-11-24")
    assert lines_of(document) == [TITLE, *BODY[:2]]


def test_a_standfirst_and_an_outlet_may_stand_above_the_byline() -> None:
    document = parsed(f"# {TITLE}\n\n{STANDFIRST}\n\nFerry Post\n\nBy Nela Quist\n\n{BODY[0]}\n\n{BODY[1]}")
    assert document.source == "Ferry Post"
    assert lines_of(document, "standfirst") == [STANDFIRST]
    assert lines_of(document, "paragraph") == list(BODY[:2])


@pytest.mark.parametrize("label", ["Original url:", "Original URL:", "Source:", "URL:", "Link:", "Quelle:"])
@pytest.mark.parametrize("form", ["{} <{}>", "{} {}", "{}\n\n{}", "{}\n<{}>", "{0} [{1}]({1})"])
def test_addresses_at_the_end(label: str, form: str) -> None:
    document = parsed(f"{HEADER}{BODY[0]}\n\n{form.format(label, ADDRESS)}\n")
    assert document.url == ADDRESS
    assert lines_of(document) == [TITLE, BODY[0]]


def test_the_outlet_that_the_article_names_goes_before_the_host() -> None:
    document = parsed(f"{HEADER}{BODY[0]}\n\nSource: [Ferry Post]({ADDRESS})\n")
    assert (document.source, document.url) == ("Ferry Post", ADDRESS)


def test_lines_of_the_body_that_look_like_header_or_tail_stay() -> None:
    odd = ["By Nela Quist", "November 20, 2025", "Source: the guild", f"<{ADDRESS}>", "Contact us at a@b.example"]
    document = parsed(HEADER + "\n\n".join([BODY[0], BODY[1], *odd, BODY[2]]))
    assert lines_of(document)[-len(odd) - 1 : -1] == [*odd[:3], ADDRESS, odd[4]]
    assert document.published == "2025-11-24"
    assert document.url is None


def test_no_standfirst_is_invented() -> None:
    no_header = parsed(f"# {TITLE}\n\n{STANDFIRST}\n\n{BODY[0]}\n\n{BODY[1]}")
    lead = parsed(f"{HEADER}{BODY[0]}\n\n{BODY[1]}\n\n{BODY[2]}")
    dateline = parsed(f"{HEADER}TESSALY (Orvand Wire) — The boats stay.\n\n{BODY[1]}\n\n{BODY[2]}")
    quote = parsed(f"{HEADER}{BODY[2]}\n\n{BODY[0]}\n\n{BODY[1]}")
    for document in (no_header, lead, dateline, quote):
        assert lines_of(document, "standfirst") == []


def test_an_emphasised_paragraph_below_the_header_is_the_standfirst() -> None:
    document = parsed(f"{HEADER}*“{STANDFIRST}”*\n\n{BODY[0]}\n\n{BODY[1]}")
    assert lines_of(document, "standfirst") == [f"“{STANDFIRST}”"]


def test_kinds_of_blocks() -> None:
    document = parsed(
        f"{HEADER}{BODY[0]}\n\n## What comes next\n\n> We wait.\n> And see.\n\n- one boat\n- two boats\n\n"
        "1. first\n2. second\n\n1989. That was a year.\n\n    indented\n\n***\n\nUnderlined\n---\n\nLast."
    )
    assert [(block.kind, document.text[block.start : block.end]) for block in document.blocks[2:]] == [
        ("heading", "What comes next"),
        ("quote", "We wait. And see."),
        ("item", "one boat"),
        ("item", "two boats"),
        ("item", "1. first"),
        ("item", "2. second"),
        ("item", "1989. That was a year."),
        ("paragraph", "indented"),
        ("heading", "Underlined"),
        ("paragraph", "Last."),
    ]


def test_markup_within_a_paragraph() -> None:
    document = parsed(
        f"{HEADER}🐟 The **guild** and [its *study*](https://guild.example/study) &amp; the `fee` cost \\*5\\*; "
        "see [the law][1], snake_case, 5 * 3, ![a boat](boat.png)<b>bold</b> [top](#top).\n\n"
        "[1]: https://law.example/harbours\n"
    )
    assert lines_of(document)[1] == (
        "🐟 The guild and its study & the fee cost *5*; see the law, snake_case, 5 * 3, bold top."
    )
    assert [(document.text[link.start : link.end], link.url) for link in document.links] == [
        ("its study", "https://guild.example/study"),
        ("the law", "https://law.example/harbours"),
    ]


def test_fenced_code_is_kept_line_by_line() -> None:
    document = parsed(f"{HEADER}{BODY[0]}\n\n```\n  a  *b*\n\nc [d](e)\n```\n")
    assert lines_of(document)[-2:] == ["  a  *b*", "c [d](e)"]


def test_wrapped_paragraphs_are_joined_and_long_lines_are_not() -> None:
    wrapped = parsed(f"{HEADER}The guild said that its boats would stay in the harbour\nuntil spring.\n\n{BODY[1]}")
    assert "harbour until spring." in wrapped.text
    apart = parsed(f"{HEADER}{BODY[0]}\n{BODY[0]}\n{BODY[0]}")
    assert lines_of(apart) == [TITLE, *[BODY[0]] * 3]


def test_navigation_above_and_below_stays_out() -> None:
    links = "[Home](/) | [News](/news) | [Sport](/sport)"
    document = parsed(f"{links}\n\n{HEADER}{BODY[0]}\n\n{BODY[1]}\n\n{links}\n\n© 2025 Ferry Post\n")
    assert lines_of(document) == [TITLE, *BODY[:2]]
    assert "Home | News | Sport" in document.meta["left_out"]


def test_front_matter() -> None:
    document = parsed(
        f'---\ntitle: "{TITLE}"\nauthor:\n  - Nela Quist\n  - Tom Bex\ndate: 2025-11-24T08:00:00Z\n'
        f"url: {ADDRESS}\nsource: 'Ferry Post'\nlang: en-GB\n"
        f"subtitle: >\n  {STANDFIRST}\ntags: [sea, fees]\n---\n\n# {TITLE.upper()}\n\n{BODY[0]}\n\n{BODY[1]}\n"
    )
    assert document.title == TITLE
    assert document.byline == "Nela Quist, Tom Bex"
    assert document.published == "2025-11-24"
    assert (document.url, document.source, document.language) == (ADDRESS, "Ferry Post", "en")
    assert lines_of(document) == [TITLE.upper(), STANDFIRST, *BODY[:2]]
    assert document.meta["front_matter"] == {"tags": "sea, fees"}


def test_rules_are_no_front_matter() -> None:
    document = parsed(f"---\n\n{BODY[1]}\n\n---\n\n{BODY[2]}")
    assert lines_of(document) == [*BODY[1:3]]


def test_the_stem_is_the_title_of_a_file_without_one() -> None:
    document = parsed(f"{BODY[0]}\n\n{BODY[1]}\n", "harbour dispute.md")
    assert document.title == "harbour dispute"
    assert lines_of(document, "title") == []


def test_an_ambiguous_date_keeps_its_year_and_warns() -> None:
    document = parsed(f"# {TITLE}\n\nBy Nela Quist\n\n03/04/2025\n\n{BODY[0]}")
    assert document.published == "2025"
    assert "03/04/2025" in document.meta["warnings"][0]


def test_all_line_ends_give_the_same_document() -> None:
    assert (
        parsed(MARKDOWN.replace("\n", "\r\n")).text
        == parsed(MARKDOWN.replace("\n", "\r")).text
        == parsed(MARKDOWN).text
    )


@given(PARAGRAPHS)
def test_every_word_of_the_body_is_in_the_text(paragraphs: list[str]) -> None:
    body = [f"Then {paragraph} was said." for paragraph in paragraphs]
    document = parsed(HEADER + "\n\n".join(body) + f"\n\nOriginal url:\n\n<{ADDRESS}>\n")
    assert document.text == "\n".join((TITLE, *body))


@given(st.text(max_size=400))
def test_any_text_gives_a_sound_document_or_a_refusal(text: str) -> None:
    try:
        documents = read(Path("any.md"), text.encode("utf-8", "replace"))
    except UnreadableArticle:
        return
    for document in documents:
        check(document)


LINES = (
    "# Title|## A [b](http://x.example) #|#none|One.|*em* of\nlines|    indented|\ttab|#|“Quote”, she said.|"
    "end  \nbreak|[a]: b|a/b|###### six ###|-dash|– dash|*x|\xa0"
)
PIECES = st.sampled_from(LINES.split("|"))


@given(st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\n\n", "\n\n\n", "\n \n"])), max_size=6))
def test_texts_without_structure_are_cut_as_the_parser_cuts_them(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    # A rule below makes the same text go through the parser of blocks; it yields no unit of its own.
    assert markdown_units(text) == markdown_units(f"{text}\n\n***\n")


@pytest.mark.parametrize(
    ("name", "head", "sure"),
    [
        ("a.md", b"", True),
        ("a.txt", b"x\n# Title\n", True),
        ("a.txt", b"plain # text\n", False),
        ("a.bin", b"# T", False),
    ],
)
def test_recognition(name: str, head: bytes, sure: bool) -> None:
    assert (recognise(Path(name), head) > 0.5) is sure


@pytest.mark.parametrize(
    ("tail", "left", "url", "source"),
    [
        ("[Original article]({0})", [], ADDRESS, "ferrypost.example"),
        ("Original url\n\n<{0}>", [], ADDRESS, "ferrypost.example"),
        ("URL\n{0}", [], ADDRESS, "ferrypost.example"),
        ("Original url: <{0}>", [], ADDRESS, "ferrypost.example"),
        ("**Original URL:** {0}", [], ADDRESS, "ferrypost.example"),
        ("This story was originally published by [Ferry Post]({0}).", ["*"], ADDRESS, "Ferry Post"),
        ("This article first appeared in Ferry Post.", ["*"], None, "Ferry Post"),
        ("Dieser Artikel erschien zuerst in der Fährpost.", ["*"], None, "der Fährpost"),
        ("(Reporting by Nela Quist; editing by Tom Bex)\n\n<{0}>", ["*"], ADDRESS, "ferrypost.example"),
        ("Follow us on Facebook and X", ["*"], None, None),
        ("Read more: [Other boats]({0}/o)", ["*"], None, None),
        ("See also:\n\n- [Other boats]({0}/o)\n- [More boats]({0}/m)", ["*", "*", "*"], None, None),
    ],
)
def test_lines_below_the_body(tail: str, left: list[str], url: str | None, source: str | None) -> None:
    document = parsed(HEADER + "\n\n".join(BODY) + "\n\n" + tail.format(ADDRESS))
    assert lines_of(document)[1:] == list(BODY)
    assert (document.url, document.source) == (url, source)
    assert len(document.meta.get("left_out", [])) == len(left)


def test_every_contact_line_is_kept_in_the_metadata() -> None:
    lines = [f"To contact the reporter: {name} at {name.lower()}@ferrypost.example" for name in ("Nela", "Tom")]
    document = parsed(HEADER + "\n\n".join((*BODY, *lines)))
    assert document.meta["contact"].split("\n") == lines
    assert lines_of(document)[1:] == list(BODY)


@pytest.mark.parametrize(
    "last",
    [
        "Follow the money, he said.",
        "Related: the fee of last year.",
        "This article was written on a boat.",
        "Reporting by ferry is slow.",
        "Read more of his letters in the harbour museum.",
    ],
)
def test_a_last_line_of_the_body_is_no_tail(last: str) -> None:
    assert lines_of(parsed(HEADER + "\n\n".join((*BODY, last))))[-1] == last


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Publié le 24 novembre 2025 à 18:23 - Mis à jour le 25 novembre 2025 à 09:00", "2025-11-24", "2025-11-25"),
        ("November 24, 2025 (updated November 25, 2025)", "2025-11-24", "2025-11-25"),
        ("Updated November 25, 2025, published November 24, 2025", "2025-11-24", "2025-11-25"),
        ("24 novembre 2025 alle ore 18:23", "2025-11-24", None),
        ("Nov. 24 2025 — 18:23 (Tessaly time)", "2025-11-24", None),
        ("November 24, 2025 5 min read", "2025-11-24", None),
        ("Port Tessaly, November 24, 2025", "2025-11-24", None),
        ("TESSALY, Nov 24, 2025 —", "2025-11-24", None),
        ("24 listopada 2025 r.", "2025-11-24", None),
        ("24.11.25", "2025-11-24", None),
    ],
)
def test_date_lines_of_many_shapes(line: str, published: str, updated: str | None) -> None:
    document = parsed(f"# {TITLE}\n\nBy Nela Quist\n\n{line}\n\n" + "\n\n".join(BODY))
    assert (document.published, document.meta.get("updated")) == (published, updated)
    assert lines_of(document)[1:] == list(BODY)


def test_a_line_break_by_a_backslash_parts_byline_and_date() -> None:
    document = parsed(f"# {TITLE}\n\nBy Nela Quist\\\nNovember 24, 2025\n\n" + "\n\n".join(BODY))
    assert (document.byline, document.published) == ("Nela Quist", "2025-11-24")


@pytest.mark.parametrize("line", ["Nela Quist", "Nela Quist and Tom Bex", "Nela Quist, Ferry Wire"])
def test_a_line_of_names_above_the_date_is_the_byline(line: str) -> None:
    document = parsed(f"# {TITLE}\n\n{line}\n\nNovember 24, 2025\n\n" + "\n\n".join(BODY))
    assert (document.byline, document.source) == (line, None)


def test_a_long_heading_below_the_header_is_the_standfirst() -> None:
    document = parsed(f"{HEADER}## {STANDFIRST}\n\n" + "\n\n".join(BODY[:4]))
    assert lines_of(document, "standfirst") == [STANDFIRST]
    document = parsed(f"{HEADER}## What happened\n\n" + "\n\n".join(BODY[:4]))
    assert lines_of(document, "heading") == ["What happened"]


def test_lists_and_quotations_within_each_other_keep_their_text() -> None:
    deep = "> " * 60 + "“The fee is not small,” Dorn said."
    document = parsed(f"{HEADER}{BODY[0]}\n\n{deep}\n\n{BODY[1]}")
    assert lines_of(document, "quote") == ["“The fee is not small,” Dorn said."]


def test_more_lines_than_any_article_has_are_refused() -> None:
    with pytest.raises(UnreadableArticle, match="more than 200,000 lines"):
        read(Path("a.md"), b"a\n" * 200_002)


def test_a_paragraph_that_no_article_has_keeps_its_signs() -> None:
    short, endless = "*a **b " * 20, "*a **b " * 20_000
    assert [unit.text for unit in markdown_units(f"_Fog_\n\n{endless}\n")] == ["Fog", endless.strip()]
    assert markdown_units("_Fog_ " * 100)[0].text == "Fog " * 99 + "Fog"
    assert len(markdown_units(short)) == 1


def test_comments_are_no_text_and_a_mark_without_its_end_is() -> None:
    document = parsed(f"{HEADER}{BODY[0]}<!-- not shown -->\n\n<!-- nor\nthis -->\n\n{BODY[1]}\n\nA < b <!-- c")
    assert lines_of(document)[1:] == [BODY[0], BODY[1], "A < b <!-- c"]


WRITTEN = {"title": "Boats: to stay", "author": "Nela Quist, Tom Bex", "date": "2025-11-24"}


@pytest.mark.parametrize(
    "block",
    [
        '---\ntitle: "Boats: to stay"\nauthor:\n  - Nela Quist\n  - Tom Bex\ndate: 2025-11-24 18:23:00 +0300\n---\n',
        "---\ntitle: Boats: to stay\nauthors:\n- name: Nela Quist\n  url: https://a.example\n- name: Tom Bex\n"
        "date: November 24, 2025\n---\n",
        "---\ntitle: 'Boats: to stay'\nauthor: By Nela Quist, Tom Bex\ndate: 24.11.2025\n...\n",
        '---\ntitle: "Boats: to stay"\nauthor:\n  - "[[Nela Quist]]"\n  - "[[people/tb|Tom Bex]]"\n'
        "date: 2025-11-24\n---\n",
        '+++\ntitle = "Boats: to stay"\ndate = 2025-11-24T18:23:00+03:00\ndraft = false\n[params]\n'
        'author = ["Nela Quist", "Tom Bex"]\n+++\n',
        '{\n "title": "Boats: to stay",\n "author": [{"name": "Nela Quist"}, "Tom Bex"],\n "date": "2025-11-24"\n}\n',
        "% Boats: to stay\n% Nela Quist; Tom Bex\n% 24 November 2025\n",
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_front_matter_of_many_kinds(block: str, newline: str) -> None:
    text = (block + "\n" + "\n\n".join(BODY)).replace("\n", newline)
    document = parsed(f"\ufeff{text}")
    assert (document.title, document.byline, document.published) == tuple(WRITTEN.values())
    assert lines_of(document) == [WRITTEN["title"], *BODY]


@pytest.mark.parametrize(
    "begin", ["+++\nbroken = \n+++\n", "{\n not json\n}\n", "{ not closed", "---\nno names\n---\n"]
)
def test_what_only_looks_like_front_matter_stays(begin: str) -> None:
    text = parsed(begin + "\n" + "\n\n".join(BODY)).text
    assert all(words in text for words in (*BODY, *(word for word in begin.split() if word.isalpha())))


def test_an_address_within_the_site_is_no_url_of_the_article() -> None:
    document = parsed("---\ntitle: Boats\nurl: /2025/boats/\n---\n" + "\n\n".join(BODY))
    assert document.url is None
    assert document.meta["front_matter"] == {"url": "/2025/boats/"}


@pytest.mark.parametrize(
    "title",
    [
        "# Boats to stay\n# Despite the pledge",
        "Boats to stay\nDespite the pledge\n==================",
        "Title: Boats to stay Despite the pledge",
    ],
)
def test_titles_of_two_lines_and_behind_a_label(title: str) -> None:
    document = parsed(f"{title}\n\nBy Nela Quist\n\nNovember 24, 2025\n\n" + "\n\n".join(BODY))
    assert document.title == "Boats to stay Despite the pledge"
    assert lines_of(document) == [document.title, *BODY]


def test_a_title_that_is_said_twice_is_one() -> None:
    document = parsed(f"# {TITLE}\n\n{HEADER}" + "\n\n".join(BODY))
    assert lines_of(document) == [TITLE, *BODY]


def test_a_second_heading_is_never_taken_for_the_outlet() -> None:
    document = parsed(f"# {TITLE}\n\n## The Guild\n\nBy Nela Quist\n\n" + "\n\n".join(BODY))
    assert document.source is None
    assert "The Guild" in lines_of(document)


def test_the_day_in_the_name_of_a_post(tmp_path: Path) -> None:
    (document,) = read(tmp_path / "2025-11-24-boats-to-stay.md", "\n\n".join(BODY).encode())
    assert document.published == "2025-11-24"
    (document,) = read(tmp_path / "2025-11-23-boats.md", (HEADER + BODY[0]).encode())
    assert document.published == "2025-11-24"


def test_rows_of_a_table_are_paragraphs_without_marks() -> None:
    table = "| Town | Fee |\n|:-----|----:|\n| **Vell** | [3](https://a.example) |\n| Tarn | 4 |"
    document = parsed(f"{HEADER}{BODY[0]}\n\n{table}\n\n{BODY[1]}")
    assert lines_of(document)[1:] == [BODY[0], "Town Fee", "Vell 3", "Tarn 4", BODY[1]]
    assert [document.text[link.start : link.end] for link in document.links] == ["3"]


def test_notes_stay_and_the_marks_that_lead_to_them_go() -> None:
    document = parsed(f"{HEADER}The fee[^1] is high[^x].\n\n{BODY[1]}\n\n[^1]: Paid yearly.")
    assert lines_of(document)[1:] == ["The fee is high[^x].", BODY[1], "Paid yearly."]
