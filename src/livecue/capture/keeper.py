"""The thread that keeps a device open: whatever may take long or hang, for one feed."""

import itertools
import os
import threading
import time
from collections import deque

from livecue.capture import devices, portaudio, pulse
from livecue.capture.devices import InputDevice
from livecue.capture.lookout import Lookout
from livecue.capture.machine_clock import awake_s
from livecue.capture.portaudio import OpenStream, RefusedError
from livecue.capture.ring import Ring
from livecue.capture.source import OFF_RECORD, Samples
from livecue.config import CaptureSettings
from livecue.errors import LivecueError
from livecue.events import HealthName

DEVICE_LOST = "device lost"
"""Why a stream ended: its device is gone, or gives nothing any more."""

_TRY_AGAIN_S = 1.0
_LOOK_S = 0.25
_STOPS_WITHIN_S = 2.0
_ASLEEP_LOOKS = 2
"""A source that begins may be called asleep for a moment."""

_tags = itertools.count()


class Opening:
    """One opening of the device.

    given_up: nothing more is wanted of it. why_ended: set when nothing more can come.
    """

    def __init__(self, device: InputDevice, stream: OpenStream, ring: Ring, tag: str) -> None:
        self.device = device
        self.stream = stream
        self.ring = ring
        self.tag = tag
        self.given_up = False
        self.why_ended: str | None = None


class Keeper:
    """Opens the device, closes it, opens it again, and asks the sound server how it is.

    openings: each in turn, for the reader to take away. words: why there is no sound, as often as
    it is seen. muted: the sound server's word on it.
    """

    def __init__(
        self, device: InputDevice, wanted: str | None, settings: CaptureSettings, *, loopback: bool
    ) -> None:
        self.openings: deque[Opening] = deque()
        self.words: deque[tuple[HealthName, str]] = deque()
        self.muted = False
        self._device = device
        self._wanted = wanted
        self._settings = settings
        self._loopback = loopback
        self._thread: threading.Thread | None = None
        self._wake = threading.Event()
        self._nothing_open = threading.Event()
        self._nothing_open.set()
        # Reentrant, since an interrupt may close us on the very thread that holds it.
        self._lock = threading.RLock()
        self._paused = False
        self._deaf = False
        self._closed = False
        self._try_again_s = 0.0
        self._lookout: Lookout | None = None
        self._server: pulse.Server | None = None
        self._asks_server = True
        self._asleep = 0

    def start(self) -> None:
        """Begin, if it has not begun."""
        if self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._keep, name="livecue device", daemon=True)
            self._thread.start()

    def give_up(self, opening: Opening) -> None:
        """Nothing comes from it any more: close it, and try another."""
        opening.given_up = True
        self._wake.set()

    def pause(self) -> None:
        """Keep it closed; it is closed when this returns, or at least no more is taken from it."""
        with self._lock:
            self._paused = True
        self._wake.set()
        # A sound server that hangs does not let go.
        self._deaf = not self._nothing_open.wait(_STOPS_WITHIN_S)

    def resume(self) -> None:
        """Keep it open again."""
        self._paused = self._deaf = False
        self._try_again_s = 0.0
        self._wake.set()

    def close(self) -> None:
        """Let go of the device, for good."""
        with self._lock:
            self._closed = True
        self._wake.set()
        self._nothing_open.wait(_STOPS_WITHIN_S)

    def _keep(self) -> None:
        """See to it that the device is open when it should be."""
        opening: Opening | None = None
        try:
            while not self._closed:
                self._wake.clear()
                if opening is not None and (why := self._why_ended(opening)) is not None:
                    self._end(opening, why)
                    opening = None
                if opening is None and self._may_open():
                    opening = self._open()
                if opening is not None:
                    self._ask_server(opening)
                self._wake.wait(_LOOK_S)
        finally:
            if opening is not None:
                self._end(opening, "")
            self._leave_server()

    def _why_ended(self, opening: Opening) -> str | None:
        if self._paused:
            return OFF_RECORD
        if opening.stream.interrupted:
            return "devices were looked for"
        if opening.given_up or not opening.stream.active:
            return DEVICE_LOST
        return None

    def _end(self, opening: Opening, why: str) -> None:
        opening.stream.stop()
        opening.why_ended = why
        if opening.stream.interrupted:
            self._try_again_s = 0.0
        self._nothing_open.set()

    def _may_open(self) -> bool:
        """Whoever pauses or closes from here on waits until it is closed again."""
        with self._lock:
            if self._paused or self._closed or time.monotonic() < self._try_again_s:
                return False
            self._nothing_open.clear()
            return True

    def _open(self) -> Opening | None:
        self._try_again_s = time.monotonic() + _TRY_AGAIN_S
        try:
            opening = self._opened()
        except (LivecueError, RefusedError) as refused:
            self._nothing_open.set()
            taken = isinstance(refused, RefusedError) and refused.in_use
            what: HealthName = "device_busy" if taken else "device_lost"
            self.words.append((what, str(refused)))
            self._lookout = self._lookout or Lookout(self._device)
            self._lookout.look()
            return None
        self._device = opening.device
        self._lookout = None
        self._asks_server = True
        self.openings.append(opening)
        return opening

    def _opened(self) -> Opening:
        with portaudio.held():
            device = devices.found_again(self._device, self._wanted, loopback=self._loopback)
            ring = Ring(
                round(self._settings.ring_s * device.rate_hz), devices.opened_channels(device)
            )

            def on_sound(samples: Samples, overflowed: bool) -> None:
                if not self._deaf:
                    ring.write(samples, awake_s(), overflowed=overflowed)

            tag = f"{os.getpid()}.{next(_tags)}"
            stream = devices.open_device(device, self._settings.block_s, on_sound, tag)
        return Opening(device, stream, ring, tag)

    def _ask_server(self, opening: Opening) -> None:
        """Where the stream really listens, and whether that is muted or asleep."""
        if not self._asks_server:
            return
        try:
            self._server = self._server or pulse.connect()
            source = self._server.heard_by(opening.tag) if self._server is not None else None
        except pulse.ServerGoneError:
            self._leave_server()
            return
        self._asks_server = self._server is not None
        self.muted = source is not None and source.muted
        if source is None:
            return
        self._asleep = self._asleep + 1 if source.suspended else 0
        if self._asleep >= _ASLEEP_LOOKS:
            words = f"{source.description} is asleep, or another program has it"
            self.words.append(("device_lost", words))
        if opening.device.source not in (None, source.name) and self._is_gone(opening.device):
            opening.given_up = True

    def _is_gone(self, device: InputDevice) -> bool:
        """Whether the server let go of a source; it then moves its streams to another."""
        assert self._server is not None
        return all(it.name != device.source for it in self._server.sources())

    def _leave_server(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.close()
