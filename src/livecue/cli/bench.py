"""`livecue bench`: how late, how fast, and how much memory, on this machine."""

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from livecue.capture.source import ChannelUse
from livecue.cli.labelled import labelled_recordings
from livecue.cli.user_settings import user_settings
from livecue.errors import InputError
from livecue.events import Frozen
from livecue.paths import shipped

if TYPE_CHECKING:
    from livecue.benchmarks.bench import Bench, Labelled
    from livecue.benchmarks.peers import Peer
    from livecue.config import Settings

R = TypeVar("R", bound=Frozen)

app = typer.Typer(
    help="How late words are, how fast sessions are heard, and what memory that takes.",
    no_args_is_help=True,
)

PathGiven = Annotated[
    Path | None,
    typer.Argument(
        help="a recording with its labels beside it as .json, or a folder of them; else the "
        "bundled session"
    ),
]
ModelGiven = Annotated[str | None, typer.Option(help="speech model, by name, or auto")]
AsJson = Annotated[bool, typer.Option("--json", help="print one object a line")]
ChannelsGiven = Annotated[
    ChannelUse, typer.Option(help="split: channel 0 clinician, channel 1 client")
]


@app.command(epilog="Example: livecue bench latency recordings --peers --json")
def latency(
    path: PathGiven = None,
    channels: Annotated[
        ChannelUse | None,
        typer.Option(
            help="split, if nothing is said: channel 0 clinician, channel 1 client; mono with "
            "--peers"
        ),
    ] = None,
    model: ModelGiven = None,
    peers: Annotated[
        bool, typer.Option("--peers", help="let what `make peers` installed hear the same, too")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """From the end of speech to its words, each recording at its own pace.

    Computation-aware is what really happened, computation-unaware what would be if computing took
    no time: then only the wait for the end of a turn is left.
    """
    from livecue.benchmarks.live_runs import Peers, measure_latency
    from livecue.cli.bench_tables import print_latency
    from livecue.model_files import locate
    from livecue.transcription.speech_model import model_for_real_time

    if peers and channels == "split":
        raise InputError(
            "With --peers all hear the same one channel; leave out --channels split, or --peers."
        )
    recordings = _recordings(path)
    known = _known_peers() if peers else []
    settings = model_for_real_time(user_settings(model)).settings
    bench = _bench(channels or ("mono" if peers else "split"), settings)
    others = None
    if peers:
        others = Peers(known, locate(bench.engines.transcriber.name).folder, _listening)
    _print(measure_latency(recordings, bench, others), as_json, print_latency)


@app.command(epilog="Example: livecue bench throughput recordings")
def throughput(
    path: PathGiven = None,
    channels: ChannelsGiven = "split",
    model: ModelGiven = None,
    as_json: AsJson = False,
) -> None:
    """The recordings joined into one session, heard as fast as the machine goes."""
    from livecue.benchmarks.fast_runs import measure_throughput
    from livecue.cli.bench_tables import print_throughput
    from livecue.transcription.speech_model import with_model

    recordings = _recordings(path)
    bench = _bench(channels, with_model(user_settings(model)))
    _print([measure_throughput(recordings, bench)], as_json, print_throughput)


@app.command(epilog="Example: livecue bench memory --minutes 30")
def memory(
    path: PathGiven = None,
    channels: ChannelsGiven = "split",
    minutes: Annotated[float, typer.Option(help="of audio")] = 120.0,
    model: ModelGiven = None,
    as_json: AsJson = False,
) -> None:
    """Memory after ten minutes and at the end, the recordings heard again and again."""
    from livecue.benchmarks.fast_runs import EARLY_S, measure_memory
    from livecue.cli.bench_tables import print_memory
    from livecue.transcription.speech_model import with_model

    if not 60 * minutes > EARLY_S:
        raise InputError(
            f"--minutes must be more than {EARLY_S / 60:.0f}, when memory is first read; "
            f"it is {minutes:g}."
        )
    recordings = _recordings(path)
    bench = _bench(channels, with_model(user_settings(model)))
    _print([measure_memory(recordings, bench, 60 * minutes)], as_json, print_memory)


def _recordings(path: Path | None) -> "list[Labelled]":
    return labelled_recordings(path or shipped("examples") / "session.opus")


def _bench(channels: ChannelUse, settings: "Settings") -> "Bench":
    from rich.console import Console

    from livecue.benchmarks.bench import Bench
    from livecue.cli.progress import SessionProgress
    from livecue.session.compose import load_engines

    notes = Console(stderr=True)
    return Bench(
        settings=settings,
        engines=load_engines(settings),
        channels=channels,
        watch=lambda source: SessionProgress(source.duration_s, notes),
    )


def _known_peers() -> "list[Peer]":
    from livecue.benchmarks.peers import known_peers

    return known_peers(shipped("peers"), shipped(".peers"))


def _listening(peer: str) -> AbstractContextManager[object]:
    """Shown at a terminal while a peer listens."""
    from rich.console import Console

    notes = Console(stderr=True)
    return notes.status(f"{peer} is listening") if notes.is_terminal else nullcontext()


def _print(
    reports: Iterable[R], as_json: bool, print_tables: Callable[[Sequence[R]], None]
) -> None:
    """Each report as it comes, or all of them for people."""
    if not as_json:
        print_tables(list(reports))
        return
    for report in reports:
        sys.stdout.write(report.model_dump_json() + "\n")
        sys.stdout.flush()
