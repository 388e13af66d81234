"""Speech to text with Whisper, a turn at a time."""

import time
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from livecue.config import TranscriptionSettings
from livecue.events import Word
from livecue.hearing.spoken import SpokenTurn
from livecue.model_files import ModelFiles, locate
from livecue.transcription.attempts import Read, read_clip
from livecue.transcription.clips import Clip, clips_of
from livecue.transcription.decoder import Decoder, Engine
from livecue.transcription.guard import Doubt
from livecue.transcription.transcriber import Transcript, most_understood
from livecue.transcription.voice import VoiceDetector
from livecue.transcription.word_times import on_speech

_INVENTED: tuple[Doubt, ...] = ("foreign", "empty", "no_speech", "loop", "compressible", "too_fast")
"""Doubts that leave nothing worth keeping, once the full window has them too."""


class Voices(Protocol):
    """Tells speech from other sound."""

    def hears_voice(self, samples: npt.NDArray[np.float32]) -> bool:
        """Whether somebody speaks in it; float32 mono at 16 kHz."""
        ...


@dataclass(frozen=True)
class _Part:
    """What became of one clip."""

    speech_s: float
    words: tuple[Word, ...] = ()
    text: str = ""
    doubt: Doubt | None = None


class Whisper:
    """A transcriber that keeps up on two cores: short encoder windows, guarded.

    Args:
        model: a speech model's files, as `model_files.locate` gives them.
        settings: language, threads, and the longest clip.

    Raises:
        InputError: the model does not know the language.
        MissingError: Silero's file is missing or changed.
    """

    def __init__(self, model: ModelFiles, settings: TranscriptionSettings) -> None:
        self.name = model.name
        self.sha256 = model.sha256
        self._model = model
        self._settings = settings
        self._engine: Engine = Decoder(model.folder, settings.language, settings.threads)
        silero = locate("silero-vad")
        self._voices: Voices = VoiceDetector(silero.weights)

    def transcribe(self, turn: SpokenTurn) -> Transcript:
        """The turn's words, timed on the session clock; no words where nobody speaks."""
        began = time.perf_counter()
        parts = [self._part(clip) for clip in clips_of(turn, self._settings.longest_clip_s)]
        understood = most_understood(
            (part.speech_s, part.doubt in (None, "no_speech")) for part in parts
        )
        words = tuple(word for part in parts for word in part.words)
        return Transcript(
            turn=turn,
            text=" ".join(part.text for part in parts if part.text) if understood else None,
            words=words if understood else (),
            confidence=_confidence(words) if understood else None,
            compute_s=time.perf_counter() - began,
            understood=understood,
        )

    def renewed(self) -> "Whisper":
        """The same with its model loaded anew."""
        return Whisper(self._model, self._settings)

    def _part(self, clip: Clip) -> _Part:
        if not self._voices.hears_voice(clip.samples):
            return _Part(clip.speech_s)
        return _settled(clip, read_clip(self._engine, clip))


def _settled(clip: Clip, read: Read) -> _Part:
    if read.doubt in _INVENTED:
        return _Part(clip.speech_s, doubt=read.doubt)
    timed = [
        (text, clip.start + start, clip.start + end, probability)
        for text, start, end, probability in read.reading.words
    ]
    return _Part(
        clip.speech_s,
        words=tuple(on_speech(timed, clip.stretches)),
        text=read.reading.text,
        doubt=read.doubt,
    )


def _confidence(words: tuple[Word, ...]) -> float | None:
    return sum(word[3] for word in words) / len(words) if words else None
