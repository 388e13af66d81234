"""Synthetic sound: a voice that no person has, and the noise of a room."""

import numpy as np
import numpy.typing as npt

from livecue.capture.source import SAMPLE_RATE_HZ, Samples

Wave = npt.NDArray[np.float64]


def voice(seconds: float, pitch_hz: float = 130.0) -> Wave:
    """Changing vowels, peak 1: harmonics under two moving formants, at some syllables a second.

    They change, since webrtcvad comes to take a sound that stays for noise.
    """
    t = np.arange(round(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    first_hz = 550 + 250 * np.sin(2 * np.pi * 1.3 * t)
    second_hz = 1700 + 500 * np.sin(2 * np.pi * 0.9 * t)
    wave = np.zeros_like(t)
    for k in range(1, 26):
        f = k * pitch_hz
        strength = np.exp(-(((f - first_hz) / 250) ** 2))
        strength += 0.5 * np.exp(-(((f - second_hz) / 400) ** 2))
        wave += strength * np.sin(2 * np.pi * f * t + k)
    wave *= 0.6 + 0.4 * np.sin(2 * np.pi * 4 * t) ** 2
    peak: Wave = wave / np.abs(wave).max()
    return peak


def noise(seconds: float, level: float) -> Wave:
    """White noise, the same each time."""
    return np.random.default_rng(1).standard_normal(round(seconds * SAMPLE_RATE_HZ)) * level


def silence(seconds: float) -> Wave:
    """An empty channel."""
    return np.zeros(round(seconds * SAMPLE_RATE_HZ))


def mixed(*channels: Wave) -> Samples:
    """Channels, full scale 1, as they come from capture."""
    return np.clip(np.round(np.stack(channels, axis=1) * 32_767), -32_768, 32_767).astype(np.int16)
