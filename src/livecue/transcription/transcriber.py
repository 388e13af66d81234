"""What a transcriber is, and what it gives back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from livecue.events import Word
from livecue.hearing.spoken import SpokenTurn

TELLING_S = 2.0
"""Speech from which it can be told that it is in another language, or gives no sense."""


@dataclass(frozen=True)
class Transcript:
    """The words of one spoken turn.

    text: `None` when they were lost or not understood; empty when nothing was said. why_lost: what
    to say of those that were, never what was said. confidence: mean word probability 0-1.
    compute_s: seconds of work. understood: False for another language, or speech that gave no
    sense.
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

    def renewed(self) -> "Transcriber":
        """The same with its engine made anew, for when this one fails or hangs."""
        ...


def most_understood(parts: Iterable[tuple[float, bool]]) -> bool:
    """Whether most of what was said gave sense; a little that did not is no matter.

    parts: seconds of speech, and whether they were understood.
    """
    said = list(parts)
    lost_s = sum(speech_s for speech_s, understood in said if not understood)
    return lost_s < TELLING_S or lost_s <= sum(speech_s for speech_s, _ in said) / 2
