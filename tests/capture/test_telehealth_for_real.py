"""A video call on a real sound server: the microphone and what is played, on one clock."""

import time
import wave
from pathlib import Path

import numpy as np
import pytest

from livecue.capture.source import SAMPLE_RATE_HZ, Missing, Samples, Trouble
from livecue.capture.telehealth import Telehealth
from livecue.config import CaptureSettings
from livecue.errors import InputError
from tests.capture.listener import Listener
from tests.pulse import Pulse

TOGETHER_S = 0.03
"""A server hands a monitor's sound over in pieces of its own."""
BURST_S = 0.1


@pytest.fixture
def bursts(tmp_path: Path) -> Path:
    """Five seconds: a burst of noise every second, at 48 kHz."""
    path = tmp_path / "bursts.wav"
    rng = np.random.default_rng(1)
    sound = np.zeros(5 * 48_000)
    for second in range(5):
        first = second * 48_000 + 24_000
        sound[first : first + round(BURST_S * 48_000)] = rng.uniform(-8_000, 8_000, 4_800)
    with wave.open(str(path), "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(48_000)
        written.writeframes(sound.astype("<i2").tobytes())
    return path


def onsets_s(samples: Samples) -> np.ndarray:
    """Where sound begins after at least 0.3 s without any."""
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > 500)
    first = np.concatenate([[True], np.diff(loud) > 0.3 * SAMPLE_RATE_HZ])
    return np.asarray(loud[first] / SAMPLE_RATE_HZ)


def call(played: str | None = None) -> Telehealth:
    return Telehealth("Table_microphone", played, CaptureSettings())


def test_what_is_heard_on_both_sides_at_once_lies_side_by_side(pulse: Pulse, bursts: Path) -> None:
    pulse.add_microphone("usb.1", "Table_microphone")
    with Listener(call()) as listener:
        listener.until(lambda it: it.seconds > 2)
        with pulse.play(bursts) as player:
            player.wait()
        listener.until(lambda it: len(onsets_s(it.samples[:, 1])) >= 5)
        heard_s = listener.seconds
        listener.until(lambda it: it.seconds > heard_s + 1)
    own_s, others_s = (onsets_s(listener.samples[:, c]) for c in (0, 1))
    assert len(own_s) == len(others_s) == 5
    assert np.abs(own_s - others_s).max() < TOGETHER_S
    assert np.diff(own_s) == pytest.approx(1, abs=TOGETHER_S)
    # Nothing is played at first: a microphone that is really silent.
    assert set(listener.troubles) <= {"silent", "device_back"}


def test_a_client_whose_side_is_lost_is_told_and_missing_until_it_is_back(pulse: Pulse) -> None:
    pulse.add_microphone("usb.1", "Table_microphone")
    played = pulse.add_output("call", "Headphones")
    with Listener(call("Headphones")) as listener:
        listener.until(lambda it: it.seconds > 2)
        pulse.control("unload-module", played)
        lost_s = time.monotonic()
        listener.until(lambda it: "device_lost" in it.troubles)
        time.sleep(1)
        pulse.add_output("call", "Headphones")
        listener.until(lambda it: "device_back" in it.troubles)
        gone_s = time.monotonic() - lost_s
        heard_s = listener.seconds
        listener.until(lambda it: it.seconds > heard_s + 2)
    troubles = [item for item in listener.heard if isinstance(item, Trouble)]
    (lost,) = [item for item in troubles if item.what == "device_lost"]
    assert lost.detail.startswith("the client's side: ")
    later = [gap for gap in listener.missing if gap.start_s > 1]
    assert {gap.why for gap in later} == {"the client's side is not heard"}
    assert sum(gap.end_s - gap.start_s for gap in later) == pytest.approx(gone_s, abs=1)


def test_a_microphone_that_is_lost_is_missing_too(pulse: Pulse) -> None:
    module = pulse.add_microphone("usb.1", "Table_microphone")
    pulse.add_output("call", "Headphones")
    with Listener(call("Headphones")) as listener:
        listener.until(lambda it: it.seconds > 2)
        pulse.control("unload-module", module)
        listener.until(lambda it: "device_lost" in it.troubles)
        time.sleep(1)
        pulse.add_microphone("usb.1", "Table_microphone")
        listener.until(lambda it: "device_back" in it.troubles)
        heard_s = listener.seconds
        listener.until(lambda it: it.seconds > heard_s + 1)
    assert "device lost" in {gap.why for gap in listener.missing}
    spans = [(i.start_s, i.end_s) for i in listener.heard if not isinstance(i, Trouble)]
    assert [s for s, _ in spans[1:]] == pytest.approx([e for _, e in spans[:-1]], abs=1e-6)


def test_off_the_record_neither_side_is_heard(pulse: Pulse) -> None:
    pulse.add_microphone("usb.1", "Table_microphone")
    source = call()
    with Listener(source) as listener:
        listener.until(lambda it: it.seconds > 1)
        source.pause()
        time.sleep(1.5)
        source.resume()
        heard_s = listener.seconds
        listener.until(lambda it: it.seconds > heard_s + 1.5)
    off = [item for item in listener.missing if item.end_s - item.start_s > 0.5]
    assert sum(item.end_s - item.start_s for item in off) == pytest.approx(1.5, abs=0.8)
    assert isinstance(off[0], Missing)


def test_a_client_device_that_is_not_there_is_refused(pulse: Pulse) -> None:
    pulse.add_microphone("usb.1", "Table_microphone")
    with pytest.raises(InputError, match="nosuchoutput"):
        call("nosuchoutput")
