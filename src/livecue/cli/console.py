"""What a session prints: its events as JSON Lines, or a summary for people."""

import sys
from collections.abc import Sequence

from livecue.cli.timeline import print_timeline
from livecue.events import AnyEvent, End, Pause, Turn
from livecue.wording import clock


class JsonLines:
    """The sink that prints every event as one line of JSON."""

    def push(self, event: AnyEvent) -> None:
        """Print it, at once."""
        sys.stdout.write(event.model_dump_json() + "\n")
        sys.stdout.flush()

    def close(self) -> None:
        """Nothing to let go of."""


def print_summary(events: Sequence[AnyEvent]) -> None:
    """What was noticed in a session that is just over, without what was said."""
    print_timeline([event for event in events if not isinstance(event, Turn | Pause)])
    for event in events:
        if isinstance(event, End):
            print(
                f"{clock(event.audio_s)} minutes heard in {event.wall_s:.0f} s, "
                f"cues: {event.counts.get('cue', 0)}."
            )
