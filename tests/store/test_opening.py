"""Opening a store: its key found or made, then the database."""

from pathlib import Path

import pytest

from livecue.config import ClientProfile
from livecue.errors import MissingError, StoreRefused
from livecue.store.log import SessionLog
from livecue.store.opening import open_demo_store, open_kept_store, open_store
from tests.store.twins import NO_KEYRING, MemoryKeyring, Person, a_session, nobody


def test_what_was_kept_is_there_when_it_is_opened_again(home: Path) -> None:
    keyring = MemoryKeyring()
    with open_store(home, nobody, keyring) as store:
        store.add_client("river", ClientProfile())
    with open_store(home, nobody, keyring) as store:
        assert [client.pseudonym for client in store.clients()] == ["river"]


def test_with_nothing_to_guard_the_key_no_store_is_made(home: Path) -> None:
    with pytest.raises(MissingError):
        open_store(home, nobody, NO_KEYRING)
    assert not home.exists()


def test_a_store_whose_key_file_is_gone_is_not_written_over(home: Path) -> None:
    keyring = MemoryKeyring()
    open_store(home, nobody, keyring).close()
    (home / "store.key").unlink()
    with pytest.raises(StoreRefused, match=r"store\.key is gone"):
        open_store(home, nobody, keyring)
    assert not (home / "store.key").exists()


def test_a_keyring_with_another_key_does_not_open_it(home: Path) -> None:
    keyring = MemoryKeyring()
    open_store(home, nobody, keyring).close()
    keyring.keys = dict.fromkeys(keyring.keys, bytes(32))
    with pytest.raises(StoreRefused, match="key does not open"):
        open_store(home, nobody, keyring)


def test_looking_where_nothing_was_kept_asks_nothing_and_makes_nothing(home: Path) -> None:
    assert open_kept_store(home, Person()) is None
    assert not home.exists()


def test_the_demo_asks_nobody_and_keeps_its_session_apart(home: Path) -> None:
    with open_demo_store(home) as store:
        log = SessionLog(store, "a", ())
        for event in a_session("a"):
            log.push(event)
    with open_demo_store(home) as store:
        assert store.events("a") == a_session("a")
    assert open_kept_store(home, Person()) is None


def test_the_demos_store_never_becomes_a_store_for_clients(home: Path) -> None:
    open_demo_store(home).close()
    with pytest.raises(StoreRefused):
        open_store(home / "demo", nobody, MemoryKeyring())
