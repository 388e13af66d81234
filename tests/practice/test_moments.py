"""Who noticed what, side by side."""

from livecue.practice.moments import AFTER_S, BEFORE_S, Match, Moment, Told
from livecue.practice.rehearsal import Line
from livecue.practice.words import looking_back

LINES = [Line(90.0, 98.0, "client", "Yes, though it's a lot.")]
CUE = Told(100.0, "Reservation voiced twice, last at 1:30.", "Perhaps hear both.")


def who(*pressed: float, told: tuple[Told, ...] = (CUE,)) -> list[tuple[float, str]]:
    return [(moment.at, moment.who) for moment in Match(told, pressed).moments()]


def test_a_press_shortly_before_or_after_a_cue_is_the_same_moment() -> None:
    assert who(100.0 - BEFORE_S) == [(70.0, "both")]
    assert who(100.0 + AFTER_S) == [(115.0, "both")]


def test_farther_away_each_noticed_alone() -> None:
    assert who(69.9) == [(69.9, "clinician"), (100.0, "livecue")]
    assert who(115.1) == [(100.0, "livecue"), (115.1, "clinician")]


def test_one_press_is_not_shared_by_two_cues_and_the_nearest_is_taken() -> None:
    later = Told(110.0, "Longer pauses twice.", "Perhaps wait.")
    assert who(105.0, told=(CUE, later)) == [(105.0, "both"), (110.0, "livecue")]
    assert who(90.0, 99.0) == [(90.0, "clinician"), (99.0, "both")]


def test_what_both_noticed_is_told_with_the_reason_and_the_guides_line() -> None:
    said = looking_back([Moment(99.0, "both", CUE.why, CUE.suggestion)], LINES)
    assert "Both of you noticed" in said
    assert "1:39" in said
    assert CUE.why in said
    assert CUE.suggestion in said
    assert "Client:</b> Yes, though it&#x27;s a lot." in said
    assert "You alone" not in said


def test_nobody_is_scored() -> None:
    said = looking_back(Match([CUE], [5.0]).moments(), LINES).lower()
    assert not [
        word for word in ("missed", "wrong", "correct", "score", "%", "of 1") if word in said
    ]
    assert "no cue does not mean no ambivalence" in said


def test_where_nobody_noticed_anything_that_is_said() -> None:
    assert "Nobody would have paused" in looking_back([], LINES)
