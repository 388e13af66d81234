"""Change talk and sustain talk."""

import pytest

from livecue.events import MarkerName
from livecue.markers import talk
from tests.markers.talked import LEXICON, heard_last

ASKED = "T: What do you make of that?"


def _score(line: str, name: MarkerName) -> float:
    heard, _ = heard_last(ASKED, f"C: {line}")
    return max((one.score for one in talk.observe(heard, LEXICON) if one.marker == name), default=0)


@pytest.mark.parametrize(
    "line",
    [
        "I want to be there for my kids.",
        "I need to stop this.",
        "I think I can do it.",
        "I'm ready to give it a go.",
        "I'm going to call them tomorrow.",
        "I've cut down to three a day.",
        "It would be so much better for my health.",
    ],
)
def test_words_for_change_are_heard(line: str) -> None:
    assert _score(line, "change_talk") >= 0.5
    assert _score(line, "change_talk") > _score(line, "sustain_talk")


@pytest.mark.parametrize(
    "line",
    [
        "I can't see myself without it.",
        "I don't want to stop.",
        "It helps me relax after work.",
        "I'm not ready for that.",
        "I'd rather stay as I am.",
        "I want to smoke when I get home.",
    ],
)
def test_words_for_staying_are_heard(line: str) -> None:
    assert _score(line, "sustain_talk") >= 0.5
    assert _score(line, "sustain_talk") > _score(line, "change_talk")


def test_wanting_to_end_it_is_change_talk_though_it_names_the_behaviour() -> None:
    assert _score("I want to stop smoking.", "change_talk") >= 0.5


def test_plain_telling_is_neither() -> None:
    line = "The train leaves at eight and arrives at nine."
    assert _score(line, "change_talk") < 0.5
    assert _score(line, "sustain_talk") < 0.5
