"""Who was taken to speak against who did.

Pure: labelled speech and a log in, scores out. Time in which two speak at once is left out of the
shares, since one microphone's stretch has one label; the diarization error rate counts it.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from livecue.errors import MissingError
from livecue.evaluation.pauses import Piece
from livecue.events import AnyEvent, Frozen, Speaker, Speech, current
from livecue.hearing.gate import FRAME_S

_CODES: dict[Speaker, int] = {"clinician": 1, "client": 2, "unknown": 4}
"""One bit each, so that two at once are their sum."""


class SpeakerScore(Frozen):
    """Seconds of labelled speech of one person at a time.

    heard_s: that livecue took for speech. right_s: of these, with the right speaker; unknown_s:
    with none.
    """

    speech_s: float = 0.0
    heard_s: float = 0.0
    right_s: float = 0.0
    unknown_s: float = 0.0

    def __add__(self, other: "SpeakerScore") -> "SpeakerScore":
        mine, theirs = self.model_dump(), other.model_dump()
        return SpeakerScore(**{name: mine[name] + theirs[name] for name in mine})

    @property
    def right(self) -> float | None:
        """Share of the speech heard that has the right speaker."""
        return self.right_s / self.heard_s if self.heard_s else None

    @property
    def unknown(self) -> float | None:
        """Share of the speech heard that was left unknown."""
        return self.unknown_s / self.heard_s if self.heard_s else None

    @property
    def unheard(self) -> float | None:
        """Share of the labelled speech that was not taken for speech."""
        return 1 - self.heard_s / self.speech_s if self.speech_s else None


def score_speakers(pieces: Sequence[Piece], log: Sequence[AnyEvent]) -> SpeakerScore:
    """How much of the labelled speech has its speaker in the log, as it stands at its end."""
    spoken = _stretches(log)
    frames = max((round(s.end / FRAME_S) for s in (*pieces, *spoken)), default=0)
    there, heard = _grid(pieces, frames), _grid(spoken, frames)
    one = (there == _CODES["clinician"]) | (there == _CODES["client"])
    return SpeakerScore(
        speech_s=_seconds(one),
        heard_s=_seconds(one & (heard > 0)),
        right_s=_seconds(one & (heard == there)),
        unknown_s=_seconds(one & (heard == _CODES["unknown"])),
    )


def diarization_error(
    there: Sequence[tuple[str, float, float]], log: Sequence[AnyEvent], until: float
) -> float:
    """pyannote.metrics' diarization error rate, without a collar, overlaps counted.

    there: (name, start, end) of each labelled stretch; the names need not be ours, since those that
    fit best are taken for each other. until: end of what was labelled.

    Raises:
        MissingError: pyannote.metrics is not installed.
    """
    try:
        from pyannote.core import Annotation, Segment, Timeline
        from pyannote.metrics.diarization import DiarizationErrorRate
    except ImportError as error:
        raise MissingError(
            "The diarization error rate needs pyannote.metrics; install livecue with its extra "
            "'research': pip install 'livecue[research]'."
        ) from error
    reference, heard = Annotation(), Annotation()
    for track, (name, start, end) in enumerate(there):
        reference[Segment(start, end), track] = name
    for track, piece in enumerate(_stretches(log)):
        heard[Segment(piece.start, piece.end), track] = piece.speaker
    rate = DiarizationErrorRate()(reference, heard, uem=Timeline([Segment(0, until)]))
    return float(rate)


def _stretches(log: Sequence[AnyEvent]) -> list[Piece]:
    return [Piece(e.speaker, e.start, e.end) for e in current(log) if isinstance(e, Speech)]


def _grid(pieces: Sequence[Piece], frames: int) -> npt.NDArray[np.int64]:
    """Who speaks in each frame of `FRAME_S`, as the sum of their codes."""
    grid = np.zeros(frames, np.int64)
    for piece in pieces:
        grid[round(piece.start / FRAME_S) : round(piece.end / FRAME_S)] |= _CODES[piece.speaker]
    return grid


def _seconds(frames: npt.NDArray[np.bool_]) -> float:
    return round(float(frames.sum()) * FRAME_S, 2)
