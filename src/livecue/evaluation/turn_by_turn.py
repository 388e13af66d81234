"""One marker in a session, a client's turn at a time, and what comes of it over sessions."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import Field, computed_field

from livecue.evaluation.curves import Scored, average_precision, calibration_error
from livecue.evaluation.gold import carries, client_turns
from livecue.evaluation.intervals import Interval, f1_interval
from livecue.evaluation.score import Score, counted
from livecue.events import AnyEvent, Candidate, Marker, MarkerName
from livecue.transcripts.session import TranscriptSession, TranscriptTurn

S_PER_HOUR = 3600.0


@dataclass(frozen=True)
class JudgedTurn:
    """What was said of a client's turn about one marker, and what is so.

    turn: `None` for a marker that was never given one. carried: the labels have it. seen: the
    highest of what was written, marker or candidate; `None` where nothing was. marked: one of them
    passed its threshold.
    """

    turn: TranscriptTurn | None
    carried: bool
    marked: bool
    seen: Marker | Candidate | None

    @property
    def score(self) -> float:
        """0-1; what was never written scores 0."""
        return self.seen.score if self.seen is not None else 0.0


@dataclass(frozen=True)
class JudgedSession:
    """One marker's turns in one session. timed_s: the session's length in seconds, where every
    turn has its times, else `None`."""

    turns: tuple[JudgedTurn, ...]
    timed_s: float | None

    @property
    def score(self) -> Score:
        """Counts of this session."""
        return counted([(turn.carried, turn.marked) for turn in self.turns])


class MarkerScore(Score):
    """One marker over all sessions in which it was rated.

    turns: client turns judged. f1_interval: 95 %, by resampling sessions. average_precision: over
    all turns, from markers and candidates; what was never written scores 0. calibration_error:
    expected, in ten bins, of the score against the share of right ones, over the turns that have a
    score, be it a marker's or a candidate's. false_per_hour: over the sessions in which every turn
    has its times, else `None`.
    """

    turns: int = Field(ge=0)
    f1_interval: Interval | None
    average_precision: float | None
    calibration_error: float | None
    false_per_hour: float | None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def false_per_100_turns(self) -> float | None:
        """False alarms in a hundred client turns."""
        return round(100.0 * self.false_alarms / self.turns, 3) if self.turns else None


def judged_session(
    session: TranscriptSession, name: MarkerName, log: Sequence[AnyEvent]
) -> JudgedSession:
    """Every client's turn on which raters were at one, and markers that were never given a turn.

    Args:
        session: labelled.
        name: a marker that was rated in it.
        log: as it stands, corrections applied.
    """
    seen = [
        e
        for e in log
        if isinstance(e, Marker | Candidate) and e.marker == name and e.evidence.uncounted is None
    ]
    turns = [
        _judged(turn, carried, [one for one in seen if one.turn == turn.i])
        for turn in client_turns(session)
        if (carried := carries(session, turn, name)) is not None
    ]
    nowhere = [
        JudgedTurn(None, False, True, one)
        for one in seen
        if one.turn is None and isinstance(one, Marker)
    ]
    ends = [turn.end for turn in session.turns if turn.end is not None]
    return JudgedSession((*turns, *nowhere), max(ends) if session.measured else None)


def marker_score(sessions: Sequence[JudgedSession]) -> MarkerScore:
    """One marker's numbers over sessions."""
    scores = [session.score for session in sessions]
    turns = [turn for session in sessions for turn in session.turns]
    total = sum(scores, Score())
    return MarkerScore(
        hits=total.hits,
        false_alarms=total.false_alarms,
        misses=total.misses,
        turns=sum(turn.turn is not None for turn in turns),
        f1_interval=f1_interval([[score] for score in scores]),
        average_precision=average_precision(scores_of(sessions)),
        calibration_error=calibration_error(
            [(turn.carried, turn.score) for turn in turns if turn.seen is not None]
        ),
        false_per_hour=false_per_hour(sessions),
    )


def scores_of(sessions: Sequence[JudgedSession]) -> Scored:
    """Every turn's label and score."""
    return [(turn.carried, turn.score) for session in sessions for turn in session.turns]


def false_per_hour(sessions: Sequence[JudgedSession]) -> float | None:
    """False alarms an hour over the sessions that have times; `None` where none has."""
    timed = [session for session in sessions if session.timed_s]
    length_s = sum(session.timed_s or 0.0 for session in timed)
    false_alarms = sum(session.score.false_alarms for session in timed)
    return round(false_alarms * S_PER_HOUR / length_s, 3) if length_s else None


def _judged(turn: TranscriptTurn, carried: bool, seen: Sequence[Marker | Candidate]) -> JudgedTurn:
    return JudgedTurn(
        turn=turn,
        carried=carried,
        marked=any(isinstance(one, Marker) for one in seen),
        seen=max(seen, key=lambda one: one.score, default=None),
    )
