"""Ten milliseconds at a time: is this speech?

Two judges. One knows a voice: Silero, in any room, though only 60 ms later; without it webrtcvad,
at once, but it takes noise for a voice and lags behind a voice's end. The other is the level gate,
which says to the frame when sound stops, but not what it was. It dates the edges where the room is
quiet enough for it to follow a voice as it fades; elsewhere reverberation and noise hide the edge,
and Silero alone dates it.
"""

from collections import deque
from typing import NamedTuple, Protocol

from livecue.capture.source import Samples
from livecue.config import HearingSettings
from livecue.hearing.gate import FRAME_S, LevelGate, levels_db
from livecue.hearing.layers import ALL_LAYERS, Layers
from livecue.hearing.silero import SileroEngine, SileroJudge
from livecue.hearing.webrtc import WebrtcJudge

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
        """For each frame that is known now, in order, its channels; some may come later.

        samples: int16, shape (frames x 160, channels).
        """
        ...

    def rest(self) -> list[tuple[Frame, ...]]:
        """The frames that are still to come when there is no more sound."""
        ...

    def restart(self) -> None:
        """What comes next does not follow on what came before."""
        ...


class VoiceJudge(Protocol):
    """Says of each frame of one channel whether it sounds like a voice."""

    def push(self, samples: Samples) -> list[bool]:
        """More whole frames (int16, mono); the verdicts that are known now, in order."""
        ...

    def rest(self) -> list[bool]:
        """The verdicts still to come when there is no more sound."""
        ...


class GatedVad:
    """The judges of each channel, and between channels a guard against echo.

    silero: without it webrtcvad judges voices. layers: fewer than all, to measure them.
    """

    def __init__(
        self,
        settings: HearingSettings,
        channels: int,
        silero: SileroEngine | None = None,
        layers: Layers = ALL_LAYERS,
    ) -> None:
        engine = silero if layers.silero else None
        self._channels = [_Channel(settings, engine, layers) for _ in range(channels)]

    def frames(self, samples: Samples) -> list[tuple[Frame, ...]]:
        """For each frame that is known now its channels; Silero's frames come some 60 ms later.

        samples: int16, shape (frames x 160, channels).
        """
        levels = levels_db(samples)
        for c, channel in enumerate(self._channels):
            channel.push(samples[:, c], levels[:, c].tolist())
        return self._judged()

    def rest(self) -> list[tuple[Frame, ...]]:
        """The frames still waiting when no more sound comes."""
        for channel in self._channels:
            channel.rest()
        return self._judged()

    def restart(self) -> None:
        """What comes next does not follow on what came before."""
        for channel in self._channels:
            channel.restart()

    def _judged(self) -> list[tuple[Frame, ...]]:
        known = min(channel.known for channel in self._channels)
        return [self._frame() for _ in range(known)]

    def _frame(self) -> tuple[Frame, ...]:
        judged = [channel.hear() for channel in self._channels]
        heard = [frame for _, frame in judged]
        if len(heard) > 1:
            heard = [
                Frame(loud=False, speech=False) if frame.loud and self._is_echo(c, level) else frame
                for c, (level, frame) in enumerate(judged)
            ]
        for channel, (level, _), frame in zip(self._channels, judged, heard, strict=True):
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
    """One channel's judges, the frames that wait for them, and the level of its latest speech."""

    def __init__(
        self, settings: HearingSettings, silero: SileroEngine | None, layers: Layers
    ) -> None:
        self._settings = settings
        self._silero = silero
        self._gated = layers.gate
        self.gate = LevelGate(settings)
        self.restart()

    def restart(self) -> None:
        self._voices: VoiceJudge = (
            WebrtcJudge(self._settings.vad_mode)
            if self._silero is None
            else SileroJudge(self._silero, self._settings.voice_likely)
        )
        self._levels: deque[float] = deque()
        self._voiced: deque[bool] = deque()
        self._lately: deque[float] = deque(maxlen=round(ECHO_S / FRAME_S))

    @property
    def lately_db(self) -> float | None:
        """Loudest speech within `ECHO_S`; `None` without any."""
        loudest = max(self._lately, default=float("-inf"))
        return None if loudest == float("-inf") else loudest

    @property
    def known(self) -> int:
        """How many frames can be judged now."""
        return len(self._voiced)

    def push(self, samples: Samples, levels: list[float]) -> None:
        """More frames; `levels`: of each, in dB."""
        self._levels.extend(levels)
        self._voiced.extend(self._voices.push(samples))

    def rest(self) -> None:
        """No more frames come."""
        self._voiced.extend(self._voices.rest())

    def hear(self) -> tuple[float, Frame]:
        """The level of the next frame, in dB, and what it is."""
        level_db, voice = self._levels.popleft(), self._voiced.popleft()
        if not self._gated or (self._silero is not None and not self.gate.sees_fading):
            return level_db, Frame(loud=voice, speech=voice)
        loud = self.gate.passes(level_db)
        return level_db, Frame(loud=loud, speech=loud and voice)

    def learn(self, level_db: float, frame: Frame) -> None:
        self.gate.learn(level_db, frame.speech)
        self._lately.append(level_db if frame.speech else float("-inf"))
