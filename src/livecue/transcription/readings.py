"""What has been read of the session lately, piece by piece, and turns put together from it."""

from collections import OrderedDict
from dataclasses import replace
from hashlib import blake2b

import numpy as np

from livecue.config import TranscriptionSettings
from livecue.hearing.spoken import SpokenTurn
from livecue.transcription.pieces import pieces_of
from livecue.transcription.transcriber import Transcriber, Transcript, most_understood

KEPT = 512
"""Pieces that are remembered, more than the longest turn has; without their sound."""
_NOTHING = np.empty(0, np.int16)

_Key = tuple[int, float, float, bytes]


class Readings:
    """A piece is known by its sound: the same sound is read once, whichever turn it ends in."""

    def __init__(self, settings: TranscriptionSettings) -> None:
        self._settings = settings
        self._read: OrderedDict[_Key, Transcript] = OrderedDict()

    def unread(self, turn: SpokenTurn) -> list[SpokenTurn]:
        """The turn's pieces that have not been read, in order."""
        return [piece for piece in pieces_of(turn, self._settings) if not self.has(piece)]

    def has(self, piece: SpokenTurn) -> bool:
        """Whether this piece has been read."""
        return _key(piece) in self._read

    def keep(self, piece: SpokenTurn, transcript: Transcript) -> None:
        """Remember what was read in a piece."""
        self._read[_key(piece)] = replace(transcript, turn=replace(piece, samples=_NOTHING))
        while len(self._read) > KEPT:
            self._read.popitem(last=False)

    def whole(self, turn: SpokenTurn) -> Transcript:
        """The turn's words, from its pieces, all of which have been read."""
        return joined(turn, [self._read[_key(piece)] for piece in pieces_of(turn, self._settings)])


def joined(turn: SpokenTurn, parts: list[Transcript]) -> Transcript:
    """One transcript of a turn from those of its pieces.

    What was lost of it is said; none of it is understood when most was not.
    """
    understood = any(part.understood for part in parts) and most_understood(
        (_speech_s(part.turn), part.understood) for part in parts
    )
    texts = [part.text for part in parts if part.text is not None]
    words = tuple(word for part in parts for word in part.words) if understood else ()
    return Transcript(
        turn=turn,
        text=" ".join(filter(None, texts)) if understood and texts else None,
        words=words,
        confidence=sum(word[3] for word in words) / len(words) if words else None,
        compute_s=sum(part.compute_s for part in parts),
        why_lost=next((part.why_lost for part in parts if part.why_lost is not None), None),
        understood=understood,
    )


def read_now(transcriber: Transcriber, turn: SpokenTurn, readings: Readings) -> Transcript:
    """The turn's words, read here and now where they have not been read before."""
    for piece in readings.unread(turn):
        readings.keep(piece, transcriber.transcribe(piece))
    return readings.whole(turn)


def _speech_s(turn: SpokenTurn) -> float:
    return sum(end - start for start, end in turn.stretches)


def _key(piece: SpokenTurn) -> _Key:
    sound = blake2b(piece.samples.tobytes(), digest_size=16).digest()
    return piece.channel, piece.start, piece.end, sound
