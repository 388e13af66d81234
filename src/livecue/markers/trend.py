"""Responses that grow slower over the session, against the session's own start.

Like is compared with like: a question of fact is answered faster than "what was that like?", so a
session that moves from the one to the other would seem to slow down.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from livecue.config import SilenceSettings
from livecue.markers.clinician_act import ClinicianAct

COMPARED: frozenset[ClinicianAct] = frozenset(
    {"open_question", "closed_question", "reflection", "suggestion"}
)
"""Acts that invite an answer. After an instruction, or where nothing was asked, a latency says
nothing of answering."""


@dataclass(frozen=True)
class Growth:
    """Median response latency of late, and the median at which it counts as grown, in seconds."""

    latest_s: float
    counts_from_s: float


@dataclass
class _Response:
    """act: what it answers, `None` while that is not known. told: growth was told of on it."""

    start: float
    latency_s: float
    act: ClinicianAct | None
    told: bool = False


class Trend:
    """The session's response latencies in order; it tells of growth once, then after as many more.

    Medians, since a session holds a few pauses for thought that mean nothing. The opening, with its
    greetings and small talk, is left out. A response to what is not known, since text is late or
    gone, is compared with all, and all with it; `learn` settles it.
    """

    def __init__(self, settings: SilenceSettings) -> None:
        self._settings = settings
        self._responses: list[_Response] = []
        self._slow = 0

    def push(self, start: float, latency_s: float, act: ClinicianAct | None) -> Growth | None:
        """One more response; growth when it is there and was not just told.

        start: session second at which the clinician had ended. latency_s: seconds to the answer.
        """
        if start < self._settings.trend_opening_s or (act is not None and act not in COMPARED):
            return None
        self._responses.append(_Response(start, latency_s, act))
        self._slow += latency_s >= self._settings.trend_least_s
        return self._growth(len(self._responses) - 1)

    def learn(self, start: float, act: ClinicianAct) -> Growth | None:
        """What the response from `start` on answers is known now; growth as it then shows."""
        at = self._place(start)
        if at is None:
            return None
        if act not in COMPARED:
            self.forget(start)
            return None
        self._responses[at].act = act
        self._responses[at].told = False
        return self._growth(at)

    def forget(self, start: float) -> None:
        """What began there was no response after all."""
        at = self._place(start)
        if at is not None:
            gone = self._responses.pop(at)
            self._slow -= gone.latency_s >= self._settings.trend_least_s

    def _place(self, start: float) -> int | None:
        """Where the response from `start` on stands; looked for from the latest back."""
        places = range(len(self._responses) - 1, -1, -1)
        return next((i for i in places if self._responses[i].start == start), None)

    def _growth(self, at: int) -> Growth | None:
        """Growth up to a response, from that one and those before."""
        latest = self._responses[at]
        window = self._settings.trend_pauses
        if 2 * self._slow < window:
            return None  # no median of so many can have grown enough
        lately = self._lately(at, window)
        if len(lately) < window or any(one.told for one in lately):
            return None
        latest_s = _median_s(lately)
        if latest_s < self._settings.trend_least_s:
            return None
        like = [one for one in self._responses[: at + 1] if _alike(one, latest)]
        if len(like) < 2 * window:
            return None
        growth = Growth(
            latest_s=latest_s,
            counts_from_s=max(
                self._settings.trend_factor * _median_s(like[:window]),
                self._settings.trend_least_s,
            ),
        )
        latest.told = growth.latest_s >= growth.counts_from_s
        return growth if latest.told else None

    def _lately(self, at: int, count: int) -> list[_Response]:
        """The response at this place and those before it that are like it, latest first."""
        act = self._responses[at].act
        found: list[_Response] = []
        for i in range(at, -1, -1):
            one = self._responses[i]
            if act is None or one.act is None or one.act == act:
                found.append(one)
                if len(found) == count:
                    break
        return found


def _alike(one: _Response, other: _Response) -> bool:
    return one.act is None or other.act is None or one.act == other.act


def _median_s(responses: Sequence[_Response]) -> float:
    return median(one.latency_s for one in responses)
