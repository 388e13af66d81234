"""Words at which livecue holds."""

import pytest

from livecue.markers.care import mentions_danger
from tests.markers.talked import LEXICON


@pytest.mark.parametrize(
    "line",
    [
        "Sometimes I just want to die.",
        "I've thought of killing myself.",
        "I would never hurt myself.",
        "I don't want to be here any more.",
        "They'd be better off without me.",
        "He hits me when he has been drinking.",
        "I'm scared of him.",
        "I'm afraid I could hurt someone.",
    ],
)
def test_dying_self_harm_abuse_and_harming_others_are_noticed(line: str) -> None:
    assert mentions_danger(line, LEXICON)


@pytest.mark.parametrize(
    "line",
    [
        "That film killed me, I laughed so much.",
        "I'm dying for a cup of tea.",
        "I hurt my knee on the stairs.",
        "My phone is dead.",
        "I could murder a sandwich.",
        "",
    ],
)
def test_everyday_words_are_not(line: str) -> None:
    assert not mentions_danger(line, LEXICON)
