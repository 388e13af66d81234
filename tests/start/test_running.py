"""A session that is run is kept or, when it is stopped and erased, leaves nothing."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from livecue.capture.scripted import Scripted
from livecue.capture.source import Block
from livecue.config import CONSENT_SCOPES, ClientProfile, Settings
from livecue.errors import StoreRefused
from livecue.events import AnyEvent, End, Health
from livecue.session.live import LiveSession
from livecue.start.running import Ended, Plan, Ready, Running
from livecue.store.database import Store
from tests.start.parts import ready
from tests.store.twins import KEY


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path, KEY) as store:
        store.add_client("river", ClientProfile())
        yield store


@pytest.fixture(scope="module")
def loaded() -> Ready:
    return ready()


class At:
    """Does something when a session has come to a number of events."""

    def __init__(self, seq: int) -> None:
        self._seq = seq
        self.session: LiveSession | None = None

    def push(self, event: AnyEvent) -> None:
        if event.seq == self._seq and self.session is not None:
            self.session.erase()

    def close(self) -> None:
        pass


def noise(seconds: float) -> Scripted:
    """Something that sounds, for so long, in two channels."""
    made = np.random.default_rng(7).integers(-3000, 3000, (round(seconds * 16_000), 2))
    pieces = np.array_split(made.astype(np.int16), round(seconds / 0.5))
    starts = np.cumsum([0, *(len(piece) for piece in pieces)]) / 16_000
    return Scripted([Block(start, piece) for start, piece in zip(starts, pieces, strict=False)])


def ran(store: Store, loaded: Ready, erased_at: int | None) -> Ended:
    plan = Plan(Settings(), "river", noise(12.0), store, CONSENT_SCOPES, record=True)
    hand = At(-1 if erased_at is None else erased_at)
    running = Running(plan, loaded, [hand])
    hand.session = running.session
    return running.run()


def test_what_was_agreed_to_is_kept(store: Store, loaded: Ready) -> None:
    ended = ran(store, loaded, erased_at=None)
    assert ended.kept
    assert not ended.erased
    assert [event.seq for event in store.events(ended.id)] == [e.seq for e in ended.events]
    assert len(list(store.audio(ended.id))) >= 2


@pytest.mark.parametrize("erased_at", [0, 1])
def test_a_session_that_is_stopped_and_erased_leaves_nothing(
    store: Store, loaded: Ready, erased_at: int
) -> None:
    ended = ran(store, loaded, erased_at)
    assert ended.erased
    assert not ended.kept
    assert ended.events == ()
    assert store.sessions() == []
    assert store.client("river").consents == ()
    assert store.sound_files() == []
    assert not store.anything_is_written()


def test_erasing_from_outside_ends_it(store: Store, loaded: Ready) -> None:
    plan = Plan(Settings(), "river", noise(12.0), store, CONSENT_SCOPES)
    running = Running(plan, loaded, [])

    def at_once(session: LiveSession) -> None:
        running.erase()
        session.run()

    assert running.run(at_once).erased
    assert store.sessions() == []


def test_a_session_that_cannot_be_kept_is_told_of_whole_with_the_reason(
    store: Store, loaded: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreRefused("The disk is full.")

    monkeypatch.setattr(store, "append", full)
    ended = Running(Plan(Settings(), "river", noise(2.0), store, CONSENT_SCOPES), loaded, []).run()
    assert "kept in part only: The disk is full." in str(ended.refused)
    assert ended.kept
    assert any(isinstance(event, End) for event in ended.events)
    assert "store_failed" in [event.what for event in ended.events if isinstance(event, Health)]


def test_a_session_that_breaks_while_it_is_erased_leaves_nothing_too(
    store: Store, loaded: Ready
) -> None:
    plan = Plan(Settings(), "river", noise(2.0), store, CONSENT_SCOPES)
    running = Running(plan, loaded, [])

    def broken(session: LiveSession) -> None:
        session.run()
        session.erase()
        raise StoreRefused("The disk is full.")

    with pytest.raises(StoreRefused):
        running.run(broken)
    assert store.sessions() == []
