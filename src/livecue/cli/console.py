"""What a session prints: its events as JSON Lines, or a summary for people."""

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from livecue.events import AnyEvent, Cue, End, Health, Marker, current
from livecue.wording import CUE_WORDS, MARKER_WORDS, clock, times


class JsonLines:
    """The sink that prints every event as one line of JSON."""

    def push(self, event: AnyEvent) -> None:
        """Print it, at once."""
        sys.stdout.write(event.model_dump_json() + "\n")
        sys.stdout.flush()

    def close(self) -> None:
        """Nothing to let go of."""


def print_summary(events: Sequence[AnyEvent], console: Console) -> None:
    """The session's timeline in neutral words, and what it was made from."""
    table = Table(title="What was noticed", title_justify="left", box=None, pad_edge=False)
    for column in ("time", "noticed", "because of"):
        table.add_column(column)
    for event in sorted(
        (event for event in current(events) if isinstance(event, Marker | Cue)), key=_moment
    ):
        table.add_row(*_row(event))
    console.print(table)
    end = next((event for event in events if isinstance(event, End)), None)
    if end is not None:
        console.print(
            f"\n{clock(end.audio_s)} minutes heard in {end.wall_s:.0f} s; "
            f"cues: {end.counts.get('cue', 0)}. "
            "These are automatic observations, not findings about a person. "
            "No cue does not mean no ambivalence."
        )
    for event in events:
        if isinstance(event, Health):
            console.print(f"{clock(event.at)} {event.what.replace('_', ' ')} {event.detail}")


def _moment(event: Marker | Cue) -> float:
    return event.at if isinstance(event, Cue) else event.known_at


def _row(event: Marker | Cue) -> tuple[str, str, str]:
    if isinstance(event, Cue):
        why = ", ".join(f"{MARKER_WORDS[name]} {times(count)}" for name, count in event.reason)
        return clock(event.at), f"[bold]{CUE_WORDS[event.cue]}[/bold]", f"{why}: {event.suggestion}"
    evidence = event.evidence
    if evidence.pause_s is not None:
        because = f"{evidence.pause_s:.1f} s, usual up to {evidence.threshold_s:.1f} s"
    else:
        because = " … ".join(evidence.words)
    return clock(event.start), MARKER_WORDS[event.marker], because
