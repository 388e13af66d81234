"""The speech model's own ways with memory."""

import os
from pathlib import Path

import numpy as np
import pytest

from livecue.capture.source import SAMPLE_RATE_HZ
from livecue.errors import MissingError
from livecue.model_files import locate
from livecue.transcription.decoder import Decoder

STATM = Path("/proc/self/statm")


@pytest.mark.skipif(not STATM.exists(), reason="this system does not say what a process holds")
def test_windows_of_ever_other_lengths_leave_nothing_behind() -> None:
    try:
        decoder = Decoder(locate("tiny.en").folder, "en", 2)
    except MissingError as error:
        pytest.skip(str(error))
    second = np.zeros(SAMPLE_RATE_HZ, np.float32)
    for n in range(10):
        decoder.encode(second, 3 + 0.07 * n)
    before_mb = resident_mb()

    for n in range(10, 70):
        decoder.encode(second, 3 + 0.07 * n)

    # Kept kernels, one for every length, took 90 MB.
    assert resident_mb() - before_mb < 30


def resident_mb() -> float:
    """What this process holds in memory."""
    return int(STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
