"""A threshold for one client's pauses, from the sessions in which the client took part.

The same rule as while a session is heard: robust deviations of log duration above the median,
shrunk towards what is known of others until there are enough of the client's own.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from livecue.config import SilenceSettings
from livecue.events import Frozen
from livecue.hearing.thresholds import CLIENT_PAUSES, ClientPause, Known, log_of
from livecue.review.tuning.kept import KeptSession
from livecue.review.tuning.population import RESPONSE_P95_S, RESPONSES
from livecue.translation import words

Place = Literal["room", "call"]
"""Where a session was held: a video call has lags of its own."""

STEP_S = 0.1
"""Suggestions are round: pauses are not timed to more."""


class SessionPauses(Frozen):
    """One session's pauses of one kind. id, started_at: the session's. durations_s: in order."""

    id: str
    started_at: str
    durations_s: tuple[float, ...]

    @property
    def median_s(self) -> float | None:
        """Half of them are shorter."""
        return round(median(self.durations_s), 3) if self.durations_s else None


class Baseline(Frozen):
    """What is usual for a client, in one kind of pause and one place.

    sessions: those that the clinician marked as engaged, oldest first. unmarked, not_engaged: how
    many others there are, which are left out.
    """

    kind: ClientPause
    place: Place
    sessions: tuple[SessionPauses, ...]
    unmarked: int
    not_engaged: int

    @property
    def durations_s(self) -> list[float]:
        """All pauses, oldest first."""
        return [duration_s for session in self.sessions for duration_s in session.durations_s]


class Suggestion(Frozen):
    """A threshold and why. own: pauses of the client's that it rests on; own_weight: 0-1."""

    kind: ClientPause
    seconds: float
    own: int
    own_weight: float
    reason: str


@dataclass(frozen=True)
class _Others:
    """What is known of others: their threshold as a logarithm, and who they are in words."""

    log_s: float
    least_s: float
    said: str


def place_of(kept: KeptSession) -> Place:
    """Where a session was held, by what it was heard with."""
    return "call" if "; call: " in kept.started.source else "room"


def baseline(sessions: Sequence[KeptSession], kind: ClientPause, place: Place) -> Baseline:
    """The pauses that the client ended in sessions marked as engaged, as they are kept.

    Silences that were the client at work count like any other: they are the client's own pauses.
    """
    here = [session for session in sessions if place_of(session) == place]
    return Baseline(
        kind=kind,
        place=place,
        sessions=tuple(
            SessionPauses(
                id=session.started.id,
                started_at=session.started.started_at,
                durations_s=tuple(
                    silence.duration_s for silence in session.silences.all if silence.kind == kind
                ),
            )
            for session in sorted(here, key=lambda one: one.started.started_at)
            if session.engaged
        ),
        unmarked=sum(session.engaged is None for session in here),
        not_engaged=sum(session.engaged is False for session in here),
    )


def suggestion(usual: Baseline, silence: SilenceSettings) -> Suggestion:
    """What to call long for this client."""
    own = usual.durations_s
    others = _others(usual.kind, silence)
    weight = len(own) / (len(own) + silence.enough_pauses)
    log_s = others.log_s
    if own:
        known = Known.of([log_of(duration_s) for duration_s in own])
        log_s += weight * (known.centre + silence.spread * known.deviation - others.log_s)
    seconds = min(max(math.exp(log_s), others.least_s), silence.highest_threshold_s)
    return Suggestion(
        kind=usual.kind,
        seconds=round(math.ceil(seconds / STEP_S - 1e-6) * STEP_S, 1),
        own=len(own),
        own_weight=round(weight, 2),
        reason=_reason(own, others, weight),
    )


def suggestions(
    sessions: Sequence[KeptSession], place: Place, silence: SilenceSettings
) -> tuple[Suggestion, ...]:
    """One for each kind of pause."""
    return tuple(suggestion(baseline(sessions, kind, place), silence) for kind in CLIENT_PAUSES)


def _others(kind: ClientPause, silence: SilenceSettings) -> _Others:
    if kind == "response":
        log_s = RESPONSES.centre + silence.spread * RESPONSES.deviation
        return _Others(
            log_s,
            RESPONSE_P95_S,
            words("patients in 57 played consultations (PriMock57: half answered within 0.7 s)"),
        )
    return _Others(
        math.log(silence.default_threshold_s),
        silence.lowest_threshold_s,
        words("the {seconds} s that studies of therapy call a silence").format(
            seconds=f"{silence.default_threshold_s:g}"
        ),
    )


def _reason(own: Sequence[float], others: _Others, weight: float) -> str:
    """Why, in words a clinician can check."""
    if not own:
        return words(
            "No session is marked as engaged yet, so this rests on {others} alone."
        ).format(others=others.said)
    return words(
        "This client's own pauses: {count}, half of them shorter than {median} s. Pauses far above "
        "what is usual for them are called long. The client's own pauses weigh {own} %, the rest "
        "is from {others}; the more there are, the more they weigh."
    ).format(
        count=len(own), median=f"{median(own):.1f}", own=round(100 * weight), others=others.said
    )
