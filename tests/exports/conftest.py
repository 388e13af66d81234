"""Logs that the formats are tried on: a made one that has everything, and one of real talk."""

import pytest

from livecue.config import Settings
from livecue.events import AnyEvent
from livecue.transcripts.marked import load_marking, mark_session
from tests.bundled import bundled_session
from tests.exports.sessions import a_full_session


@pytest.fixture
def full() -> list[AnyEvent]:
    """A minute with one of everything: see `tests.exports.sessions`."""
    return a_full_session()


@pytest.fixture(scope="session")
def talk() -> list[AnyEvent]:
    """The bundled session as its transcript was marked: seven minutes, some 230 events."""
    return mark_session(bundled_session(), load_marking(Settings()))
