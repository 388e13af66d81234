"""Change talk and sustain talk: the client's own words for change, or for staying.

After motivational interviewing (Miller & Rollnick): desire, ability, reasons, need, commitment,
activation, taking steps. Only what the client says counts, never the clinician.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from livecue.events import Evidence, MarkerName
from livecue.markers.context import Heard
from livecue.markers.lexicon import Lexicon
from livecue.markers.observed import Observed, logistic
from livecue.markers.stance import stance
from livecue.markers.words import Hit

QUOTED = 4


@dataclass(frozen=True)
class Features:
    """Kinds of talk on this side, how often there was a word for it, and for the other side."""

    kinds: frozenset[str]
    hits: int
    other_side: int


CHANGE_POINTS: Mapping[str, float] = {
    "desire": 1.0,
    "ability": 0.8,
    "reason": 0.8,
    "need": 1.2,
    "commitment": 0.9,
    "activation": 1.2,
    "steps": 0.9,
}
SUSTAIN_POINTS: Mapping[str, float] = {
    "desire": 1.0,
    "ability": 0.8,
    "reason": 0.8,
    "need": 1.0,
    "commitment": 1.0,
    "steps": 1.0,
}


def score(features: Features, points_of: Mapping[str, float]) -> float:
    """How sure, 0-1: each kind counts once, more words a little more."""
    points = -0.6 + sum(points_of[kind] for kind in features.kinds)
    points += 0.2 * min(features.hits - len(features.kinds), 3)
    points -= 0.3 * min(features.other_side, 2)
    return logistic(points)


def observe(heard: Heard, lexicon: Lexicon) -> tuple[Observed, ...]:
    """Both sides of a client's turn, as far as there is a word for either."""
    found = stance(heard.said, lexicon)
    return (
        *_side("change_talk", heard, found.change, found.sustain_hits, CHANGE_POINTS),
        *_side("sustain_talk", heard, found.sustain, found.change_hits, SUSTAIN_POINTS),
    )


def _side(
    name: MarkerName,
    heard: Heard,
    kinds: Mapping[str, tuple[Hit, ...]],
    other_side: tuple[Hit, ...],
    points_of: Mapping[str, float],
) -> Iterator[Observed]:
    hits = [hit for of_kind in kinds.values() for hit in of_kind]
    if hits:
        features = Features(frozenset(kinds), len(hits), len(other_side))
        yield Observed(
            name,
            score(features, points_of),
            Evidence(basis=",".join(sorted(kinds)), words=heard.said.quotes(hits[:QUOTED])),
        )
