"""A store of an earlier livecue is brought up to date with all that is in it."""

from pathlib import Path

import apsw
import pytest

from livecue.config import ClientProfile
from livecue.errors import StoreRefused
from livecue.store.database import Store
from livecue.store.schema import STEPS
from tests.events import action
from tests.store.sound import noise
from tests.store.twins import KEY, a_session


def opened(home: Path) -> apsw.Connection:
    """The file as it lies there, without livecue."""
    connection = apsw.Connection(str(home / "store.db"))
    connection.pragma("cipher", "chacha20")
    connection.pragma("key", "raw:" + KEY.hex())
    return connection


def written_by(home: Path, steps: int) -> None:
    """A store as the livecue wrote it that knew so many steps, with a client and a session."""
    home.mkdir()
    connection = opened(home)
    connection.pragma("journal_mode", "wal")
    for step in STEPS[:steps]:
        connection.execute(step)
    connection.pragma("user_version", steps)
    connection.execute(
        "insert into clients values ('river', '{}', '2026-04-01T08:00:00+00:00');"
        "insert into sessions values (1, 'a', 'river', '2026-04-12T09:15:00+00:00');"
        "insert into consents values ('a', '2026-04-12T09:15:00+00:00', '[\"timeline\"]')"
    )
    connection.executemany(
        "insert into events values ('a', ?, ?)",
        [(event.seq, event.model_dump_json()) for event in a_session("a", "river")],
    )
    if steps >= 2:
        connection.execute(
            "insert into voices values ('anna', '2026-04-01', 'm', 'a file', 9.0, null, ?)",
            (bytes(4 * 192),),
        )
    if steps >= 3:
        connection.execute(
            "insert into exports (session, at, format, target, with_words)"
            " values ('a', '2026-04-13T08:00:00+00:00', 'csv', '/out/a.csv', 0)"
        )
    connection.close()


@pytest.mark.parametrize("steps", range(1, len(STEPS) + 1))
def test_all_that_an_earlier_livecue_kept_is_there(home: Path, steps: int) -> None:
    written_by(home, steps)
    with Store.open(home, KEY) as store:
        assert store.events("a") == a_session("a", "river")
        client = store.client("river")
        assert client.profile == ClientProfile()
        assert [consent.scopes for consent in client.consents] == [("timeline",)]
        assert [voice.name for voice in store.voices()] == (["anna"] if steps >= 2 else [])
        assert [one.to for one in store.exports("a")] == (["/out/a.csv"] if steps >= 3 else [])


@pytest.mark.parametrize("steps", range(1, len(STEPS) + 1))
def test_all_that_this_livecue_does_can_be_done_with_it(home: Path, steps: int) -> None:
    written_by(home, steps)
    with Store.open(home, KEY) as store:
        store.add("a", lambda seq: action(7.0, "note", "mine").model_copy(update={"seq": seq}))
        store.keep_audio("a", 0.0, noise(0.1))
        store.record_export("a", "csv", "/out/b.csv", with_words=False)
        store.hold_client("river")
        with pytest.raises(StoreRefused, match="on hold"):
            store.forget_session("a")
        store.hold_client("river", lifted=True)
        with store.alone():
            assert store.seal_sound_anew() == []
        store.forget_client("river")
        assert store.sessions() == []
        assert len(store.forgotten()) == 1


@pytest.mark.parametrize("steps", range(1, len(STEPS) + 1))
def test_what_was_kept_cannot_be_changed_after_it_either(home: Path, steps: int) -> None:
    written_by(home, steps)
    with Store.open(home, KEY) as store:
        for change in (
            "update events set json = '{}'",
            "delete from events",
            "update consents set scopes = '[]'",
            "delete from consents",
        ):
            with pytest.raises(apsw.ConstraintError, match="append-only"):
                store._connection.execute(change)


def test_a_store_of_a_newer_livecue_is_refused_in_a_sentence_and_left_as_it_is(
    home: Path,
) -> None:
    Store.open(home, KEY).close()
    connection = opened(home)
    connection.pragma("user_version", len(STEPS) + 1)
    connection.close()
    with pytest.raises(StoreRefused, match="written by a newer livecue; install") as refusal:
        Store.open(home, KEY)
    assert refusal.value.exit_code == 4
    connection = opened(home)
    assert connection.pragma("user_version") == len(STEPS) + 1
    connection.close()
