"""Looking for a lost device while another is open.

PortAudio lists devices when it starts, and starting it anew closes the streams that are open. So a
process of its own looks, and only when the device is really back is the other stream interrupted:
for a moment, which comes as missing time. PulseAudio needs none of this, since PortAudio's one way
to it stays.
"""

import time

from livecue.capture import portaudio, pulse
from livecue.capture.devices import InputDevice

_EVERY_S = 3.0
_IN_ANY_CASE_S = 30.0
"""A device that was away for less than a look at a time is never seen to be away."""


class Lookout:
    """Whether it is time to start PortAudio anew, for one lost device."""

    def __init__(self, lost: InputDevice) -> None:
        self._lost = lost
        self._was_away = False
        self._since_s = time.monotonic()
        self._looked_s = self._since_s

    def look(self) -> None:
        """Start PortAudio anew if the device has come back meanwhile; may take seconds.

        Raises:
            MissingError: PortAudio is missing.
        """
        now_s = time.monotonic()
        if self._lost.host_api == pulse.HOST_API or not portaudio.listing_may_be_old():
            return
        if now_s - self._looked_s < _EVERY_S:
            return
        self._looked_s = now_s
        there = any(
            (listed.name, listed.host_api) == (self._lost.name, self._lost.host_api)
            for listed in portaudio.listing_of_now()
        )
        self._was_away = self._was_away or not there
        if there and (self._was_away or now_s - self._since_s >= _IN_ANY_CASE_S):
            self._was_away = False
            self._since_s = now_s
            portaudio.start_anew()
