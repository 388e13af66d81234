"""Whether the subject changed, whoever changed it: a reader's score against the labels."""

from collections.abc import Sequence
from typing import Protocol

from livecue.evaluation.curves import Point, average_precision, best_point
from livecue.evaluation.gold import carries
from livecue.evaluation.intervals import Interval, f1_interval
from livecue.evaluation.score import Score, counted
from livecue.markers.reader import Line
from livecue.transcripts.session import TranscriptSession

BEFORE_TURNS = 12
"""How many turns before its own a reader is given."""

BOUNDARY_FROM = 0.5
"""The score from which on a boundary is taken to be one: even odds."""

JudgedBoundary = list[tuple[bool, float]]
"""For each client's turn: whether the label has a change of subject, and its score."""


class SubjectReader(Protocol):
    """Hears whether the subject is another."""

    def boundary(self, lines: Sequence[Line]) -> float:
        """How sure, 0-1, that the last of `lines` changes the subject; the others came before."""
        ...


class BoundaryScore(Score):
    """Changes of subject over all sessions in which they were rated, at the threshold in use.

    threshold: that one. turns: client turns judged. f1_interval: 95 %, by resampling sessions.
    best_f1: what the best threshold for these labels would give; no figure to be expected
    elsewhere.
    """

    threshold: float
    turns: int
    f1_interval: Interval | None
    average_precision: float | None
    best_f1: Point | None


def boundary_scores(session: TranscriptSession, reader: SubjectReader) -> JudgedBoundary:
    """Every client's turn with something before it, read in the light of that alone."""
    lines = [Line(turn.speaker, turn.text) for turn in session.turns]
    return [
        (carried, reader.boundary(lines[max(0, at - BEFORE_TURNS) : at + 1]))
        for at, turn in enumerate(session.turns)
        if at > 0
        and turn.speaker == "client"
        and (carried := carries(session, turn, "topic_shift")) is not None
    ]


def boundary_score(sessions: Sequence[JudgedBoundary]) -> BoundaryScore | None:
    """Numbers over sessions; `None` where nothing was rated, or nothing read."""
    if not sessions:
        return None
    scores = [_score(session) for session in sessions]
    turns = [turn for session in sessions for turn in session]
    total = sum(scores, Score())
    return BoundaryScore(
        hits=total.hits,
        false_alarms=total.false_alarms,
        misses=total.misses,
        threshold=BOUNDARY_FROM,
        turns=len(turns),
        f1_interval=f1_interval([[score] for score in scores]),
        average_precision=average_precision(turns),
        best_f1=best_point(turns),
    )


def _score(session: JudgedBoundary) -> Score:
    return counted([(carried, score >= BOUNDARY_FROM) for carried, score in session])
