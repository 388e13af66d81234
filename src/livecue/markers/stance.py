"""Which way words lean: towards change, or towards staying.

The kinds are those of change talk and sustain talk in motivational interviewing (Miller & Rollnick:
desire, ability, reasons, need, commitment, activation, taking steps). Detectors count them; none
decides here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from livecue.markers.lexicon import Lexicon
from livecue.markers.words import Hit, Phrases, Said

OBJECT_WORDS = 5
"""Words after "I want to" among which its object is looked for."""


@dataclass(frozen=True)
class Stance:
    """Kinds of talk found, each with its words."""

    change: Mapping[str, tuple[Hit, ...]]
    sustain: Mapping[str, tuple[Hit, ...]]

    @property
    def change_hits(self) -> tuple[Hit, ...]:
        """All words for change."""
        return tuple(hit for hits in self.change.values() for hit in hits)

    @property
    def sustain_hits(self) -> tuple[Hit, ...]:
        """All words for staying."""
        return tuple(hit for hits in self.sustain.values() for hit in hits)


def stance(said: Said, lexicon: Lexicon, first: int = 0, stop: int | None = None) -> Stance:
    """The lean of a turn, or of its words `first` to `stop`."""
    change = _kinds(said, lexicon.talk.change, first, stop)
    sustain = _kinds(said, lexicon.talk.sustain, first, stop)
    covered = [hit for hits in sustain.values() for hit in hits]
    kept: dict[str, tuple[Hit, ...]] = {}
    turned: list[Hit] = []
    for kind, hits in change.items():
        staying = tuple(hit for hit in hits if _object_is_problem(said, hit, lexicon))
        turned.extend(staying)
        kept[kind] = tuple(hit for hit in hits if hit not in staying and not _inside(hit, covered))
    if turned:
        sustain["desire"] = (*sustain.get("desire", ()), *turned)
    return Stance({k: v for k, v in kept.items() if v}, sustain)


def _kinds(
    said: Said, kinds: Mapping[str, Phrases], first: int, stop: int | None
) -> dict[str, tuple[Hit, ...]]:
    found = {kind: said.find(phrases, first, stop) for kind, phrases in kinds.items()}
    return {kind: hits for kind, hits in found.items() if hits}


def _object_is_problem(said: Said, hit: Hit, lexicon: Lexicon) -> bool:
    """ "I want to smoke" speaks for staying; "I want to stop smoking" does not."""
    stop = min(hit.stop + OBJECT_WORDS, len(said.words))
    return said.has(lexicon.talk.problem_behaviour, hit.stop, stop) and not said.has(
        lexicon.talk.ending_it, hit.first, stop
    )


def _inside(hit: Hit, others: list[Hit]) -> bool:
    return any(other.first <= hit.first and hit.stop <= other.stop for other in others)
