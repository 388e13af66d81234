"""Small twins of hearing's engines, and sound to give them."""

from collections.abc import Iterable, Sequence

import numpy as np

from livecue.capture.source import SAMPLE_RATE_HZ, Block, Samples
from livecue.config import Settings
from livecue.events import Numbering
from livecue.hearing.gate import FRAME_S, FRAME_SAMPLES
from livecue.hearing.hearing import Heard, Hearing
from livecue.hearing.vad import Frame
from livecue.hearing.voiceprint import Voiceprint

Span = tuple[float, float]
"""Seconds from the first sample heard."""


class ScriptedVad:
    """Hears speech where the script has it: spans of each channel, in seconds of sound heard."""

    def __init__(self, *channels: Sequence[Span]) -> None:
        self._channels = channels
        self._count = 0

    def frames(self, samples: Samples) -> list[tuple[Frame, ...]]:
        heard = []
        for _ in range(len(samples) // FRAME_SAMPLES):
            at = (self._count + 0.5) * FRAME_S
            speech = [any(a < at < b for a, b in spans) for spans in self._channels]
            heard.append(tuple(Frame(s, s) for s in speech))
            self._count += 1
        return heard

    def rest(self) -> list[tuple[Frame, ...]]:
        return []

    def restart(self) -> None:
        pass


class LevelVoices:
    """Knows a voice by its level: each of `levels` is a person, a direction of its own."""

    def __init__(self, *levels: int) -> None:
        self._levels = levels

    def embed(self, samples: Samples) -> Voiceprint:
        level = float(np.median(np.abs(samples)))
        nearest = min(range(len(self._levels)), key=lambda i: abs(self._levels[i] - level))
        return direction(nearest)


def direction(person: int) -> Voiceprint:
    """A person's voiceprint, unlike all others'."""
    voiceprint: Voiceprint = np.zeros(192, np.float32)
    voiceprint[person] = 1
    return voiceprint


def said_at(level: int, spans: Iterable[Span], length_s: float) -> Samples:
    """One channel on which somebody of that level speaks at those times."""
    sound = np.zeros((round(length_s * SAMPLE_RATE_HZ), 1), np.int16)
    for start, end in spans:
        sound[round(start * SAMPLE_RATE_HZ) : round(end * SAMPLE_RATE_HZ)] = level
    return sound


def hear(hearing: Hearing, sound: Samples, start_s: float = 0.0, block: int = 800) -> Heard:
    """All that comes of some sound, but for the end."""
    heard: Heard = []
    for first in range(0, len(sound), block):
        heard += hearing.push(Block(start_s + first / SAMPLE_RATE_HZ, sound[first : first + block]))
    return heard


def split_session(clinician: Sequence[Span], client: Sequence[Span], length_s: float) -> Heard:
    """A session on two channels, heard to its end."""
    hearing = Hearing(Settings(), Numbering(), 2, vad=ScriptedVad(clinician, client))
    silence = np.zeros((round(length_s * SAMPLE_RATE_HZ), 2), np.int16)
    return hear(hearing, silence) + hearing.flush()
