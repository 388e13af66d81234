"""A device that gives sound, but only silence."""

import numpy as np
import pytest

from livecue.capture.quiet import Quiet
from livecue.events import HealthName

CHUNK_S = 0.05
ZEROS = np.zeros((800, 1), np.int16)
HISS = np.ones((800, 1), np.int16)


def names(found: list[tuple[HealthName, str]]) -> list[str]:
    return [what for what, _ in found]


def hear(
    quiet: Quiet, samples: "np.ndarray[tuple[int, ...], np.dtype[np.int16]]", s: float
) -> list[tuple[HealthName, str]]:
    chunks = round(s / CHUNK_S)
    return [told for _ in range(chunks) for told in quiet.push(samples, CHUNK_S)]


@pytest.fixture
def quiet() -> Quiet:
    made = Quiet(loopback=False)
    made.began()
    return made


def test_zeros_after_sound_are_told_within_two_seconds_and_once_until_sound_comes(
    quiet: Quiet,
) -> None:
    assert hear(quiet, HISS, 5) == []
    ((what, words),) = hear(quiet, ZEROS, 1.9)
    assert what == "silent"
    assert "muted?" in words
    assert hear(quiet, ZEROS, 60) == []
    assert names(hear(quiet, HISS, 1)) == ["device_back"]
    assert names(hear(quiet, ZEROS, 1.9)) == ["silent"]


def test_a_device_that_never_gave_any_sound_is_told_in_other_words(quiet: Quiet) -> None:
    ((what, words),) = hear(quiet, ZEROS, 1.9)
    assert what == "silent"
    assert "nothing but silence since it was opened" in words


def test_a_short_silence_is_none(quiet: Quiet) -> None:
    for _ in range(20):
        assert hear(quiet, ZEROS, 1.2) + hear(quiet, HISS, 0.1) == []


def test_a_quiet_room_is_not_silence(quiet: Quiet) -> None:
    faint = ZEROS.copy()
    faint[400] = 1
    assert hear(quiet, faint, 60) == []


def test_what_the_computer_plays_may_be_nothing() -> None:
    quiet = Quiet(loopback=True)
    quiet.began()
    assert hear(quiet, ZEROS, 600) == []


def test_the_systems_word_is_told_at_once_and_its_zeros_are_not_told_too(quiet: Quiet) -> None:
    hear(quiet, HISS, 1)
    assert names(quiet.flagged(muted=True)) == ["muted"]
    assert quiet.flagged(muted=True) == []
    assert hear(quiet, ZEROS, 60) == []
    assert names(quiet.flagged(muted=False)) == ["device_back"]
    assert hear(quiet, HISS, 60) == []


def test_silence_that_goes_on_after_the_mute_is_told(quiet: Quiet) -> None:
    quiet.flagged(muted=True)
    hear(quiet, ZEROS, 5)
    quiet.flagged(muted=False)
    assert names(hear(quiet, ZEROS, 1.9)) == ["silent"]
