"""Speech with a name to it: what the later stages of hearing are told."""

from dataclasses import dataclass

from livecue.events import Speaker


@dataclass(frozen=True)
class Voiced:
    """A stretch of speech that has begun, and whose speaker is known. start: session second."""

    channel: int
    start: float
    speaker: Speaker
    score: float


@dataclass(frozen=True)
class Said:
    """A stretch of speech heard to its end. start, end: session seconds."""

    channel: int
    start: float
    end: float
    speaker: Speaker
    score: float
