"""The session clock, as the machine's own clock sees it."""

import time


class SessionClock:
    """Session seconds now.

    Sound sets it: at each block it is the block's end. Between blocks a running clock goes on with
    real time; one that waits for the stages (lock-step) stands still.
    """

    def __init__(self, running: bool) -> None:
        self._running = running
        self._heard_s = 0.0
        self._heard_at = time.monotonic()

    def heard(self, end_s: float) -> None:
        """Sound, or a missing span, has come up to `end_s`."""
        if end_s > self._heard_s:
            self._heard_s = end_s
            self._heard_at = time.monotonic()

    def now(self) -> float:
        """Session second."""
        if not self._running:
            return self._heard_s
        return self._heard_s + time.monotonic() - self._heard_at
