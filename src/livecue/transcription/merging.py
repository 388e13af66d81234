"""Several short pieces read as one: a window for each would cost more than it holds."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from livecue.capture.source import SAMPLE_RATE_HZ
from livecue.events import Word
from livecue.hearing.spoken import SpokenTurn
from livecue.transcription.transcriber import Transcript


def merged(pieces: Sequence[SpokenTurn]) -> SpokenTurn:
    """One speaker's pieces as one, each following at once on the sound of the one before."""
    stretches = [
        (start + later_s, end + later_s)
        for piece, later_s in zip(pieces, _shifts_s(pieces), strict=True)
        for start, end in piece.stretches
    ]
    return replace(
        pieces[0],
        start=stretches[0][0],
        end=stretches[-1][1],
        stretches=tuple(stretches),
        samples=np.concatenate([piece.samples for piece in pieces]),
    )


def divided(read: Transcript, pieces: Sequence[SpokenTurn]) -> list[Transcript]:
    """What was read of the pieces together, for each of them, on its own time again."""
    parts = []
    for piece, later_s in zip(pieces, _shifts_s(pieces), strict=True):
        words = tuple(
            _earlier(word, later_s) for word in read.words if _is_in(word, piece, later_s)
        )
        parts.append(
            Transcript(
                turn=piece,
                text=None if read.text is None else " ".join(word[0] for word in words),
                words=words,
                confidence=sum(word[3] for word in words) / len(words) if words else None,
                compute_s=read.compute_s / len(pieces),
                why_lost=read.why_lost,
                understood=read.understood,
            )
        )
    return parts


def _shifts_s(pieces: Sequence[SpokenTurn]) -> list[float]:
    """How much later each piece stands among the others than by itself."""
    shifts = []
    at = pieces[0].audio_start
    for piece in pieces:
        shifts.append(at - piece.audio_start)
        at += _audio_s(piece)
    return shifts


def _is_in(word: Word, piece: SpokenTurn, later_s: float) -> bool:
    middle = (word[1] + word[2]) / 2 - later_s
    return piece.audio_start <= middle < piece.audio_start + _audio_s(piece)


def _earlier(word: Word, by_s: float) -> Word:
    text, start, end, probability = word
    return text, round(start - by_s, 3), round(end - by_s, 3), probability


def _audio_s(piece: SpokenTurn) -> float:
    return len(piece.samples) / SAMPLE_RATE_HZ
