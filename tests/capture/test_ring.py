"""The ring between the device's thread and ours."""

import threading

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from livecue.capture.ring import Ring
from livecue.capture.source import Samples


def numbered(first: int, frames: int) -> Samples:
    """Two channels, the second the negative of the first, so that a mix-up shows."""
    left = np.arange(first, first + frames, dtype=np.int16)
    return np.stack([left, -left], axis=1)


def test_what_is_written_is_read_in_order_with_its_time() -> None:
    ring = Ring(100, 2)
    ring.write(numbered(0, 10), at_s=1.0)
    ring.write(numbered(10, 5), at_s=2.0, overflowed=True)
    first, second = ring.read(), ring.read()
    assert first is not None
    assert second is not None
    np.testing.assert_array_equal(first.samples, numbered(0, 10))
    np.testing.assert_array_equal(second.samples, numbered(10, 5))
    assert (first.at_s, first.overflowed, second.at_s, second.overflowed) == (1.0, False, 2.0, True)
    assert ring.read() is None


def test_when_it_is_full_new_sound_is_dropped_and_the_next_chunk_says_how_much() -> None:
    ring = Ring(10, 2)
    ring.write(numbered(0, 8), at_s=1.0)
    ring.write(numbered(8, 4), at_s=2.0)
    ring.write(numbered(12, 3), at_s=3.0)
    kept = ring.read()
    ring.write(numbered(15, 6), at_s=4.0)
    after = ring.read()
    assert kept is not None
    assert after is not None
    assert kept.dropped == 0
    assert after.dropped == 4 + 3
    np.testing.assert_array_equal(after.samples, numbered(15, 6))


def test_what_was_read_is_not_overwritten_by_what_comes_later() -> None:
    ring = Ring(4, 2)
    ring.write(numbered(0, 4), at_s=1.0)
    chunk = ring.read()
    ring.write(numbered(50, 4), at_s=2.0)
    assert chunk is not None
    np.testing.assert_array_equal(chunk.samples, numbered(0, 4))


@given(
    size=st.integers(1, 50),
    calls=st.lists(st.tuples(st.integers(0, 20), st.booleans()), max_size=60),
)
def test_every_frame_is_either_read_or_counted_as_dropped(
    size: int, calls: list[tuple[int, bool]]
) -> None:
    ring = Ring(size, 2)
    written = heard = 0
    for frames, reads in calls:
        ring.write(numbered(written, frames), at_s=0.0)
        written += frames
        if reads:
            heard += _drain(ring, heard)
    heard += _drain(ring, heard)
    ring.write(numbered(written, 1), at_s=0.0)
    heard += _drain(ring, heard)
    assert heard == written + 1


def test_a_writer_and_a_reader_on_two_threads_lose_nothing() -> None:
    ring = Ring(1_000, 2)
    calls = 2_000

    def write() -> None:
        for call in range(calls):
            ring.write(numbered(call * 7 % 30_000, 7), at_s=float(call))

    writer = threading.Thread(target=write)
    writer.start()
    frames = 0
    done = False
    while not done:
        done = not writer.is_alive()
        while (chunk := ring.read()) is not None:
            frames += len(chunk.samples) + chunk.dropped
            np.testing.assert_array_equal(chunk.samples, numbered(int(chunk.at_s) * 7 % 30_000, 7))
    writer.join()
    ring.write(numbered(0, 1), at_s=0.0)
    last = ring.read()
    assert last is not None
    assert frames + last.dropped == calls * 7


def _drain(ring: Ring, expected: int) -> int:
    """Read all; each chunk must go on where the last one and what was dropped ended."""
    frames = 0
    while (chunk := ring.read()) is not None:
        frames += chunk.dropped
        np.testing.assert_array_equal(
            chunk.samples, numbered(expected + frames, len(chunk.samples))
        )
        frames += len(chunk.samples)
    return frames
