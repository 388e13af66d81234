"""What the feed tells of a session: the shape, and nothing that was said."""

import json

from livecue.config import OverlaySettings
from livecue.events import AnyEvent
from livecue.overlay.state import OverlayState


class Telling:
    """Events in, messages out. Pure: time is told to it.

    A message is whole: the shape as it is now, by its name, and never a word of anybody's.

    Args:
        settings: of the overlay; how long a cue stays.
        cues_hidden: cues wait for the review, here as on the overlay.
    """

    def __init__(self, settings: OverlaySettings, cues_hidden: bool = False) -> None:
        self._state = OverlayState(settings, cues_hidden)
        self._told: dict[str, object] = {}

    def push(self, event: AnyEvent) -> None:
        """Take one event."""
        self._state.push(event)

    def message(self, now: float, *, whole: bool = False) -> str | None:
        """What is to be told at session second `now`: the shape, if it changed.

        Args:
            whole: for somebody new, who has been told nothing.
        """
        view = self._state.view(now)
        tells: dict[str, object] = {
            "type": "shape",
            "shape": view.face,
            "badge": view.badge,
            "step": view.step,
            "exploring": self._state.exploring,
            "cue_at": self._state.last_cue_at,
        }
        if not whole:
            if tells == self._told:
                return None
            self._told = tells
        return json.dumps({**tells, "at": round(now, 3)})
