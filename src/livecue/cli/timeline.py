"""A kept session in lines of neutral words."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from livecue.events import (
    Action,
    AnyEvent,
    Cue,
    End,
    Feedback,
    Health,
    Marker,
    Pause,
    SessionStarted,
    Turn,
    Unheard,
    current,
)
from livecue.store.records import SessionRecord
from livecue.wording import (
    CUE_WORDS,
    DISCLAIMER,
    MARKER_WORDS,
    SPEAKER_WORDS,
    because,
    clock,
    local_time,
    reasons,
    times,
)


def session_line(record: SessionRecord) -> str:
    """One session of a list."""
    noticed = [
        f"{words} {times(record.counts[name])}"
        for name, words in MARKER_WORDS.items()
        if record.counts.get(name)
    ]
    return "  ".join(
        [
            record.id,
            record.client or "no client",
            local_time(record.started_at),
            clock(record.duration_s) + ("" if record.ended else " (no end: broken off or running)"),
            f"cues: {record.counts.get('cue', 0)}",
            ", ".join(noticed),
        ]
    ).rstrip()


def print_timeline(events: Sequence[AnyEvent]) -> None:
    """What was said, noticed and done, in order of session time; corrections are applied."""
    console = Console(highlight=False, markup=False)
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True, justify="right")
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    stands = current(events)
    for event in stands:
        if isinstance(event, SessionStarted):
            console.print(_heading(event))
    for at_s, what, detail in sorted(filter(None, map(_line, stands)), key=lambda line: line[0]):
        table.add_row(clock(at_s), Text(what), Text(detail))
    console.print(table)
    ended = any(isinstance(event, End) for event in events)
    console.print(DISCLAIMER if ended else f"It has no end: broken off, or running. {DISCLAIMER}")


def _heading(event: SessionStarted) -> str:
    agreed = f", agreed to {', '.join(event.consent)}" if event.consent else ""
    who = event.client or "no client"
    return f"Session {event.id}, {who}, {local_time(event.started_at)}, {event.source}{agreed}"


def _line(event: AnyEvent) -> tuple[float, str, str] | None:
    """Session second, what, and more of it; `None` for what a person need not see."""
    match event:
        case Turn():
            return event.start, SPEAKER_WORDS[event.speaker], event.text or "(no words)"
        case Pause(end=end, threshold_s=usual_s) if end and usual_s and event.duration_s > usual_s:
            return event.start, "pause", f"{event.duration_s:.1f} s"
        case Marker():
            return event.start, MARKER_WORDS[event.marker], because(event.evidence)
        case Cue():
            shown = "" if event.shown else " (not shown)"
            return event.at, CUE_WORDS[event.cue] + shown, f"{reasons(event)}: {event.suggestion}"
        case Action():
            value = "" if event.value is None else str(event.value)
            return event.at, event.action.replace("_", " "), value
        case Unheard():
            return event.start, "not heard", f"{event.end - event.start:.1f} s, {event.why}"
        case Health():
            return event.at, event.what.replace("_", " "), event.detail
        case Feedback():
            return event.at, "helpful" if event.helpful else "not helpful", clock(event.cue_at)
    return None
