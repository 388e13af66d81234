"""Small labelled sessions and logs, made by hand."""

from itertools import count
from typing import Any

from livecue.events import (
    AnyEvent,
    Candidate,
    Correction,
    Cue,
    Evidence,
    Marker,
    MarkerName,
    Speaker,
    Turn,
)
from livecue.transcripts.session import TranscriptSession, TranscriptTurn

_numbering = count()

ALL_LABELS = ("yes_but", "topic_shift", "excuse", "minimal", "long_pause", "change", "sustain")


def labelled(
    *turns: tuple[Speaker, float, float, list[str]],
    rated: tuple[str, ...] = ALL_LABELS,
    unsure: dict[int, list[str]] | None = None,
    cues: dict[MarkerName, int] | None = None,
) -> TranscriptSession:
    """A session of (speaker, start, end, labels)."""
    return TranscriptSession(
        id="gold",
        rated=rated,
        cue_after_turns=cues or {},
        turns=tuple(
            TranscriptTurn(
                i=i,
                speaker=speaker,
                start=start,
                end=end,
                text="words",
                labels=tuple(labels),
                unsure=tuple((unsure or {}).get(i, ())),
            )
            for i, (speaker, start, end, labels) in enumerate(turns)
        ),
    )


def marker(name: MarkerName, start: float, end: float, **more: Any) -> Marker:
    """A marker known a second after its end."""
    fields = {
        "seq": next(_numbering),
        "turn": None,
        "before_turn": None,
        "known_at": end + 1.0,
        "score": 0.9,
        "evidence": Evidence(basis="test"),
        **more,
    }
    return Marker(
        start=start,
        end=end,
        marker=name,
        **fields,
    )


def cue(at: float, *reason: MarkerName, **more: Any) -> Cue:
    """A cue for these signs."""
    fields = {"seq": next(_numbering), "cue": "consider_pausing", "shown": True, **more}
    return Cue(
        at=at,
        reason=tuple((name, 2) for name in reason),
        mode="technique",
        suggestion="Slow down a little.",
        **fields,
    )


def turn(i: int, end: float, **more: Any) -> Turn:
    """A client's turn of two seconds."""
    fields = {"seq": next(_numbering), "text": "words", "closed_at": end + 1.0, **more}
    return Turn(i=i, start=end - 2.0, end=end, speaker="client", **fields)


def retracted(event: AnyEvent) -> Correction:
    """The event no longer counts."""
    return Correction(seq=next(_numbering), at=0.0, of_seq=event.seq, retracted=True)


def candidate(name: MarkerName, score: float, turn: int) -> Candidate:
    """A candidate of a client's turn."""
    return Candidate(
        seq=next(_numbering),
        start=0.0,
        end=1.0,
        marker=name,
        score=score,
        evidence=Evidence(basis="test", words=("words",)),
        turn=turn,
        before_turn=None,
        known_at=1e6,
    )
