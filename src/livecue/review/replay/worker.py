"""A session concluded anew beside the window, so that the window goes on meanwhile."""

import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from livecue.events import AnyEvent
from livecue.review.replay.conclusions import Conclusions

_STEP = 0.01
"""How much more is done before that is told."""


class _StoppedError(Exception):
    """Nobody waits for it any more."""


class _Told(QObject):
    share = Signal(float)
    done = Signal(object)


class Worker:
    """Runs `Conclusions` on a thread of its own; one run at a time, the newest log wins.

    Args:
        told: is given what follows from the log, or what went wrong, on the window's thread.
        progress: is told how much is done, 0-1, on the window's thread.
    """

    def __init__(
        self,
        conclusions: Conclusions,
        told: Callable[[list[AnyEvent] | Exception], None],
        progress: Callable[[float], None],
    ) -> None:
        self._conclusions = conclusions
        self._tell = told
        self._bridge = _Told()
        self._bridge.done.connect(self._done, Qt.ConnectionType.QueuedConnection)
        self._bridge.share.connect(progress, Qt.ConnectionType.QueuedConnection)
        self._thread: threading.Thread | None = None
        self._next: list[AnyEvent] | None = None
        self._stopping = False

    @property
    def busy(self) -> bool:
        """Whether it is at work."""
        return self._thread is not None

    def conclude(self, log: Sequence[AnyEvent]) -> None:
        """Begin, or begin again after what runs now."""
        if self._thread is not None:
            self._next = list(log)
            return
        kept = list(log)
        self._thread = threading.Thread(target=self._run, args=(kept,), name="review")
        self._thread.start()

    def wait(self) -> None:
        """The window closes: what runs stops at the next event."""
        self._next = None
        self._stopping = True
        if self._thread is not None:
            self._thread.join()

    def _run(self, log: list[AnyEvent]) -> None:
        last = 0.0

        def progress(share: float) -> None:
            nonlocal last
            if self._stopping:
                raise _StoppedError
            if share - last >= _STEP:
                last = share
                self._bridge.share.emit(share)

        try:
            concluded: list[AnyEvent] | Exception = self._conclusions.draw(log, progress)
        except Exception as error:  # told on the window's thread
            concluded = error
        self._bridge.done.emit(concluded)

    def _done(self, concluded: list[AnyEvent] | Exception) -> None:
        assert self._thread is not None
        self._thread.join()
        self._thread = None
        if self._stopping:
            return
        if self._next is not None:
            newest, self._next = self._next, None
            self.conclude(newest)
            return
        self._tell(concluded)
