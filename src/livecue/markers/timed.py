"""The silences that were written and stand, found by when they were and on whose turn they lie."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from livecue.events import Candidate, Marker, Pause, PauseKind
from livecue.markers.at_work import BESIDE_S
from livecue.markers.context import Heard


@dataclass(frozen=True)
class Timed:
    """A silence that was written, and what is known of it by now. end: `None` while it lasts."""

    event: Marker | Candidate
    kind: PauseKind
    end: float | None

    @property
    def counts(self) -> bool:
        return isinstance(self.event, Marker)

    @property
    def is_trend(self) -> bool:
        return self.event.evidence.basis == "trend"


class TimedSilences:
    """The silences that were written and stand, found by where they lie."""

    def __init__(self) -> None:
        self._of_start: defaultdict[float, list[Timed]] = defaultdict(list)
        self._counted: list[tuple[float, int, Timed]] = []
        self._ended: list[tuple[float, int, Timed]] = []
        self._running: dict[int, Timed] = {}
        self._of_seq: dict[int, Timed] = {}
        self._turns: Counter[int] = Counter()

    def put(self, written: Timed) -> None:
        """One more, or what is known of one now."""
        seq, turn = written.event.seq, written.event.turn
        self._of_seq[seq] = written
        self._of_start[written.event.start].append(written)
        if written.counts:
            insort(self._counted, (written.event.start, seq, written))
            if turn is not None:
                self._turns[turn] += 1
        if written.end is None:
            self._running[seq] = written
        else:
            insort(self._ended, (written.end, seq, written))

    def drop(self, seq: int) -> None:
        """The one that was written with this number stands no longer, as it was known so far."""
        written = self._of_seq.pop(seq)
        turn = written.event.turn
        self._of_start[written.event.start].remove(written)
        if written.counts:
            self._counted.remove((written.event.start, seq, written))
            if turn is not None:
                self._turns[turn] -= 1
        if written.end is None:
            del self._running[seq]
        else:
            self._ended.remove((written.end, seq, written))

    def of(self, pause: Pause) -> list[Timed]:
        """What was written of a pause: an ended one has the start of the one that was running."""
        return self._of_start[pause.start]

    def running(self) -> list[Timed]:
        """Those that last."""
        return list(self._running.values())

    def counts_on(self, turn: int) -> bool:
        """Whether one that counts is a client's turn's."""
        return self._turns[turn] > 0

    def counted_since(self, second: float) -> list[Timed]:
        """Those that count and began at a session second, or later."""
        if not self._counted or self._counted[-1][0] < second:
            return []
        return _in_order(self._counted[bisect_left(self._counted, (second,)) :])

    def beside(self, heard: Heard) -> list[Timed]:
        """Those that end where a client's turn begins, or lie within it.

        One "within the turn" may end where a turn begins: after a back-channel the client goes on.
        """
        turn = heard.turn
        if not self._ended or self._ended[-1][0] < turn.start - BESIDE_S:
            return []
        first = bisect_left(self._ended, (turn.start - BESIDE_S,))
        stop = bisect_left(self._ended, (max(turn.start + BESIDE_S, turn.end), inf))
        return [
            written
            for written in _in_order(self._ended[first:stop])
            if written.end is not None
            and (
                abs(written.end - turn.start) <= BESIDE_S
                or (turn.start <= written.event.start and written.end <= turn.end)
            )
        ]


def _in_order(placed: Sequence[tuple[float, int, Timed]]) -> list[Timed]:
    """As they were written."""
    return [written for _, _, written in sorted(placed, key=lambda one: one[1])]
