"""Keeping the sound of a session while it is heard."""

from collections.abc import Callable, Iterator

import numpy as np

from livecue.capture.source import SAMPLE_RATE_HZ, Block, Heard, Samples, Source, Trouble
from livecue.errors import StoreRefused

_CHUNK_S = 4.5
"""With the longest block there can be (0.5 s), a program that is killed loses at most 5 s."""


class Kept:
    """A source that passes on all that another hears, and keeps the sound on the way.

    Whoever makes one has the client's consent to it. When keeping fails, that is told once, as a
    `Trouble`, and the session goes on without.

    Args:
        source: whose sound it is; whatever is asked of this one is asked of that one.
        keep: takes the session second of the first sample, and the samples without a gap. It is
            called on the thread that iterates, and raises `StoreRefused` when it cannot.
    """

    def __init__(self, source: Source, keep: Callable[[float, Samples], None]) -> None:
        self.name = source.name
        self.channels = source.channels
        self.lockstep = source.lockstep
        self.duration_s = source.duration_s
        self._source = source
        self._keep = keep
        self._keeps = True
        self._waiting: list[Block] = []

    def __iter__(self) -> Iterator[Heard]:
        """All that the source hears; each chunk is kept after its last block was passed on."""
        refused: Trouble | None = None
        try:
            for heard in self._source:
                self._take(heard)
                yield heard
                if self._is_due(heard):
                    refused = self._write()
                    if refused is not None:
                        yield refused
        finally:  # also when the session breaks
            refused = self._write()
        if refused is not None:
            yield refused

    def pause(self) -> None:
        """Stop listening; what was heard before is kept when the source next says anything."""
        self._source.pause()

    def resume(self) -> None:
        """Listen again."""
        self._source.resume()

    def close(self) -> None:
        """Let go of the source; what was heard is kept as iteration ends."""
        self._source.close()

    def _take(self, heard: Heard) -> None:
        if self._keeps and isinstance(heard, Block) and len(heard.samples):
            self._waiting.append(heard)

    def _is_due(self, heard: Heard) -> bool:
        """A chunk ends where sound stops coming, and when it is long."""
        if not isinstance(heard, Block):
            return not isinstance(heard, Trouble)
        frames = sum(len(block.samples) for block in self._waiting)
        return len(heard.samples) == 0 or frames >= _CHUNK_S * SAMPLE_RATE_HZ

    def _write(self) -> Trouble | None:
        if not self._waiting:
            return None
        blocks, self._waiting = self._waiting, []
        try:
            self._keep(blocks[0].start_s, np.concatenate([block.samples for block in blocks]))
        except StoreRefused as error:
            self._keeps = False
            from_s = blocks[0].start_s
            detail = f"The sound from second {from_s:.0f} on is not kept: {error}"
            return Trouble(blocks[-1].end_s, "store_failed", detail)
        return None
