"""Going off the record where sound is played and not recorded."""

from collections.abc import Callable, Iterable, Iterator

from livecue.capture.source import Block, Heard, Missing, Trouble


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
            yield Missing(left_at_s, end_s, "off the record")
            left_at_s = None
        yield item
    if left_at_s is not None:
        yield Missing(left_at_s, end_s, "off the record")
