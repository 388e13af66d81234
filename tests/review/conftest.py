"""Windows of the review open on a real X server."""

import pytest

from tests.display import Screen


@pytest.fixture(scope="session")
def qapp_args(xvfb: Screen) -> list[str]:
    """pytest-qt's application opens on the X server, which is there before it."""
    return ["livecue"]
