"""When is a pause long for this client?

A pause is long when it stands far outside the client's own pauses of its kind: above the median of
log duration by so many robust standard deviations (median absolute deviation x 1.4826). Durations
of pauses and gaps are near to log-normal (Heldner & Edlund 2010), and the median is not moved by
the few long ones that are looked for. Until enough are known, the default weighs in.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from livecue.config import Settings, SilenceSettings

ClientPause = Literal["response", "within_turn"]
CLIENT_PAUSES: tuple[ClientPause, ...] = ("response", "within_turn")
"""The kinds of pause that are the client's."""

FASTEST_S = 0.1
"""Faster answers, and those that begin before the question ends, count as this."""
MAD_TO_DEVIATION = 1.4826
"""Median absolute deviation to standard deviation, for a normal distribution."""


@dataclass(frozen=True)
class Known:
    """What is known of a client's pauses of one kind: how many, and their log durations' median
    and robust standard deviation."""

    count: int
    centre: float
    deviation: float

    @classmethod
    def of(cls, logs: Sequence[float]) -> "Known":
        """logs: natural logarithms of seconds, at least one."""
        centre = float(np.median(logs))
        apart = float(np.median(np.abs(np.asarray(logs) - centre)))
        return cls(len(logs), centre, MAD_TO_DEVIATION * apart)


def threshold_s(kind: ClientPause, known: Known | None, silence: SilenceSettings) -> float:
    """Seconds above which a pause is long: what was set for this client, else what is learnt.

    known: `None` where nothing is known yet.
    """
    own_s = silence.response_threshold_s if kind == "response" else silence.within_turn_threshold_s
    if own_s:
        return own_s
    log_s = default = math.log(silence.default_threshold_s)
    if known is not None:
        own_weight = known.count / (known.count + silence.enough_pauses)
        log_s += own_weight * (known.centre + silence.spread * known.deviation - default)
    return min(max(math.exp(log_s), silence.lowest_threshold_s), silence.highest_threshold_s)


class PauseThresholds:
    """The client's own thresholds, one for response latency and one for pauses within the turn.

    They begin from the profile's earlier sessions, where the client has any.
    """

    def __init__(self, settings: Settings) -> None:
        self._silence = settings.silence
        self._logs: dict[ClientPause, list[float]] = {
            "response": [log_of(s) for s in settings.profile.earlier_response_s],
            "within_turn": [log_of(s) for s in settings.profile.earlier_within_turn_s],
        }

    def observe(self, kind: ClientPause, duration_s: float) -> None:
        """One more pause that the client ended; negative for an answer that began too early."""
        self._logs[kind].append(log_of(duration_s))

    def logs(self, kind: ClientPause) -> list[float]:
        """The log durations that are known so far, oldest first."""
        return self._logs[kind]

    def threshold_s(self, kind: ClientPause) -> float:
        """Seconds above which such a pause is long."""
        logs = self._logs[kind]
        return threshold_s(kind, Known.of(logs) if logs else None, self._silence)


def log_of(duration_s: float) -> float:
    """Natural logarithm of a pause, no shorter than the fastest answer."""
    return math.log(max(duration_s, FASTEST_S))
