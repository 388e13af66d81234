"""The hands on the controls, as an overlay reaches them."""

from typing import Protocol

from livecue.events import ActionName


class Controls(Protocol):
    """A running session, as its overlay sees it. Every method may be called from any thread."""

    @property
    def off_record(self) -> bool:
        """Whether nothing is heard or kept now; then nothing can be done but listen again, end or
        erase."""
        ...

    def act(self, action: ActionName, value: str | float | None = None) -> None:
        """Hold, snooze, mode, mark, …"""
        ...

    def rate(self, cue_at: float, helpful: bool) -> None:
        """Whether the cue of session second `cue_at` was helpful."""
        ...

    def now(self) -> float:
        """The session second."""
        ...

    def stop(self) -> None:
        """End the session."""
        ...

    def erase(self) -> None:
        """End the session, and leave nothing of it."""
        ...
