"""`livecue mark`: markers and cues of a transcript."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from livecue.events import AnyEvent, Cue, Marker
    from livecue.transcripts.session import TranscriptSession


def mark(
    transcript: Annotated[
        Path,
        typer.Argument(
            help="JSON Lines, WebVTT with <v Name>, or a Praat TextGrid with a tier for each "
            "speaker"
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="print the events")] = False,
) -> None:
    """Markers and cues of a transcript; times are estimated where it has none."""
    from rich.console import Console
    from rich.progress import track

    from livecue.cli.console import JsonLines
    from livecue.cli.user_settings import user_settings
    from livecue.transcripts.marked import load_marking, mark_session
    from livecue.transcripts.reading import read_transcript

    sessions = read_transcript(transcript)
    marking = load_marking(user_settings())
    notes = Console(stderr=True, highlight=False)
    console = Console(highlight=False)
    quiet = not notes.is_terminal or len(sessions) == 1
    for session in track(sessions, "reading", console=notes, transient=True, disable=quiet):
        log = mark_session(session, marking)
        if as_json:
            printer = JsonLines()
            for event in log:
                printer.push(event)
        else:
            _print_session(session, log, console)


def _print_session(
    session: "TranscriptSession", log: "Sequence[AnyEvent]", console: "Console"
) -> None:
    """What was noticed in one session, in neutral words, turn by turn."""
    from rich.markup import escape
    from rich.table import Table

    from livecue.events import Cue, Marker, current

    table = Table(
        title=f"What was noticed in {escape(session.id)}",
        title_justify="left",
        box=None,
        pad_edge=False,
    )
    for column in ("turn", "time", "noticed", "because of"):
        table.add_column(column)
    for event in current(log):
        if isinstance(event, Marker):
            table.add_row(*_marker_row(event))
        elif isinstance(event, Cue):
            table.add_row(*_cue_row(event))
    console.print(table)
    for note in _notes(session):
        console.print(note, style="dim")
    console.print()


def _marker_row(marker: "Marker") -> tuple[str, str, str, str]:
    from rich.markup import escape

    from livecue.wording import MARKER_WORDS, because, clock

    turn = "" if marker.turn is None else str(marker.turn)
    return turn, clock(marker.start), MARKER_WORDS[marker.marker], escape(because(marker.evidence))


def _cue_row(cue: "Cue") -> tuple[str, str, str, str]:
    from rich.markup import escape

    from livecue.wording import CUE_WORDS, clock, reasons

    words = f"[bold]{CUE_WORDS[cue.cue]}[/bold]"
    return "", clock(cue.at), words, f"{reasons(cue)}: {escape(cue.suggestion)}"


def _notes(session: "TranscriptSession") -> list[str]:
    from livecue.wording import DISCLAIMER

    notes = []
    if session.speakers_guessed:
        notes.append("Who is who was not written: the first to ask was taken for the clinician.")
    if not session.measured:
        notes.append("Times are estimated from the words, so no pause was looked for.")
    notes.append(DISCLAIMER)
    return notes
