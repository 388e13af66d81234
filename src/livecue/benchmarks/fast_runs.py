"""Recordings heard as fast as the machine goes: how fast that is, and what memory it takes."""

import gc
from collections.abc import Sequence

from livecue.benchmarks.bench import Bench, Labelled
from livecue.benchmarks.cost import resident_mb
from livecue.benchmarks.joined import Joined
from livecue.benchmarks.reports import MemoryReport, ThroughputReport
from livecue.events import AnyEvent, End
from livecue.session.sink import Collected

EARLY_S = 600.0
"""Audio after which memory is first read: by then the models have grown to their working size."""


class MemoryWatch:
    """The sink that reads resident memory after `early_s` of audio, and at the session's end."""

    def __init__(self, early_s: float) -> None:
        self._early_s = early_s
        self.early_mb: float | None = None
        self.end_mb: float | None = None

    def push(self, event: AnyEvent) -> None:
        """Read it if this is the moment."""
        if self.early_mb is None and (event.emitted_at or 0.0) >= self._early_s:
            self.early_mb = _held_mb()
        if isinstance(event, End):
            self.end_mb = _held_mb()

    def close(self) -> None:
        """Nothing to let go of."""


def measure_throughput(recordings: Sequence[Labelled], bench: Bench) -> ThroughputReport:
    """The recordings joined into one session, through every stage, as fast as they go."""
    source = Joined([path for path, _ in recordings], bench.channels, bench.settings.capture)
    cost = bench.hear(source)
    return ThroughputReport(
        machine=bench.machine,
        channels=bench.channels,
        recordings=len(recordings),
        audio_minutes_per_minute=round(cost.audio_s / cost.wall_s, 2) if cost.wall_s else None,
        cost=cost,
    )


def measure_memory(
    recordings: Sequence[Labelled], bench: Bench, until_s: float, early_s: float = EARLY_S
) -> MemoryReport:
    """The recordings again and again, in one session of `until_s` seconds, more than `early_s`.

    The events are kept in memory, as a session at the terminal keeps them.

    Raises:
        MissingError: this system does not tell how much memory a program holds.
    """
    resident_mb()
    paths = [path for path, _ in recordings]
    source = Joined(paths, bench.channels, bench.settings.capture, until_s)
    memory = MemoryWatch(early_s)
    cost = bench.hear(source, Collected(), memory)
    assert memory.early_mb is not None
    assert memory.end_mb is not None
    return MemoryReport(
        machine=bench.machine,
        channels=bench.channels,
        recordings=len(recordings),
        early_s=early_s,
        early_mb=memory.early_mb,
        end_mb=memory.end_mb,
        growth_percent=round(100 * (memory.end_mb / memory.early_mb - 1), 2),
        cost=cost,
    )


def _held_mb() -> float:
    gc.collect()
    return resident_mb()
