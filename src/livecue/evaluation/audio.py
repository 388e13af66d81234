"""Markers and cues of a heard session against its labels (DESIGN 5, "Scoring of audio sessions").

Pure: a log and a labelled session in, scores out; nothing is played in here.
"""

from collections.abc import Sequence

from livecue.evaluation.cues import CueScore, JudgedCue, cue_score, judge_cues, missed_cues
from livecue.evaluation.gold import carries, client_turns, gold_span, rated
from livecue.evaluation.matching import matched
from livecue.evaluation.score import Score, Scores, added, macro_f1
from livecue.events import (
    AnyEvent,
    Frozen,
    Latency,
    Marker,
    MarkerName,
    SessionStarted,
    current,
)
from livecue.session.tally import Tally
from livecue.transcripts.session import Span, TranscriptSession

SLACK_S = 0.5
"""By how much a marker may miss the labelled turn."""

Heard = tuple[TranscriptSession, Sequence[AnyEvent]]
"""A labelled session, and the log of what was heard of it."""


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
    return AudioSession(
        id=session.id,
        markers=scores,
        macro_f1=macro_f1(scores),
        cues=cue_score(session, judged),
        judged=judged,
        missed=missed_cues(session, judged),
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


def _latency(logs: Sequence[Sequence[AnyEvent]]) -> Latency:
    """End of speech to text and to cue, over all events of the logs."""
    tally = Tally()
    for log in logs:
        for event in log:
            tally.push(event)
    return tally.latency()
