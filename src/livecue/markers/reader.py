"""What a reader of turns says of a client's turn: one probability a sign, from one small network.

The signs are those of Westra & Norouzian (2018) and, for talk, the three classes of the MISC.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from livecue.events import Speaker

HEADS = ("yes_but", "excuse", "elaborate", "minimal", "topic_shift", "boundary")
"""The signs that a reading has, each on its own, in the network's order."""
TALK = ("change", "neutral", "sustain")
"""The classes of talk that a reading has, in the network's order."""


@dataclass(frozen=True)
class Line:
    """Who said what."""

    speaker: Speaker
    text: str


@dataclass(frozen=True)
class Reading:
    """Probabilities, 0-1, each on its own; `change`, `neutral` and `sustain` together make 1.

    excuse: an account of a task not done; elaborate: with two reasons or a long story, given that
    it is one. minimal: a short answer where more was invited. topic_shift: the client left the
    subject abruptly. boundary: the subject is another, whoever changed it and however.
    """

    yes_but: float
    excuse: float
    elaborate: float
    minimal: float
    topic_shift: float
    boundary: float
    change: float
    neutral: float
    sustain: float


class TurnReader(Protocol):
    """Reads a client's turn in the light of what came before it."""

    def read(self, lines: Sequence[Line]) -> Reading:
        """The last of `lines` is the client's turn; the others came before it, oldest first."""
        ...
