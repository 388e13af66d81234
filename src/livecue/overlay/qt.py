"""The overlay as a sink: the session on a thread of its own, the window on this one."""

import threading
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from livecue.config import OverlaySettings
from livecue.events import AnyEvent
from livecue.overlay.controls import Controls
from livecue.overlay.display import choose_platform
from livecue.overlay.looks_menu import LooksMenu
from livecue.overlay.memory import Memory
from livecue.overlay.state import OverlayState
from livecue.overlay.tray import Tray
from livecue.overlay.window import OverlayWindow

_REFRESH_MS = 250
"""How often what merely ends with time (a cue, a snooze) is looked at, and Ctrl+C is heard."""


class Running(Controls, Protocol):
    """A session that can be run to its end."""

    def run(self) -> object:
        """Run it."""
        ...


class _Bridge(QObject):
    """Carries what happens on the session's thread to the window's."""

    heard = Signal(object)
    ended = Signal()


class QtOverlay:
    """The window, given events from any thread. Made, and run, on the main thread.

    Args:
        settings: how it looks.
        memory: file in which its looks and its place are remembered.
        cues_hidden: cues and the guide's steps wait for the review.
    """

    def __init__(self, settings: OverlaySettings, memory: Path, cues_hidden: bool = False) -> None:
        choose_platform()
        existing = QApplication.instance()
        self._app = existing if isinstance(existing, QApplication) else QApplication(["livecue"])
        self._app.setQuitOnLastWindowClosed(False)
        self._state = OverlayState(settings, cues_hidden)
        self.window = OverlayWindow(settings, Memory(memory))
        self._tray: Tray | None = None
        self._controls: Controls | None = None
        self._bridge = _Bridge()
        self._bridge.heard.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._bridge.ended.connect(self._app.quit, Qt.ConnectionType.QueuedConnection)
        self._refresh = QTimer(self.window)
        self._refresh.timeout.connect(self._look)

    def push(self, event: AnyEvent) -> None:
        """Hand one event over to the window's thread."""
        self._bridge.heard.emit(event)

    def close(self) -> None:
        """The session is over; `run` comes to its end by itself."""

    def run(self, session: Running) -> None:
        """Show the window, run the session beside it, and come back when it is over.

        Raises:
            BaseException: what the session raised.
        """
        failures: list[BaseException] = []

        def listen() -> None:
            try:
                session.run()
            except BaseException as error:  # raised again below, on the caller's thread
                failures.append(error)
            finally:
                self._bridge.ended.emit()

        thread = threading.Thread(target=listen, name="session")
        self._show(session)
        thread.start()
        self._app.exec()
        session.stop()
        thread.join()
        self._hide()
        if failures:
            raise failures[0]

    def _show(self, session: Running) -> None:
        self._controls = session
        self._tray = Tray(session, self._state, self.window)
        self._tray.menu.addMenu(LooksMenu(self.window, self._tray.menu))
        self.window.use_menu(self._tray.menu)
        self.window.show()
        self._refresh.start(_REFRESH_MS)

    def _hide(self) -> None:
        self._refresh.stop()
        self.window.close()
        if self._tray is not None:
            self._tray.remove()

    def _take(self, event: AnyEvent) -> None:
        self._state.push(event)
        self._look()

    def _look(self) -> None:
        now = self._controls.now() if self._controls is not None else 0.0
        view = self._state.view(now)
        if view != self.window.view:
            self.window.show_view(view)
            if self._tray is not None:
                self._tray.show_face(view.face)
