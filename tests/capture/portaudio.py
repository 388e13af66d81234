"""A PortAudio made of software: devices that tests plug in, mute, stall and pull out."""

import threading
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np


class FakePortAudio:
    """What livecue uses of sounddevice. `devices`: (name, channels) of each microphone.

    As the real one, it lists devices when it starts, and opens none that was pulled out since,
    though another of its name may have come.
    busy: another program has the devices. refused_hz: rates at which none opens.
    """

    class PortAudioError(Exception):
        """As sounddevice's: words and a number."""

        def __str__(self) -> str:
            return str(self.args[0])

    def __init__(self, *devices: tuple[str, int], default: int = 0) -> None:
        self.devices = list(devices)
        self.busy = False
        self.refused_hz: set[float] = set()
        self.starts = 0
        self._listed = list(self.devices)
        self.streams: list[FakeStream] = []
        self.default = default

    def query_devices(self) -> list[dict[str, Any]]:
        playing = {"name": "loudspeaker", "max_input_channels": 0}
        heard = [{"name": name, "max_input_channels": count} for name, count in self._listed]
        return [
            {"index": index, "hostapi": 0, "default_samplerate": 16_000.0, **device}
            for index, device in enumerate([*heard, playing])
        ]

    def query_hostapis(self) -> list[dict[str, Any]]:
        return [{"name": "made up", "default_input_device": self.default}]

    def check_input_settings(self, *, device: int, samplerate: float, **_: object) -> None:
        if self.busy:
            raise self.PortAudioError("Device unavailable", -9985)
        if not any(self._listed[device] is present for present in self.devices):
            raise self.PortAudioError("Invalid device", -9996)
        if samplerate in self.refused_hz:
            raise self.PortAudioError("Invalid sample rate", -9997)

    def InputStream(self, *, callback: Callable[..., None], **how: Any) -> "FakeStream":  # noqa: N802
        self.check_input_settings(**how)
        self.streams.append(FakeStream(callback, **how))
        return self.streams[-1]

    def _initialize(self) -> None:
        """As sounddevice's."""
        self.starts += 1
        self._listed = list(self.devices)

    def _terminate(self) -> None:
        assert not any(stream.active for stream in self.streams), "a stream was still open"


class FakeStream:
    """Delivers a constant at real time, on a thread, until it is told otherwise.

    silent: it goes on without delivering. overflowed: it says that it loses sound. calls: how often
    it delivered. rate_hz: what it was asked for.
    """

    def __init__(
        self,
        callback: Callable[..., None],
        *,
        channels: int,
        samplerate: float,
        blocksize: int,
        **_: object,
    ) -> None:
        self.rate_hz = samplerate
        self._callback = callback
        self._block = np.full((blocksize, channels), 100, np.int16)
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.active = False
        self.silent = False
        self.overflowed = False
        self.calls = 0

    def start(self) -> None:
        self.active = True
        self._thread.start()

    def abort(self) -> None:
        self.active = False
        self._thread.join()

    def close(self) -> None:
        self.active = False

    def _run(self) -> None:
        due_s = time.monotonic()
        while self.active:
            due_s += len(self._block) / self.rate_hz
            time.sleep(max(0.0, due_s - time.monotonic()))
            if self.active and not self.silent:
                status = SimpleNamespace(input_overflow=self.overflowed)
                self._callback(self._block, len(self._block), None, status)
                self.calls += 1
