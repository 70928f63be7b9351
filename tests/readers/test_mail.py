from __future__ import annotations

import random
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UnreadableArticle
from annotator.readers import read_file, read_parts
from annotator.readers.folders import Refusal
from annotator.readers.mail import read_mailbox, read_message
from annotator.records import Document
from tests.readers.invented import BODY, TITLE, check, lines_of

PLAIN = "\r\n\r\n".join(BODY)


def message(text: str = "\n\n".join(BODY), **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = headers.get("subject", TITLE)
    made["From"] = headers.get("sender", "Nela Quist <quist@ferrypost.example>")
    made["Date"] = headers.get("date", "Mon, 24 Nov 2025 23:30:00 +0300")
    made["Message-ID"] = "<50@ferrypost.example>"
    if text:
        made.set_content(text)
    return made


def parsed(made: EmailMessage | bytes) -> Document:
    data = made if isinstance(made, bytes) else made.as_bytes()
    (document,) = read_message(Path("a.eml"), data)
    check(document)
    return document


def test_headers_are_metadata_and_the_subject_is_the_title() -> None:
    document = parsed(message())
    assert document.title == TITLE
    assert lines_of(document) == [TITLE, *BODY]
    assert document.byline == "Nela Quist"
    assert document.published == "2025-11-24"
    assert document.meta["published_at"] == "2025-11-24T23:30:00+03:00"
    assert document.meta["contact"] == "quist@ferrypost.example"
    assert document.meta["message_id"] == "<50@ferrypost.example>"


def test_a_message_as_servers_send_it_has_no_carriage_returns_left(tmp_path: Path) -> None:
    source = message().as_bytes().replace(b"\n", b"\r\n")
    (tmp_path / "sent.eml").write_bytes(source)
    (document,) = read_file(tmp_path / "sent.eml")
    assert document.meta["reader"] == "eml"
    assert document.file == "sent.eml"
    assert lines_of(document) == [TITLE, *BODY]


def test_the_html_body_is_read_with_its_blocks_and_links() -> None:
    made = message("Please use a program that shows HTML.")
    made.add_alternative(
        '<html><head><style>p {color: red}</style></head><body><div style="display:none">Preview</div>'
        f'<h2>Fees</h2><p>{BODY[0]}</p><p>See <a href="https://guild.example/s">the study</a>, said Dorn.</p>'
        f'<blockquote>{BODY[2]}</blockquote><script>run()</script><ul><li>One</li></ul><img src="http://x/p.gif">'
        "</body></html>",
        subtype="html",
    )
    document = parsed(made)
    quoted = BODY[2]
    assert lines_of(document) == [TITLE, "Fees", BODY[0], "See the study, said Dorn.", quoted, "One"]
    assert [block.kind for block in document.blocks] == [
        "title", "heading", "paragraph", "paragraph", "quote", "item",
    ]  # fmt: skip
    assert [(document.text[link.start : link.end], link.url) for link in document.links] == [
        ("the study", "https://guild.example/s")
    ]


def test_attachments_are_named_and_not_opened() -> None:
    made = message()
    made.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="Gutachten ä.pdf")
    made.add_attachment("other text", filename="notes.txt")
    document = parsed(made)
    assert lines_of(document) == [TITLE, *BODY]
    assert document.meta["left_out"] == [
        "Attachment: Gutachten ä.pdf (application/pdf)",
        "Attachment: notes.txt (text/plain)",
    ]


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("iso-2022-jp", "港は月曜日まで空だった。船は戻らない。"),
        ("windows-1251", "Гильдия паромщиков заявила, что лодки останутся в гавани."),
        ("utf-8", "“Unsere Boote sind klein”, sagte Dorn. Die Gebühr ist es nicht."),
    ],
)
def test_the_charset_that_a_part_declares(charset: str, text: str) -> None:
    made = message("")
    made.set_content(text, charset=charset)
    assert lines_of(parsed(made)) == [TITLE, text]


def test_headers_of_bare_bytes_and_unknown_charsets_are_read_all_the_same() -> None:
    source = (
        "Subject: Fähren bleiben im Hafen\nFrom: Zoë Quist <z@ferrypost.example>\nDate: yesterday\n"
        "Content-Type: text/plain; charset=no-such-set\n\nDie Gebühr für Fähren steigt, sagte Dorn.\n"
    ).encode()
    document = parsed(source)
    assert (document.title, document.byline) == ("Fähren bleiben im Hafen", "Zoë Quist")
    assert "Gebühr" in document.text
    assert document.published is None
    assert "yesterday" in document.meta["warnings"][0]


