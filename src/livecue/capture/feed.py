"""One device, opened, watched, lost, looked for again and opened again.

A thread of its own does what may take long or hang: opening, closing, asking the sound server. The
device's thread writes into a ring. Whoever reads is never made to wait by either.
"""

import itertools
import os
import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from livecue.capture import devices, pulse
from livecue.capture.devices import InputDevice
from livecue.capture.machine_clock import awake_s
from livecue.capture.portaudio import OpenStream, RefusedError
from livecue.capture.quiet import Quiet
from livecue.capture.ring import Chunk, Ring
from livecue.capture.source import Samples
from livecue.config import CaptureSettings
from livecue.errors import LivecueError
from livecue.events import HealthName

POLL_S = 0.02
"""How often to ask a feed for what came."""

_LOST_AFTER_S = 1.0
_NOT_BEGUN_TOLD_S = 1.5
_BEGINS_WITHIN_S = 5.0
"""A Bluetooth headset takes some seconds to begin; that nothing comes yet is told before."""

_LONGEST_LOOK_S = 0.1
_TRY_AGAIN_S = 1.0
_LOOK_S = 0.25
_STOPS_WITHIN_S = 2.0
_LOST = "device lost"

_tags = itertools.count()


@dataclass(frozen=True)
class Began:
    """A stream opened; the chunks that follow are its sound, at this rate."""

    device: InputDevice
    rate_hz: float


@dataclass(frozen=True)
class Ended:
    """The stream stopped; nothing follows until another begins. why: in a word or two."""

    why: str


@dataclass(frozen=True)
class Change:
    """Something about the device that the clinician should see."""

    what: HealthName
    detail: str


Told = Began | Chunk | Ended | Change


class _Opening:
    """One opening of the device.

    given_up: the reader waits for it no longer. why_ended: set when no more sound can come.
    """

    def __init__(self, device: InputDevice, stream: OpenStream, ring: Ring, tag: str) -> None:
        self.device = device
        self.stream = stream
        self.ring = ring
        self.tag = tag
        self.told = False
        self.delivers = False
        self.given_up = False
        self.why_ended: str | None = None


