"""When a device gives sound, but only silence. Pure: what came is handed in."""

from livecue.capture.source import Samples
from livecue.events import HealthName

_TOLD_AFTER_S = 1.5
"""A live microphone is never exactly zero for so long, unless it suppresses noise."""


class Quiet:
    """Tells a microphone that is muted, and one that gives nothing but zeros.

    The sound system's word that it is muted is certain and told at once. Zeros alone may also be
    the wrong device, a switch on the cable, or a microphone that suppresses noise.
    """

    def __init__(self, *, loopback: bool) -> None:
        """`loopback`: it hears what the computer plays, where zeros are no trouble."""
        self._loopback = loopback
        self._muted = False
        self._zeros_s = 0.0
        self._silent = False
        self._heard_any = False

    def began(self) -> None:
        """A stream opened; what holds of it will be told anew."""
        self._zeros_s = 0.0
        self._muted = self._silent = self._heard_any = False

    def push(self, samples: Samples, lasting_s: float) -> list[tuple[HealthName, str]]:
        """What follows from one chunk, of so many seconds: what it is, and in words."""
        if samples.any():
            self._zeros_s = 0.0
            self._heard_any = True
            was_silent, self._silent = self._silent, False
            return [("device_back", "there is sound again")] if was_silent else []
        self._zeros_s += lasting_s
        if self._loopback or self._muted or self._silent or self._zeros_s < _TOLD_AFTER_S:
            return []
        self._silent = True
        if self._heard_any:
            return [("silent", "it gives nothing but zeros; is it muted?")]
        return [("silent", "it has given nothing but silence since it was opened; is it right?")]

    def flagged(self, muted: bool) -> list[tuple[HealthName, str]]:
        """What follows from the sound system's word on whether it is muted."""
        if muted == self._muted:
            return []
        self._muted = muted
        self._silent = False
        self._zeros_s = 0.0
        if muted:
            return [("muted", "the sound system says that it is muted")]
        return [("device_back", "it is no longer muted")]
