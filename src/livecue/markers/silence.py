"""Long pauses, from the clock alone: written while they last, settled when it is known who spoke.

The sign is of Westra & Norouzian (2018); the kinds of pause are those of Heldner & Edlund (2010).
Nothing here waits for text. When text comes, it gives the marker its turn, or takes it back because
the client was at work, or in tears.
"""

from collections import defaultdict
from dataclasses import replace
from typing import Any

from livecue.config import Settings
from livecue.events import (
    Candidate,
    Correction,
    Evidence,
    Marker,
    Numbering,
    Pause,
    PauseKind,
    Speech,
    Unheard,
    changed,
)
from livecue.markers.at_work import BESIDE_S, AtWork
from livecue.markers.context import Heard
from livecue.markers.observed import FLOOR
from livecue.markers.timed import Timed, TimedSilences
from livecue.markers.trend import Growth, Trend

Output = list[Marker | Candidate | Correction]

THE_CLIENTS: frozenset[PauseKind] = frozenset({"response", "within_turn"})


def score(pause_s: float, threshold_s: float) -> float:
    """How long for this client, 0-1: 0.5 at the threshold, 0.8 at twice, 0.2 at half."""
    return pause_s**2 / (pause_s**2 + threshold_s**2)


def _meets(clinician: Heard | None, second: float) -> bool:
    return clinician is not None and abs(clinician.turn.end - second) <= BESIDE_S


def _is_response_after(pause: Pause, second: float) -> bool:
    ended = pause.kind == "response" and pause.end is not None
    return ended and abs(pause.start - second) <= BESIDE_S


