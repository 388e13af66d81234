"""Scoring what was heard: markers one to one by time, cues by their windows, latency."""

import pytest

from livecue.evaluation.audio import Heard, report, score_audio
from livecue.evaluation.cues import CueScore, judge_cues
from livecue.evaluation.score import Score
from livecue.events import AnyEvent, MarkerName
from livecue.transcripts.session import TranscriptSession
from tests.evaluation.sessions import cue, labelled, marker, retracted, turn
from tests.store.twins import started


def scored(session: TranscriptSession, name: MarkerName, *log: AnyEvent) -> Score:
    return score_audio(session, log).markers[name]


def verdicts(session: TranscriptSession, *log: AnyEvent) -> list[str]:
    return [judged.verdict for judged in judge_cues(session, log)]


TURNS = labelled(
    ("clinician", 1, 5, []), ("client", 10, 20, ["yes_but"]), ("clinician", 22, 25, [])
)


@pytest.mark.parametrize(
    ("start", "end", "hit"),
    [(10, 20, True), (4, 9.5, True), (20.5, 23, True), (4, 9.4, False), (20.6, 23, False)],
)
def test_a_marker_from_words_overlaps_its_turn_or_misses_by_half_a_second_at_most(
    start: float, end: float, hit: bool
) -> None:
    expected = Score(hits=1) if hit else Score(false_alarms=1, misses=1)
    assert scored(TURNS, "yes_but", marker("yes_but", start, end)) == expected


SILENCE = labelled(("clinician", 1, 5, []), ("client", 10, 20, ["long_pause"]))


@pytest.mark.parametrize(
    ("start", "end", "hit"),
    [(5, 10, True), (14, 18, True), (4.6, 8, True), (4.4, 8, False), (18, 21, False)],
)
def test_a_silence_lies_between_the_end_of_the_turn_before_and_the_end_of_its_turn(
    start: float, end: float, hit: bool
) -> None:
    expected = Score(hits=1) if hit else Score(false_alarms=1, misses=1)
    assert scored(SILENCE, "silence", marker("silence", start, end)) == expected


def test_one_label_is_hit_once() -> None:
    log = [marker("yes_but", 10, 15), marker("yes_but", 15, 20)]
    assert scored(TURNS, "yes_but", *log) == Score(hits=1, false_alarms=1)


def test_one_marker_hits_one_label() -> None:
    gold = labelled(("client", 0, 5, ["yes_but"]), ("client", 5, 9, ["yes_but"]))
    assert scored(gold, "yes_but", marker("yes_but", 4, 6)) == Score(hits=1, misses=1)


def test_a_marker_on_an_unsure_turn_is_left_out() -> None:
    gold = labelled(("client", 0, 5, []), unsure={0: ["yes_but"]})
    assert scored(gold, "yes_but", marker("yes_but", 1, 4)) == Score()


def test_a_retracted_marker_is_left_out() -> None:
    wrong = marker("yes_but", 40, 45)
    assert scored(TURNS, "yes_but", wrong, retracted(wrong)) == Score(misses=1)


CUED = labelled(
    ("clinician", 1, 5, []),
    ("client", 10, 20, ["yes_but"]),
    ("clinician", 30, 35, []),
    ("client", 40, 50, ["yes_but"]),
    ("clinician", 60, 65, []),
    ("client", 100, 110, ["yes_but", "excuse"]),
    cues={"yes_but": 3},
)


@pytest.mark.parametrize(
    ("at", "verdict"),
    [
        (39.9, "false"),
        (40.0, "hit"),
        (51.0, "hit"),
        (56.0, "hit"),
        (56.1, "further"),
        (58.0, "further"),
        (58.1, "false"),
        (118.0, "further"),
        (118.1, "false"),
        (11.0, "false"),
    ],
)
def test_when_a_cue_is_right(at: float, verdict: str) -> None:
    assert verdicts(CUED, cue(at, "yes_but")) == [verdict]


def test_a_second_cue_in_the_window_is_a_further_one() -> None:
    assert verdicts(CUED, cue(51.0, "yes_but"), cue(52.0, "yes_but")) == ["hit", "further"]


def test_a_cue_for_a_sign_that_came_once_is_false() -> None:
    assert verdicts(CUED, cue(111.0, "homework")) == ["false"]


def test_each_reason_of_a_cue_is_judged() -> None:
    assert verdicts(CUED, cue(51.0, "yes_but", "homework")) == ["hit", "false"]


def test_a_cue_that_only_joined_is_judged_too() -> None:
    assert verdicts(CUED, cue(80.0, "homework", shown=False)) == ["false"]


def test_cues_of_talk_are_not_reasons_to_pause_and_are_not_judged() -> None:
    assert verdicts(CUED, cue(80.0, "change_talk", cue="reflect_change_talk")) == []


def test_a_cue_from_silence_may_come_while_the_silence_lasts() -> None:
    gold = labelled(
        ("clinician", 1, 5, []),
        ("client", 6, 7, ["minimal"]),
        ("clinician", 8, 12, []),
        ("client", 18, 20, ["long_pause"]),
        cues={"silence": 3},
    )
    assert verdicts(gold, cue(15.0, "silence")) == ["hit"]
    assert verdicts(gold, cue(11.9, "silence")) == ["false"]


def test_cues_are_counted_and_the_missing_ones_named() -> None:
    gold = CUED.model_copy(update={"cue_after_turns": {"yes_but": 3, "homework": 5}})
    result = score_audio(gold, [cue(51.0, "yes_but"), cue(80.0, "silence")])
    assert result.cues == CueScore(hits=1, missed=1, further=0, false=1)
    assert result.missed == ("homework",)


def test_latency_is_from_the_end_of_speech_to_when_it_left_the_machine() -> None:
    log: list[AnyEvent] = [
        turn(0, 10.0, emitted_at=11.5),
        turn(1, 20.0, emitted_at=23.0),
        marker("yes_but", 15.0, 20.0),
        cue(21.0, "yes_but", emitted_at=23.5),
    ]
    latency = score_audio(CUED, log).latency
    assert (latency.text.p50, latency.text.max) == (2.25, 3.0)
    assert latency.cue.max == 3.5


def test_the_report_sums_markers_and_cues_and_takes_latency_over_all() -> None:
    one: Heard = (CUED, [cue(51.0, "yes_but"), turn(0, 10.0, emitted_at=11.0)])
    two: Heard = (CUED, [cue(80.0, "silence"), turn(0, 10.0, emitted_at=14.0)])
    total = report([one, two]).total
    assert total.cues == CueScore(hits=1, missed=1, false=1)
    assert total.markers["yes_but"] == Score(misses=6)
    assert (total.latency.text.p50, total.latency.text.max) == (2.5, 4.0)


def test_the_report_names_the_models_that_heard() -> None:
    one: Heard = (CUED, [started("one", models={"base": "c0ffee"})])
    assert report([one, one]).models == {"base": "c0ffee"}
