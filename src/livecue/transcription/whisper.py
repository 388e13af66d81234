"""Speech to text with Whisper, a turn at a time."""

import time
from collections.abc import Sequence
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
from livecue.transcription.guard import Doubt, Reading
from livecue.transcription.transcriber import Transcript, most_understood
from livecue.transcription.voice import VoiceDetector
from livecue.transcription.word_times import on_speech

_INVENTED: tuple[Doubt, ...] = (
    "foreign",
    "empty",
    "no_speech",
    "loop",
    "compressible",
    "too_fast",
    "too_slow",
)
"""Doubts that leave nothing worth keeping, once the full window has them too."""


class Voices(Protocol):
    """Tells speech from other sound."""

    def hears_voice(self, samples: npt.NDArray[np.float32]) -> bool:
        """Whether somebody speaks in it; float32 mono at 16 kHz."""
        ...


@dataclass(frozen=True)
class ClipRead:
    """What became of one clip. read: `None` where no voice was heard in it."""

    clip: Clip
    read: Read | None


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
        self.engine: Engine = Decoder(model.folder, settings.language, settings.threads)
        self._model = model
        self._settings = settings
        silero = locate("silero-vad")
        self._voices: Voices = VoiceDetector(silero.weights)

    def transcribe(self, turn: SpokenTurn) -> Transcript:
        """The turn's words, timed on the session clock; no words where nobody speaks."""
        began = time.perf_counter()
        clips = self.read(turn)
        return transcript_of(turn, clips, time.perf_counter() - began)

    def read(self, turn: SpokenTurn) -> list[ClipRead]:
        """The turn's clips, each as it was read."""
        clips = clips_of(turn, self._settings.longest_clip_s)
        return [
            ClipRead(
                clip,
                read_clip(self.engine, clip) if self._voices.hears_voice(clip.samples) else None,
            )
            for clip in clips
        ]

    def renewed(self) -> "Whisper":
        """The same with its model loaded anew."""
        return Whisper(self._model, self._settings)


def transcript_of(turn: SpokenTurn, clips: Sequence[ClipRead], compute_s: float) -> Transcript:
    """The turn's words from those of its clips, without what was invented."""
    understood = most_understood((one.clip.speech_s, _gave_sense(one.read)) for one in clips)
    kept = [
        (one.clip, one.read.reading)
        for one in clips
        if one.read is not None and one.read.doubt not in _INVENTED
    ]
    words = tuple(word for clip, reading in kept for word in _placed(clip, reading))
    texts = (reading.text for _, reading in kept)
    return Transcript(
        turn=turn,
        text=" ".join(filter(None, texts)) if understood else None,
        words=words if understood else (),
        confidence=_confidence(words) if understood else None,
        compute_s=compute_s,
        understood=understood,
    )


def _gave_sense(read: Read | None) -> bool:
    """Whether speech was understood, or there was none."""
    return read is None or read.doubt in (None, "no_speech")


def _placed(clip: Clip, reading: Reading) -> list[Word]:
    """The words on the session clock."""
    timed = [
        (text, clip.start + start, clip.start + end, probability)
        for text, start, end, probability in reading.words
    ]
    return on_speech(timed, clip.stretches)


def _confidence(words: tuple[Word, ...]) -> float | None:
    return sum(word[3] for word in words) / len(words) if words else None
