"""Where a client is in treatment, told at the terminal."""

from pathlib import Path

import pytest

from livecue.config import ClientProfile
from livecue.store.opening import open_store
from tests.cli.livecue import livecue

KEY = "a passphrase of some words"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LIVECUE_PASSPHRASE", KEY)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    assert livecue(tmp_path, "clients", "add", "river", LIVECUE_PASSPHRASE=KEY).returncode == 0
    return tmp_path


def say(home: Path, *words: str) -> tuple[int, str]:
    done = livecue(home, "clients", "ready", "river", *words, LIVECUE_PASSPHRASE=KEY)
    return done.returncode, done.stderr


def profile(home: Path) -> ClientProfile:
    def known(*, new: bool) -> str:
        return KEY

    with open_store(home, known) as store:
        return store.profile("river")


def test_what_is_said_is_kept_and_the_rest_stays(home: Path) -> None:
    assert say(home, "--sessions", "2", "--readiness", "4") == (0, "")
    assert say(home, "--readiness", "7") == (0, "")
    assert (profile(home).sessions_before, profile(home).readiness) == (2, 7)
    assert say(home, "--sessions", "unknown") == (0, "")
    assert (profile(home).sessions_before, profile(home).readiness) == (None, 7)


@pytest.mark.parametrize("words", [("--readiness", "11"), ("--sessions", "two"), ()])
def test_a_mistake_is_one_sentence(home: Path, words: tuple[str, ...]) -> None:
    status, said = say(home, *words)
    assert status == 2
    assert len(said.strip().splitlines()) == 1
