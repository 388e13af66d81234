"""A session's twin: keeps what hands do to it, and runs until it is stopped."""

import threading
from collections.abc import Callable

from livecue.errors import LivecueError
from livecue.events import ActionName


class ControlsTwin:
    """What was done, in order. `fails` is raised by every `act`, once it is noted.

    off_record, erased: as the hands left it.
    """

    def __init__(self) -> None:
        self.done: list[tuple[object, ...]] = []
        self.fails: LivecueError | None = None
        self.stopped = threading.Event()
        self.second = 0.0
        self.off_record = False
        self.erased = False

    def act(self, action: ActionName, value: str | float | None = None) -> None:
        self.done.append(("act", action, value))
        if action in ("off_record", "on_record"):
            self.off_record = action == "off_record"
        if self.fails is not None:
            raise self.fails

    def rate(self, cue_at: float, helpful: bool) -> None:
        self.done.append(("rate", cue_at, helpful))

    def now(self) -> float:
        return self.second

    def stop(self) -> None:
        self.done.append(("stop",))
        self.stopped.set()

    def erase(self) -> None:
        self.erased = True
        self.stop()


class ShapeTwin:
    """A window's twin: what hands did to it."""

    def __init__(self) -> None:
        self.hidden = False
        self.said: list[str] = []
        self.whys = 0

    def hide(self, hidden: bool) -> None:
        self.hidden = hidden

    def show_why(self) -> None:
        self.whys += 1

    def say(self, sentence: str) -> None:
        self.said.append(sentence)


class SessionTwin(ControlsTwin):
    """A session that says what it is told to, and then listens until it is stopped.

    Args:
        says: called on the session's thread.
        lasts: whether it waits to be stopped.
    """

    def __init__(self, says: Callable[[], None], lasts: bool = False) -> None:
        super().__init__()
        self._says = says
        self._lasts = lasts

    def run(self) -> None:
        self._says()
        if self._lasts:
            self.stopped.wait()