class Feed:
    """What one device brings. Several may be open at once.

    `poll` is for one thread; the others may be called from any.
    """

    def __init__(
        self, wanted: str | None, settings: CaptureSettings, *, loopback: bool = False
    ) -> None:
        """See that the device is there and would open; nothing is heard before the first `poll`.

        Args:
            wanted: a name or a part of one (see `devices.find`), or `None` for the default.
            settings: lengths of a block and of the ring.
            loopback: what the computer plays is wanted, and not a microphone. Silence in it is
                no trouble.

        Raises:
            InputError: no device, or more than one, fits.
            MissingError: PortAudio or a device is missing, or it would not open.
        """
        self._wanted = wanted
        self._settings = settings
        self._loopback = loopback
        self.device = devices.find(wanted, loopback=loopback)
        devices.check_opens(self.device)
        self._keeper: threading.Thread | None = None
        self._wake = threading.Event()
        self._nothing_open = threading.Event()
        self._nothing_open.set()
        # Reentrant, since an interrupt may close us on the very thread that holds it.
        self._lock = threading.RLock()
        self._paused = False
        self._deaf = False
        self._closed = False
        # From the keeper to the reader.
        self._openings: deque[_Opening] = deque()
        self._words: deque[Change] = deque()
        self._muted = False
        # The reader's own.
        self._quiet = Quiet(loopback=loopback)
        self._lost: set[HealthName] = set()
        self._waited_s = 0.0
        self._polled_s = time.monotonic()
        # The keeper's own.
        self._try_again_s = 0.0
        self._server: pulse.Server | None = None

    def poll(self) -> list[Told]:
        """Everything since the last time, in order; never waits. To be asked every `POLL_S`."""
        if self._keeper is None and not self._closed:
            self._keeper = threading.Thread(target=self._keep, name="livecue feed", daemon=True)
            self._keeper.start()
        told = list(self._read())
        while self._words:
            told += self._tell_lost(self._words.popleft())
        told += _changes(self._quiet.flagged(self._muted))
        return told

    def pause(self) -> None:
        """Stop listening; the device's stream is stopped before this returns."""
        with self._lock:
            self._paused = True
        self._wake.set()
        # A sound server that hangs may not let go; what it still brings is then not taken.
        self._deaf = not self._nothing_open.wait(_STOPS_WITHIN_S)

    def resume(self) -> None:
        """Listen again, as soon as the device opens."""
        self._paused = self._deaf = False
        self._try_again_s = 0.0
        self._wake.set()

    def close(self) -> None:
        """Let go of the device; what it left behind may still be polled."""
        with self._lock:
            self._closed = True
        self._wake.set()
        self._nothing_open.wait(_STOPS_WITHIN_S)

    def _read(self) -> Iterator[Told]:
        """What the openings brought, one after the other."""
        now_s = time.monotonic()
        # A machine that was busy blames no device.
        self._waited_s += min(now_s - self._polled_s, _LONGEST_LOOK_S)
        self._polled_s = now_s
        while self._openings:
            opening = self._openings[0]
            if not opening.told:
                opening.told = True
                self._waited_s = 0.0
                self._quiet.began()
                yield Began(opening.device, opening.stream.rate_hz)
            # Asked before the ring is read: what came before the end is then in it.
            why_ended = opening.why_ended
            while (chunk := opening.ring.read()) is not None:
                self._waited_s = 0.0
                opening.delivers = True
                yield from self._heard(chunk, opening)
            if why_ended is None:
                yield from self._watch(opening)
                return
            self._openings.popleft()
            yield Ended(why_ended)
            if why_ended == _LOST:
                yield from self._tell_lost(Change("device_lost", opening.device.name))

    def _heard(self, chunk: Chunk, opening: _Opening) -> Iterator[Told]:
        yield chunk
        if self._lost:
            self._lost.clear()
            yield Change("device_back", opening.device.name)
        lasting_s = len(chunk.samples) / opening.stream.rate_hz
        yield from _changes(self._quiet.push(chunk.samples, lasting_s))

    def _watch(self, opening: _Opening) -> Iterator[Told]:
        """Tell that nothing comes, and in the end wait no longer."""
        tell_s, patience_s = (
            (_LOST_AFTER_S, _LOST_AFTER_S)
            if opening.delivers
            else (_NOT_BEGUN_TOLD_S, _BEGINS_WITHIN_S)
        )
        if self._waited_s > tell_s:
            yield from self._tell_lost(
                Change("device_lost", f"nothing comes from {opening.device.name}")
            )
        if self._waited_s > patience_s and not opening.given_up:
            opening.given_up = True
            self._wake.set()

    def _tell_lost(self, change: Change) -> list[Told]:
        """Each kind is told once, until the device is back."""
        if change.what in self._lost:
            return []
        self._lost.add(change.what)
        return [change]

    def _keep(self) -> None:
        """The keeper's thread: see to it that the device is open when it should be."""
        opening: _Opening | None = None
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

    def _why_ended(self, opening: _Opening) -> str | None:
        if self._paused:
            return "off the record"
        if opening.stream.interrupted:
            return "devices were looked for"
        if opening.given_up or not opening.stream.active:
            return _LOST
        return None

    def _end(self, opening: _Opening, why: str) -> None:
        opening.stream.stop()
        opening.why_ended = why
        self._nothing_open.set()

    def _may_open(self) -> bool:
        """Whoever pauses or closes from here on waits until it is closed again."""
        with self._lock:
            if self._paused or self._closed or time.monotonic() < self._try_again_s:
                return False
            self._nothing_open.clear()
            return True

    def _open(self) -> _Opening | None:
        self._try_again_s = time.monotonic() + _TRY_AGAIN_S
        try:
            device = devices.found_again(self.device, self._wanted, loopback=self._loopback)
            ring = Ring(
                round(self._settings.ring_s * device.rate_hz), devices.opened_channels(device)
            )

            def on_sound(samples: Samples, overflowed: bool) -> None:
                if not self._deaf:
                    ring.write(samples, awake_s(), overflowed=overflowed)

            tag = f"{os.getpid()}.{next(_tags)}"
            stream = devices.open_device(device, self._settings.block_s, on_sound, tag)
        except (LivecueError, RefusedError) as refused:
            self._nothing_open.set()
            taken = isinstance(refused, RefusedError) and refused.in_use
            what: HealthName = "device_busy" if taken else "device_lost"
            self._words.append(Change(what, str(refused)))
            return None
        self.device = device
        opening = _Opening(device, stream, ring, tag)
        self._openings.append(opening)
        return opening

    def _ask_server(self, opening: _Opening) -> None:
        """Where the stream really listens, and whether that is muted or asleep."""
        try:
            if self._server is None:
                self._server = pulse.connect()
            source = self._server.heard_by(opening.tag) if self._server is not None else None
        except pulse.ServerGoneError:
            self._leave_server()
            return
        self._muted = source is not None and source.muted
        if source is None:
            return
        if source.suspended:
            self._words.append(
                Change("device_lost", f"{source.description} is asleep, or another program has it")
            )
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


def _changes(found: list[tuple[HealthName, str]]) -> list[Told]:
    return [Change(what, detail) for what, detail in found]
