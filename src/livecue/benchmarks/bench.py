"""What all benchmarks share: the live path, ready to hear one source after another."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from livecue.benchmarks.cost import Cost, Meter
from livecue.benchmarks.machine import Machine, this_machine
from livecue.capture.source import ChannelUse, Source
from livecue.config import Settings
from livecue.session.compose import Engines, build
from livecue.session.live import Head
from livecue.session.sink import Sink
from livecue.transcripts.session import TranscriptSession

Labelled = tuple[Path, TranscriptSession]
"""A recording and its labels."""


@dataclass(frozen=True)
class Bench:
    """watch: makes the sink that shows how far a source has been heard."""

    settings: Settings
    engines: Engines
    channels: ChannelUse
    watch: Callable[[Source], Sink]

    @property
    def machine(self) -> Machine:
        """What runs, and on what."""
        return this_machine(self.engines.transcriber.name)

    def hear(self, source: Source, *sinks: Sink) -> Cost:
        """A source to its end, through the live path; nothing is kept."""
        head = Head("bench", None, self.settings, (), self.engines.models)
        session = build(head, source, self.engines, [*sinks, self.watch(source)])
        meter = Meter()
        return meter.cost(session.run().audio_s)
