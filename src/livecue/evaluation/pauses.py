"""Pauses heard against the pauses there are.

Pure: spans in, scores out. Two references are made from a labelled session. Its *listed* pauses
are those that must be found. Its *silences* are wherever neither voice sounds in the clean
recording, by the rule of the labelled sessions themselves; they decide what is false, since a
rendered voice also rests between two sentences without a label saying so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.evaluation.rooms import ACTIVE_DB
from livecue.events import Frozen, Speaker
from livecue.hearing.gate import FRAME_S, levels_db
from livecue.transcripts.session import Span, TranscriptSession, TranscriptTurn

LONG_S = 0.5
"""Pauses at least so long must be found."""
BORDERLINE_S = 0.6
"""A detection up to so long is never counted false: it may be a shorter pause, stretched."""
SHORT_TURN_WORDS = 3
"""A turn of up to so many words is short: what a meter that hears too little loses first."""

CHANNELS: dict[Speaker, int] = {"clinician": 0, "client": 1}


@dataclass(frozen=True)
class Piece:
    """A stretch of one speaker's labelled speech; seconds."""

    speaker: Speaker
    start: float
    end: float


@dataclass(frozen=True)
class Reference:
    """What there is to be heard. pauses: those listed, of `LONG_S` or more. silences: all, listed
    or not. short_turns: turns of few words."""

    pauses: tuple[Span, ...]
    silences: tuple[Span, ...]
    short_turns: tuple[Span, ...]
    duration_s: float


class PauseScore(Frozen):
    """Pauses found, and what was made of them; errors_s: of each found pause's duration.

    false: heard where the clean sound holds no such silence. unlisted: heard where no label says
    so, whatever the sound holds.
    """

    pauses: int = 0
    found: int = 0
    errors_s: tuple[float, ...] = ()
    false: int = 0
    unlisted: int = 0
    short_turns: int = 0
    short_turns_heard: int = 0
    duration_s: float = 0.0

    def __add__(self, other: "PauseScore") -> "PauseScore":
        mine, theirs = self.model_dump(), other.model_dump()
        return PauseScore(**{name: mine[name] + theirs[name] for name in mine})

    @property
    def recall(self) -> float | None:
        """Share of the pauses that were found."""
        return self.found / self.pauses if self.pauses else None

    @property
    def false_per_10_min(self) -> float | None:
        """False pauses in ten minutes."""
        return 600 * self.false / self.duration_s if self.duration_s else None

    def error_s(self, percentile: float) -> float | None:
        """The error that this share (0-100) of the pauses found stay below."""
        return float(np.percentile(self.errors_s, percentile)) if self.errors_s else None


def reference(session: TranscriptSession, clean: Samples) -> Reference:
    """What is there to be heard in a labelled session.

    clean: its recording, int16, shape (frames, 2), channel 0 the clinician and 1 the client.
    """
    pieces = pieces_of(session)
    duration_s = len(clean) / SAMPLE_RATE_HZ
    return Reference(
        pauses=tuple(
            span for span in gaps((p.start, p.end) for p in pieces) if _length(span) >= LONG_S
        ),
        silences=tuple(gaps(((p.start, p.end) for p in sounding(pieces, clean)), duration_s)),
        short_turns=tuple(
            _times(turn)
            for turn in session.turns
            if len(turn.text.split()) <= SHORT_TURN_WORDS and not turn.pauses
        ),
        duration_s=duration_s,
    )


def pieces_of(session: TranscriptSession) -> list[Piece]:
    """A session's speech without the pauses inside its turns, in order of start."""
    pieces = []
    for turn in session.turns:
        start, end = _times(turn)
        for pause_start, pause_end in (*sorted(turn.pauses), (end, end)):
            if pause_start > start:
                pieces.append(Piece(turn.speaker, start, pause_start))
            start = pause_end
    return sorted(pieces, key=lambda piece: piece.start)


def gaps(spans: Iterable[Span], until: float | None = None) -> list[Span]:
    """Where none of these spans is: between the first and the last, and on to `until`."""
    found: list[Span] = []
    silent_from: float | None = None
    for start, end in sorted(spans):
        if silent_from is not None and start > silent_from:
            found.append((silent_from, start))
        silent_from = end if silent_from is None else max(silent_from, end)
    if until is not None and silent_from is not None and until > silent_from:
        found.append((silent_from, until))
    return found


def sounding(pieces: Sequence[Piece], clean: Samples) -> list[Piece]:
    """Where a voice sounds in labelled speech, without the rests that no label lists.

    That is wherever a frame is no further than `ACTIVE_DB` below the loudest of its piece. clean:
    int16, shape (frames, 2), channel 0 the clinician and 1 the client.
    """
    whole = len(clean) - len(clean) % round(FRAME_S * SAMPLE_RATE_HZ)
    levels = levels_db(clean[:whole])
    found: list[Piece] = []
    for piece in pieces:
        first, last = (round(at / FRAME_S) for at in (piece.start, piece.end))
        own = levels[first:last, CHANNELS[piece.speaker]]
        if not len(own):
            continue
        loud = first + np.flatnonzero(own >= own.max() - ACTIVE_DB)
        for run in np.split(loud, np.flatnonzero(np.diff(loud) > 1) + 1):
            start, end = float(run[0]) * FRAME_S, float(run[-1] + 1) * FRAME_S
            found.append(Piece(piece.speaker, start, end))
    return found


def score_pauses(there: Reference, speech: Sequence[Span]) -> PauseScore:
    """How well the silences between stretches of speech heard agree with those there are.

    A pause is found when one detection overlaps half of it, whatever the detection's length. A
    detection of more than `BORDERLINE_S` is false when no silence overlaps half of it.
    """
    heard = [span for span in gaps(speech) if _length(span) > 0]
    errors_s = []
    for pause in there.pauses:
        best = max(heard, key=lambda span: _overlap(span, pause), default=None)
        if best is not None and _overlap(best, pause) >= _length(pause) / 2:
            errors_s.append(abs(_length(best) - _length(pause)))
    long = [span for span in heard if _length(span) > BORDERLINE_S]
    return PauseScore(
        pauses=len(there.pauses),
        found=len(errors_s),
        errors_s=tuple(errors_s),
        false=sum(not _is_among(span, there.silences) for span in long),
        unlisted=sum(not _is_among(span, there.pauses) for span in long),
        short_turns=len(there.short_turns),
        short_turns_heard=sum(_is_heard(turn, speech) for turn in there.short_turns),
        duration_s=there.duration_s,
    )


def _is_among(span: Span, others: Iterable[Span]) -> bool:
    """Whether one of them overlaps half of the span."""
    return any(_overlap(span, other) >= _length(span) / 2 for other in others)


def _is_heard(turn: Span, speech: Iterable[Span]) -> bool:
    """Whether half of a turn, or more, was heard as speech."""
    return sum(_overlap(turn, span) for span in speech) >= _length(turn) / 2


def _overlap(one: Span, other: Span) -> float:
    return max(0.0, min(one[1], other[1]) - max(one[0], other[0]))


def _length(span: Span) -> float:
    return span[1] - span[0]


def _times(turn: TranscriptTurn) -> Span:
    assert turn.start is not None, f"turn {turn.i} has no start"
    assert turn.end is not None, f"turn {turn.i} has no end"
    return turn.start, turn.end
