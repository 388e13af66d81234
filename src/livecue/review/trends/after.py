"""What came of cues: only beside like moments whose cue was not shown.

A cue comes where signs are at a peak, and what follows a peak is lower by itself (regression to the
mean: Galton, 1886; Barnett, van der Pols & Dobson, 2005). So what came after a cue says nothing
alone. Moments at which the same cue was due for the same sign, and was not drawn (it joined
another, or a snooze or the budget stood above it), are at a peak too: the two are put side by side.
"""

from collections.abc import Iterable, Sequence

from livecue.events import (
    AMBIVALENCE_MARKERS,
    AnyEvent,
    Cue,
    End,
    Frozen,
    Marker,
    MarkerName,
    Unheard,
)
from livecue.review.trends.intervals import Figure, mean_of

AFTER_S = 180.0
"""How long after a moment is looked at: the quiet time after a cue."""
FEWEST = 5
"""With fewer moments of either kind nothing is said: a mean of four is anything."""


class Moment(Frozen):
    """One moment at which a cue was due. signs: occurrences in the time after it."""

    about: MarkerName
    shown: bool
    signs: int


class AfterCues(Frozen):
    """Signs within three minutes, after cues that were shown and like ones that were not.

    matched: pairs, each of the same sign. shown, not_shown: mean occurrences, or `None` while there
    are too few to say. unmatched: shown cues that had no like moment.
    """

    matched: int
    unmatched: int
    shown: Figure | None = None
    not_shown: Figure | None = None


def moments_of(log: Sequence[AnyEvent]) -> list[Moment]:
    """The moments at which a cue to pause was due, if all of the time after them was heard."""
    end_s = max((e.at for e in log if isinstance(e, End)), default=0.0)
    gaps = [event.start for event in log if isinstance(event, Unheard)]
    signs = [
        event.known_at
        for event in log
        if isinstance(event, Marker)
        and event.marker in AMBIVALENCE_MARKERS
        and event.evidence.uncounted is None
    ]
    return [
        Moment(
            about=cue.reason[0][0],
            shown=cue.shown,
            signs=sum(cue.at < at <= cue.at + AFTER_S for at in signs),
        )
        for cue in log
        if isinstance(cue, Cue)
        and cue.cue == "consider_pausing"
        and cue.at + AFTER_S <= end_s
        and not any(cue.at < gap < cue.at + AFTER_S for gap in gaps)
    ]


def after_cues(moments: Iterable[Moment]) -> AfterCues:
    """Shown and not shown, one to one, for the same sign; those left over are left out."""
    kept = list(moments)
    shown: list[float] = []
    not_shown: list[float] = []
    for name in AMBIVALENCE_MARKERS:
        seen = [float(one.signs) for one in kept if one.about == name and one.shown]
        unseen = [float(one.signs) for one in kept if one.about == name and not one.shown]
        pairs = min(len(seen), len(unseen))
        shown += seen[:pairs]
        not_shown += unseen[:pairs]
    unmatched = sum(one.shown for one in kept) - len(shown)
    if len(shown) < FEWEST:
        return AfterCues(matched=len(shown), unmatched=unmatched)
    return AfterCues(
        matched=len(shown),
        unmatched=unmatched,
        shown=mean_of(shown),
        not_shown=mean_of(not_shown),
    )
