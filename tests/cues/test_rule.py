"""When noticing becomes a cue: count, cooldown, joining, budget, snooze, cluster."""

import pytest

from livecue.events import AMBIVALENCE_MARKERS, MarkerName
from tests.cues.hour import Hour


@pytest.mark.parametrize("name", AMBIVALENCE_MARKERS)
def test_a_sign_heard_once_is_no_cue(name: MarkerName) -> None:
    assert Hour().notice(name, 100.0) == []


@pytest.mark.parametrize("name", AMBIVALENCE_MARKERS)
def test_a_sign_heard_twice_is_a_cue(name: MarkerName) -> None:
    (cue,) = Hour().notice(name, 100.0, 400.0)
    assert (cue.at, cue.cue, cue.reason, cue.mode, cue.shown) == (
        400.0,
        "consider_pausing",
        ((name, 2),),
        "technique",
        True,
    )


def test_two_different_signs_are_no_cue() -> None:
    hour = Hour()
    hour.notice("yes_but", 100.0)
    hour.notice("homework", 120.0)
    assert hour.cues == []


def test_talk_of_change_or_staying_is_not_a_reason_to_pause() -> None:
    hour = Hour()
    hour.notice("change_talk", 100.0, 120.0, 140.0)
    hour.notice("sustain_talk", 100.0, 120.0, 140.0)
    assert hour.cues == []


def test_how_often_makes_a_cue_is_a_setting() -> None:
    assert [cue.at for cue in Hour(count=1).notice("yes_but", 100.0)] == [100.0]
    assert [cue.at for cue in Hour(count=3).notice("yes_but", 100.0, 110.0, 120.0)] == [120.0]


def test_words_may_come_any_time_apart() -> None:
    assert len(Hour().notice("yes_but", 10.0, 2900.0)) == 1


def test_two_silences_must_fall_within_ten_minutes() -> None:
    assert Hour().notice("silence", 100.0, 701.0) == []
    assert len(Hour().notice("silence", 100.0, 700.0)) == 1


def test_of_three_silences_only_those_within_ten_minutes_are_counted() -> None:
    (cue,) = Hour().notice("silence", 100.0, 750.0, 900.0)
    assert (cue.at, cue.reason) == (900.0, (("silence", 2),))


def test_one_turn_is_one_occurrence_however_many_markers_it_carries() -> None:
    hour = Hour()
    hour.notice("silence", 103.0, turn=19)
    hour.notice("silence", 106.0, turn=19)
    assert hour.cues == []
    assert len(hour.notice("silence", 180.0, turn=31)) == 1


def test_a_silence_that_got_its_turn_later_is_one_occurrence_with_the_short_answer() -> None:
    hour = Hour()
    pause = hour.marker("silence", 103.0)
    hour.push(pause)
    hour.correct(pause, 107.0, turn=19)
    assert hour.notice("silence", 108.0, turn=19) == []


def test_a_silence_that_begins_where_a_short_answer_ends_is_the_same_occurrence() -> None:
    hour = Hour()
    hour.notice("silence", 100.0, turn=7)
    assert hour.notice("silence", 103.0) == []
    assert len(hour.notice("silence", 140.0)) == 1


def test_the_same_sign_again_needs_two_fresh_ones() -> None:
    hour = Hour()
    hour.notice("yes_but", 100.0, 110.0)
    assert hour.notice("yes_but", 400.0) == []
    (again,) = hour.notice("yes_but", 420.0)
    assert (again.at, again.reason, again.shown) == (420.0, (("yes_but", 4),), True)


def test_the_same_sign_again_needs_the_cooldown_too() -> None:
    hour = Hour()
    hour.notice("yes_but", 100.0, 110.0)
    assert hour.notice("yes_but", 150.0, 200.0, 289.9) == []
    assert [cue.at for cue in hour.notice("yes_but", 290.0)] == [290.0]


def test_a_second_marker_of_a_turn_that_led_to_a_cue_is_not_fresh() -> None:
    hour = Hour(cooldown_s=0)
    hour.notice("yes_but", 100.0, turn=3)
    hour.notice("yes_but", 110.0, turn=5)
    hour.notice("yes_but", 111.0, turn=5)
    assert hour.notice("yes_but", 130.0, turn=7) == []
    assert len(hour.notice("yes_but", 140.0, turn=9)) == 1


def test_within_the_cooldown_a_further_reason_joins_without_a_new_signal() -> None:
    hour = Hour()
    hour.notice("yes_but", 100.0, 110.0)
    (joined,) = hour.notice("homework", 120.0, 130.0)
    assert (joined.at, joined.reason, joined.shown) == (130.0, (("homework", 2),), False)


def test_after_the_cooldown_another_sign_is_a_new_signal() -> None:
    hour = Hour()
    hour.notice("yes_but", 100.0, 110.0)
    (cue,) = hour.notice("homework", 120.0, 290.0)
    assert cue.shown


