"""Which cues would have come with other settings: the same rules, over what was kept.

The stages are the session's own: `Silences` for pauses, `Written` for words, `CuePolicy` for cues.
Only what no replayable setting changes is not worked out again (see `tuning.kept`). The result is
that of hearing the session once more with these settings, cue by cue; scripts/measure_what_if.py
and a test compare the two.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable

from livecue.config import Settings
from livecue.cues.guide import Guide
from livecue.cues.policy import CuePolicy
from livecue.events import (
    Action,
    AnyEvent,
    Candidate,
    Correction,
    Cue,
    Marker,
    Numbering,
    Pause,
    Speech,
    Unheard,
)
from livecue.hearing.silences import Silence
from livecue.markers.at_work import BESIDE_S
from livecue.markers.context import Heard
from livecue.markers.observed import FLOOR
from livecue.markers.silence import Silences
from livecue.markers.written import Written
from livecue.review.tuning.kept import KeptSession, Look, Passed, Paused, Said, Seen, place_of
from livecue.session.by_hand import Overruling

LATE_TURNS = 12
"""Turns among which the clinician's last one is looked for: no words come later than that."""
_ROUNDING_S = 1e-6


def what_if(kept: KeptSession, settings: Settings, guide: Guide) -> list[Cue]:
    """The cues that would have come in a kept session with these settings.

    Args:
        settings: only what is marked `replayable` may differ from what the session was heard with.
    """
    return _Again(kept.with_lapse(settings.hearing.lapse_s), settings, guide).run()


def same_cue(one: Cue, other: Cue) -> bool:
    """Whether two cues are the same to whoever sees them: all but their numbers."""
    unnumbered = {"seq": 0, "emitted_at": None, "compute_s": None}
    return one.model_copy(update=unnumbered) == other.model_copy(update=unnumbered)


class _Again:
    """One session decided anew."""

    def __init__(self, kept: KeptSession, settings: Settings, guide: Guide) -> None:
        self._kept = kept
        self._settings = settings
        self._numbering = Numbering(first=kept.next_seq)
        self._policy = CuePolicy(settings, self._numbering, kept.lexicon, guide)
        self._silences = Silences(settings, self._numbering)
        self._written = Written(settings.thresholds, self._numbering)
        self._passed: Passed | None = None
        self._told: Passed | None = None
        self._long_from_s: dict[int, float] = {}
        self._nearly = least_part(settings.thresholds.silence)
        silence = settings.silence
        own_s = [s for s in (silence.response_threshold_s, silence.within_turn_threshold_s) if s]
        self._shortest_s = (
            min([silence.lowest_threshold_s, silence.highest_threshold_s, *own_s]) * self._nearly
        )
        self._overruling = Overruling(kept.hand)
        self._cues: list[Cue] = []

    def run(self) -> list[Cue]:
        """Every step that matters once more."""
        steps = self._kept.steps
        for at, pause in self._in_order():
            self._passed = self._kept.passed[at]
            if pause is not None:
                self._pause(pause, self._clinician(at, pause.start))
                continue
            step = steps[at]
            if type(step) is Said:
                self._said(step)
            elif type(step) is Speech:
                self._silences.speech(step)
            elif type(step) is Paused:
                self._paused(at, step)
            elif type(step) is Action:
                self._tell(step)
            elif type(step) is Unheard:
                self._tell(step)
                self._follow(self._silences.interrupt(step))
        return self._cues

    # Pauses

    def _in_order(self) -> list[tuple[int, Pause | None]]:
        """The steps that matter, and before some of them a silence that passes its threshold."""
        order: list[tuple[int, int, Pause | None]] = [(at, 1, None) for at in self._kept.always]
        for duration_s, known, silence in self._kept.longest_first:
            if duration_s < self._shortest_s:
                break
            long_from_s = self._kept.silences.threshold_s(silence, self._settings.silence)
            if duration_s < long_from_s * self._nearly:
                continue
            self._long_from_s[known] = long_from_s
            if silence.kind is not None and silence.kind != "response":
                order.append((known, 1, None))
            if duration_s >= long_from_s:
                at = place_of(self._kept, silence.start + long_from_s - _ROUNDING_S, known)
                order.append((at, 0, self._running(silence, long_from_s)))
        order.sort(key=lambda one: one[:2])
        return [(at, pause) for at, _, pause in order]

    def _running(self, silence: Silence, long_from_s: float) -> Pause:
        return Pause(
            seq=self._numbering(),
            start=silence.start,
            end=None,
            duration_s=round(long_from_s, 6),
            kind=silence.presumed,
            owner=None,
            threshold_s=long_from_s,
        )

    def _paused(self, at: int, step: Paused) -> None:
        long_from_s = self._long_from_s.get(at)
        pause = step.pause
        if long_from_s is not None and pause.kind == step.silence.presumed:
            pause = pause.model_copy(update={"threshold_s": long_from_s})
        self._pause(pause, step.clinician)

    def _pause(self, pause: Pause, clinician: Heard | None) -> None:
        self._follow(self._silences.pause(pause, clinician if self._kept.with_words else None))

    def _clinician(self, at: int, second: float) -> Heard | None:
        """The clinician's last turn that was known before a step and had begun by then."""
        reach_s = max((cut for cut in self._kept.cuts_s if cut <= second), default=0.0)
        known = self._kept.clinicians
        stop = bisect_left(known, at, key=lambda one: one[0])
        return max(
            (
                heard
                for _, heard in known[max(stop - LATE_TURNS, 0) : stop]
                if reach_s <= heard.turn.start < second + BESIDE_S
            ),
            key=lambda heard: heard.turn.start,
            default=None,
        )

    # Words

    def _said(self, step: Said) -> None:
        if step.moves:
            self._tell(step.event)
        observed: list[Marker | Candidate | Correction] = []
        for look in step.looks:
            observed += self._silences.turn(look.heard, look.before)
            observed += self._look(look)
        if observed:
            self._follow(observed)

    def _look(self, look: Look) -> list[Marker | Candidate | Correction]:
        i = look.heard.turn.i
        room = "silence" not in look.found or not self._silences.why_not_short(
            look.heard, look.weighty_words
        )
        return self._written.look(i, look.found, room, look.known_at, _event)

    # Cues

    def _tell(self, event: AnyEvent) -> None:
        if self._passed is not self._told:
            self._told = self._passed
            if self._told is not None:
                self._policy.push(self._told)
        self._cues += [cue for cue in self._policy.push(event) if isinstance(cue, Cue)]

    def _follow(self, observed: Iterable[Marker | Candidate | Correction]) -> None:
        """Markers and what is known of them later, told in order, as they come."""
        for event in observed:
            if isinstance(event, Candidate) or self._is_left_out(event):
                continue
            stands = self._overruling.look(event)
            if stands is not None:
                self._tell(stands)

    def _is_left_out(self, event: Marker | Correction) -> bool:
        return (
            isinstance(event, Marker)
            and event.marker == "silence"
            and event.start in self._kept.left_out
        )


def least_part(sure: float) -> float:
    """Part of its threshold from which on a pause may count; one that does not leads to no cue.

    sure: as `thresholds.silence` (see `markers.silence.score`).
    """
    odds = max(sure, FLOOR) / max(1.0 - max(sure, FLOOR), _ROUNDING_S)
    return min(1.0, math.sqrt(odds)) - _ROUNDING_S


def _event(seen: Seen, counts: bool) -> Marker | Candidate:
    return seen.marker if counts else seen.candidate
