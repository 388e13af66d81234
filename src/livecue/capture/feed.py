"""One device, opened, watched, lost, looked for again and opened again.

The device's thread writes into a ring, a keeper's thread opens and closes it, and whoever reads is
never made to wait by either.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from livecue.capture import devices
from livecue.capture.devices import InputDevice
from livecue.capture.keeper import DEVICE_LOST, Keeper, Opening
from livecue.capture.quiet import Quiet
from livecue.capture.ring import Chunk
from livecue.config import CaptureSettings
from livecue.events import HealthName

POLL_S = 0.02
"""How often to ask a feed for what came."""

_LOST_AFTER_S = 1.0
_NOT_BEGUN_TOLD_S = 1.5
_BEGINS_WITHIN_S = 5.0
"""A Bluetooth headset takes some seconds to begin; that nothing comes yet is told before."""

_LONGEST_LOOK_S = 0.1


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
        self.device = devices.find(wanted, loopback=loopback)
        devices.check_opens(self.device)
        self._keeper = Keeper(self.device, wanted, settings, loopback=loopback)
        self._quiet = Quiet(loopback=loopback)
        self._begun: Opening | None = None
        self._delivers = False
        self._lost: set[HealthName] = set()
        self._waited_s = 0.0
        self._polled_s = time.monotonic()

    def poll(self) -> list[Told]:
        """Everything since the last time, in order; never waits. To be asked every `POLL_S`."""
        self._keeper.start()
        told = list(self._read())
        while self._keeper.words:
            told += self._tell_lost(*self._keeper.words.popleft())
            if self._delivers and self._keeper.openings:
                self._keeper.give_up(self._keeper.openings[0])
        if not self._lost:
            told += _changes(self._quiet.flagged(muted=self._keeper.muted))
        return told

    def pause(self) -> None:
        """Stop listening; the device's stream is stopped before this returns."""
        self._keeper.pause()

    def resume(self) -> None:
        """Listen again, as soon as the device opens."""
        self._keeper.resume()

    def close(self) -> None:
        """Let go of the device; what it left behind may still be polled."""
        self._keeper.close()

    def _read(self) -> Iterator[Told]:
        """What the openings brought, one after the other."""
        now_s = time.monotonic()
        # A machine that was busy blames no device.
        self._waited_s += min(now_s - self._polled_s, _LONGEST_LOOK_S)
        self._polled_s = now_s
        while self._keeper.openings:
            opening = self._keeper.openings[0]
            if opening is not self._begun:
                yield from self._begin(opening)
            # Asked before the ring is read: what came before the end is then in it.
            why_ended = opening.why_ended
            while (chunk := opening.ring.read()) is not None:
                yield from self._heard(chunk, opening)
            if why_ended is None:
                yield from self._watch(opening)
                if not opening.given_up:
                    return
                why_ended = DEVICE_LOST
            self._keeper.openings.popleft()
            yield Ended(why_ended)
            if why_ended == DEVICE_LOST:
                yield from self._tell_lost("device_lost", opening.device.name)

    def _begin(self, opening: Opening) -> Iterator[Told]:
        self._begun = opening
        self._delivers = False
        self._waited_s = 0.0
        self._quiet.began()
        self.device = opening.device
        yield Began(opening.device, opening.stream.rate_hz)

    def _heard(self, chunk: Chunk, opening: Opening) -> Iterator[Told]:
        self._delivers = True
        self._waited_s = 0.0
        yield chunk
        if self._lost:
            self._lost.clear()
            yield Change("device_back", opening.device.name)
        lasting_s = len(chunk.samples) / opening.stream.rate_hz
        yield from _changes(self._quiet.push(chunk.samples, lasting_s))

    def _watch(self, opening: Opening) -> Iterator[Told]:
        """Tell that nothing comes, and in the end wait no longer."""
        if opening.device.gives_nothing_in_silence:
            return
        tell_s, patience_s = (
            (_LOST_AFTER_S, _LOST_AFTER_S)
            if self._delivers
            else (_NOT_BEGUN_TOLD_S, _BEGINS_WITHIN_S)
        )
        if self._waited_s > tell_s:
            yield from self._tell_lost("device_lost", f"nothing comes from {opening.device.name}")
        if self._waited_s > patience_s:
            self._keeper.give_up(opening)

    def _tell_lost(self, what: HealthName, detail: str) -> list[Told]:
        """Each kind is told once, until the device is back."""
        if what in self._lost:
            return []
        self._lost.add(what)
        return [Change(what, detail)]


def _changes(found: list[tuple[HealthName, str]]) -> list[Told]:
    return [Change(what, detail) for what, detail in found]
