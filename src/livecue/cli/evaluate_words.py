"""`livecue evaluate words`: what a live session reads, beside Whisper by itself and the labels."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from livecue.cli.labelled import labelled_recordings, labelled_sound

if TYPE_CHECKING:
    from rich.console import Console

    from livecue.evaluation.words_score import WordsReport


def words(
    path: Annotated[
        Path,
        typer.Argument(help="a two-channel recording with its labels beside it, or a folder"),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="print one object")] = False,
) -> None:
    """Words read as a live session reads them, and by Whisper in its full window."""
    from livecue.cli.progress import tracked
    from livecue.cli.user_settings import user_settings
    from livecue.evaluation.words import read_both_ways, turns_heard
    from livecue.evaluation.words_score import score_words, words_report
    from livecue.hearing.silero import SileroEngine
    from livecue.model_files import locate
    from livecue.transcription.speech_model import with_model
    from livecue.transcription.whisper import Whisper

    settings = with_model(user_settings())
    found = labelled_recordings(path)
    silero = SileroEngine(locate("silero-vad").weights)
    whisper = Whisper(locate(settings.transcription.model), settings.transcription)
    scored = []
    for labelled in tracked(labelled_sound(found, settings), len(found), "reading"):
        turns = turns_heard(labelled.clean, settings, silero)
        score = score_words(labelled.session, *read_both_ways(turns, settings, whisper))
        scored.append((labelled.session.id, score))
    report = words_report(scored, whisper.name)
    if as_json:
        sys.stdout.write(report.model_dump_json() + "\n")
    else:
        _print(report)


def _print(report: "WordsReport") -> None:
    from rich.console import Console

    console = Console(highlight=False)
    _print_sessions(report, console)
    _print_key_words(report, console)
    total = report.rows[-1]
    count = sum(total.read_again.values())
    again = f"{count} of {total.clips} clips were read again in the full window"
    reasons = ", ".join(f"{doubt} {count}" for doubt, count in total.read_again.items())
    console.print(f"{again} ({reasons})." if reasons else f"{again}.")
    left = ", ".join(f"{doubt} {count}" for doubt, count in total.left.items())
    console.print(f"Left in doubt: {left or 'none'}. Without a voice: {total.voiceless}.")


def _print_sessions(report: "WordsReport", console: "Console") -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for column in (
        "session",
        "words",
        "wrong",
        "full window",
        "apart",
        "assent, contrast",
        "first words",
        "work / clip",
        "full window",
    ):
        table.add_column(column)
    for row in report.rows:
        shares = (
            row.wer_live,
            row.wer_full_window,
            row.apart,
            row.key_recall,
            row.first_word_recall,
        )
        work = (row.work_live_s, row.work_full_window_s)
        table.add_row(
            row.session, str(row.words), *map(_percent, shares), *(_seconds(one) for one in work)
        )
    console.print(table)
    console.print(
        f"Read by {report.model}. Wrong: word error rate against the labels. Apart: words that the "
        "two read otherwise. "
        "Assent and contrast, first words: of those of the full window, as many were read live."
    )


def _print_key_words(report: "WordsReport", console: "Console") -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for column in ("word", "full window", "read live", "labelled", "read live", "full window"):
        table.add_column(column)
    for key in report.key_words:
        counts = (
            key.in_full_window,
            key.kept,
            key.in_labels,
            key.kept_live,
            key.kept_full_window,
        )
        table.add_row(key.word, *map(str, counts))
    console.print(table)


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f} %"


def _seconds(seconds: float | None) -> str:
    return "-" if seconds is None else f"{seconds:.2f} s"
