"""Markers and cues of a heard session against its labels (DESIGN 5, "Scoring of audio sessions").

Pure: a log and a labelled session in, scores out; nothing is played in here.
"""

from collections.abc import Sequence
from typing import Literal

from livecue.evaluation.gold import carries, client_turns, rated
from livecue.evaluation.matching import matched
from livecue.evaluation.score import Score, Scores, added, macro_f1
from livecue.events import (
    AnyEvent,
    Cue,
    Frozen,
    Latency,
    Marker,
    MarkerName,
    SessionStarted,
    current,
)
from livecue.session.tally import Tally
from livecue.transcripts.session import Span, TranscriptSession, TranscriptTurn

SLACK_S = 0.5
"""By how much a marker may miss the labelled turn."""

CUE_WITHIN_S = 6.0
"""How long after the turn that completes a sign its cue may come."""

FURTHER_WITHIN_S = 8.0
"""How long ago the sign of a further cue may have been heard."""


Heard = tuple[TranscriptSession, Sequence[AnyEvent]]
"""A labelled session, and the log of what was heard of it."""

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


class AudioSession(Frozen):
    """One recording's scores. missed: the signs whose cue did not come."""

    id: str
    markers: Scores
    macro_f1: float | None
    cues: CueScore
    judged: tuple[JudgedCue, ...] = ()
    missed: tuple[MarkerName, ...] = ()
    latency: Latency


class AudioReport(Frozen):
    """All recordings, and their sum. models: those that heard them, sha256 by name."""

    models: dict[str, str]
    sessions: tuple[AudioSession, ...]
    total: AudioSession


def score_audio(session: TranscriptSession, log: Sequence[AnyEvent]) -> AudioSession:
    """How well a log's markers and cues agree with the labels of the session it was heard from."""
    marked = [event for event in current(log) if isinstance(event, Marker)]
    scores = {name: _score(session, name, marked) for name in rated(session)}
    judged = judge_cues(session, log)
    hit = {cue.marker for cue in judged if cue.verdict == "hit"}
    missed = tuple(name for name in session.cue_after_turns if name not in hit)
    return AudioSession(
        id=session.id,
        markers=scores,
        macro_f1=macro_f1(scores),
        cues=CueScore(
            hits=len(hit),
            missed=len(missed),
            further=sum(cue.verdict == "further" for cue in judged),
            false=sum(cue.verdict == "false" for cue in judged),
        ),
        judged=judged,
        missed=missed,
        latency=_latency([log]),
    )


def report(heard: Sequence[Heard]) -> AudioReport:
    """Each session's scores, and their sum; its latency is taken over all events together."""
    sessions = tuple(score_audio(session, log) for session, log in heard)
    total = added(session.markers for session in sessions)
    heads = [event for _, log in heard for event in log if isinstance(event, SessionStarted)]
    return AudioReport(
        models={name: sha256 for head in heads for name, sha256 in head.models.items()},
        sessions=sessions,
        total=AudioSession(
            id="total",
            markers=total,
            macro_f1=macro_f1(total),
            cues=sum((session.cues for session in sessions), CueScore()),
            latency=_latency([log for _, log in heard]),
        ),
    )


def judge_cues(session: TranscriptSession, log: Sequence[AnyEvent]) -> tuple[JudgedCue, ...]:
    """What each reason of each `consider_pausing` was.

    The first that falls between the start of the span of the turn that completes its sign and
    `CUE_WITHIN_S` after that turn is the hit. Any other is right (`further`) when its sign has come
    twice and was last heard within `FURTHER_WITHIN_S`; else it is false.
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


def gold_span(session: TranscriptSession, turn: TranscriptTurn, name: MarkerName) -> Span:
    """Where a turn's marker may lie: the turn, or for silence all from the end of the turn before.

    Seconds, without slack.
    """
    start, end = _times(turn)
    if name != "silence":
        return start, end
    before = session.turns[: session.turns.index(turn)]
    return (min(start, _times(before[-1])[1]) if before else 0.0), end


def _score(session: TranscriptSession, name: MarkerName, marked: Sequence[Marker]) -> Score:
    """Markers matched one to one with the labelled turns; those on unsure turns are left out."""
    found = [marker for marker in marked if marker.marker == name]
    turns = {turn.i: carries(session, turn, name) for turn in client_turns(session)}
    spans = {turn.i: gold_span(session, turn, name) for turn in client_turns(session)}
    gold = [spans[i] for i, carried in turns.items() if carried]
    unsure = [spans[i] for i, carried in turns.items() if carried is None]
    pairs = matched([[_fits(name, marker, span) for marker in found] for span in gold])
    free = [marker for index, marker in enumerate(found) if index not in pairs.values()]
    false = [marker for marker in free if not any(_fits(name, marker, span) for span in unsure)]
    return Score(hits=len(pairs), false_alarms=len(false), misses=len(gold) - len(pairs))


def _fits(name: MarkerName, marker: Marker, span: Span) -> bool:
    """A silence lies within its span; words overlap theirs."""
    start, end = span[0] - SLACK_S, span[1] + SLACK_S
    if name == "silence":
        return start <= marker.start and marker.end <= end
    return marker.start <= end and marker.end >= start


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


def _times(turn: TranscriptTurn) -> Span:
    assert turn.start is not None, f"turn {turn.i} has no start"
    assert turn.end is not None, f"turn {turn.i} has no end"
    return turn.start, turn.end


def _latency(logs: Sequence[Sequence[AnyEvent]]) -> Latency:
    """End of speech to text and to cue, over all events of the logs."""
    tally = Tally()
    for log in logs:
        for event in log:
            tally.push(event)
    return tally.latency()
