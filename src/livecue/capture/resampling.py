"""From a device's or a file's own rate to livecue's."""

import numpy as np
import numpy.typing as npt
import soxr

from livecue.capture.source import SAMPLE_RATE_HZ, ChannelUse, Samples

Sound = npt.NDArray[np.float32]
"""Sound at its own rate, shape (frames, channels), within -1 to 1."""

_FULL_SCALE = 32_768


class Resampler:
    """A stream of sound brought to 16 kHz int16; the result does not depend on how it is cut.

    soxr is given float and not int16, because for int16 it adds dither: digital silence would
    become noise.
    """

    def __init__(self, rate_hz: float, channels: ChannelUse) -> None:
        """`rate_hz`: the rate of what will be pushed."""
        self._channels = channels
        self._stream = soxr.ResampleStream(
            rate_hz, SAMPLE_RATE_HZ, 1 if channels == "mono" else 2, dtype="float32", quality="HQ"
        )

    def push(self, sound: Sound) -> Samples:
        """What is ready, shape (frames, 1 or 2); about 40 ms stay inside until more comes."""
        return self._resample(_laid_out(sound, self._channels), last=False)

    def flush(self) -> Samples:
        """What stayed inside; nothing may be pushed after it."""
        width = 1 if self._channels == "mono" else 2
        return self._resample(np.zeros((0, width), np.float32), last=True)

    def _resample(self, sound: Sound, *, last: bool) -> Samples:
        resampled = self._stream.resample_chunk(sound, last=last)
        scaled = np.rint(resampled * _FULL_SCALE).clip(-_FULL_SCALE, _FULL_SCALE - 1)
        samples: Samples = scaled.astype(np.int16)
        return samples


def as_sound(samples: Samples) -> Sound:
    """Int16 as float, unchanged otherwise."""
    return samples.astype(np.float32) / np.float32(_FULL_SCALE)


def _laid_out(sound: Sound, channels: ChannelUse) -> Sound:
    """One mixed channel, or the first two as they are; contiguous, as soxr wants it."""
    if channels == "mono":
        mixed: Sound = sound.mean(axis=1, keepdims=True, dtype=np.float32)
        return mixed
    return np.ascontiguousarray(sound[:, :2])
