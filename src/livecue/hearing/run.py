"""One unbroken run of sound: blocks of any size in, moments of 10 ms out.

It knows nothing of who speaks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from livecue.capture.source import Samples
from livecue.config import HearingSettings
from livecue.hearing.gate import FRAME_S, FRAME_SAMPLES
from livecue.hearing.layers import ALL_LAYERS, Layers
from livecue.hearing.stretches import Onset, Stretch, StretchFinder
from livecue.hearing.tape import Tape
from livecue.hearing.vad import Frame, Vad


@dataclass(frozen=True)
class Moment:
    """What became known with one frame.

    now: session second at its end. found: stretches that began or ended, by channel. silent_until:
    up to where it is certain that nobody speaks; `None` while somebody does.
    """

    now: float
    found: tuple[Onset | Stretch, ...]
    silent_until: float | None


class Run:
    """Sound from `origin_s` (session second) on, without a gap. tape: what was heard of it.

    layers: fewer than all, to measure them.
    """

    def __init__(
        self,
        settings: HearingSettings,
        vad: Vad,
        channels: int,
        origin_s: float,
        layers: Layers = ALL_LAYERS,
    ) -> None:
        vad.restart()
        self.tape = Tape(channels, origin_s)
        self._vad = vad
        self._finders = [StretchFinder(settings, c, origin_s, layers) for c in range(channels)]
        self._origin_s = origin_s
        self._frames = 0
        self._rest = np.empty((0, channels), np.int16)

    def push(self, samples: Samples) -> Iterator[Moment]:
        """More sound (int16, shape (frames, channels)); what each frame judged makes known."""
        sound = np.concatenate([self._rest, samples])
        whole = len(sound) // FRAME_SAMPLES * FRAME_SAMPLES
        self._rest = sound[whole:]
        self.tape.add(samples)
        yield from self._follow(self._vad.frames(sound[:whole]))

    def rest(self) -> Iterator[Moment]:
        """No more sound comes: what the frames still to be judged make known."""
        yield from self._follow(self._vad.rest())

    def close(self) -> tuple[Stretch, ...]:
        """The stretches that are going on, ended where they were last heard."""
        closed = [finder.close() for finder in self._finders]
        return tuple(stretch for stretch in closed if stretch is not None)

    def _follow(self, frames: Iterable[tuple[Frame, ...]]) -> Iterator[Moment]:
        for frame in frames:
            self._frames += 1
            found = [f.push(judged) for f, judged in zip(self._finders, frame, strict=True)]
            yield Moment(
                round(self._origin_s + self._frames * FRAME_S, 6),
                tuple(event for event in found if event is not None),
                self._silent_until(),
            )

    def _silent_until(self) -> float | None:
        if any(finder.speaking for finder in self._finders):
            return None
        return min(finder.silent_until for finder in self._finders)
