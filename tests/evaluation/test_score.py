"""Precision, recall, F1, and pairs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecue.evaluation.matching import matched
from livecue.evaluation.score import Score, added, macro_f1


def test_ratios_of_hits_false_alarms_and_misses() -> None:
    score = Score(hits=3, false_alarms=1, misses=2)
    assert (score.precision, score.recall) == (0.75, 0.6)
    assert score.f1 == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))


def test_where_there_was_nothing_and_nothing_was_marked_there_is_no_ratio() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (None, None, None)


def test_false_alarms_alone_have_an_f1_of_nothing() -> None:
    assert (Score(false_alarms=2).precision, Score(false_alarms=2).f1) == (0.0, 0.0)


def test_ratios_are_written_into_the_report() -> None:
    assert Score(hits=1).model_dump()["f1"] == 1.0


def test_scores_are_summed_over_the_sessions_in_which_a_marker_was_rated() -> None:
    total = added([{"yes_but": Score(hits=1)}, {"yes_but": Score(misses=1), "homework": Score()}])
    assert total == {"yes_but": Score(hits=1, misses=1), "homework": Score()}


def test_macro_f1_is_over_the_four_signs_and_not_over_talk() -> None:
    scores = {
        "yes_but": Score(hits=1),
        "silence": Score(misses=1),
        "homework": Score(),
        "change_talk": Score(misses=5),
    }
    assert macro_f1(scores) == 0.5  # type: ignore[arg-type]


def test_pairs_are_as_many_as_there_can_be() -> None:
    assert matched([[True, True], [True, False]]) == {0: 1, 1: 0}


@given(st.lists(st.lists(st.booleans(), min_size=4, max_size=4), max_size=5))
def test_pairs_fit_and_nothing_is_in_two(fits: list[list[bool]]) -> None:
    pairs = matched(fits)
    assert all(fits[wanted][found] for wanted, found in pairs.items())
    assert len(set(pairs.values())) == len(pairs)
    unpaired = [row for i, row in enumerate(fits) if i not in pairs]
    free = set(range(4)) - set(pairs.values())
    assert not any(row[found] for row in unpaired for found in free)
