"""What a source of audio is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

from livecue.events import HealthName

SAMPLE_RATE_HZ = 16_000
"""Rate of all audio inside livecue: what Whisper, Silero and CAM++ were trained on."""

OFF_RECORD = "off the record"
"""Why nothing was heard: the clinician wanted it so."""

Samples = npt.NDArray[np.int16]

ChannelUse = Literal["mono", "split"]
"""`mono`: everything mixed into one channel. `split`: channel 0 clinician, 1 client."""


@dataclass(frozen=True)
class Block:
    """Audio as it was heard.

    start_s: session-clock second of its first sample (missing time counted in).
    samples: int16, shape (frames, channels), at `SAMPLE_RATE_HZ`; no frames means that nothing
    came for a while, and that time has not moved on.
    """

    start_s: float
    samples: Samples

    @property
    def end_s(self) -> float:
        """Session-clock second just after its last sample."""
        return self.start_s + len(self.samples) / SAMPLE_RATE_HZ


@dataclass(frozen=True)
class Missing:
    """Time in which nothing was heard; the session clock goes on over it."""

    start_s: float
    end_s: float
    why: str


@dataclass(frozen=True)
class Trouble:
    """Something about the device that the clinician should see."""

    at_s: float
    what: HealthName
    detail: str = ""


Heard = Block | Missing | Trouble


class Source(Protocol):
    """Audio from somewhere, on the session clock.

    name: what the `session` event says of it, without personal paths. channels: 1 (both speakers)
    or 2 (0 clinician, 1 client). lockstep: it waits for the stages, so that nothing is ever behind.
    duration_s: its whole length, where that is known beforehand.
    """

    name: str
    channels: int
    lockstep: bool
    duration_s: float | None

    def __iter__(self) -> Iterator[Heard]:
        """What is heard, in order, something at least every 0.2 s, until it ends or is closed."""
        ...

    def pause(self) -> None:
        """Stop listening; the device's stream is stopped before this returns."""
        ...

    def resume(self) -> None:
        """Listen again; the time between comes as one `Missing`."""
        ...

    def close(self) -> None:
        """Let go of the device or file; iteration ends."""
        ...
