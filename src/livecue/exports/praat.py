"""Praat TextGrid (praatio): interval tiers tiled from beginning to end, point tiers for moments."""

from collections.abc import Sequence
from typing import Any

from praatio.utilities import textgrid_io
from praatio.utilities.constants import INTERVAL_TIER, POINT_TIER

from livecue.events import AnyEvent
from livecue.exports.kept import kept_session
from livecue.exports.tiers import SHORTEST_S, Tier, tiers_of


def textgrid(events: Sequence[AnyEvent]) -> str:
    """The session as a TextGrid in the long text form; where nothing is labelled, a blank interval.

    Args:
        events: a log, in order of `seq`.
    """
    kept = kept_session(events)
    end_s = max(kept.end_s, SHORTEST_S)
    grid = {
        "xmin": 0.0,
        "xmax": end_s,
        "tiers": [_tier(tier, end_s) for tier in tiers_of(kept)],
    }
    return str(textgrid_io.getTextgridAsStr(grid, "long_textgrid", includeBlankSpaces=True))


def _tier(tier: Tier, end_s: float) -> dict[str, Any]:
    entries: list[tuple[float, str] | tuple[float, float, str]] = [
        (span.start, span.label) if tier.moments else (span.start, span.end, span.label)
        for span in tier.spans
    ]
    kind = POINT_TIER if tier.moments else INTERVAL_TIER
    return {"class": kind, "name": tier.name, "xmin": 0.0, "xmax": end_s, "entries": entries}
