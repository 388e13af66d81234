"""Cues that labels ask for."""

from livecue.evaluation.waited_for import came, with_cues_due
from tests.evaluation.sessions import cue, labelled, turn

SIGN = ["yes_but"]
GOLD = labelled(
    ("clinician", 0, 2, []),
    ("client", 3, 5, SIGN),
    ("client", 6, 8, ["excuse", "change"]),
    ("client", 9, 11, [*SIGN, "change"]),
    ("client", 12, 14, SIGN),
)
TURNS = [turn(i, end) for i, end in enumerate((2.0, 5.0, 8.0, 11.0, 14.0))]


def test_a_cue_is_due_after_the_second_turn_with_a_sign_of_ambivalence() -> None:
    assert with_cues_due(GOLD).cue_after_turns == {"yes_but": 3}


def test_nothing_is_due_that_nobody_looked_for() -> None:
    session = GOLD.model_copy(update={"rated": ("excuse",)})
    assert with_cues_due(session).cue_after_turns == {}


def test_a_cue_that_comes_late_has_come_and_one_that_came_before_has_not() -> None:
    due = with_cues_due(GOLD)
    assert came(due, [*TURNS, cue(60.0, "homework", "yes_but")]) == {"yes_but": True}
    assert came(due, [*TURNS, cue(6.0, "yes_but")]) == {"yes_but": False}
    assert came(due, [*TURNS, cue(12.0, "homework")]) == {"yes_but": False}
