"""A real screen for the practice's window, and the role-play as read with the usual settings."""

import pytest

from livecue.config import Settings
from livecue.practice.rehearsal import Rehearsal, load_rehearsal
from tests.display import Screen


@pytest.fixture(scope="session")
def qapp_args(xvfb: Screen) -> list[str]:
    """pytest-qt's application opens on the X server, which is there before it."""
    return ["livecue"]


@pytest.fixture(scope="session")
def rehearsal() -> Rehearsal:
    """As a clinician who has chosen nothing gets it."""
    return load_rehearsal(Settings().in_the_room())
