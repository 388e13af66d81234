"""A hold stands above every way of forgetting, and what forgetting does not reach is named."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import apsw
import pytest

from livecue.config import ClientProfile, Retention
from livecue.errors import InputError, StoreRefused
from livecue.store.beyond import beyond_lines
from livecue.store.database import Store
from livecue.store.log import SessionLog
from livecue.store.records import BackupRecord, BeyondReach, now
from tests.store.sound import noise
from tests.store.twins import SAID, a_session, ended

LONG_AGO = "2020-04-12T09:15:00+00:00"
YEARS_LATER = datetime(2030, 1, 1, tzinfo=UTC)


def keep(store: Store, session_id: str, client: str, retention: Retention | None = None) -> None:
    """A session with words, to its end, and sound."""
    if client not in [one.pseudonym for one in store.clients()]:
        store.add_client(client, ClientProfile(retention=retention or Retention()))
    log = SessionLog(store, session_id, ("timeline", "words"))
    first, *rest = a_session(session_id, client)
    for event in [first.model_copy(update={"started_at": LONG_AGO}), *rest, ended(8, 12.0)]:
        log.push(event)
    log.close()
    store.keep_audio(session_id, 0.0, noise(0.1))


def kept(store: Store) -> list[str]:
    return sorted(session.id for session in store.sessions())


def pages(store: Store) -> bytes:
    return bytes(store._connection.serialize("main"))


def test_a_client_on_hold_is_not_forgotten_and_neither_is_a_session_of_theirs(
    store: Store,
) -> None:
    keep(store, "a", "river")
    store.hold_client("river")
    forgets: list[Callable[[], object]] = [
        lambda: store.forget_client("river"),
        lambda: store.forget_session("a"),
    ]
    for forget in forgets:
        with pytest.raises(StoreRefused, match="'livecue clients lift river' lifts") as refusal:
            forget()
        assert refusal.value.exit_code == 4
    assert kept(store) == ["a"]
    assert store.forgotten() == []


def test_a_session_on_hold_keeps_its_client_and_spares_no_other(store: Store) -> None:
    keep(store, "a", "river")
    keep(store, "b", "river")
    store.hold_session("a")
    forgets: list[Callable[[], object]] = [
        lambda: store.forget_client("river"),
        lambda: store.forget_session("a"),
    ]
    for forget in forgets:
        with pytest.raises(StoreRefused, match="'livecue sessions lift a' lifts"):
            forget()
    store.forget_session("b")
    assert kept(store) == ["a"]


def test_a_lifted_hold_holds_nothing_and_can_be_put_on_again(store: Store) -> None:
    keep(store, "a", "river")
    store.hold_client("river")
    store.hold_client("river", lifted=True)
    assert store.holds() == []
    store.hold_client("river")
    assert [hold.client for hold in store.holds()] == ["river"]
    store.hold_client("river", lifted=True)
    store.forget_client("river")
    assert kept(store) == []


def test_nobody_is_put_on_hold_who_is_not_kept(store: Store) -> None:
    with pytest.raises(InputError, match="no client 'nobody'"):
        store.hold_client("nobody")
    with pytest.raises(InputError, match="no session 'none'"):
        store.hold_session("none")


def test_time_does_not_reach_what_is_on_hold(store: Store) -> None:
    for name in ("a", "b", "c"):
        keep(store, name, name, Retention(sessions_days=1, words_days=0, sound_days=0))
    store.hold_client("a")
    store.hold_session("b")
    store.keep_to_time(YEARS_LATER)
    assert kept(store) == ["a", "b"]
    assert SAID in "".join(event.model_dump_json() for event in store.events("a"))
    assert len(list(store.audio("b"))) == 1


def test_forgetting_leaves_one_line_with_its_day_and_no_name(store: Store) -> None:
    keep(store, "a", "river")
    keep(store, "b", "river")
    store.forget_session("a")
    store.forget_client("river")
    assert [line.what for line in store.forgotten()] == ["1 session", "1 client, 1 session"]
    assert {line.day for line in store.forgotten()} <= {
        (datetime.now(UTC) - timedelta(days=by)).date().isoformat() for by in (0, 1)
    }
    for change in ("update forgotten set what = ''", "delete from forgotten"):
        with pytest.raises(apsw.ConstraintError, match="append-only"):
            store._connection.execute(change)


def test_what_was_on_hold_or_exported_leaves_no_trace_of_whose_it_was(store: Store) -> None:
    keep(store, "session-gone", "river")
    store.hold_client("river")
    store.hold_session("session-gone")
    store.hold_session("session-gone", lifted=True)
    store.hold_client("river", lifted=True)
    store.record_export("session-gone", "csv", "/out/notes of river.csv", with_words=True)
    store.forget_client("river")
    left = pages(store)
    assert [name for name in (b"river", b"session-gone", SAID.encode()) if name in left] == []


def test_exports_and_backups_are_named_when_they_outlive_what_they_are_of(store: Store) -> None:
    keep(store, "a", "river")
    keep(store, "b", "river")
    store.record_export("a", "csv", "/out/a.csv", with_words=False)
    store.record_export("b", "html", "/out/b.html", with_words=True)
    store.record_backup(BackupRecord(at=now(), to="/media/stick/livecue.backup"))
    beyond = store.forget_session("a")
    assert [export.to for export in beyond.exports] == ["/out/a.csv"]
    assert [backup.to for backup in beyond.backups] == ["/media/stick/livecue.backup"]
    text = "\n".join(beyond_lines(beyond))
    assert "beyond livecue's reach" in text
    assert "export (csv) of 20" in text
    assert "/media/stick/livecue.backup" in text
    assert [one.to for one in store.forget_client("river").exports] == ["/out/b.html"]


def test_a_backup_made_before_a_session_does_not_hold_it(store: Store) -> None:
    store.record_backup(BackupRecord(at=now(), to="/media/stick/early.backup"))
    later = (datetime.now(UTC) + timedelta(seconds=5)).isoformat(timespec="seconds")
    store.begin(a_session("a")[0].model_copy(update={"started_at": later}))  # type: ignore[arg-type]
    assert store.forget_session("a") == BeyondReach()


def test_where_nothing_is_beyond_reach_nothing_is_said() -> None:
    assert beyond_lines(BeyondReach()) == []
