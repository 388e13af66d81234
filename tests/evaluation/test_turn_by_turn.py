"""One marker, a client's turn at a time: scores, what they are worth, false alarms an hour."""

import pytest

from livecue.evaluation.turn_by_turn import JudgedSession, judged_session, marker_score
from livecue.events import AnyEvent
from livecue.transcripts.session import TranscriptSession
from tests.evaluation.sessions import candidate, labelled, marker

GOLD = labelled(
    ("client", 0, 2, ["yes_but"]),
    ("clinician", 2, 3, []),
    ("client", 3, 5, ["yes_but"]),
    ("client", 6, 8, []),
    ("client", 9, 1800, []),
)


def judged(session: TranscriptSession, *log: AnyEvent) -> JudgedSession:
    return judged_session(session, "yes_but", log)


def test_a_turn_has_the_highest_score_written_of_it() -> None:
    one = judged(GOLD, candidate("yes_but", 0.3, 0), candidate("yes_but", 0.4, 0))
    assert [turn.score for turn in one.turns] == [0.4, 0.0, 0.0, 0.0]


def test_a_candidate_is_scored_but_not_marked() -> None:
    one = judged(GOLD, candidate("yes_but", 0.4, 2), marker("yes_but", 6, 8, turn=3))
    assert [turn.marked for turn in one.turns] == [False, False, True, False]
    score = marker_score([one])
    assert (score.hits, score.false_alarms, score.misses) == (0, 1, 2)
    # Ranked: the false alarm, one right of two, then the rest together: two of four.
    assert score.average_precision == pytest.approx(0.5)


def test_calibration_is_of_written_scores_alone() -> None:
    one = judged(GOLD, candidate("yes_but", 0.4, 2), marker("yes_but", 6, 8, turn=3))
    assert marker_score([one]).calibration_error == pytest.approx((0.6 + 0.9) / 2)
    assert marker_score([judged(GOLD)]).calibration_error is None


def test_other_markers_are_not_mixed_in() -> None:
    assert not any(turn.seen for turn in judged(GOLD, marker("silence", 0, 2, turn=0)).turns)


def test_false_alarms_an_hour_are_over_the_sessions_with_times() -> None:
    false = marker("yes_but", 6, 8, turn=3)
    untimed = TranscriptSession.model_validate(
        {
            "id": "untimed",
            "rated": ["yes_but"],
            "turns": [{"i": 3, "speaker": "client", "text": "a", "start": 5.0}],
        }
    )
    with_times, without = judged(GOLD, false), judged(untimed, false)
    assert marker_score([with_times, without]).false_per_hour == 2.0
    assert marker_score([without]).false_per_hour is None


def test_false_alarms_are_also_told_in_a_hundred_turns() -> None:
    score = marker_score([judged(GOLD, marker("yes_but", 6, 8, turn=3))])
    assert (score.turns, score.false_per_100_turns) == (4, 25.0)


def test_one_session_has_no_interval_and_two_have_one() -> None:
    one = judged(GOLD, marker("yes_but", 0, 2, turn=0))
    assert marker_score([one]).f1_interval is None
    assert marker_score([one, one]).f1_interval == pytest.approx((2 / 3, 2 / 3), abs=1e-4)
