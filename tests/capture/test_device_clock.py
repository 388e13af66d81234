"""Whether a device delivers as much sound as time passes; every time is made up."""

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
    assert clock.rate_error == pytest.approx(0, abs=1e-6)


def test_the_rate_is_not_judged_before_ten_seconds() -> None:
    clock = DeviceClock(RATE_HZ)
    losses(clock, steady(9))
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
    assert abs(clock.rate_error or 1) < 0.005


@pytest.mark.parametrize("stall_s", [0.3, 1.0, 4.0])
def test_a_machine_that_was_busy_and_then_gets_all_of_it_has_lost_nothing(stall_s: float) -> None:
    clock = DeviceClock(RATE_HZ)
    stalled = (max(at_s, 115.2 + stall_s) if at_s > 115.2 else at_s for at_s in steady(40))
    assert losses(clock, stalled) == []
    assert abs(clock.rate_error or 1) < 0.005


@pytest.mark.parametrize("lost_s", [0.2, 1.0, 13.5])
def test_a_step_that_stays_is_told_once_with_its_length(lost_s: float) -> None:
    clock = DeviceClock(RATE_HZ)
    stepped = (at_s + lost_s if at_s > 115.2 else at_s for at_s in steady(40))
    assert losses(clock, stepped) == [pytest.approx(lost_s, abs=0.01)]
    assert abs(clock.rate_error or 1) < 0.005


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
    assert abs(clock.rate_error or 1) < 0.005
