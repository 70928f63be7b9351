"""Encrypted connections: a server that proves who it is, one that does not, and what is said of each."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from annotator.actions.team import connect_to_team
from annotator.errors import NotConnected
from annotator.store import Store
from tests.server import Server

SECRET = "at dawn"


def self_signed(name: str) -> tuple[bytes, bytes]:
    """A certificate that vouches for itself, for localhost where that is its name, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    names: list[x509.GeneralName] = [x509.DNSName(name)]
    if name == "localhost":
        names.append(x509.IPAddress(ip_address("127.0.0.1")))
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return made.public_bytes(pem), private


@pytest.fixture(scope="module")
def roots(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, bytes]]:
    """Certificates by what they are, as files to verify with, and their keys."""
    folder = tmp_path_factory.mktemp("roots")
    found = {}
    for what, name in (("right", "localhost"), ("wrong", "localhost"), ("elsewhere", "db.harbour.example")):
        certificate, key = self_signed(name)
        (folder / f"{what}.crt").write_bytes(certificate)
        found[what] = (folder / f"{what}.crt", key)
    return found


def serve(file: Path, key: bytes) -> Server:
    made = Server(certificate=(file.read_bytes(), key))
    made.execute(f"ALTER ROLE keeper PASSWORD '{SECRET}'")
    return made


@pytest.fixture(scope="module")
def encrypted(server: Server, roots: dict[str, tuple[Path, bytes]]) -> Iterator[tuple[Server, str]]:
    """A server that takes encrypted connections only, and a project there."""
    # `server` skips where there is none.
    del server
    made = serve(*roots["right"])
    yield made, made.template()
    made.remove()


def address(encrypted: tuple[Server, str], query: str, host: str = "localhost") -> str:
    made, database = encrypted
    return f"postgresql+psycopg://keeper:{SECRET.replace(' ', '%20')}@{host}:{made.port}/{database}?{query}"


def is_encrypted(store: Store) -> bool:
    with store.read() as session:
        found = session.connection().exec_driver_sql("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
        return bool(found.scalar_one())


@pytest.mark.parametrize("mode", ["require", "verify-ca&sslrootcert={}", "verify-full&sslrootcert={}"])
@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_connections_are_encrypted(
    encrypted: tuple[Server, str], roots: dict[str, tuple[Path, bytes]], mode: str, host: str
) -> None:
    with Store.open(address(encrypted, f"sslmode={mode.format(roots['right'][0])}", host), "Keeper") as store:
        assert is_encrypted(store)
        assert store.name == "Harbour dispute"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("sslmode=verify-full&sslrootcert={wrong}",
         "The certificate of the server on localhost is none that yours vouches for: .* no password was sent"),
        ("sslmode=verify-full&sslrootcert=system", "is none that yours vouches for"),
        ("sslmode=verify-full&sslrootcert=/nowhere/root.crt",
         "the certificate that vouches for it is not here. Get it from the server’s keeper"),
        ("sslmode=disable", "The server on localhost does not let keeper in from this computer"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(
    encrypted: tuple[Server, str], roots: dict[str, tuple[Path, bytes]], query: str, sentence: str
) -> None:
    files = {what: file for what, (file, _) in roots.items()}
    with pytest.raises(NotConnected, match=sentence) as refused:
        Store.open(address(encrypted, query.format(**files)), "Keeper")
    assert SECRET not in str(refused.value)


def test_a_certificate_of_another_host_is_said(roots: dict[str, tuple[Path, bytes]], server: Server) -> None:
    del server
    elsewhere = serve(*roots["elsewhere"])
    try:
        there = elsewhere, elsewhere.template()
        with pytest.raises(NotConnected, match=r"The certificate that answers on localhost is that of db\.harbour"):
            Store.open(address(there, f"sslmode=verify-full&sslrootcert={roots['elsewhere'][0]}"), "Keeper")
    finally:
        elsewhere.remove()


def test_a_server_that_does_not_encrypt_is_said(server: Server, team_database: str) -> None:
    with pytest.raises(NotConnected, match="The server on localhost does not encrypt its connections"):
        Store.open(address((server, team_database), "sslmode=require"), "Keeper")


def test_who_ticks_that_the_server_proves_itself_is_served_by_the_teams_own_certificate(
    encrypted: tuple[Server, str], roots: dict[str, tuple[Path, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, database = encrypted
    form = {"host": "localhost", "port": made.port, "database": database, "user": "keeper", "password": SECRET}
    monkeypatch.setenv("PGSSLROOTCERT", str(roots["right"][0]))
    with connect_to_team(**form, verified=True, keep=False, annotator="Keeper") as store:  # type: ignore[arg-type]
        assert is_encrypted(store)
    monkeypatch.setenv("PGSSLROOTCERT", str(roots["wrong"][0]))
    with pytest.raises(NotConnected, match="none that yours vouches for"):
        connect_to_team(**form, verified=True, keep=False, annotator="Keeper")  # type: ignore[arg-type]
    monkeypatch.delenv("PGSSLROOTCERT")
    with pytest.raises(NotConnected, match="none that yours vouches for"):
        connect_to_team(**form, verified=True, keep=False, annotator="Keeper")  # type: ignore[arg-type]
