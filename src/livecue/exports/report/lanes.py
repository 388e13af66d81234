"""What the timeline shows, lane by lane: the same lanes as in the review."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from livecue.events import Action, ActionName, MarkerName, Speaker
from livecue.exports.kept import KeptSession
from livecue.exports.report.style import (
    CLIENT_COLOUR,
    CLINICIAN_COLOUR,
    MARKER_COLOURS,
    UNKNOWN_COLOUR,
)
from livecue.translation import words, words_of
from livecue.wording import CUE_WORDS, MARKER_WORDS, SPEAKER_WORDS, clock, reasons

_SPEAKER_COLOURS: dict[Speaker, str] = {
    "clinician": CLINICIAN_COLOUR,
    "client": CLIENT_COLOUR,
    "unknown": UNKNOWN_COLOUR,
}
_INK = "#1d2329"


@dataclass(frozen=True)
class Shape:
    """One thing on a lane. Seconds; a moment ends where it begins. filled: it counts."""

    start: float
    end: float
    colour: str
    title: str
    filled: bool = True


@dataclass(frozen=True)
class Lane:
    """One line of the timeline. above_pauses: the lane of pauses comes right below."""

    name: str
    shapes: tuple[Shape, ...]
    moments: bool = False
    above_pauses: bool = False


def lanes_of(kept: KeptSession) -> list[Lane]:
    """From top to bottom. Lanes that most sessions do not need are there only where they have."""
    lanes = [
        _speech(kept, "clinician"),
        _speech(kept, "client"),
        _speech(kept, "unknown"),
    ]
    lanes = [*lanes[:2], *(lane for lane in lanes[2:] if lane.shapes)]
    lanes[-1] = Lane(lanes[-1].name, lanes[-1].shapes, above_pauses=True)
    lanes += [_signs(kept, name) for name in MARKER_WORDS]
    lanes.append(_cues(kept))
    rare = [
        _spans(words("exploring"), exploring(kept)),
        _spans(words("on hold"), _between(kept, "hold", "release")),
        _marks(kept),
        _troubles(kept),
    ]
    return lanes + [lane for lane in rare if lane.shapes]


def usual_pauses(kept: KeptSession) -> Iterator[tuple[float, float]]:
    """Session second, and how long a pause before an answer was usual from then on."""
    for one in kept.pauses:
        if one.kind == "response" and one.threshold_s is not None:
            yield one.start, one.threshold_s


def _speech(kept: KeptSession, speaker: Speaker) -> Lane:
    shapes = tuple(
        Shape(one.start, one.end, _SPEAKER_COLOURS[speaker], clock(one.start))
        for one in kept.speech
        if one.speaker == speaker
    )
    return Lane(words_of(SPEAKER_WORDS[speaker]), shapes)


def _signs(kept: KeptSession, name: MarkerName) -> Lane:
    sign = words_of(MARKER_WORDS[name])
    shapes = tuple(
        Shape(
            one.start,
            one.end,
            MARKER_COLOURS[name],
            f"{clock(one.start)}, {sign}",
            one.evidence.uncounted is None,
        )
        for one in kept.markers
        if one.marker == name
    )
    return Lane(sign, shapes)


def _cues(kept: KeptSession) -> Lane:
    shapes = tuple(
        Shape(
            one.at,
            one.at,
            _INK,
            f"{clock(one.at)}, {words_of(CUE_WORDS[one.cue])}: {reasons(one)}",
            one.shown,
        )
        for one in kept.cues
    )
    return Lane(words("cues"), shapes, moments=True)


def _marks(kept: KeptSession) -> Lane:
    shapes = tuple(Shape(one.at, one.at, CLIENT_COLOUR, clock(one.at)) for one in kept.marks)
    return Lane(words("clinician's marks"), shapes, moments=True)


def _troubles(kept: KeptSession) -> Lane:
    shapes = tuple(Shape(one.at, one.at, UNKNOWN_COLOUR, clock(one.at)) for one in kept.health)
    return Lane(words("trouble with hearing"), shapes, moments=True)


def _spans(name: str, spans: list[tuple[float, float]]) -> Lane:
    shapes = (Shape(start, end, "#7d8b99", f"{name}, {clock(start)}") for start, end in spans)
    return Lane(name, tuple(shapes))


def exploring(kept: KeptSession) -> list[tuple[float, float]]:
    """Spans in which clinician and client explored, from session second to session second."""
    moves = [one for one in kept.actions if one.action == "mode"]
    return _spans_between(kept, moves, lambda move: move.value == "exploring")


def _between(kept: KeptSession, begins: ActionName, ends: ActionName) -> list[tuple[float, float]]:
    moves = [one for one in kept.actions if one.action in (begins, ends)]
    return _spans_between(kept, moves, lambda move: move.action == begins)


def _spans_between(
    kept: KeptSession, moves: list[Action], begins: Callable[[Action], bool]
) -> list[tuple[float, float]]:
    """From each move that begins to the next that does not, or to the session's end."""
    spans: list[tuple[float, float]] = []
    since: float | None = None
    for move in moves:
        if begins(move):
            since = move.at if since is None else since
        elif since is not None:
            spans.append((since, move.at))
            since = None
    if since is not None:
        spans.append((since, kept.end_s))
    return spans
