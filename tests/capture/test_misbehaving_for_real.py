"""Devices that misbehave on a real sound server: each is told in time, and recovers by itself."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest

from livecue.capture import portaudio
from livecue.capture.devices import InputDevice, find, input_devices
from livecue.capture.feed import POLL_S, Began, Change, Feed
from livecue.capture.microphone import Microphone
from livecue.capture.ring import Chunk
from livecue.capture.source import SAMPLE_RATE_HZ, Trouble
from livecue.config import CaptureSettings
from livecue.events import HealthName
from tests.capture.listener import Listener
from tests.pulse import Pulse

TOLD_WITHIN_S = 2
"""A promise to the clinician, and not a measure of this machine."""

TELEPHONE_HZ = (8_000, 16_000)
"""What a Bluetooth headset falls back to. 44.1 kHz for 48 kHz takes longer to tell on a machine
that is busy."""


@contextmanager
def hearing(name: str | None) -> Iterator[Listener]:
    """A session's source that hears already."""
    with Listener(Microphone(name, "mono", CaptureSettings())) as listener:
        listener.until(lambda it: it.seconds > 0.5)
        yield listener


def assert_told_in_time(listener: Listener, what: HealthName, since_s: float) -> None:
    """`since_s`: when it happened, by the machine's clock."""
    listener.until(lambda it: what in it.troubles)
    assert time.monotonic() - since_s < TOLD_WITHIN_S


def words(listener: Listener, what: HealthName) -> str:
    heard = [item for item in listener.heard if isinstance(item, Trouble)]
    return next(item.detail for item in heard if item.what == what)


def by_name() -> dict[str, InputDevice]:
    return {device.name: device for device in input_devices()}


def test_microphones_go_by_the_names_people_know_and_what_is_played_is_told_apart(
    pulse: Pulse,
) -> None:
    pulse.add_microphone("usb.1", "Table_microphone")
    devices = by_name()
    microphone, played = devices["Table_microphone"], devices["Monitor of Room"]
    assert (microphone.host_api, microphone.source) == ("PulseAudio", "usb.1")
    assert not microphone.loopback
    assert played.loopback
    assert played.default, "it hears the default output"
    assert "pulse" in devices, "the way through ALSA stays"


@pytest.mark.parametrize("name", ["table_micro", "usb.1", "Table_microphone, PulseAudio"])
def test_a_microphone_is_found_by_what_the_server_or_people_call_it(
    pulse: Pulse, name: str
) -> None:
    pulse.add_microphone("usb.1", "Table_microphone")
    assert find(name).source == "usb.1"


def test_a_microphone_is_the_default_before_what_is_played(pulse: Pulse) -> None:
    assert find(None).name == "Monitor of Room", "there is nothing else"
    pulse.add_microphone("usb.1", "Table_microphone")
    pulse.control("set-default-source", "usb.1")
    assert find(None).name == "Table_microphone"
    assert find(None, loopback=True).name == "Monitor of Room"


def test_of_two_microphones_the_one_that_was_named_is_heard(pulse: Pulse) -> None:
    pulse.add_output("other", "Other")
    with pulse.headset("headset", 16_000, 16_000), hearing("headset") as listener:
        listener.until(lambda it: bool(it.samples.any()))
    with hearing("Monitor of Other") as listener:
        listener.until(lambda it: it.seconds > 1)
    assert not listener.samples.any()


def test_two_feeds_hear_two_devices_at_once(pulse: Pulse) -> None:
    pulse.add_microphone("usb.1", "Table_microphone")
    feeds = [
        Feed("table", CaptureSettings()),
        Feed(None, CaptureSettings(), loopback=True),
    ]
    began: list[str] = []
    chunks = [0, 0]
    give_up_s = time.monotonic() + 15
    while min(chunks) < 10:
        assert time.monotonic() < give_up_s
        for place, feed in enumerate(feeds):
            told = feed.poll()
            began += [item.device.name for item in told if isinstance(item, Began)]
            chunks[place] += sum(isinstance(item, Chunk) for item in told)
            assert not [item for item in told if isinstance(item, Change)]
        time.sleep(POLL_S)
    for feed in feeds:
        feed.close()
    assert sorted(began) == ["Monitor of Room", "Table_microphone"]


def test_a_microphone_pulled_out_is_told_and_heard_again_when_it_is_back(pulse: Pulse) -> None:
    """By its name, though the server moves our stream to another microphone meanwhile, as every
    desktop's does."""
    pulse.control("load-module", "module-rescue-streams")
    pulse.add_output("other", "Other")
    with hearing("Monitor of Room") as listener:
        pulse.unplug()
        unplugged_s = time.monotonic()
        assert_told_in_time(listener, "device_lost", unplugged_s)
        time.sleep(1)
        pulse.plug_in(rate_hz=44_100)
        listener.until(lambda it: "device_back" in it.troubles)
        gone_s = time.monotonic() - unplugged_s
    assert listener.troubles[:2] == ["device_lost", "device_back"]
    assert listener.missing[0].why == "device lost"
    lost_s = sum(missing.end_s - missing.start_s for missing in listener.missing)
    assert lost_s == pytest.approx(gone_s, abs=0.8)


