"""How loud somebody is at a microphone."""

from typing import Literal

import numpy as np

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.hearing.gate import FRAME_SAMPLES, levels_db

FAINT_DB = 50.0
"""Loud parts below this (40 dB under full scale) are near to what webrtcvad passes over."""
LOUD_PERCENTILE = 95
CLIPPED_LEVEL = 32_700
CLIPPED_SHARE = 0.001
"""A share of samples at full scale above which the voice is distorted."""
LEVEL_OVER_S = 1.5
"""The level shown is that of so much of the latest sound: a breath is not yet too quiet."""

Level = Literal["silent", "faint", "good", "too loud"]


def level_of(heard: Samples) -> Level:
    """What the level of the latest sound means. heard: int16, shape (frames,)."""
    last = latest(heard)
    if not last.any():
        return "silent"
    if is_clipped(last):
        return "too loud"
    return "good" if loud_db(last) >= FAINT_DB else "faint"


def latest(heard: Samples) -> Samples:
    """So much of the end as a level is taken over."""
    return heard[-round(LEVEL_OVER_S * SAMPLE_RATE_HZ) :]


def is_clipped(samples: Samples) -> bool:
    """Whether it is distorted by too high a level."""
    return float((np.abs(samples.astype(np.int32)) >= CLIPPED_LEVEL).mean()) > CLIPPED_SHARE


def loud_db(samples: Samples) -> float:
    """Level of the loud parts, in dB above one step of int16."""
    return percentile_db(samples, LOUD_PERCENTILE)


def percentile_db(samples: Samples, percentile: float) -> float:
    """Level that so many percent of the frames stay below, in dB above one step of int16."""
    whole = len(samples) // FRAME_SAMPLES * FRAME_SAMPLES
    if not whole:
        return float("-inf")
    return float(np.percentile(levels_db(samples[:whole, np.newaxis]), percentile))
