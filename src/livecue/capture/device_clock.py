"""Whether a device delivers as much sound as time passes."""

import math
from collections import deque

import numpy as np

_BUCKET_S = 0.5
_WINDOW_S = 10.0
_ENOUGH_BUCKETS = 8
"""Buckets before a step counts as loss: a device may open with a backlog."""

_SHORTEST_LOSS_S = 0.1
"""A step smaller than this may be the way the device hands sound over in bunches."""


class DeviceClock:
    """Compares the count of samples with the machine's clock. Pure: times are handed in.

    Lateness is the machine time of a call minus the sound counted by then. Calls come late at
    random, never early, so the least lateness in each half second is what is looked at: it grows
    steadily when the rate is not the one stated, and steps up for good when sound was lost. A
    machine that was merely busy delivers all of it afterwards, and the lateness falls back.
    """

    def __init__(self, rate_hz: float) -> None:
        """`rate_hz`: the rate the device states."""
        self._rate_hz = rate_hz
        self._heard_s = 0.0
        self._least: deque[tuple[int, float]] = deque(maxlen=1 + round(_WINDOW_S / _BUCKET_S))

    def push(self, frames: int, at_s: float) -> float:
        """Count one call's frames.

        Returns:
            Seconds of sound that never came, told once, 1 to 1.5 s after; 0 when none was lost.
        """
        self._heard_s += frames / self._rate_hz
        lateness = at_s - self._heard_s
        bucket = math.floor(at_s / _BUCKET_S)
        if self._least and self._least[-1][0] == bucket:
            self._least[-1] = (bucket, min(lateness, self._least[-1][1]))
            return 0.0
        lost_s = self._settle()
        self._least.append((bucket, lateness - lost_s))
        return lost_s

    @property
    def rate_error(self) -> float | None:
        """Share by which more (or, negative, less) sound comes than stated; `None` for 10 s."""
        points = np.array(self._least)
        if len(points) < (self._least.maxlen or 0):
            return None
        return -_slope(points)

    def _settle(self) -> float:
        """A step that two whole buckets confirm, taken out of the count."""
        if len(self._least) < _ENOUGH_BUCKETS:
            return 0.0
        points = np.array(self._least)
        before, after = points[:-2], points[-2:]
        expected = before[-1, 1] + _slope(before) * _BUCKET_S * (after[:, 0] - before[-1, 0])
        lost_s = float((after[:, 1] - expected).min())
        if lost_s < _SHORTEST_LOSS_S:
            return 0.0
        self._heard_s += lost_s
        for place in (-2, -1):
            bucket, lateness = self._least[place]
            self._least[place] = (bucket, lateness - lost_s)
        return lost_s


def _slope(points: np.ndarray) -> float:
    """Growth of lateness, in seconds a second: the median over all pairs (Theil-Sen), which a
    step or a late bucket does not move."""
    i, j = np.triu_indices(len(points), k=1)
    growth = points[j, 1] - points[i, 1]
    return float(np.median(growth / (points[j, 0] - points[i, 0]))) / _BUCKET_S
