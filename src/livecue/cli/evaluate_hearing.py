"""`livecue evaluate pauses` and `speakers`: hearing alone, in several rooms."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from livecue.cli.labelled import labelled_recordings, labelled_sound, recordings_with_speakers

if TYPE_CHECKING:
    from livecue.evaluation.reports import PausesReport, SpeakersReport
    from livecue.hearing.silero import SileroEngine


def pauses(
    path: Annotated[
        Path,
        typer.Argument(help="a two-channel recording with its labels beside it, or a folder"),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="print one object")] = False,
) -> None:
    """Pauses found in recordings, clean and in simulated rooms, as the meter is built up."""
    from livecue.cli.progress import tracked
    from livecue.cli.user_settings import user_settings
    from livecue.evaluation.reports import pauses_report

    settings = user_settings()
    found = labelled_recordings(path)
    sounds = tracked(labelled_sound(found, settings), len(found), "listening")
    scored = pauses_report(sounds, settings, _silero())
    if as_json:
        sys.stdout.write(scored.model_dump_json() + "\n")
    else:
        _print_pauses(scored)


def speakers(
    path: Annotated[
        Path,
        typer.Argument(
            help="a recording with its labels beside it, named in an .rttm file of its folder, or "
            "with a speaker on each channel; or a folder of them"
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="print one object")] = False,
) -> None:
    """Who speaks, heard by one microphone: with and without the clinician's voice, in rooms."""
    from livecue.cli.progress import tracked
    from livecue.cli.user_settings import user_settings
    from livecue.evaluation.hearing_runs import HearingEngines
    from livecue.evaluation.reports import speakers_report
    from livecue.hearing.voiceprint import VoiceprintEngine
    from livecue.model_files import locate

    settings = user_settings()
    count, found = recordings_with_speakers(path, settings)
    engines = HearingEngines(_silero(), VoiceprintEngine(locate("campplus").weights))
    scored = speakers_report(tracked(found, count, "listening"), settings, engines)
    if as_json:
        sys.stdout.write(scored.model_dump_json() + "\n")
    else:
        _print_speakers(scored)


def _silero() -> "SileroEngine":
    from livecue.hearing.silero import SileroEngine
    from livecue.model_files import locate

    return SileroEngine(locate("silero-vad").weights)


def _print_pauses(scored: "PausesReport") -> None:
    from rich.console import Console
    from rich.table import Table

    from livecue.evaluation.reports import TOTAL

    table = Table(box=None, pad_edge=False)
    for column in ("room", "mics", "meter", "found", "error", "95 %", "false / 10 min", "short"):
        table.add_column(column)
    for row in scored.rows:
        if row.session != TOTAL:
            continue
        table.add_row(
            row.room,
            row.microphones,
            row.layers,
            f"{row.found} of {row.pauses}",
            _milliseconds(row.error_p50_s),
            _milliseconds(row.error_p95_s),
            "-" if row.false_per_10_min is None else f"{row.false_per_10_min:.1f}",
            f"{row.short_turns_heard} of {row.short_turns}",
        )
    console = Console(highlight=False)
    console.print(table)
    console.print(
        "Error of a pause's length: half of them are below the first, 95 % below the second. "
        "Short: turns of up to three words that were heard."
    )


def _print_speakers(scored: "SpeakersReport") -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False)
    table = Table(box=None, pad_edge=False)
    for column in ("session", "room", "enrolled", "right", "unknown", "not heard", "error rate"):
        table.add_column(column)
    for row in scored.rows:
        shares = (row.right, row.unknown, row.unheard, row.der)
        enrolled = "yes" if row.enrolled else "no"
        table.add_row(row.session, row.room, enrolled, *map(_percent, shares))
    console.print(table)
    if scored.left_out:
        console.print(f"Nothing tells who speaks in {', '.join(scored.left_out)}: left out.")


def _milliseconds(seconds: float | None) -> str:
    return "-" if seconds is None else f"{1000 * seconds:.0f} ms"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f} %"
