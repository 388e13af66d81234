"""Precision, recall and F1, counted."""

from collections.abc import Iterable, Mapping, Sequence

from pydantic import computed_field

from livecue.events import AMBIVALENCE_MARKERS, Frozen, MarkerName


class Score(Frozen):
    """Hits, false alarms and misses of one marker; a ratio of nothing is `None`."""

    hits: int = 0
    false_alarms: int = 0
    misses: int = 0

    @computed_field  # type: ignore[prop-decorator]
    @property
    def precision(self) -> float | None:
        """Share of what was marked that was right."""
        return _ratio(self.hits, self.hits + self.false_alarms)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def recall(self) -> float | None:
        """Share of what there was that was marked."""
        return _ratio(self.hits, self.hits + self.misses)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; `None` where there was nothing and none marked."""
        return _ratio(2 * self.hits, 2 * self.hits + self.false_alarms + self.misses)

    def __add__(self, other: "Score") -> "Score":
        return Score(
            hits=self.hits + other.hits,
            false_alarms=self.false_alarms + other.false_alarms,
            misses=self.misses + other.misses,
        )


Scores = dict[MarkerName, Score]


def added(scores: Iterable[Mapping[MarkerName, Score]]) -> Scores:
    """Scores summed over sessions, each marker over those where it was rated."""
    total: Scores = {}
    for one in scores:
        for marker, score in one.items():
            total[marker] = total.get(marker, Score()) + score
    return total


def macro_f1(scores: Mapping[MarkerName, Score]) -> float | None:
    """Mean F1 over the four signs of ambivalence, as far as they occurred or were marked."""
    return mean_f1(scores[m] for m in AMBIVALENCE_MARKERS if m in scores)


def mean_f1(scores: Iterable[Score]) -> float | None:
    """Mean F1 of those that occurred or were marked; `None` where none was."""
    known = [f1 for score in scores if (f1 := score.f1) is not None]
    return sum(known) / len(known) if known else None


def counted(outcomes: Sequence[tuple[bool, bool]]) -> Score:
    """Counts of (it is so, it was said)."""
    return Score(
        hits=outcomes.count((True, True)),
        false_alarms=outcomes.count((False, True)),
        misses=outcomes.count((True, False)),
    )


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
