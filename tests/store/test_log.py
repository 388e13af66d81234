"""The session's log keeps each event as it comes."""

from pathlib import Path

import apsw
import pytest

from livecue.config import ClientProfile, ConsentScope
from livecue.errors import StoreRefused
from livecue.events import AnyEvent, SessionStarted
from livecue.session.sink import Sink
from livecue.store.database import Store
from livecue.store.log import SessionLog
from tests.events import turn
from tests.store.twins import KEY, SAID, a_session, started


def write(sink: Sink, events: list[AnyEvent]) -> None:
    for event in events:
        sink.push(event)
    sink.close()


def test_what_was_pushed_is_read_by_another_program_at_once(home: Path, store: Store) -> None:
    log = SessionLog(store, "a", ())
    with Store.open(home, KEY) as reader:
        for count, event in enumerate(a_session("a"), start=1):
            log.push(event)
            assert reader.events("a") == a_session("a")[:count]


def test_a_session_whose_client_did_not_agree_leaves_nothing(store: Store) -> None:
    store.add_client("river", ClientProfile())
    write(SessionLog(store, "a", ("listen",)), a_session("a", "river"))
    assert store.sessions() == []
    assert store.client("river").consents == ()


def test_words_are_kept_only_with_consent_to_them(store: Store) -> None:
    store.add_client("river", ClientProfile())
    write(SessionLog(store, "a", ("timeline",)), a_session("a", "river"))
    assert SAID not in "".join(event.model_dump_json() for event in store.events("a"))


def test_a_recording_that_is_kept_under_nobody_is_kept_whole(store: Store) -> None:
    write(SessionLog(store, "a", ()), a_session("a"))
    assert store.events("a") == a_session("a")


def test_a_client_who_agreed_to_nothing_is_not_taken_for_nobody(store: Store) -> None:
    store.add_client("river", ClientProfile())
    write(SessionLog(store, "a", ()), a_session("a", "river"))
    assert store.sessions() == []


def test_a_live_session_under_nobody_keeps_what_was_agreed_to_only(store: Store) -> None:
    write(SessionLog(store, "a", ("listen",)), a_session("a"))
    assert store.sessions() == []


@pytest.mark.parametrize("consent", [("timeline",), ("timeline", "words")])
def test_what_was_agreed_to_is_on_record(store: Store, consent: tuple[ConsentScope, ...]) -> None:
    store.add_client("river", ClientProfile())
    SessionLog(store, "a", consent).push(started("a", "river", consent=consent))
    [record] = store.client("river").consents
    assert (record.session, record.scopes) == ("a", consent)


def test_the_store_stays_open_when_the_log_is_closed(store: Store) -> None:
    write(SessionLog(store, "a", ()), a_session("a"))
    assert len(store.sessions()) == 1


def test_a_full_disk_is_said_in_a_sentence_without_what_was_said(store: Store) -> None:
    log = SessionLog(store, "a", ())
    log.push(started("a"))
    store._connection.pragma("max_page_count", store._connection.pragma("page_count"))
    with pytest.raises(StoreRefused, match="disk is full") as refusal:
        log.push(turn(1, "client", SAID * 1000, 1.0))
    assert SAID not in str(refusal.value)
    assert isinstance(refusal.value.__cause__, apsw.FullError)


def test_a_client_who_was_forgotten_during_the_session_is_not_brought_back(store: Store) -> None:
    store.add_client("river", ClientProfile())
    log = SessionLog(store, "a", ("timeline",))
    log.push(started("a", "river"))
    log.give_up()
    store.forget_client("river")
    with pytest.raises(StoreRefused, match="was forgotten meanwhile"):
        log.push(turn(1, "client", SAID, 1.0))
    assert store.sessions() == []


def test_a_session_that_is_being_written_is_not_forgotten_until_it_is_over(
    home: Path, store: Store
) -> None:
    store.add_client("river", ClientProfile())
    log = SessionLog(store, "a", ("timeline",))
    log.push(started("a", "river"))
    with Store.open(home, KEY) as other:
        with pytest.raises(StoreRefused, match="'a' is still being written; end it first"):
            other.forget_session("a")
        with pytest.raises(StoreRefused, match="'a' is still being written; end it first"):
            other.forget_client("river")
    log.push(turn(1, "client", SAID, 1.0))
    log.close()
    assert [event.seq for event in store.events("a")] == [0, 1]
    assert store.forgotten() == []
    store.forget_session("a")
    assert store.sessions() == []


def test_an_unknown_client_cannot_be_kept_under(store: Store) -> None:
    with pytest.raises(StoreRefused, match="Client 'river' is not in the store"):
        SessionLog(store, "a", ("timeline",)).push(started("a", "river"))
    assert store.sessions() == []
    SessionLog(store, "b", ()).push(started("b"))
    assert [record.id for record in store.sessions()] == ["b"]


def test_the_first_event_keeps_the_settings(store: Store) -> None:
    SessionLog(store, "a", ("timeline",)).push(started("a", consent=("timeline",)))
    [first] = store.events("a")
    assert isinstance(first, SessionStarted)
    assert first.settings == started("a").settings
