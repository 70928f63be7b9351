"""Codebooks alone: TOML and REFI-QDA, sound ones whole, broken ones with a sentence."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from annotator.errors import FileError
from annotator.formats import codebook_csv, codebook_qdc, codebook_toml
from annotator.formats.codebook_file import CodebookFile, read_codebook, stable_id, write_codebook
from annotator.records import FieldRecord, TopicRecord

SCHEMA = Path(__file__).parent / "refi-qda-codebook-1.0.xsd"
BOOK = CodebookFile(
    (
        TopicRecord(stable_id("t", "1"), "Fees", None, 1, "What “ships” pay", "a\nb", 'no "fines"', "#3b7dd8", "p"),
        TopicRecord(stable_id("t", "2"), "Level", stable_id("t", "1"), 2, colour="#aabbcc"),
        TopicRecord(stable_id("t", "3"), "Labour", None, 3, exclude="strikes"),
        TopicRecord(stable_id("t", "4"), "Level", stable_id("t", "3"), 4, retired=True),
    ),
    (FieldRecord("check", "Worth \\ checking?", "choice", ("yes", "no"), ("claim", "passage"), 1),),
)  # fmt: skip


def toml(tmp_path: Path, text: str) -> CodebookFile:
    path = tmp_path / "book.toml"
    path.write_text(text, encoding="utf-8")
    return read_codebook(path)


def qdc(tmp_path: Path, codes: str) -> CodebookFile:
    path = tmp_path / "book.qdc"
    path.write_text(f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0">{codes}</CodeBook>', encoding="utf-8")
    return read_codebook(path)


def test_toml_keeps_everything(tmp_path: Path) -> None:
    assert write_codebook(BOOK, tmp_path / "book.toml") == []
    assert read_codebook(tmp_path / "book.toml") == BOOK


def test_qdc_keeps_the_tree_and_says_what_it_lost(tmp_path: Path) -> None:
    out = tmp_path / "book.QDC"
    assert write_codebook(BOOK, out) == [
        "Fields have no place in this format; 1 were left out.",
        "Keys have no place in this format; 1 were left out.",
    ]
    found = read_codebook(out)
    assert [
        (t.id, t.name, t.parent, t.definition, t.include, t.exclude, t.colour, t.retired) for t in found.topics
    ] == [(t.id, t.name, t.parent, t.definition, t.include, t.exclude, t.colour, t.retired) for t in BOOK.topics]
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(etree.parse(out))


words = st.text(string.ascii_letters + string.digits + " äß“”\"'\\#[]=<>&🐟\u0301\u200f\x7fشر\n", max_size=12)


@st.composite
def books(draw: st.DrawFn) -> CodebookFile:
    topics: list[TopicRecord] = []
    for number in range(draw(st.integers(1, 8))):
        parent = draw(st.sampled_from([None, *(each.id for each in topics)]))
        name = f"{' '.join(draw(words).split())} {number}".strip()
        texts = [draw(words).strip() for _ in range(3)]
        topics.append(TopicRecord(stable_id("t", str(number)), name, parent, number + 1, *texts, "#123456"))
    return CodebookFile(tuple(topics))


@given(books())
def test_whatever_is_written_as_toml_is_read_again(book: CodebookFile) -> None:
    assert codebook_toml.read(codebook_toml.content_of(book), "x") == book


@given(books())
def test_whatever_is_written_as_a_table_is_read_again(book: CodebookFile) -> None:
    assert codebook_csv.read(codebook_csv.content_of(book), "x") == book


@given(books())
def test_whatever_is_written_as_qdc_is_valid_and_reads_as_the_same_tree(book: CodebookFile) -> None:
    content = codebook_qdc.content_of(book)
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(etree.fromstring(content))
    found = codebook_qdc.read(content, "x").topics
    clean = {each.id: (each.name.replace("\x7f", "\x7f"), each.parent, each.definition) for each in book.topics}
    assert {each.id: (each.name, each.parent, each.definition) for each in found} == clean


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[topic", "book.toml: It is no valid TOML"),
        ("topic = 3", "A topic begins with a line \\[\\[topic\\]\\]"),
        ("[[topic]]\nname = ' '", "book.toml: topic 1: Every topic needs a name"),
        ("[[topic]]\nname = 'A'\nparent = 'B'", "“A” lies under “B”, but there is no such topic"),
        ("[[topic]]\nname = 'A'\nparent = 'A'", "“A” lies below itself \\(A › A\\)"),
        (
            "[[topic]]\nname='A'\nparent='C'\n[[topic]]\nname='B'\nparent='A'\n[[topic]]\nname='C'\nparent='B'",
            "“A” lies below itself \\(A › C › B › A\\)",
        ),
        ("[[topic]]\nname = 'A'\n[[topic]]\nname = 'A'", "“A” stands twice at the same place"),
        ("[[topic]]\nname = 'A'\n[[topic]]\nname = 'a'", "“a” stands twice at the same place"),
        (
            "[[topic]]\nname='A'\n[[topic]]\nname='B'\n[[topic]]\nname='A'\nparent='B'\n[[topic]]\nname='C'\nparent='A'",
            "“C” lies under “A”, but there are several of that name; name its id",
        ),
        ("[[topic]]\nname = 'A'\ndefinition = 3", "topic 1: “definition” is not a text"),
        ("[[topic]]\nname = 'A'\nretired = 'yes'", "topic 1: “retired” is not true or false"),
        ("[[topic]]\nname = \"\\u0000 \\u0007\"", "topic 1: Every topic needs a name"),
        ("[[field]]\ntitle = 'A'", "field 1: It says nothing of “key”; add a line for it"),
        ("[[field]]\nkey='a'\ntitle='A'\nkind='date'\napplies_to=[]", "“date” is nothing that “kind” can be"),
        ("[[field]]\nkey='a'\ntitle='A'\nkind='text'\napplies_to=['x']", "“x” is nothing that “applies_to” can be"),
        ("[[field]]\nkey='a'\ntitle='A'\nkind='choice'\napplies_to=['claim']\nchoices=[' ']", "“A” needs at least one"),
        (
            "[[field]]\nkey='a'\ntitle='A'\nkind='text'\napplies_to=['claim']\n"
            "[[field]]\nkey='a'\ntitle='B'\nkind='text'\napplies_to=['claim']",
            "two fields with the key “a”",
        ),
    ],
)  # fmt: skip
def test_a_broken_toml_is_refused_with_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(FileError, match=sentence):
        toml(tmp_path, text)


def test_what_can_be_mended_is_mended_and_said(tmp_path: Path) -> None:
    found = toml(
        tmp_path,
        "[[topic]]\nname = 'B'\nparent = 'A'\ncolour = 'red'\nkey = 'x'\nhint = 1\n"
        "[[topic]]\nname = 'A'\ncolour = '#ABC'\nkey = 'X'\n[[topic]]\nname = 'C'\nkey = 'yy'",
    )
    assert [(each.name, each.colour, each.key) for each in found.topics] == [
        ("A", "#aabbcc", "X"), ("B", None, None), ("C", None, None),
    ]  # fmt: skip
    assert found.topics[1].parent == found.topics[0].id
    assert found.repaired == (
        "“hint” of a topic means nothing here; it was left out.",
        "“red” is no colour; “B” gets another one.",
        "The key “x” is that of “A”; “B” has none now.",
        "“yy” cannot be a key; “C” has none now.",
    )


def test_the_habits_of_other_programs_are_taken(tmp_path: Path) -> None:
    found = qdc(
        tmp_path,
        '<Codes><Code guid="{0C0D2DF3-0C9A-4E7A-8B6A-1FE6D1C2A111}" name="Fees" isCodable="true" color="#F00"/>'
        '<Code guid="{0C0D2DF3-0C9A-4E7A-8B6A-1FE6D1C2A111}" name="fees" isCodable="true"/>'
        '<Code guid="no" isCodable="false" name=""/><Code name="Port::Dues" isCodable="true"/>'
        '<Code name="Port" isCodable="true"/></Codes><Sets><Set guid="1" name="S"/></Sets>',
    )
    names = {each.id: each.name for each in found.topics}
    assert [(each.name, names.get(each.parent or ""), each.colour, each.retired) for each in found.topics] == [
        ("Fees", None, "#ff0000", False), ("fees (2)", None, None, False), ("Code 3", None, None, True),
        ("Port", None, None, False), ("Dues", "Port", None, False), ("Port (2)", None, None, False),
    ]  # fmt: skip
    assert found.topics[0].id == "0c0d2df3-0c9a-4e7a-8b6a-1fe6d1c2a111"
    assert len(names) == len(found.topics)
    assert any("Sets of codes" in each for each in found.repaired)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<CodeBook>", "It is no valid XML"),
        (b"<Project/>", "It is XML, but no codebook"),
        (b"<CodeBook><Codes/></CodeBook>", "There are no codes in it"),
        (b"<CodeBook><Codes>" + b'<Code name="a">' * 3000 + b"</Code>" * 3000 + b"</Codes></CodeBook>", "no valid XML"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><CodeBook><Codes>&x;</Codes></CodeBook>', "no codes"),
    ],
)
def test_a_broken_qdc_is_refused_with_a_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "book.qdc"
    path.write_bytes(content)
    with pytest.raises(FileError, match=sentence):
        read_codebook(path)


def test_an_entity_brings_nothing_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words", encoding="utf-8")
    path = tmp_path / "book.qdc"
    path.write_text(
        f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><CodeBook><Codes><Code name="A">'
        "<Description>&x;</Description></Code></Codes></CodeBook>",
        encoding="utf-8",
    )
    assert read_codebook(path).topics[0].definition in ("", "&x;")


def test_no_file_and_a_huge_one_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="nothing at this place"):
        read_codebook(tmp_path / "none.toml")
    huge = tmp_path / "huge.toml"
    with huge.open("wb") as file:
        file.truncate(33 * 1024**2)
    with pytest.raises(FileError, match="larger than 32 MB"):
        read_codebook(huge)


def test_ten_thousand_topics_are_read(tmp_path: Path) -> None:
    lines = [
        f"[[topic]]\nname = 'Topic {n}'\n" + (f"parent = 'Topic {n // 10}'\n" if n >= 10 else "") for n in range(10_000)
    ]
    found = toml(tmp_path, "".join(lines))
    assert len(found.topics) == 10_000
    write_codebook(found, tmp_path / "again.qdc")
    assert len(read_codebook(tmp_path / "again.qdc").topics) == 10_000


def test_control_characters_long_names_and_doubled_keys_are_mended_and_said(tmp_path: Path) -> None:
    long = "Harbour " * 60
    found = toml(
        tmp_path,
        f'[[topic]]\nname = "Fees\\u0000\\u0007 due"\nkey = \'f\'\ndefinition = "a\\u0001b"\n'
        f"[[topic]]\nname = '{long}'\ndefinition = 'All of it'\n"
        "[[topic]]\nname = 'Fees due'\nparent = 'Labour'\nkey = 'F'\n[[topic]]\nname = 'Labour'\n",
    )
    assert [(each.name[:9], each.key) for each in found.topics] == [
        ("Fees due", "f"), ("Harbour H", None), ("Labour", None), ("Fees due", None),
    ]  # fmt: skip
    assert found.topics[0].definition == "a\ufffdb"
    assert len(found.topics[1].name) <= 300
    assert found.topics[1].definition == f"{long.strip()}\n\nAll of it"
    assert len(found.repaired) == 2
    assert "The key “F” is that of “Fees due”; “Fees due” has none now." in found.repaired


def test_fields_are_mended_and_said(tmp_path: Path) -> None:
    found = toml(
        tmp_path,
        "[[field]]\nkey='a'\ntitle='Kind'\nkind='choice'\nchoices=['x','x ','']\napplies_to=[]\n"
        "[[field]]\nkey='b'\ntitle='kind'\nkind='text'\napplies_to=['claim']\n"
        "[[field]]\nkey='c'\ntitle=' '\nkind='number'\napplies_to=['article']\n",
    )
    assert [(each.title, each.choices, each.applies_to) for each in found.fields] == [
        ("Kind", ("x",), ("claim",)), ("kind (2)", (), ("claim",)), ("c", (), ("article",)),
    ]  # fmt: skip
    assert found.repaired == (
        "“Kind” says not what it is asked of; it is asked of claims now.",
        "Choices of “Kind” that are empty or named twice were left out.",
        "The field “b” is called “kind (2)” now.",
        "The field “c” is called “c” now.",
    )


def test_tables_of_spreadsheets_are_taken_by_their_headings(tmp_path: Path) -> None:
    path = tmp_path / "book.csv"
    path.write_bytes(
        "Description;Code;Parent code;Colour;Owner\r\nWhat ships pay;Port fees;;#F00;Ana\r\n"
        '"How high;\nthey are";Höhe;Port fees;;\r\n;;;;\r\n'.encode("cp1252")
    )
    found = read_codebook(path)
    assert [(each.name, each.definition, each.colour) for each in found.topics] == [
        ("Port fees", "What ships pay", "#ff0000"), ("Höhe", "How high;\nthey are", None),
    ]  # fmt: skip
    assert found.topics[1].parent == found.topics[0].id
    assert found.repaired == ("The column “Owner” means nothing here; it was left out.",)
    for text, sentence in (
        ("a,b\n1,2", "no column of names"),
        ("name,parent\nA,B\nB,A", "lies below itself"),
        ("name,parent\nA,C", "there is no such topic"),
        ("name,key\n,x", "Every topic needs a name"),
    ):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(FileError, match=sentence):
            read_codebook(path)


def test_a_table_says_that_it_has_no_fields_and_runs_no_formula(tmp_path: Path) -> None:
    out = tmp_path / "book.csv"
    field = FieldRecord("a", "Kind", "text", (), ("claim",), 1)
    topic = TopicRecord("t", "=1+1", None, 1, retired=True)
    assert write_codebook(CodebookFile((topic,), (field,)), out) == [
        "Fields have no place in this format; 1 were left out."
    ]
    assert '"\'=1+1"' in out.read_text(encoding="utf-8-sig")
    assert read_codebook(out).topics == (topic,)
