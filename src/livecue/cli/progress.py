"""Progress of long work: shown at a terminal, silent in a pipe."""

from collections.abc import Iterable
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn, track

from livecue.events import AnyEvent
from livecue.session.replay import time_of
from livecue.wording import clock

T = TypeVar("T")


def tracked(items: Iterable[T], count: int, doing: str) -> Iterable[T]:
    """The same items, with how many of them are done."""
    notes = Console(stderr=True)
    return track(
        items, doing, total=count, console=notes, transient=True, disable=not notes.is_terminal
    )


class SessionProgress:
    """The sink that shows how far a recording has been heard.

    Args:
        duration_s: the recording's length, if known.
    """

    def __init__(self, duration_s: float | None, console: Console) -> None:
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[heard]}"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._bar.add_task("listening", total=duration_s, heard=clock(0))
        self._bar.start()

    def push(self, event: AnyEvent) -> None:
        """Move on to the event's time."""
        at = event.emitted_at if event.emitted_at is not None else time_of(event)
        self._bar.update(self._task, completed=at, heard=clock(at))

    def close(self) -> None:
        """Take the bar away."""
        self._bar.stop()
