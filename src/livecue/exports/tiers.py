"""A session as tiers of labelled spans and moments, as Praat, ELAN and Audacity have them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from livecue.events import Action, Cue, Marker, Speaker, Turn
from livecue.exports.kept import NO_WORDS, KeptSession, plain
from livecue.wording import CUE_WORDS, MARKER_WORDS, SPEAKER_WORDS, because, reasons

SHORTEST_S = 0.001
"""What these formats can tell apart: ELAN counts in milliseconds."""

PAUSES = "pauses"


@dataclass(frozen=True)
class Span:
    """A labelled stretch of time, in seconds to the millisecond; a moment begins where it ends."""

    start: float
    end: float
    label: str


@dataclass(frozen=True)
class Tier:
    """One line of the timeline: spans that never overlap, or moments, in order of time."""

    name: str
    spans: tuple[Span, ...]
    moments: bool = False


def tiers_of(kept: KeptSession) -> list[Tier]:
    """Turns by speaker, pauses, a tier for each sign, cues, the clinician's marks, gaps.

    The tiers are the same for every session, also those that are empty.
    """
    return [
        *(_spans(words, _turns(kept, speaker)) for speaker, words in SPEAKER_WORDS.items()),
        _spans(PAUSES, _pauses(kept)),
        *(
            _spans(words, (_noticed(one) for one in kept.markers if one.marker == name))
            for name, words in MARKER_WORDS.items()
        ),
        _moments("cues", map(_cue, kept.cues)),
        _moments("clinician's marks", map(_mark, kept.marks)),
        _spans("not heard", (Span(one.start, one.end, one.why) for one in kept.unheard)),
    ]


def _turns(kept: KeptSession, speaker: Speaker) -> list[Span]:
    return [_turn(turn) for turn in kept.turns if turn.speaker == speaker]


def _turn(turn: Turn) -> Span:
    return Span(turn.start, turn.end, turn.text or NO_WORDS)


def _pauses(kept: KeptSession) -> list[Span]:
    return [
        Span(one.start, one.end, f"{one.kind.replace('_', ' ')}, {one.duration_s:.2f} s")
        for one in kept.pauses
        if one.end is not None
    ]


def _noticed(marker: Marker) -> Span:
    label = because(marker.evidence) or MARKER_WORDS[marker.marker]
    left_out = marker.evidence.uncounted
    return Span(marker.start, marker.end, f"{label} (not counted)" if left_out else label)


def _cue(cue: Cue) -> Span:
    shown = "" if cue.shown else " (not shown)"
    return Span(cue.at, cue.at, f"{CUE_WORDS[cue.cue]}{shown}: {reasons(cue)}")


def _mark(mark: Action) -> Span:
    written = mark.value if isinstance(mark.value, str) else ""
    return Span(mark.at, mark.at, written or ("marked" if mark.action == "mark" else "note"))


def _spans(name: str, spans: Iterable[Span]) -> Tier:
    """A tier in which spans that overlap have become one, with both labels."""
    apart: list[Span] = []
    for span in sorted(map(_neat, spans), key=lambda one: (one.start, one.end)):
        span = replace(span, end=max(span.end, round(span.start + SHORTEST_S, 3)))
        if apart and span.start < apart[-1].end:
            before = apart.pop()
            span = Span(before.start, max(before.end, span.end), _both(before.label, span.label))
        apart.append(span)
    return Tier(name, tuple(apart))


def _moments(name: str, moments: Iterable[Span]) -> Tier:
    """A tier in which what happened at one moment is one moment, with both labels."""
    apart: dict[float, Span] = {}
    for moment in sorted(map(_neat, moments), key=lambda one: one.start):
        before = apart.get(moment.start)
        label = moment.label if before is None else _both(before.label, moment.label)
        apart[moment.start] = replace(moment, label=label)
    return Tier(name, tuple(apart.values()), moments=True)


def _neat(span: Span) -> Span:
    return Span(round(max(0.0, span.start), 3), round(max(0.0, span.end), 3), plain(span.label))


def _both(one: str, other: str) -> str:
    return one if one == other else f"{one} | {other}"
