"""What is forgotten is gone: from the tables, the freed pages and the write-ahead log."""

from pathlib import Path
from typing import Any

import apsw
import pytest

from livecue.config import ClientProfile
from livecue.errors import StoreRefused
from livecue.store import erasure
from livecue.store.database import Store
from livecue.store.log import SessionLog
from tests.events import turn
from tests.store.twins import KEY, a_session, started, unique_text


def keep(store: Store, session_id: str, client: str, said: str) -> None:
    log = SessionLog(store, session_id, ("timeline", "words"))
    log.push(started(session_id, client))
    for seq in range(1, 200):
        log.push(turn(seq, "client", said, float(seq)))


def decrypted(store: Store) -> bytes:
    """Every page of the database, free ones too, as SQLite sees them."""
    return bytes(store._connection.serialize("main"))


@pytest.fixture
def full(store: Store) -> Store:
    """Two clients, a session each, with words of their own."""
    for client in ("river", "birch"):
        store.add_client(client, ClientProfile())
    return store


def test_a_forgotten_session_is_in_no_page_of_the_file(full: Store, home: Path) -> None:
    gone, stays = unique_text(), unique_text()
    keep(full, "session-gone", "river", gone)
    keep(full, "session-stays", "birch", stays)
    before = (home / "store.db").stat().st_size + (home / "store.db-wal").stat().st_size
    full.forget_session("session-gone")
    assert [record.id for record in full.sessions()] == ["session-stays"]
    assert full.client("river").consents == ()
    pages = decrypted(full)
    assert gone.encode() not in pages
    assert b"session-gone" not in pages
    assert stays.encode() in pages
    assert (home / "store.db-wal").stat().st_size == 0
    assert (home / "store.db").stat().st_size < before
    assert full._connection.pragma("freelist_count") == 0


def test_a_forgotten_client_goes_with_all_sessions(full: Store) -> None:
    gone, stays = unique_text(), unique_text()
    keep(full, "session-1", "river", gone)
    keep(full, "session-2", "birch", stays)
    keep(full, "session-3", "river", gone)
    full.forget_client("river")
    assert [client.pseudonym for client in full.clients()] == ["birch"]
    assert [record.id for record in full.sessions()] == ["session-2"]
    pages = decrypted(full)
    assert [
        trace for trace in (gone, "river", "session-1", "session-3") if trace.encode() in pages
    ] == []


def test_forgetting_a_session_spares_a_client_of_the_same_name(full: Store) -> None:
    keep(full, "river", "birch", "words")
    full.forget_session("river")
    assert [client.pseudonym for client in full.clients()] == ["birch", "river"]


def test_an_erasure_that_was_cut_short_is_finished_when_the_store_next_opens(
    full: Store, home: Path
) -> None:
    gone = unique_text()
    keep(full, "session-gone", "river", gone)
    erasure.begin(full._connection, "all", sessions=["session-gone"], client="river")
    full.close()
    with Store.open(home, KEY) as again:
        assert again.sessions() == []
        assert [client.pseudonym for client in again.clients()] == ["birch"]
        assert gone.encode() not in decrypted(again)


def test_a_reader_of_old_pages_is_named_and_the_rest_goes_later(home: Path, full: Store) -> None:
    keep(full, "session-gone", "river", "words")
    with Store.open(home, KEY) as reader:
        rows = reader._connection.execute("select * from events")
        next(rows)
        full._connection.set_busy_timeout(20)
        with pytest.raises(StoreRefused, match="forgotten, but another program is still reading"):
            full.forget_session("session-gone")
        rows.close()
    assert full.sessions() == []
    assert erasure.is_unfinished(full._connection)
    with Store.open(home, KEY) as again:
        assert not erasure.is_unfinished(again._connection)


def test_on_a_full_disk_the_write_ahead_log_makes_room_to_forget(
    full: Store, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(full, "session-gone", "river", "words")
    logged: list[int] = []

    def begin(*arguments: Any, **named: Any) -> None:
        logged.append((home / "store.db-wal").stat().st_size)
        if len(logged) == 1:
            raise apsw.FullError
        really(*arguments, **named)

    really = erasure.begin
    monkeypatch.setattr(erasure, "begin", begin)
    full.forget_client("river")
    assert logged[0] > logged[1] == 0
    assert full.sessions() == []
    assert [one.what for one in full.forgotten()] == ["1 client, 1 session"]


def test_on_a_disk_that_stays_full_it_is_said_how_much_must_be_free(
    full: Store, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*arguments: Any, **named: Any) -> None:
        raise apsw.FullError

    keep(full, "session-stays", "river", "words")
    monkeypatch.setattr(erasure, "begin", no_room)
    with pytest.raises(StoreRefused, match=r"see that \d+ MB are free on that disk"):
        full.forget_session("session-stays")
    assert len(full.sessions()) == 1
    assert full.forgotten() == []


def test_a_session_that_is_being_written_goes_on_while_another_is_forgotten(
    home: Path, full: Store
) -> None:
    keep(full, "session-gone", "river", "words")
    with Store.open(home, KEY) as other:
        log = SessionLog(other, "a", ())
        events = a_session("a")
        for event in events[:4]:
            log.push(event)
        full.forget_session("session-gone")
        for event in events[4:]:
            log.push(event)
    assert full.events("a") == events
