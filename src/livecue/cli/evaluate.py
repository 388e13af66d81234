"""`livecue evaluate`: markers and cues against labelled sessions."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from livecue.cli import evaluate_hearing, evaluate_text, evaluate_words
from livecue.cli.labelled import labelled_recordings

if TYPE_CHECKING:
    from rich.table import Table

    from livecue.evaluation.audio import AudioReport
    from livecue.evaluation.score import Scores

app = typer.Typer(
    help="Scores against labelled sessions: the signs, the pauses, who speaks, and the words.",
    no_args_is_help=True,
)
app.command(epilog="Example: livecue evaluate text sessions.jsonl --errors")(evaluate_text.text)
app.command(epilog="Example: livecue evaluate pauses recordings --json")(evaluate_hearing.pauses)
app.command(epilog="Example: livecue evaluate speakers recordings --json")(
    evaluate_hearing.speakers
)
app.command(epilog="Example: livecue evaluate words recordings --json")(evaluate_words.words)


@app.command(epilog="Example: livecue evaluate audio recordings --channels split --json")
def audio(
    path: Annotated[
        Path,
        typer.Argument(help="a recording with its labels beside it as .json, or a folder of them"),
    ],
    channels: Annotated[
        Literal["mono", "split"], typer.Option(help="split: channel 0 clinician, channel 1 client")
    ] = "mono",
    as_json: Annotated[bool, typer.Option("--json", help="print one object")] = False,
) -> None:
    """Signs and cues heard in recordings, through the whole live path."""
    from livecue.cli.progress import tracked
    from livecue.cli.user_settings import user_settings
    from livecue.evaluation.audio import report
    from livecue.session.compose import load_engines, run_recording
    from livecue.transcription.speech_model import with_model

    pairs = labelled_recordings(path)
    settings = with_model(user_settings())
    engines = load_engines(settings)
    steps = tracked(pairs, len(pairs), "listening")
    scored = report(
        [(gold, run_recording(recording, channels, settings, engines)) for recording, gold in steps]
    )
    if as_json:
        sys.stdout.write(scored.model_dump_json() + "\n")
    else:
        _print_audio(scored)


def _print_audio(scored: "AudioReport") -> None:
    from rich.console import Console
    from rich.table import Table

    from livecue.wording import MARKER_WORDS

    console = Console(highlight=False)
    console.print(_marker_table(scored.total.markers, scored.total.macro_f1))
    table = Table(box=None, pad_edge=False)
    for column in ("session", "cues hit", "missed", "further", "false", "not heard"):
        table.add_column(column)
    for session in (*scored.sessions, scored.total):
        cues = session.cues
        numbers = (cues.hits, cues.missed, cues.further, cues.false)
        missed = ", ".join(MARKER_WORDS[marker] for marker in session.missed)
        table.add_row(session.id, *map(str, numbers), missed)
    console.print(table)
    console.print(f"Heard with the models {', '.join(scored.models)}.")
    latency = scored.total.latency
    for what, seconds in (("text", latency.text), ("cue", latency.cue)):
        if seconds.max is not None:
            console.print(
                f"end of speech to {what}: half within {seconds.p50} s, "
                f"95 % within {seconds.p95} s, longest {seconds.max} s"
            )


def _marker_table(scores: "Scores", macro_f1: float | None) -> "Table":
    from rich.table import Table

    from livecue.wording import MARKER_WORDS

    table = Table(box=None, pad_edge=False)
    for column in ("sign", "precision", "recall", "F1", "hits", "false alarms", "misses"):
        table.add_column(column)
    for marker, score in scores.items():
        ratios = (_share(value) for value in (score.precision, score.recall, score.f1))
        counts = (score.hits, score.false_alarms, score.misses)
        table.add_row(MARKER_WORDS[marker], *ratios, *map(str, counts))
    table.add_row("mean of the four", "", "", _share(macro_f1), "", "", "")
    return table


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
