"""CSV: a row an event, for spreadsheets and statistics. Names are those of docs/events.md."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from livecue.events import (
    Action,
    AnyEvent,
    Cue,
    Event,
    Feedback,
    Health,
    Marker,
    Pause,
    Speech,
    Turn,
    Unheard,
)
from livecue.exports.kept import begins_at, kept_session

COLUMNS: tuple[str, ...] = (
    "type",
    "seq",
    "start_s",
    "end_s",
    "name",
    "speaker",
    "score",
    "threshold_s",
    "turn",
    "counted",
    "shown",
    "by",
    "detail",
)
"""One table for all kinds; what a kind has not is empty. For a moment `end_s` is empty."""


def table(events: Sequence[AnyEvent]) -> str:
    """The session as it stands, in order of time, under one line of names.

    Args:
        events: a log, in order of `seq`.
    """
    kept = kept_session(events)
    rows: list[Event] = [
        *kept.speech,
        *kept.pauses,
        *kept.turns,
        *kept.markers,
        *kept.cues,
        *kept.actions,
        *kept.unheard,
        *kept.health,
        *kept.feedback,
    ]
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(_row(event) for event in sorted(rows, key=lambda e: (begins_at(e), e.seq)))
    return text.getvalue()


def _row(event: Event) -> dict[str, Any]:
    cells: dict[str, Any] = {"type": getattr(event, "type", ""), "seq": event.seq}
    cells |= {"start_s": begins_at(event), "end_s": getattr(event, "end", None)}
    cells |= _particular(event)
    return {name: _cell(value) for name, value in cells.items()}


def _particular(event: Event) -> dict[str, Any]:
    """What this kind of event has beyond its time."""
    match event:
        case Speech():
            return {"speaker": event.speaker, "score": event.speaker_score}
        case Pause():
            return {
                "name": event.kind,
                "speaker": event.owner,
                "threshold_s": event.threshold_s,
            }
        case Turn():
            return {
                "speaker": event.speaker,
                "score": event.confidence,
                "turn": event.i,
                "detail": event.text,
            }
        case Marker():
            return {
                "name": event.marker,
                "score": event.score,
                "threshold_s": event.evidence.threshold_s,
                "turn": event.turn,
                "counted": event.evidence.uncounted is None,
                "detail": " … ".join(event.evidence.words),
            }
        case Cue():
            counts = ", ".join(f"{name} {count}" for name, count in event.reason)
            return {"name": event.cue, "shown": event.shown, "detail": counts}
        case Action():
            return {"name": event.action, "by": event.by, "detail": event.value}
        case Unheard():
            return {"detail": event.why}
        case Health():
            return {"name": event.what}
        case Feedback():
            return {"name": "helpful" if event.helpful else "not_helpful", "detail": event.cue_at}
    raise AssertionError(f"{type(event).__name__} has no row")


def _cell(value: Any) -> Any:
    """Truth as other formats write it, seconds to the millisecond, nothing where unknown."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return round(value, 3) if isinstance(value, float) else value
