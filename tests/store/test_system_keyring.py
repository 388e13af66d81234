"""A keyring that is absent, locked, forgetful, careless or silent is taken for none."""

import threading
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from livecue.store import system_keyring
from livecue.store.system_keyring import SystemKeyring
from tests.store.twins import KEY


class Good(KeyringBackend):
    """Keeps what it is given."""

    priority = 5.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError("it is not there")
        del self.kept[service, username]


class PlainFile(Good):
    """Keeps it where anybody can read it, as keyring says by its low priority."""

    priority = 0.5


class Forgetful(Good):
    def set_password(self, service: str, username: str, password: str) -> None:
        """Says nothing, keeps nothing."""


class Locked(Good):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("locked")


class Silent(Good):
    """Waits for somebody to type its password."""

    released = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.released.wait()
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        self.released.wait()


@pytest.fixture(autouse=True)
def _the_machines_own_keyring_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(system_keyring, "_PATIENCE_S", 10.0)
    before = keyring.get_keyring()
    yield
    Silent.released.set()
    keyring.set_keyring(before)


def test_a_good_keyring_keeps_the_key_under_livecue_and_the_stores_id() -> None:
    good = Good()
    keyring.set_keyring(good)
    assert SystemKeyring().put("a1", KEY)
    assert SystemKeyring().get("a1") == KEY
    assert SystemKeyring().get("another") is None
    assert list(good.kept) == [("livecue", "a1")]


def test_a_key_that_is_removed_is_gone_and_one_that_is_not_there_is_no_trouble() -> None:
    good = Good()
    keyring.set_keyring(good)
    SystemKeyring().put("a1", KEY)
    SystemKeyring().remove("a1")
    SystemKeyring().remove("a1")
    assert good.kept == {}


@pytest.mark.parametrize("kind", [PlainFile, Forgetful, Locked, keyring.backends.fail.Keyring])
def test_any_other_is_taken_for_none(kind: type[KeyringBackend]) -> None:
    keyring.set_keyring(kind())
    assert not SystemKeyring().put("a1", KEY)
    assert SystemKeyring().get("a1") is None


def test_nothing_is_given_to_a_plain_file() -> None:
    careless = PlainFile()
    keyring.set_keyring(careless)
    SystemKeyring().put("a1", KEY)
    assert careless.kept == {}


def test_a_keyring_that_never_answers_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_keyring, "_PATIENCE_S", 0.05)
    keyring.set_keyring(Silent())
    assert not SystemKeyring().put("a1", KEY)
    assert SystemKeyring().get("a1") is None