def test_a_microphone_put_to_sleep_is_told_in_those_words(pulse: Pulse) -> None:
    """It is what the server does when another program takes the device itself."""
    with hearing("pulse") as listener:
        pulse.suspend(True)
        assert_told_in_time(listener, "device_lost", time.monotonic())
        assert "asleep, or another program has it" in words(listener, "device_lost")
        time.sleep(1)
        pulse.suspend(False)
        listener.until(lambda it: "device_back" in it.troubles)
    assert [missing.why for missing in listener.missing] == ["device lost"]


def test_a_sound_server_that_stands_still_is_told_and_nothing_waits_for_it(pulse: Pulse) -> None:
    with hearing("pulse") as listener:
        pulse.freeze(True)
        frozen_s = time.monotonic()
        assert_told_in_time(listener, "device_lost", frozen_s)
        told = len(listener.heard)
        listener.until(lambda it: len(it.heard) > told + 5)
        pulse.freeze(False)
        listener.until(lambda it: "device_back" in it.troubles)
        gone_s = time.monotonic() - frozen_s
    lost_s = sum(missing.end_s - missing.start_s for missing in listener.missing)
    assert lost_s == pytest.approx(gone_s, abs=0.8)


def test_a_mute_is_told_by_the_servers_word_and_so_is_its_end(pulse: Pulse) -> None:
    with hearing("pulse") as listener:
        pulse.mute(True)
        assert_told_in_time(listener, "muted", time.monotonic())
        pulse.mute(False)
        listener.until(lambda it: it.troubles[-1] == "device_back")


def test_a_microphone_that_is_muted_from_the_beginning_is_not_called_silent(pulse: Pulse) -> None:
    pulse.mute(True)
    with hearing("pulse") as listener:
        listener.until(lambda it: it.seconds > 3)
    assert listener.troubles == ["muted"]


def test_a_device_that_gives_nothing_but_silence_is_asked_about(pulse: Pulse) -> None:
    began_s = time.monotonic()
    with hearing("pulse") as listener:
        assert_told_in_time(listener, "silent", began_s + 0.5)
    assert "nothing but silence since it was opened" in words(listener, "silent")


@pytest.mark.parametrize("sent_hz", [8_000, 16_000, 44_100])
def test_a_headset_at_another_rate_than_it_states_is_told_and_keeps_its_pitch(
    pulse: Pulse, sent_hz: int
) -> None:
    with (
        pulse.headset("headset", 48_000, sent_hz),
        Listener(Microphone("headset", "mono", CaptureSettings())) as listener,
    ):
        listener.until(lambda it: it.seconds > 0)
        began_s = time.monotonic()
        listener.until(lambda it: "wrong_rate" in it.troubles)
        if sent_hz in TELEPHONE_HZ:
            assert time.monotonic() - began_s < TOLD_WITHIN_S
        known_s, at_s = listener.seconds, time.monotonic()
        listener.until(lambda it: it.seconds > known_s + 3)
        assert listener.seconds - known_s == pytest.approx(time.monotonic() - at_s, abs=0.4)
    assert f"states 48000 Hz and sends {sent_hz}" in words(listener, "wrong_rate")
    energy = np.abs(np.fft.rfft(listener.samples[-SAMPLE_RATE_HZ:, 0].astype(float)))
    assert np.argmax(energy) == pytest.approx(440, abs=2)


def test_a_headset_at_the_rate_that_it_states_is_no_trouble(pulse: Pulse) -> None:
    with pulse.headset("headset", 16_000, 16_000), hearing("headset") as listener:
        listener.until(lambda it: it.seconds > 5)
    assert (listener.troubles, listener.missing) == ([], [])


def test_another_process_sees_the_devices_while_ours_has_one_open(pulse: Pulse) -> None:
    with hearing("pulse"):
        assert portaudio.listing_may_be_old()
        assert "pulse" in {listed.name for listed in portaudio.listing_of_now()}
    assert not portaudio.listing_may_be_old()


def test_sound_that_is_fetched_too_late_is_missing_and_the_times_stay_right(pulse: Pulse) -> None:
    source = Microphone("pulse", "mono", CaptureSettings(ring_s=2))
    with Listener(source) as listener:
        listener.until(lambda it: it.seconds > 0.5)
        began_s, at_s = time.monotonic(), listener.seconds
        listener.busy_s = 5
        listener.until(lambda it: "overflow" in it.troubles)
        listener.until(lambda it: it.seconds > at_s + 6)
        passed_s = time.monotonic() - began_s
    (lost,) = listener.missing
    assert lost.why == "overflow"
    assert listener.seconds - at_s == pytest.approx(passed_s, abs=0.6)