def test_two_signs_that_complete_on_one_turn_are_written_both_and_shown_once() -> None:
    hour = Hour()
    hour.notice("yes_but", 50.0)
    hour.notice("homework", 60.0)
    hour.notice("yes_but", 90.0, turn=19)
    hour.notice("homework", 90.0, turn=19)
    assert [(cue.at, cue.reason, cue.shown) for cue in hour.cues] == [
        (90.0, (("yes_but", 2),), True),
        (90.0, (("homework", 2),), False),
    ]


def test_a_cue_from_silence_is_written_while_the_silence_lasts() -> None:
    hour = Hour()
    hour.notice("silence", 100.0)
    (cue,) = hour.notice("silence", 200.0)
    assert (cue.at, cue.shown) == (200.0, True)


def test_the_budget_keeps_further_signals_off_until_its_period_is_over() -> None:
    hour = Hour(budget=2, budget_s=600, cooldown_s=0)
    shown = {}
    for name, at in (("yes_but", 100.0), ("homework", 200.0), ("topic_shift", 300.0)):
        hour.notice(name, at - 10)  # type: ignore[arg-type]
        (cue,) = hour.notice(name, at)  # type: ignore[arg-type]
        shown[name] = cue.shown
    assert shown == {"yes_but": True, "homework": True, "topic_shift": False}
    (later,) = hour.notice("silence", 690.0, 700.0)
    assert later.shown


def test_a_budget_of_none_shows_nothing_and_writes_everything() -> None:
    (cue,) = Hour(budget=0).notice("yes_but", 100.0, 110.0)
    assert not cue.shown


def test_snooze_keeps_cues_off_the_screen_for_its_usual_length() -> None:
    hour = Hour(snooze_s=300)
    hour.act("snooze", 100.0)
    (snoozed,) = hour.notice("yes_but", 110.0, 120.0)
    (after,) = hour.notice("homework", 130.0, 400.0)
    assert (snoozed.shown, after.shown) == (False, True)


def test_snooze_may_be_given_its_length() -> None:
    hour = Hour()
    hour.act("snooze", 100.0, 20.0)
    (cue,) = hour.notice("yes_but", 110.0, 120.0)
    assert cue.shown


def test_a_snooze_of_nothing_ends_a_snooze() -> None:
    hour = Hour()
    hour.act("snooze", 100.0)
    hour.act("snooze", 110.0, 0.0)
    (cue,) = hour.notice("yes_but", 110.0, 120.0)
    assert cue.shown


def test_a_retracted_marker_no_longer_counts() -> None:
    hour = Hour()
    first = hour.marker("silence", 100.0)
    hour.push(first)
    hour.retract(first, 105.0)
    assert hour.notice("silence", 200.0) == []


def test_a_cue_already_written_stays_when_its_marker_is_retracted() -> None:
    hour = Hour()
    hour.notice("silence", 100.0)
    second = hour.marker("silence", 200.0)
    (cue,) = hour.push(second)
    assert hour.retract(second, 205.0) == []
    assert hour.cues == [cue]


def test_after_a_retraction_two_fresh_ones_are_still_needed() -> None:
    hour = Hour()
    hour.notice("silence", 100.0)
    second = hour.marker("silence", 200.0)
    hour.push(second)
    hour.retract(second, 205.0)
    assert hour.notice("silence", 400.0) == []
    assert len(hour.notice("silence", 420.0)) == 1


def test_words_that_come_late_do_not_make_a_second_signal() -> None:
    hour = Hour()
    hour.notice("yes_but", 90.0)
    hour.notice("silence", 50.0, 105.0)
    (late,) = hour.notice("yes_but", 103.0)
    assert (late.at, late.shown) == (103.0, False)


def test_three_signs_close_together_are_no_cue_by_default() -> None:
    hour = Hour()
    for name, at in (("yes_but", 100.0), ("homework", 120.0), ("topic_shift", 140.0)):
        hour.notice(name, at)  # type: ignore[arg-type]
    assert hour.cues == []


def test_with_the_cluster_rule_three_signs_within_its_time_are_a_cue() -> None:
    hour = Hour(cluster=True)
    hour.notice("yes_but", 100.0)
    hour.notice("homework", 120.0)
    (cue,) = hour.notice("topic_shift", 190.0)
    assert cue.reason == (("yes_but", 1), ("topic_shift", 1), ("homework", 1))


def test_the_cluster_rule_needs_them_close_together() -> None:
    hour = Hour(cluster=True)
    hour.notice("yes_but", 100.0)
    hour.notice("homework", 120.0)
    assert hour.notice("topic_shift", 190.1) == []


def test_a_cluster_is_told_once_in_a_cooldown() -> None:
    hour = Hour(cluster=True)
    hour.notice("yes_but", 100.0)
    hour.notice("homework", 110.0)
    assert len(hour.notice("topic_shift", 120.0)) == 1
    assert hour.notice("silence", 130.0) == []


def test_the_same_events_give_the_same_cues() -> None:
    def play() -> list[object]:
        hour = Hour()
        hour.notice("silence", 100.0, 150.0)
        hour.says("clinician", "How do you feel about all of that?", 160.0)
        hour.notice("yes_but", 170.0, 390.0)
        hour.until(1000.0)
        return list(hour.written)

    assert play() == play()
