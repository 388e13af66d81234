"""The microphone against devices that misbehave as told."""

import time
from collections.abc import Callable

import pytest

from livecue.capture.microphone import Microphone
from livecue.config import CaptureSettings
from livecue.errors import InputError, MissingError
from tests.capture.listener import Listener
from tests.capture.portaudio import FakePortAudio


@pytest.fixture
def portaudio(monkeypatch: pytest.MonkeyPatch) -> FakePortAudio:
    made = FakePortAudio(("Table microphone", 2), ("Collar microphone", 1))
    monkeypatch.setattr("livecue.capture.portaudio.load", lambda: made)
    return made


def microphone(name: str | None = "table", ring_s: float = 30.0) -> Microphone:
    return Microphone(name, "mono", CaptureSettings(ring_s=ring_s))


def test_split_needs_a_microphone_with_two_channels(portaudio: FakePortAudio) -> None:
    assert Microphone("table", "split", CaptureSettings()).channels == 2
    with pytest.raises(InputError, match=r"'Collar microphone' has one channel.*--channels mono"):
        Microphone("collar", "split", CaptureSettings())


def test_a_microphone_in_use_is_told_before_the_session_begins(portaudio: FakePortAudio) -> None:
    portaudio.busy = True
    with pytest.raises(MissingError, match="close the program that uses it"):
        microphone()


def test_what_it_delivers_is_heard_and_the_device_is_let_go_at_the_end(
    portaudio: FakePortAudio,
) -> None:
    with Listener(microphone()) as listener:
        listener.until(lambda it: it.seconds > 1)
        assert portaudio.streams[0].active
    assert not portaudio.streams[0].active
    assert set(listener.samples[1_000:-1_000, 0]) == {100}
    assert (listener.troubles, listener.missing) == ([], [])


def test_closing_before_listening_is_no_trouble(portaudio: FakePortAudio) -> None:
    source = microphone()
    source.close()
    assert list(source) == []


def test_a_device_that_falls_silent_without_a_word_is_lost_and_found_again(
    portaudio: FakePortAudio,
) -> None:
    with Listener(microphone()) as listener:
        listener.until(lambda it: it.seconds > 0.3)
        portaudio.streams[0].silent = True
        listener.until(lambda it: it.troubles == ["device_lost", "device_back"])
    (missing,) = listener.missing
    assert missing.why == "device lost"
    assert missing.end_s - missing.start_s > 1


def test_it_is_found_by_its_name_when_its_number_has_changed(portaudio: FakePortAudio) -> None:
    with Listener(microphone("collar")) as listener:
        listener.until(lambda it: it.seconds > 0.2)
        (collar,) = [portaudio.devices.pop()]
        portaudio.streams[0].active = False
        listener.until(lambda it: it.troubles == ["device_lost"])
        portaudio.devices.insert(0, collar)
        listener.until(lambda it: it.troubles == ["device_lost", "device_back"])


def test_something_comes_all_the_while_that_the_device_is_gone(portaudio: FakePortAudio) -> None:
    with Listener(microphone("collar")) as listener:
        listener.until(lambda it: it.seconds > 0.2)
        portaudio.devices.clear()
        portaudio.streams[0].active = False
        listener.until(lambda it: it.troubles == ["device_lost"])
        told = len(listener.heard)
        listener.until(lambda it: len(it.heard) >= told + 5)
        now_s = listener.seconds
    assert listener.seconds == now_s
    assert listener.troubles == ["device_lost"]


def test_a_session_that_was_busy_blames_no_device_and_loses_nothing(
    portaudio: FakePortAudio,
) -> None:
    source = microphone()
    with Listener(source) as listener:
        listener.until(lambda it: it.seconds > 0.2)
        listener.busy_s = 1.5
        listener.until(lambda it: it.seconds > 2.5)
    assert (listener.troubles, listener.missing, source.overflows) == ([], [], 0)


def test_what_finds_no_room_in_the_ring_is_told_and_the_clock_stays_true(
    portaudio: FakePortAudio,
) -> None:
    source = microphone(ring_s=1.0)
    began_s = time.monotonic()
    with Listener(source) as listener:
        listener.until(lambda it: it.seconds > 0.2)
        listener.busy_s = 2.5
        listener.until(lambda it: it.seconds > 3)
        assert listener.seconds == pytest.approx(time.monotonic() - began_s, abs=0.4)
    (missing,) = listener.missing
    assert missing.why == "overflow"
    assert missing.end_s - missing.start_s == pytest.approx(1.5, abs=0.2)
    assert (listener.troubles, source.overflows) == (["overflow"], 1)


def test_what_the_driver_loses_is_told(portaudio: FakePortAudio) -> None:
    source = microphone()
    with Listener(source) as listener:
        listener.until(lambda it: it.seconds > 0.2)
        portaudio.streams[0].overflowed = True
        listener.until(lambda it: it.troubles == ["overflow"])
    assert source.overflows >= 1


def test_a_device_that_went_while_off_the_record_is_told_on_return(
    portaudio: FakePortAudio,
) -> None:
    source = microphone("collar")
    with Listener(source) as listener:
        listener.until(lambda it: it.seconds > 0.2)
        source.pause()
        assert not portaudio.streams[0].active
        (collar,) = [portaudio.devices.pop()]
        source.resume()
        listener.until(lambda it: it.troubles == ["device_lost"])
        portaudio.devices.append(collar)
        listener.until(lambda it: it.troubles == ["device_lost", "device_back"])
    assert [span.why for span in listener.missing] == ["off the record"]


def test_going_off_the_record_at_any_moment_loses_no_sound_from_before(
    portaudio: FakePortAudio,
) -> None:
    source = microphone()
    with Listener(source) as listener:
        for times in range(1, 9):
            listener.until(lambda it: bool(it.heard) and portaudio.streams[-1].calls > 1)
            source.pause()
            source.resume()
            listener.until(has_missing(times))
    assert listener.troubles == []
    delivered = sum(stream.calls for stream in portaudio.streams) * round(0.05 * 16_000)
    assert len(listener.samples) == delivered


def has_missing(times: int) -> Callable[[Listener], bool]:
    return lambda listener: len(listener.missing) == times


def test_a_session_that_begins_off_the_record_opens_no_device(portaudio: FakePortAudio) -> None:
    source = microphone()
    source.pause()
    with Listener(source) as listener:
        listener.until(lambda it: len(it.heard) > 2)
        assert portaudio.streams == []
        source.resume()
        listener.until(lambda it: it.seconds > 0.2)
