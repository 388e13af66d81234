"""A PortAudio made of software: devices that tests plug in, mute, stall and pull out."""

import threading
import time
from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np


class FakePortAudio:
    """What livecue uses of sounddevice. `devices`: (name, channels) of each microphone; `apis`: the
    host API of each.

    As the real one, it lists devices when it starts, and opens none that was pulled out since,
    though another of its name may have come.
    busy: another program has the devices. refused_hz: rates at which none opens.
    """

    class PortAudioError(Exception):
        """As sounddevice's: words and a number."""

        def __str__(self) -> str:
            return str(self.args[0])

    def __init__(
        self, *devices: tuple[str, int], default: int = 0, apis: Sequence[str] = ()
    ) -> None:
        self.devices = list(devices)
        self.apis = list(apis) or ["made up"] * len(devices)
        self.busy = False
        self.refused_hz: set[float] = set()
        self.starts = 0
        self._listed = list(self.devices)
        self.streams: list[FakeStream] = []
        self.default = default

    def query_devices(self) -> list[dict[str, Any]]:
        heard = [
            {"name": name, "max_input_channels": count, "hostapi": self._all().index(api)}
            for (name, count), api in zip(self._listed, self.apis, strict=False)
        ]
        playing = {"name": "loudspeaker", "max_input_channels": 0, "hostapi": 0}
        return [
            {"index": index, "default_samplerate": 16_000.0, **device}
            for index, device in enumerate([*heard, playing])
        ]

    def query_hostapis(self) -> list[dict[str, Any]]:
        return [{"name": api, "default_input_device": self._default(api)} for api in self._all()]

    def _default(self, api: str) -> int:
        """The one that is set, else the first; -1 where none is wanted."""
        of_it = [index for index, other in enumerate(self.apis) if other == api]
        if self.default in (-1, *of_it):
            return self.default
        return next(iter(of_it), -1)

    def _all(self) -> list[str]:
        return list(dict.fromkeys(self.apis)) or ["made up"]

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
