"""Audio from memory."""

from collections.abc import Iterable, Sequence
from typing import Self

from livecue.capture.off_record import Played
from livecue.capture.source import SAMPLE_RATE_HZ, Block, Heard, Samples, Trouble


class Scripted(Played):
    """A source that yields what it is given, in lock-step.

    Example:
        >>> [block.end_s for block in Scripted.of_samples(np.zeros(1600, np.int16))]
        [0.05, 0.1]
    """

    lockstep: bool = True

    def __init__(self, heard: Sequence[Heard], name: str = "scripted") -> None:
        """`heard`: in order; the channels are those of its first block, or one."""
        super().__init__()
        self._items = tuple(heard)
        self.name = name
        blocks = (item for item in heard if isinstance(item, Block))
        self.channels = next((block.samples.shape[1] for block in blocks), 1)
        ends = [item.end_s for item in heard if not isinstance(item, Trouble)]
        self.duration_s: float | None = max(ends, default=0.0)

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

    def _play(self) -> Iterable[Heard]:
        return self._items
