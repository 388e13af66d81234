"""Turns that go on over a back-channel are read with what they go on from."""

from collections.abc import Sequence

import pytest

from livecue.markers.going_on import read_turn
from livecue.markers.reader import Line, Reading
from tests.markers.talked import ByWords, heard_last

ASKED = "T: What would help you to go there?"
BEGUN = "C: I did want to go, it's just that the bus"


class Listed(ByWords):
    """Keeps what it was given to read."""

    def __init__(self) -> None:
        self.given: list[list[str]] = []

    def read(self, lines: Sequence[Line]) -> Reading:
        """As its parent reads."""
        self.given.append([line.text for line in lines])
        return super().read(lines)


def _read(*lines: str) -> tuple[Listed, Reading]:
    reader = Listed()
    return reader, read_turn(reader, *heard_last(*lines))


@pytest.mark.parametrize("floor_left", [("T: Mm-hmm.",), ()])
def test_it_is_read_alone_and_whole(floor_left: tuple[str, ...]) -> None:
    reader, _ = _read(ASKED, BEGUN, *floor_left, "C: stops at six now.")
    alone, whole = reader.given
    assert alone[-1] == "stops at six now."
    assert whole == [ASKED[3:], "I did want to go, it's just that the bus stops at six now."]


def test_all_parts_of_an_account_are_read_together() -> None:
    parts = ("C: we used to walk", "T: Right.", "C: and then he stopped going")
    reader, _ = _read(ASKED, BEGUN, "T: Mm-hmm.", *parts)
    assert reader.given[-1] == [
        ASKED[3:],
        "I did want to go, it's just that the bus we used to walk and then he stopped going",
    ]


def test_a_turn_that_answers_the_clinician_is_read_once() -> None:
    reader, _ = _read(ASKED, BEGUN, "T: So the bus would be the way to go?", "C: Yes, the bus.")
    assert len(reader.given) == 1


def test_the_account_counts_half_for_its_last_part() -> None:
    _, alone = _read(ASKED, "C: stops at six now.")
    _, going_on = _read(ASKED, BEGUN, "T: Mm-hmm.", "C: stops at six now.")
    assert alone.yes_but == pytest.approx(0.05)
    assert 0.05 < going_on.yes_but < 0.9
    assert going_on.minimal == alone.minimal
    assert going_on.change + going_on.neutral + going_on.sustain == pytest.approx(1.0)
