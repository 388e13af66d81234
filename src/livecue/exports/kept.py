"""A kept session as it stands, by kind: what every format but JSON is written from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from livecue.events import (
    Action,
    AnyEvent,
    Cue,
    Feedback,
    Health,
    Marker,
    Pause,
    SessionStarted,
    Speech,
    Turn,
    Unheard,
    current,
)

NO_WORDS = "…"
"""Stands for what was said where the words are left out, or were lost."""

E = TypeVar("E")


@dataclass(frozen=True)
class KeptSession:
    """One session: corrections applied, retracted events left out, each kind in order of time.

    end_s: session second at which it was over, or broken off. pauses: those that ended, each once.
    actions: every hand on the controls; see `marks`.
    """

    head: SessionStarted
    end_s: float
    speech: tuple[Speech, ...]
    turns: tuple[Turn, ...]
    pauses: tuple[Pause, ...]
    markers: tuple[Marker, ...]
    cues: tuple[Cue, ...]
    actions: tuple[Action, ...]
    unheard: tuple[Unheard, ...]
    health: tuple[Health, ...]
    feedback: tuple[Feedback, ...]

    @property
    def marks(self) -> tuple[Action, ...]:
        """The clinician's own: moments marked, and notes on moments."""
        return tuple(one for one in self.actions if one.action in ("mark", "note"))

    def turn(self, i: int | None) -> Turn | None:
        """The turn of index `i`, if there is one."""
        return next((turn for turn in self.turns if turn.i == i), None)


def kept_session(events: Sequence[AnyEvent]) -> KeptSession:
    """The session that a log tells of.

    Args:
        events: a log, in order of `seq`; the first is the `session` event.
    """
    head = events[0]
    assert isinstance(head, SessionStarted), "a log begins with its head"
    stands = current(events)
    return KeptSession(
        head=head,
        end_s=round(max(map(_over_at, stands)), 3),
        speech=_of(stands, Speech),
        turns=_of(stands, Turn),
        pauses=tuple(pause for pause in _of(stands, Pause) if pause.end is not None),
        markers=_of(stands, Marker),
        cues=_of(stands, Cue),
        actions=_of(stands, Action),
        unheard=_of(stands, Unheard),
        health=_of(stands, Health),
        feedback=_of(stands, Feedback),
    )


def plain(text: str) -> str:
    """One line of it, without what no text file may hold."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _of(stands: Iterable[AnyEvent], kind: type[E]) -> tuple[E, ...]:
    """The events of one kind; `sorted` is stable, so what happened at once keeps its order."""
    return tuple(sorted((one for one in stands if isinstance(one, kind)), key=begins_at))


def begins_at(event: object) -> float:
    """The session second at which an event is on the timeline."""
    start = getattr(event, "start", None)
    return float(getattr(event, "at", 0.0) if start is None else start)


def _over_at(event: AnyEvent) -> float:
    end = getattr(event, "end", None)
    return begins_at(event) if end is None else float(end)
