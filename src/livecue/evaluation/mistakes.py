"""Misses and false alarms one by one, with what was said, for whoever works on a marker."""

from collections.abc import Iterator, Mapping
from typing import Literal

from livecue.evaluation.turn_by_turn import JudgedSession, JudgedTurn
from livecue.events import Evidence, Frozen, MarkerName
from livecue.transcripts.session import TranscriptSession


class Mistake(Frozen):
    """One turn that was marked and is not labelled, or the other way round.

    score: the highest of what was written, 0 where nothing was. turn: the transcript's own index,
    `None` for a marker that was never given one. before: the clinician's turn before it. evidence:
    what the marker, or the candidate, rested on; `None` where nothing was written.
    """

    session: str
    turn: int | None
    marker: MarkerName
    kind: Literal["miss", "false_alarm"]
    score: float
    before: str
    text: str
    evidence: Evidence | None


def mistakes(
    session: TranscriptSession, judged: Mapping[MarkerName, JudgedSession]
) -> Iterator[Mistake]:
    """A session's mistakes, marker by marker, in order of turn."""
    for name, turns in judged.items():
        for turn in turns.turns:
            if turn.carried != turn.marked:
                yield _mistake(session, name, turn)


def _mistake(session: TranscriptSession, name: MarkerName, judged: JudgedTurn) -> Mistake:
    turn = judged.turn
    return Mistake(
        session=session.id,
        turn=None if turn is None else turn.i,
        marker=name,
        kind="miss" if judged.carried else "false_alarm",
        score=judged.score,
        before="" if turn is None else _clinician_before(session, turn.i),
        text="" if turn is None else turn.text,
        evidence=None if judged.seen is None else judged.seen.evidence,
    )


def _clinician_before(session: TranscriptSession, i: int) -> str:
    said = ""
    for turn in session.turns:
        if turn.i == i:
            break
        if turn.speaker == "clinician":
            said = turn.text
    return said
