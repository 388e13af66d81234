"""A kept session made ready for "what if": all that no replayable setting changes, worked out once.

The network is not asked again. What it said of each turn stands in the log, as markers and as
candidates; what was heard of pauses stands there as speech. Both are taken as they were known when
each thing was known, so that a later decision sees no more than the session did.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from livecue.config import Settings
from livecue.events import (
    Action,
    Candidate,
    Correction,
    Cue,
    Marker,
    MarkerName,
    Pause,
    SessionStarted,
    Speech,
    Turn,
    Unheard,
)
from livecue.hearing.silences import HeardSilences, Silence, silences_of
from livecue.markers.context import Heard
from livecue.markers.lexicon import Lexicon
from livecue.session.by_hand import ByHand
from livecue.session.replay import time_of

OF_PAUSES = frozenset({"long_pause", "long_pause_within_turn", "trend"})
"""The bases of silences that were timed, not read."""


@dataclass(frozen=True)
class Seen:
    """One sign in a turn: the marker it is if it counts, and the candidate it is if not."""

    marker: Marker
    candidate: Candidate

    @property
    def score(self) -> float:
        """How sure, 0-1."""
        return self.marker.score


@dataclass(frozen=True)
class Look:
    """One look at a turn. before: the clinician's turn just before. weighty_words: of its own."""

    heard: Heard
    before: Heard | None
    known_at: float
    weighty_words: int
    found: Mapping[MarkerName, Seen]


@dataclass(frozen=True)
class Said:
    """The words of a turn came, new or again, and which turns were looked at for that.

    moves: whether the words themselves may move the mode or hold; otherwise time goes on, no more.
    """

    event: Turn | Correction
    looks: tuple[Look, ...]
    moves: bool


@dataclass(frozen=True)
class Paused:
    """A silence ended. clinician: whose turn came last, as far as was known then."""

    silence: Silence
    clinician: Heard | None
    pause: Pause


LAPSES_REMEMBERED = 64

Passed = Speech | Pause | Turn
"""What shows that time has passed."""
Step = Said | Paused | Speech | Unheard | Action


@dataclass(frozen=True, eq=False)
class KeptSession:
    """One kept session.

    base: the settings it was heard with. steps: what was heard and done, in order. judged_until:
    for each step, up to which session second sound had been judged. clinicians: the clinician's
    turns with the index of the step at which each was known. last: silences that nobody ended,
    with the step at which that was known. hand: what a person corrected. left_out: where silences
    began that words took out, if those were not kept. cues: as they were told. with_words: what was
    said was kept.
    """

    started: SessionStarted
    base: Settings
    lexicon: Lexicon
    steps: tuple[Step, ...]
    judged_until: tuple[float, ...]
    clinicians: tuple[tuple[int, Heard], ...]
    silences: HeardSilences
    last: tuple[tuple[int, Silence], ...]
    hand: ByHand
    left_out: frozenset[float]
    cues: tuple[Cue, ...]
    feedback: Mapping[float, bool]
    engaged: bool | None
    duration_s: float
    with_words: bool
    next_seq: int
    cuts_s: tuple[float, ...]
    speech: tuple[Speech | Unheard, ...]

    @lru_cache(maxsize=LAPSES_REMEMBERED)  # noqa: B019 - a session lives as long as its window
    def with_lapse(self, lapse_s: float) -> "KeptSession":
        """The same where a silence is nobody's after another time: other pauses were learnt from.

        lapse_s: as `hearing.lapse_s`.
        """
        if lapse_s == self.base.hearing.lapse_s:
            return self
        base = self.base.with_values({"hearing.lapse_s": lapse_s})
        silences = silences_of(self.speech, base, self.duration_s)
        now = {silence.start: silence for silence in silences.all}
        steps = tuple(
            step if not isinstance(step, Paused) else paused(now[step.silence.start], step)
            for step in self.steps
        )
        return replace(self, base=base, silences=silences, steps=steps)

    @cached_property
    def longest_first(self) -> tuple[tuple[float, int, Silence], ...]:
        """All silences with their length, and the step at which their end was known."""
        ended = [(step.silence.duration_s, at, step.silence) for at, step in self.pauses]
        last = [(silence.duration_s, at, silence) for at, silence in self.last]
        return tuple(sorted([*ended, *last], key=lambda one: -one[0]))

    @cached_property
    def always(self) -> tuple[int, ...]:
        """The steps that matter whatever is set: all but the client's speech and other pauses."""
        return tuple(
            at
            for at, step in enumerate(self.steps)
            if not (isinstance(step, Speech) and step.speaker != "clinician")
            and not (isinstance(step, Paused) and step.pause.kind != "response")
        )

    @cached_property
    def passed(self) -> tuple[Passed | None, ...]:
        """For each step, and the end, what shows the latest time before it and does no more."""
        latest: Passed | None = None
        latest_s = 0.0
        passed: list[Passed | None] = []
        for step in self.steps:
            shown = _time_shown(step)
            if isinstance(step, Said) and shown is not None and shown[1] > latest_s:
                latest, latest_s = shown
            passed.append(latest)
            if shown is not None and shown[1] > latest_s:
                latest, latest_s = shown
        return (*passed, latest)

    @cached_property
    def pauses(self) -> tuple[tuple[int, Paused], ...]:
        """The silences that somebody ended, each with its step."""
        return tuple((at, step) for at, step in enumerate(self.steps) if isinstance(step, Paused))


def _time_shown(step: Step) -> tuple[Passed, float] | None:
    """What of a step shows the time and does no more, and which session second it shows."""
    if isinstance(step, Said):
        turn = step.event
        return (turn, turn.closed_at) if isinstance(turn, Turn) and not step.moves else None
    event = step.pause if isinstance(step, Paused) else step
    return (event, time_of(event)) if isinstance(event, Speech | Pause) else None


def paused(silence: Silence, step: Paused) -> Paused:
    """A silence that ended, as it is known now."""
    assert silence.kind is not None
    pause = step.pause.model_copy(update={"kind": silence.kind, "owner": silence.owner})
    return Paused(silence, step.clinician, pause)


def place_of(kept: KeptSession, at: float, before: int) -> int:
    """The step before which something known at session second `at` was known.

    before: a step that came later in any case.
    """
    return bisect_left(kept.judged_until, at, hi=before)
