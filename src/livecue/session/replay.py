"""A kept session once more: the same stages, driven from its log."""

from collections.abc import Iterable

from livecue.config import Settings
from livecue.cues.guide import Guide
from livecue.errors import InputError
from livecue.events import (
    Action,
    AnyEvent,
    Candidate,
    Correction,
    Cue,
    Marker,
    Numbering,
    SessionStarted,
)
from livecue.markers.lexicon import Lexicon
from livecue.markers.weighing import Weighing
from livecue.session.understanding import Understanding


def replay(
    log: Iterable[AnyEvent], lexicon: Lexicon, guide: Guide, weighing: Weighing | None
) -> list[AnyEvent]:
    """What follows from a log's inputs, with the settings in its head.

    Args:
        log: the session's events in order of `seq`, whole or cut short.

    Returns:
        Markers, candidates, corrections, cues and livecue's own actions, equal to those in the log
        but for `seq`, `emitted_at` and `compute_s`.

    Raises:
        InputError: the log has no `session` event.
    """
    events = list(log)
    if not events or not isinstance(events[0], SessionStarted):
        raise InputError("This log does not begin with a 'session' event; it cannot be replayed.")
    settings = Settings.of_log(events[0].settings)
    numbering = Numbering(first=events[-1].seq + 1)
    understanding = Understanding(settings, numbering, lexicon, guide, weighing)
    derived: list[AnyEvent] = []
    for event in inputs(events):
        derived += understanding.push(event)
    return derived + understanding.flush(max(time_of(event) for event in events))


def inputs(log: Iterable[AnyEvent]) -> list[AnyEvent]:
    """What was heard and done, without what livecue made of it."""
    derived: set[int] = set()
    kept: list[AnyEvent] = []
    for event in log:
        if is_derived(event, derived):
            derived.add(event.seq)
        else:
            kept.append(event)
    return kept


def is_derived(event: AnyEvent, derived: set[int]) -> bool:
    """Whether livecue concluded this event; `derived` holds the numbers of those before it."""
    if isinstance(event, Correction):
        return event.of_seq in derived
    if isinstance(event, Action):
        return event.by == "livecue"
    return isinstance(event, Marker | Candidate | Cue)


def time_of(event: AnyEvent) -> float:
    """The session second that an event speaks of: its end, or its moment."""
    for field in ("at", "end", "start"):
        value = getattr(event, field, None)
        if value is not None:
            return float(value)
    return 0.0
