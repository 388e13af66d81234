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
_GROSS_LOOKS_S = ((1.0, 0.25), (1.6, GROSS_ERROR))
"""Seconds looked at for an error of so much: a large one is plain sooner."""

_LONGEST_LOOK_S = _GROSS_LOOKS_S[-1][0]
_LONGEST_CALL_S = 0.7
"""How far apart calls may come, at the slowest rate."""

_BURST_S = 0.01
"""Calls that come so close bring what arrived as one."""

_FEWEST_CALLS = 3
_SURE_OF_ERROR = 1 / 6
_SURE_OF_RATE = 0.03
"""The standard error of a gross error may be this share of the error, and this of the rate."""


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

    def push(self, frames: int, at_s: float, *, whole: bool = True) -> float:
        """Count one call's frames. `whole`: the device says that it lost nothing before them.

        Returns:
            Seconds of sound that never came, told once, 1 to 1.5 s after; 0 when none was lost.
        """
        self._heard_s += frames / self._rate_hz
        self._remember_call(at_s, whole=whole)
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
        looks = (_gross_error(calls, *look) for look in _GROSS_LOOKS_S)
        return next((error for error in looks if error is not None), self._error)

    def uncounted_s(self, error: float) -> float:
        """How much less sound than time the last calls brought, at a rate that is off by `error`;
        0 where they brought more."""
        heard_s = self._heard_s - self._heard_before_s
        return max(0.0, heard_s / (1 + error) - heard_s)

    def _remember_call(self, at_s: float, *, whole: bool) -> None:
        """For a gross error: what came in one burst is one call, and a loss begins anew."""
        if not whole:
            self._calls.clear()
        if self._calls and at_s - self._calls[-1][0] < _BURST_S:
            self._calls.pop()
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


def _gross_error(calls: npt.NDArray[np.float64], lasting_s: float, least: float) -> float | None:
    """The rate over the last calls, where it is far off and the calls agree on it.

    A straight line through the lateness of all calls; its standard error says how sure it is.
    """
    calls = calls[calls[:, 0] >= calls[-1, 0] - lasting_s - _LONGEST_CALL_S]
    at_s = calls[:, 0] - calls[:, 0].mean()
    if len(calls) < _FEWEST_CALLS or at_s[-1] - at_s[0] < lasting_s:
        return None
    lateness = calls[:, 0] - calls[:, 1]
    spread = float((at_s**2).sum())
    growth = float((at_s * lateness).sum()) / spread
    left = lateness - lateness.mean() - growth * at_s
    error = math.sqrt(float((left**2).sum()) / (len(calls) - 2) / spread)
    sure = error <= min(_SURE_OF_ERROR * abs(growth), _SURE_OF_RATE * (1 - growth))
    return -growth if sure and abs(growth) >= least else None


def _slope(points: npt.NDArray[np.float64]) -> float:
    """Growth of lateness, in seconds a second: the median over all pairs (Theil-Sen), which a
    step or a late bucket does not move."""
    i, j = np.triu_indices(len(points), k=1)
    growth = points[j, 1] - points[i, 1]
    return float(np.median(growth / (points[j, 0] - points[i, 0])))
