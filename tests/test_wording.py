"""The words people see: neutral, plain, and each cue explains itself."""

from livecue.events import Cue, Evidence, Marker, MarkerName
from livecue.wording import sentence_for


def cue(*reason: tuple[MarkerName, int], at: float = 900.0) -> Cue:
    return Cue(
        seq=9,
        at=at,
        cue="consider_pausing",
        reason=reason,
        mode="technique",
        suggestion="",
        shown=True,
    )


def marker(name: MarkerName, start: float) -> Marker:
    return Marker(
        seq=1,
        start=start,
        end=start + 2,
        marker=name,
        score=0.9,
        evidence=Evidence(basis="test"),
        turn=None,
        before_turn=None,
        known_at=start + 3,
    )


def test_a_cue_explains_itself_in_one_sentence() -> None:
    heard = [marker("yes_but", 872.0), marker("yes_but", 610.0), marker("silence", 880.0)]
    assert sentence_for(cue(("yes_but", 2)), heard) == "Reservation voiced twice, last at 14:32."


def test_what_was_heard_after_a_cue_is_not_its_reason() -> None:
    heard = [marker("silence", 872.0), marker("silence", 899.0)]
    assert sentence_for(cue(("silence", 3)), heard) == "Longer pauses 3 times, last at 14:32."


def test_several_reasons_share_the_sentence() -> None:
    said = sentence_for(cue(("yes_but", 1), ("homework", 1)), [marker("homework", 60.0)])
    assert said == "Reservation voiced once; obstacles named once, last at 1:00."
