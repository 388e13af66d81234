"""The live rule: a decision may use what came before it, and nothing after."""

from collections.abc import Callable, Sequence

from livecue.events import AnyEvent, Candidate, Marker, Turn, current
from livecue.transcripts.session import TranscriptSession

_ROUNDING_S = 0.001

Mark = Callable[[TranscriptSession], Sequence[AnyEvent]]
"""A session's whole log, as `mark_session` gives it."""


def assert_past_only(log: Sequence[AnyEvent]) -> None:
    """A turn's markers may use that turn and what came before, nothing after.

    A stage cannot see what it has not been given; so it is enough that no observation was written
    after a turn which closed only after the moment that the observation states (`known_at`).

    Raises:
        AssertionError: one was; which, and after what.
    """
    closed_at = 0.0
    for event in log:
        if isinstance(event, Turn):
            closed_at = max(closed_at, event.closed_at)
        if isinstance(event, Marker | Candidate):
            assert closed_at <= event.known_at + _ROUNDING_S, (
                f"event {event.seq} was decided at {event.known_at} s, but written after a turn "
                f"that closed at {closed_at} s"
            )


def assert_same_when_cut(session: TranscriptSession, turns: int, mark: Mark) -> None:
    """What is said of a session's first turns is the same when nothing follows them.

    The other rule reads what a log states of itself; this one marks the session twice.

    Args:
        session: no two of its turns overlap. Who speaks into a silence ends it, by right, so
            where they do what follows may be heard before a turn is over.
        turns: how many of them to keep, at least one.
        mark: marks a session, from nothing.

    Raises:
        AssertionError: a later turn changed what was said of these.
    """
    cut = session.model_copy(update={"turns": session.turns[:turns], "cue_after_turns": {}})
    kept = {turn.i for turn in cut.turns}
    whole, alone = _said_of(kept, mark(session)), _said_of(kept, mark(cut))
    assert whole == alone, (
        f"of the first {turns} turns of {session.id} other things are said when more follow: "
        f"{[one for one in whole if one not in alone]} in place of "
        f"{[one for one in alone if one not in whole]}"
    )


def _said_of(turns: set[int], log: Sequence[AnyEvent]) -> list[dict[str, object]]:
    """What stands of these turns at a log's end. The places in the log are left out, since what
    has come since then may stand between."""
    return [
        event.model_dump(exclude={"seq", "emitted_at"})
        for event in current(log)
        if isinstance(event, Marker | Candidate) and event.turn in turns
    ]
