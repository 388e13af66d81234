"""Which speech model suits a machine, from how quickly each reads there: the choice alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from livecue.config import TranscriptionSettings
from livecue.events import Frozen


class Speed(Frozen):
    """How quickly a speech model reads here.

    size: of its weights, in bytes. read_s: seconds of work for a clip of `clip_s`.
    """

    name: str
    size: int
    read_s: float
    clip_s: float

    @property
    def rtf(self) -> float:
        """Real-time factor: seconds of work for one of sound."""
        return self.read_s / self.clip_s


@dataclass(frozen=True)
class Fit:
    """The speech model for a machine. in_time: whether it keeps up there."""

    speed: Speed
    in_time: bool


def keeps_up(speed: Speed, settings: TranscriptionSettings) -> bool:
    """Whether words come soon enough, and whatever is said, work never piles up."""
    within_latency = speed.read_s <= settings.model_latency_most_s
    return within_latency and speed.rtf <= settings.model_rtf_most


def fit(speeds: Sequence[Speed], settings: TranscriptionSettings) -> Fit:
    """The largest model that keeps up, larger ones being more exact; else the smallest.

    Args:
        speeds: of at least one model.
    """
    by_size = sorted(speeds, key=lambda speed: speed.size)
    in_time = [speed for speed in by_size if keeps_up(speed, settings)]
    return Fit(in_time[-1], in_time=True) if in_time else Fit(by_size[0], in_time=False)
