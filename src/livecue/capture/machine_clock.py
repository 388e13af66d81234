"""The machine's clocks: one that stops while it sleeps, and one that does not."""

import ctypes
import sys
import time

_SHORTEST_SLEEP_S = 1.0
"""Less than the shortest sleep there is, and more than two clocks differ by when read in turn."""


def awake_s() -> float:
    """Seconds in which the machine was awake, since some moment; never goes back."""
    if sys.platform == "win32":
        ticks = ctypes.c_ulonglong()
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks))
        return ticks.value / 10_000_000
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_UPTIME_RAW)
    return time.clock_gettime(time.CLOCK_MONOTONIC)


def passed_s() -> float:
    """Seconds since some moment, asleep or awake; setting the time of day does not move it."""
    if sys.platform == "win32":
        return time.monotonic()
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.clock_gettime(time.CLOCK_BOOTTIME)


class Sleep:
    """Notices that the machine was asleep. Pure: both clocks are handed in."""

    def __init__(self) -> None:
        self._ahead_s: float | None = None

    def push(self, awake_s: float, passed_s: float) -> float:
        """Both clocks, read one after the other.

        Returns:
            Seconds for which the machine slept since the last time; 0 when it did not.
        """
        ahead_s = passed_s - awake_s
        before_s = ahead_s if self._ahead_s is None else self._ahead_s
        self._ahead_s = ahead_s
        slept_s = ahead_s - before_s
        return slept_s if slept_s >= _SHORTEST_SLEEP_S else 0.0
