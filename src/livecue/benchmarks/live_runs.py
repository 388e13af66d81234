"""Recordings heard at their own pace: by livecue, then, if asked for, by its peers."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from livecue.benchmarks.bench import Bench, Labelled
from livecue.benchmarks.latency import final_turns, score_latency
from livecue.benchmarks.peers import Failed, Peer, heard_by
from livecue.benchmarks.reports import (
    LIVECUE,
    TOTAL,
    HeardLive,
    LatencyReport,
    Outcome,
    Read,
    latency_report,
    system_rows,
)
from livecue.benchmarks.side_by_side import pieces_of, score_pieces
from livecue.benchmarks.sounds import write_mixed, write_warm_up
from livecue.capture.recording import Recording
from livecue.evaluation.word_errors import word_error_rate
from livecue.events import AnyEvent, SessionStarted
from livecue.session.sink import Collected
from livecue.transcripts.session import TranscriptSession


@dataclass(frozen=True)
class Peers:
    """The peers asked for, and the folder of the model that they share with livecue.

    watch: lasts, for a name, while that peer is listening.
    """

    known: Sequence[Peer]
    model: Path
    watch: Callable[[str], AbstractContextManager[object]] = nullcontext


class ClockWatch:
    """The sink that sees how far the session's clock falls behind the wall's.

    Sound starts with the `session` event; the session's clock only goes on when sound is taken.
    """

    def __init__(self) -> None:
        self._began_s = 0.0
        self.behind_s = 0.0

    def push(self, event: AnyEvent) -> None:
        """Compare one event's time with the wall's."""
        now_s = time.monotonic()
        if isinstance(event, SessionStarted):
            self._began_s = now_s
        if event.emitted_at is not None:
            self.behind_s = max(self.behind_s, now_s - self._began_s - event.emitted_at)

    def close(self) -> None:
        """Nothing to let go of."""


def measure_latency(
    recordings: Sequence[Labelled], bench: Bench, peers: Peers | None = None
) -> Iterator[LatencyReport]:
    """A report for each recording as soon as it is finished, then one for all together.

    With peers all systems hear the same mixed file, livecue too; so the bench must be mono.

    Raises, before anything is played:
        InputError: as `Recording`, of the first file that cannot be.
        MissingError: jiwer is not installed.
    """
    word_error_rate("word", "word")
    for path, _ in recordings:
        Recording(path, bench.channels, "1", bench.settings.capture)
    heard = HeardLive()
    outcomes: list[dict[str, Outcome]] = []
    with TemporaryDirectory() as scratch:
        warm_up, mixed = Path(scratch) / "warm_up.wav", Path(scratch) / "audio.wav"
        write_warm_up(warm_up, bench.settings)
        bench.hear(Recording(warm_up, "mono", "max", bench.settings.capture))
        for path, session in recordings:
            if peers is None:
                one, others = _heard_by_livecue(path, session, bench), {}
            else:
                length_s = write_mixed(path, mixed, bench.settings)
                one = _heard_by_livecue(mixed, session, bench)
                others = _heard_by_peers(mixed, length_s, session, peers, warm_up)
            outcomes.append({LIVECUE: one.read, **others})
            heard += one
            yield _report(path.stem, bench, one, outcomes[-1:], peers)
    yield _report(TOTAL, bench, heard, outcomes, peers)


def _report(
    name: str,
    bench: Bench,
    heard: HeardLive,
    outcomes: Sequence[dict[str, Outcome]],
    peers: Peers | None,
) -> LatencyReport:
    rows = () if peers is None else system_rows(outcomes)
    return latency_report(name, bench.machine, bench.channels, heard, rows)


def _heard_by_livecue(sound: Path, session: TranscriptSession, bench: Bench) -> HeardLive:
    events, clock = Collected(), ClockWatch()
    source = Recording(sound, bench.channels, "1", bench.settings.capture)
    cost = bench.hear(source, events, clock)
    pieces = pieces_of(final_turns(events.events))
    return HeardLive(
        latency=score_latency(events.events),
        clock_behind_s=clock.behind_s,
        read=Read(score=score_pieces(session, pieces), cost=cost),
    )


def _heard_by_peers(
    sound: Path, length_s: float, session: TranscriptSession, peers: Peers, warm_up: Path
) -> dict[str, Outcome]:
    """One after another, so that each has the machine to itself."""
    outcomes: dict[str, Outcome] = {}
    for peer in peers.known:
        with peers.watch(peer.name):
            heard = heard_by(peer, peers.model, warm_up, sound, length_s)
        outcomes[peer.name] = (
            heard.why
            if isinstance(heard, Failed)
            else Read(score=score_pieces(session, heard.pieces), cost=heard.cost)
        )
    return outcomes
