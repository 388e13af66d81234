"""The sound of a session is kept on the way, and a store that refuses stops nothing."""

import threading
from collections.abc import Iterator

import numpy as np
import pytest

from livecue.capture.scripted import Scripted
from livecue.capture.source import Block, Heard, Missing, Samples, Trouble
from livecue.errors import StoreRefused
from livecue.session.keeping import Kept
from tests.session.doubles import blocks


class Shelf:
    """Keeps in memory; refuses from the given call on."""

    def __init__(self, refuses_from: int | None = None) -> None:
        self.spans: list[tuple[float, float]] = []
        self.sound: list[Samples] = []
        self.calls = 0
        self.thread: threading.Thread | None = None
        self._refuses_from = refuses_from

    def __call__(self, start_s: float, samples: Samples) -> None:
        self.calls += 1
        self.thread = threading.current_thread()
        if self._refuses_from is not None and self.calls >= self._refuses_from:
            raise StoreRefused("The disk is full; make room on it.")
        self.spans.append((start_s, start_s + len(samples) / 16_000))
        self.sound.append(samples)


def from_second(start_s: float, seconds: float) -> list[Block]:
    return [Block(start_s + block.start_s, block.samples) for block in blocks(seconds)]


def test_everything_is_passed_on_unchanged() -> None:
    heard: list[Heard] = [
        *blocks(6.0),
        Trouble(6.0, "overflow", "once"),
        Missing(6.0, 8.0, "overflow"),
        *from_second(8.0, 1.0),
    ]
    assert list(Kept(Scripted(heard), Shelf())) == heard


def test_it_looks_like_the_source_it_keeps() -> None:
    source = Scripted(blocks(3.0), name="their microphone")
    kept = Kept(source, Shelf())
    assert (kept.name, kept.channels, kept.lockstep, kept.duration_s) == (
        "their microphone",
        2,
        True,
        3.0,
    )


def test_sound_is_kept_in_pieces_of_which_a_crash_loses_at_most_five_seconds() -> None:
    shelf = Shelf()
    for heard in Kept(Scripted(blocks(14.0)), shelf):
        assert isinstance(heard, Block)
        kept_s = shelf.spans[-1][1] if shelf.spans else 0.0
        assert heard.end_s - kept_s <= 5.0
    assert shelf.spans == [(0.0, 4.5), (4.5, 9.0), (9.0, 13.5), (13.5, 14.0)]


def test_the_samples_kept_are_those_heard() -> None:
    samples = np.arange(32_000, dtype=np.int16).reshape(-1, 1)
    shelf = Shelf()
    list(Kept(Scripted.of_samples(samples), shelf))
    np.testing.assert_array_equal(np.concatenate(shelf.sound), samples)


def test_no_piece_crosses_missing_time() -> None:
    shelf = Shelf()
    heard: list[Heard] = [*blocks(1.0), Missing(1.0, 60.0, "device lost"), *from_second(60.0, 1.5)]
    list(Kept(Scripted(heard), shelf))
    assert shelf.spans == [(0.0, 1.0), (60.0, 61.5)]


def test_a_trouble_of_the_device_breaks_no_piece() -> None:
    shelf = Shelf()
    list(Kept(Scripted([*blocks(1.0), Trouble(1.0, "muted"), *from_second(1.0, 1.0)]), shelf))
    assert shelf.spans == [(0.0, 2.0)]


def test_off_the_record_nothing_is_kept_and_what_was_said_before_is_kept_at_once() -> None:
    shelf = Shelf()
    kept = Kept(Scripted(blocks(10.0)), shelf)
    unheard_blocks = 0
    for heard in kept:
        if isinstance(heard, Block) and len(heard.samples) == 0:
            unheard_blocks += 1
            if unheard_blocks == 2:
                assert shelf.spans == [(0.0, 2.0)]
            if unheard_blocks == 8:
                kept.resume()
        elif isinstance(heard, Block) and heard.end_s == 2.0:
            kept.pause()
    assert unheard_blocks == 8
    assert shelf.spans == [(0.0, 2.0), (6.0, 10.0)]


def test_closed_in_the_middle_what_was_heard_is_kept() -> None:
    shelf = Shelf()
    kept = Kept(Scripted(blocks(10.0)), shelf)
    for heard in kept:
        if isinstance(heard, Block) and heard.end_s == 2.0:
            kept.close()
    assert shelf.spans == [(0.0, 2.0)]


def test_a_session_that_breaks_has_kept_what_was_heard() -> None:
    shelf = Shelf()
    with pytest.raises(RuntimeError, match="broken"):
        _break_at(2.0, Kept(Scripted(blocks(10.0)), shelf))
    assert shelf.spans == [(0.0, 2.0)]


def _break_at(second: float, kept: Kept) -> None:
    for heard in kept:
        if isinstance(heard, Block) and heard.end_s == second:
            raise RuntimeError("broken")


def test_a_source_that_breaks_has_kept_what_was_heard() -> None:
    class Breaking(Scripted):
        def __iter__(self) -> Iterator[Heard]:
            yield from blocks(2.0)
            raise RuntimeError("broken")

    shelf = Shelf()
    with pytest.raises(RuntimeError, match="broken"):
        list(Kept(Breaking([]), shelf))
    assert shelf.spans == [(0.0, 2.0)]


def test_a_store_that_refuses_is_told_of_once_and_the_session_goes_on() -> None:
    shelf = Shelf(refuses_from=2)
    sound = blocks(30.0)
    heard = list(Kept(Scripted(sound), shelf))
    assert [item for item in heard if isinstance(item, Trouble)] == [
        Trouble(
            9.0,
            "store_failed",
            "The sound from second 4 on is not kept: The disk is full; make room on it.",
        )
    ]
    assert [item for item in heard if isinstance(item, Block)] == sound
    assert shelf.calls == 2


def test_a_store_that_refuses_at_the_end_is_told_of_too() -> None:
    heard = list(Kept(Scripted(blocks(2.0)), Shelf(refuses_from=1)))
    assert isinstance(heard[-1], Trouble)
    assert heard[-1].at_s == 2.0


def test_sound_is_kept_on_the_thread_that_listens() -> None:
    shelf = Shelf()
    listener = threading.Thread(target=lambda: list(Kept(Scripted(blocks(5.0)), shelf)))
    listener.start()
    listener.join()
    assert shelf.thread is listener
