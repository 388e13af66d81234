"""Feeds against devices that misbehave as told, one alone and two at once."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from livecue.capture import portaudio as library
from livecue.capture.feed import POLL_S, Began, Change, Ended, Feed, Told
from livecue.capture.portaudio import Listed
from livecue.capture.ring import Chunk
from livecue.config import CaptureSettings
from livecue.errors import MissingError
from tests.capture.portaudio import FakePortAudio

_PATIENCE_S = 15.0


class Reader:
    """Polls feeds in turn, as a session does with two devices, and keeps what each told."""

    def __init__(self, *feeds: Feed) -> None:
        self.told: list[list[Told]] = [[] for _ in feeds]
        self._feeds = feeds

    def until(self, enough: Callable[["Reader"], bool]) -> None:
        give_up_s = time.monotonic() + _PATIENCE_S
        while not enough(self):
            if time.monotonic() > give_up_s:
                pytest.fail(f"waited in vain; {[self.changes(i) for i in range(len(self.told))]}")
            for told, feed in zip(self.told, self._feeds, strict=True):
                told += feed.poll()
            time.sleep(POLL_S)

    def chunks(self, feed: int = 0) -> int:
        return sum(isinstance(item, Chunk) for item in self.told[feed])

    def changes(self, feed: int = 0) -> list[str]:
        return [item.what for item in self.told[feed] if isinstance(item, Change)]

    def began(self, feed: int = 0) -> int:
        return sum(isinstance(item, Began) for item in self.told[feed])

    def ends(self, feed: int = 0) -> list[str]:
        return [item.why for item in self.told[feed] if isinstance(item, Ended)]


@contextmanager
def reading(*wanted: str | None) -> Iterator[Reader]:
    feeds = [Feed(name, CaptureSettings()) for name in wanted]
    try:
        yield Reader(*feeds)
    finally:
        for feed in feeds:
            feed.close()


@pytest.fixture
def portaudio(monkeypatch: pytest.MonkeyPatch) -> FakePortAudio:
    made = FakePortAudio(("Table microphone", 2), ("Collar microphone", 1))
    monkeypatch.setattr("livecue.capture.portaudio.load", lambda: made)
    return made


@pytest.fixture
def looked(portaudio: FakePortAudio, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """When another process looked which devices there are; it need not wait to look again."""
    moments: list[float] = []

    def listing_of_now() -> list[Listed]:
        moments.append(time.monotonic())
        return [
            Listed(index, name, "made up", channels, 16_000.0, False)
            for index, (name, channels) in enumerate(portaudio.devices)
        ]

    monkeypatch.setattr(library, "listing_of_now", listing_of_now)
    monkeypatch.setattr("livecue.capture.lookout._EVERY_S", 0.0)
    return moments


def test_a_feed_tells_that_it_began_then_its_sound_then_why_it_ended(
    portaudio: FakePortAudio,
) -> None:
    with reading("collar") as reader:
        reader.until(lambda it: it.chunks() > 3)
        portaudio.devices.pop()
        portaudio.streams[0].active = False
        reader.until(lambda it: bool(it.ends()))
    kinds = [type(item) for item in reader.told[0]]
    assert kinds[0] is Began
    assert set(kinds[1:-2]) == {Chunk}
    assert kinds[-2:] == [Ended, Change]
    assert reader.ends() == ["device lost"]


def test_two_devices_are_heard_at_once_and_one_goes_without_the_other(
    portaudio: FakePortAudio, looked: list[float]
) -> None:
    with reading("table", "collar") as reader:
        reader.until(lambda it: it.chunks(0) > 3 and it.chunks(1) > 3)
        portaudio.devices.pop()
        portaudio.streams[1].active = False
        reader.until(lambda it: it.changes(1) == ["device_lost"] and len(looked) > 2)
        heard = reader.chunks(0)
        reader.until(lambda it: it.chunks(0) > heard + 5)
    assert reader.changes(0) == []
    assert reader.ends(0) == []


def test_the_other_device_is_interrupted_only_once_the_lost_one_is_back(
    portaudio: FakePortAudio, looked: list[float]
) -> None:
    with reading("table", "collar") as reader:
        reader.until(lambda it: it.chunks(0) > 3 and it.chunks(1) > 3)
        name, channels = portaudio.devices.pop()
        portaudio.streams[1].active = False
        reader.until(lambda it: it.changes(1) == ["device_lost"] and len(looked) > 1)
        assert reader.ends(0) == []
        portaudio.devices.append((name, channels))
        reader.until(lambda it: it.changes(1) == ["device_lost", "device_back"])
        reader.until(lambda it: it.began(0) == 2)
    assert reader.ends(0) == ["devices were looked for"]
    assert reader.changes(0) == []


def test_a_device_that_another_program_took_is_told_in_those_words_and_taken_back(
    portaudio: FakePortAudio,
) -> None:
    with reading("table") as reader:
        reader.until(lambda it: it.chunks() > 3)
        portaudio.busy = True
        portaudio.streams[0].active = False
        taken_s = time.monotonic()
        reader.until(lambda it: it.changes() == ["device_lost", "device_busy"])
        assert time.monotonic() - taken_s < 2
        portaudio.busy = False
        reader.until(lambda it: it.changes()[-1] == "device_back")


def test_a_refused_rate_is_replaced_by_one_that_is_taken(portaudio: FakePortAudio) -> None:
    portaudio.refused_hz = {16_000.0, 48_000.0}
    with reading("table") as reader:
        reader.until(lambda it: it.chunks() > 3)
    began = reader.told[0][0]
    assert isinstance(began, Began)
    assert began.rate_hz == portaudio.streams[0].rate_hz == 44_100
    assert reader.changes() == []


def test_a_device_that_takes_no_rate_is_told_before_the_session(portaudio: FakePortAudio) -> None:
    portaudio.refused_hz = {48_000.0, 44_100.0, 32_000.0, 16_000.0, 8_000.0}
    with pytest.raises(MissingError, match="Invalid sample rate"):
        Feed("table", CaptureSettings())


def test_a_device_that_opens_and_never_begins_is_told_within_two_seconds(
    portaudio: FakePortAudio,
) -> None:
    with reading("table") as reader:
        reader.until(lambda _: bool(portaudio.streams))
        portaudio.streams[0].silent = True
        reader.told[0].clear()
        opened_s = time.monotonic()
        reader.until(lambda it: it.changes() == ["device_lost"])
        assert time.monotonic() - opened_s < 2


def test_a_closing_that_hangs_makes_nobody_wait_and_no_more_is_taken(
    portaudio: FakePortAudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    hangs = threading.Event()
    with reading("table") as reader:
        reader.until(lambda it: it.chunks() > 3)
        monkeypatch.setattr(portaudio.streams[0], "abort", hangs.wait)
        feed = reader._feeds[0]
        feed.pause()
        feed.poll()
        time.sleep(0.3)
        assert feed.poll() == []
        hangs.set()
        portaudio.streams[0].active = False
        feed.resume()
        reader.until(lambda it: it.ends() == ["off the record"])
