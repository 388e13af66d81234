"""What tests of commands share."""

from pathlib import Path

import pytest

from tests.store.twins import NO_KEYRING


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that LIVECUE_HOME names; the passphrase is set, and guesses are cheap."""
    monkeypatch.setenv("LIVECUE_HOME", str(tmp_path / "kept"))
    monkeypatch.setenv("LIVECUE_PASSPHRASE", "river stone")
    monkeypatch.setattr("livecue.store.passphrase.SCRYPT_N", 2**10)
    monkeypatch.setattr("livecue.store.opening.SystemKeyring", lambda: NO_KEYRING)
    return tmp_path / "kept"
