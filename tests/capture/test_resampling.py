"""Every rate becomes 16 kHz, the same way whatever the pieces."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecue.capture.resampling import Resampler, as_sound
from livecue.capture.source import SAMPLE_RATE_HZ, Samples

RATES_HZ = [8_000, 16_000, 22_050, 44_100, 48_000, 96_000]


def noise(rate_hz: int, lasting_s: float) -> Samples:
    made = np.random.default_rng(1).normal(0, 1_000, (round(rate_hz * lasting_s), 2))
    return made.astype(np.int16)


def resampled(samples: Samples, rate_hz: int, cuts: list[int]) -> Samples:
    resampler = Resampler(rate_hz, "split")
    pieces = [resampler.push(as_sound(piece)) for piece in np.split(samples, sorted(cuts))]
    return np.concatenate([*pieces, resampler.flush()])


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_the_length_in_seconds_stays(rate_hz: int) -> None:
    assert len(resampled(noise(rate_hz, 2.5), rate_hz, [])) == 2.5 * SAMPLE_RATE_HZ


@given(cuts=st.lists(st.integers(0, 44_100), max_size=20))
def test_the_result_does_not_depend_on_how_it_is_cut(cuts: list[int]) -> None:
    whole = noise(44_100, 1)
    np.testing.assert_array_equal(resampled(whole, 44_100, cuts), resampled(whole, 44_100, []))


def test_digital_silence_stays_digital_silence() -> None:
    assert not resampled(np.zeros((48_000, 2), np.int16), 48_000, []).any()


def test_sound_at_16_khz_is_left_as_it_is() -> None:
    samples = noise(SAMPLE_RATE_HZ, 1)
    np.testing.assert_array_equal(resampled(samples, SAMPLE_RATE_HZ, [77]), samples)


def test_full_scale_does_not_wrap_round() -> None:
    loud = np.full((48_000, 2), 32_767, np.int16)
    loud[24_000:] = -32_768
    result = resampled(loud, 48_000, []).astype(int)
    assert result[100:7_900].min() > 30_000
    assert result[8_100:-100].max() < -30_000
