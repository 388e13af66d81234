"""Cues against the labels (DESIGN 5, "Scoring of audio sessions"), and how many there are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from livecue.evaluation.gold import carries, client_turns, gold_span
from livecue.events import AMBIVALENCE_MARKERS, AnyEvent, Cue, CueName, Frozen, MarkerName, Turn
from livecue.transcripts.session import TranscriptSession
from livecue.transcripts.timed import spans_of

CUE_WITHIN_S = 6.0
"""How long after the turn that completes a sign its cue may come."""

FURTHER_WITHIN_S = 8.0
"""How long ago the sign of a further cue may have been heard."""

SESSION_S = 3000.0
"""The length that numbers of cues are given for: a session of 50 minutes."""


CUES: tuple[CueName, ...] = get_args(CueName)

Verdict = Literal["hit", "further", "false"]


class CueScore(Frozen):
    """Cues hit and missed of those expected; further ones that were right; false ones."""

    hits: int = 0
    missed: int = 0
    further: int = 0
    false: int = 0

    def __add__(self, other: "CueScore") -> "CueScore":
        return CueScore(
            hits=self.hits + other.hits,
            missed=self.missed + other.missed,
            further=self.further + other.further,
            false=self.false + other.false,
        )


class JudgedCue(Frozen):
    """One reason of one cue, and what it was."""

    at: float
    marker: MarkerName
    verdict: Verdict
    shown: bool


class CueRate(Frozen):
    """How many cues, and how many that is in 50 minutes."""

    count: int
    per_50_min: float | None


class CuesReport(Frozen):
    """Cues written in one session, or in all; also those that the overlay would not have drawn.

    minutes: how long the sessions are, as written down or as `mark` takes it. count, shown: cues
    of every kind; sessions_with_cue: in how many sessions. cues_per_50_min: of every kind; where
    nothing was rated, an upper bound of the false ones. by_cue: by what the cue says. by_marker:
    `consider_pausing` by the sign that caused it, a cue with two reasons under both. labelled:
    against `cue_after_turns`, over the sessions that have it, else `None`; false_per_50_min: of
    these.
    """

    minutes: float
    count: int
    shown: int
    sessions_with_cue: int
    cues_per_50_min: float | None
    by_cue: dict[CueName, CueRate]
    by_marker: dict[MarkerName, CueRate]
    labelled: CueScore | None
    false_per_50_min: float | None


@dataclass(frozen=True)
class SessionCues:
    """One session's cues. length_s: how long it is. score: `None` where no cue is labelled."""

    length_s: float
    cues: tuple[Cue, ...]
    score: CueScore | None


def session_cues(session: TranscriptSession, log: Sequence[AnyEvent]) -> SessionCues:
    """The cues of a transcript's log, judged where the session says which were expected."""
    score = None
    if "cue_after_turns" in session.model_fields_set:
        timed = _timed(session)
        score = cue_score(timed, judge_cues(timed, log))
    return SessionCues(
        length_s=max((event.end for event in log if isinstance(event, Turn)), default=0.0),
        cues=tuple(event for event in log if isinstance(event, Cue)),
        score=score,
    )


def cues_report(sessions: Sequence[SessionCues]) -> CuesReport:
    """Numbers over some sessions together."""
    cues = [cue for session in sessions for cue in session.cues]
    length_s = sum(session.length_s for session in sessions)
    judged = [session for session in sessions if session.score is not None]
    scores = [session.score for session in judged if session.score is not None]
    score = sum(scores, CueScore()) if scores else None
    by_cue = Counter(cue.cue for cue in cues)
    by_marker = Counter(
        name for cue in cues if cue.cue == "consider_pausing" for name, _ in cue.reason
    )
    return CuesReport(
        minutes=round(length_s / 60.0, 1),
        count=len(cues),
        shown=sum(cue.shown for cue in cues),
        sessions_with_cue=sum(bool(session.cues) for session in sessions),
        cues_per_50_min=_per_session(len(cues), length_s),
        by_cue={name: _rate(by_cue[name], length_s) for name in CUES},
        by_marker={name: _rate(by_marker[name], length_s) for name in AMBIVALENCE_MARKERS},
        labelled=score,
        false_per_50_min=None
        if score is None
        else _per_session(score.false, sum(session.length_s for session in judged)),
    )


def judge_cues(session: TranscriptSession, log: Sequence[AnyEvent]) -> tuple[JudgedCue, ...]:
    """What each reason of each `consider_pausing` was.

    The first that falls between the start of the span of the turn that completes its sign and
    `CUE_WITHIN_S` after that turn is the hit. Any other is right (`further`) when its sign has come
    twice and was last heard within `FURTHER_WITHIN_S`; else it is false.

    Args:
        session: labelled, every turn with its times.
        log: what was heard of it.
    """
    judged: list[JudgedCue] = []
    hit: set[MarkerName] = set()
    for cue in log:
        if not isinstance(cue, Cue) or cue.cue != "consider_pausing":
            continue
        for name, _ in cue.reason:
            verdict: Verdict = "further" if _is_further(session, name, cue.at) else "false"
            if name not in hit and _is_expected(session, name, cue.at):
                hit.add(name)
                verdict = "hit"
            judged.append(JudgedCue(at=cue.at, marker=name, verdict=verdict, shown=cue.shown))
    return tuple(judged)


def cue_score(session: TranscriptSession, judged: Sequence[JudgedCue]) -> CueScore:
    """How many of a session's judged cues were what."""
    verdicts = [cue.verdict for cue in judged]
    return CueScore(
        hits=verdicts.count("hit"),
        missed=len(missed_cues(session, judged)),
        further=verdicts.count("further"),
        false=verdicts.count("false"),
    )


def missed_cues(session: TranscriptSession, judged: Sequence[JudgedCue]) -> tuple[MarkerName, ...]:
    """The signs whose expected cue did not come."""
    hit = {cue.marker for cue in judged if cue.verdict == "hit"}
    return tuple(name for name in session.cue_after_turns if name not in hit)


def _timed(session: TranscriptSession) -> TranscriptSession:
    """The session with the times that `mark` takes where none are written down."""
    turns = tuple(
        turn.model_copy(update={"start": start, "end": end})
        for turn, (start, end) in zip(session.turns, spans_of(session), strict=True)
    )
    return session.model_copy(update={"turns": turns})


def _is_expected(session: TranscriptSession, name: MarkerName, at: float) -> bool:
    completing = session.cue_after_turns.get(name)
    if completing is None:
        return False
    turn = next(turn for turn in session.turns if turn.i == completing)
    start, end = gold_span(session, turn, name)
    return start <= at <= end + CUE_WITHIN_S


def _is_further(session: TranscriptSession, name: MarkerName, at: float) -> bool:
    spans = [
        gold_span(session, turn, name)
        for turn in client_turns(session)
        if carries(session, turn, name)
    ]
    come = [span for span in spans if span[0] <= at]
    return len(come) >= 2 and at <= come[-1][1] + FURTHER_WITHIN_S


def _rate(count: int, length_s: float) -> CueRate:
    return CueRate(count=count, per_50_min=_per_session(count, length_s))


def _per_session(count: int, length_s: float) -> float | None:
    return round(count * SESSION_S / length_s, 3) if length_s else None
