"""The two-or-more rule: what was heard of each sign, and when that makes a cue."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from livecue.config import CueSettings
from livecue.events import AMBIVALENCE_MARKERS, Marker, MarkerName, changed

Reason = tuple[tuple[MarkerName, int], ...]

WITHIN_TURN_S = 0.5
"""A silence that begins so near the end of a turn belongs to it; scoring allows as much
(DESIGN 5)."""


class Count:
    """The markers that count, and which of them already led to a cue.

    One turn is one occurrence of a sign, however many markers of it the turn carries.
    """

    def __init__(self, settings: CueSettings) -> None:
        self._settings = settings
        self._heard: defaultdict[MarkerName, dict[int, Marker]] = defaultdict(dict)
        self._spent: dict[int, Marker] = {}
        self._cued_at: dict[MarkerName, float] = {}
        self._cluster_at: float | None = None

    def add(self, marker: Marker) -> None:
        """One more that counts."""
        self._heard[marker.marker][marker.seq] = marker

    def remove(self, seq: int) -> None:
        """This one no longer counts; what it led to stays."""
        for kept in (*self._heard.values(), self._spent):
            kept.pop(seq, None)

    def change(self, seq: int, changes: dict[str, Any]) -> None:
        """More is known of this one."""
        for kept in (*self._heard.values(), self._spent):
            if seq in kept:
                kept[seq] = changed(kept[seq], changes)

    def remove_silences_since(self, at: float) -> None:
        """Silences from session second `at` on turned out to be the client at work."""
        for marker in list(self._heard["silence"].values()):
            if marker.known_at >= at:
                self.remove(marker.seq)

    def complete(self, latest: Marker) -> Reason:
        """The sign that `latest` makes complete, with how often it was heard; else nothing.

        A sign is complete at `count` fresh occurrences, and again only `cooldown_s` after its last
        cue. Silences must fall within `silence_within_s`.
        """
        name, at = latest.marker, latest.known_at
        if name in self._cued_at and at - self._cued_at[name] < self._settings.cooldown_s:
            return ()
        heard = list(self._heard[name].values())
        if name == "silence":
            within_s = self._settings.silence_within_s
            heard = [marker for marker in heard if abs(at - marker.known_at) <= within_s]
        if _occurrences(self._fresh(heard)) < self._settings.count:
            return ()
        self._cued_at[name] = at
        self._spent.update((marker.seq, marker) for marker in heard)
        return ((name, _occurrences(heard)),)

    def cluster(self, latest: Marker) -> Reason:
        """The signs that stand close together at `latest`, where the cluster rule is on."""
        at = latest.known_at
        if not self._settings.cluster:
            return ()
        if self._cluster_at is not None and at - self._cluster_at < self._settings.cooldown_s:
            return ()
        within_s = self._settings.cluster_s
        counts = {
            name: _occurrences(
                [m for m in self._heard[name].values() if abs(at - m.known_at) <= within_s]
            )
            for name in AMBIVALENCE_MARKERS
        }
        reason = tuple((name, count) for name, count in counts.items() if count)
        if len(reason) < self._settings.cluster_types:
            return ()
        self._cluster_at = at
        return reason

    def since(self, name: MarkerName, at: float) -> int:
        """How often a sign was heard in what began at session second `at` or later."""
        return _occurrences([m for m in self._heard[name].values() if m.start >= at])

    def _fresh(self, markers: Iterable[Marker]) -> list[Marker]:
        spent_turns = {(marker.marker, marker.turn) for marker in self._spent.values()}
        return [
            marker
            for marker in markers
            if marker.seq not in self._spent
            and (marker.turn is None or (marker.marker, marker.turn) not in spent_turns)
        ]


def _occurrences(markers: Sequence[Marker]) -> int:
    """Distinct turns; a silence whose turn is not known yet stands for itself.

    Unless it begins where a turn that carries the sign ends, or ended until just now: then the
    client is still in that turn.
    """
    turns = {marker.turn for marker in markers if marker.turn is not None}
    without = [marker for marker in markers if marker.turn is None]
    if not without:
        return len(turns)
    ends = [marker.end for marker in markers if marker.turn is not None]
    return len(turns) + sum(
        all(abs(marker.start - end) > WITHIN_TURN_S for end in ends) for marker in without
    )
