"""What moves through the role-play: its sound, or a silent cursor where there is none to hear."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from livecue.capture.recording import Recording
from livecue.capture.source import SAMPLE_RATE_HZ, Block
from livecue.config import CaptureSettings


class Player(Protocol):
    """Moves from 0 to the end."""

    @property
    def at_s(self) -> float:
        """Where it is, in session seconds."""
        ...

    @property
    def heard(self) -> bool:
        """Whether there is sound."""
        ...

    def play(self) -> None:
        """Go on."""
        ...

    def pause(self) -> None:
        """Stand still."""
        ...

    def close(self) -> None:
        """Let go of the device."""
        ...


class SilentPlayer:
    """A cursor that moves with the clock.

    Args:
        clock: seconds that only grow.
    """

    heard = False

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._before_s = 0.0
        self._since: float | None = None

    @property
    def at_s(self) -> float:
        """Where it is."""
        running = 0.0 if self._since is None else self._clock() - self._since
        return self._before_s + running

    def play(self) -> None:
        """Go on."""
        if self._since is None:
            self._since = self._clock()

    def pause(self) -> None:
        """Stand still."""
        self._before_s, self._since = self.at_s, None

    def close(self) -> None:
        """Nothing to let go of."""


class SoundPlayer:
    """The recording on the machine's usual output.

    Args:
        sound: mono int16 at 16 kHz, shape (samples,).

    Raises:
        sounddevice.PortAudioError: there is no output.
    """

    heard = True

    def __init__(self, sound: npt.NDArray[np.int16]) -> None:
        import sounddevice

        self._sound = sound
        self._place = 0
        self._stream = sounddevice.OutputStream(
            samplerate=SAMPLE_RATE_HZ, channels=1, dtype="int16", callback=self._fill
        )

    @property
    def at_s(self) -> float:
        """Where it is."""
        return self._place / SAMPLE_RATE_HZ

    def play(self) -> None:
        """Go on."""
        if self._stream.stopped:
            self._stream.start()

    def pause(self) -> None:
        """Stand still."""
        self._stream.stop()

    def close(self) -> None:
        """Let go of the device."""
        self._stream.close()

    def _fill(self, out: npt.NDArray[np.int16], frames: int, *_: Any) -> None:
        piece = self._sound[self._place : self._place + frames]
        out[: len(piece), 0] = piece
        out[len(piece) :] = 0
        self._place += frames


def open_player(path: Path) -> Player:
    """The recording's sound where this machine can play it, else a silent cursor."""
    try:
        import sounddevice
    except OSError:  # no PortAudio on this machine
        return SilentPlayer()
    try:
        return SoundPlayer(_sound(path))
    except sounddevice.PortAudioError:  # nothing to play on
        return SilentPlayer()


def _sound(path: Path) -> npt.NDArray[np.int16]:
    recording = Recording(path, "mono", "max", CaptureSettings())
    blocks = [heard.samples[:, 0] for heard in recording if isinstance(heard, Block)]
    recording.close()
    return np.concatenate(blocks)
