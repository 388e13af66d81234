"""What tests share."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.display import xvfb as xvfb
from tests.pulse import pulse as pulse

# A machine may be busy: how long an example takes is a matter for benchmarks.
settings.register_profile("livecue", deadline=None)
settings.load_profile("livecue")

_SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The labelled data beside the checkout; a test that needs it is skipped where it is absent."""
    if not _SHARED.is_dir():
        pytest.skip("the labelled data (../shared/data) is not on this machine")
    return _SHARED
