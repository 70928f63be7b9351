"""A team at one database: the form that says what is wrong, a colleague's tag, a connection lost and found."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from annotator import paths
from annotator.actions.articles import add_articles
from annotator.actions.tagging import tag_claim
from annotator.actions.team import add_member
from annotator.queries.articles import article, article_list
from annotator.settings import save
from annotator.store import Store
from tests.journeys.analyst import Analyst
from tests.server import Server

PASSWORD = "a harbour at 5"
SEEN_SECONDS = 2.0


class Keyring(KeyringBackend):
    """A keyring that forgets everything at the end of the test."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def ring() -> Iterator[Keyring]:
    """The system's keyring, for the time of a test."""
    before, made = keyring.get_keyring(), Keyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def own_server(server: Server) -> Iterator[Server]:
    """A server that may be killed."""
    del server
    made = Server(safe=True)
    yield made
    made.remove()


@pytest.fixture
def database(own_server: Server, files: list[Path]) -> str:
    """A team's project with three articles, whose members are Ana and Ben."""
    name = own_server.template()
    with Store.open(own_server.url(name), "Keeper") as store:
        add_articles(store, files)
        add_member(store, "Ana", "coder", password=PASSWORD)
        add_member(store, "Ben", "coder")
    return name


def tag(server: Server, database: str, words: str) -> str:
    """Ben's claim over the words of the article that Ana reads."""
    with Store.open(server.url(database, "Ben"), "Ben") as store:
        with store.read() as session:
            found = next(each for each in article_list(session, "Ben") if each.title == "Port fees to rise by a third")
            text = article(session, found.id).text
        start = text.index(words)
        return tag_claim(store, found.id, [(start, start + len(words))])


def test_ana_joins_the_team(analyst: Analyst, own_server: Server, database: str, ring: Keyring) -> None:
    commands = analyst.window.commands
    commands.connect()
    form = commands.connecting.dialog
    assert form is not None
    assert not form.take.isEnabled()

    def answered(sentence: str) -> None:
        analyst.until(lambda: sentence in form.answer.text(), sentence)
        assert PASSWORD not in form.answer.text()
        assert form.test.isEnabled()

    for field, value in ((form.host, "127.0.0.1"), (form.port, "1"), (form.database, "nowhere"), (form.user, "Ana")):
        field.setText(value)
    form.test.click()
    answered("Nothing answers on 127.0.0.1, port 1")
    form.port.setText(str(own_server.port))
    form.test.click()
    answered("wants a password for Ana")
    form.password.setText("guessed")
    form.test.click()
    answered("The password for Ana on 127.0.0.1 is not the right one")
    form.password.setText(PASSWORD)
    form.test.click()
    answered("There is no database nowhere")
    form.database.setText("postgres")
    form.test.click()
    answered("There is no Annotator project")
    form.database.setText(database)
    form.test.click()
    answered("All is well: the project “Harbour dispute” is there. You are Ana, a coder.")
    assert not ring.kept
    form.take.click()
    analyst.until(lambda: analyst.window.project is not None, "the project is open")
    assert commands.connecting.dialog is None

    # The password is in the keyring and nowhere else; the address brings Ana back without asking.
    assert list(ring.kept.values()) == [PASSWORD]
    address = analyst.window.settings.recent[0]
    assert address == f"postgresql+psycopg://Ana@127.0.0.1:{own_server.port}/{database}"
    save(analyst.window.settings)
    written = [each for each in paths.data_folder().rglob("*") if each.is_file()]
    assert paths.settings_file() in written
    assert not [each for each in written if PASSWORD.encode() in each.read_bytes()]
    analyst.window.show_welcome()
    commands.open_path(address)
    analyst.until(lambda: analyst.window.project is not None, "the project is open again")
    analyst.window.show_welcome()
    ring.kept.clear()
    commands.open_path(address)
    analyst.until(lambda: commands.connecting.dialog is not None, "the form asks for the password")
    form = commands.connecting.dialog
    assert form is not None
    assert "wants a password for Ana" in form.answer.text()
    assert form.database.text() == database
    form.reject()


def test_a_colleagues_tag_comes_by_itself_also_after_an_outage(
    analyst: Analyst, own_server: Server, database: str
) -> None:
    analyst.open_project(own_server.url(database, "Ana"))
    analyst.read("Port fees to rise by a third")
    assert analyst.project.store.annotator == "Ana"
    marks = analyst.project.screen.opened.marks
    first = tag(own_server, database, "The study")
    written = time.monotonic()
    analyst.until(lambda: first in marks, "Ben's claim is there")
    assert time.monotonic() - written < SEEN_SECONDS

    own_server.kill()
    analyst.until(lambda: "No connection" in analyst.window.status.saved.text(), "the outage is told")
    assert analyst.window.messages.message is not None
    assert "can still be read" in analyst.window.messages.message.text
    assert analyst.article.title == "Port fees to rise by a third"
    before = set(marks)
    analyst.go_to("She did")
    analyst.press("C")
    analyst.until(lambda: not analyst.project.jobs.writing, "the change is refused")
    analyst.until(
        lambda: set(analyst.project.screen.opened.marks) == before, "the mark is not shown as if it were kept"
    )
    assert "No connection" in analyst.window.status.saved.text()

    own_server.start()
    second = tag(own_server, database, "She did")
    analyst.until(lambda: second in analyst.project.screen.opened.marks, "what Ben did meanwhile is asked for")
    assert analyst.window.messages.message is None
    assert analyst.window.status.saved.text().startswith("✓")
    analyst.press("C")
    analyst.rest()
    analyst.until(lambda: len(analyst.claims()) == 1, "Ana tags on")
