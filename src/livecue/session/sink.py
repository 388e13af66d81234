"""What watches a session's one stream of events: the store, an overlay, a console."""

from typing import Protocol

from livecue.events import AnyEvent


class Sink(Protocol):
    """An observer. It is given every event once, in order of `seq`, on the session's thread."""

    def push(self, event: AnyEvent) -> None:
        """Take one event.

        Raises:
            livecue.errors.LivecueError: it could not; the session says so and goes on without it.
        """
        ...

    def close(self) -> None:
        """The session is over."""
        ...


class Collected:
    """The sink that keeps what it is given: the twin for tests and evaluations."""

    def __init__(self) -> None:
        self.events: list[AnyEvent] = []

    def push(self, event: AnyEvent) -> None:
        """Keep it."""
        self.events.append(event)

    def close(self) -> None:
        """Nothing to let go of."""
