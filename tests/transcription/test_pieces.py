"""A long turn is divided at its inner pauses, and each division depends on the past alone."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecue.capture.source import SAMPLE_RATE_HZ
from livecue.config import TranscriptionSettings
from livecue.hearing.spoken import LEAD_S, TAIL_S
from livecue.transcription.pieces import lasting_pieces_of, pieces_of
from tests.transcription.turns import spoken

SETTINGS = TranscriptionSettings(piece_s=5, piece_pause_s=0.5)
Stretch = tuple[float, float]


def divided(*stretches: Stretch) -> list[tuple[Stretch, ...]]:
    return [piece.stretches for piece in pieces_of(spoken(*stretches), SETTINGS)]


def test_a_short_turn_is_its_own_only_piece() -> None:
    turn = spoken((1.0, 2.0), (3.0, 5.0))
    [piece] = pieces_of(turn, SETTINGS)
    assert (piece.start, piece.end, piece.stretches) == (1.0, 5.0, turn.stretches)
    assert piece.audio_start == turn.audio_start
    assert len(piece.samples) == round((LEAD_S + 4.0 + TAIL_S) * SAMPLE_RATE_HZ)


def test_only_the_first_piece_begins_the_turn() -> None:
    long = spoken((0.0, 6.0), (7.0, 13.0), (14.0, 16.0))
    assert [piece.inner for piece in pieces_of(long, SETTINGS)] == [False, True, True]


@pytest.mark.parametrize(
    ("says", "stretches", "expected"),
    [
        (
            "a long turn is divided at its next pause",
            [(0.0, 3.0), (4.0, 6.0), (7.0, 9.0)],
            [((0.0, 3.0), (4.0, 6.0)), ((7.0, 9.0),)],
        ),
        (
            "not at a pause that is too short",
            [(0.0, 6.0), (6.3, 8.0), (9.0, 10.0)],
            [((0.0, 6.0), (6.3, 8.0)), ((9.0, 10.0),)],
        ),
        (
            "each piece is long again before it is divided",
            [(0.0, 6.0), (7.0, 8.0), (9.0, 10.0), (11.0, 13.0), (14.0, 15.0)],
            [((0.0, 6.0),), ((7.0, 8.0), (9.0, 10.0), (11.0, 13.0)), ((14.0, 15.0),)],
        ),
    ],
)
def test_division(says: str, stretches: list[Stretch], expected: list[tuple[Stretch, ...]]) -> None:
    assert divided(*stretches) == expected, says


def test_each_piece_has_its_own_sound_with_a_margin() -> None:
    turn = spoken((10.0, 16.0), (17.0, 19.0))
    sound = np.arange(len(turn.samples)).astype(np.int16)
    first, second = pieces_of(spoken(*turn.stretches, samples=sound), SETTINGS)
    assert first.audio_start == turn.audio_start
    assert len(first.samples) == round((16.0 + TAIL_S - turn.audio_start) * SAMPLE_RATE_HZ)
    assert second.audio_start == pytest.approx(17.0 - LEAD_S)
    at = round((second.audio_start - turn.audio_start) * SAMPLE_RATE_HZ)
    assert np.array_equal(
        second.samples, sound[at : at + round((2.0 + LEAD_S + TAIL_S) * SAMPLE_RATE_HZ)]
    )


def test_the_sound_of_a_piece_does_not_reach_into_the_piece_before() -> None:
    _, second = pieces_of(spoken((10.0, 16.0), (16.5, 19.0)), SETTINGS)
    assert second.audio_start == pytest.approx(16.25)


lengths = st.lists(st.tuples(st.floats(0.2, 9), st.floats(0.2, 3)), min_size=1, max_size=8)


@given(lengths)
def test_what_comes_after_a_lasting_piece_does_not_change_it(
    lengths: list[tuple[float, float]],
) -> None:
    at = 0.0
    stretches: list[Stretch] = []
    before: list[tuple[Stretch, ...]] = []
    for length_s, pause_s in lengths:
        stretches.append((at, at + length_s))
        at += length_s + max(pause_s, SETTINGS.piece_pause_s + 0.01)
        assert divided(*stretches)[: len(before)] == before
        before = [p.stretches for p in lasting_pieces_of(spoken(*stretches), SETTINGS)]


@given(lengths)
def test_no_speech_is_left_out_or_read_twice(lengths: list[tuple[float, float]]) -> None:
    at = 0.0
    stretches: list[Stretch] = []
    for length_s, pause_s in lengths:
        stretches.append((at, at + length_s))
        at += length_s + pause_s
    assert [one for piece in divided(*stretches) for one in piece] == stretches
