"""Words beside the session: one thread, a bounded queue, and nothing lost without a word."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from livecue.capture.source import SAMPLE_RATE_HZ
from livecue.config import TranscriptionSettings
from livecue.hearing.spoken import SpokenTurn
from livecue.transcription.transcriber import Transcriber, Transcript

BACK_CHANNEL_S = 1.5
"""A clinician's turn as short as this ("mm-hm", "right") is the first to be given up."""


@dataclass(frozen=True)
class _Waiting:
    """A turn in the queue, and when it was put there."""

    turn: SpokenTurn
    since: float

    @property
    def audio_s(self) -> float:
        return len(self.turn.samples) / SAMPLE_RATE_HZ


class Worker:
    """Reads turns on a thread of its own, in order while it keeps up.

    Behind, it reads the client's turns first. When more speech waits than the queue may hold, it
    gives up the clinician's short turns, then the oldest of the clinician's others, then the oldest
    at all; what is given up comes back without text, and says why.

    Args:
        transcriber: speech to text; may raise, may hang.
        settings: `queue_s` bounds the queue, `behind_after_s` is when it counts as behind.
        clock: seconds that only go forward.
    """

    def __init__(
        self,
        transcriber: Transcriber,
        settings: TranscriptionSettings,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._transcriber = transcriber
        self._settings = settings
        self._clock = clock
        self._changed = threading.Condition()
        self._waiting: list[_Waiting] = []
        self._reading: _Waiting | None = None
        self._done: list[Transcript] = []
        self._closed = False
        # A daemon, so that a model that hangs cannot keep the program from ending.
        self._thread = threading.Thread(target=self._run, name="livecue-words", daemon=True)
        self._thread.start()

    def submit(self, turn: SpokenTurn) -> None:
        """Ask for a turn's words. One that is reopened takes its earlier version's place."""
        with self._changed:
            fresh = _Waiting(turn, self._clock())
            for n, other in enumerate(self._waiting):
                if other.turn.i == turn.i:
                    self._waiting[n] = _Waiting(turn, other.since)
                    break
            else:
                self._waiting.append(fresh)
            self._give_up_what_is_too_much()
            self._changed.notify_all()

    def results(self) -> list[Transcript]:
        """What has been read, or given up, since it was last asked; never waits."""
        with self._changed:
            done, self._done = self._done, []
            return done

    def close(self, wait: bool) -> None:
        """Take no more turns.

        Args:
            wait: read what is waiting first; else it is given up at once, and whatever is being
                read is left to itself.
        """
        with self._changed:
            self._closed = True
            if not wait:
                self._done += [_lost(one.turn, "the session ended first") for one in self._waiting]
                self._waiting.clear()
            self._changed.notify_all()
        if wait:
            self._thread.join()

    @property
    def busy(self) -> bool:
        """Whether something is being read, or waits for it."""
        with self._changed:
            return self._reading is not None or bool(self._waiting)

    @property
    def backlog_s(self) -> float:
        """Seconds of audio that wait."""
        with self._changed:
            return self._backlog_s()

    def behind_s(self) -> float:
        """How long the oldest turn that has no words yet has waited, or been read; 0 if none."""
        with self._changed:
            unread = [*self._waiting, *([self._reading] if self._reading else [])]
            return max((self._clock() - one.since for one in unread), default=0.0)

    def _run(self) -> None:
        while (waiting := self._take()) is not None:
            transcript = self._read(waiting.turn)
            with self._changed:
                self._done.append(transcript)
                self._reading = None

    def _read(self, turn: SpokenTurn) -> Transcript:
        try:
            return self._transcriber.transcribe(turn)
        except Exception as error:  # whatever failed, the next turn may go well
            # Only its name: its message may hold what was said.
            return _lost(turn, f"reading failed ({type(error).__name__})")

    def _take(self) -> _Waiting | None:
        """The next turn to read, waited for; `None` when there will be no more."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closed)
            if not self._waiting:
                return None
            self._reading = self._next()
            self._waiting.remove(self._reading)
            return self._reading

    def _next(self) -> _Waiting:
        oldest = self._waiting[0]
        if self._clock() - oldest.since <= self._settings.behind_after_s:
            return oldest
        return next((one for one in self._waiting if one.turn.speaker == "client"), oldest)

    def _give_up_what_is_too_much(self) -> None:
        while len(self._waiting) > 1 and self._backlog_s() > self._settings.queue_s:
            least = min(self._waiting, key=lambda one: _worth(one.turn))
            self._waiting.remove(least)
            self._done.append(_lost(least.turn, "too far behind"))

    def _backlog_s(self) -> float:
        return sum(one.audio_s for one in self._waiting)


def _worth(turn: SpokenTurn) -> int:
    """What to keep longest; of equals, the later."""
    if turn.speaker == "clinician":
        return 0 if turn.end - turn.start <= BACK_CHANNEL_S else 1
    return 2 if turn.speaker == "unknown" else 3


def _lost(turn: SpokenTurn, why: str) -> Transcript:
    return Transcript(turn=turn, text=None, why_lost=why)
