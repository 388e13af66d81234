"""What stands written of each turn's words, and what one more look at a turn changes.

Between a detector's score and a marker lies nothing but a threshold. So the same scores, looked at
with other thresholds, give what would have been written with them.
"""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from livecue.config.noticing import Thresholds
from livecue.events import Candidate, Correction, Marker, MarkerName, Numbering

Output = list[Marker | Candidate | Correction]


class Sign(Protocol):
    """What was seen of one sign in a turn."""

    @property
    def score(self) -> float:
        """How sure, 0-1."""
        ...


S = TypeVar("S", bound=Sign)


class Written:
    """The markers and candidates of a session's turns, as they stand.

    thresholds: how sure a sign must be to count. numbering: the session's.
    """

    def __init__(self, thresholds: Thresholds, numbering: Numbering) -> None:
        self._least: dict[MarkerName, float] = {
            "yes_but": thresholds.yes_but,
            "topic_shift": thresholds.topic_shift,
            "homework": thresholds.homework,
            # Of a turn's words only a short answer is a silence; pauses are timed elsewhere.
            "silence": thresholds.short_answer,
            "change_talk": thresholds.change_talk,
            "sustain_talk": thresholds.sustain_talk,
        }
        self._numbering = numbering
        self._written: dict[int, dict[MarkerName, Marker | Candidate]] = {}

    def look(
        self,
        turn: int,
        found: Mapping[MarkerName, S],
        room: bool,
        known_at: float,
        event: Callable[[S, bool], Marker | Candidate],
    ) -> Output:
        """Compare what a turn shows with what was written of it, and write the difference.

        Args:
            turn: its index.
            found: every sign seen, from the floor up.
            room: whether a short answer counts here, if it is one.
            known_at: session second at which this look was possible.
            event: makes the marker (if it counts) or the candidate of a sign.
        """
        if not found and turn not in self._written:
            return []
        written = self._written.setdefault(turn, {})
        counts = {
            name: sign.score >= self._least[name] and (room or name != "silence")
            for name, sign in found.items()
        }
        output: Output = []
        for name in [n for n, w in written.items() if counts.get(n) != isinstance(w, Marker)]:
            output.append(self._retract(written.pop(name), known_at))
        for name, sign in found.items():
            if name not in written:
                written[name] = event(sign, counts[name])
                output.append(written[name])
            elif (score := round(sign.score, 3)) != written[name].score:
                output.append(self._correct(written[name].seq, known_at, score))
                written[name] = written[name].model_copy(update={"score": score})
        return output

    def _correct(self, seq: int, at: float, score: float) -> Correction:
        return Correction(seq=self._numbering(), at=at, of_seq=seq, changes={"score": score})

    def _retract(self, written: Marker | Candidate, at: float) -> Correction:
        return Correction(seq=self._numbering(), at=at, of_seq=written.seq, retracted=True)
