"""Sound to keep."""

import numpy as np

from livecue.capture.source import SAMPLE_RATE_HZ, Samples


def noise(seconds: float, channels: int = 2, seed: int = 1) -> Samples:
    """No two stretches of different `seed` are alike."""
    frames = round(seconds * SAMPLE_RATE_HZ)
    return np.random.default_rng(seed).integers(-3000, 3000, (frames, channels), dtype=np.int16)
