"""Precision and recall over all thresholds, and how true a score is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecue.evaluation.curves import average_precision, best_point, calibration_error, sure_at

MIXED = [(True, 0.9), (False, 0.8), (True, 0.7), (False, 0.6), (True, 0.0)]
"""Precision 1, 1/2, 2/3, 1/2, 3/5; recall 1/3, 1/3, 2/3, 2/3, 1."""


def test_average_precision_weighs_precision_by_the_steps_of_recall() -> None:
    assert average_precision(MIXED) == pytest.approx((1 + 2 / 3 + 3 / 5) / 3, abs=1e-4)


def test_scores_that_are_alike_come_together_whatever_their_order() -> None:
    alike = [(True, 0.5), (False, 0.5)]
    assert average_precision(alike) == average_precision(alike[::-1]) == 0.5


def test_average_precision_is_one_in_the_right_order_and_none_of_nothing() -> None:
    assert average_precision([(False, 0.1), (True, 0.2)]) == 1.0
    assert average_precision([(False, 0.1)]) is None
    assert average_precision([]) is None


def test_the_best_f1_is_at_the_threshold_that_has_it() -> None:
    best = best_point(MIXED)
    assert best is not None
    assert best.threshold == 0.7
    assert best.f1 == pytest.approx(4 / 6, abs=1e-4)


def test_the_lowest_sure_threshold_is_taken_even_where_one_above_it_is_less_sure() -> None:
    scored = [(False, 0.95), *[(True, 0.9)] * 4, (False, 0.5), (True, 0.4)]
    sure = sure_at(scored)
    assert sure is not None
    assert (sure.threshold, sure.precision, sure.recall) == (0.9, 0.8, 0.8)


def test_what_was_never_written_cannot_be_had_by_lowering_a_threshold() -> None:
    never = [(True, 0.0), (True, 0.0)]
    assert sure_at(never) is None
    assert best_point(never) is None


def test_where_nothing_is_sure_enough_there_is_no_threshold() -> None:
    assert sure_at([(False, 0.9), (True, 0.8)]) is None


@given(st.lists(st.tuples(st.booleans(), st.sampled_from([0.0, 0.2, 0.4, 0.6, 0.8, 1.0]))))
def test_a_sure_threshold_is_as_sure_as_it_says_and_none_below_is(
    scored: list[tuple[bool, float]],
) -> None:
    def precision_from(threshold: float) -> float:
        at_least = [carried for carried, score in scored if score >= threshold]
        return sum(at_least) / len(at_least)

    sure = sure_at(scored)
    lowest = 0.0 if sure is None else sure.threshold
    if sure is not None:
        assert precision_from(sure.threshold) >= 0.8
    carried = any(one for one, _ in scored)
    lower = {score for _, score in scored if score > 0 and (sure is None or score < lowest)}
    assert all(precision_from(score) < 0.8 for score in lower if carried)


def test_scores_that_come_true_as_often_as_they_say_have_no_error() -> None:
    assert calibration_error([(True, 0.75)] * 3 + [(False, 0.75)]) == 0.0


def test_the_calibration_error_is_the_mean_over_bins_by_how_many_are_in_them() -> None:
    scored = [(True, 0.92), (True, 0.98), (False, 0.31), (True, 1.0)]
    # Ninths and ones fall together: all three right, 2.90 of 3; alone below: 0.31 of 0.
    assert calibration_error(scored) == pytest.approx((0.10 + 0.31) / 4)
    assert calibration_error([]) is None
