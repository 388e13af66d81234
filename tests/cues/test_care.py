"""Hold, and markers that are set aside."""

import pytest

from livecue.config import CareSettings
from livecue.events import Action
from tests.cues.hour import GUIDE, OPEN_QUESTION, Hour

DANGER = "Some nights I want to kill myself."


def test_hold_stops_counting_and_cues() -> None:
    hour = Hour()
    hour.notice("yes_but", 50.0)
    hour.act("hold", 60.0)
    assert hour.notice("yes_but", 70.0, 80.0, 90.0) == []


def test_hold_stops_suggestions() -> None:
    hour = Hour()
    hour.act("hold", 60.0)
    assert hour.act("next_step", 70.0) == []
    assert hour.act("mode", 80.0, "exploring") == []


def test_what_was_counted_before_the_hold_counts_after_the_release() -> None:
    hour = Hour()
    hour.notice("yes_but", 50.0)
    hour.act("hold", 60.0)
    hour.notice("yes_but", 70.0)
    hour.act("release", 80.0)
    (cue,) = hour.notice("yes_but", 90.0)
    assert cue.reason == (("yes_but", 2),)


def test_what_was_said_while_held_does_not_count_when_its_words_come_after_the_release() -> None:
    hour = Hour()
    hour.notice("yes_but", 50.0)
    hour.act("hold", 60.0)
    hour.act("release", 80.0)
    assert hour.notice("yes_but", 79.0) == []


def test_while_held_the_clinicians_questions_do_not_begin_exploring() -> None:
    hour = Hour()
    hour.notice("yes_but", 50.0, 60.0)
    hour.act("hold", 61.0)
    assert hour.says("clinician", OPEN_QUESTION, 65.0) == []


@pytest.mark.parametrize("speaker", ["client", "clinician", "unknown"])
def test_words_of_danger_hold_by_themselves(speaker: str) -> None:
    hour = Hour()
    hour.notice("yes_but", 50.0)
    (held,) = hour.says(speaker, DANGER, 60.0, 63.0)  # type: ignore[arg-type]
    assert held == Action(seq=held.seq, at=64.0, action="hold", by="livecue")
    assert hour.notice("yes_but", 64.0, 90.0) == []


def test_a_hold_never_says_why() -> None:
    (held,) = Hour().says("client", DANGER, 60.0)
    assert isinstance(held, Action)
    assert held.value is None


def test_words_of_danger_in_a_corrected_turn_hold_too() -> None:
    hour = Hour()
    turn = hour.turn("client", "Some nights", 60.0)
    hour.push(turn)
    hour.correct(turn, 70.0, text=DANGER)
    assert hour.notice("yes_but", 80.0, 90.0) == []


def test_a_new_label_for_an_old_turn_does_not_hold_again() -> None:
    hour = Hour()
    turn = hour.turn("client", DANGER, 60.0)
    hour.push(turn)
    hour.act("release", 70.0)
    assert hour.correct(turn, 80.0, speaker="clinician") == []


def test_while_held_words_of_danger_hold_no_second_time() -> None:
    hour = Hour()
    hour.says("client", DANGER, 60.0)
    assert hour.says("client", DANGER, 70.0) == []


def test_after_a_release_words_of_danger_hold_again() -> None:
    hour = Hour()
    hour.says("client", DANGER, 60.0)
    hour.act("release", 70.0)
    assert len(hour.says("client", DANGER, 80.0)) == 1


def test_holding_at_words_can_be_switched_off() -> None:
    hour = Hour(CareSettings(hold_on_words=False))
    assert hour.says("client", DANGER, 60.0) == []


def test_livecues_own_actions_are_not_taken_as_the_clinicians() -> None:
    """A log that holds them gives the same cues."""
    hour = Hour()
    hour.push(Action(seq=900, at=10.0, action="hold", by="livecue"))
    assert len(hour.notice("yes_but", 50.0, 60.0)) == 1


def test_silence_after_an_instruction_does_not_count() -> None:
    hour = Hour()
    assert hour.notice("silence", 50.0, 60.0, 70.0, uncounted="instruction") == []


@pytest.mark.parametrize("mode", ["technique", "exploring"])
def test_the_first_thing_offered_about_obstacles_is_to_ask_what_made_it_hard(mode: str) -> None:
    hour = Hour()
    hour.act("mode", 40.0, mode)
    (cue,) = hour.notice("homework", 50.0, 60.0)
    assert cue.suggestion == GUIDE.line("notice", "homework")
    assert "what made it hard" in cue.suggestion
