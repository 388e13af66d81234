"""Scoring transcripts: turn by turn, against what was rated."""

import pytest

from livecue.evaluation.score import Score
from livecue.evaluation.text import assert_past_only, report, score_text
from livecue.transcripts.session import TranscriptSession
from tests.evaluation.sessions import labelled, marker, retracted, turn


def test_hits_false_alarms_and_misses_are_counted_by_turn() -> None:
    gold = labelled(
        ("client", 0, 2, ["yes_but"]), ("client", 3, 5, ["yes_but"]), ("client", 6, 8, [])
    )
    log = [marker("yes_but", 0, 2, turn=0), marker("yes_but", 6, 8, turn=2)]
    assert score_text(gold, log).markers["yes_but"] == Score(hits=1, false_alarms=1, misses=1)


def test_two_markers_of_one_turn_are_one_hit() -> None:
    gold = labelled(("client", 0, 2, ["yes_but"]))
    log = [marker("yes_but", 0, 1, turn=0), marker("yes_but", 1, 2, turn=0)]
    assert score_text(gold, log).markers["yes_but"] == Score(hits=1)


def test_labels_have_the_names_of_their_markers() -> None:
    gold = labelled(
        ("client", 0, 2, ["excuse", "excuse_elaborate"]),
        ("client", 3, 5, ["minimal"]),
        ("client", 6, 8, ["long_pause", "minimal"]),
        ("client", 9, 10, ["change"]),
        ("client", 11, 12, ["sustain"]),
    )
    log = [
        marker("homework", 0, 2, turn=0),
        marker("silence", 3, 5, turn=1),
        marker("silence", 6, 8, turn=2),
        marker("change_talk", 9, 10, turn=3),
        marker("sustain_talk", 11, 12, turn=4),
    ]
    scores = score_text(gold, log).markers
    assert {name: score.hits for name, score in scores.items()} == {
        "silence": 2,
        "yes_but": 0,
        "topic_shift": 0,
        "homework": 1,
        "change_talk": 1,
        "sustain_talk": 1,
    }
    assert all(score.misses == score.false_alarms == 0 for score in scores.values())


@pytest.mark.parametrize("marked", [True, False])
def test_a_turn_on_which_the_raters_differed_is_left_out(marked: bool) -> None:
    gold = labelled(("client", 0, 2, []), unsure={0: ["yes_but"]})
    log = [marker("yes_but", 0, 2, turn=0)] if marked else []
    assert score_text(gold, log).markers["yes_but"] == Score()


def test_a_label_that_was_not_looked_for_is_not_scored() -> None:
    gold = labelled(("client", 0, 2, []), rated=("yes_but",))
    log = [marker("homework", 0, 2, turn=0)]
    assert list(score_text(gold, log).markers) == ["yes_but"]


def test_talk_types_are_scored_where_they_were_coded() -> None:
    session = TranscriptSession.model_validate(
        {
            "id": "talk",
            "rated": ["talk"],
            "turns": [
                {"i": 0, "speaker": "client", "text": "a", "talk": "change"},
                {"i": 1, "speaker": "client", "text": "b", "talk": "neutral"},
                {"i": 2, "speaker": "client", "text": "c", "talk": "sustain"},
            ],
        }
    )
    log = [marker("change_talk", 0, 1, turn=0), marker("sustain_talk", 2, 3, turn=1)]
    assert score_text(session, log).markers == {
        "change_talk": Score(hits=1),
        "sustain_talk": Score(false_alarms=1, misses=1),
    }


def test_a_retracted_marker_is_not_scored() -> None:
    gold = labelled(("client", 0, 2, []))
    wrong = marker("silence", 0, 2, turn=0)
    assert score_text(gold, [wrong, retracted(wrong)]).markers["silence"] == Score()


def test_a_marker_without_a_turn_is_a_false_alarm() -> None:
    gold = labelled(("client", 0, 2, []))
    assert score_text(gold, [marker("silence", 0, 2)]).markers["silence"] == Score(false_alarms=1)


def test_the_report_sums_the_sessions() -> None:
    gold = labelled(("client", 0, 2, ["yes_but"]))
    hit, miss = score_text(gold, [marker("yes_but", 0, 2, turn=0)]), score_text(gold, [])
    total = report([hit, miss]).total
    assert total.markers["yes_but"] == Score(hits=1, misses=1)
    assert total.client_turns == 2
    assert total.macro_f1 == pytest.approx(2 / 3)


def test_a_decision_that_came_after_a_later_turn_is_refused() -> None:
    late = marker("yes_but", 0, 2, known_at=3.0)
    assert_past_only([turn(0, 2.0), late, turn(1, 6.0)])
    with pytest.raises(AssertionError):
        assert_past_only([turn(0, 2.0), turn(1, 6.0), late])
