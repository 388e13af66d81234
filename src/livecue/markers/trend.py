"""Responses that grow slower over the session, against the session's own start."""

from dataclasses import dataclass
from statistics import median

from livecue.config import SilenceSettings


@dataclass(frozen=True)
class Growth:
    """Median response latency of late, and the median at which it counts as grown, in seconds."""

    latest_s: float
    counts_from_s: float


class Trend:
    """The session's response latencies in order; it tells of growth once, then after as many more.

    Medians, since a session holds a few pauses for thought that mean nothing.
    """

    def __init__(self, settings: SilenceSettings) -> None:
        self._settings = settings
        self._responses_s: list[float] = []
        self._told_at = 0

    def push(self, response_s: float) -> Growth | None:
        """One more response latency in seconds; growth when it is there and was not just told."""
        self._responses_s.append(response_s)
        window = self._settings.trend_pauses
        told_since = len(self._responses_s) - self._told_at
        if len(self._responses_s) < 2 * window or told_since < window:
            return None
        growth = Growth(
            latest_s=median(self._responses_s[-window:]),
            counts_from_s=max(
                self._settings.trend_factor * median(self._responses_s[:window]),
                self._settings.trend_least_s,
            ),
        )
        if growth.latest_s < growth.counts_from_s:
            return None
        self._told_at = len(self._responses_s)
        return growth
