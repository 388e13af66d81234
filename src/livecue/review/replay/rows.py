"""Where each lane lies, and what lies where: the layout of the drawing, without drawing."""

from collections.abc import Sequence
from dataclasses import dataclass

from livecue.review.replay.timeline import Item, Lane, Timeline

PAUSE_TOP_S = 8.0
"""A pause this long fills its lane: no usual length is set higher (config/default.toml)."""

_HIGH, _PAUSES_HIGH = 1.0, 3.0
_MARGIN = 0.2


@dataclass(frozen=True)
class Row:
    """A lane's place, from top to bottom, in heights of a lane."""

    lane: Lane
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Where its name stands."""
        return (self.top + self.bottom) / 2

    @property
    def floor(self) -> float:
        """What its things stand on."""
        return self.bottom - _MARGIN / 2 if self.lane.kind == "pauses" else self.bottom - _MARGIN

    def height_of(self, duration_s: float) -> float:
        """How high a pause is."""
        full = self.bottom - self.top - _MARGIN
        return min(1.0, duration_s / PAUSE_TOP_S) * full

    def top_of(self, item: Item) -> float:
        """Where a thing of this lane ends, upwards."""
        if self.lane.kind == "pauses":
            return self.floor - self.height_of(item.end - item.start)
        return self.top + _MARGIN


@dataclass(frozen=True)
class Spot:
    """A place in the drawing: session second, height, and how many seconds beside still hit."""

    second: float
    y: float
    reach_s: float


def rows_of(timeline: Timeline) -> list[Row]:
    """The lanes from top to bottom; what was not heard lies over all of them, as hatching."""
    rows: list[Row] = []
    top = 0.0
    for lane in timeline.lanes:
        if lane.key == "not_heard":
            continue
        bottom = top + (_PAUSES_HIGH if lane.kind == "pauses" else _HIGH)
        rows.append(Row(lane, top, bottom))
        top = bottom
    return rows


def item_at(rows: Sequence[Row], spot: Spot) -> Item | None:
    """The thing at a place: in it, else the nearest one within reach."""
    row = next((row for row in rows if row.top <= spot.y < row.bottom), None)
    if row is None:
        return None
    near = [(_away_s(item, spot.second), item) for item in row.lane.items]
    away_s, item = min(near, key=lambda one: one[0], default=(float("inf"), None))
    return item if away_s <= spot.reach_s else None


def _away_s(item: Item, second: float) -> float:
    return max(item.start - second, second - item.end, 0.0)
