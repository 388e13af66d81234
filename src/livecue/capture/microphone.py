"""The microphone: one device, on the session clock."""

import time
from collections.abc import Iterator

import numpy as np

from livecue.capture.feed import POLL_S, Began, Change, Ended, Feed, Told
from livecue.capture.machine_clock import Sleep, awake_s, passed_s
from livecue.capture.source import Block, ChannelUse, Heard, Trouble
from livecue.capture.timeline import Timeline
from livecue.config import CaptureSettings
from livecue.errors import InputError

_EMPTY_BLOCK_S = 0.2


class Microphone:
    """A microphone at its own rate, brought to 16 kHz.

    What the ring loses, what the driver loses, and the time in which the device is gone come as
    `Missing`, each with a `Trouble`; a device that is lost is looked for every second.
    """

    lockstep: bool = False
    duration_s: float | None = None

    def __init__(self, device: str | None, channels: ChannelUse, settings: CaptureSettings) -> None:
        """`device`: a name or a part of one, or `None` for the default.

        Raises:
            InputError: no device, or more than one, fits; or it has one channel and `channels` is
                `split`.
            MissingError: PortAudio or a microphone is missing, or it would not open.
        """
        self._feed = Feed(device, settings)
        self.channels = 1 if channels == "mono" else 2
        if self._feed.device.channels < self.channels:
            raise InputError(
                f"The microphone '{self._feed.device.name}' has one channel, and split needs two; "
                "use `--channels mono`, or take another from `livecue devices`."
            )
        self.name = f"microphone: {self._feed.device.name}"
        self._timeline = Timeline(channels)
        self._sleep = Sleep()
        self._closed = False

    @property
    def overflows(self) -> int:
        """How often sound was lost so far."""
        return self._timeline.overflows

    def __iter__(self) -> Iterator[Heard]:
        """What is heard, until it is closed; then what had come before that."""
        try:
            spoke_s = time.monotonic()
            while not self._closed:
                told = self._feed.poll()
                for item in told:
                    yield from self._laid_out(item)
                slept_s = self._sleep.push(awake_s(), passed_s())
                if slept_s:
                    yield from self._timeline.slept(slept_s)
                if told:
                    spoke_s = time.monotonic()
                    continue
                if time.monotonic() - spoke_s >= _EMPTY_BLOCK_S:
                    spoke_s = time.monotonic()
                    yield Block(self._timeline.now_s, np.zeros((0, self.channels), np.int16))
                time.sleep(POLL_S)
            for item in self._feed.poll():
                yield from self._laid_out(item)
            yield from self._timeline.end("")
        finally:
            self.close()

    def pause(self) -> None:
        """Stop listening; the device's stream is stopped before this returns."""
        self._feed.pause()

    def resume(self) -> None:
        """Listen again, as soon as the device opens."""
        self._feed.resume()

    def close(self) -> None:
        """Let go of the device; iteration ends."""
        self._closed = True
        self._feed.close()

    def _laid_out(self, told: Told) -> list[Heard]:
        """What the feed told, on the session clock."""
        match told:
            case Began():
                self._timeline.begin(told.rate_hz)
                return []
            case Ended():
                return self._timeline.end(told.why)
            case Change():
                return [Trouble(self._timeline.now_s, told.what, told.detail)]
            case _:
                return self._timeline.push(told)
