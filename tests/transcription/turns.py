"""Spoken turns to test with."""

import numpy as np

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.events import Speaker
from livecue.hearing.spoken import LEAD_S, TAIL_S, SpokenTurn

ROOM_S = LEAD_S + TAIL_S
"""Audio before and after the speech of a turn, as hearing gives it."""


def spoken(
    *stretches: tuple[float, float],
    i: int = 0,
    speaker: Speaker = "client",
    samples: Samples | None = None,
    reopens: bool = False,
) -> SpokenTurn:
    """A turn with speech in these stretches; silent unless `samples` are given."""
    start, end = stretches[0][0], stretches[-1][1]
    if samples is None:
        samples = np.zeros(round((end - start + ROOM_S) * SAMPLE_RATE_HZ), dtype=np.int16)
    return SpokenTurn(
        i=i,
        start=start,
        end=end,
        closed_at=end + 1.0,
        speaker=speaker,
        channel=1 if speaker == "client" else 0,
        stretches=stretches,
        audio_start=start - LEAD_S,
        samples=samples,
        reopens=reopens,
    )


def spoken_for(seconds: float, i: int, speaker: Speaker = "client") -> SpokenTurn:
    """A turn whose audio, with its margins, lasts so long."""
    at = 100.0 * (i + 1)
    return spoken((at, at + seconds - ROOM_S), i=i, speaker=speaker)
