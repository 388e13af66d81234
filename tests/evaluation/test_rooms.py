"""Simulated rooms are as reverberant and as noisy as they say."""

import numpy as np
import pytest

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.evaluation.noises import breath, keystrokes, noise, paper
from livecue.evaluation.rooms import (
    BAD,
    CLEAN,
    CLIENT_M,
    CLINICIAN_M,
    NOTES,
    OFFICE,
    Point,
    Room,
    active_level,
    heard_in,
    impulse_response,
)


def decay_s(response: np.ndarray) -> float:
    """Time in which sound above 100 Hz falls by 60 dB, from its fall between -5 and -25 dB."""
    spectrum = np.fft.rfft(response, 1 << 15)
    spectrum[np.fft.rfftfreq(1 << 15, 1 / SAMPLE_RATE_HZ) < 100] = 0
    left = np.cumsum(np.fft.irfft(spectrum)[: len(response)][::-1] ** 2)[::-1]
    left_db = 10 * np.log10(left / left[0] + 1e-12)
    return 3 * float(np.argmax(left_db < -25) - np.argmax(left_db < -5)) / SAMPLE_RATE_HZ


def two_tones(seconds: float) -> Samples:
    """The clinician's first half 300 Hz, the client's second half 500 Hz, of the same strength."""
    time_s = np.arange(round(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    first = time_s < seconds / 2
    tones = [np.sin(2 * np.pi * 300 * time_s) * first, np.sin(2 * np.pi * 500 * time_s) * ~first]
    return (2_000 * np.stack(tones, axis=1)).astype(np.int16)


@pytest.mark.parametrize("rt60_s", [0.3, 0.6])
@pytest.mark.parametrize("place", [CLINICIAN_M, CLIENT_M])
def test_a_room_has_the_reverberation_time_it_states(rt60_s: float, place: Point) -> None:
    response = impulse_response(rt60_s, place, np.random.default_rng(1))
    assert decay_s(response) == pytest.approx(rt60_s, rel=0.1)


def test_the_direct_sound_comes_at_once_and_is_the_strongest() -> None:
    response = impulse_response(0.6, CLINICIAN_M, np.random.default_rng(1))
    assert response[0] == pytest.approx(1, abs=1e-6)
    assert np.abs(response).argmax() == 0


@pytest.mark.parametrize("room", [OFFICE, BAD])
def test_noise_is_as_far_below_the_voices_as_stated(room: Room) -> None:
    voices = two_tones(4)
    quiet = Room("as reverberant", rt60_s=room.rt60_s)
    voice = heard_in(quiet, voices, "one", seed=3)[:, 0].astype(float)
    both = heard_in(room, voices, "one", seed=3)[:, 0].astype(float)
    snr_db = 20 * np.log10(active_level(voice) / (both - voice).std())
    assert snr_db == pytest.approx(room.snr_db, abs=0.5)


def test_without_a_room_the_microphone_hears_the_voices_as_they_are() -> None:
    voices = two_tones(1)
    assert (heard_in(CLEAN, voices, "each", seed=1) == voices).all()
    assert (heard_in(CLEAN, voices, "one", seed=1)[:, 0] == voices.sum(axis=1)).all()


def test_the_client_who_sits_farther_away_is_fainter_and_more_reverberant() -> None:
    near, far = (
        impulse_response(0.6, place, np.random.default_rng(1)) for place in (CLINICIAN_M, CLIENT_M)
    )
    assert (far[100:] ** 2).sum() > (near[100:] ** 2).sum()
    voices = two_tones(2)
    heard = heard_in(Room("room", rt60_s=0.3), voices, "each", seed=1).astype(float)
    assert active_level(heard[:, 0]) > active_level(heard[:, 1])


def test_the_same_seed_gives_the_same_sound_and_another_another() -> None:
    voices = two_tones(1)
    again = [heard_in(NOTES, voices, "one", seed) for seed in (1, 1, 2)]
    assert (again[0] == again[1]).all()
    assert (again[0] != again[2]).any()


def test_steady_noises_have_strength_one_and_little_below_what_is_heard() -> None:
    for name in ("fan", "traffic"):
        made = noise(name, 4 * SAMPLE_RATE_HZ, np.random.default_rng(1))
        assert made.std() == pytest.approx(1)


def test_keys_paper_and_breath_come_and_go() -> None:
    for made in (keystrokes, paper, breath):
        sound = made(300 * SAMPLE_RATE_HZ, np.random.default_rng(4))
        tenths = np.abs(sound).reshape(-1, SAMPLE_RATE_HZ // 10).max(axis=1)
        assert 0.005 < (tenths > 0.2 * tenths.max()).mean() < 0.6
