"""Words beside the session: one thread that reads, and a watch on it."""

import threading
import time
from collections.abc import Callable, Sequence
from typing import Literal

from livecue.capture.source import SAMPLE_RATE_HZ
from livecue.config import TranscriptionSettings
from livecue.hearing.spoken import SpokenTurn
from livecue.transcription.backlog import TRIES, Backlog, Pieces
from livecue.transcription.merging import divided, merged
from livecue.transcription.transcriber import Transcriber, Transcript

SLOWEST = 3.0
"""Seconds of work for one of speech that a slow machine may take before it counts as hanging."""
LAST_READING_S = 2.0
"""How long the end waits for a reading that nobody wants any more: a program that ends while a
thread of its own still computes may be aborted by the system."""
MOST_HANGING = 2
"""Threads that are left hanging, each with its engine, before no other is made."""

State = Literal["in_time", "behind", "no_text"]


class Worker:
    """Reads turns on a thread of its own, in the order that its backlog gives.

    A reading that fails is tried again, with the engine made anew; one that hangs is left behind
    with its thread, and another thread goes on. What cannot be read comes back without text, and
    says why.

    Args:
        transcriber: speech to text; may raise, may hang.
        settings: bounds and patience.
        clock: seconds that only go forward.
    """

    def __init__(
        self,
        transcriber: Transcriber,
        settings: TranscriptionSettings,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._changed = threading.Condition()
        self._backlog = Backlog(settings)
        self._failures = 0
        self._hanging = 0
        self._closed = False
        self._reader: _Reader | None = None
        self._start(_Reader(transcriber))

    def submit(self, turn: SpokenTurn) -> None:
        """Ask for a turn's words. One that is reopened takes its earlier version's place."""
        with self._changed:
            self._backlog.submit(turn, self._clock())
            self._changed.notify_all()

    def expect(self, drafts: Sequence[SpokenTurn]) -> None:
        """All turns that may be over, each as it is if it is: read when nothing else waits."""
        with self._changed:
            if self._backlog.expect(drafts):
                self._changed.notify_all()

    def results(self) -> list[Transcript]:
        """What has been read, or given up, since it was last asked; never waits."""
        with self._changed:
            self._watch()
            return self._backlog.take_done()

    def close(self, wait: bool) -> None:
        """Take no more turns.

        Args:
            wait: read what is waiting first; else it is given up at once, and whatever is being
                read is left to itself after a moment.
        """
        with self._changed:
            self._closed = True
            if wait:
                self._changed.notify_all()
                self._changed.wait_for(lambda: not self._backlog.busy)
            self._backlog.give_up("the session ended first")
            self._reader = None
            self._changed.notify_all()
        self._thread.join(LAST_READING_S)

    @property
    def busy(self) -> bool:
        """Whether a turn waits for its words."""
        with self._changed:
            return self._backlog.busy

    @property
    def backlog_s(self) -> float:
        """Seconds of audio that wait."""
        with self._changed:
            return self._backlog.audio_s

    def state(self) -> State:
        """How reading goes; `no_text` from when it hung or failed for good until it succeeds."""
        with self._changed:
            if self._failures >= TRIES:
                return "no_text"
            late = self._backlog.behind_s(self._clock()) > self._settings.behind_after_s
            return "behind" if late else "in_time"

    def _start(self, reader: "_Reader") -> None:
        self._reader = reader
        # A daemon, so that a model that hangs cannot keep the program from ending.
        self._thread = threading.Thread(
            target=self._run, args=(reader,), name="livecue-words", daemon=True
        )
        self._thread.start()

    def _run(self, reader: "_Reader") -> None:
        while pieces := self._take(reader):
            try:
                parts = reader.read(pieces)
            except Exception as error:  # whatever failed, the next piece may go well
                # Only its name: its message may hold what was said.
                self._failed(reader, pieces, f"reading failed ({type(error).__name__})")
            else:
                self._succeeded(reader, parts)

    def _take(self, reader: "_Reader") -> Pieces:
        """The next pieces to read, waited for; empty when there are no more for this reader."""
        with self._changed:
            while reader is self._reader:
                if pieces := self._backlog.next(self._clock()):
                    reader.pieces, reader.since = pieces, self._clock()
                    return pieces
                self._changed.wait()
            return ()

    def _succeeded(self, reader: "_Reader", parts: Sequence[Transcript]) -> None:
        with self._changed:
            self._backlog.read(parts)
            self._failures = 0
            self._is_back(reader)

    def _failed(self, reader: "_Reader", pieces: Pieces, why: str) -> None:
        with self._changed:
            if reader is self._reader:
                self._backlog.failed(pieces, why)
                self._failures += 1
                reader.worn = True
            self._is_back(reader)

    def _is_back(self, reader: "_Reader") -> None:
        """A reading has ended; a reader that was left hanging goes on if there is no other."""
        reader.since = None
        if reader is not self._reader:
            self._hanging -= 1
            if self._reader is None and (not self._closed or self._backlog.busy):
                self._reader = reader
        self._changed.notify_all()

    def _watch(self) -> None:
        """A reader that hangs is left behind."""
        reader = self._reader
        if reader is None or reader.since is None:
            return
        audio_s = sum(len(piece.samples) for piece in reader.pieces) / SAMPLE_RATE_HZ
        longest_s = self._settings.no_text_after_s + SLOWEST * audio_s
        if self._clock() - reader.since <= longest_s:
            return
        self._backlog.failed(reader.pieces, "reading hung")
        self._failures = max(self._failures, TRIES)
        self._hanging += 1
        self._reader = None
        if self._hanging <= MOST_HANGING:
            self._start(_Reader(reader.transcriber, worn=True))


class _Reader:
    """One thread's engine, and what it is at. worn: it is to be made anew before it reads."""

    def __init__(self, transcriber: Transcriber, worn: bool = False) -> None:
        self.transcriber = transcriber
        self.worn = worn
        self.pieces: Pieces = ()
        self.since: float | None = None

    def read(self, pieces: Pieces) -> list[Transcript]:
        """What is said in each of the pieces, read as one."""
        if self.worn:
            self.transcriber = self.transcriber.renewed()
            self.worn = False
        if len(pieces) == 1:
            return [self.transcriber.transcribe(pieces[0])]
        return divided(self.transcriber.transcribe(merged(pieces)), pieces)
