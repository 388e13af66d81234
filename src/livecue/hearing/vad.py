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
from livecue.hearing.echo import EchoGuard, Levels, band_levels_db
from livecue.hearing.gate import LevelGate, levels_db
from livecue.hearing.layers import ALL_LAYERS, Layers
from livecue.hearing.silero import SileroEngine, SileroJudge
from livecue.hearing.webrtc import WebrtcJudge


class Frame(NamedTuple):
    """One frame of one channel. loud: it passes the level gate. speech: and sounds like a voice."""

    loud: bool
    speech: bool


NOTHING = Frame(loud=False, speech=False)


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
        self._echo = EchoGuard() if channels == 2 else None
        self._bands: deque[Levels] = deque()

    def frames(self, samples: Samples) -> list[tuple[Frame, ...]]:
        """For each frame that is known now its channels; Silero's frames come some 60 ms later.

        samples: int16, shape (frames x 160, channels).
        """
        levels = levels_db(samples)
        for c, channel in enumerate(self._channels):
            channel.push(samples[:, c], levels[:, c].tolist())
        if self._echo is not None:
            self._bands.extend(band_levels_db(samples))
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
        self._bands.clear()

    def _judged(self) -> list[tuple[Frame, ...]]:
        known = min(channel.known for channel in self._channels)
        return [self._frame() for _ in range(known)]

    def _frame(self) -> tuple[Frame, ...]:
        judged = [channel.hear() for channel in self._channels]
        heard = [frame for _, frame in judged]
        if self._echo is not None:
            own = self._echo.own(self._bands.popleft(), (heard[0].speech, heard[1].speech))
            heard = [f if o else NOTHING for f, o in zip(heard, own, strict=True)]
        for channel, (level, _), frame in zip(self._channels, judged, heard, strict=True):
            channel.gate.learn(level, frame.speech)
        return tuple(heard)


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
            WebrtcJudge()
            if self._silero is None
            else SileroJudge(self._silero, self._settings.voice_likely)
        )
        self._levels: deque[float] = deque()
        self._voiced: deque[bool] = deque()

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
