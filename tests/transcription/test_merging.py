"""Short pieces read as one come apart again with the words and times of each."""

import numpy as np
import pytest

from livecue.hearing.spoken import SpokenTurn
from livecue.transcription.merging import divided, merged
from livecue.transcription.scripted import timed
from livecue.transcription.transcriber import Transcript
from tests.transcription.turns import ROOM_S, spoken

PIECES = [
    spoken((10.0, 11.0), i=1),
    spoken((40.0, 40.5), (42.0, 44.0), i=3),
    spoken((90.0, 92.0), i=5),
]
TEXTS = ["Not really.", "I had no time this week.", "It was fine."]


def read() -> Transcript:
    """The pieces as one, read without a mistake."""
    one = merged(PIECES)
    first, second, third, fourth = one.stretches
    words = [
        *timed(TEXTS[0], (first,)),
        *timed(TEXTS[1], (second, third)),
        *timed(TEXTS[2], (fourth,)),
    ]
    return Transcript(one, " ".join(TEXTS), tuple(words), compute_s=3.0)


def test_the_sound_of_each_follows_on_that_of_the_one_before() -> None:
    sounds = [np.full(len(piece.samples), n, np.int16) for n, piece in enumerate(PIECES)]
    loud = [
        spoken(*piece.stretches, samples=sound) for piece, sound in zip(PIECES, sounds, strict=True)
    ]
    one = merged(loud)
    assert np.array_equal(one.samples, np.concatenate(sounds))
    second_s, third_s = 1 + ROOM_S, 5 + 2 * ROOM_S
    assert [edge - 10 for stretch in one.stretches for edge in stretch] == pytest.approx(
        [0, 1, second_s, second_s + 0.5, second_s + 2, second_s + 4, third_s, third_s + 2]
    )


def test_each_has_its_own_words_again_at_their_own_times() -> None:
    parts = divided(read(), PIECES)
    assert [part.text for part in parts] == TEXTS
    assert [part.turn.i for part in parts] == [1, 3, 5]
    for part, piece in zip(parts, PIECES, strict=True):
        expected = timed(part.text or "", piece.stretches)
        assert [word[0] for word in part.words] == [word[0] for word in expected]
        for place in (1, 2):
            own = [word[place] for word in part.words]
            assert own == pytest.approx([word[place] for word in expected], abs=0.002)
        assert part.compute_s == pytest.approx(1.0)


def test_what_is_not_understood_together_is_understood_in_none() -> None:
    one: SpokenTurn = merged(PIECES)
    parts = divided(Transcript(one, None, understood=False), PIECES)
    assert [(part.text, part.understood) for part in parts] == [(None, False)] * 3
