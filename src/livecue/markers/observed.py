"""What a detector hands back: a score with its reasons, before it is a marker or a candidate."""

import math
from dataclasses import dataclass

from livecue.events import Evidence, MarkerName

FLOOR = 0.1
"""What scores less is not kept even as a candidate."""
LEAST = 0.001
"""Probabilities are kept this far from 0 and 1, so that no witness is beyond doubt."""


@dataclass(frozen=True)
class Observed:
    """One marker seen in a client's turn. score: 0-1."""

    marker: MarkerName
    score: float
    evidence: Evidence
    elaborate: bool = False


def log_odds(likely: float) -> float:
    """Of a probability, kept off 0 and 1."""
    kept = min(max(likely, LEAST), 1.0 - LEAST)
    return math.log(kept / (1.0 - kept))


def logistic(points: float) -> float:
    """Points for and against as a score 0-1; none is 0.5."""
    return 1.0 / (1.0 + math.exp(-points))
