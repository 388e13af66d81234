"""The sounds of a consulting room that are nobody's voice, made by rule; none is a recording."""

from collections.abc import Callable
from typing import Literal

import numpy as np
import numpy.typing as npt

from livecue.capture.source import SAMPLE_RATE_HZ

Wave = npt.NDArray[np.floating]
"""Sound of one channel, shape (frames,)."""

Curve = Callable[[Wave], Wave]

NoiseName = Literal["fan", "traffic"]
"""Sounds that go on all the time."""

LOWEST_HZ = 80.0
"""Laptop microphones hear little below."""
KEYS_EVERY_S = 0.18
BURST_EVERY_S = 12.0
"""Somebody types for some seconds, then stops for as long."""
KEY_PEAK = 0.8
"""Peaks of a key beside the voices' root mean square: keys of the laptop itself are loud."""
PAPER = 0.12
BREATH = 0.04
"""Root mean squares beside the voices'."""


def noise(name: NoiseName, frames: int, rng: np.random.Generator) -> Wave:
    """A noise of root mean square 1."""
    makers = {"fan": _fan, "traffic": _traffic}
    return _even(makers[name](frames, rng))


def keystrokes(frames: int, rng: np.random.Generator) -> Wave:
    """Somebody types in bursts: each key clicks when it goes down and, softer, when it comes up."""
    made = np.zeros(frames)
    at_s = rng.uniform(0, BURST_EVERY_S)
    while at_s < frames / SAMPLE_RATE_HZ:
        stops_s = at_s + rng.uniform(2, BURST_EVERY_S / 2)
        while at_s < stops_s:
            peak = KEY_PEAK * rng.uniform(0.3, 1)
            _add(made, at_s, peak * _click(rng))
            _add(made, at_s + rng.uniform(0.06, 0.12), 0.4 * peak * _click(rng))
            at_s += rng.gamma(4, KEYS_EVERY_S / 4)
        at_s += rng.uniform(BURST_EVERY_S / 2, BURST_EVERY_S)
    return made


def paper(frames: int, rng: np.random.Generator) -> Wave:
    """A page is turned now and then: a crackle of many small clicks, for up to a second."""
    made = np.zeros(frames)
    at_s = rng.exponential(20)
    while at_s < frames / SAMPLE_RATE_HZ:
        long = round(rng.uniform(0.3, 1.0) * SAMPLE_RATE_HZ)
        crackle = rng.standard_normal(long) * (rng.random(long) < 0.02)
        page = _shaped(crackle, lambda hz: ((hz > 1_500) & (hz < 7_500)).astype(float))
        _add(made, at_s, PAPER * _even(page) * np.hanning(long) ** 0.5)
        at_s += 1 + rng.exponential(25)
    return made


def breath(frames: int, rng: np.random.Generator) -> Wave:
    """Somebody breathes: a rush of air every four seconds or so, the out-breath the longer."""
    made = np.zeros(frames)
    at_s = rng.uniform(0, 4)
    while at_s < frames / SAMPLE_RATE_HZ:
        long = round(rng.uniform(0.7, 1.4) * SAMPLE_RATE_HZ)
        air = _shaped(rng.standard_normal(long), lambda hz: 1 / (1 + ((hz - 900) / 700) ** 2))
        _add(made, at_s, BREATH * _even(air) * np.hanning(long))
        at_s += rng.uniform(3, 5)
    return made


def _fan(frames: int, rng: np.random.Generator) -> Wave:
    """Moving air, and its blades' hum, which wavers a little."""
    air = _shaped(rng.standard_normal(frames), lambda hz: 1 / np.sqrt(hz) / (1 + hz / 2_500))
    time_s = np.arange(frames) / SAMPLE_RATE_HZ
    turns = 117 * time_s + 0.6 * np.sin(2 * np.pi * 0.21 * time_s)
    hum = np.sum([np.sin(2 * np.pi * k * turns + k) / k for k in (1, 2, 3)], axis=0)
    heard: Wave = _even(air) + 0.35 * hum
    return heard


def _traffic(frames: int, rng: np.random.Generator) -> Wave:
    """Engines far away, and the tyres of each car that passes, louder by up to 12 dB."""
    far = _shaped(rng.standard_normal(frames), lambda hz: 1 / hz)
    tyres = _shaped(rng.standard_normal(frames), lambda hz: 1 / (1 + ((hz - 900) / 500) ** 2))
    passing = np.zeros(frames)
    time_s = np.arange(frames) / SAMPLE_RATE_HZ
    at_s = rng.uniform(0, 8)
    while at_s < time_s[-1]:
        passing += rng.uniform(0.5, 1) * np.exp(-0.5 * ((time_s - at_s) / rng.uniform(1, 2)) ** 2)
        at_s += rng.exponential(8)
    heard: Wave = _even(far) + _even(tyres) * passing
    return heard


def _click(rng: np.random.Generator) -> Wave:
    """A key's click, of peak 1: some milliseconds, mostly above 1 kHz, with a little thump."""
    time_s = np.arange(round(0.025 * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    sharp = rng.standard_normal(len(time_s)) * np.exp(-time_s / rng.uniform(0.001, 0.004))
    thump = np.sin(2 * np.pi * rng.uniform(120, 260) * time_s) * np.exp(-time_s / 0.008)
    click = np.diff(sharp, prepend=0.0) + 0.5 * thump
    scaled: Wave = click / np.abs(click).max()
    return scaled


def _shaped(white: Wave, curve: Curve) -> Wave:
    """Noise whose spectrum follows a curve over frequency in Hz, with nothing below `LOWEST_HZ`."""
    hz = np.fft.rfftfreq(len(white), 1 / SAMPLE_RATE_HZ)
    kept = hz >= LOWEST_HZ
    weights = np.zeros(len(hz))
    weights[kept] = curve(hz[kept])
    shaped: Wave = np.fft.irfft(np.fft.rfft(white) * weights, len(white))
    return shaped


def _even(made: Wave) -> Wave:
    """The same sound, of root mean square 1."""
    scaled: Wave = made / made.std()
    return scaled


def _add(made: Wave, at_s: float, sound: Wave) -> None:
    start = round(at_s * SAMPLE_RATE_HZ)
    end = min(start + len(sound), len(made))
    if start < end:
        made[start:end] += sound[: end - start]
