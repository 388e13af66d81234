"""A real screen, a home of its own, and a store that opens without asking."""

from pathlib import Path

import pytest

from tests.display import Screen
from tests.store.twins import NO_KEYRING


@pytest.fixture(scope="session")
def qapp_args(xvfb: Screen) -> list[str]:
    """pytest-qt's application opens on the X server, which is there before it."""
    return ["livecue"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that LIVECUE_HOME names. There is no keyring, and guesses are cheap."""
    monkeypatch.setenv("LIVECUE_HOME", str(tmp_path / "kept"))
    monkeypatch.delenv("LIVECUE_PASSPHRASE", raising=False)
    monkeypatch.setattr("livecue.store.passphrase.SCRYPT_N", 2**10)
    monkeypatch.setattr("livecue.store.opening.SystemKeyring", lambda: NO_KEYRING)
    return tmp_path / "kept"
