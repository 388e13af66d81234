"""How far an F1 could be otherwise had other sessions been there."""

from collections.abc import Sequence

import numpy as np

from livecue.evaluation.score import Score

Interval = tuple[float, float]
"""From and to: 95 % of the resamples lie between."""

RESAMPLES = 1000
"""How often the sessions are drawn anew; the ends then hold to about a hundredth."""

SEED = 20180201
"""Any fixed number, so that the same scores have the same interval."""

_PERCENTILES = (2.5, 97.5)


def f1_interval(sessions: Sequence[Sequence[Score]]) -> Interval | None:
    """Percentile bootstrap by session (Efron & Tibshirani, 1993) of F1.

    Whole sessions are drawn, since turns of one session are alike.

    Args:
        sessions: for each session its scores, one a class; of several classes it is the mean F1
            over those that occurred or were marked.

    Returns:
        95 % interval; `None` with fewer than two sessions, or where nothing occurred or was marked.
    """
    if len(sessions) < 2:
        return None
    counts = np.array(
        [[(one.hits, one.false_alarms, one.misses) for one in scores] for scores in sessions]
    )
    drawn = np.random.default_rng(SEED).integers(len(sessions), size=(RESAMPLES, len(sessions)))
    hits, false_alarms, misses = np.moveaxis(counts[drawn].sum(axis=1), -1, 0)
    whole = 2 * hits + false_alarms + misses
    classes = (whole > 0).sum(axis=1)
    known = classes > 0
    if not known.any():
        return None
    f1 = (2 * hits / np.maximum(whole, 1)).sum(axis=1)[known] / classes[known]
    low, high = (round(float(end), 4) for end in np.percentile(f1, _PERCENTILES))
    return low, high
