"""How far a figure of one session could be otherwise by chance: 95 % intervals.

Rates of counts: exact, for a Poisson count (Garwood, 1936). Shares of counts: exact, for a binomial
count (Clopper & Pearson, 1934). Medians and shares of time: percentile bootstrap (Efron &
Tibshirani, 1993). All take one occurrence as independent of the next, which talk is not; so they
are, if anything, too narrow.
"""

import math
from collections.abc import Callable, Sequence

import numpy as np

from livecue.events import Frozen

TAIL = 0.025
"""Left out at either end."""
RESAMPLES = 1000
SEED = 20180201
"""Any fixed number, so that the same session has the same interval."""
_HALVINGS = 60


class Figure(Frozen):
    """One figure with its interval; `None` where nothing was there to measure."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    of: int = 0
    """How many occurrences it rests on."""


def rate(count: int, minutes: float, per_min: float) -> Figure:
    """Occurrences in so many minutes, as a rate for `per_min` minutes."""
    if minutes <= 0:
        return Figure()
    scale = per_min / minutes
    low = 0.0 if count == 0 else _root(lambda mean: 1 - _poisson(count - 1, mean), TAIL, 4 * count)
    high = _root(lambda mean: 1 - _poisson(count, mean), 1 - TAIL, 4 * count + 20)
    return Figure(
        value=round(count * scale, 2),
        low=round(low * scale, 2),
        high=round(high * scale, 2),
        of=count,
    )


def share(part: int, whole: int) -> Figure:
    """A part of a count, 0-1."""
    if not whole:
        return Figure()
    low = 0.0 if part == 0 else _root(lambda p: 1 - _binomial(part - 1, whole, p), TAIL, 1.0)
    high = 1.0 if part == whole else _root(lambda p: 1 - _binomial(part, whole, p), 1 - TAIL, 1.0)
    return Figure(value=round(part / whole, 3), low=round(low, 3), high=round(high, 3), of=whole)


def resampled(values: Sequence[float], of: Callable[[np.ndarray], np.ndarray]) -> Figure:
    """A figure of a sample.

    of: takes an array of shape (samples, values) and gives one figure for each sample.
    """
    if not values:
        return Figure()
    sample = np.asarray(values, dtype=np.float64)
    drawn = np.random.default_rng(SEED).integers(len(sample), size=(RESAMPLES, len(sample)))
    low, high = np.quantile(of(sample[drawn]), [TAIL, 1 - TAIL])
    return Figure(
        value=round(float(of(sample[None])[0]), 3),
        low=round(float(low), 3),
        high=round(float(high), 3),
        of=len(sample),
    )


def median_of(values: Sequence[float]) -> Figure:
    """Half are below."""
    return resampled(values, lambda samples: np.median(samples, axis=1))


def mean_of(values: Sequence[float]) -> Figure:
    """The average."""
    return resampled(values, lambda samples: np.mean(samples, axis=1))


def _poisson(count: int, mean: float) -> float:
    """The probability of at most `count`."""
    if mean <= 0:
        return 1.0
    logs = [k * math.log(mean) - mean - math.lgamma(k + 1) for k in range(count + 1)]
    return min(sum(map(math.exp, logs)), 1.0)


def _binomial(count: int, whole: int, p: float) -> float:
    """The probability of at most `count` of `whole`."""
    return min(
        sum(math.comb(whole, k) * p**k * (1 - p) ** (whole - k) for k in range(count + 1)), 1.0
    )


def _root(rises: Callable[[float], float], target: float, high: float) -> float:
    """Where a function that rises reaches a value, between 0 and `high`."""
    low = 0.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if rises(middle) < target else (low, middle)
    return (low + high) / 2
