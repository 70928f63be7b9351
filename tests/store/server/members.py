"""A project on a server with five people, for tests of what the server lets each of them read and write.

Ana and Ben code, blind on the first article; Rea reviews; Max manages; Tom has an account on the server and is
no member. Ana has finished the first article, Ben has not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from psycopg import errors, sql
from sqlalchemy import insert

from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import edit_marks, tag_claim
from annotator.actions.team import add_member
from annotator.actions.topics import make_topic
from annotator.model import Assignment, Base, Comment, Progress, Review
from annotator.store import Store
from tests.sample_articles import add_articles, article_record, span
from tests.server import Server

ROLES = {"Ana": "coder", "Ben": "coder", "Rea": "reviewer", "Max": "manager"}
SECRET = "a secret of Ana's"


@dataclass
class Team:
    """The project and what lies in it."""

    server: Server
    database: str
    ids: dict[str, str]

    def store(self, who: str) -> Store:
        return Store.open(self.server.url(self.database, who), "nobody else")

    def ask(self, who: str, query: str) -> list[tuple[object, ...]]:
        """What plain SQL gives under that name."""
        with self.server.connect(self.database, who) as connection:
            connection.execute("SET search_path = annotator")
            return connection.execute(query).fetchall()  # type: ignore[call-overload,no-any-return]

    def changed(self, who: str, statement: str) -> int:
        """How many rows a statement changes, before it is taken back; 0 where it is not allowed."""
        with self.server.connect(self.database, who) as connection:
            connection.execute("SET search_path = annotator")
            try:
                with connection.transaction(force_rollback=True):
                    return connection.execute(statement).rowcount  # type: ignore[call-overload,no-any-return]
            except (errors.InsufficientPrivilege, errors.ForeignKeyViolation):
                return 0


@pytest.fixture(scope="module")
def team(server: Server, server_template: str) -> Iterator[Team]:
    """The project with its five people."""
    name = server.new_database(server_template)
    ids: dict[str, str] = {}
    with Store.open(server.url(name), "Keeper") as store:
        add_articles(store, [article_record("blind"), article_record("open")], source="articles")
        for member, role in ROLES.items():
            add_member(store, member, role)  # type: ignore[arg-type]
        ids["topic"] = make_topic(store, "Port fees")
        ids["speaker"] = make_speaker(store, "Mira Okafor")
        with store.read() as session:
            found = {row.name: row.id for row in session.execute(Base.metadata.tables["annotator"].select())}
        ids |= {who: found[who] for who in ROLES}
        with store.change("Consensus") as session:
            session.connection().execute(
                insert(Base.metadata.tables["annotator"]),
                [{"id": "consensus", "name": "Consensus", "initials": "CO", "colour": "#000000", "kind": "consensus",
                  "imported": True, "version": 1, "batch": None}],
            )  # fmt: skip
            for who in ("Ana", "Ben"):
                session.add(Assignment(article_id="blind", annotator_id=ids[who], purpose="double", blind=True))
    for who in ("Ana", "Ben"):
        with Store.open(server.url(name, who), who) as store:
            for article in ("blind", "open"):
                mark = tag_claim(store, article, [span("Two ships a month")], cue=[span("said")], note=SECRET)
                ids[f"{who} {article}"] = mark
                edit_marks(store, [mark], label="Note", note=f"{SECRET}, later")
                with store.change("Comment") as session:
                    session.add(
                        Comment(id=f"{who} {article}", target=mark, reply_to=None, annotator_id=ids[who],
                                text=SECRET, created="2025-11-24T10:00:00Z")
                    )  # fmt: skip
            with store.change("Progress") as session:
                state = "finished" if who == "Ana" else "in_progress"
                session.add(Progress(article_id="blind", annotator_id=ids[who], state=state))
    with Store.open(server.url(name, "Rea"), "Rea") as store, store.change("Review") as session:
        for who in ("Ana", "Ben"):
            session.add(
                Review(id=f"of {who}", target=ids[f"{who} blind"], annotator_id=ids["Rea"], verdict="accepted",
                       reason=SECRET, created="2025-11-24T10:00:00Z")
            )  # fmt: skip
    ids["told"] = steps_that_tell(server, name, ids["Ana blind"])
    server.execute("CREATE ROLE {} LOGIN", "Tom")
    yield Team(server, name, ids)
    server.drop_database(name)
    for who in (*ROLES, "Tom"):
        server.execute("DROP ROLE {}", who)


def steps_that_tell(server: Server, database: str, mark: str) -> str:
    """The numbers of the steps that tell of Ana's work in the blind article, as PostgreSQL writes an array."""
    told = (
        "SELECT array_agg(DISTINCT step)::text FROM annotator.journal WHERE record IN ({}, 'Ana blind', 'of Ana') OR "
        "(record = 'blind' AND table_name = 'progress' AND step IN (SELECT number FROM annotator.step WHERE "
        "annotator = 'Ana'))"
    )
    with server.connect(database) as connection:
        return str(connection.execute(sql.SQL(told).format(mark)).fetchall()[0][0])
