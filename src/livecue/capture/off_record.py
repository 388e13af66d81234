"""Going off the record where sound is played and not recorded."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator

from livecue.capture.source import OFF_RECORD, Block, Heard, Missing, Trouble


class Played(ABC):
    """What sources have in common whose sound lies ready: they stop by leaving it out."""

    def __init__(self) -> None:
        self._paused = False
        self._closed = False

    @abstractmethod
    def _play(self) -> Iterable[Heard]:
        """All there is, from the beginning."""

    def __iter__(self) -> Iterator[Heard]:
        """What is played, until it ends or is closed."""
        for item in leave_out(self._play(), lambda: self._paused):
            if self._closed:
                return
            yield item

    def pause(self) -> None:
        """Leave out what plays from here on."""
        self._paused = True

    def resume(self) -> None:
        """Hear again."""
        self._paused = False

    def close(self) -> None:
        """Stop playing; iteration ends."""
        self._closed = True


def leave_out(heard: Iterable[Heard], paused: Callable[[], bool]) -> Iterator[Heard]:
    """What is heard while not paused; the sound plays on unheard, as a conversation would.

    Each item that falls into a pause becomes an empty block, and the whole pause one `Missing`.
    """
    left_at_s: float | None = None
    end_s = 0.0
    for item in heard:
        if isinstance(item, Trouble):
            yield item
            continue
        if paused():
            left_at_s = item.start_s if left_at_s is None else left_at_s
            end_s = item.end_s
            if isinstance(item, Block):
                yield Block(left_at_s, item.samples[:0])
            continue
        if left_at_s is not None:
            yield Missing(left_at_s, end_s, OFF_RECORD)
            left_at_s = None
        yield item
    if left_at_s is not None:
        yield Missing(left_at_s, end_s, OFF_RECORD)
