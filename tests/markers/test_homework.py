"""Homework: why a task was not, or cannot be, done."""

import pytest

from livecue.markers import homework
from tests.markers.talked import LEXICON, heard_last

ACCOUNTS = [
    ("T: Did you get to the breathing exercise?", "C: No, I was at work till nine every night."),
    ("T: How did the thought record go?", "C: I didn't do it, my mother was ill and I forgot."),
    ("T: And the phone call?", "C: I never got round to it, the kids were off school."),
    ("T: You'd planned to go to the gym twice.", "C: I couldn't go, my knee was hurting again."),
    ("T: What got in the way of the walk?", "C: It rained, and I haven't got a coat."),
]

NO_ACCOUNTS = [
    ("T: Did you get to the breathing exercise?", "C: Yes, I did it every night."),
    ("T: How did the thought record go?", "C: I was busy, but I still did four of them."),
    ("T: Did you make the phone call?", "C: I didn't."),
    ("T: What will you do this week?", "C: I'll go on Tuesday, because work is quiet then."),
    ("T: Where did you grow up?", "C: In a small town, my father had a shop there."),
    ("T: Who was at the party?", "C: My sister wasn't, she had to work."),
]


@pytest.mark.parametrize("lines", ACCOUNTS)
def test_an_account_with_a_reason_is_heard(lines: tuple[str, str]) -> None:
    observed = homework.observe(*heard_last(*lines), LEXICON)
    assert observed is not None
    assert observed.score >= 0.5
    assert observed.evidence.reasons


@pytest.mark.parametrize("lines", NO_ACCOUNTS)
def test_what_was_done_or_has_no_reason_or_no_task_is_none(lines: tuple[str, str]) -> None:
    observed = homework.observe(*heard_last(*lines), LEXICON)
    assert observed is None or observed.score < 0.5


def test_distinct_reasons_are_counted_and_make_it_elaborate() -> None:
    asked = "T: Did you go swimming?"
    one = homework.observe(*heard_last(asked, "C: I didn't go, I was working."), LEXICON)
    three = homework.observe(
        *heard_last(
            asked,
            "C: I didn't go. I was working late, my son had a fever, and the car broke down.",
        ),
        LEXICON,
    )
    assert one is not None
    assert three is not None
    assert (len(one.evidence.reasons), one.elaborate) == (1, False)
    assert (len(three.evidence.reasons), three.elaborate) == (3, True)


def test_it_is_kept_whether_the_clinician_asked_for_the_reason() -> None:
    answer = "C: I didn't do it, I was too tired after work."
    asked = homework.observe(*heard_last("T: What got in the way?", answer), LEXICON)
    offered = homework.observe(*heard_last("T: Did you do the diary?", answer), LEXICON)
    assert asked is not None
    assert offered is not None
    assert (asked.evidence.asked, offered.evidence.asked) == (True, False)


def test_a_brief_question_goes_on_asking_after_tasks() -> None:
    answer = "C: No. He works until ten and I'm asleep by then."
    lines = ("T: Did you get to the call and the walk?", "C: I went for the walk, yes.")
    going_on = homework.observe(*heard_last(*lines, "T: And the call?", answer), LEXICON)
    of_itself = homework.observe(*heard_last("T: And the neighbour?", answer), LEXICON)
    assert going_on is not None
    assert going_on.score >= 0.5
    assert of_itself is None or of_itself.score < 0.5
