"""What hands do to a session, from any thread, until the session's own thread takes it."""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from livecue.capture.source import Source
from livecue.events import ActionName
from livecue.session.machine import Machine, Step


@dataclass(frozen=True)
class _Hand:
    """What is to be done at a session second. leaves: it goes off the record, and so waits until
    all that was heard before is through."""

    do: Callable[[float], Step]
    leaves: bool = False


class Hands:
    """The hands that wait, and whether the session is off the record.

    Args:
        source: is paused and resumed at once, on the thread of whoever asks.
        machine: does what is asked when the session takes it.
    """

    def __init__(self, source: Source, machine: Machine) -> None:
        self._source = source
        self._machine = machine
        self._waiting: deque[_Hand] = deque()
        self._off_record = False
        self._turning = threading.Lock()

    @property
    def off_record(self) -> bool:
        """Whether nothing is heard or kept now; then nothing is done but listening again."""
        return self._off_record

    def act(self, action: ActionName, value: str | float | None = None) -> None:
        """One action. A device's stream is stopped before this returns."""
        hand = _Hand(lambda at: self._machine.act(action, at, value), action == "off_record")
        with self._turning:
            if action == "off_record" and not self._off_record:
                self._source.pause()
                self._off_record = True
                self._waiting.append(hand)
            elif action == "on_record" and self._off_record:
                self._off_record = False
                self._waiting.append(hand)
                self._source.resume()
            elif action not in ("off_record", "on_record"):
                self._put(hand)

    def rate(self, cue_at: float, helpful: bool) -> None:
        """The clinician's word on a cue."""
        with self._turning:
            self._put(_Hand(lambda at: list(self._machine.rate(at, cue_at, helpful))))

    def take(self, now: Callable[[], float]) -> Iterator[Step]:
        """What follows from each hand that waits, in order, up to one that leaves the record.

        On the session's thread. `now` tells the session second.
        """
        while self._waiting and not self._waiting[0].leaves:
            yield self._waiting.popleft().do(now())

    def take_leave(self, at: float) -> Iterator[Step]:
        """All that was heard, up to session second `at`, is through: the hand that leaves, if any.

        What was done before it is done first.
        """
        while any(hand.leaves for hand in self._waiting):
            yield self._waiting.popleft().do(at)

    def _put(self, hand: _Hand) -> None:
        if not self._off_record:
            self._waiting.append(hand)
