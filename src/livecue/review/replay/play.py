"""Playing a session again: its sound where it was kept, else a silent cursor."""

import time
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from livecue.capture.source import SAMPLE_RATE_HZ, Block

SPEEDS = (1, 2, 4, 8)
"""How much faster than it was; only at the first can sound be heard."""

_AHEAD_S = 6.0
"""So much sound is at hand before it plays: one stretch of it, as it is kept, and some."""

_STRETCHES_A_LOOK = 8
"""So many stretches are read between two looks at where it is: some 20 minutes of sound a second,
and the window still goes on."""

Mono = npt.NDArray[np.int16]


class Cursor:
    """A place in the session that moves with the clock.

    Args:
        until_s: where it stops.
        clock: seconds that only grow.
    """

    def __init__(self, until_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._until_s = until_s
        self._clock = clock
        self._from_s = 0.0
        self._since: float | None = None
        self.speed = SPEEDS[0]

    @property
    def at_s(self) -> float:
        """Where it is."""
        gone_s = 0.0 if self._since is None else (self._clock() - self._since) * self.speed
        return min(self._until_s, self._from_s + gone_s)

    @property
    def moving(self) -> bool:
        """Whether it moves on."""
        return self._since is not None

    def start(self) -> None:
        """Move on; from the beginning, if it is at the end."""
        if self.at_s >= self._until_s:
            self.go_to(0.0)
        if self._since is None:
            self._since = self._clock()

    def stop(self) -> None:
        """Stand still."""
        self._from_s, self._since = self.at_s, None

    def go_to(self, second: float) -> None:
        """Be elsewhere."""
        self._from_s = min(max(0.0, second), self._until_s)
        if self._since is not None:
            self._since = self._clock()

    def go_at(self, speed: int) -> None:
        """Move at `speed` times the speed that it was."""
        self.go_to(self.at_s)
        self.speed = speed


class KeptSound:
    """A session's sound, read a stretch at a time, into memory alone.

    Args:
        blocks: in order of time, as `Store.audio` gives them.
    """

    def __init__(self, blocks: Iterator[Block]) -> None:
        self._blocks = blocks
        self._starts: list[int] = []
        self._stretches: list[Mono] = []
        self._whole = False
        self.there = self.read_more()

    def read_more(self) -> bool:
        """Read one stretch more; `False` when there is none."""
        block = None if self._whole else next(self._blocks, None)
        if block is None:
            self._whole = True
            return False
        self._starts.append(round(block.start_s * SAMPLE_RATE_HZ))
        self._stretches.append(block.samples.mean(axis=1).astype(np.int16))
        return True

    def has(self, second: float) -> bool:
        """Whether what is heard from there on is at hand, for a while."""
        if self._whole:
            return True
        read_to = self._starts[-1] + len(self._stretches[-1])
        return read_to >= (second + _AHEAD_S) * SAMPLE_RATE_HZ

    def samples(self, first: int, count: int) -> Mono:
        """Samples from number `first` on; silence where nothing was kept."""
        out: Mono = np.zeros(count, dtype=np.int16)
        at = max(0, bisect_right(self._starts, first) - 1)
        for start, stretch in zip(self._starts[at:], self._stretches[at:], strict=False):
            if start >= first + count:
                break
            left, right = max(first, start), min(first + count, start + len(stretch))
            if left < right:
                out[left - first : right - first] = stretch[left - start : right - start]
        return out


class Output(Protocol):
    """Where sound goes."""

    def start(self) -> None:
        """Begin to ask for it."""
        ...

    def close(self) -> None:
        """Let go of the device."""
        ...


Fill = Callable[[int], Mono]
"""Gives the next so many samples, on a thread of the device's own."""


def loudspeaker(fill: Fill) -> Output | None:
    """The machine's usual output; `None` where there is none."""
    try:
        import sounddevice
    except OSError:  # there is no PortAudio on this machine
        return None

    def asked(out: npt.NDArray[np.int16], frames: int, *_: Any) -> None:
        out[:, 0] = fill(frames)

    try:
        output: Output = sounddevice.OutputStream(
            samplerate=SAMPLE_RATE_HZ, channels=1, dtype="int16", callback=asked
        )
    except sounddevice.PortAudioError:
        return None
    return output


class Player:
    """The cursor, and the sound beside it where there is any.

    Args:
        until_s: where the session ends.
        sound: `None` where none was kept.
        open_output: how to reach a loudspeaker.
        clock: seconds that only grow.
    """

    def __init__(
        self,
        until_s: float,
        sound: KeptSound | None,
        open_output: Callable[[Fill], Output | None] = loudspeaker,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.cursor = Cursor(until_s, clock)
        self._sound = sound
        self._open_output = open_output
        self._output: Output | None = None
        self._next = 0
        self.wanted = False

    @property
    def heard(self) -> bool:
        """Whether sound comes out now."""
        return self._output is not None

    @property
    def has_sound(self) -> bool:
        """Whether there is sound to hear, and something to play it on."""
        return self._sound is not None and self._sound.there

    @property
    def finding(self) -> bool:
        """Whether it waits for sound to be at hand."""
        return self.wanted and not self.cursor.moving

    def play(self) -> None:
        """Move on, with sound at normal speed."""
        self.wanted = True
        self._begin()

    def pause(self) -> None:
        """Stand still."""
        self.wanted = False
        self.cursor.stop()
        self._hush()

    def go_to(self, second: float) -> None:
        """Be elsewhere, and go on from there."""
        self._hush()
        self.cursor.stop()
        self.cursor.go_to(second)
        if self.wanted:
            self._begin()

    def go_at(self, speed: int) -> None:
        """At `speed` times the speed that it was."""
        self.cursor.go_at(speed)
        self.go_to(self.cursor.at_s)

    def be_silent(self) -> None:
        """Go on without sound."""
        self._hush()
        self._sound = None

    def tick(self) -> float:
        """Where it is now; whoever shows it asks again and again, and so sound is read ahead."""
        for _ in range(_STRETCHES_A_LOOK):
            if self._sound is None or not self.wanted or self._sound.has(self.cursor.at_s):
                break
            self._sound.read_more()
        if self.finding:
            self._begin()
        return self.cursor.at_s

    def _begin(self) -> None:
        audible = self._sound is not None and self._sound.there and self.cursor.speed == SPEEDS[0]
        if audible and self._sound is not None and not self._sound.has(self.cursor.at_s):
            return
        self.cursor.start()
        if audible and self._output is None:
            self._next = round(self.cursor.at_s * SAMPLE_RATE_HZ)
            self._output = self._open_output(self._fill)
            if self._output is None:
                self.be_silent()
            else:
                self._output.start()

    def _hush(self) -> None:
        if self._output is not None:
            self._output.close()
            self._output = None

    def _fill(self, count: int) -> Mono:
        assert self._sound is not None
        samples = self._sound.samples(self._next, count)
        self._next += count
        return samples
