"""Ten milliseconds at a time: is this speech?

Two judges: webrtcvad knows what speech sounds like, but lags behind its end; the level gate knows
to the frame when sound stops, but not what it was. A frame that both pass is speech.
"""

from collections import deque
from typing import NamedTuple, Protocol

import webrtcvad

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import HearingSettings
from livecue.hearing.gate import FRAME_S, FRAME_SAMPLES, LevelGate, levels_db

ECHO_S = 0.15
"""The echo of another channel follows within this time (loudspeaker, room and line)."""
ECHO_DB = 15.0
"""A frame so much further below its own voice's peak than the other channel lately was below its
own is taken for the other's echo. Speech falls less below its peak than echo cancelling leaves."""


class Frame(NamedTuple):
    """One frame of one channel. loud: it passes the level gate. speech: and sounds like a voice."""

    loud: bool
    speech: bool


class Vad(Protocol):
    """Judges frames in order, and learns the room and the voices as it goes."""

    def frames(self, samples: Samples) -> list[tuple[Frame, ...]]:
        """For each frame its channels; `samples` int16, shape (frames x 160, channels)."""
        ...

    def restart(self) -> None:
        """What comes next does not follow on what came before."""
        ...


class GatedVad:
    """webrtcvad and a level gate on each channel, and between channels a guard against echo."""

    def __init__(self, settings: HearingSettings, channels: int) -> None:
        self._channels = [_Channel(settings) for _ in range(channels)]

    def frames(self, samples: Samples) -> list[tuple[Frame, ...]]:
        """For each frame its channels; `samples` int16, shape (frames x 160, channels)."""
        apart = [samples[:, c].tobytes() for c in range(samples.shape[1])]
        width = FRAME_SAMPLES * samples.itemsize
        return [
            self._frame(levels, [channel[k * width : (k + 1) * width] for channel in apart])
            for k, levels in enumerate(levels_db(samples).tolist())
        ]

    def restart(self) -> None:
        """What comes next does not follow on what came before."""
        for channel in self._channels:
            channel.restart()

    def _frame(self, levels_db: list[float], sounds: list[bytes]) -> tuple[Frame, ...]:
        heard = [
            channel.hear(level, sound)
            for channel, level, sound in zip(self._channels, levels_db, sounds, strict=True)
        ]
        if len(heard) > 1:
            heard = [
                Frame(loud=False, speech=False) if frame.loud and self._is_echo(c, level) else frame
                for c, (frame, level) in enumerate(zip(heard, levels_db, strict=True))
            ]
        for channel, level, frame in zip(self._channels, levels_db, heard, strict=True):
            channel.learn(level, frame)
        return tuple(heard)

    def _is_echo(self, c: int, level_db: float) -> bool:
        others = [channel for i, channel in enumerate(self._channels) if i != c]
        own_peak_db = self._channels[c].gate.peak_db
        for other in others:
            if other.lately_db is None or other.gate.peak_db is None:
                continue
            # Before the voice of this channel was heard, the other's peak must do for it.
            peak_db = other.gate.peak_db if own_peak_db is None else own_peak_db
            if level_db - peak_db < other.lately_db - other.gate.peak_db - ECHO_DB:
                return True
        return False


class _Channel:
    """One channel's two judges, and the level of its latest speech."""

    def __init__(self, settings: HearingSettings) -> None:
        self._mode = settings.vad_mode
        self.gate = LevelGate(settings)
        self.restart()

    def restart(self) -> None:
        self._voice = webrtcvad.Vad(self._mode)
        self._lately: deque[float] = deque(maxlen=round(ECHO_S / FRAME_S))

    @property
    def lately_db(self) -> float | None:
        """Loudest speech within `ECHO_S`; `None` without any."""
        loudest = max(self._lately, default=float("-inf"))
        return None if loudest == float("-inf") else loudest

    def hear(self, level_db: float, sound: bytes) -> Frame:
        # Asked even where the gate is shut: webrtcvad learns the noise from every frame.
        voice = self._voice.is_speech(sound, SAMPLE_RATE_HZ)
        loud = self.gate.passes(level_db)
        return Frame(loud=loud, speech=loud and voice)

    def learn(self, level_db: float, frame: Frame) -> None:
        self.gate.learn(level_db, frame.speech)
        self._lately.append(level_db if frame.speech else float("-inf"))
