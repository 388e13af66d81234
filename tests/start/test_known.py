"""What the store knows before a session."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from livecue.config import ClientProfile, ConsentScope
from livecue.events import End, Latency, SessionStarted
from livecue.start.choices import Choices
from livecue.start.known import (
    clients_latest_first,
    count_session,
    finished_sessions,
    known,
    profile_of,
)
from livecue.store.database import Store
from tests.store.twins import KEY


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path, KEY) as store:
        yield store


def held(
    store: Store, session: str, client: str | None, *, ended: bool = True, day: int = 1
) -> None:
    """A session that is kept."""
    consent: tuple[ConsentScope, ...] = ("listen", "timeline")
    started = SessionStarted(
        seq=0,
        id=session,
        client=client,
        started_at=f"2030-04-{day:02d}T09:15:00+00:00",
        source="test",
        sample_rate_hz=16_000,
        settings={},
        consent=consent,
        models={},
    )
    store.begin(started)
    if ended:
        end = End(seq=1, at=9.0, counts={}, audio_s=9.0, wall_s=9.0, latency=Latency())
        store.append(session, end)


def chosen(client: str | None, session: int | None = 1, readiness: int | None = None) -> Choices:
    return Choices(client, "room", None, None, "timeline", frozenset(), False, session, readiness)


def test_the_client_of_the_latest_session_comes_first(store: Store) -> None:
    for name in ("birch", "heron", "river"):
        store.add_client(name, ClientProfile())
    held(store, "a", "heron", day=1)
    held(store, "b", "river", day=2)
    assert clients_latest_first(store)[:2] == ["river", "heron"]


def test_what_was_agreed_to_last_time_is_known_and_that_is_all(store: Store) -> None:
    store.add_client("river", ClientProfile())
    assert known(store, "river").agreed is None
    held(store, "a", "river")
    assert known(store, "river").agreed == ("listen", "timeline")


def test_sessions_that_ended_with_a_client_are_counted(store: Store) -> None:
    store.add_client("river", ClientProfile())
    held(store, "a", "river")
    held(store, "b", "river", ended=False)
    held(store, "c", None)
    assert finished_sessions(store) == 1


def test_a_new_client_is_added_with_what_was_told(store: Store) -> None:
    profile = profile_of(store, chosen("river", session=2, readiness=6))
    assert (profile.sessions_before, profile.readiness) == (1, 6)
    assert store.profile("river") == profile


def test_each_session_counts_on_from_the_number_that_was_told(store: Store) -> None:
    profile_of(store, chosen("river", session=4))
    count_session(store, chosen("river", session=4))
    assert known(store, "river").session == 5


def test_nobody_is_not_counted(store: Store) -> None:
    count_session(store, chosen(None, session=None))
    assert store.clients() == []
