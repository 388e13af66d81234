"""Intervals by resampling sessions."""

import pytest

from livecue.evaluation.intervals import f1_interval
from livecue.evaluation.score import Score

GOOD, BAD = Score(hits=10), Score(false_alarms=5, misses=5)


def test_one_session_says_nothing_of_others() -> None:
    assert f1_interval([[GOOD]]) is None
    assert f1_interval([]) is None


def test_sessions_that_are_alike_leave_no_doubt() -> None:
    mixed = Score(hits=1, false_alarms=1, misses=1)
    assert f1_interval([[mixed]] * 5) == (0.5, 0.5)


def test_sessions_that_differ_do() -> None:
    interval = f1_interval([[GOOD], [BAD]] * 4)
    assert interval is not None
    low, high = interval
    assert low < 2 / 3 < high
    assert (low, high) == pytest.approx((2 / 9, 14 / 15), abs=0.12)


def test_more_sessions_leave_less_doubt() -> None:
    widths = [
        high - low
        for many in (4, 40)
        for low, high in [f1_interval([[GOOD], [BAD]] * many) or pytest.fail("no interval")]
    ]
    assert widths[1] < widths[0] / 2


def test_the_same_scores_have_the_same_interval() -> None:
    sessions = [[GOOD], [BAD], [Score(hits=2, misses=3)]]
    assert f1_interval(sessions) == f1_interval(sessions)


def test_of_several_classes_it_is_of_the_mean_over_those_that_occurred() -> None:
    mixed = Score(hits=1, false_alarms=1, misses=1)
    assert f1_interval([[GOOD, mixed, Score()]] * 3) == (0.75, 0.75)


def test_where_nothing_occurred_there_is_no_interval() -> None:
    assert f1_interval([[Score()], [Score()]]) is None
