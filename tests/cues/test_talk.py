"""The two cues from talk of change, where they are switched on."""

from typing import Any

from livecue.events import Cue
from tests.cues.hour import GUIDE, Hour


def hour_with_cue(**cues: Any) -> Hour:
    hour = Hour(reflect_change_talk=True, **cues)
    hour.notice("yes_but", 50.0, 100.0)
    return hour


def exploring(**cues: Any) -> Hour:
    hour = Hour(ready_to_return=True, **cues)
    hour.act("mode", 10.0, "exploring")
    return hour


def test_both_are_off_by_default() -> None:
    hour = Hour()
    hour.notice("yes_but", 50.0, 100.0)
    hour.act("mode", 110.0, "exploring")
    assert hour.notice("change_talk", 120.0, 130.0, 140.0, 150.0) == []


def test_change_talk_after_a_cue_is_a_cue_to_reflect_it() -> None:
    (cue,) = hour_with_cue().notice("change_talk", 120.0)
    assert cue.cue == "reflect_change_talk"
    assert cue.reason == (("change_talk", 1),)
    assert cue.suggestion == GUIDE.line("reflect", "yes_but")
    assert cue.shown


def test_change_talk_before_any_cue_is_not() -> None:
    assert Hour(reflect_change_talk=True).notice("change_talk", 120.0) == []


def test_change_talk_in_the_turn_that_led_to_the_cue_is_not_after_it() -> None:
    assert hour_with_cue().notice("change_talk", 100.0) == []


def test_change_talk_that_is_not_sure_enough_is_not_told() -> None:
    assert hour_with_cue(change_talk_from=1.0).notice("change_talk", 120.0) == []


def test_change_talk_is_told_once_in_a_cooldown() -> None:
    hour = hour_with_cue()
    assert [cue.at for cue in hour.notice("change_talk", 120.0, 200.0, 299.0, 300.0)] == [
        120.0,
        300.0,
    ]


def test_change_talk_is_kept_off_the_screen_by_a_snooze() -> None:
    hour = hour_with_cue()
    hour.act("snooze", 110.0)
    (cue,) = hour.notice("change_talk", 120.0)
    assert not cue.shown


def test_ready_to_return_when_change_talk_has_outweighed_the_other_side() -> None:
    hour = exploring()
    hour.notice("change_talk", 20.0)
    hour.notice("sustain_talk", 30.0)
    hour.notice("change_talk", 40.0, 50.0)
    assert hour.cues == []
    (cue,) = hour.notice("change_talk", 60.0)
    assert (cue.cue, cue.reason) == (
        "ready_to_return",
        (("change_talk", 4), ("sustain_talk", 1)),
    )
    assert cue.mode == "exploring"
    assert cue.suggestion == GUIDE.line("return", None)


def test_ready_to_return_ends_exploring() -> None:
    hour = exploring()
    hour.notice("change_talk", 20.0, 30.0, 40.0)
    assert hour.modes == [(40.0, "technique")]
    assert hour.notice("change_talk", 50.0, 60.0, 70.0) == []


def test_talk_older_than_its_window_does_not_weigh() -> None:
    hour = exploring(ready_window_s=60)
    assert hour.notice("change_talk", 20.0, 50.0, 90.0) == []
    assert len(hour.notice("change_talk", 100.0)) == 1


def test_talk_before_exploring_does_not_weigh() -> None:
    hour = Hour(ready_to_return=True)
    hour.notice("change_talk", 20.0, 30.0)
    hour.act("mode", 35.0, "exploring")
    assert hour.notice("change_talk", 45.0) == []


def test_several_markers_of_one_turn_weigh_once() -> None:
    hour = exploring()
    for at in (20.0, 21.0, 22.0, 23.0):
        assert hour.notice("change_talk", at, turn=5) == []


def test_outside_exploring_nobody_is_ready_to_return() -> None:
    assert Hour(ready_to_return=True).notice("change_talk", 20.0, 30.0, 40.0, 50.0) == []


def test_when_switched_off_exploring_goes_on_however_much_change_talk_there_is() -> None:
    hour = Hour()
    hour.act("mode", 10.0, "exploring")
    hour.notice("change_talk", 20.0, 30.0, 40.0, 50.0)
    assert hour.modes == []


def test_retracted_change_talk_does_not_weigh() -> None:
    hour = exploring()
    first = hour.marker("change_talk", 20.0)
    hour.push(first)
    hour.retract(first, 25.0)
    assert hour.notice("change_talk", 30.0, 40.0) == []


def test_readiness_and_change_talk_are_not_told_at_once() -> None:
    hour = Hour(reflect_change_talk=True, ready_to_return=True)
    hour.notice("yes_but", 50.0, 100.0)
    hour.act("mode", 101.0, "exploring")
    cues: list[Cue] = hour.notice("change_talk", 110.0, 120.0, 130.0)
    assert [cue.cue for cue in cues] == ["reflect_change_talk", "ready_to_return"]
