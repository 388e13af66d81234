"""A transcript laid out in time: the events that a session would have heard.

A transcript whose every turn has a start and an end gives speech and pauses too. Where times are
missing they are estimated, so that windows and cooldowns mean something; an estimate is never a
measure of silence, and neither are starts in whole seconds, so no pause comes of them.
"""

from livecue.config import Settings
from livecue.events import AnyEvent, Numbering, Pause, Speaker, Speech, Turn
from livecue.hearing.floor import pauses_of
from livecue.transcripts.session import Span, TranscriptSession, TranscriptTurn

WORDS_PER_S = 2.7
"""Speaking rate taken where a transcript has no times (DESIGN 5)."""

GAP_S = 0.5
"""Time taken between turns where a transcript has none (DESIGN 5)."""

_CHANNELS: dict[Speaker, int] = {"clinician": 0, "client": 1, "unknown": 2}

Timed = tuple[float, AnyEvent]
"""The session second at which an event is known, and the event."""


def heard(session: TranscriptSession, settings: Settings) -> list[Timed]:
    """What would have been heard of a session, in the order in which it becomes known.

    The events' `seq` is not the session's: whoever drives them numbers them anew.
    """
    numbering = Numbering()
    spans = spans_of(session)
    turns = [
        _turn(turn, span, settings.hearing.end_of_turn_s, numbering)
        for turn, span in zip(session.turns, spans, strict=True)
    ]
    timed: list[Timed] = [(turn.closed_at, turn) for turn in turns]
    if session.measured:
        speeches = _speeches(session, spans, settings.hearing.shortest_pause_s, numbering)
        timed += [(speech.end, speech) for speech in speeches]
        timed += [(_known(pause), pause) for pause in pauses_of(speeches, settings, numbering)]
    return sorted(timed, key=_order)


def spans_of(session: TranscriptSession) -> list[Span]:
    """Start and end of every turn: as written down, else estimated from its words.

    An estimated turn begins no earlier than the turn before it, and ends no later than the next
    one is known to begin.
    """
    spans: list[Span] = []
    following = [turn.start for turn in session.turns[1:]] + [None]
    for turn, next_start in zip(session.turns, following, strict=True):
        if turn.start is not None and turn.end is not None:
            spans.append((turn.start, turn.end))
            continue
        before_start, before_end = spans[-1] if spans else (0.0, -GAP_S)
        start = before_end + GAP_S if turn.start is None else max(turn.start, before_start)
        end = start + max(1, len(turn.text.split())) / WORDS_PER_S
        if next_start is not None and start < next_start < end:
            end = next_start
        spans.append((round(start, 3), round(end, 3)))
    return spans


def _speeches(
    session: TranscriptSession, spans: list[Span], shortest_pause_s: float, numbering: Numbering
) -> list[Speech]:
    """The turns without their inner pauses, in order of time.

    What one speaker says with less than a pause between is one stretch, as hearing has it.
    """
    spoken: dict[Speaker, list[Span]] = {speaker: [] for speaker in _CHANNELS}
    for turn, span in zip(session.turns, spans, strict=True):
        spoken[turn.speaker] += _between(span, turn.pauses)
    stretches = sorted(
        (start, end, speaker)
        for speaker, parts in spoken.items()
        for start, end in _joined(sorted(parts), shortest_pause_s)
    )
    return [
        Speech(seq=numbering(), start=start, end=end, speaker=speaker, channel=_CHANNELS[speaker])
        for start, end, speaker in stretches
    ]


def _joined(parts: list[Span], shortest_pause_s: float) -> list[Span]:
    joined: list[Span] = []
    for start, end in parts:
        if joined and start - joined[-1][1] < shortest_pause_s:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _between(span: Span, pauses: tuple[Span, ...]) -> list[Span]:
    starts = [span[0], *(end for _, end in pauses)]
    ends = [*(start for start, _ in pauses), span[1]]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if end > start]


def _turn(turn: TranscriptTurn, span: Span, end_of_turn_s: float, numbering: Numbering) -> Turn:
    return Turn(
        seq=numbering(),
        i=turn.i,
        start=span[0],
        end=span[1],
        speaker=turn.speaker,
        text=turn.text,
        closed_at=round(span[1] + end_of_turn_s, 3),
    )


def _known(pause: Pause) -> float:
    """When a pause is over, or, while it lasts, when it passed its threshold."""
    return pause.start + pause.duration_s if pause.end is None else pause.end


def _order(timed: Timed) -> tuple[float, int, int]:
    """By time; at one moment speech comes before the pause it ends, and turns come last."""
    at, event = timed
    return at, ("speech", "pause", "turn").index(event.type), event.seq
