"""When is a pause long for this client?

A pause is long when it stands far outside the client's own pauses of its kind: above the median of
log duration by so many robust standard deviations (median absolute deviation x 1.4826). Durations
of pauses and gaps are near to log-normal (Heldner & Edlund 2010), and the median is not moved by
the few long ones that are looked for. Until enough are known, the default weighs in.
"""

import math
from statistics import median
from typing import Literal

from livecue.config import Settings

ClientPause = Literal["response", "within_turn"]
CLIENT_PAUSES: tuple[ClientPause, ...] = ("response", "within_turn")
"""The kinds of pause that are the client's."""

FASTEST_S = 0.1
"""Faster answers, and those that begin before the question ends, count as this."""
MAD_TO_DEVIATION = 1.4826
"""Median absolute deviation to standard deviation, for a normal distribution."""


class PauseThresholds:
    """The client's own thresholds, one for response latency and one for pauses within the turn.

    They begin from the profile's earlier sessions, where the client has any.
    """

    def __init__(self, settings: Settings) -> None:
        self._silence = settings.silence
        self._logs: dict[ClientPause, list[float]] = {
            "response": [_log(s) for s in settings.profile.earlier_response_s],
            "within_turn": [_log(s) for s in settings.profile.earlier_within_turn_s],
        }

    def observe(self, kind: ClientPause, duration_s: float) -> None:
        """One more pause that the client ended; negative for an answer that began too early."""
        self._logs[kind].append(_log(duration_s))

    def threshold_s(self, kind: ClientPause) -> float:
        """Seconds above which such a pause is long."""
        silence = self._silence
        default = math.log(silence.default_threshold_s)
        logs = self._logs[kind]
        own_weight = len(logs) / (len(logs) + silence.enough_pauses)
        log_s = default + own_weight * (self._own(logs) - default) if logs else default
        return min(max(math.exp(log_s), silence.lowest_threshold_s), silence.highest_threshold_s)

    def _own(self, logs: list[float]) -> float:
        centre = median(logs)
        deviation = MAD_TO_DEVIATION * median(abs(log - centre) for log in logs)
        return centre + self._silence.spread * deviation


def _log(duration_s: float) -> float:
    return math.log(max(duration_s, FASTEST_S))
