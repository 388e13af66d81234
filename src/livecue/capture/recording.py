"""A recording, at its own pace or as fast as it is asked for."""

import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import numpy as np

from livecue.capture.decoding import Hole, decode, describe
from livecue.capture.off_record import Played
from livecue.capture.resampling import Resampler
from livecue.capture.source import (
    SAMPLE_RATE_HZ,
    Block,
    ChannelUse,
    Heard,
    Missing,
    Samples,
    Trouble,
)
from livecue.config import CaptureSettings
from livecue.errors import InputError

Speed = Literal["1", "max"]

_LONGEST_WAIT_S = 0.2
_POLL_S = 0.02


class Recording(Played):
    """A file's sound as a source.

    At speed `1` each block comes when it would have been heard; at `max` it comes when it is asked
    for, and the source waits for the stages.
    """

    def __init__(
        self, path: Path, channels: ChannelUse, speed: Speed, settings: CaptureSettings
    ) -> None:
        """Reads the file's head and its first sound.

        Raises:
            InputError: there is no such file, no sound in it that can be read, or it has not two
                channels and `channels` is `split`.
        """
        super().__init__()
        found = describe(path)
        if channels == "split" and found.channels != 2:
            raise InputError(
                f"{path} has {_counted(found.channels)}, and split needs two, the clinician's and "
                "the client's; use `--channels mono`."
            )
        self.name = f"recording: {path.name}"
        self.channels = 1 if channels == "mono" else 2
        self.lockstep = speed == "max"
        self.duration_s = found.duration_s
        self._path = path
        self._use: ChannelUse = channels
        self._rate_hz = found.rate_hz
        self._settings = settings

    def _play(self) -> Iterable[Heard]:
        return self._heard() if self.lockstep else self._paced()

    def _paced(self) -> Iterator[Heard]:
        """Each item once its last sample would have been heard; empty blocks while that is long."""
        began_s = time.monotonic()
        for item in self._heard():
            if not isinstance(item, Trouble):
                yield from self._wait(began_s + item.end_s, item.start_s)
            yield item

    def _wait(self, until_s: float, at_s: float) -> Iterator[Heard]:
        told_s = time.monotonic()
        while not self._closed and (left_s := until_s - time.monotonic()) > 0:
            time.sleep(min(left_s, _POLL_S))
            if time.monotonic() - told_s >= _LONGEST_WAIT_S:
                told_s = time.monotonic()
                yield Block(at_s, np.zeros((0, self.channels), np.int16))

    def _heard(self) -> Iterator[Heard]:
        """The whole file on the session clock, with its holes, so that nothing is lost unseen."""
        cutter = _Cutter(round(self._settings.block_s * SAMPLE_RATE_HZ), self.channels)
        resampler = Resampler(self._rate_hz, self._use)
        for piece in decode(self._path):
            if not isinstance(piece, Hole):
                yield from cutter.push(resampler.push(piece))
                continue
            yield from cutter.push(resampler.flush())
            yield from cutter.flush()
            yield cutter.skip(piece.lasting_s)
            resampler = Resampler(self._rate_hz, self._use)
        yield from cutter.push(resampler.flush())
        yield from cutter.flush()


class _Cutter:
    """Samples of any number into blocks of one length; keeps the clock."""

    def __init__(self, block_frames: int, channels: int) -> None:
        self._block_frames = block_frames
        self._left: Samples = np.zeros((0, channels), np.int16)
        self._told_frames = 0

    def push(self, samples: Samples) -> Iterator[Block]:
        waiting = np.concatenate([self._left, samples])
        whole = len(waiting) - len(waiting) % self._block_frames
        self._left = waiting[whole:]
        for first in range(0, whole, self._block_frames):
            yield self._told(waiting[first : first + self._block_frames])

    def flush(self) -> Iterator[Block]:
        left, self._left = self._left, self._left[:0]
        if len(left):
            yield self._told(left)

    def skip(self, lasting_s: float) -> Missing:
        start_s = self._told_frames / SAMPLE_RATE_HZ
        self._told_frames += round(lasting_s * SAMPLE_RATE_HZ)
        return Missing(start_s, self._told_frames / SAMPLE_RATE_HZ, "a hole in the recording")

    def _told(self, samples: Samples) -> Block:
        start_s = self._told_frames / SAMPLE_RATE_HZ
        self._told_frames += len(samples)
        return Block(start_s, samples)


def _counted(channels: int) -> str:
    return "one channel" if channels == 1 else f"{channels} channels"
