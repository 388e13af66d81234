"""Technique or exploring: what begins it, what ends it, and what it means for silences."""

from typing import Any

import pytest

from livecue.events import Action
from tests.cues.hour import CLOSED_QUESTION, GUIDE, OPEN_QUESTION, REFLECTION, Hour


def cued(at: float = 100.0, **cues: Any) -> Hour:
    """An hour with a cue at `at`."""
    hour = Hour(**cues)
    hour.notice("yes_but", at - 50.0, at)
    assert [cue.at for cue in hour.cues] == [at]
    return hour


@pytest.mark.parametrize("words", [REFLECTION, OPEN_QUESTION])
def test_exploring_begins_when_the_clinician_answers_a_cue(words: str) -> None:
    hour = cued(100.0)
    mode, step = hour.says("clinician", words, 102.0)
    assert mode == Action(seq=mode.seq, at=106.0, action="mode", value="exploring", by="livecue")
    assert isinstance(step, Action)
    assert (step.action, step.by) == ("next_step", "livecue")
    assert step.value == GUIDE.line("acknowledge", "yes_but")


@pytest.mark.parametrize("words", [CLOSED_QUESTION, "Mm-hmm.", None])
def test_other_words_of_the_clinician_do_not_begin_it(words: str | None) -> None:
    assert cued().says("clinician", words, 102.0) == []


def test_the_clients_own_question_does_not_begin_it() -> None:
    assert cued().says("client", OPEN_QUESTION, 102.0) == []


def test_without_a_cue_an_open_question_is_just_a_question() -> None:
    assert Hour().says("clinician", OPEN_QUESTION, 102.0) == []


def test_a_reflection_already_under_way_at_the_cue_is_not_an_answer_to_it() -> None:
    assert cued(100.0).says("clinician", REFLECTION, 99.0) == []


def test_an_open_question_long_after_a_cue_is_not_an_answer_to_it() -> None:
    hour = cued(100.0, exploring_s=300)
    hour.says("clinician", OPEN_QUESTION, 400.5)
    assert hour.modes == []


def test_words_that_are_corrected_into_a_reflection_begin_it() -> None:
    hour = cued()
    turn = hour.turn("clinician", "So,", 102.0)
    hour.push(turn)
    hour.correct(turn, 108.0, text=REFLECTION, end=107.0, closed_at=108.0)
    assert hour.modes == [(108.0, "exploring")]


def test_exploring_begins_by_key() -> None:
    hour = Hour()
    (step,) = hour.act("mode", 50.0, "exploring")
    assert isinstance(step, Action)
    assert step.value == GUIDE.line("acknowledge", None)
    assert hour.notice("yes_but", 60.0, 70.0)[0].mode == "exploring"


def test_exploring_ends_by_key() -> None:
    hour = Hour()
    hour.act("mode", 50.0, "exploring")
    hour.act("mode", 60.0, "technique")
    assert hour.notice("yes_but", 70.0, 80.0)[0].mode == "technique"


def test_after_ending_it_by_key_the_next_open_question_does_not_begin_it_again() -> None:
    hour = cued(100.0)
    hour.says("clinician", REFLECTION, 102.0)
    hour.act("mode", 110.0, "technique")
    assert hour.says("clinician", OPEN_QUESTION, 120.0) == []


def test_it_ends_after_five_minutes_without_another_reflection_or_open_question() -> None:
    hour = cued(100.0)
    hour.says("clinician", REFLECTION, 102.0, 105.0)
    assert hour.until(404.9) == []
    (ended,) = hour.until(430.0)
    assert ended == Action(seq=ended.seq, at=405.0, action="mode", value="technique", by="livecue")


@pytest.mark.parametrize("words", [REFLECTION, OPEN_QUESTION])
def test_another_reflection_or_open_question_keeps_it_going(words: str) -> None:
    hour = cued(100.0)
    hour.says("clinician", REFLECTION, 102.0, 105.0)
    hour.says("clinician", words, 300.0, 303.0)
    assert hour.until(602.9) == []
    assert hour.modes == [(106.0, "exploring")]
    hour.until(603.0)
    assert hour.modes[1:] == [(603.0, "technique")]


def test_a_reflection_whose_words_come_late_still_keeps_it_going() -> None:
    hour = cued(100.0)
    hour.says("clinician", REFLECTION, 102.0, 105.0)
    hour.says("clinician", REFLECTION, 402.0, 410.0)
    assert hour.modes == [(106.0, "exploring")]


def test_other_words_do_not_keep_it_going() -> None:
    hour = cued(100.0)
    hour.says("clinician", REFLECTION, 102.0, 105.0)
    hour.says("clinician", CLOSED_QUESTION, 300.0, 303.0)
    hour.until(450.0)
    assert hour.modes[1:] == [(405.0, "technique")]


def test_begun_by_key_it_ends_after_five_minutes_too() -> None:
    hour = Hour()
    hour.act("mode", 50.0, "exploring")
    hour.until(360.0)
    assert hour.modes == [(350.0, "technique")]


def test_the_key_pressed_again_keeps_it_going() -> None:
    hour = Hour()
    hour.act("mode", 50.0, "exploring")
    assert hour.act("mode", 300.0, "exploring") == []
    assert hour.until(500.0) == []


def test_while_exploring_silence_is_not_counted() -> None:
    hour = Hour()
    hour.notice("silence", 40.0)
    hour.act("mode", 50.0, "exploring")
    assert hour.notice("silence", 60.0, 70.0, 80.0) == []


def test_while_exploring_the_other_signs_are_counted() -> None:
    hour = Hour()
    hour.act("mode", 50.0, "exploring")
    (cue,) = hour.notice("yes_but", 60.0, 70.0)
    assert (cue.mode, cue.suggestion) == ("exploring", GUIDE.line("acknowledge", "yes_but"))


def test_after_exploring_silence_counts_again() -> None:
    hour = Hour()
    hour.notice("silence", 40.0)
    hour.act("mode", 50.0, "exploring")
    hour.notice("silence", 60.0)
    hour.act("mode", 70.0, "technique")
    (cue,) = hour.notice("silence", 80.0)
    assert cue.reason == (("silence", 2),)


def test_a_silence_after_the_reflection_does_not_count_though_its_words_came_later() -> None:
    """The pause is timed at once, the words before it take a while to read."""
    hour = cued(100.0)
    reflection = hour.turn("clinician", REFLECTION, 102.0, 105.0)
    hour.notice("silence", 108.5)
    hour.push(reflection)
    hour.act("mode", 115.0, "technique")
    assert hour.notice("silence", 200.0) == []


def test_a_cue_while_exploring_does_not_restart_it_when_it_has_run_out() -> None:
    hour = Hour()
    hour.act("mode", 50.0, "exploring")
    hour.notice("yes_but", 60.0, 70.0)
    hour.until(351.0)
    assert hour.says("clinician", OPEN_QUESTION, 500.0) == []
