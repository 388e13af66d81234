"""A video call: the microphone for the clinician, what the computer plays for the client."""

import time
from collections.abc import Callable, Iterator

import numpy as np

from livecue.capture.feed import POLL_S, Began, Change, Ended, Feed, Told
from livecue.capture.machine_clock import Sleep, awake_s, passed_s
from livecue.capture.pairing import Pairing
from livecue.capture.ring import Chunk
from livecue.capture.source import Block, Heard, Trouble
from livecue.capture.timeline import Timeline
from livecue.config import CaptureSettings

_EMPTY_BLOCK_S = 0.2

Take = Callable[[Heard, float | None], list[Heard]]


class Telehealth:
    """Two devices at once, each a channel: 0 the clinician's microphone, 1 the client's voice.

    The session's clock is the microphone's. What is lost on either side is `Missing`.
    """

    lockstep: bool = False
    duration_s: float | None = None
    channels = 2

    def __init__(
        self, microphone: str | None, played: str | None, settings: CaptureSettings
    ) -> None:
        """
        microphone: a name or a part of one, or `None` for the default. played: the same for an
        output, whose sound is the client's.

        Raises:
            InputError: no device, or more than one, fits a name.
            MissingError: PortAudio or a device is missing, or would not open.
        """
        self._own = Feed(microphone, settings)
        self._others = Feed(played, settings, loopback=True)
        self.name = f"microphone: {self._own.device.name}; call: {self._others.device.name}"
        self._own_line, self._others_line = Timeline("mono"), Timeline("mono")
        self._pair = Pairing(silent_gaps=self._others.device.gives_nothing_in_silence)
        self._sleep = Sleep()
        self._closed = False

    def __iter__(self) -> Iterator[Heard]:
        """What is heard, until it is closed; then what had come before that."""
        try:
            spoke_s, now_s = time.monotonic(), 0.0
            while not self._closed:
                heard = self._poll()
                for item in heard:
                    if not isinstance(item, Trouble):
                        now_s = item.end_s
                    yield item
                if heard:
                    spoke_s = time.monotonic()
                    continue
                if time.monotonic() - spoke_s >= _EMPTY_BLOCK_S:
                    spoke_s = time.monotonic()
                    yield Block(now_s, np.zeros((0, 2), np.int16))
                time.sleep(POLL_S)
            yield from self._poll()
            yield from self._laid_out(Ended(""), self._others_line, self._pair.others)
            yield from self._laid_out(Ended(""), self._own_line, self._pair.own)
            yield from self._pair.rest()
        finally:
            self.close()

    def pause(self) -> None:
        """Stop listening; both devices' streams are stopped before this returns."""
        self._own.pause()
        self._others.pause()

    def resume(self) -> None:
        """Listen again, as soon as the devices open."""
        self._own.resume()
        self._others.resume()

    def close(self) -> None:
        """Let go of both devices; iteration ends."""
        self._closed = True
        self._own.close()
        self._others.close()

    def _poll(self) -> list[Heard]:
        """Everything since the last time; the client's first, as the clinician's waits for it."""
        heard: list[Heard] = []
        for told in self._others.poll():
            heard += self._laid_out(told, self._others_line, self._pair.others)
        for told in self._own.poll():
            heard += self._laid_out(told, self._own_line, self._pair.own)
        slept_s = self._sleep.push(awake_s(), passed_s())
        if slept_s:
            for item in self._others_line.slept(slept_s):
                heard += [] if isinstance(item, Trouble) else self._pair.others(item)
            for item in self._own_line.slept(slept_s):
                heard += self._pair.own(item)
        return heard

    def _laid_out(self, told: Told, line: Timeline, take: Take) -> list[Heard]:
        """What one device told, on its own clock, and so on to the pair."""
        at_s: float | None = None
        items: list[Heard] = []
        match told:
            case Began():
                line.begin(told.rate_hz)
            case Ended():
                items = line.end(told.why)
            case Change():
                items = [Trouble(line.now_s, told.what, told.detail)]
            case Chunk():
                items, at_s = line.push(told), told.at_s
        return [out for item in items for out in take(item, at_s)]
