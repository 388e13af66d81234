"""The level gate: what is loud enough to be speech, here and in this voice."""

import numpy as np
import pytest

from livecue.config import HearingSettings
from livecue.hearing.gate import FRAME_SAMPLES, LevelGate, levels_db

SETTINGS = HearingSettings(gate_above_noise_db=4, gate_below_speech_db=36)


def gate(*heard: tuple[float, bool, float]) -> LevelGate:
    """A gate that has heard levels in dB, speech or not, for so many seconds each."""
    learnt = LevelGate(SETTINGS)
    for level_db, speech, seconds in heard:
        for _ in range(round(seconds * 100)):
            learnt.learn(level_db, speech)
    return learnt


def test_the_level_of_a_frame_is_its_mean_square_in_db_above_one_step() -> None:
    sound = np.full((2 * FRAME_SAMPLES, 1), 100, np.int16)
    sound[FRAME_SAMPLES:] = 1000

    assert levels_db(sound)[:, 0] == pytest.approx([40, 60], abs=0.01)


def test_a_frame_must_stand_above_the_rooms_noise() -> None:
    room = gate((40, False, 2))

    assert not room.passes(43)
    assert room.passes(45)


def test_a_quiet_voice_in_a_quiet_room_passes() -> None:
    assert gate((10, False, 2), (40, True, 1)).passes(17)


def test_what_is_far_below_the_voices_peak_is_not_speech() -> None:
    voice = gate((10, False, 1), (70, True, 1))

    assert not voice.passes(33)
    assert voice.passes(37)


def test_a_fan_switched_on_is_learnt_within_seconds() -> None:
    assert not gate((20, False, 5), (45, False, 4)).passes(47)


def test_a_voice_that_is_there_from_the_first_frame_is_heard() -> None:
    assert gate((70, True, 0.01)).passes(70)


def test_long_speech_is_not_taken_for_noise() -> None:
    sentence = [(65.0, True, 0.5), (22.0, False, 0.05)]

    assert gate((20, False, 2), *sentence * 40).passes(50)


def test_one_knock_does_not_set_the_voices_peak() -> None:
    assert gate((10, False, 1), (60, True, 2), (90, True, 0.01)).passes(35)


def test_a_voice_that_drops_is_followed() -> None:
    loud = gate((10, False, 1), (80, True, 2))
    sentence = [(60.0, True, 0.5), (12.0, False, 0.05)]
    dropped = gate((10, False, 1), (80, True, 2), *sentence * 30)

    assert not loud.passes(40)
    assert dropped.passes(40)


def test_a_channel_that_is_shut_says_nothing_of_the_room() -> None:
    assert not gate((40, False, 2), (-30, False, 60)).passes(43)
