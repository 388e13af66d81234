"""What takes a while, beside a window: on a thread of its own, told on the window's."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from livecue.capture.source import Block, Source, Trouble
from livecue.errors import LivecueError
from livecue.events import HealthName


class Beside(QObject):
    """Works something out once. done: with what came of it. failed: with one sentence."""

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, work: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._thread = threading.Thread(target=self._run, name="beside")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wait(self) -> None:
        """Come back when it is over, however it ended."""
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        try:
            found = self._work()
        except LivecueError as error:
            self.failed.emit(str(error))
        else:
            self.done.emit(found)


class Listening(QObject):
    """A microphone that is tried out. Nothing of it is kept.

    heard: int16 samples of one channel. troubled: a `HealthName`. failed: with one sentence.
    """

    heard = Signal(object)
    troubled = Signal(str)
    failed = Signal(str)

    def __init__(self, open_source: Callable[[], Source], parent: QObject) -> None:
        super().__init__(parent)
        self._open = open_source
        self._source: Source | None = None
        self._stopped = False
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="listening")

    def start(self) -> None:
        """Begin to listen; opening the device may take a moment."""
        self._thread.start()

    def stop(self) -> None:
        """Let go of the device, and tell nothing more."""
        with self._lock:
            self._stopped = True
            if self._source is not None:
                self._source.close()
        self._thread.join()
        for signal in (self.heard, self.troubled, self.failed):
            signal.disconnect()
        self.deleteLater()

    def told(
        self,
        heard: Callable[[Any], None],
        troubled: Callable[[HealthName], None],
        failed: Callable[[str], None],
    ) -> None:
        """Tell these, on the window's thread."""
        queued = Qt.ConnectionType.QueuedConnection
        self.heard.connect(heard, queued)
        self.troubled.connect(troubled, queued)
        self.failed.connect(failed, queued)

    def _run(self) -> None:
        try:
            source = self._open()
        except LivecueError as error:
            self.failed.emit(str(error))
            return
        with self._lock:
            self._source = source
            if self._stopped:
                source.close()
        for heard in source:
            if self._stopped:
                break
            if isinstance(heard, Trouble):
                self.troubled.emit(heard.what)
            elif isinstance(heard, Block) and len(heard.samples):
                self.heard.emit(heard.samples[:, 0])
        source.close()
