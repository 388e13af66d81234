"""Logs that the formats are tried on: a made one that has everything, and one of real talk."""

import pytest

from livecue.events import AnyEvent
from tests.exports.sessions import a_full_session, some_talk


@pytest.fixture
def full() -> list[AnyEvent]:
    """A minute with one of everything: see `tests.exports.sessions`."""
    return a_full_session()


@pytest.fixture(scope="session")
def talk() -> list[AnyEvent]:
    """See `tests.exports.sessions`."""
    return some_talk()
