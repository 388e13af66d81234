"""What is kept stays as long as its client's profile says, and no longer."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from livecue.config import ClientProfile, Retention
from livecue.events import AnyEvent, Correction, End, Marker, Turn
from livecue.store.database import Store
from livecue.store.opening import open_store
from livecue.store.retention import Kept, overdue
from tests.store.test_holds import LONG_AGO, YEARS_LATER, keep, kept, pages
from tests.store.twins import SAID, MemoryKeyring, nobody

NOON = datetime(2026, 5, 12, 12, tzinfo=UTC)


@given(
    days=st.one_of(st.none(), st.integers(0, 400)),
    hours_ago=st.integers(0, 10_000),
)
def test_a_session_goes_once_it_is_as_many_days_old_as_it_is_kept(
    days: int | None, hours_ago: int
) -> None:
    began = datetime.fromtimestamp(NOON.timestamp() - hours_ago * 3600, UTC).isoformat()
    due = overdue([Kept("a", Retention(sessions_days=days), began, True, True)], NOON)
    assert due.sessions == (("a",) if days is not None and hours_ago >= 24 * days else ())
    assert due.words == due.sound == ()


@pytest.mark.parametrize("has", [True, False])
def test_words_and_sound_go_each_in_their_own_time_and_once(has: bool) -> None:
    own = Retention(words_days=0, sound_days=20)
    recent, old = "2026-05-12T09:00:00+00:00", "2026-04-12T09:00:00+00:00"
    due = overdue([Kept("a", own, recent, has, has), Kept("b", own, old, has, has)], NOON)
    assert (due.sessions, due.words, due.sound) == (
        ((), ("a", "b"), ("b",)) if has else ((), (), ())
    )


def test_what_goes_as_a_whole_is_in_no_other_list() -> None:
    own = Retention(sessions_days=1, words_days=0, sound_days=0)
    due = overdue([Kept("a", own, "2026-04-12T09:00:00+00:00", True, True)], NOON)
    assert (due.sessions, due.words, due.sound) == (("a",), (), ())


@pytest.mark.parametrize("days", [-1, 40_000, "soon"])
def test_a_time_that_is_none_is_refused(days: object) -> None:
    with pytest.raises(ValidationError):
        Retention.model_validate({"sessions_days": days})


def test_a_session_whose_time_is_over_is_gone_and_another_clients_is_not(store: Store) -> None:
    keep(store, "a", "river", Retention(sessions_days=30))
    keep(store, "b", "birch")
    store.record_export("a", "csv", "/out/a.csv", with_words=False)
    beyond = store.keep_to_time(YEARS_LATER)
    assert beyond is not None
    assert [export.to for export in beyond.exports] == ["/out/a.csv"]
    assert kept(store) == ["b"]
    assert [client.pseudonym for client in store.clients()] == ["birch", "river"]
    assert [line.what for line in store.forgotten()] == ["time over: 1 session"]
    assert b"session a" not in pages(store)


def test_only_the_timeline_stays_where_words_and_sound_go(home: Path, store: Store) -> None:
    keep(store, "a", "river", Retention(words_days=0, sound_days=0))
    before = store.events("a")
    store.keep_to_time(datetime.fromisoformat(LONG_AGO))
    after = store.events("a")
    assert [(event.seq, event.type) for event in after] == [
        (event.seq, event.type) for event in before
    ]
    assert [event.text for event in after if isinstance(event, Turn)] == [None, None]
    assert [event.evidence.words for event in after if isinstance(event, Marker)] == [(), ()]
    assert isinstance(after[-1], End)
    assert list(store.audio("a")) == []
    assert list((home / "sound").iterdir()) == []
    left = pages(store)
    assert [word for word in SAID.split()[1:] if word.encode() in left] == []
    assert [line.what for line in store.forgotten()] == [
        "time over: words of 1 session, sound of 1 session"
    ]


def test_words_that_are_gone_do_not_come_back_with_what_is_added(store: Store) -> None:
    def correct(seq: int) -> AnyEvent:
        return Correction(seq=seq, at=7.0, of_seq=5, changes={"text": SAID}, by="clinician")

    keep(store, "a", "river", Retention(words_days=0))
    store.keep_to_time(YEARS_LATER)
    assert store.add("a", correct).model_dump()["changes"] == {"text": None}


def test_once_done_there_is_nothing_left_to_do(store: Store) -> None:
    keep(store, "a", "river", Retention(words_days=0, sound_days=0))
    assert store.keep_to_time(YEARS_LATER) is not None
    assert store.keep_to_time(YEARS_LATER) is None
    assert len(store.forgotten()) == 1


def test_while_any_session_is_written_it_waits(home: Path, store: Store) -> None:
    keep(store, "a", "river", Retention(sessions_days=0))
    claim = store.claim("another")
    assert store.keep_to_time(YEARS_LATER) is None
    assert kept(store) == ["a"]
    claim.release()
    assert store.keep_to_time(YEARS_LATER) is not None
    assert kept(store) == []


def test_it_is_done_whenever_the_store_is_opened_and_told(home: Path) -> None:
    keyring, told = MemoryKeyring(), list[str]()
    with open_store(home, nobody, keyring, told.append) as store:
        keep(store, "a", "river")
        store.record_export("a", "csv", "/out/a.csv", with_words=False)
    assert told == []
    with open_store(home, nobody, keyring, told.append) as store:
        profile = ClientProfile(retention=Retention(sessions_days=30))
        store.change_profile("river", lambda _: profile)
    assert told == []
    with open_store(home, nobody, keyring, told.append) as store:
        assert kept(store) == []
    assert "as long as its client's profile says" in told[0]
    assert any("/out/a.csv" in line for line in told)
