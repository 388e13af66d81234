"""Markers of a transcript against its labels, turn by turn."""

from collections.abc import Iterable, Sequence

from livecue.evaluation.gold import carries, client_turns, rated
from livecue.evaluation.score import Score, Scores, added, macro_f1
from livecue.events import AnyEvent, Candidate, Frozen, Marker, MarkerName, Turn, current
from livecue.transcripts.session import TranscriptSession

_ROUNDING_S = 0.001


class TextSession(Frozen):
    """One transcript's scores; only what was rated in it is there."""

    id: str
    client_turns: int
    markers: Scores
    macro_f1: float | None


class TextReport(Frozen):
    """All transcripts, and their sum."""

    sessions: tuple[TextSession, ...]
    total: TextSession


def score_text(session: TranscriptSession, log: Sequence[AnyEvent]) -> TextSession:
    """How well a log's markers agree with the labels, a client's turn at a time.

    Turns where the raters differed (`unsure`) are left out for that marker. A marker that was
    never given a turn is a false alarm.

    Raises:
        AssertionError: a decision came from something later than itself.
    """
    assert_past_only(log)
    marked = [event for event in current(log) if isinstance(event, Marker)]
    scores = {marker: _score(session, marker, marked) for marker in rated(session)}
    return TextSession(
        id=session.id,
        client_turns=len(client_turns(session)),
        markers=scores,
        macro_f1=macro_f1(scores),
    )


def report(sessions: Iterable[TextSession]) -> TextReport:
    """The sessions' scores, and their sum."""
    scored = tuple(sessions)
    total = added(session.markers for session in scored)
    return TextReport(
        sessions=scored,
        total=TextSession(
            id="total",
            client_turns=sum(session.client_turns for session in scored),
            markers=total,
            macro_f1=macro_f1(total),
        ),
    )


def assert_past_only(log: Sequence[AnyEvent]) -> None:
    """A turn's markers may use that turn and what came before, nothing after.

    A stage cannot see what it has not been given; so it is enough that no observation was written
    after a turn which closed only after the moment that the observation states (`known_at`).
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


def _score(session: TranscriptSession, name: MarkerName, marked: Sequence[Marker]) -> Score:
    turns = [marker.turn for marker in marked if marker.marker == name]
    nowhere = turns.count(None)
    outcomes = [
        (carried, turn.i in turns)
        for turn in client_turns(session)
        if (carried := carries(session, turn, name)) is not None
    ]
    return Score(
        hits=outcomes.count((True, True)),
        false_alarms=outcomes.count((False, True)) + nowhere,
        misses=outcomes.count((True, False)),
    )
