"""Playing a session again: a silent cursor, or the sound that was kept."""

from collections.abc import Iterator

import numpy as np
import pytest

from livecue.capture.source import SAMPLE_RATE_HZ, Block
from livecue.review.replay.play import Fill, KeptSound, Mono, Player


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.second = 100.0

    def __call__(self) -> float:
        return self.second


class Loudspeaker:
    """Takes what is played."""

    def __init__(self) -> None:
        self.fill: Fill | None = None
        self.opened = 0

    def open(self, fill: Fill) -> "Loudspeaker":
        self.fill = fill
        self.opened += 1
        return self

    def start(self) -> None:
        """It is asked with `take`."""

    def take(self, seconds: float) -> Mono:
        assert self.fill is not None
        return self.fill(round(seconds * SAMPLE_RATE_HZ))

    def close(self) -> None:
        self.fill = None


@pytest.fixture
def clock() -> Clock:
    return Clock()


def sound(*stretches: tuple[float, float, int]) -> Iterator[Block]:
    """Two channels of one value, each from a second and for so many seconds."""
    for start_s, length_s, value in stretches:
        shape = (round(length_s * SAMPLE_RATE_HZ), 2)
        yield Block(start_s, np.full(shape, value, dtype=np.int16))


def quiet(fill: Fill) -> None:
    """A machine without a loudspeaker."""


@pytest.mark.parametrize("speed", [1, 2, 4, 8])
def test_a_silent_cursor_moves_as_fast_as_is_asked(clock: Clock, speed: int) -> None:
    player = Player(3000.0, None, quiet, clock)
    player.go_to(60.0)
    player.go_at(speed)
    player.play()
    clock.second += 10.0
    assert player.tick() == pytest.approx(60.0 + 10.0 * speed)
    player.pause()
    clock.second += 10.0
    assert player.tick() == pytest.approx(60.0 + 10.0 * speed)


def test_it_stops_at_the_end_and_begins_anew_from_there(clock: Clock) -> None:
    player = Player(30.0, None, quiet, clock)
    player.play()
    clock.second += 60.0
    assert player.tick() == 30.0
    player.pause()
    player.play()
    assert player.tick() == 0.0


def test_kept_sound_is_played_from_where_the_cursor_is(clock: Clock) -> None:
    speaker = Loudspeaker()
    kept = KeptSound(sound((0.0, 5.0, 100), (5.0, 5.0, 200), (12.0, 5.0, 300)))
    player = Player(17.0, kept, speaker.open, clock)
    player.go_to(4.5)
    player.play()
    while player.finding:
        player.tick()
    assert player.heard
    heard = speaker.take(1.0)
    assert set(heard[:8000]) == {100}
    assert set(heard[8000:]) == {200}


def test_where_nothing_was_kept_there_is_silence() -> None:
    kept = KeptSound(sound((0.0, 5.0, 100), (7.0, 5.0, 300)))
    while kept.read_more():
        pass
    samples = kept.samples(4 * SAMPLE_RATE_HZ, 4 * SAMPLE_RATE_HZ)
    by_second = [set(samples[n * SAMPLE_RATE_HZ : (n + 1) * SAMPLE_RATE_HZ]) for n in range(4)]
    assert by_second == [{100}, {0}, {0}, {300}]


def test_faster_than_it_was_nothing_is_heard(clock: Clock) -> None:
    speaker = Loudspeaker()
    player = Player(10.0, KeptSound(sound((0.0, 10.0, 100))), speaker.open, clock)
    player.go_at(4)
    player.play()
    assert not player.heard
    assert player.has_sound
    player.go_at(1)
    while player.finding:
        player.tick()
    assert player.heard


def test_without_a_loudspeaker_the_cursor_goes_on_in_silence(clock: Clock) -> None:
    player = Player(10.0, KeptSound(sound((0.0, 10.0, 100))), quiet, clock)
    player.play()
    while player.finding:
        player.tick()
    clock.second += 3.0
    assert player.tick() == pytest.approx(3.0)
    assert not player.has_sound


def test_a_session_without_sound_plays_in_silence(clock: Clock) -> None:
    player = Player(10.0, KeptSound(sound()), Loudspeaker().open, clock)
    player.play()
    clock.second += 3.0
    assert player.tick() == pytest.approx(3.0)
    assert not player.heard
