"""Yes, but: assent, concession or partial agreement, then a reservation aimed at change.

The sign is of Westra & Norouzian (2018). People seldom say the two words; what marks it is the
order: something granted, a turn, and a counter that does not turn back towards change.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from livecue.events import Evidence
from livecue.markers.clinician_act import ClinicianAct
from livecue.markers.context import Context, Heard
from livecue.markers.lexicon import Lexicon
from livecue.markers.observed import Observed, logistic
from livecue.markers.words import Hit, Said

ASKING: frozenset[ClinicianAct] = frozenset({"open_question", "closed_question"})
POSTPOSED = frozenset({"though", "however"})
"""Words of contrast that may stand after what they turn."""
QUOTED = 3
LONGEST_CARRIED_WORDS = 15
ASSENT_WITHIN_WORDS = 10
"""A "yes" longer ago than this answered the question; it grants nothing."""
PAST_EVERY_WORDS = 6
"""A past-tense verb in so many words is a story."""

Granted = Literal["concession", "wish", "partial", "assent", "implied", "something", "nothing"]

POINTS_GRANTED: Mapping[Granted, float] = {
    "concession": 3.0,
    "wish": 2.3,
    "partial": 1.8,
    "assent": 1.4,
    "implied": 0.5,
    "something": 0.4,
    "nothing": 0.0,
}
"""What was conceded; "implied" where the turn itself opens with "but" against what was said,
"something" where what stands before the "but" is no known form of assent."""

POINTS_AFTER: Mapping[ClinicianAct, float] = {
    "suggestion": 0.8,
    "open_question": -0.2,
    "closed_question": -0.9,
}
"""A counter needs something to counter; after a question of fact it mostly describes."""


@dataclass(frozen=True)
class Features:
    """What a reader would point at in a turn that is divided in two.

    granted: what was conceded. carried: in the client's turn before. contrast: how plainly it
    turns, 0-1. counters: reservations after it. hedges: negations and conditions, which may be one.
    turned: what follows favours change; ends_for_change: so does the last sentence. narrated: share
    of past tense in what follows, 0-1. after: what the clinician had just done.
    """

    granted: Granted
    carried: bool
    contrast: float
    counters: int
    hedges: int
    turned: bool
    ends_for_change: bool
    narrated: float
    after: ClinicianAct


def score(features: Features) -> float:
    """How sure, 0-1: something granted, a turn, and a counter all have to be there."""
    points = -5.0
    points += POINTS_GRANTED[features.granted] - 0.5 * features.carried
    points -= 0.8 * (features.granted == "assent" and features.after in ASKING)
    points += 3.0 * features.contrast
    points += 1.2 * min(features.counters, 1) + 0.3 * min(max(features.counters - 1, 0), 2)
    points += 0.5 * min(features.hedges, 1)
    points -= 2.5 * features.turned + 1.0 * features.ends_for_change
    points -= 1.0 * features.narrated
    return logistic(points + POINTS_AFTER.get(features.after, 0.0))


@dataclass(frozen=True)
class _Split:
    """A turn in two: words up to `granted_stop`, the turning words, words from `counter_first`."""

    granted_stop: int
    turning: Hit | None
    strength: float
    counter_first: int


def observe(heard: Heard, context: Context, lexicon: Lexicon) -> Observed | None:
    """The marker in a client's turn, however faint; `None` when there is no sign of it."""
    read = [
        (score(features), split)
        for split in _splits(heard.said, lexicon)
        if (features := _features(heard.said, split, context, lexicon)).granted != "nothing"
    ]
    if not read:
        return None
    best, split = max(read, key=lambda one: one[0])
    return Observed("yes_but", best, _evidence(heard.said, split, context, lexicon))


def _splits(said: Said, lexicon: Lexicon) -> Iterator[_Split]:
    """Every place at which the turn may divide."""
    lists = lexicon.yes_but
    harmless = said.find(lists.no_reservation)
    for hit in said.find(lists.contrast):
        if any(other.first <= hit.first < other.stop for other in harmless):
            continue
        yield _Split(hit.first, hit, 1.0, hit.stop)
        if said.norms[hit.first] in POSTPOSED and said.words[hit.first].opens != ".":
            sentence = next(s for s in said.sentences if s.first <= hit.first < s.stop)
            yield _Split(sentence.first, hit, 1.0, sentence.first)
    for hit in said.find(lists.weak_contrast):
        yield _Split(hit.first, hit, 0.25, hit.first)
    for sentence in said.sentences:
        yield _Split(sentence.first, None, 0.0, sentence.first)


def _features(said: Said, split: _Split, context: Context, lexicon: Lexicon) -> Features:
    lists = lexicon.yes_but
    granted = _granted(said, split.granted_stop, lexicon)
    carried = False
    if granted == "nothing" and context.carried is not None:
        granted = _granted_before(context.carried.said, lexicon)
        carried = granted != "nothing"
    if granted == "nothing" and split.strength == 1.0:
        granted = "something" if split.granted_stop else "implied"
    end = max(said.sentences[-1].first, split.counter_first)
    after = said.norms[split.counter_first :]
    past = sum(norm in lexicon.grammar.past for norm in after)
    return Features(
        granted=granted,
        carried=carried,
        contrast=split.strength,
        counters=len(said.find(lists.counter, split.counter_first)),
        hedges=len(said.find(lists.weak_counter, split.counter_first)),
        turned=said.has(lists.turns_to_change, split.counter_first, _clause_stop(said, split)),
        ends_for_change=said.has(lists.turns_to_change, end) and not said.has(lists.counter, end),
        narrated=min(1.0, PAST_EVERY_WORDS * past / max(len(after), 1)),
        after=context.act,
    )


def _clause_stop(said: Said, split: _Split) -> int:
    return next((c.stop for c in said.clauses if c.stop > split.counter_first), len(said.words))


def _granted(said: Said, stop: int, lexicon: Lexicon) -> Granted:
    """What is conceded in the words up to `stop`."""
    lists = lexicon.yes_but
    if said.has(lists.concession, 0, stop):
        return "concession"
    if said.has(lists.wish, 0, stop):
        return "wish"
    if said.has(lists.partial, 0, stop):
        return "partial"
    return (
        "assent" if said.has(lists.assent, max(0, stop - ASSENT_WITHIN_WORDS), stop) else "nothing"
    )


def _granted_before(said: Said, lexicon: Lexicon) -> Granted:
    """What the client's turn before conceded, if it did little else."""
    granted = _granted(said, len(said.words), lexicon)
    brief = len(said.words) <= LONGEST_CARRIED_WORDS
    return granted if brief and granted in ("concession", "assent") else "nothing"


def _evidence(said: Said, split: _Split, context: Context, lexicon: Lexicon) -> Evidence:
    granted = said.quotes(_granting(said, split.granted_stop, lexicon))
    carried = context.carried.said if context.carried is not None and not granted else None
    if carried is not None:
        granted = carried.quotes(_granting(carried, len(carried.words), lexicon))
    turning = (split.turning,) if split.turning else ()
    counters = said.find(lexicon.yes_but.counter, split.counter_first)[:QUOTED]
    return Evidence(
        basis="reservation" if carried is None else "reservation_after_back_channel",
        words=(*granted, *said.quotes((*turning, *counters))),
    )


def _granting(said: Said, stop: int, lexicon: Lexicon) -> tuple[Hit, ...]:
    """The words that concede most, among those up to `stop`."""
    lists = lexicon.yes_but
    ways = (lists.concession, lists.wish, lists.partial, lists.assent)
    return next((hits[:QUOTED] for way in ways if (hits := said.find(way, 0, stop))), ())
