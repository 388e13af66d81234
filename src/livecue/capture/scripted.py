"""Audio from memory."""

from collections.abc import Iterator, Sequence
from typing import Self

from livecue.capture.off_record import leave_out
from livecue.capture.source import SAMPLE_RATE_HZ, Block, Heard, Samples, Trouble


class Scripted:
    """A source that yields what it is given, in lock-step.

    Example:
        >>> [block.end_s for block in Scripted.of_samples(np.zeros(1600, np.int16))]
        [0.05, 0.1]
    """

    lockstep: bool = True

    def __init__(self, heard: Sequence[Heard], name: str = "scripted") -> None:
        """`heard`: in order; the channels are those of its first block, or one."""
        self._items = tuple(heard)
        self.name = name
        blocks = (item for item in heard if isinstance(item, Block))
        self.channels = next((block.samples.shape[1] for block in blocks), 1)
        ends = [item.end_s for item in heard if not isinstance(item, Trouble)]
        self.duration_s: float | None = max(ends, default=0.0)
        self._paused = False
        self._closed = False

    @classmethod
    def of_samples(cls, samples: Samples, block_s: float = 0.05) -> Self:
        """Int16 at 16 kHz, shape (frames,) or (frames, channels), cut into blocks."""
        wide = samples.reshape(len(samples), -1)
        step = round(block_s * SAMPLE_RATE_HZ)
        return cls(
            [
                Block(first / SAMPLE_RATE_HZ, wide[first : first + step])
                for first in range(0, len(wide), step)
            ]
        )

    def __iter__(self) -> Iterator[Heard]:
        """What was given, until it ends or is closed."""
        for item in leave_out(self._items, lambda: self._paused):
            if self._closed:
                return
            yield item

    def pause(self) -> None:
        """Leave out what comes from here on."""
        self._paused = True

    def resume(self) -> None:
        """Hear again."""
        self._paused = False

    def close(self) -> None:
        """End it."""
        self._closed = True