def test_flowing_lines_are_joined_and_a_signature_stays_out() -> None:
    source = (
        b"Subject: Fees\nContent-Type: text/plain; charset=utf-8; format=flowed\n\nThe guild said on \nTuesday that "
        b"\nthe boats stay.\nA second paragraph.\n\n-- \nNela Quist\nFerry Post\n"
    )
    document = parsed(source)
    assert lines_of(document) == ["Fees", "The guild said on Tuesday that the boats stay.", "A second paragraph."]
    assert document.meta["left_out"] == ["Nela Quist\nFerry Post"]


def test_wrapped_lines_of_plain_mail_are_joined() -> None:
    text = "The ferry guild said on Tuesday that its boats would stay moored in the\nharbour for as long as it takes.\n"
    document = parsed(message(text))
    assert lines_of(document)[1:] == [" ".join(text.split())]


@pytest.mark.parametrize("source", [b"", b"Subject: only a title\n\n", b"\x00\x01\xff" * 50])
def test_a_message_without_text_is_refused(source: bytes) -> None:
    with pytest.raises(UnreadableArticle, match=r"\.$"):
        read_message(Path("a.eml"), source)


def test_parts_too_deep_within_each_other_are_refused_or_read() -> None:
    parts = 3000
    opening = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(parts))
    source = f"Subject: Deep\n{opening}Content-Type: text/plain\n\nText at the bottom of it all.\n"
    with pytest.raises(UnreadableArticle, match="deep"):
        read_message(Path("a.eml"), source.encode())


@given(st.binary(max_size=300), st.integers(0, 400))
def test_damaged_messages_are_read_or_refused_in_a_sentence(noise: bytes, place: int) -> None:
    source = message().as_bytes()
    try:
        outcome = parsed(source[:place] + noise + source[place + len(noise) :]).title
    except UnreadableArticle as error:
        outcome = error.reason
    assert outcome


def test_headers_without_end_take_no_time() -> None:
    for header in ("Subject: " + "=?utf-8?q?a?= " * 20_000, "Content-Type: text/plain; " + "a*0=b; " * 20_000):
        document = parsed(f"{header}\nFrom: {'a, ' * 20_000}\n\nThe boats stay in the harbour.\n".encode())
        assert document.text.endswith("The boats stay in the harbour.")


# Mailboxes -------------------------------------------------------------------------------------------


def mailbox(*messages: bytes, newline: bytes = b"\n") -> bytes:
    parting = b"From quist@ferrypost.example Mon Nov 24 10:11:00 2025"
    return b"".join(
        parting + newline + each.replace(b"\nFrom ", b"\n>From ").replace(b"\n", newline) + newline for each in messages
    )


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_each_message_of_a_mailbox_is_an_article(tmp_path: Path, newline: bytes) -> None:
    first = message("From Monday on the harbour is closed.\n\nFrom 10:15 in 2025 on, said Dorn, nothing moves.\n")
    second = message("The second report about the fees.\n", subject="Second")
    (tmp_path / "box.mbox").write_bytes(mailbox(first.as_bytes(), second.as_bytes(), newline=newline))
    documents = read_file(tmp_path / "box.mbox")
    assert [document.title for document in documents] == [TITLE, "Second"]
    assert lines_of(documents[0])[1:] == [
        "From Monday on the harbour is closed.",
        "From 10:15 in 2025 on, said Dorn, nothing moves.",
    ]
    assert {document.meta["reader"] for document in documents} == {"mbox"}


def test_messages_without_text_are_told_together(tmp_path: Path) -> None:
    empty = message("").as_bytes()
    (tmp_path / "Inbox").write_bytes(mailbox(empty, message().as_bytes(), empty))
    found = list(read_parts(tmp_path / "Inbox"))
    assert [type(each) for each in found] == [Document, Refusal]
    assert isinstance(found[1], Refusal)
    assert "2 messages were left out (1, 3)" in found[1].reason


def test_thousands_of_messages_come_one_by_one() -> None:
    order = random.Random(5)
    bodies = [f"Report {number} said that {order.randint(2, 99)} boats stay in the harbour." for number in range(1500)]
    source = b"Subject: Report\nContent-Type: text/plain\n\n%s\n"
    found = read_mailbox(Path("box.mbox"), mailbox(*(source % body.encode() for body in bodies)))
    first = next(iter(found))
    assert isinstance(first, Document)
    assert first.text.endswith(bodies[0])
    assert [each.text.split("\n")[1] for each in found if isinstance(each, Document)] == bodies[1:]


def test_a_file_that_is_no_mailbox_is_refused() -> None:
    with pytest.raises(UnreadableArticle, match="not a mailbox"):
        list(read_mailbox(Path("box.mbox"), b"From here on\nno mail."))
