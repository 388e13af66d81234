"""The overlay of a machine without a screen: a line when something changes."""

from rich.console import Console

from livecue.config import OverlaySettings
from livecue.events import AnyEvent
from livecue.overlay.hands import Hands
from livecue.overlay.state import OverlayState
from livecue.overlay.view import View
from livecue.wording import clock


class TerminalOverlay:
    """A sink that prints one quiet line at each change of view."""

    def __init__(self, settings: OverlaySettings, console: Console) -> None:
        self.state = OverlayState(settings)
        self.hands = Hands(self.state)
        self._console = console
        self._now = 0.0
        self._shown: View | None = None

    def push(self, event: AnyEvent) -> None:
        """Take one event, and say what it changed."""
        self.state.push(event)
        if event.emitted_at is not None:
            self._now = event.emitted_at
        view = self.state.view(self._now)
        if view != self._shown:
            self._shown = view
            line = f"{clock(self._now)} {view.sentences()}"
            self._console.print(line, markup=False, highlight=False)

    def close(self) -> None:
        """Nothing to let go of."""
