"""Whether a device delivers as much sound as time passes; every time is made up."""

import random
from collections.abc import Iterable, Iterator

import pytest

from livecue.capture.device_clock import DeviceClock

RATE_HZ = 48_000
BLOCK = 2_400
BLOCK_S = BLOCK / RATE_HZ


def steady(lasting_s: float, rate: float = 1.0) -> Iterator[float]:
    """When the calls of a device come that runs this much faster or slower than it says."""
    return (100 + (i + 1) * BLOCK_S / rate for i in range(round(lasting_s / BLOCK_S)))


def losses(clock: DeviceClock, calls_s: Iterable[float]) -> list[float]:
    return [lost_s for at_s in calls_s if (lost_s := clock.push(BLOCK, at_s))]


def test_a_steady_device_loses_nothing_and_keeps_its_rate() -> None:
    clock = DeviceClock(RATE_HZ)
    assert losses(clock, steady(60)) == []
    assert clock.rate_error is None


@pytest.mark.parametrize("rate", [1 / 6, 1 / 3, 44.1 / 48, 48 / 44.1, 2.0])
def test_a_rate_that_is_far_off_is_known_within_two_seconds(rate: float) -> None:
    clock = DeviceClock(RATE_HZ)
    for at_s in steady(5, rate):
        assert clock.push(BLOCK, at_s) == 0
        if (error := clock.rate_error) is not None:
            assert error == pytest.approx(rate - 1, abs=0.01)
            assert at_s - 100 < 2
            return
    pytest.fail("it was never known")


@pytest.mark.parametrize(("rate", "known_s"), [(0.97, 10), (1.003, 60), (0.998, 60)])
def test_a_rate_that_is_a_little_off_is_known_when_it_is_sure(rate: float, known_s: float) -> None:
    clock = DeviceClock(RATE_HZ)
    losses(clock, steady(known_s - 1, rate))
    assert clock.rate_error is None
    losses(clock, (known_s + at_s - 1 for at_s in steady(3, rate)))
    assert clock.rate_error == pytest.approx(rate - 1, abs=1e-4)


def test_the_raggedness_of_a_busy_machine_is_no_drift() -> None:
    chance = random.Random(0)
    clock = DeviceClock(RATE_HZ)
    came_s = 0.0
    for at_s in steady(180, 1.0005):
        came_s = max(came_s, at_s + chance.expovariate(1 / 0.03))
        assert clock.push(BLOCK, came_s) == 0
        assert clock.rate_error is None


@pytest.mark.parametrize("rate", [0.333, 0.5, 0.919, 0.97, 1.03, 1.088, 2.0])
def test_a_wrong_rate_is_measured_and_is_not_taken_for_loss(rate: float) -> None:
    clock = DeviceClock(RATE_HZ)
    assert losses(clock, steady(30, rate)) == []
    assert clock.rate_error == pytest.approx(rate - 1, abs=0.005)


def test_sound_handed_over_in_bunches_is_neither_loss_nor_drift() -> None:
    clock = DeviceClock(RATE_HZ)
    bunched = (at_s + 0.2 - at_s % 0.2 for at_s in steady(30))
    assert losses(clock, bunched) == []
    assert clock.rate_error is None


@pytest.mark.parametrize("stall_s", [0.3, 1.0, 4.0])
def test_a_machine_that_was_busy_and_then_gets_all_of_it_has_lost_nothing(stall_s: float) -> None:
    clock = DeviceClock(RATE_HZ)
    stalled = (max(at_s, 115.2 + stall_s) if at_s > 115.2 else at_s for at_s in steady(40))
    assert losses(clock, stalled) == []
    assert clock.rate_error is None


@pytest.mark.parametrize("lost_s", [0.2, 1.0, 13.5])
def test_a_step_that_stays_is_told_once_with_its_length(lost_s: float) -> None:
    clock = DeviceClock(RATE_HZ)
    stepped = (at_s + lost_s if at_s > 115.2 else at_s for at_s in steady(40))
    assert losses(clock, stepped) == [pytest.approx(lost_s, abs=0.01)]
    assert clock.rate_error is None


def test_a_loss_is_told_within_two_seconds() -> None:
    clock = DeviceClock(RATE_HZ)
    for at_s in steady(40):
        came_s = at_s + 1 if at_s > 115.2 else at_s
        if clock.push(BLOCK, came_s):
            assert came_s - 116.2 < 2
            return
    pytest.fail("the loss was never told")


def test_two_losses_are_both_told() -> None:
    clock = DeviceClock(RATE_HZ)
    stepped = (
        at_s + (0.5 if at_s > 115 else 0) + (0.3 if at_s > 118 else 0) for at_s in steady(30)
    )
    assert losses(clock, stepped) == [pytest.approx(0.5, abs=0.01), pytest.approx(0.3, abs=0.01)]


def test_a_backlog_at_the_start_is_no_loss() -> None:
    clock = DeviceClock(RATE_HZ)
    backlog = (max(at_s, 101.7) for at_s in steady(30))
    assert losses(clock, backlog) == []
    assert clock.rate_error is None
