"""A session in a line."""

from collections.abc import Sequence

from livecue.events import AnyEvent, End
from livecue.session.tally import Tally
from livecue.store.records import SessionRecord


def summary(
    session_id: str, client: str | None, started_at: str, events: Sequence[AnyEvent]
) -> SessionRecord:
    """What a list of sessions says of one.

    Args:
        events: the session's `end` event, or where it has none, all its events.
    """
    last = events[-1]
    if isinstance(last, End):
        duration_s, counts = last.at, last.counts
    else:
        duration_s, counts = _so_far(events)
    return SessionRecord(
        id=session_id,
        client=client,
        started_at=started_at,
        duration_s=duration_s,
        counts=counts,
        ended=isinstance(last, End),
    )


def _so_far(events: Sequence[AnyEvent]) -> tuple[float, dict[str, int]]:
    """How far a session had come, and its counts, as its `end` event would have told them."""
    tally = Tally()
    for event in events:
        tally.push(event)
    return max(event.emitted_at or 0.0 for event in events), tally.counts
