"""Addresses of a team's database, and where a password is and is not."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from keyring.backends.null import Keyring as EmptyKeyring

from annotator.errors import NotConnected, ProjectError
from annotator.store import Store
from annotator.store.server import passwords
from annotator.store.server.address import Address
from tests.server import Server

SECRET = "a harbour/at:5@dawn"
QUOTED = "a%20harbour%2Fat%3A5%40dawn"


@pytest.mark.parametrize(
    ("text", "shown", "account"),
    [
        (f"postgresql://Ana:{QUOTED}@db.example/harbour", "postgresql+psycopg://Ana@db.example/harbour",
         "Ana@db.example:5432/harbour"),
        ("postgresql+psycopg://db.example:5433/harbour?sslmode=verify-full",
         "postgresql+psycopg://db.example:5433/harbour?sslmode=verify-full", "@db.example:5433/harbour"),
        (f"postgres:///harbour?user=Ana&password={QUOTED}&sslpassword=x", "postgresql+psycopg:///harbour?user=Ana",
         "@:5432/harbour"),
    ],
)  # fmt: skip
def test_an_address_is_shown_and_kept_without_its_password(text: str, shown: str, account: str) -> None:
    address = Address.read(text)
    assert str(address) == shown
    assert address.account == account
    assert SECRET not in repr(address)
    assert ("password" in address.arguments()) == (QUOTED in text)
    assert Address.read(str(address)).url == address.url
    if QUOTED in text:
        assert address.arguments()["password"] == SECRET
        assert Address.read(address.whole()).secrets["password"] == SECRET


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("mysql://Ana:secret@db/harbour", "not with mysql"),
        ("https://db.example/harbour", "not with https"),
        ("postgresql://Ana:secret@db", "does not name a database"),
        ("postgresql://Ana:secret@db:port/harbour", "no address of a team’s database"),
    ],
)
def test_what_is_no_address_is_refused_without_quoting_it(text: str, sentence: str) -> None:
    with pytest.raises(ProjectError, match=sentence) as refused:
        Address.read(text)
    assert "secret" not in str(refused.value)


def test_a_password_stands_in_no_error_no_traceback_and_no_log(
    server: Server, team_database: str, caplog: pytest.LogCaptureFixture
) -> None:
    server.execute("ALTER ROLE keeper PASSWORD 'another'")
    caplog.set_level(logging.DEBUG)
    url = f"postgresql+psycopg://keeper:{QUOTED}@127.0.0.1:{server.port}/{team_database}"
    with pytest.raises(NotConnected, match="The password for keeper") as refused:
        Store.open(url, "Keeper")
    told = "".join(traceback.format_exception(refused.value))
    assert SECRET not in told
    assert QUOTED not in told
    assert SECRET not in caplog.text
    server.execute("ALTER ROLE keeper PASSWORD {}".replace("{}", f"'{SECRET}'"))
    with Store.open(url, "Keeper") as store:
        assert SECRET not in repr(vars(store))
        assert QUOTED not in store.address
        assert SECRET not in repr(store._database.engine.url)


@pytest.fixture
def no_keyring() -> Iterator[None]:
    """A system without a keyring."""
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    yield
    keyring.set_keyring(before)


@pytest.mark.usefixtures("no_keyring")
def test_a_system_without_a_keyring_keeps_and_knows_no_password() -> None:
    address = Address.read("postgresql://Ana@db.example/harbour")
    assert not passwords.keep(address, SECRET)
    assert passwords.known(address) is None
    passwords.forget(address)


def test_libpqs_own_file_is_asked_first(
    server: Server, team_database: str, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(EmptyKeyring())  # type: ignore[no-untyped-call]
    try:
        server.execute("ALTER ROLE keeper PASSWORD 'from the file'")
        url = f"postgresql+psycopg://keeper@127.0.0.1:{server.port}/{team_database}"
        with pytest.raises(NotConnected, match="wants a password for keeper"):
            Store.open(url, "Keeper")
        file = tmp_path_factory.mktemp("libpq") / "pgpass"
        file.write_text(f"127.0.0.1:{server.port}:*:keeper:from the file\n")
        file.chmod(0o600)
        monkeypatch.setenv("PGPASSFILE", str(file))
        Store.open(url, "Keeper").close()
    finally:
        keyring.set_keyring(before)
