"""A turn before it has words: what hearing hands to transcription."""

from dataclasses import dataclass

from livecue.capture.source import Samples
from livecue.events import Speaker

LEAD_S = 0.4
"""Sound kept before a turn: with less of it the first word, an "um" above all, is not read."""
TAIL_S = 0.2
"""Sound kept after a turn. No longer than the shortest pause: it is all there when the pause is
known, so that what may be a turn's end sounds the same when it is."""


@dataclass(frozen=True)
class SpokenTurn:
    """One speaker's turn, heard to its end.

    i: index of the turn in the session; a reopened turn keeps its own. start, end, closed_at:
    session seconds. stretches: its speech, from the first to the last. samples: int16 mono from
    `audio_start` (a little before `start`, so that the first word is whole) to `end` and a little
    after. reopens: it replaces what was said of turn `i` before, because the speaker went on.
    inner: it is a later piece of a turn.
    """

    i: int
    start: float
    end: float
    closed_at: float
    speaker: Speaker
    channel: int
    stretches: tuple[tuple[float, float], ...]
    audio_start: float
    samples: Samples
    reopens: bool = False
    inner: bool = False


@dataclass(frozen=True)
class Renamed:
    """Turn `i`, handed over before, was somebody else's; its words stay as they were read."""

    i: int
    speaker: Speaker
