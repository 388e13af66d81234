"""Where a client is in treatment, told at the terminal."""

from pathlib import Path

import pytest

from livecue.cli.clients import add
from livecue.cli.readiness import ready
from livecue.config import ClientProfile
from livecue.errors import InputError
from livecue.store.opening import open_store

KEY = "a passphrase of some words"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LIVECUE_HOME", str(tmp_path))
    monkeypatch.setenv("LIVECUE_PASSPHRASE", KEY)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    return tmp_path


def profile(home: Path) -> ClientProfile:
    def known(*, new: bool) -> str:
        return KEY

    with open_store(home, known) as store:
        return store.profile("river")


def test_what_is_said_is_kept_and_the_rest_stays(home: Path) -> None:
    add("river")
    ready("river", sessions="2", readiness="4")
    ready("river", readiness="7")
    assert (profile(home).sessions_before, profile(home).readiness) == (2, 7)
    ready("river", sessions="unknown")
    assert (profile(home).sessions_before, profile(home).readiness) == (None, 7)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ({"readiness": "11"}, "--readiness is '11'"),
        ({"sessions": "two"}, "--sessions is 'two'"),
        ({}, "give --sessions, --readiness, or both"),
    ],
)
def test_a_mistake_is_named(said: dict[str, str], names: str) -> None:
    with pytest.raises(InputError, match=names):
        ready("river", **said)
