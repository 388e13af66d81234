"""The overlay of a machine without a screen: a line when something changes."""

from rich.console import Console

from livecue.config import OverlaySettings
from livecue.events import AnyEvent
from livecue.overlay.state import OverlayState, View
from livecue.session.replay import time_of
from livecue.wording import clock


class TerminalOverlay:
    """A sink that prints one quiet line at each change of view."""

    def __init__(self, settings: OverlaySettings, console: Console) -> None:
        self._state = OverlayState(settings)
        self._console = console
        self._shown: View | None = None

    def push(self, event: AnyEvent) -> None:
        """Take one event, and say what it changed."""
        self._state.push(event)
        now = time_of(event)
        view = self._state.view(now)
        if view != self._shown:
            self._shown = view
            self._console.print(line(view, now), highlight=False)

    def close(self) -> None:
        """Nothing to let go of."""


def line(view: View, at: float) -> str:
    """One line for a view: '14:32 consider pausing. reservation voiced twice. …'."""
    parts = [view.words, view.why, view.suggestion, view.trouble]
    return f"{clock(at)} " + ". ".join(part.rstrip(".") for part in parts if part)
