"""Events for tests, with what a test does not care about filled in."""

from typing import Any

from livecue.events import (
    Action,
    ActionName,
    Cue,
    CueName,
    Evidence,
    Health,
    HealthName,
    Marker,
    MarkerName,
    Pause,
    PauseKind,
    Speaker,
    Speech,
    Turn,
)


def turn(i: int, speaker: Speaker, text: str | None, start: float, **more: Any) -> Turn:
    """A turn of three seconds."""
    end = more.pop("end", start + 3.0)
    fields = {"seq": i, "closed_at": end + 1.0, **more}
    return Turn(i=i, start=start, end=end, speaker=speaker, text=text, **fields)


def speech(speaker: Speaker, start: float, end: float, seq: int = 0) -> Speech:
    """A stretch of speech."""
    return Speech(seq=seq, start=start, end=end, speaker=speaker)


def pause(start: float, end: float | None, kind: PauseKind = "response", *, seq: int = 0) -> Pause:
    """A pause against a threshold of 3 s; `end=None` while it lasts."""
    return Pause(
        seq=seq,
        start=start,
        end=end,
        duration_s=3.0 if end is None else end - start,
        kind=kind,
        owner="clinician" if kind == "clinician" else "client",
        threshold_s=3.0,
    )


def marker(name: MarkerName, known_at: float, *, seq: int = 0, **evidence: Any) -> Marker:
    """A marker that was decided at session second `known_at`."""
    return Marker(
        seq=seq,
        start=known_at - 3.0,
        end=known_at - 1.0,
        marker=name,
        score=0.9,
        evidence=Evidence(**{"basis": "test", **evidence}),
        turn=None,
        before_turn=None,
        known_at=known_at,
    )


def cue(at: float, *reason: MarkerName, name: CueName = "consider_pausing", **more: Any) -> Cue:
    """A cue whose reasons were each heard twice."""
    fields = {"seq": 0, "mode": "technique", "suggestion": "Slow down a little.", "shown": True}
    return Cue(at=at, cue=name, reason=tuple((one, 2) for one in reason), **{**fields, **more})


def action(at: float, name: ActionName, value: str | float | None = None, **more: Any) -> Action:
    """A hand on the controls."""
    return Action(**{"seq": 0, "at": at, "action": name, "value": value, **more})


def health(at: float, what: HealthName) -> Health:
    """A part of the hearing failed or came back."""
    return Health(seq=0, at=at, what=what)
