"""Several recordings as one long one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from livecue.capture.off_record import Played
from livecue.capture.recording import Recording
from livecue.capture.source import Block, ChannelUse, Heard, Missing
from livecue.config import CaptureSettings


class Joined(Played):
    """A source that plays recordings one after another, as fast as it is asked, on one clock.

    until_s: play them again and again until so much has been heard; without it, each once.

    Raises:
        InputError: as `Recording`, of the first file that cannot be played.
    """

    lockstep = True

    def __init__(
        self,
        paths: Sequence[Path],
        channels: ChannelUse,
        settings: CaptureSettings,
        until_s: float | None = None,
    ) -> None:
        super().__init__()
        self._parts = [Recording(path, channels, "max", settings) for path in paths]
        self._until_s = until_s
        self.name = f"{len(paths)} recordings, joined"
        self.channels = self._parts[0].channels
        lengths_s = [part.duration_s for part in self._parts if part.duration_s is not None]
        whole_s = sum(lengths_s) if len(lengths_s) == len(self._parts) else None
        self.duration_s = whole_s if until_s is None else until_s

    def _play(self) -> Iterator[Heard]:
        before_s = end_s = 0.0
        while True:
            for part in self._parts:
                for item in part:
                    heard = _later(item, before_s)
                    yield heard
                    if isinstance(heard, Block | Missing):
                        end_s = heard.end_s
                    if self._until_s is not None and end_s >= self._until_s:
                        return
                before_s = end_s
            if self._until_s is None:
                return


def _later(item: Heard, by_s: float) -> Heard:
    if isinstance(item, Block):
        return replace(item, start_s=item.start_s + by_s)
    if isinstance(item, Missing):
        return replace(item, start_s=item.start_s + by_s, end_s=item.end_s + by_s)
    return replace(item, at_s=item.at_s + by_s)
