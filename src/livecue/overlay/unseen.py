"""The overlay that shows nothing: the session has hands all the same, and one trouble is told."""

from livecue.config import OverlaySettings
from livecue.events import AnyEvent, Health
from livecue.overlay.hands import Hands
from livecue.overlay.state import OverlayState
from livecue.overlay.view import TROUBLE_WORDS
from livecue.translation import words_of
from livecue.wording import clock


class UnseenOverlay:
    """A sink that keeps in mind what stands, for the hands, and says when keeping fails."""

    def __init__(self, settings: OverlaySettings) -> None:
        self._state = OverlayState(settings)
        self.hands = Hands(self._state)

    def push(self, event: AnyEvent) -> None:
        """Take one event."""
        self._state.push(event)
        if isinstance(event, Health) and event.what == "store_failed":
            trouble = words_of(TROUBLE_WORDS[event.what])
            self.hands.tell(f"{clock(event.at)} {trouble}: {event.detail}")

    def close(self) -> None:
        """Nothing to let go of."""
