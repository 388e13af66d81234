"""The machine's clocks, and its sleep; every time but the first test's is made up."""

import time

import pytest

from livecue.capture.machine_clock import Sleep, awake_s, passed_s


def test_both_clocks_go_on_while_the_machine_is_awake() -> None:
    awake, passed = awake_s(), passed_s()
    time.sleep(0.3)
    assert awake_s() - awake >= 0.28
    assert passed_s() - passed == pytest.approx(awake_s() - awake, abs=0.05)


def test_a_machine_that_is_awake_did_not_sleep() -> None:
    sleep = Sleep()
    assert [sleep.push(at_s, 1_000 + at_s + at_s % 0.1) for at_s in (5.0, 5.02, 9.3, 400.0)] == [
        0.0
    ] * 4


def test_a_sleep_is_told_once_with_its_length() -> None:
    sleep = Sleep()
    told = [sleep.push(*clocks) for clocks in ((5.0, 5.0), (5.1, 1_805.1), (5.2, 1_805.2))]
    assert told == [0.0, pytest.approx(1_800.0), 0.0]


def test_sleep_before_the_session_is_none_of_its_own() -> None:
    assert Sleep().push(5.0, 90_000.0) == 0.0
