"""Somebody who hears a source on a thread of their own, as a session does."""

import threading
import time
from collections.abc import Callable

import numpy as np
import pytest

from livecue.capture.source import Block, Heard, Missing, Samples, Source, Trouble

_PATIENCE_S = 15.0


class Listener:
    """Everything a source has said so far. `busy_s`: how long to sit still, once, when asked."""

    def __init__(self, source: Source) -> None:
        self.heard: list[Heard] = []
        self.busy_s = 0.0
        self._source = source
        self._thread = threading.Thread(target=self._listen)

    def __enter__(self) -> "Listener":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._source.close()
        self._thread.join()

    def until(self, enough: Callable[["Listener"], bool]) -> None:
        """Wait for it; a test that waits in vain fails."""
        give_up_s = time.monotonic() + _PATIENCE_S
        while not enough(self):
            if time.monotonic() > give_up_s:
                pytest.fail(f"waited in vain; heard {self.seconds} s, {self.troubles}")
            time.sleep(0.02)

    @property
    def seconds(self) -> float:
        """The session clock."""
        times = [item.end_s for item in list(self.heard) if not isinstance(item, Trouble)]
        return max(times, default=0.0)

    @property
    def troubles(self) -> list[str]:
        return [item.what for item in list(self.heard) if isinstance(item, Trouble)]

    @property
    def missing(self) -> list[Missing]:
        return [item for item in list(self.heard) if isinstance(item, Missing)]

    @property
    def samples(self) -> Samples:
        """All blocks as one, shape (frames, channels)."""
        empty = np.zeros((0, self._source.channels), np.int16)
        blocks = [item.samples for item in list(self.heard) if isinstance(item, Block)]
        return np.concatenate([empty, *blocks])

    def _listen(self) -> None:
        for item in self._source:
            self.heard.append(item)
            busy_s, self.busy_s = self.busy_s, 0.0
            time.sleep(busy_s)
