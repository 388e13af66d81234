"""The microphone: a device's thread on one side, the session on the other."""

import threading
import time
from collections.abc import Iterator

import numpy as np

from livecue.capture.devices import (
    DeviceStream,
    InputDevice,
    check_opens,
    find,
    open_stream,
    stop_stream,
)
from livecue.capture.ring import Chunk, Ring
from livecue.capture.source import Block, ChannelUse, Heard, Samples, Trouble
from livecue.capture.timeline import Timeline
from livecue.config import CaptureSettings
from livecue.errors import InputError, LivecueError

_POLL_S = 0.02
_EMPTY_BLOCK_POLLS = 10
_LOST_POLLS = 50
"""A second. Counted in our own looks, so that a machine that was busy blames no device."""

_STARTING_POLLS = 250
"""A Bluetooth headset takes some seconds to begin."""

_TRY_AGAIN_S = 1.0


class Microphone:
    """A microphone at its own rate, brought to 16 kHz.

    The device's thread copies into a bounded ring and does nothing else. What that ring loses, what
    the driver loses, and the time in which the device is gone come as `Missing`, each with a
    `Trouble`; a device that is lost is looked for by name every second.
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
        self._wanted = device
        self._settings = settings
        self.channels = 1 if channels == "mono" else 2
        found = self._find()
        check_opens(found, _opened_channels(found))
        self.name = f"microphone: {found.name}"
        self._timeline = Timeline(channels)
        self._ring = Ring(1, 1)
        # Reentrant, since an interrupt may close us on the very thread that holds it.
        self._device_lock = threading.RLock()
        self._stream: DeviceStream | None = None
        self._paused = False
        self._closed = False
        self._why_stopped = ""
        self._lost = False
        self._delivers = False
        self._quiet_polls = 0
        self._try_again_at_s = 0.0

    @property
    def overflows(self) -> int:
        """How often sound was lost so far."""
        return self._timeline.overflows

    def __iter__(self) -> Iterator[Heard]:
        """What is heard, until it is closed; then what was already in the ring."""
        try:
            if not (self._paused or self._closed):
                self._open()
            while not self._closed:
                chunk = self._ring.read()
                if chunk is not None:
                    yield from self._heard(chunk)
                else:
                    yield from self._nothing_came()
                    time.sleep(_POLL_S)
            yield from self._rest("")
        finally:
            self.close()

    def pause(self) -> None:
        """Stop listening; the device's stream is stopped before this returns."""
        with self._device_lock:
            self._paused = True
            self._stop("off the record")

    def resume(self) -> None:
        """Listen again, as soon as the device opens."""
        with self._device_lock:
            self._paused = False
            self._try_again_at_s = 0.0

    def close(self) -> None:
        """Let go of the device; iteration ends."""
        self._closed = True
        with self._device_lock:
            self._stop("")

    def _heard(self, chunk: Chunk) -> Iterator[Heard]:
        self._delivers = True
        self._quiet_polls = 0
        yield from self._timeline.push(chunk)
        if self._lost:
            self._lost = False
            yield Trouble(self._timeline.now_s, "device_back", self.name)

    def _rest(self, why: str) -> Iterator[Heard]:
        """What a stream that has stopped left behind."""
        while (chunk := self._ring.read()) is not None:
            yield from self._heard(chunk)
        yield from self._timeline.end(why)

    def _nothing_came(self) -> Iterator[Heard]:
        """Look after the device while the ring is empty."""
        self._quiet_polls += 1
        if self._let_go_if_gone():
            yield from self._tell_lost()
        if self._stream is None:
            yield from self._rest(self._why_stopped)
            yield from self._try_again()
        if self._quiet_polls % _EMPTY_BLOCK_POLLS == 0:
            yield Block(self._timeline.now_s, np.zeros((0, self.channels), np.int16))

    def _let_go_if_gone(self) -> bool:
        with self._device_lock:
            if self._stream is None:
                return False
            patience = _LOST_POLLS if self._delivers else _STARTING_POLLS
            gone = not self._stream.active or self._quiet_polls > patience
            if gone:
                self._stop("device lost")
            return gone

    def _try_again(self) -> list[Heard]:
        with self._device_lock:
            if self._paused or self._closed or time.monotonic() < self._try_again_at_s:
                return []
            self._try_again_at_s = time.monotonic() + _TRY_AGAIN_S
            try:
                self._open()
            except LivecueError:
                return self._tell_lost()
        return []

    def _tell_lost(self) -> list[Heard]:
        """That the device is gone; told once, until it is back."""
        if self._lost:
            return []
        self._lost = True
        return [Trouble(self._timeline.now_s, "device_lost", self.name)]

    def _find(self) -> InputDevice:
        found = find(self._wanted)
        if found.channels < self.channels:
            raise InputError(
                f"The microphone '{found.name}' has one channel, and split needs two; use "
                "`--channels mono`, or take another from `livecue devices`."
            )
        return found

    def _open(self) -> None:
        with self._device_lock:
            device = self._find()
            channels = _opened_channels(device)
            ring = Ring(round(self._settings.ring_s * device.rate_hz), channels)

            def on_sound(samples: Samples, overflowed: bool) -> None:
                ring.write(samples, time.monotonic(), overflowed=overflowed)

            self._stream = open_stream(device, channels, self._settings.block_s, on_sound)
            self._ring = ring
            self._timeline.begin(device.rate_hz)
            self._delivers = False
            self._quiet_polls = 0

    def _stop(self, why: str) -> None:
        stream, self._stream = self._stream, None
        if why:
            self._why_stopped = why
        if stream is not None:
            stop_stream(stream)


def _opened_channels(device: InputDevice) -> int:
    """Both of a pair even when they are to be mixed: some devices refuse to open one alone."""
    return min(2, device.channels)
