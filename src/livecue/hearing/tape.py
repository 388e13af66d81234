"""What was heard, kept for as long as it may be wanted."""

from collections import deque

import numpy as np

from livecue.capture.source import SAMPLE_RATE_HZ, Samples


class Tape:
    """Sound without a gap, from `origin_s` (session second) on."""

    def __init__(self, channels: int, origin_s: float) -> None:
        self._origin_s = origin_s
        self._empty = np.empty((0, channels), np.int16)
        self._pieces: deque[Samples] = deque()
        self._first = 0

    def add(self, samples: Samples) -> None:
        """More of it: int16, shape (frames, channels)."""
        self._pieces.append(samples)

    def cut(self, channel: int, start: float, end: float) -> tuple[float, Samples]:
        """The sound between two session seconds, as far as it is kept: where it begins, and it."""
        first = max(self._index(start), self._first)
        last = max(self._index(end), first)
        found = [self._empty]
        at = self._first
        for piece in self._pieces:
            if at < last and at + len(piece) > first:
                found.append(piece[max(first - at, 0) : last - at])
            at += len(piece)
        return self._origin_s + first / SAMPLE_RATE_HZ, np.concatenate(found)[:, channel].copy()

    def forget(self, before: float) -> None:
        """Sound before this session second is not wanted any more."""
        while self._pieces and self._first + len(self._pieces[0]) <= self._index(before):
            self._first += len(self._pieces.popleft())

    def _index(self, at: float) -> int:
        return max(0, round((at - self._origin_s) * SAMPLE_RATE_HZ))
