"""The files that all systems hear: one mono WAV each, at `SAMPLE_RATE_HZ`, 16 bit."""

import wave
from pathlib import Path

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import Settings
from livecue.evaluation.hearing_runs import sound_of
from livecue.paths import shipped

WARM_UP_S = 5.0
"""Of the bundled session, heard before anything is measured: a model's first reading is slower."""


def write_mixed(recording: Path, target: Path, settings: Settings) -> float:
    """A recording with its channels mixed.

    Returns:
        Its length in seconds.
    """
    return _write(sound_of(recording, "mono", settings), target)


def write_warm_up(target: Path, settings: Settings) -> None:
    """The first `WARM_UP_S` of the bundled session, mixed."""
    sound = sound_of(shipped("examples") / "session.opus", "mono", settings)
    _write(sound[: round(WARM_UP_S * SAMPLE_RATE_HZ)], target)


def _write(samples: Samples, target: Path) -> float:
    with wave.open(str(target), "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(samples.itemsize)
        written.setframerate(SAMPLE_RATE_HZ)
        written.writeframes(samples.astype("<i2").tobytes())
    return len(samples) / SAMPLE_RATE_HZ
