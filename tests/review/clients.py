"""Kept sessions of a client, for tuning and trends: dated, marked and rated by hand."""

from collections.abc import Sequence

from livecue.events import Action, AnyEvent, Cue, Feedback, SessionStarted


def dated(log: Sequence[AnyEvent], n: int, **head: object) -> list[AnyEvent]:
    """The log as the n-th session of a client, a week after the one before."""
    started = log[0]
    assert isinstance(started, SessionStarted)
    update = {
        "id": f"session-{n}",
        "client": "river",
        "started_at": f"2026-{3 + n // 4:02d}-{1 + 7 * (n % 4):02d}T15:00:00+00:00",
        **head,
    }
    return [started.model_copy(update=update), *log[1:]]


def marked(log: Sequence[AnyEvent], engaged: bool = True) -> list[AnyEvent]:
    """The log with the clinician's word on whether the client took part."""
    seq = log[-1].seq + 1
    return [*log, Action(seq=seq, at=1.0, action="engaged" if engaged else "not_engaged")]


def rated(log: Sequence[AnyEvent], helpful: bool) -> list[AnyEvent]:
    """The log with the clinician's word on every cue."""
    cues = [event for event in log if isinstance(event, Cue)]
    seq = log[-1].seq + 1
    return [
        *log,
        *(
            Feedback(seq=seq + n, at=cue.at + 5, cue_at=cue.at, helpful=helpful)
            for n, cue in enumerate(cues)
        ),
    ]
