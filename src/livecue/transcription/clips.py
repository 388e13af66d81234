"""A spoken turn cut, at its own pauses, into pieces that are read one at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from livecue.capture.source import SAMPLE_RATE_HZ
from livecue.hearing.spoken import LEAD_S, TAIL_S, SpokenTurn

LONG_PAUSE_S = 2.0
"""No clip runs over a pause this long: Whisper invents words in silence."""
_SEARCHED = 0.25
"""Last share of an unbroken stretch in which a place to cut it is looked for."""
_QUIET_S = 0.05

Stretch = tuple[float, float]


@dataclass(frozen=True)
class Clip:
    """A piece of a turn.

    start: session second of its first sample. samples: float32 mono in -1..1, at `SAMPLE_RATE_HZ`.
    stretches: its speech, in session seconds. begins_turn: nothing of the turn is before it.
    """

    start: float
    samples: npt.NDArray[np.float32]
    stretches: tuple[Stretch, ...]
    begins_turn: bool = True

    @property
    def duration_s(self) -> float:
        """Length of its audio."""
        return len(self.samples) / SAMPLE_RATE_HZ

    @property
    def speech_s(self) -> float:
        """Speech in it, pauses left out."""
        return sum(end - start for start, end in self.stretches)

    @property
    def speech_ends_s(self) -> float:
        """Where its speech ends, in seconds from its start."""
        return self.stretches[-1][1] - self.start


def clips_of(turn: SpokenTurn, longest_s: float) -> list[Clip]:
    """The turn's pieces, in order, none with more than `longest_s` seconds of audio.

    Each is as long as it can be and ends at the longest of the pauses it could end at. How the
    beginning is cut depends little on what follows, so a turn that goes on keeps its first clips.
    """
    whole = turn.stretches or ((turn.start, turn.end),)
    room_s = longest_s - LEAD_S - TAIL_S
    stretches = [piece for one in whole for piece in _short_enough(turn, one, room_s)]
    groups = list(_grouped(stretches, room_s))
    edges = [turn.audio_start]
    for before, after in pairwise(groups):
        edges.append((before[-1][1] + after[0][0]) / 2)
    edges.append(turn.audio_start + len(turn.samples) / SAMPLE_RATE_HZ)
    return [
        _clip(turn, group, edges[n], edges[n + 1], begins_turn=n == 0 and not turn.inner)
        for n, group in enumerate(groups)
    ]


def _clip(
    turn: SpokenTurn,
    group: tuple[Stretch, ...],
    earliest: float,
    latest: float,
    begins_turn: bool,
) -> Clip:
    start = max(earliest, group[0][0] - LEAD_S)
    end = min(latest, group[-1][1] + TAIL_S)
    first = round((start - turn.audio_start) * SAMPLE_RATE_HZ)
    last = round((end - turn.audio_start) * SAMPLE_RATE_HZ)
    samples = turn.samples[max(0, first) : max(0, last)].astype(np.float32) / np.float32(32768)
    return Clip(start, samples, group, begins_turn)


def _grouped(stretches: list[Stretch], room_s: float) -> Iterable[tuple[Stretch, ...]]:
    rest = stretches
    while rest:
        count = _together(rest, room_s)
        yield tuple(rest[:count])
        rest = rest[count:]


def _together(stretches: list[Stretch], room_s: float) -> int:
    """How many of the stretches make the next clip."""
    fitting = 1
    while fitting < len(stretches):
        if stretches[fitting][0] - stretches[fitting - 1][1] >= LONG_PAUSE_S:
            return fitting
        if stretches[fitting][1] - stretches[0][0] > room_s:
            break
        fitting += 1
    if fitting == len(stretches):
        return fitting
    far_enough = [
        n for n in range(1, fitting + 1) if stretches[n - 1][1] - stretches[0][0] >= room_s / 2
    ]
    return max(far_enough or [fitting], key=lambda n: stretches[n][0] - stretches[n - 1][1])


def _short_enough(turn: SpokenTurn, stretch: Stretch, room_s: float) -> Iterable[Stretch]:
    """The stretch, cut where it is quietest if it has no pause in time."""
    start, end = stretch
    while end - start > room_s:
        cut = _quietest(turn, start + room_s * (1 - _SEARCHED), start + room_s)
        yield start, cut
        start = cut
    yield start, end


def _quietest(turn: SpokenTurn, earliest: float, latest: float) -> float:
    first = round((earliest - turn.audio_start) * SAMPLE_RATE_HZ)
    last = round((latest - turn.audio_start) * SAMPLE_RATE_HZ)
    width = round(_QUIET_S * SAMPLE_RATE_HZ)
    heard = turn.samples[first:last].astype(np.float64)
    frames = heard[: len(heard) // width * width].reshape(-1, width)
    if not len(frames):
        return latest
    quietest = int(np.argmin((frames**2).sum(axis=1)))
    return earliest + (quietest + 0.5) * _QUIET_S
