"""Scoring transcripts: turn by turn, against what was rated."""

import pytest

from livecue.evaluation.score import Score
from livecue.evaluation.text import report, score_text
from livecue.events import AnyEvent
from livecue.transcripts.session import TranscriptSession
from tests.evaluation.sessions import candidate, cue, labelled, marker, retracted, turn
from tests.evaluation.test_boundary import ByLength


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
    yes_but = total.markers["yes_but"]
    assert (yes_but.hits, yes_but.false_alarms, yes_but.misses) == (1, 0, 1)
    assert total.client_turns == 2
    assert total.macro_f1 == pytest.approx(2 / 3)


def test_the_mean_of_the_four_has_an_interval() -> None:
    gold = labelled(("client", 0, 2, ["yes_but"]))
    hit = score_text(gold, [marker("yes_but", 0, 2, turn=0)])
    assert report([hit, hit]).total.macro_f1_interval == (1.0, 1.0)
    assert report([hit]).total.macro_f1_interval is None


def test_each_session_has_its_false_alarms_an_hour() -> None:
    gold = labelled(("client", 0, 1800, []), rated=("yes_but",))
    scored = score_text(gold, [marker("yes_but", 3, 4, turn=0)])
    assert report([scored]).sessions[0].false_per_hour == {"yes_but": 2.0}


def test_talk_is_in_the_report_where_it_was_rated() -> None:
    gold = labelled(("client", 0, 2, ["change"]), rated=("change", "sustain"))
    talk = report([score_text(gold, [marker("change_talk", 0, 2, turn=0)])]).total.talk
    assert talk is not None
    assert talk.classes["change"] == Score(hits=1)
    assert report([score_text(labelled(("client", 0, 2, []), rated=()), [])]).total.talk is None


def test_changes_of_subject_are_scored_where_they_were_rated_and_something_reads_turns() -> None:
    gold = labelled(("clinician", 0, 1, []), ("client", 1, 2, ["topic_shift"]))
    boundary = report([score_text(gold, [], ByLength())]).total.boundary
    assert boundary is not None
    assert (boundary.hits, boundary.misses) == (0, 1)
    assert report([score_text(gold, [])]).total.boundary is None
    unrated = labelled(("clinician", 0, 1, []), ("client", 1, 2, []), rated=("yes_but",))
    assert report([score_text(unrated, [], ByLength())]).total.boundary is None


def test_mistakes_are_listed_with_what_was_said_where_asked_for() -> None:
    gold = labelled(
        ("clinician", 0, 1, []),
        ("client", 1, 2, ["yes_but"]),
        ("client", 3, 4, []),
        rated=("yes_but",),
    )
    scored = score_text(
        gold,
        [candidate("yes_but", 0.4, 1), marker("yes_but", 3, 4, turn=2), marker("yes_but", 5, 6)],
    )
    errors = report([scored], with_errors=True).errors
    assert errors is not None
    assert [(one.kind, one.turn, one.score) for one in errors] == [
        ("miss", 1, 0.4),
        ("false_alarm", 2, 0.9),
        ("false_alarm", None, 0.9),
    ]
    assert (errors[0].before, errors[0].text) == ("words", "words")
    assert errors[0].evidence is not None
    assert errors[0].evidence.words == ("words",)
    assert report([scored]).errors is None


def test_the_clinicians_turn_before_a_mistake_is_the_last_one_whoever_spoke_between() -> None:
    turns = [("client", "a"), ("clinician", "b"), ("client", "c"), ("client", "d")]
    gold = TranscriptSession.model_validate(
        {
            "id": "said",
            "rated": ["yes_but"],
            "turns": [
                {"i": i, "speaker": speaker, "text": text, "labels": ["yes_but"]}
                for i, (speaker, text) in enumerate(turns)
            ],
        }
    )
    errors = report([score_text(gold, [])], with_errors=True).errors
    assert errors is not None
    assert [(one.before, one.text) for one in errors] == [("", "a"), ("b", "c"), ("b", "d")]


def test_where_nothing_was_rated_only_cues_are_scored() -> None:
    unrated = TranscriptSession.model_validate(
        {"id": "unrated", "rated": [], "turns": [{"i": 0, "speaker": "client", "text": "a"}]}
    )
    log: list[AnyEvent] = [turn(0, 60.0), marker("silence", 50, 60, turn=0), cue(62.0, "silence")]
    total = report([score_text(unrated, log)]).total
    assert (total.markers, total.macro_f1, total.macro_f1_interval) == ({}, None, None)
    assert total.cues.by_marker["silence"].per_50_min == 50.0
