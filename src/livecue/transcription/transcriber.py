"""What a transcriber is, and what it gives back."""

from dataclasses import dataclass
from typing import Protocol

from livecue.events import Word
from livecue.hearing.spoken import SpokenTurn


@dataclass(frozen=True)
class Transcript:
    """The words of one spoken turn.

    text: `None` when they were lost or not understood; empty when nothing was said. why_lost: what
    to say of it, never what was said. confidence: mean word probability 0-1. compute_s: seconds of
    work. understood: False for another language, or speech that gave no sense.
    """

    turn: SpokenTurn
    text: str | None
    words: tuple[Word, ...] = ()
    confidence: float | None = None
    compute_s: float = 0.0
    why_lost: str | None = None
    understood: bool = True


class Transcriber(Protocol):
    """Speech to text for one turn at a time. `name` and `sha256` go into the `session` event."""

    name: str
    sha256: str

    def transcribe(self, turn: SpokenTurn) -> Transcript:
        """The turn's words, timed on the session clock."""
        ...
