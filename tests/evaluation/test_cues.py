"""How many cues there are, and which of them were expected."""

import pytest

from livecue.evaluation.cues import CueScore, cues_report, session_cues
from livecue.events import AnyEvent
from livecue.transcripts.session import TranscriptSession
from tests.evaluation.sessions import cue, labelled, turn

UNLABELLED = TranscriptSession.model_validate(
    {"id": "unlabelled", "turns": [{"i": 0, "speaker": "client", "text": "a"}]}
)
HALF_AN_HOUR = turn(0, 1800.0)


def test_cues_are_counted_by_name_and_by_the_sign_that_caused_them() -> None:
    log: list[AnyEvent] = [
        HALF_AN_HOUR,
        cue(10.0, "silence"),
        cue(20.0, "yes_but", "silence", shown=False),
        cue(30.0, "change_talk", cue="reflect_change_talk"),
    ]
    report = cues_report([session_cues(UNLABELLED, log)])
    assert (report.minutes, report.count, report.shown) == (30.0, 3, 2)
    assert report.cues_per_50_min == 5.0
    assert {name: rate.count for name, rate in report.by_cue.items()} == {
        "consider_pausing": 2,
        "reflect_change_talk": 1,
        "ready_to_return": 0,
    }
    assert {name: rate.count for name, rate in report.by_marker.items()} == {
        "silence": 2,
        "yes_but": 1,
        "topic_shift": 0,
        "homework": 0,
    }


def test_sessions_count_by_their_length() -> None:
    one = session_cues(UNLABELLED, [HALF_AN_HOUR, cue(10.0, "silence")])
    none = session_cues(UNLABELLED, [turn(0, 4200.0)])
    report = cues_report([one, none])
    assert (report.minutes, report.sessions_with_cue) == (100.0, 1)
    assert report.cues_per_50_min == report.by_marker["silence"].per_50_min == 0.5


def test_without_labelled_cues_none_is_called_false() -> None:
    report = cues_report([session_cues(UNLABELLED, [HALF_AN_HOUR, cue(10.0, "silence")])])
    assert (report.labelled, report.false_per_50_min) == (None, None)


def test_where_no_cue_was_expected_every_one_is_false() -> None:
    gold = labelled(("client", 0, 1800, []))
    report = cues_report(
        [
            session_cues(gold, [HALF_AN_HOUR, cue(10.0, "silence")]),
            session_cues(UNLABELLED, [HALF_AN_HOUR, cue(10.0, "silence")]),
        ]
    )
    assert report.labelled == CueScore(false=1)
    assert report.false_per_50_min == pytest.approx(5 / 3, abs=0.001)


def test_an_expected_cue_is_a_hit() -> None:
    gold = labelled(
        ("client", 0, 5, ["yes_but"]), ("client", 10, 15, ["yes_but"]), cues={"yes_but": 1}
    )
    hit = session_cues(gold, [turn(1, 15.0), cue(16.0, "yes_but")])
    late = session_cues(gold, [turn(1, 15.0), cue(40.0, "yes_but")])
    assert (hit.score, late.score) == (CueScore(hits=1), CueScore(missed=1, false=1))


def test_without_times_expected_cues_lie_where_mark_takes_the_turns_to_be() -> None:
    said = " ".join(["word"] * 27)
    gold = TranscriptSession.model_validate(
        {
            "id": "untimed",
            "rated": ["yes_but"],
            "cue_after_turns": {"yes_but": 1},
            "turns": [
                {"i": i, "speaker": "client", "text": said, "labels": ["yes_but"]} for i in (0, 1)
            ],
        }
    )
    # 27 words are ten seconds, half a second between: the second turn ends at 20.5 s.
    hit = session_cues(gold, [turn(1, 20.5), cue(21.0, "yes_but")])
    early = session_cues(gold, [turn(1, 20.5), cue(9.0, "yes_but")])
    assert (hit.score, early.score) == (CueScore(hits=1), CueScore(missed=1, false=1))
