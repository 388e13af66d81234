"""Whether a device delivers as much sound as time passes."""

import math
from collections import deque

import numpy as np
import numpy.typing as npt

_BUCKET_S = 0.5
_LONG_BUCKETS = 121
"""A minute: what a small error takes to stand out from the calls' own raggedness."""

_SETTLING_BUCKETS = 21
_ENOUGH_BUCKETS = 8
"""Buckets before a step counts as loss: a device may open with a backlog."""

_SHORTEST_LOSS_S = 0.1
"""A step smaller than this may be the way the device hands sound over in bunches."""

SMALL_ERROR = 0.001
"""No crystal is so far off (0.01 % is usual), and it moves a pause of 5 s by 5 ms only."""

GROSS_ERROR = 0.05
"""44.1 kHz taken for 48 kHz is off by 8 %; a headset that falls back to 16 or 8 kHz, by more."""

_MIDDLING_ERROR = 0.02
_GROSS_LOOKS = ((1.0, 3, 0.25), (1.6, 4, GROSS_ERROR))
"""Seconds looked at, in so many parts, for an error of so much: a large one is plain sooner."""

_LONGEST_LOOK_S = _GROSS_LOOKS[-1][0]
_CALL_S = 0.4
"""Longer than one call takes to come, at the slowest rate."""

_GROSS_SPREAD = 0.25
"""Share of the error by which it may differ from part to part."""


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
        self._heard_before_s = 0.0
        self._lost_s = 0.0
        self._bucket = -1
        self._least: deque[tuple[float, float]] = deque(maxlen=_LONG_BUCKETS)
        self._calls: deque[tuple[float, float]] = deque()
        self._error: float | None = None

    def push(self, frames: int, at_s: float) -> float:
        """Count one call's frames.

        Returns:
            Seconds of sound that never came, told once, 1 to 1.5 s after; 0 when none was lost.
        """
        self._heard_s += frames / self._rate_hz
        self._remember_call(at_s)
        lateness = at_s - self._heard_s - self._lost_s
        bucket = math.floor(at_s / _BUCKET_S)
        if bucket == self._bucket:
            self._least[-1] = min(self._least[-1], (at_s, lateness), key=lambda call: call[1])
            return 0.0
        self._bucket = bucket
        self._error = self._small_error()
        lost_s = self._settle()
        self._least.append((at_s, lateness - lost_s))
        return lost_s

    @property
    def rate_error(self) -> float | None:
        """Share by which more (or, negative, less) sound comes than stated, once it is sure.

        `GROSS_ERROR` and more is known after 1 to 1.6 s, 2 % after 10 s, and `SMALL_ERROR` after a
        minute; `None` before, and where there is less than that.
        """
        calls = np.array(self._calls)
        looks = (_gross_error(calls, *look) for look in _GROSS_LOOKS)
        return next((error for error in looks if error is not None), self._error)

    def uncounted_s(self, error: float) -> float:
        """How much less sound than time the last calls brought, at a rate that is off by `error`;
        0 where they brought more."""
        heard_s = self._heard_s - self._heard_before_s
        return max(0.0, heard_s / (1 + error) - heard_s)

    def _remember_call(self, at_s: float) -> None:
        self._calls.append((at_s, self._heard_s))
        while len(self._calls) > 1 and at_s - self._calls[1][0] >= _LONGEST_LOOK_S:
            self._heard_before_s = self._calls.popleft()[1]

    def _small_error(self) -> float | None:
        """The rate over all that is remembered, where there is enough of it to be sure."""
        if len(self._least) < _SETTLING_BUCKETS:
            return None
        error = -_slope(np.array(self._least))
        sure = SMALL_ERROR if len(self._least) == _LONG_BUCKETS else _MIDDLING_ERROR
        return error if abs(error) > sure else None

    def _settle(self) -> float:
        """A step that two whole buckets confirm, taken out of the count."""
        if len(self._least) < _ENOUGH_BUCKETS:
            return 0.0
        points = np.array(self._least)[-_SETTLING_BUCKETS:]
        before, after = points[:-2], points[-2:]
        expected = before[-1, 1] + _slope(before) * (after[:, 0] - before[-1, 0])
        lost_s = float((after[:, 1] - expected).min())
        if lost_s < _SHORTEST_LOSS_S:
            return 0.0
        self._lost_s += lost_s
        for place in (-2, -1):
            at_s, lateness = self._least[place]
            self._least[place] = (at_s, lateness - lost_s)
        return lost_s


def _gross_error(
    calls: npt.NDArray[np.float64], lasting_s: float, parts: int, least: float
) -> float | None:
    """The rate over the last calls, where it is far off and the same all the while.

    In each part of the time the least late call is looked at.
    """
    calls = calls[calls[:, 0] >= calls[-1, 0] - lasting_s - _CALL_S]
    if calls[-1, 0] - calls[0, 0] < lasting_s:
        return None
    share = (calls[:, 0] - calls[0, 0]) / (calls[-1, 0] - calls[0, 0])
    part = np.minimum((share * parts).astype(int), parts - 1)
    if len(np.unique(part)) < parts:
        return None
    lateness = calls[:, 0] - calls[:, 1]
    places = [np.flatnonzero(part == number) for number in range(parts)]
    on_time = [place[np.argmin(lateness[place])] for place in places]
    growths = np.diff(lateness[on_time]) / np.diff(calls[on_time, 0])
    growth = float(np.median(growths))
    steady = np.abs(growths - growth).max() <= _GROSS_SPREAD * abs(growth)
    return -growth if steady and abs(growth) >= least else None


def _slope(points: npt.NDArray[np.float64]) -> float:
    """Growth of lateness, in seconds a second: the median over all pairs (Theil-Sen), which a
    step or a late bucket does not move."""
    i, j = np.triu_indices(len(points), k=1)
    growth = points[j, 1] - points[i, 1]
    return float(np.median(growth / (points[j, 0] - points[i, 0])))
