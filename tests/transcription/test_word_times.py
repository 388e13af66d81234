"""Words lie where speech was heard."""

import pytest

from livecue.transcription.word_times import on_speech

STRETCHES = [(1.0, 2.0), (5.0, 7.0)]


def times(*words: tuple[float, float]) -> list[tuple[float, float]]:
    placed = on_speech([("w", start, end, 0.9) for start, end in words], STRETCHES)
    return [(start, end) for _, start, end, _ in placed]


def test_words_within_speech_stay_where_they_are() -> None:
    assert times((1.1, 1.5), (1.5, 2.0), (5.2, 6.0)) == [(1.1, 1.5), (1.5, 2.0), (5.2, 6.0)]


def test_a_word_stretched_back_over_a_pause_begins_with_the_speech_after_it() -> None:
    assert times((1.2, 2.0), (2.1, 5.6)) == [(1.2, 2.0), (5.0, 5.6)]


def test_a_word_stretched_into_a_pause_ends_with_the_speech_before_it() -> None:
    assert times((1.2, 3.0)) == [(1.2, 2.0)]


def test_a_word_that_lies_in_a_pause_goes_to_the_nearest_speech() -> None:
    ((start, end),) = times((4.5, 4.8))
    assert start == 5.0
    assert end == pytest.approx(5.02)


def test_words_never_go_back_in_time() -> None:
    starts = [start for start, _ in times((1.0, 1.5), (1.4, 5.5), (1.6, 1.9), (6.0, 6.5))]
    assert starts == sorted(starts)
