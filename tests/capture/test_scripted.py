"""A source from memory."""

import numpy as np

from livecue.capture.scripted import Scripted
from livecue.capture.source import Block, Heard, Missing, Trouble

SECOND = np.arange(16_000, dtype=np.int16)


def test_samples_come_back_whole_in_blocks_on_the_clock() -> None:
    source = Scripted.of_samples(SECOND, block_s=0.3)
    heard = [item for item in source if isinstance(item, Block)]
    assert [round(block.start_s, 3) for block in heard] == [0.0, 0.3, 0.6, 0.9]
    np.testing.assert_array_equal(np.concatenate([block.samples for block in heard])[:, 0], SECOND)
    assert (source.channels, source.duration_s, source.lockstep) == (1, 1.0, True)


def test_what_is_scripted_comes_as_it_is() -> None:
    items: list[Heard] = [
        Block(0.0, np.ones((1_600, 2), np.int16)),
        Missing(0.1, 5.0, "asleep"),
        Trouble(5.0, "muted"),
    ]
    source = Scripted(items)
    assert list(source) == items
    assert (source.channels, source.duration_s) == (2, 5.0)


def test_what_falls_into_a_pause_is_one_missing_span_and_none_of_its_sound() -> None:
    source = Scripted.of_samples(SECOND, block_s=0.1)
    heard: list[Heard] = []
    for item in source:
        heard.append(item)
        if len(heard) == 3:
            source.pause()
        if len(heard) == 6:
            source.resume()
    lengths = [len(item.samples) for item in heard if isinstance(item, Block)]
    assert lengths == [*[1_600] * 3, *[0] * 3, *[1_600] * 4]
    assert heard[6] == Missing(0.3, 0.6, "off the record")


def test_a_pause_that_lasts_to_the_end_is_told_too() -> None:
    source = Scripted.of_samples(SECOND, block_s=0.5)
    source.pause()
    assert [item for item in source if isinstance(item, Missing)] == [
        Missing(0.0, 1.0, "off the record")
    ]


def test_closing_ends_it() -> None:
    source = Scripted.of_samples(SECOND, block_s=0.1)
    heard = 0
    for _ in source:
        heard += 1
        source.close()
    assert heard == 1
