"""What the `end` event says: counts and latencies, taken from the stream itself."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from livecue.events import AnyEvent, Cue, Latency, Marker, Quantiles, Turn


class Tally:
    """Counts a session's events, and how long after the speech they came."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._text_s: list[float] = []
        self._cue_s: list[float] = []
        self._last_marker_end: float | None = None

    def push(self, event: AnyEvent) -> None:
        """Take one stamped event."""
        self._counts[event.type] += 1
        if isinstance(event, Marker):
            self._counts[event.marker] += 1
            self._last_marker_end = event.end
        if event.emitted_at is None:
            return
        if isinstance(event, Turn) and event.text:
            self._text_s.append(event.emitted_at - event.end + (event.compute_s or 0.0))
        if isinstance(event, Cue) and self._last_marker_end is not None:
            self._cue_s.append(event.emitted_at - self._last_marker_end + (event.compute_s or 0.0))

    def closed(self, reopened: bool) -> None:
        """A turn was taken to be over; if `reopened`, it had been so before, too early."""
        self._counts["turn_reopened"] += reopened

    @property
    def counts(self) -> dict[str, int]:
        """Events by type, markers by name, and turns that were taken to be over too early."""
        return dict(self._counts)

    def latency(self) -> Latency:
        """End of speech to text and to cue."""
        return Latency(text=quantiles(self._text_s), cue=quantiles(self._cue_s))


def quantiles(values_s: Sequence[float]) -> Quantiles:
    """Half are below `p50`, 95 % below `p95`; in seconds, to the millisecond."""
    if not values_s:
        return Quantiles()
    p50, p95 = (round(float(q), 3) for q in np.quantile(values_s, [0.5, 0.95]))
    return Quantiles(p50=p50, p95=p95, max=round(max(values_s), 3))
