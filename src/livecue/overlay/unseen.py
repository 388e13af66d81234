"""The overlay that shows nothing: the session has hands all the same."""

from livecue.config import OverlaySettings
from livecue.events import AnyEvent
from livecue.overlay.hands import Hands
from livecue.overlay.state import OverlayState


class UnseenOverlay:
    """A sink that keeps in mind what stands, for the hands."""

    def __init__(self, settings: OverlaySettings) -> None:
        self._state = OverlayState(settings)
        self.hands = Hands(self._state)

    def push(self, event: AnyEvent) -> None:
        """Take one event."""
        self._state.push(event)

    def close(self) -> None:
        """Nothing to let go of."""
