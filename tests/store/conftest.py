"""What tests of the store share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from livecue.store.database import Store
from tests.store.twins import KEY


@pytest.fixture(autouse=True)
def _a_bare_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """No passphrase is set, and guesses are cheap."""
    monkeypatch.delenv("LIVECUE_PASSPHRASE", raising=False)
    monkeypatch.setattr("livecue.store.passphrase.SCRYPT_N", 2**10)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder that livecue has not made yet."""
    return tmp_path / "kept"


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    """An open, empty store."""
    with Store.open(home, KEY) as store:
        yield store
