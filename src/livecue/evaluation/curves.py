"""What scores are worth, whatever threshold is set: precision and recall over all of them.

Pure: scores with their truth in, numbers out. A score of 0 is a turn of which nothing was written.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from livecue.events import Frozen

CALIBRATION_BINS = 10
"""Bins of equal width, as in Guo et al. (2017)."""

SURE = 0.8
"""The precision from which on a cue about talk is on by default (DESIGN 3)."""

Scored = Sequence[tuple[bool, float]]
"""For each turn: whether it carries the marker, and the marker's score, 0-1."""


class Point(Frozen):
    """What a threshold gives: precision, recall and F1 of all that scores as much or more."""

    threshold: float
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True)
class _Curve:
    """One row a distinct score, from the highest down; what scores the same comes together.

    hits, marked: of the turns that score as much or more, those that carry the marker, and all.
    """

    thresholds: npt.NDArray[np.float64]
    hits: npt.NDArray[np.int64]
    marked: npt.NDArray[np.int64]

    @property
    def positives(self) -> int:
        return int(self.hits[-1]) if len(self.hits) else 0

    def point(self, row: int) -> Point:
        hits, marked = int(self.hits[row]), int(self.marked[row])
        return Point(
            threshold=round(float(self.thresholds[row]), 4),
            precision=round(hits / marked, 4),
            recall=round(hits / self.positives, 4),
            f1=round(2 * hits / (marked + self.positives), 4),
        )


def average_precision(scored: Scored) -> float | None:
    """Precision at each step of recall, weighted by the step.

    `None` where no turn carries the marker. Nothing is interpolated: as scikit-learn's
    `average_precision_score`.
    """
    curve = _curve(scored)
    if not curve.positives:
        return None
    steps = np.diff(curve.hits, prepend=0) / curve.positives
    return round(float(np.sum(steps * curve.hits / curve.marked)), 4)


def best_point(scored: Scored) -> Point | None:
    """The threshold of the highest F1 there is; known only to whoever has the labels."""
    curve = _curve(scored)
    rows = np.flatnonzero(curve.thresholds > 0)
    if not curve.positives or not len(rows):
        return None
    f1 = 2 * curve.hits[rows] / (curve.marked[rows] + curve.positives)
    return curve.point(int(rows[np.argmax(f1)]))


def sure_at(scored: Scored, precision: float = SURE) -> Point | None:
    """The lowest threshold with at least this precision, and so the most recall that it leaves.

    `None` where no threshold has it.
    """
    curve = _curve(scored)
    if not curve.positives:
        return None
    rows = np.flatnonzero((curve.thresholds > 0) & (curve.hits / curve.marked >= precision))
    return curve.point(int(rows[-1])) if len(rows) else None


def calibration_error(scored: Scored) -> float | None:
    """Expected calibration error: how far scores lie from the share that is right, on average.

    Over `CALIBRATION_BINS` bins of the score (Guo et al., 2017). `None` without a score.
    """
    if not scored:
        return None
    gold = np.array([carried for carried, _ in scored], dtype=np.float64)
    scores = np.array([score for _, score in scored], dtype=np.float64)
    bins = np.minimum((scores * CALIBRATION_BINS).astype(np.int64), CALIBRATION_BINS - 1)
    apart = np.abs(np.bincount(bins, weights=scores - gold))
    return round(float(apart.sum() / len(scored)), 4)


def _curve(scored: Scored) -> _Curve:
    ordered = sorted(scored, key=lambda one: -one[1])
    scores = np.array([score for _, score in ordered], dtype=np.float64)
    hits = np.cumsum(np.array([carried for carried, _ in ordered], dtype=np.int64))
    last_of_equals = np.flatnonzero(np.diff(scores, append=-1.0))
    return _Curve(scores[last_of_equals], hits[last_of_equals], last_of_equals + 1)