class Silences:
    """The long pauses of one session. A client's turn has at most one that counts."""

    def __init__(self, settings: Settings, numbering: Numbering) -> None:
        self._settings = settings
        self._numbering = numbering
        self._at_work = AtWork(settings.silence)
        self._trend = Trend(settings.silence)
        self._now = 0.0
        self._pauses: dict[int, Pause] = {}
        self._responses: defaultdict[int, list[Pause]] = defaultdict(list)
        self._written = TimedSilences()
        self._counted_on_this_floor = False

    def pause(self, pause: Pause, clinician: Heard | None) -> Output:
        """A pause that passed its threshold, or ended; `clinician`: whose turn came last."""
        self._pauses[pause.seq] = pause
        if not self._settings.care.silences:
            return []
        written = self._of(pause)
        if pause.kind == "response" and written is None:
            self._counted_on_this_floor = False
        output: Output = []
        if written is not None:
            output += self._settle(written, pause)
        elif pause.kind == "response" or (pause.kind == "within_turn" and pause.end is not None):
            output += self._observe(pause, clinician)
        if pause.kind == "response" and pause.end is not None:
            output += self._respond(pause, clinician)
        return output

    def turn(self, heard: Heard, before: Heard | None) -> Output:
        """The words of a turn came: a pause beside it learns its turn, or why not to count.

        before: the clinician's turn just before it.
        """
        self._at_work.put(heard)
        self._now = max(self._now, heard.turn.closed_at)
        output: Output = []
        for written in self._written.counted_since(heard.turn.start - BESIDE_S):
            if self._at_work.why(written.event.start) is not None:
                output += self._retract(written, self._now)
        if heard.turn.speaker == "clinician" and self._settings.care.silences:
            output += self._learn(heard)
        if heard.turn.speaker == "client":
            for written in self._written.beside(heard):
                output += self._attach(written, heard, before)
        return output

    def why_not_short(self, heard: Heard, weighty_words: int) -> str | None:
        """Why a short answer would not count on a client's turn; `None`: it would.

        At most one silence a turn: a long pause before a short answer is the same occasion.
        """
        if not self._settings.care.short_answers:
            return "off"
        if weighty_words > self._settings.silence.short_answer_words:
            return "more_words"
        if self._written.counts_on(heard.turn.i):
            return "long_pause"
        return self._at_work.why(heard.turn.start)

    def speech(self, speech: Speech) -> None:
        """The clinician spoke: what follows is another occasion."""
        if speech.speaker == "clinician":
            self._counted_on_this_floor = False
            self._at_work.clinician_spoke(speech.end)

    def correct(self, correction: Correction, clinician: Heard | None) -> Output:
        """A pause turned out to be another's, or none, or longer."""
        pause = self._pauses.get(correction.of_seq)
        if pause is None:
            return []
        written = self._of(pause)
        if correction.retracted:
            del self._pauses[correction.of_seq]
            gone = [] if written is None else self._retract(written, correction.at)
            return [*gone, *self._no_response(pause, correction.at)]
        later = changed(pause, correction.changes)
        self._pauses[pause.seq] = later
        output = [] if later.kind == "response" else self._no_response(pause, correction.at)
        if written is not None:
            output += self._settle(written, later)
        elif later.kind in THE_CLIENTS and later.end is not None and self._settings.care.silences:
            output += self._observe(later, clinician, at=correction.at)
        return output

    def interrupt(self, unheard: Unheard) -> Output:
        """Nothing was heard: a pause that was running is no pause."""
        self._counted_on_this_floor = False
        self._at_work.interrupt(unheard.end)
        return self._retract_running(unheard.start)

    def flush(self, at: float) -> Output:
        """The session is over: a silence that nobody ended was nobody's answer."""
        return self._retract_running(at)

    def _observe(self, pause: Pause, clinician: Heard | None, at: float = 0.0) -> Output:
        """Write a pause down, if it is long or nearly so."""
        if pause.threshold_s is None:
            return []
        likely = score(pause.duration_s, pause.threshold_s)
        if pause.kind == "response" and not _meets(clinician, pause.start):
            clinician = None  # the words of the turn before the pause are still to come
        left_out = self._at_work.why(pause.start)
        long = likely >= self._settings.thresholds.silence
        running = pause.end is None
        if likely < FLOOR or (long and self._counted_on_this_floor) or (running and not long):
            return []
        passed_at = pause.start + pause.threshold_s
        known_at = passed_at if long and pause.kind == "response" else pause.end or passed_at
        evidence = Evidence(
            basis="long_pause" if pause.kind == "response" else "long_pause_within_turn",
            pause_s=round(pause.duration_s, 3),
            threshold_s=pause.threshold_s,
            uncounted=left_out,
        )
        event = self._event(
            long and left_out is None, pause, likely, evidence, clinician, max(known_at, at)
        )
        return self._keep(event, pause)

    def _respond(self, pause: Pause, clinician: Heard | None) -> Output:
        """One more latency for the trend; what it answers may be known already."""
        asked = clinician if _meets(clinician, pause.start) else None
        act = asked.act if asked is not None else None
        self._responses[int(pause.start)].append(pause)
        growth = self._trend.push(pause.start, pause.duration_s, act)
        if self._counted_on_this_floor or pause.end is None:
            return []
        return self._grown(growth, pause, asked, pause.end)

    def _learn(self, clinician: Heard) -> Output:
        """What a response answers is known now: the trend may show there, or not after all."""
        end = clinician.turn.end
        there = [
            pause
            for second in range(int(end - BESIDE_S), int(end + BESIDE_S) + 1)
            for pause in self._responses.get(second, ())
            if _is_response_after(pause, end)
        ]
        if not there or clinician.turn.text is None:
            return []
        pause = min(there, key=lambda one: one.seq)
        growth = self._trend.learn(pause.start, clinician.act)
        if growth is None:
            return self._untold(pause, self._now)
        if self._written.counted_since(pause.start - BESIDE_S):
            return []
        return self._grown(growth, pause, clinician, self._now)

    def _no_response(self, pause: Pause, at: float) -> Output:
        """The trend is to know nothing of it."""
        self._trend.forget(pause.start)
        responses = self._responses[int(pause.start)]
        responses[:] = [one for one in responses if one.seq != pause.seq]
        return self._untold(pause, at)

    def _untold(self, pause: Pause, at: float) -> Output:
        told = [written for written in self._written.of(pause) if written.is_trend]
        return [correction for written in told for correction in self._retract(written, at)]

    def _grown(
        self, growth: Growth | None, pause: Pause, clinician: Heard | None, known_at: float
    ) -> Output:
        """Responses have become slower: written on the pause that shows it."""
        if growth is None or self._at_work.why(pause.start) is not None:
            return []
        likely = score(growth.latest_s, growth.counts_from_s)
        evidence = Evidence(
            basis="trend",
            pause_s=round(growth.latest_s, 3),
            threshold_s=round(growth.counts_from_s, 3),
        )
        long = likely >= self._settings.thresholds.silence
        return self._keep(self._event(long, pause, likely, evidence, clinician, known_at), pause)

    def _event(
        self,
        counts: bool,
        pause: Pause,
        likely: float,
        evidence: Evidence,
        clinician: Heard | None,
        known_at: float,
    ) -> Marker | Candidate:
        return (Marker if counts else Candidate)(
            seq=self._numbering(),
            start=pause.start,
            end=pause.start + pause.duration_s,
            marker="silence",
            score=round(likely, 3),
            evidence=evidence,
            turn=None,
            before_turn=clinician.turn.i if clinician is not None else None,
            known_at=known_at,
        )

    def _keep(self, event: Marker | Candidate, pause: Pause) -> Output:
        self._written.put(Timed(event, pause.kind, pause.end))
        self._counted_on_this_floor |= isinstance(event, Marker)
        return [event]

    def _settle(self, written: Timed, pause: Pause) -> Output:
        """The pause ended: it is the client's, with its whole length, or it is nobody's."""
        if pause.end is None:
            return []
        if pause.kind not in THE_CLIENTS:
            return self._retract(written, pause.end)
        evidence = written.event.evidence.model_copy(update={"pause_s": round(pause.duration_s, 3)})
        likely = score(pause.duration_s, pause.threshold_s or pause.duration_s)
        changes = {
            "end": pause.end,
            "score": round(likely, 3),
            "evidence": evidence.model_dump(mode="json"),
        }
        return self._change(replace(written, end=pause.end, kind=pause.kind), pause.end, changes)

    def _attach(self, written: Timed, heard: Heard, before: Heard | None) -> Output:
        """The client's turn is known."""
        before_turn = before.turn.i if before is not None else None
        changes = {"turn": heard.turn.i, "before_turn": before_turn}
        known = {"turn": written.event.turn, "before_turn": written.event.before_turn}
        return [] if changes == known else self._change(written, heard.turn.closed_at, changes)

    def _change(self, written: Timed, at: float, changes: dict[str, Any]) -> Output:
        self._written.drop(written.event.seq)
        self._written.put(replace(written, event=changed(written.event, changes)))
        return [Correction(seq=self._numbering(), at=at, of_seq=written.event.seq, changes=changes)]

    def _retract(self, written: Timed, at: float) -> Output:
        self._written.drop(written.event.seq)
        if written.counts:
            self._counted_on_this_floor = False
        return [Correction(seq=self._numbering(), at=at, of_seq=written.event.seq, retracted=True)]

    def _retract_running(self, at: float) -> Output:
        return [
            correction
            for written in self._written.running()
            for correction in self._retract(written, at)
        ]

    def _of(self, pause: Pause) -> Timed | None:
        """What was written of a pause: an ended pause has the start of the one that was running."""
        return next((one for one in self._written.of(pause) if not one.is_trend), None)
