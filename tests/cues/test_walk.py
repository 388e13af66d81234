"""The guide moves on with what is heard, and with time."""

from typing import Any

import pytest

from livecue.config import ClientProfile, GuideSettings, Settings
from livecue.events import Action
from tests.cues.hour import CLOSED_QUESTION, GUIDE, OPEN_QUESTION, REFLECTION, Hour


def lines(hour: Hour) -> list[tuple[float, str | float | None]]:
    """When livecue showed another line by itself, and which."""
    return [
        (event.at, event.value)
        for event in hour.written
        if isinstance(event, Action) and event.action == "next_step"
    ]


def cued(**cues: Any) -> Hour:
    hour = Hour(**cues)
    hour.notice("yes_but", 50.0, 100.0)
    return hour


def exploring(**cues: Any) -> Hour:
    hour = Hour(**cues)
    hour.act("mode", 100.0, "exploring")
    hour.written.clear()
    return hour


def test_a_cue_that_has_stood_for_a_while_moves_from_noticing_to_pausing() -> None:
    hour = cued()
    hour.until(119.9)
    assert lines(hour) == []
    hour.until(130.0)
    assert lines(hour) == [(120.0, GUIDE.line("pause", "yes_but"))]


@pytest.mark.parametrize(
    ("action", "value"),
    [("snooze", None), ("hold", None), ("mode", "technique")],
)
def test_what_is_answered_does_not_move_with_time(action: Any, value: str | None) -> None:
    hour = cued()
    hour.act(action, 105.0, value)
    hour.until(200.0)
    assert lines(hour) == []


def test_a_step_chosen_by_hand_stays_whatever_time_passes() -> None:
    hour = cued()
    hour.act("next_step", 105.0)
    hour.act("next_step", 106.0, "back")
    hour.written.clear()
    hour.until(200.0)
    assert lines(hour) == []


def test_a_cue_kept_off_the_screen_leads_no_further() -> None:
    hour = Hour()
    hour.act("snooze", 40.0)
    hour.notice("yes_but", 50.0, 100.0)
    hour.until(200.0)
    assert lines(hour) == []


def test_after_the_reflection_comes_the_question() -> None:
    hour = exploring()
    hour.says("clinician", REFLECTION, 110.0)
    assert lines(hour) == [(114.0, GUIDE.line("ask", None))]


@pytest.mark.parametrize("words", [OPEN_QUESTION, CLOSED_QUESTION, "Mm-hmm.", None])
def test_other_words_do_not_move_it(words: str | None) -> None:
    hour = exploring()
    hour.says("clinician", words, 110.0)
    assert lines(hour) == []


def test_the_reflection_that_begins_the_exploring_is_not_yet_both_sides() -> None:
    hour = cued()
    hour.says("clinician", REFLECTION, 102.0)
    assert lines(hour) == [(106.0, GUIDE.line("acknowledge", "yes_but"))]


def test_two_turns_of_change_talk_are_sure_enough_to_offer_reflecting_them() -> None:
    hour = exploring()
    hour.notice("change_talk", 120.0)
    assert lines(hour) == []
    hour.notice("change_talk", 130.0)
    assert lines(hour) == [(130.0, GUIDE.line("reflect", None))]


def test_change_talk_that_outweighs_the_other_side_leads_to_returning() -> None:
    hour = exploring()
    hour.notice("change_talk", 120.0, 130.0, 140.0)
    assert lines(hour)[-1] == (140.0, GUIDE.line("return", None))
    assert hour.cues == []
    assert hour.modes == [], "the clinician says when they go back"


def test_the_wish_to_change_is_reflected_before_anybody_returns() -> None:
    hour = exploring(ready_window_s=60.0)
    hour.notice("sustain_talk", 110.0, 111.0)
    hour.notice("change_talk", 120.0, 130.0, 140.0)
    hour.notice("change_talk", 175.0)
    assert [line for _, line in lines(hour)] == [GUIDE.line("reflect", None)]


def test_the_other_side_weighs_against_it() -> None:
    hour = exploring()
    hour.notice("sustain_talk", 110.0)
    hour.notice("change_talk", 120.0, 130.0)
    assert lines(hour) == []


def test_when_the_other_side_outweighs_both_are_acknowledged_again() -> None:
    hour = exploring()
    hour.notice("change_talk", 110.0, 120.0)
    hour.notice("sustain_talk", 130.0, 140.0, 150.0, 160.0)
    assert lines(hour)[-1] == (160.0, GUIDE.line("acknowledge", None))


def test_talk_before_exploring_moves_nothing() -> None:
    hour = cued()
    hour.notice("change_talk", 101.0, 102.0, 103.0)
    hour.act("mode", 104.0, "exploring")
    hour.written.clear()
    hour.notice("change_talk", 110.0)
    assert lines(hour) == []


def test_while_held_nothing_moves() -> None:
    hour = exploring()
    hour.act("hold", 105.0)
    hour.says("clinician", REFLECTION, 110.0)
    hour.notice("change_talk", 120.0, 130.0, 140.0)
    assert lines(hour) == []


def still() -> Hour:
    return Hour(settings=Settings(guide=GuideSettings(moves=False)))


def test_where_it_is_not_to_move_by_itself_only_hands_move_it() -> None:
    hour = still()
    hour.notice("yes_but", 50.0, 100.0)
    hour.until(200.0)
    hour.act("mode", 300.0, "exploring")
    hour.written.clear()
    hour.says("clinician", REFLECTION, 310.0)
    hour.notice("change_talk", 320.0, 330.0, 340.0)
    assert lines(hour) == []


def test_a_log_from_before_the_guide_moved_by_itself_is_replayed_without() -> None:
    head = Settings().model_dump(mode="json")
    assert Settings.of_log(head) == Settings()
    del head["guide"]
    assert not Settings.of_log(head).guide.moves


def early(sessions_before: int | None = 1, readiness: int | None = None) -> Hour:
    profile = ClientProfile(sessions_before=sessions_before, readiness=readiness)
    return Hour(settings=Settings().for_client(profile))


@pytest.mark.parametrize(
    ("sessions_before", "readiness", "leads"),
    [(0, None, True), (2, 6, True), (2, 7, False), (3, None, False), (None, 2, False)],
)
def test_early_and_with_readiness_uncertain_the_session_leads_with_exploring(
    sessions_before: int | None, readiness: int | None, leads: bool
) -> None:
    hour = early(sessions_before, readiness)
    hour.until(5.0)
    assert lines(hour) == ([(5.0, GUIDE.opening["early"])] if leads else [])


def test_leading_with_exploring_one_sign_is_enough_for_a_line_but_not_for_a_cue() -> None:
    hour = early()
    hour.until(5.0)
    hour.written.clear()
    hour.notice("yes_but", 50.0)
    assert (hour.cues, lines(hour)) == ([], [(50.0, GUIDE.line("notice", "yes_but"))])
    hour.notice("homework", 60.0)
    assert len(lines(hour)) == 1, "once a session"


def test_leading_with_exploring_an_answer_to_the_first_sign_begins_it() -> None:
    hour = early()
    hour.notice("yes_but", 50.0)
    hour.says("clinician", OPEN_QUESTION, 52.0)
    assert [mode for _, mode in hour.modes] == ["exploring"]


def test_leading_with_exploring_two_signs_are_a_cue_as_ever() -> None:
    (cue,) = early().notice("yes_but", 50.0, 100.0)
    assert (cue.at, cue.reason, cue.shown) == (100.0, (("yes_but", 2),), True)
