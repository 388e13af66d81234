"""What stands between the device's thread and ours."""

from collections import deque
from dataclasses import dataclass

import numpy as np

from livecue.capture.source import Samples


@dataclass(frozen=True)
class Chunk:
    """What one call of the device brought.

    samples: int16, shape (frames, channels), at the device's rate. at_s: machine time, in seconds,
    at which it came. overflowed: the device says that it lost sound before this. dropped: frames
    before this for which the ring had no room.
    """

    samples: Samples
    at_s: float
    overflowed: bool = False
    dropped: int = 0


class Ring:
    """A bounded store with one writer and one reader, neither of which ever waits for the other.

    The writer alone moves `_written`, the reader alone `_read`, and a deque's ends are safe to use
    from two threads: no lock is needed. When it is full, new sound is dropped and counted, since
    the old may be under the reader's hand.
    """

    def __init__(self, frames: int, channels: int) -> None:
        """A ring of so many frames; all of its memory is taken here."""
        self._store = np.zeros((frames, channels), dtype=np.int16)
        self._written = 0
        self._read = 0
        self._dropped = 0
        self._calls: deque[tuple[int, float, bool, int]] = deque()

    def write(self, samples: Samples, at_s: float, *, overflowed: bool = False) -> None:
        """Copy one call's sound in; called by the device's thread."""
        frames = len(samples)
        if frames == 0:
            return
        if frames > len(self._store) - (self._written - self._read):
            self._dropped += frames
            return
        start = self._written % len(self._store)
        head = min(frames, len(self._store) - start)
        self._store[start : start + head] = samples[:head]
        self._store[: frames - head] = samples[head:]
        self._written += frames
        self._calls.append((frames, at_s, overflowed, self._dropped))
        self._dropped = 0

    def read(self) -> Chunk | None:
        """The oldest call's sound, copied out, or `None` when all has been read."""
        if not self._calls:
            return None
        frames, at_s, overflowed, dropped = self._calls.popleft()
        where = np.arange(self._read, self._read + frames) % len(self._store)
        samples = self._store[where]
        self._read += frames
        return Chunk(samples, at_s, overflowed, dropped)
