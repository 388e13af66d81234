"""The microphone against a real sound server: what is played is what is heard."""

import time
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from livecue.capture.microphone import Microphone
from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import CaptureSettings
from tests.capture.listener import Listener
from tests.pulse import Pulse

CLINICIAN_HZ, CLIENT_HZ = 440, 1_000
LOUDEST = 8_000
TOLD_WITHIN_S = 2
"""A promise to the clinician, and not a measure of this machine."""


@pytest.fixture
def two_tones(tmp_path: Path) -> Path:
    """Three seconds: 440 Hz on the left, 1000 Hz on the right, at 48 kHz."""
    path = tmp_path / "tones.wav"
    time_s = np.arange(3 * 48_000) / 48_000
    tones = np.stack([np.sin(2 * np.pi * hz * time_s) for hz in (CLINICIAN_HZ, CLIENT_HZ)], axis=1)
    with wave.open(str(path), "wb") as written:
        written.setnchannels(2)
        written.setsampwidth(2)
        written.setframerate(48_000)
        written.writeframes((tones * LOUDEST).astype("<i2").tobytes())
    return path


@contextmanager
def heard_from_the_start(microphone: Microphone) -> Iterator[Listener]:
    """It is heard before anything is played: a sink that plays already may be 2 s ahead."""
    with Listener(microphone) as listener:
        listener.until(lambda it: it.seconds > 0.2)
        yield listener


def middle_of(samples: Samples) -> Samples:
    """Two of the three seconds of tone."""
    first = int(np.flatnonzero(samples.any(axis=1))[0])
    return samples[first + SAMPLE_RATE_HZ // 2 :][: 2 * SAMPLE_RATE_HZ]


def tone_share(samples: Samples, hz: int) -> float:
    """Share of the energy that lies within 20 Hz of a tone."""
    energy = np.abs(np.fft.rfft(samples.astype(float))) ** 2
    tones_hz = np.fft.rfftfreq(len(samples), 1 / SAMPLE_RATE_HZ)
    return float(energy[np.abs(tones_hz - hz) < 20].sum() / energy.sum())


def test_each_channel_holds_what_was_played_on_it_and_nothing_is_lost(
    pulse: Pulse, two_tones: Path
) -> None:
    microphone = Microphone("pulse", "split", CaptureSettings())
    with heard_from_the_start(microphone) as listener, pulse.play(two_tones) as player:
        player.wait()
        listener.until(lambda it: not it.samples[-SAMPLE_RATE_HZ // 4 :].any())
    heard = middle_of(listener.samples)
    assert tone_share(heard[:, 0], CLINICIAN_HZ) > 0.99
    assert tone_share(heard[:, 1], CLIENT_HZ) > 0.99
    assert abs(int(np.abs(heard).max()) - LOUDEST) < LOUDEST // 50
    assert (microphone.overflows, listener.missing) == (0, [])


def test_mono_mixes_both_channels(pulse: Pulse, two_tones: Path) -> None:
    with (
        heard_from_the_start(Microphone("pulse", "mono", CaptureSettings())) as listener,
        pulse.play(two_tones) as player,
    ):
        player.wait()
    heard = middle_of(listener.samples)
    assert heard.shape[1] == 1
    assert tone_share(heard[:, 0], CLINICIAN_HZ) == pytest.approx(0.5, abs=0.02)
    assert tone_share(heard[:, 0], CLIENT_HZ) == pytest.approx(0.5, abs=0.02)


def test_a_microphone_taken_away_is_told_and_comes_back_by_itself(pulse: Pulse) -> None:
    with Listener(Microphone("pulse", "mono", CaptureSettings())) as listener:
        listener.until(lambda it: it.seconds > 0.5)
        pulse.unplug()
        unplugged_s = time.monotonic()
        listener.until(lambda it: "device_lost" in it.troubles)
        assert time.monotonic() - unplugged_s < TOLD_WITHIN_S
        time.sleep(1.5)
        pulse.plug_in()
        listener.until(lambda it: "device_back" in it.troubles)
        gone_s = time.monotonic() - unplugged_s
    assert listener.troubles == ["device_lost", "device_back"]
    (missing,) = listener.missing
    assert missing.why == "device lost"
    assert missing.end_s - missing.start_s == pytest.approx(gone_s, abs=0.4)


def test_a_microphone_that_is_muted_is_told_and_so_is_its_end(
    pulse: Pulse, two_tones: Path
) -> None:
    with (
        heard_from_the_start(Microphone("pulse", "mono", CaptureSettings())) as listener,
        pulse.play(two_tones),
    ):
        listener.until(lambda it: bool(it.samples.any()))
        pulse.mute(True)
        muted_s = time.monotonic()
        listener.until(lambda it: "muted" in it.troubles)
        assert time.monotonic() - muted_s < TOLD_WITHIN_S
        pulse.mute(False)
        listener.until(lambda it: it.troubles[-1] == "device_back")


def test_off_the_record_the_device_is_let_go_and_the_clock_goes_on(pulse: Pulse) -> None:
    microphone = Microphone("pulse", "mono", CaptureSettings())
    with Listener(microphone) as listener:
        listener.until(lambda it: it.seconds > 0.5)
        assert recordings(pulse) == 1
        microphone.pause()
        paused_s = time.monotonic()
        assert recordings(pulse) == 0
        heard_s = listener.seconds
        time.sleep(1.5)
        assert listener.seconds < heard_s + 0.5
        microphone.resume()
        listener.until(lambda it: bool(it.missing))
        off_s = time.monotonic() - paused_s
    (missing,) = listener.missing
    assert missing.why == "off the record"
    assert missing.end_s - missing.start_s == pytest.approx(off_s, abs=0.4)
    assert "device_lost" not in listener.troubles


def recordings(pulse: Pulse) -> int:
    """How many streams the server knows that hear the microphone."""
    return len(pulse.control("list", "short", "source-outputs").splitlines())
