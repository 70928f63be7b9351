"""A connection that is lost: refused in a sentence, found again, and what changed meanwhile is told."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from annotator.actions.speakers import edit_speaker, make_speaker
from annotator.errors import ConnectionLost
from annotator.model import Speaker
from annotator.records import Changes
from annotator.store import Store
from tests.server import Server


def names(store: Store) -> list[str]:
    with store.read() as session:
        return list(session.execute(select(Speaker.name).order_by(Speaker.name)).scalars())


def test_what_happened_while_the_server_was_away_is_told_when_it_is_back(safe_server: Server) -> None:
    url = safe_server.url(safe_server.template())
    with Store.open(url, "Ana") as store:
        made = make_speaker(store, "Mira Okafor")
        news: list[Changes] = []
        store.subscribe(news.append)
        safe_server.kill()
        with pytest.raises(ConnectionLost, match=r"The connection to the database harbour_\d+ on this computer"):
            store.poll()
        assert not store.connected
        # Said once; from now on it is tried quietly.
        store.poll()
        with pytest.raises(ConnectionLost, match="can still be read"):
            names(store)
        with pytest.raises(ConnectionLost, match="it was not kept"):
            make_speaker(store, "Nobody")
        assert news == []
        safe_server.start()
        with Store.open(url, "Ben") as other:
            edit_speaker(other, made, name="M. Okafor")
        store.poll()
        assert store.connected
        assert [(each.label, each.ids("speaker")) for each in news] == [("Rename speaker", {made})]
        make_speaker(store, "Jonas Albrecht")
        assert names(store) == ["Jonas Albrecht", "M. Okafor"]
        store.undo()
        assert names(store) == ["M. Okafor"]


def test_people_sent_away_by_the_server_come_back(safe_server: Server) -> None:
    database = safe_server.template()
    with Store.open(safe_server.url(database), "Ana") as store:
        make_speaker(store, "Mira Okafor")
        query = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid != "
        safe_server.execute(f"{query} pg_backend_pid()", database=database)
        assert names(store) == ["Mira Okafor"]
        make_speaker(store, "Jonas Albrecht")
        with pytest.raises(ConnectionLost):
            store.poll()
        store.poll()
        assert store.connected


def test_a_change_broken_off_midway_leaves_nothing(safe_server: Server) -> None:
    database = safe_server.template()
    with Store.open(safe_server.url(database), "Ana") as store:

        def broken_off() -> None:
            with store.change("Never") as session:
                session.add(Speaker(id="s", name="Nobody", kind="person"))
                session.flush()
                pid = session.connection().exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
                safe_server.execute(f"SELECT pg_terminate_backend({pid})")
                session.add(Speaker(id="t", name="Nobody else", kind="person"))

        with pytest.raises(ConnectionLost, match="it was not kept"):
            broken_off()
        assert names(store) == []
        make_speaker(store, "Mira Okafor")
        assert names(store) == ["Mira Okafor"]


def test_a_writer_who_falls_silent_does_not_stop_the_others(safe_server: Server) -> None:
    database = safe_server.template()
    url = safe_server.url(database)
    with Store.open(url, "Ana") as store, store.read() as session:
        names = ("lock_timeout", "idle_in_transaction_session_timeout", "search_path")
        run = session.connection().exec_driver_sql
        assert [run(f"SHOW {name}").scalar_one() for name in names] == ["5s", "1min", "annotator"]
