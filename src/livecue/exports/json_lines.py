"""JSON Lines: the log itself, as `--json` prints it, corrections and all."""

from collections.abc import Sequence

from livecue.events import AnyEvent


def json_lines(events: Sequence[AnyEvent]) -> str:
    """Every event, one object a line (docs/events.md).

    Args:
        events: a log, in order of `seq`.
    """
    return "".join(f"{event.model_dump_json()}\n" for event in events)
